"""Which files are let in, and what is said of the others."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from factcheck.errors import AskedWrongly, IntegrityFailure, LedgerBusy, NotFound
from factcheck.ledger.opening import open_ledger
from tests.ledger.given import behind_its_back, fill


def test_reading_where_there_is_no_ledger_says_how_to_make_one(path: Path) -> None:
    with pytest.raises(NotFound) as refused:
        open_ledger(path, mode="read")
    assert "factcheck record" in refused.value.hint
    assert not path.exists()


def test_reading_an_empty_file_finds_nothing_recorded(path: Path) -> None:
    path.touch()
    with pytest.raises(NotFound, match="empty"):
        open_ledger(path, mode="read")
    assert path.stat().st_size == 0


def test_writing_into_a_folder_that_is_not_there_makes_no_folder(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="no folder"):
        open_ledger(tmp_path / "absent" / "claims.db", mode="write")
    assert not list(tmp_path.iterdir())


def test_a_folder_is_no_ledger(tmp_path: Path) -> None:
    with pytest.raises(AskedWrongly, match="not a file"):
        open_ledger(tmp_path, mode="write")


@pytest.mark.parametrize("mode", ["read", "write"])
def test_a_path_that_no_file_can_have_is_not_found(tmp_path: Path, mode) -> None:
    with pytest.raises(NotFound):
        open_ledger(tmp_path / ("n" * 5000), mode=mode)


@pytest.mark.parametrize("mode", ["read", "write"])
def test_a_folder_that_may_not_be_entered_is_busy(as_nobody: Path, mode) -> None:
    as_nobody.chmod(0o000)
    with pytest.raises(LedgerBusy, match="may not be looked at"):
        open_ledger(as_nobody / "claims.db", mode=mode)


def test_a_sqlite_without_strict_tables_is_told_to_be_too_old(path: Path, monkeypatch) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 34, 1))
    with pytest.raises(AskedWrongly, match="too old"):
        open_ledger(path, mode="write")
    assert not path.exists()


@pytest.mark.parametrize("name", ["per cent%20.db", "what?mode=memory.db", "hash#.db", "ünï.db"])
def test_a_path_means_itself_whatever_characters_it_has(tmp_path: Path, name: str) -> None:
    with open_ledger(tmp_path / name, mode="write"):
        pass
    assert [found.name for found in tmp_path.iterdir()] == [name]


def foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE notes (text)")


def newer(path: Path) -> None:
    with open_ledger(path, mode="write"):
        pass
    behind_its_back(path, "PRAGMA user_version = 99")


def without_version(path: Path) -> None:
    with open_ledger(path, mode="write"):
        pass
    behind_its_back(path, "PRAGMA user_version = 0")


def with_view(path: Path) -> None:
    newly_made_with(path, "CREATE VIEW evil AS SELECT load_extension('x')")


def with_trigger(path: Path) -> None:
    newly_made_with(path, "CREATE TRIGGER evil AFTER INSERT ON claims BEGIN DELETE FROM agreements; END")


def without_trigger(path: Path) -> None:
    newly_made_with(path, "DROP TRIGGER citations_no_delete")


def with_weaker_trigger(path: Path) -> None:
    newly_made_with(
        path,
        "DROP TRIGGER citations_no_delete",
        "CREATE TRIGGER citations_no_delete BEFORE DELETE ON citations WHEN 0 BEGIN SELECT 1; END",
    )


def with_index(path: Path) -> None:
    newly_made_with(path, "CREATE UNIQUE INDEX evil ON claims (hedge)")


def with_other_type(path: Path) -> None:
    newly_made_with(
        path,
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_master SET sql = replace(sql, 'span_start INTEGER', 'span_start ANY') "
        "WHERE name = 'claims'",
    )


def with_other_column(path: Path) -> None:
    newly_made_with(path, "ALTER TABLE claims ADD COLUMN secret TEXT")


def newly_made_with(path: Path, *statements: str) -> None:
    with open_ledger(path, mode="write"):
        pass
    with closing(sqlite3.connect(path)) as other:
        for statement in statements:
            other.execute(statement)
        other.commit()


def no_sqlite(path: Path) -> None:
    path.write_text("Claims, a list of them, in a text file that is long enough to have a page.\n" * 60)


def cut_off(path: Path) -> None:
    with open_ledger(path, mode="write") as ledger:
        fill(ledger)
    path.write_bytes(path.read_bytes()[:5000])


@pytest.mark.parametrize("mode", ["read", "write"])
@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (foreign, "another program"),
        (newer, "newer factcheck"),
        (without_version, "no version"),
        (with_view, "view that is not ours: evil"),
        (with_trigger, "trigger that is not ours: evil"),
        (with_index, "index that is not ours: evil"),
        (with_other_type, "table claims was changed"),
        (without_trigger, "trigger citations_no_delete is missing"),
        (with_weaker_trigger, "trigger citations_no_delete was changed"),
        (with_other_column, "table claims was changed"),
        (no_sqlite, "no SQLite database"),
        (cut_off, "damaged"),
    ],
)
def test_a_file_that_is_not_ours_is_refused_with_a_hint_and_left_alone(
    path: Path, spoil, words, mode
) -> None:
    spoil(path)
    before = path.read_bytes()
    with pytest.raises(IntegrityFailure, match=words) as refused:
        open_ledger(path, mode=mode)
    assert refused.value.hint
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]
