"""The same records through the ledger, through bare sqlite3, and through sqlite-utils."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, closing
from itertools import islice
from pathlib import Path

from sqlite_utils import Database

from bench.ledger.articles import CITED_IN_EACH, body, evidence
from factcheck.desk.scoring import rescore
from factcheck.ledger.citations import add_citation
from factcheck.ledger.claims import add_all_claims
from factcheck.ledger.documents import add_documents
from factcheck.ledger.opening import open_ledger
from factcheck.ledger.schema import EXPECTED
from factcheck.ledger.sources import register
from factcheck.ledger.store import Change, Ledger, change
from factcheck.ledger.tables import CLAIMS, DOCUMENTS, SOURCES, Stored
from factcheck.model import Claim, Document

NOON = "2024-05-18T12:00:00Z"
DOCUMENTS_A_CHANGE = 200
COLUMNS = {"texts": ("sha256", "text")} | {
    table.name: table.columns for table in (SOURCES, DOCUMENTS, CLAIMS)
}
Rows = dict[str, list[tuple[Stored, ...]]]
Article = tuple[Document, list[Claim]]


def by(ledger: Ledger, verb: str = "record") -> AbstractContextManager[Change]:
    """A change by the bench, at a fixed time."""
    return change(ledger, who="bench", at=NOON, version="0", verb=verb)


def record(path: Path, made: Iterable[Article], *, cited: bool = False) -> None:
    """Record articles, two hundred in each change, with sources, texts and events; `cited`, evidence too."""
    numbered = enumerate(made)
    with open_ledger(path, mode="write") as ledger:
        while some := list(islice(numbered, DOCUMENTS_A_CHANGE)):
            with by(ledger) as changes:
                _record_some(changes, some)
            if cited:
                with by(ledger, "cite") as changes:
                    cite(changes, [claim for _, (_, claims) in some for claim in claims[:CITED_IN_EACH]])


def _record_some(changes: Change, some: Sequence[tuple[int, Article]]) -> None:
    add_documents(changes, [document for _, (document, _) in some], reader="bench")
    told = ((document, claims, register(changes, body(number)).id) for number, (document, claims) in some)
    add_all_claims(
        changes, [(document, [(claim, source) for claim in claims]) for document, claims, source in told]
    )


def cite(changes: Change, claims: Sequence[Claim]) -> None:
    """Attach evidence to claims, and score them."""
    for claim in claims:
        for citation in evidence(claim):
            source = register(changes, citation.source)
            add_citation(changes, claim.id, citation, source_id=source.id)
    rescore(changes, [claim.id for claim in claims])


def rows_of(path: Path) -> Rows:
    """The rows that recording made, without events and what is derived."""
    with closing(sqlite3.connect(path)) as connection:
        return {
            table: connection.execute(f"SELECT {', '.join(columns)} FROM {table}").fetchall()  # noqa: S608
            for table, columns in COLUMNS.items()
        }


def bare(path: Path, rows: Rows) -> None:
    """The same rows into the same tables, without triggers, references or events."""
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(";".join(_tables()))
        for table, values in rows.items():
            connection.executemany(insertion(table), values)
        connection.commit()


def through_sqlite_utils(path: Path, rows: Rows) -> None:
    """The same, as sqlite-utils inserts dictionaries."""
    database = Database(path)
    for statement in _tables():
        database.execute(statement)
    for table, values in rows.items():
        database.table(table).insert_all(_dictionaries(table, values))
    database.close()


def insertion(table: str) -> str:
    """The statement that appends one row."""
    columns = COLUMNS[table]
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"  # noqa: S608


def _dictionaries(table: str, values: Iterable[Sequence[Stored]]) -> Iterator[dict[str, Stored]]:
    return (dict(zip(COLUMNS[table], row, strict=True)) for row in values)


def _tables() -> list[str]:
    """The statements that make these tables and their indexes."""
    wanted = [f"CREATE TABLE {table} " for table in COLUMNS] + [f" ON {table} (" for table in COLUMNS]
    plain = [line for line in EXPECTED.values() if line.startswith(("CREATE TABLE", "CREATE INDEX"))]
    return [line for line in plain if any(part in line for part in wanted)]
