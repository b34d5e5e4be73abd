"""Bad input meets one clear line, a hint, the exit code of its kind, and an untouched database."""

import sqlite3
from pathlib import Path

import pytest

from tests.cli.conftest import Typed

PHRASE = "over 1,500 protesters were killed"


def files(folder: Path) -> None:
    (folder / "good.txt").write_text("Some 40 people fled.\n")
    (folder / "empty.txt").write_text("")
    (folder / "binary.txt").write_bytes(b"\x7fELF\0\0\0")
    (folder / "latin.txt").write_bytes(b"caf\xe9 40\n")
    (folder / "folder").mkdir()
    (folder / "notes.db").write_text("this is no database at all, only words\n" * 40)


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["extract", "none.txt"], 3, "no such file"),
        (["extract", "folder"], 3, "no texts"),
        (["extract", "empty.txt"], 6, "empty"),
        (["extract", "binary.txt"], 6, "binary"),
        (["extract", "latin.txt"], 6, "not UTF-8"),
        (["extract"], 2, "Missing argument"),
        (["frobnicate"], 2, "No such command"),
        (["list"], 3, "claims.db"),
        (["show", "abc"], 3, "claims.db"),
        (["--db", "notes.db", "list"], 4, "notes.db"),
        (["--db", "notes.db", "add", PHRASE], 4, "notes.db"),
        (["add", "many protesters were killed"], 2, "no number"),
        (["add", PHRASE, "--date", "16 Dec 2019"], 2, "no date"),
        (["add", "40 died and 90 fled"], 2, "several numbers"),
        (["import", "case", "none.json"], 3, "none.json"),
        (["import", "case", "good.txt"], 6, "not JSON"),
        (["export", "--format", "xml"], 2, "xml"),
    ],
)
def test_bad_input_is_answered_in_one_line_with_a_hint(
    type_in: Typed, tmp_path: Path, arguments: list[str], code: int, says: str
) -> None:
    files(tmp_path)
    answer = type_in(*arguments)
    assert answer.code == code, answer.err
    first, second = answer.err.splitlines()
    assert first.startswith("factcheck: ")
    assert says in first
    assert second.startswith("hint: ")
    assert "Traceback" not in answer.err
    assert answer.out == ""


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["show", "zzzz"], 3, "no claim"),
        (["score", "zzzz"], 3, "no claim"),
        (["cite", "zzzz", "304 were killed", "--source", "X"], 3, "no claim"),
        (["cite", "CLAIM", "nobody knows", "--source", "X"], 2, "no number"),
        (["cite", "CLAIM", "304 died, 90 fled", "--source", "X"], 2, "several numbers"),
        (["cite", "CLAIM", "304 died", "--source", "X", "--stance", "conflicts"], 2, "reason"),
        (["cite", "CLAIM", "304 died", "--source", " "], 2, "no source"),
        (["cite", "CLAIM", "304 died"], 2, "--source"),
        (["cite", "CLAIM", "304 died", "--source", "X", "--date", "yesterday"], 2, "no date"),
        (["source", "show", "nobody"], 3, "no source"),
        (["list", "--source", "nobody"], 3, "no source"),
    ],
)
def test_a_refused_command_leaves_the_database_as_it_was(
    type_in: Typed, tmp_path: Path, arguments: list[str], code: int, says: str
) -> None:
    claim = type_in("add", PHRASE, "--source", "per MEK reports", "--json").json["claim"]["id"]
    before = (tmp_path / "claims.db").read_bytes()
    answer = type_in(*[claim if argument == "CLAIM" else argument for argument in arguments])
    assert answer.code == code, answer.err
    assert says in answer.err.splitlines()[0]
    assert (tmp_path / "claims.db").read_bytes() == before


def test_a_locked_database_is_busy_and_nothing_is_lost(
    type_in: Typed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    type_in("add", PHRASE)
    monkeypatch.setenv("FACTCHECK_TIMEOUT", "0.1")
    other = sqlite3.connect(tmp_path / "claims.db", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    answer = type_in("add", "over 90 were hurt")
    other.close()
    assert answer.code == 5
    assert "hint: " in answer.err


def test_the_highest_code_wins_and_the_other_files_are_read(type_in: Typed, tmp_path: Path) -> None:
    files(tmp_path)
    answer = type_in("extract", "none.txt", "empty.txt", "good.txt", "--nl")
    assert answer.code == 6
    assert answer.out.count("\n") == 1
    assert answer.err.count("factcheck: ") == 2
