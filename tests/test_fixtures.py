"""The worked case comes out as it should, and claims.db is what the fixtures make."""

import sqlite3
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from factcheck.language.claims import extract
from factcheck.ledger.opening import open_ledger
from factcheck.reading.files import read_document
from fixtures.__main__ import LEDGER, WORKED, build

FIXTURES = LEDGER.parent / "fixtures"


def rows_of(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    connection = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)
    names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return {name: sorted(connection.execute(f"SELECT * FROM {name}"), key=repr) for name in names}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("worked") / "claims.db"
    build(path)
    return path


def test_the_committed_ledger_is_what_the_fixtures_make_row_by_row(built: Path) -> None:
    made, committed = rows_of(built), rows_of(LEDGER)
    assert made.keys() == committed.keys()
    for table, rows in made.items():
        assert rows == committed[table], f"{table}: run `python -m fixtures`"


@pytest.mark.parametrize(
    ("phrase", "band", "counts", "citations"),
    [
        ("over 1,500 peaceful protesters", "contested", (8, 1, 6, 1), 34),
        ("about 12,000 other protesters", "disputed by one source", (6, 0, 5, 1), 15),
        ("at least 191 cities", "disputed by one source", (7, 0, 6, 1), 13),
        ("60", "contradicted", (4, 0, 2, 2), 7),
        ("thousands of arrests", "single-source support", (1, 1, 0, 0), 2),
        ("142 cities", "no independent evidence", (0, 0, 0, 0), 4),
        ("230 people", "contradicted", (8, 0, 2, 6), 34),
        ("about 1,500 people", "contested", (8, 1, 6, 1), 34),
        ("Nearly 2,400 people", "corroborated", (2, 2, 0, 0), 5),
        ("three deaths", "not ruled out", (2, 0, 2, 0), 3),
    ],
)
def test_the_worked_claims_come_down_to_their_origins(
    built: Path, phrase: str, band: str, counts: tuple[int, ...], citations: int
) -> None:
    from factcheck.desk.lists import listed

    with open_ledger(built, mode="read") as ledger:
        (claim,) = [one for one in listed(ledger) if one.phrase == phrase and one.band]
    assert claim.band == band
    assert (claim.independent, claim.corroborates, claim.compatible, claim.conflicts) == counts
    assert claim.citations == citations


def expected_rows(name: str) -> list[dict[str, str]]:
    lines = (FIXTURES / "expected" / f"{Path(name).stem}.tsv").read_text(encoding="utf-8").splitlines()
    header = lines[0].split("\t")
    return [dict(zip(header, line.split("\t"), strict=True)) for line in lines[1:]]


def bound(value: Decimal | None) -> str:
    """The bound to four decimals, as the tables of expected claims give it."""
    return "" if value is None else f"{round(value, 4).normalize():f}"


@pytest.mark.parametrize("name", [name for name, _, _ in WORKED])
def test_the_reader_finds_the_expected_claims_of_a_fixture_and_no_others(name: str) -> None:
    found = extract(read_document(str(FIXTURES / name))).claims
    read = [
        (
            claim.surface,
            bound(claim.quantity.low),
            bound(claim.quantity.high),
            claim.quantity.hedge,
            claim.quantity.kind,
            claim.attribution.type,
            claim.attribution.source or "",
            claim.attribution.polarity,
        )
        for claim in found
    ]
    columns = ("surface", "low", "high", "hedge", "kind", "type", "source", "polarity")
    assert read == [tuple(row[column] for column in columns) for row in expected_rows(name)]
