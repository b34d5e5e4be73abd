"""How does a result reach a file so that a failed write leaves the old file whole?

The result goes to a new file in the same folder, reaches the disk, and then takes the name of
the old one in one step. Whoever reads the file meanwhile sees the old one or the new, never
half of it. A symbolic link is followed and stays a link. A pipe or a device (`/dev/stdout`)
cannot be replaced, so it is written directly.

Callers: `cli`, for every `--output`.
"""

from __future__ import annotations

import io
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, TextIO

from factcheck.errors import AskedWrongly, FactcheckError, LedgerBusy, NotFound
from factcheck.ledger.admission import refuse_companion

DATABASE = b"SQLite format 3\x00"


@contextmanager
def replacing(path: Path) -> Iterator[TextIO]:
    """A text stream (UTF-8, line ends as written) whose content becomes the file when the block ends.

    If the block raises, or the disk does, the file is what it was before.
    """
    with replacing_bytes(path) as stream:
        text = io.TextIOWrapper(stream, encoding="utf-8", newline="")
        try:
            yield text
            text.flush()
        finally:
            text.detach()


@contextmanager
def replacing_bytes(path: Path) -> Iterator[BinaryIO]:
    """The same for bytes: a workbook, say."""
    target = Path(os.path.realpath(path))  # a link to itself is a name like any other
    try:
        if target.exists() and not target.is_file() and not target.is_dir():
            with target.open("wb") as stream:
                yield stream
            return
        with _replacing_file(target) as stream:
            yield stream
    except BrokenPipeError:
        raise
    except OSError as error:
        raise _unwritable(path, error) from error


@contextmanager
def _replacing_file(target: Path) -> Iterator[BinaryIO]:
    if target.is_dir():
        raise IsADirectoryError(21, "is a folder")
    _spare_databases(target)
    mode = target.stat().st_mode & 0o777 if target.exists() else 0o666
    draft = target.with_name(f".{target.name}.{secrets.token_hex(4)}.tmp")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(descriptor)
        draft.replace(target)
    except BaseException:
        with suppress(FileNotFoundError):
            draft.unlink()
        raise


def _spare_databases(target: Path) -> None:
    """Refuse to write over a database: whoever names one here has mistaken one path for another."""
    refuse_companion(target)
    if not target.exists():
        return
    with target.open("rb") as old:
        if old.read(len(DATABASE)) == DATABASE:
            raise AskedWrongly(f"{target}: is a database, and is left as it is", "name another file")


def _unwritable(path: Path, error: OSError) -> FactcheckError:
    """The error in the words of someone who asked for that file."""
    if isinstance(error, FileNotFoundError):
        return NotFound(f"{path}: the folder does not exist", "create it, or name another file")
    if isinstance(error, IsADirectoryError):
        return AskedWrongly(f"{path}: is a folder, not a file", "name a file inside it")
    return LedgerBusy(f"{path}: cannot be written: {error.strerror}", "the old file, if any, is unchanged")
