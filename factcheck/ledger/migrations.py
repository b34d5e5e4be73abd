"""How does a file come to have the present schema, from whichever version?

By the migrations that it has not had yet, in order, each with its row in
sqlite-utils' own table. `store` calls `migrate` inside an immediate transaction, so
that of two programs that make one file at once, the second finds it made. Importing this module loads
sqlite-utils; a file that is up to date is opened without it.

A migration, once released, is never edited, and neither are the statements of `schema`
that it executes: a module of `versions` for each.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from sqlite_utils import Database, Migrations

from factcheck.ledger.schema import APPLICATION_ID, VERSION
from factcheck.ledger.versions import version_1, version_2, version_3, version_4

MIGRATIONS = Migrations("factcheck")


@MIGRATIONS(name="0001_records")
def records(database: Database) -> None:
    """Make every table, index and trigger of version 1."""
    _execute(database, version_1.MADE)


@MIGRATIONS(name="0002_settings_measurands_derivations")
def settings_measurands_derivations(database: Database) -> None:
    """Add what a ledger sets otherwise, what people declare numbers to count, and which echoes they found."""
    _execute(database, version_2.MADE)


@MIGRATIONS(name="0003_revisions_decisions_judgements")
def revisions_decisions_judgements(database: Database) -> None:
    """Add corrections, reviews, judgements, originals, other ledgers' versions, and search."""
    from factcheck.ledger.spellings import refile

    _execute(database, version_3.MADE)
    connection = database.conn
    assert connection is not None, "the database is open"
    refile(lambda sql, values: connection.execute(sql, values).fetchall(), connection.executemany)


@MIGRATIONS(name="0004_indexes")
def indexes(database: Database) -> None:
    """Index merged sources, and of claims those that are no counts."""
    _execute(database, version_4.MADE)


def _execute(database: Database, statements: Iterable[str]) -> None:
    for statement in statements:
        database.execute(statement)


def migrate(connection: sqlite3.Connection, *, ledger_id: str, at: str | None) -> None:
    """Bring the file to the present version, within the caller's transaction.

    `ledger_id` names a ledger that is made now. `at`, where given, is when: the clock of
    sqlite-utils is then not consulted, so that the same recording makes the same file.
    """
    MIGRATIONS.apply(Database(connection, execute_plugins=False))
    if at is not None:
        connection.execute("UPDATE _sqlite_migrations SET applied_at = :at", {"at": at})
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {VERSION}")
    if connection.execute("SELECT 1 FROM meta WHERE key = 'ledger'").fetchone() is None:
        connection.execute("INSERT INTO meta VALUES ('ledger', :id)", {"id": ledger_id})
