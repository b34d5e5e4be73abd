"""What does it mean for the user that SQLite refused?

SQLite says "database is locked" or "file is not a database"; a user needs to know what
happened to the work and what to do next. Whatever a statement of the ledger raises goes
through `refuse`, which raises our error in its place. A broken constraint is raised as it
is: no user can cause one, so it is a defect of ours and should look like one.

Callers: `store`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

from factcheck.errors import AskedWrongly, FactcheckError, IntegrityFailure, LedgerBusy

_NOTHING_WRITTEN = "nothing was written; see to the disk, then try again"
_RESTORE = "restore it from a copy"
_SIGNS_OF_DAMAGE = ("Could not decode to UTF-8", "unsupported file format", "malformed database schema")

_MEANINGS: dict[int, tuple[type[FactcheckError], str, str]] = {
    sqlite3.SQLITE_BUSY: (
        LedgerBusy,
        "is locked by another program",
        "nothing was written; try again when the other one is done",
    ),
    sqlite3.SQLITE_LOCKED: (LedgerBusy, "is locked", "nothing was written; try again"),
    sqlite3.SQLITE_READONLY: (
        LedgerBusy,
        "is read-only",
        "nothing was written; make the file and its folder writable, or give another --db",
    ),
    sqlite3.SQLITE_PERM: (LedgerBusy, "may not be opened", "check who may read and write it"),
    sqlite3.SQLITE_CANTOPEN: (
        LedgerBusy,
        "cannot be opened",
        "check who may read and write the file and its folder",
    ),
    sqlite3.SQLITE_AUTH: (LedgerBusy, "may not be opened", "check who may read and write it"),
    sqlite3.SQLITE_FULL: (LedgerBusy, "found no room on the disk", _NOTHING_WRITTEN),
    sqlite3.SQLITE_IOERR: (LedgerBusy, "could not be read or written (disk error)", _NOTHING_WRITTEN),
    sqlite3.SQLITE_NOTADB: (
        IntegrityFailure,
        "is not a factcheck ledger (no SQLite database)",
        "give the path of a claims.db with --db",
    ),
    sqlite3.SQLITE_CORRUPT: (
        IntegrityFailure,
        "is damaged",
        _RESTORE,
    ),
    sqlite3.SQLITE_TOOBIG: (AskedWrongly, "cannot hold a value this long", "split the text"),
}


REFUSED = (sqlite3.Error, UnicodeError, OverflowError)


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Work on the ledger at this path; what SQLite refuses is raised as an error of ours."""
    try:
        yield
    except REFUSED as error:
        refuse(path, error)


def refuse(path: Path, error: Exception) -> NoReturn:
    """Raise what this error, one of `REFUSED`, means for the user; itself, if it is a defect of ours."""
    meaning = _meaning(error)
    if meaning is None:
        raise error
    kind, what, hint = meaning
    raise kind(f"{path} {what}", hint) from error


def _meaning(error: Exception) -> tuple[type[FactcheckError], str, str] | None:
    """The kind of our error, what to say of the file, and the hint."""
    if isinstance(error, UnicodeEncodeError):
        half = f"half of a surrogate pair (U+{ord(error.object[error.start]):04X})"
        return AskedWrongly, f"cannot hold {half}", "replace that character in the text"
    if isinstance(error, OverflowError):
        return AskedWrongly, "cannot hold a number so large", "give a smaller one"
    # SQLite complains of damaged names in words that are damaged too.
    if isinstance(error, UnicodeDecodeError) or str(error).startswith(_SIGNS_OF_DAMAGE):
        return _MEANINGS[sqlite3.SQLITE_CORRUPT]
    return _MEANINGS.get(getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF)
