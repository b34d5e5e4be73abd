"""One claim after the other, each on the disk before the next is added: by one process, by eight."""

import sqlite3
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from itertools import islice
from pathlib import Path

from sqlite_utils import Database

from bench.ledger.articles import phrases
from bench.ledger.recording import COLUMNS, Rows, bare, by, insertion, rows_of, through_sqlite_utils
from bench.ledger.timing import elapsed
from factcheck.ledger.claims import add_claims
from factcheck.ledger.documents import add_document
from factcheck.ledger.opening import open_ledger
from factcheck.ledger.sources import register

WAIT = 30.0
Adding = Callable[[Path, Rows, int, int], None]


def rates(folder: Path, count: int, workers: int) -> list[float]:
    """How many claims a second the ledger, bare sqlite3 and sqlite-utils take, each added by itself."""
    model = folder / "model.db"
    if not model.exists():
        add_through_ledger(model, {}, 0, count)
    rows = rows_of(model)
    ways: list[tuple[str, Callable[[Path, Rows], object], Adding]] = [
        ("ledger", lambda path, _: open_ledger(path, mode="write").close(), add_through_ledger),
        ("bare", bare, add_bare),
        ("utils", through_sqlite_utils, add_through_sqlite_utils),
    ]
    found = []
    for name, make, add in ways:
        path = folder / f"{name}{workers}.db"
        make(path, {"sources": rows["sources"]})
        found.append(count / elapsed(lambda path=path, add=add: _all(add, path, rows, count, workers)))
    return found


def _all(add: Adding, path: Path, rows: Rows, count: int, workers: int) -> None:
    share = count // workers
    if workers == 1:
        add(path, rows, 0, count)
        return
    with ProcessPoolExecutor(workers) as pool:
        for done in [pool.submit(add, path, rows, n * share, share) for n in range(workers)]:
            done.result()


def add_through_ledger(path: Path, _: Rows, first: int, count: int) -> None:
    """Some of the phrases with their sources, texts and events."""
    with open_ledger(path, mode="write", timeout=WAIT) as ledger:
        for document, claim in islice(phrases(first + count), first, None):
            with by(ledger, "add") as changes:
                add_document(changes, document, reader="bench")
                source = register(changes, claim.attribution.canonical or "")
                add_claims(changes, document, [(claim, source.id)])


def add_bare(path: Path, rows: Rows, first: int, count: int) -> None:
    """The text, the document and the claim of each; their sources are there."""
    with closing(sqlite3.connect(path, timeout=WAIT, isolation_level=None)) as connection:
        for place in range(first, first + count):
            connection.execute("BEGIN IMMEDIATE")
            for table in ("texts", "documents", "claims"):
                connection.execute(insertion(table), rows[table][place])
            connection.execute("COMMIT")


def add_through_sqlite_utils(path: Path, rows: Rows, first: int, count: int) -> None:
    """The same, as sqlite-utils inserts dictionaries."""
    with closing(sqlite3.connect(path, timeout=WAIT, isolation_level=None)) as connection:
        database = Database(connection)
        for place in range(first, first + count):
            connection.execute("BEGIN IMMEDIATE")
            for table in ("texts", "documents", "claims"):
                database.table(table).insert(dict(zip(COLUMNS[table], rows[table][place], strict=True)))
            connection.execute("COMMIT")
