"""A ledger that came by mail with more in it than we made is refused, and nothing of it runs."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.conftest import Typed

COMMANDS = (
    ("list",),
    ("show", "x"),
    ("add", "over 900 homes burned"),
    ("undo",),
    ("export", "bundle"),
    ("backup", "copy.db"),
    ("audit", "verify"),
)
EVIL = {
    "a trigger": "CREATE TRIGGER evil AFTER INSERT ON events BEGIN DELETE FROM name_keys; END",
    "a view": "CREATE VIEW evil AS SELECT load_extension('evil')",
    "an index": "CREATE UNIQUE INDEX evil ON claims (hedge)",
    "an index by another's name": "CREATE UNIQUE INDEX idx__sqlite_migrations_evil ON claims (hedge)",
    "a table in another's place": "ALTER TABLE claims RENAME TO kept",
    "a column of another type": "ALTER TABLE claims ADD COLUMN evil BLOB",
    "no guard": "DROP TRIGGER events_no_delete",
}


@pytest.fixture
def whole(type_in: Typed) -> Path:
    type_in("add", "over 1,500 died", "--source", "MEK")
    return Path("claims.db")


def refused(type_in: Typed) -> None:
    before = Path("claims.db").read_bytes()
    for command in COMMANDS:
        answer = type_in(*command)
        assert (answer.code, answer.out) == (4, ""), answer
        assert "Traceback" not in answer.err
    answer = type_in("--db", "mine.db", "merge", "claims.db")
    assert answer.code == 4, answer
    assert Path("claims.db").read_bytes() == before
    assert not Path("copy.db").exists()


@pytest.mark.parametrize("statement", EVIL.values(), ids=EVIL)
def test_a_schema_that_is_not_ours_is_refused(type_in: Typed, whole: Path, statement: str) -> None:
    with closing(sqlite3.connect(whole)) as other:
        other.execute(statement)
        other.commit()
    refused(type_in)


def cut(data: bytes) -> bytes:
    return data[: len(data) // 2]


def without_first_page(data: bytes) -> bytes:
    return b"\0" * 100 + data[100:]


@pytest.mark.parametrize("spoil", [cut, without_first_page], ids=lambda spoil: spoil.__name__)
def test_a_damaged_file_is_refused(type_in: Typed, whole: Path, spoil: Callable[[bytes], bytes]) -> None:
    whole.write_bytes(spoil(whole.read_bytes()))
    refused(type_in)


def test_every_flipped_bit_ends_in_an_answer_or_a_sentence(type_in: Typed, whole: Path) -> None:
    data = whole.read_bytes()
    for place in range(0, len(data), len(data) // 60):
        whole.write_bytes(data[:place] + bytes([data[place] ^ 0x10]) + data[place + 1 :])
        for command in (("list",), ("audit", "verify"), ("add", "over 900 homes burned")):
            answer = type_in(*command)
            assert answer.code in (0, 2, 3, 4, 5), (place, answer)
            assert "Traceback" not in answer.err
