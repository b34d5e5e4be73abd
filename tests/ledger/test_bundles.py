"""A bundle makes the same ledger again, byte for byte, or nothing."""

import io
import json
from pathlib import Path

import pytest

from factcheck.desk.ledgers import read_bundle, write_bundle
from factcheck.errors import AskedWrongly, FactcheckError
from factcheck.ledger.audit import checkpoint, verify
from factcheck.ledger.opening import open_ledger
from factcheck.ledger.schema import VERSION
from factcheck.ledger.store import Ledger
from tests.ledger.given import NOON, by, fill


@pytest.fixture
def text(ledger: Ledger) -> str:
    fill(ledger)
    return written(ledger)


def written(ledger: Ledger) -> str:
    out = io.StringIO()
    write_bundle(ledger, out)
    return out.getvalue()


def test_a_bundle_makes_the_same_ledger_again_and_the_same_bundle(
    ledger: Ledger, text: str, tmp_path: Path
) -> None:
    target = tmp_path / "again.db"
    assert read_bundle(text.splitlines(), "it", target, at=NOON) == checkpoint(ledger)
    with open_ledger(target, mode="read") as again:
        assert verify(again) == ()
        assert written(again) == text


def test_a_bundle_of_an_older_schema_with_the_same_tables_is_read(text: str, tmp_path: Path) -> None:
    older = text.replace(f'"schema": {VERSION}', '"schema": 3', 1)
    assert read_bundle(older.splitlines(), "it", tmp_path / "again.db", at=NOON)


def test_what_is_added_to_a_ledger_only_adds_lines_to_its_bundle(ledger: Ledger, text: str) -> None:
    with by(ledger, "note") as changes:
        changes.event("", {"note": "one more"})
    before, after = text.splitlines(), written(ledger).splitlines()
    assert len(after) == len(before) + 1
    rest = iter(after)
    assert all(line in rest for line in before), "every old line is there, in the old order"


def cut(lines: list[str]) -> list[str]:
    return [line for line in lines if '"seq": 3' not in line]


def changed(lines: list[str]) -> list[str]:
    return [line.replace("villagers", "visitors") for line in lines]


def one_row_less(lines: list[str]) -> list[str]:
    return [line for line in lines if '"table": "citations"' not in line]


def renumbered(lines: list[str]) -> list[str]:
    return [line.replace('"low": "1200"', '"low": "12000"') for line in lines]


def twice(lines: list[str]) -> list[str]:
    return [*lines, lines[-1], next(line for line in lines if '"table": "claims"' in line)]


def strange_table(lines: list[str]) -> list[str]:
    return [*lines, json.dumps({"table": "sqlite_master", "row": {"sql": "x"}})]


def nested(lines: list[str]) -> list[str]:
    return [line.replace('"title": "Flood in the Marn valley"', '"title": ["x"]') for line in lines]


def wrong_kind(lines: list[str]) -> list[str]:
    return [line.replace('"span_start": 36', '"span_start": "x"') for line in lines]


def half_a_pair(lines: list[str]) -> list[str]:
    return [line.replace("villagers", "\\ud800") for line in lines]


def enormous(lines: list[str]) -> list[str]:
    return [line.replace('"entry": 1', '"entry": 123456789012345678901234567890') for line in lines]


@pytest.mark.parametrize(
    "spoil",
    [
        cut, changed, one_row_less, renumbered, twice, strange_table, nested, wrong_kind, half_a_pair,
        enormous,
        lambda lines: [], lambda lines: lines[1:], lambda lines: ["{", *lines], lambda lines: ["[]"],
        lambda lines: [lines[0].replace(f'"schema": {VERSION}', '"schema": 99'), *lines[1:]],
        lambda lines: [*lines[:5], lines[5][:20], *lines[6:]],
        lambda lines: [*lines, "[" * 100_000],
    ],
)  # fmt: skip
def test_a_bundle_that_was_cut_or_changed_is_refused_and_leaves_nothing(
    text: str, tmp_path: Path, spoil: object
) -> None:
    lines = text.splitlines()
    spoiled = spoil(lines)  # type: ignore[operator]
    assert spoiled != lines, "the case says what it spoils"
    target = tmp_path / "again.db"
    there = sorted(path.name for path in tmp_path.iterdir())
    with pytest.raises(FactcheckError):
        read_bundle(spoiled, "it", target, at=NOON)
    assert sorted(path.name for path in tmp_path.iterdir()) == there


def test_a_bundle_is_not_read_over_a_ledger(ledger: Ledger, text: str) -> None:
    with pytest.raises(AskedWrongly, match="is there already"):
        read_bundle(text.splitlines(), "it", ledger.path, at=NOON)
