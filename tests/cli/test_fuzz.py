"""A sample of `bench.ledger.fuzz`: whatever is typed, no defect shows and the ledger verifies."""

from pathlib import Path

import pytest

from bench.ledger.fuzz import FUZZED, commands, fuzz


@pytest.fixture(autouse=True)
def _as_found(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("FACTCHECK_DB", "FACTCHECK_USER"):
        monkeypatch.setenv(name, "put back afterwards")
    monkeypatch.setattr("sys.stdin", None)


def test_hostile_texts_that_are_recorded_end_in_no_defect(tmp_path: Path) -> None:
    assert fuzz(tmp_path, 150, seed=4).total() == 150


def test_no_command_ends_in_a_defect_or_prints_what_a_terminal_obeys(tmp_path: Path) -> None:
    assert fuzz(tmp_path, 150, seed=2, every=True).total() == 150


def test_every_command_is_among_those_that_are_tried() -> None:
    names = {path[0] for path, _ in commands()}
    assert {"amend", "withdraw", "restore", "undo", "redact", "diff", "merge", "backup", "review"} <= names
    assert set(FUZZED) <= names
