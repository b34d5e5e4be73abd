"""A file comes to the present schema once, in order, and only if it is ours."""

import sqlite3
from contextlib import closing
from pathlib import Path

from factcheck.ledger.schema import APPLICATION_ID, VERSION
from factcheck.ledger.store import Ledger, open_ledger
from tests.ledger.given import NOON, fill


def test_a_new_ledger_says_what_it_is(ledger: Ledger, path: Path) -> None:
    assert ledger.id == "marn"
    assert path.read_bytes()[68:72] == b"FCKL"
    pragmas = [
        ledger.rows(f"PRAGMA {name}")[0][0] for name in ("application_id", "user_version", "journal_mode")
    ]
    assert pragmas == [APPLICATION_ID, VERSION, "delete"]


def test_every_migration_is_noted_with_the_time_that_was_given(ledger: Ledger) -> None:
    noted = ledger.rows("SELECT migration_set, name, applied_at FROM _sqlite_migrations ORDER BY id")
    assert [tuple(row) for row in noted] == [("factcheck", "0001_records", NOON)]


def test_opening_again_changes_nothing(ledger: Ledger, path: Path) -> None:
    fill(ledger)
    before = path.read_bytes()
    with open_ledger(path, mode="write", ledger_id="another", at="2030-01-01T00:00:00Z") as again:
        assert again.id == "marn"
    assert path.read_bytes() == before


def test_ledgers_made_without_a_name_are_told_apart(tmp_path: Path) -> None:
    names = set()
    for number in range(3):
        with open_ledger(tmp_path / f"{number}.db", mode="write") as made:
            names.add(made.id)
    assert len(names) == 3


def test_a_bare_database_may_become_a_ledger(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("VACUUM")
    with open_ledger(path, mode="write") as made:
        fill(made)


def test_a_making_that_fails_leaves_no_half_ledger(path: Path, monkeypatch) -> None:
    from factcheck.ledger import migrations

    statements = (*migrations.STATEMENTS[:5], "CREATE TABLE meta (twice)")
    monkeypatch.setattr(migrations, "STATEMENTS", statements)
    try:
        open_ledger(path, mode="write")
    except sqlite3.OperationalError:
        monkeypatch.undo()
    with open_ledger(path, mode="write") as made:
        fill(made)
