"""Whatever a target is, a link, a device or the ledger itself: nothing is lost that was not meant."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Answer, Typed

Write = Callable[[str], Answer]
WRITERS = {
    "export": ("export", "claims", "-o"),
    "bundle": ("export", "bundle", "-o"),
    "report": ("report", "-o"),
    "backup": ("backup",),
}


@pytest.fixture(params=WRITERS)
def write(request: pytest.FixtureRequest, type_in: Typed) -> Write:
    """Write the ledger, as one of the commands that write files does, to a target."""
    type_in("add", "over 900 homes burned", "--source", "Council")
    return lambda target: type_in(*WRITERS[request.param], target)


def ledger_is_whole(type_in: Typed) -> bool:
    return type_in("audit", "verify").code == 0 and len(type_in("list", "--json").json["claims"]) == 1


@pytest.mark.parametrize("how", ["claims.db", "./claims.db", "link", "linked/claims.db"])
def test_the_ledger_itself_is_refused_by_whichever_name(write: Write, type_in: Typed, how: str) -> None:
    Path("link").symlink_to("claims.db")
    Path("linked").symlink_to(".")
    answer = write(how)
    assert answer.code == 2, answer
    assert ledger_is_whole(type_in)


@pytest.mark.parametrize("ending", ["-wal", "-journal", "-shm"])
def test_a_name_that_sqlite_uses_beside_the_ledger_is_refused(
    write: Write, type_in: Typed, ending: str
) -> None:
    answer = write(f"claims.db{ending}")
    assert answer.code == 2, answer
    assert "name another file" in answer.err
    assert not Path(f"claims.db{ending}").exists()
    assert ledger_is_whole(type_in)


def test_a_hard_link_to_the_ledger_costs_it_nothing(write: Write, type_in: Typed) -> None:
    os.link("claims.db", "other-name.db")
    assert write("other-name.db").code in (0, 2)
    assert ledger_is_whole(type_in)


def test_a_link_is_followed_or_replaced_and_its_file_is_never_half_written(
    write: Write, type_in: Typed
) -> None:
    Path("precious.txt").write_text("precious\n")
    Path("link.txt").symlink_to("precious.txt")
    assert write("link.txt").code == 0
    written = Path("link.txt").read_bytes()
    assert written.startswith((b"id,document", b'{"format"', b"<!doctype", b"SQLite format 3"))
    assert Path("precious.txt").read_bytes() in (written, b"precious\n")


def test_a_dangling_link_is_no_trap(write: Write, type_in: Typed) -> None:
    Path("dangling").symlink_to("nowhere.txt")
    assert write("dangling").code == 0
    assert Path("dangling").read_bytes()
    assert ledger_is_whole(type_in)


def test_a_link_to_itself_is_a_name_like_any_other(write: Write, type_in: Typed) -> None:
    Path("itself").symlink_to("itself")
    assert write("itself").code == 0
    assert ledger_is_whole(type_in)


@pytest.mark.parametrize("target", ["folder", "missing/out.csv", "claims.db/out.csv", "x" * 300])
def test_what_no_file_can_be_is_refused_in_one_line(write: Write, type_in: Typed, target: str) -> None:
    Path("folder").mkdir()
    answer = write(target)
    assert answer.code in (2, 3, 5), answer
    assert "Traceback" not in answer.err
    assert len(answer.err.splitlines()) == 2, "what is wrong, and a hint"
    assert ledger_is_whole(type_in)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
@pytest.mark.parametrize("device", ["/dev/full", "/dev/null"])
def test_a_device_is_written_to_or_refused_and_never_replaced(
    write: Write, type_in: Typed, device: str
) -> None:
    answer = write(device)
    assert answer.code in (0, 2, 5), answer
    assert Path(device).is_char_device()
    assert ledger_is_whole(type_in)
