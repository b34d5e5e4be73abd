import os
import stat
from pathlib import Path

import pytest

from factcheck.errors import AskedWrongly, FactcheckError, NotFound
from factcheck.exchange.files import replacing, replacing_bytes


def test_the_text_is_in_the_file_as_written(tmp_path: Path) -> None:
    with replacing(tmp_path / "claims.csv") as out:
        out.write("Zoë\n1\r\n")
    assert (tmp_path / "claims.csv").read_bytes() == "Zoë\n1\r\n".encode()
    assert [path.name for path in tmp_path.iterdir()] == ["claims.csv"]


def write_half(path: Path, failure: BaseException) -> None:
    with replacing(path) as out:
        out.write("new" * 100_000)
        raise failure


@pytest.mark.parametrize("failure", [ZeroDivisionError(), KeyboardInterrupt()])
def test_a_failure_midway_leaves_the_old_file_whole_and_no_other(
    tmp_path: Path, failure: BaseException
) -> None:
    path = tmp_path / "claims.csv"
    path.write_text("old")
    with pytest.raises(type(failure)):
        write_half(path, failure)
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_the_old_file_is_seen_until_the_new_one_is_complete(tmp_path: Path) -> None:
    path = tmp_path / "claims.csv"
    path.write_text("old")
    with replacing(path) as out:
        out.write("new")
        out.flush()
        assert path.read_text() == "old"
    assert path.read_text() == "new"


def test_permissions_are_kept_and_a_new_file_obeys_the_umask(tmp_path: Path) -> None:
    kept, fresh = tmp_path / "kept", tmp_path / "fresh"
    kept.write_text("old")
    kept.chmod(0o640)
    before = os.umask(0o027)
    try:
        for path in (kept, fresh):
            with replacing(path) as out:
                out.write("new")
    finally:
        os.umask(before)
    assert [stat.S_IMODE(path.stat().st_mode) for path in (kept, fresh)] == [0o640, 0o640]


def test_a_link_stays_a_link_and_its_target_is_replaced(tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_text("old")
    link.symlink_to(target)
    with replacing(link) as out:
        out.write("new")
    assert link.is_symlink()
    assert target.read_text() == "new"


def test_a_pipe_is_written_directly(tmp_path: Path) -> None:
    with replacing(Path(os.devnull)) as out:
        out.write("anything")
    assert not Path(os.devnull).is_file()


@pytest.mark.parametrize(
    ("name", "error", "says"),
    [("absent/claims.csv", NotFound, "the folder does not exist"), (".", AskedWrongly, "is a folder")],
)
def test_a_place_that_cannot_be_written_is_named(
    tmp_path: Path, name: str, error: type[FactcheckError], says: str
) -> None:
    with pytest.raises(error, match=says) as caught, replacing(tmp_path / name):
        pytest.fail("the block ran without a file")
    assert caught.value.hint


def test_bytes_are_in_the_file_as_written_and_a_failure_leaves_the_old_ones(tmp_path: Path) -> None:
    path = tmp_path / "claims.xlsx"
    with replacing_bytes(path) as out:
        out.write(b"PK\r\n\x00\xff")
    assert path.read_bytes() == b"PK\r\n\x00\xff"
    with pytest.raises(ZeroDivisionError):
        write_half_in_bytes(path)
    assert path.read_bytes() == b"PK\r\n\x00\xff"
    assert list(tmp_path.iterdir()) == [path]


def write_half_in_bytes(path: Path) -> None:
    with replacing_bytes(path) as out:
        out.write(b"half")
        raise ZeroDivisionError
