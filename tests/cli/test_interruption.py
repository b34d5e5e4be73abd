"""A long recording that is interrupted keeps what it told, whole, and goes on where it was."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Typed

DOCUMENTS, CLAIMS, TOLD = 120, 12, 40
# As from a terminal: whoever runs the tests in the background has SIGINT ignored.
RECORD = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
from factcheck.cli.main import main
sys.exit(main(["record", "articles"]))
"""


@pytest.fixture
def articles(type_in: Typed) -> Path:
    folder = Path("articles")
    folder.mkdir()
    for number in range(DOCUMENTS):
        homes = (f"Some {20 + number + place} homes burned in ward {place}." for place in range(CLAIMS))
        (folder / f"{number:03}.txt").write_text(" ".join(homes), encoding="utf-8")
    return folder


def claims_by_document(type_in: Typed) -> dict[str, int]:
    counts: dict[str, int] = {}
    for claim in type_in("list", "--json").json["claims"]:
        counts[claim["document"]] = counts.get(claim["document"], 0) + 1
    return counts


@pytest.mark.skipif(sys.platform == "win32", reason="SIGINT is sent to a process of its own")
def test_what_was_told_is_kept_whole_and_the_next_run_goes_on(type_in: Typed, articles: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", RECORD], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as running:
        assert running.stdout is not None
        told = [running.stdout.readline() for _ in range(TOLD)]
        running.send_signal(signal.SIGINT)
        rest, err = running.communicate()
    told += rest.splitlines()
    assert (running.returncode, len(told) < DOCUMENTS) == (130, True), (err, len(told))
    assert "nothing half done was kept" in err
    kept = claims_by_document(type_in)
    assert set(kept.values()) == {CLAIMS}, "no half document"
    assert all(line.rpartition("document ")[2].strip(" )\n") in kept for line in told), (
        "what was told is there"
    )
    assert type_in("audit", "verify").code == 0
    again = type_in("record", "articles")
    assert again.code == 0
    assert again.out.count("recorded before") == len(kept)
    assert list(claims_by_document(type_in).values()) == [CLAIMS] * DOCUMENTS
    assert type_in("audit", "verify").code == 0
