"""SQLite spells the facts of a row as the events do; rows are accounted for in the order of recording."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.ledger.recorded import Recorded
from factcheck.ledger.store import Ledger
from factcheck.ledger.tables import ALIASES, CLAIMS, DOCUMENTS, MEASURANDS, RECORDS, Stored, Table, canonical

NASTY = (
    "",
    '"',
    "\\",
    '":null,"',
    ',"low":null',
    "\x00",
    "\x1b[2J",
    "\n\r\t\b\f",
    "it’s",
    "МЕК",
    "👩‍👩‍👧",
    "{,}",
    "]}",
)
words = st.one_of(
    st.none(), st.sampled_from(NASTY), st.text(st.characters(exclude_characters="\x7f", codec="utf-8"))
)
stored = st.one_of(words, st.integers(-(2**63), 2**63 - 1))


@contextmanager
def holding(table: Table, rows: Sequence[Sequence[Stored]]) -> Iterator[Ledger]:
    """A file with nothing but the rows of one table, free of types and triggers."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.execute(f"CREATE TABLE {table.name} (entry INTEGER PRIMARY KEY, {', '.join(table.columns)})")
    connection.executemany(table.insertion, rows)
    with Ledger(Path("claims.db"), connection) as ledger, ledger.snapshot():
        yield ledger


def event(table: Table, *rows: Sequence[Stored]) -> bytes:
    """What the event says that states these rows."""
    return canonical({table.name: [table.facts(row) for row in rows]}).encode()


@pytest.mark.parametrize("table", RECORDS, ids=lambda table: table.name)
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_sqlite_spells_the_facts_of_a_row_as_the_events_do(table: Table, data: st.DataObject) -> None:
    row = ["key" if name in table.key else data.draw(stored) for name in table.columns]
    with holding(table, [row]) as ledger:
        assert Recorded(ledger, table).takes(event(table, row))


@pytest.mark.parametrize("change", [0, 1, 5, len(CLAIMS.columns) - 1])
def test_a_row_that_differs_in_any_column_is_not_the_one_that_was_stated(change: int) -> None:
    row: list[Stored] = ["x"] * len(CLAIMS.columns)
    with holding(CLAIMS, [[*row[:change], "y", *row[change + 1 :]]]) as ledger:
        assert not Recorded(ledger, CLAIMS).takes(event(CLAIMS, row))


@pytest.mark.parametrize("size", [1, 3, 250])
def test_an_event_may_state_several_rows(size: int) -> None:
    rows = [(f"s{number}", f"The Marn Echo {number}") for number in range(500)]
    with holding(ALIASES, rows) as ledger:
        records = Recorded(ledger, ALIASES)
        for start in range(0, 500, size):
            assert records.takes(event(ALIASES, *rows[start : start + size]))
        assert (records.left(), records.disorder) == ([], None)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}",
        b'{"aliases":[]}',
        b'{"aliases":[{"alias":"b","source":"a"}',
        b'{"aliases":[{"alias":"b","source":"a"}]',
    ],
)
def test_content_that_states_nothing_or_breaks_off_takes_no_row(content: bytes) -> None:
    with holding(ALIASES, [("a", "b")]) as ledger:
        records = Recorded(ledger, ALIASES)
        assert not records.takes(content)
        assert records.left() == [1]


def test_rows_that_were_looked_up_are_accounted_for_and_the_others_are_left() -> None:
    rows = [(name, "x") for name in "abcde"]
    with holding(ALIASES, rows) as ledger:
        records = Recorded(ledger, ALIASES)
        records.account(2)
        assert records.takes(event(ALIASES, rows[2]))
        records.account(2)  # another ledger states it, too
        records.account(5)
        assert (records.left(), records.disorder) == ([1, 4], None)


def test_a_row_that_stands_before_one_that_was_stated_earlier_is_in_disorder() -> None:
    with holding(ALIASES, [("a", "x"), ("b", "x")]) as ledger:
        records = Recorded(ledger, ALIASES)
        records.account(2)
        records.account(1)
        assert (records.left(), records.disorder) == ([], 1)


def test_a_gap_in_the_order_of_recording_is_disorder() -> None:
    with holding(ALIASES, [("a", "x"), ("b", "x"), ("c", "x")]) as ledger:
        ledger.rows("DELETE FROM aliases WHERE entry = 2")
        records = Recorded(ledger, ALIASES)
        assert records.takes(event(ALIASES, ("a", "x")))
        assert (records.left(), records.disorder) == ([3], 3)


@pytest.mark.parametrize(
    ("table", "first"),
    [(MEASURANDS, "citation"), (DOCUMENTS, "characters")],
    ids=lambda value: str(value)[:20],
)
def test_the_first_fact_of_a_row_may_be_absent(table: Table, first: str) -> None:
    assert sorted(table.stated)[0] == first
    row = [None if name == first else "x" for name in table.columns]
    with holding(table, [row]) as ledger:
        assert Recorded(ledger, table).takes(event(table, row))
