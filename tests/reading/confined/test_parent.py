"""Whatever becomes of a child process, its parent answers with a sentence, in time, and goes on."""

import json
import subprocess
import sys

import pytest

from factcheck.reading.confined import parent
from factcheck.reading.confined.parent import Limits, parse
from factcheck.reading.readings import Refused
from tests.reading.confined.misbehaving import EXTRACTED
from tests.reading.makers import docx, paragraph

TIGHT = Limits(cpu_seconds=1, seconds=2.0, answer=1_000_000)


@pytest.mark.parametrize(
    ("order", "word"),
    [
        ("die", "malformed"),
        ("hang", "too slow"),
        ("close and hang", "too slow"),
        ("spin", "too slow"),
        ("flood", "too large"),
        ("say nothing", "malformed"),
        ("", "malformed"),
        ("not JSON", "malformed"),
        ("[" * 100_000, "malformed"),
        ("[]", "malformed"),
        (json.dumps({"refused": ["word"]}), "malformed"),
        (json.dumps({**EXTRACTED, "places": [[0, 8, "page", 1, "1", None]]}), "malformed"),
        (json.dumps({"refused": ["empty", "holds no text", "Look."]}), "empty"),
    ],
    ids=lambda value: value[:24],
)
def test_a_child_that_does_not_answer_is_a_refusal(
    monkeypatch: pytest.MonkeyPatch, order: str, word: str
) -> None:
    monkeypatch.setattr(parent, "CHILD", "tests.reading.confined.misbehaving")
    with pytest.raises(Refused) as refused:
        parse(order.encode(), "html", limits=TIGHT)
    assert refused.value.word == word


def test_a_child_that_answers_is_heard(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parent, "CHILD", "tests.reading.confined.misbehaving")
    assert parse(json.dumps(EXTRACTED).encode(), "html", limits=TIGHT).text == "40 fled"


def test_a_child_that_reads_nothing_does_not_hold_its_parent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parent, "CHILD", "no.such.module")
    with pytest.raises(Refused, match="malformed"):
        parse(b"9" * 5_000_000, "html", limits=TIGHT)


def test_a_folder_that_holds_modules_of_the_same_names_changes_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("hostile")
    for name in ("json.py", "zipfile.py", "lxml.py"):
        (folder / name).write_text("raise SystemExit(9)")
    monkeypatch.chdir(folder)
    assert parse(docx(paragraph("40 fled")), "zip").text == "40 fled"


FORBIDDEN = """
import os, socket, subprocess, sys
from pathlib import Path
from factcheck.reading.confined.child import _forbid
sys.addaudithook(_forbid)
for act in (
    lambda: socket.socket(), lambda: socket.getaddrinfo("localhost", 80), lambda: os.system("true"),
    lambda: subprocess.run(["true"]), lambda: os.fork(), lambda: os.execv("/bin/true", ["true"]),
    lambda: Path("a.txt").write_text("40"), lambda: os.open("a.txt", os.O_CREAT), lambda: os.remove("a.txt"),
    lambda: os.rename("a.txt", "b.txt"), lambda: os.mkdir("a"), lambda: os.kill(os.getpid(), 9),
):
    try:
        act()
    except PermissionError:
        print("refused")
print(len(Path(__file__ if False else sys.executable).read_bytes()) > 0)
"""


def test_a_parser_can_open_no_connection_start_no_program_and_write_no_file() -> None:
    done = subprocess.run([sys.executable, "-c", FORBIDDEN], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["refused"] * 12 + ["True"]
