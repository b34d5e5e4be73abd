"""May this file be trusted to be a ledger, before anything of it is believed?

A `claims.db` may come by mail. Its triggers, views and indexes run inside our own statements,
so a file is admitted only if every trigger, view, table and index that we would make
is there, word for word, and no trigger, view or index beyond them. What it says of itself
(`application_id`, `user_version`) decides whether it is foreign, newer, or merely old.

Callers: `store`, on every opening.
"""

from __future__ import annotations

import sqlite3
import stat
from pathlib import Path
from typing import Literal

from factcheck.errors import AskedWrongly, IntegrityFailure, LedgerBusy, NotFound
from factcheck.ledger.schema import APPLICATION_ID, EXPECTED, VERSION

OLDEST_SQLITE = (3, 37)
# sqlite-utils indexes its own table, in which no record stands.
_SCHEMA = """
SELECT type, name, sql FROM sqlite_master
WHERE sql NOT NULL AND NOT (type = 'index' AND tbl_name = '_sqlite_migrations')
"""
_COMPANIONS = ("-journal", "-wal", "-shm")
_ANY_WRITE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH
Condition = Literal["empty", "older", "present"]


def check_place(path: Path, mode: Literal["read", "write"]) -> None:
    """Refuse a path where no ledger can be: none to read, no folder to write in, not a file."""
    try:
        there, is_file, has_folder = path.exists(), path.is_file(), path.parent.is_dir()
    except PermissionError as error:
        raise LedgerBusy(f"{path} may not be looked at", "check who may enter its folder") from error
    except OSError as error:
        raise NotFound(
            f"{path} cannot be reached: {error.strerror}", "give another path with --db"
        ) from error
    if there and not is_file:
        raise AskedWrongly(f"{path} is not a file", "give the path of a claims.db with --db")
    if not there and mode == "read":
        raise NotFound(
            f"there is no ledger at {path}", "`factcheck record PATH` makes one; --db names another"
        )
    if not has_folder:
        raise NotFound(f"there is no folder {path.parent}", "make the folder first, or give another --db")
    if mode == "write":
        refuse_companion(path)
        _check_writable(path if there else path.parent)
        _check_writable(path.parent)


def refuse_companion(path: Path) -> None:
    """Refuse the name of a file that SQLite keeps beside one that is there: it would take it for its own."""
    for ending in _COMPANIONS:
        if path.name.endswith(ending) and path.with_name(path.name.removesuffix(ending)).is_file():
            what = f"{path} is a name that SQLite uses beside {path.name.removesuffix(ending)}"
            raise AskedWrongly(what, "name another file")


def _check_writable(place: Path) -> None:
    """Refuse what its owner marked read-only, even for a user whom the system would let write."""
    if not place.stat().st_mode & _ANY_WRITE:
        hint = "nothing was written; make the file and its folder writable, or give another --db"
        raise LedgerBusy(f"{place} is read-only", hint)


def check_sqlite() -> None:
    """Refuse a SQLite that does not know STRICT tables."""
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        needed = ".".join(map(str, OLDEST_SQLITE))
        told = f"this Python's SQLite ({sqlite3.sqlite_version}) is too old: a ledger needs {needed}"
        raise AskedWrongly(told, "use another build of Python")


def condition(connection: sqlite3.Connection, path: Path) -> Condition:
    """Whether the file is empty, an older ledger, or a present one; a foreign or newer file is refused."""
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if application == 0 and version == 0 and _is_bare(connection):
        return "empty"
    if application != APPLICATION_ID:
        hint = "give the path of a claims.db with --db"
        raise IntegrityFailure(f"{path} is a SQLite database of another program", hint)
    if version > VERSION:
        told = f"{path} was written by a newer factcheck (schema {version}; this one knows {VERSION})"
        raise IntegrityFailure(told, "install the newer version")
    if version < 1:
        raise _tampered(path, "it has no version")
    return "present" if version == VERSION else "older"


def check_schema(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse a file whose tables, indexes or triggers are not ours, or that has any beyond them."""
    held = {(kind, name): sql for kind, name, sql in connection.execute(_SCHEMA)}
    for (kind, name), statement in EXPECTED.items():
        if held.get((kind, name)) != statement:
            state = "is missing" if (kind, name) not in held else "was changed"
            raise _tampered(path, f"the {kind} {name} {state}")
    for kind, name in sorted(held.keys() - EXPECTED.keys()):
        if kind in ("trigger", "view", "index"):
            raise _tampered(path, f"it has a {kind} that is not ours: {name}")


def _is_bare(connection: sqlite3.Connection) -> bool:
    """Whether the database holds no table, index, trigger or view at all."""
    return connection.execute("SELECT 1 FROM sqlite_master").fetchone() is None


def _tampered(path: Path, how: str) -> IntegrityFailure:
    """The refusal of a file that somebody changed from outside."""
    hint = "do not work with this file; restore it from a copy or ask whoever sent it"
    return IntegrityFailure(f"{path} is not as factcheck made it: {how}", hint)
