"""How is a ledger opened, made and brought up to date?

The one place that opens connections. A file is admitted only if it is ours, not newer than
this program, and holds exactly the triggers and views that we would have made ourselves
(`admission`). Reading never makes a file and never writes to one: an older ledger is read from
a private copy that was brought up to date.

Callers: `desk`, `cli`, `tui`, and `backups`.
"""

from __future__ import annotations

import secrets
import sqlite3
from pathlib import Path
from typing import Literal

from factcheck.errors import NotFound
from factcheck.ledger.admission import check_place, check_schema, check_sqlite, condition
from factcheck.ledger.refusals import translated
from factcheck.ledger.store import Ledger

Mode = Literal["read", "write"]

# `query_only` comes last: a reader must still be able to roll back what a killed writer left.
_SETTINGS = (
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "foreign_keys = ON",
    "recursive_triggers = ON",
    "secure_delete = ON",  # what is redacted is overwritten, not left on a free page
    "cache_size = -65536",  # KiB, used only as far as a large change needs it
)


def open_ledger(
    path: Path, *, mode: Mode, timeout: float = 30.0, ledger_id: str | None = None, at: str | None = None
) -> Ledger:
    """Open the ledger at this path; to write, make or migrate it first where needed.

    Reading works on a read-only file and in a read-only folder, and raises NotFound
    where nothing was recorded yet. `timeout` is how many seconds to wait for a lock.
    `ledger_id` and `at` name and date a ledger that is made now; a random name otherwise.
    """
    check_sqlite()
    check_place(path, mode)
    ledger = Ledger(path, _connect(path, mode, timeout))
    try:
        with translated(path):
            _admit(ledger, mode, ledger_id or secrets.token_hex(8), at)
    except BaseException:
        ledger.close()
        raise
    return ledger


def _connect(path: Path, mode: Mode, timeout: float) -> sqlite3.Connection:
    """A connection with our settings; read mode never makes a file and never writes to one.

    Reading opens the file for writing where it may: after a killed writer, the first
    to open the file has to roll back what was left, and that may be a reader.
    """
    address = f"{path.absolute().as_uri()}?mode={'rw' if mode == 'read' else 'rwc'}"
    with translated(path):
        return _settled(_open(address, timeout))


def _open(address: str, timeout: float = 0.0) -> sqlite3.Connection:
    """A connection that begins no transaction by itself, and that another thread may interrupt."""
    return sqlite3.connect(address, uri=True, timeout=timeout, isolation_level=None, check_same_thread=False)


def _settled(connection: sqlite3.Connection) -> sqlite3.Connection:
    """The connection with our settings, functions and rows."""
    for setting in _SETTINGS:
        connection.execute(f"PRAGMA {setting}")
    connection.create_function("folds_in", -1, _folds_in, deterministic=True)
    connection.row_factory = sqlite3.Row
    return connection


def _folds_in(folded: str, *texts: str | None) -> bool:
    """Whether one of these texts holds what was folded, whatever the case; SQLite knows only ASCII cases."""
    return folded in "\0".join(filter(None, texts)).casefold()


def _admit(ledger: Ledger, mode: Mode, ledger_id: str, at: str | None) -> None:
    """Let the file in: make or migrate it to write, and refuse whatever is not ours."""
    connection = ledger._connection
    with ledger.snapshot():  # somebody may be making it right now
        state = condition(connection, ledger.path)
    if state == "empty" and mode == "read":
        hint = "`factcheck record PATH` makes a ledger"
        raise NotFound(f"{ledger.path} is empty: nothing is recorded there yet", hint)
    if state == "older" and mode == "read":
        connection = ledger._connection = _copy(connection)
    if state != "present":
        _migrate(connection, ledger.path, ledger_id, at)
    check_schema(connection, ledger.path)
    # One file to mail: a write-ahead log would be a second one.
    connection.execute("PRAGMA query_only = ON" if mode == "read" else "PRAGMA journal_mode = DELETE")


def _copy(connection: sqlite3.Connection) -> sqlite3.Connection:
    """A private copy, gone when it is closed: reading an older file brings only that up to date."""
    copy = _open("")
    try:
        connection.backup(copy)
    except BaseException:
        copy.close()
        raise
    connection.close()
    return _settled(copy)


def _migrate(connection: sqlite3.Connection, path: Path, ledger_id: str, at: str | None) -> None:
    """Bring the file to the present schema, unless another program did so meanwhile."""
    from factcheck.ledger.migrations import migrate  # loads sqlite-utils

    connection.execute("BEGIN IMMEDIATE")
    try:
        if condition(connection, path) != "present":
            migrate(connection, ledger_id=ledger_id, at=at)
        connection.execute("COMMIT")
    finally:
        connection.rollback()  # after a commit there is nothing left to roll back
