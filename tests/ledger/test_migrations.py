"""A file comes to the present schema once, in order, and only if it is ours."""

import hashlib
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from factcheck.desk.dossiers import dossier
from factcheck.ledger.audit import events, verify
from factcheck.ledger.opening import open_ledger
from factcheck.ledger.schema import APPLICATION_ID, VERSION, VERSIONS
from factcheck.ledger.search import list_claims
from factcheck.ledger.store import Ledger
from factcheck.ledger.versions import version_1
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
    assert [tuple(row) for row in noted] == [
        ("factcheck", "0001_records", NOON),
        ("factcheck", "0002_settings_measurands_derivations", NOON),
        ("factcheck", "0003_revisions_decisions_judgements", NOON),
        ("factcheck", "0004_indexes", NOON),
    ]


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
    statements = (*version_1.MADE[:5], "CREATE TABLE meta (twice)")
    monkeypatch.setattr(version_1, "MADE", statements)
    try:
        open_ledger(path, mode="write")
    except sqlite3.OperationalError:
        monkeypatch.undo()
    with open_ledger(path, mode="write") as made:
        fill(made)


OLDER = Path(__file__).parent / "older"  # each made by the program when its schema had that version


@pytest.mark.parametrize("version", range(1, VERSION))
@pytest.mark.parametrize("mode", ["read", "write"])
def test_every_older_ledger_opens_with_all_that_it_held(tmp_path: Path, version: int, mode) -> None:
    older = tmp_path / "older.db"
    shutil.copy(OLDER / f"version-{version}.db", older)
    with open_ledger(older, mode=mode) as opened:
        assert opened.rows("PRAGMA user_version")[0][0] == VERSION
        assert verify(opened) == ()
        assert len(tuple(events(opened))) == 16
        told = {listed.phrase: listed for listed in list_claims(opened)}
        assert set(told) == {"More than 1,200 villagers", "At least 17 bridges", "over 900 excess deaths"}
        cited = told["over 900 excess deaths"]
        assert (cited.band, cited.citations) == ("single-source support", 3)
        assert dossier(opened, cited.id).claim.measure == "excess deaths"


@pytest.mark.parametrize("version", range(1, VERSION))
def test_reading_an_older_ledger_leaves_its_file_as_it_is(tmp_path: Path, version: int) -> None:
    older = tmp_path / "older.db"
    shutil.copy(OLDER / f"version-{version}.db", older)
    older.chmod(0o444)
    before = older.read_bytes()
    for _ in range(2):
        with open_ledger(older, mode="read") as opened:
            assert len(list(list_claims(opened))) == 3
    assert older.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["older.db"]


RELEASED = [
    (VERSIONS[0], "ef7a5be1b8da34f9f24977e98e26e0365461da06dffc1781b7e9e01cfa997482"),
    (VERSIONS[1], "eda5f984acf0061beabde83444cb5348d97d15f66ad3beec058f6fcc4d309405"),
    (VERSIONS[2], "8ed085899de2d87bf438279de752e184ae971a05e32af0c6ca7793915ac70f17"),
    (VERSIONS[3], "6ebdf94dab12ebc9b934d958a611ef4ad5fcbb34435aa978a309d4f6413dc084"),
]


@pytest.mark.parametrize(
    ("statements", "held"), RELEASED, ids=["version 1", "version 2", "version 3", "version 4"]
)
def test_the_statements_of_a_released_version_are_never_edited(
    statements: tuple[str, ...], held: str
) -> None:
    made = hashlib.sha256("\n".join(statements).encode()).hexdigest()
    assert made == held, "write a migration instead"
