"""Bad input meets one clear line, a hint, the exit code of its kind, and an untouched database."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Typed

PHRASE = "over 1,500 protesters were killed"


def files(folder: Path) -> None:
    (folder / "good.txt").write_text("Some 40 people fled.\n")
    (folder / "empty.txt").write_text("")
    (folder / "binary.txt").write_bytes(b"\x7fELF\0\0\0")
    (folder / "damaged.txt").write_bytes("Ça coûte très cher: ".encode() + b"1\xff500\n")
    (folder / "cut.pdf").write_bytes(b"%PDF-1.7\n")
    (folder / "folder").mkdir()
    (folder / "notes.db").write_text("this is no database at all, only words\n" * 40)


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["extract", "none.txt"], 3, "no such file"),
        (["extract", "folder"], 3, "no texts"),
        (["extract", "empty.txt"], 6, "empty"),
        (["extract", "binary.txt"], 6, "binary"),
        (["extract", "damaged.txt"], 6, "not UTF-8"),
        (["extract", "cut.pdf"], 6, "breaks off"),
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


def test_an_export_never_lands_on_a_database(type_in: Typed, tmp_path: Path) -> None:
    type_in("add", PHRASE)
    before = (tmp_path / "claims.db").read_bytes()
    answer = type_in("export", "-o", "claims.db")
    assert answer.code == 2
    assert (tmp_path / "claims.db").read_bytes() == before


def test_a_reader_who_leaves_early_is_no_failure(tmp_path: Path, type_in: Typed) -> None:
    type_in("add", PHRASE)
    command = f"set -o pipefail; {sys.executable} -m factcheck list | head -c 1 >/dev/null"
    assert subprocess.run(["bash", "-c", command], cwd=tmp_path, check=False).returncode == 0


def test_a_full_disk_under_standard_output_says_that_the_record_is_kept(
    type_in: Typed, tmp_path: Path
) -> None:
    command = f"{sys.executable} -m factcheck add '{PHRASE}' > /dev/full"
    done = subprocess.run(["bash", "-c", command], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 5
    assert "is kept" in done.stderr
    assert type_in("list", "--nl").out.count("\n") == 1


@pytest.mark.parametrize("stream", [">&-", "2>&-", "<&-"])
def test_a_closed_stream_gives_no_traceback(tmp_path: Path, type_in: Typed, stream: str) -> None:
    type_in("add", PHRASE)
    command = f"{sys.executable} -m factcheck list {stream}"
    done = subprocess.run(["bash", "-c", command], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert "Traceback" not in done.stderr


def test_a_file_name_of_any_bytes_can_be_recorded(type_in: Typed, tmp_path: Path) -> None:
    name = os.fsdecode(b"odd\xff.txt")
    (tmp_path / name).write_text("Over 40 people fled.")
    assert type_in("record", name).code == 0


@pytest.mark.parametrize("seconds", ["soon", "-1", "nan", "1e99"])
def test_a_time_to_wait_that_is_none_is_refused(
    type_in: Typed, monkeypatch: pytest.MonkeyPatch, seconds: str
) -> None:
    monkeypatch.setenv("FACTCHECK_TIMEOUT", seconds)
    assert type_in("list").code == 2


def test_a_key_that_stands_twice_in_a_case_file_is_refused(type_in: Typed, tmp_path: Path) -> None:
    claim = '{"id": "a", "phrase": "40 fled", "phrase": "50 fled", "measurand": "fled"}'
    (tmp_path / "twice.json").write_text(f'{{"claims": [{claim}]}}')
    answer = type_in("import", "case", "twice.json")
    assert answer.code == 6
    assert "twice" in answer.err
