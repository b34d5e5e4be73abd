"""What does it mean for the user that SQLite refused?

SQLite says "database is locked" or "file is not a database"; a user needs to know what
happened to the work and what to do next. Every statement of the ledger runs within
`translated`, which raises our error in place of SQLite's. A broken constraint is not
translated: no user can cause one, so it is a defect of ours and should look like one.

Callers: `store`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

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


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Run a statement on the ledger at this path; what SQLite refuses is raised as an error of ours."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
        meaning = _MEANINGS.get(code & 0xFF)
        if meaning is None and str(error).startswith(_SIGNS_OF_DAMAGE):
            meaning = _MEANINGS[sqlite3.SQLITE_CORRUPT]
        if meaning is None:
            raise
        kind, what, hint = meaning
        raise kind(f"{path} {what}", hint) from error
    except UnicodeDecodeError as error:  # SQLite complains of the damage in words that are damaged too
        raise IntegrityFailure(f"{path} is damaged", _RESTORE) from error
    except UnicodeEncodeError as error:
        wrong = f"text holds half of a surrogate pair (U+{ord(error.object[error.start]):04X})"
        raise AskedWrongly(f"{wrong}, which no file can hold", "replace that character") from error
    except OverflowError as error:
        raise AskedWrongly("a number is too large for the ledger", "give a smaller one") from error
