"""How is an open ledger read, and how does anything get into it?

`Ledger` owns the connection (`opening` makes one), and `change` is the one way to write: an
immediate transaction that appends the audit event of whatever it adds, and commits both or
neither. The clock and the person are passed in.

Callers: `desk`. The other modules of this package run their statements through `Ledger`
and `Change`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self, TypeVar

from factcheck.errors import AskedWrongly, IntegrityFailure
from factcheck.ledger.chain import GENESIS, follow
from factcheck.ledger.moments import after
from factcheck.ledger.refusals import REFUSED, refuse, translated
from factcheck.ledger.tables import Stored, Table

T = TypeVar("T")
Parameters = Mapping[str, object] | Sequence[object]
_EVENT = (
    "INSERT INTO events (ledger, seq, at, who, version, verb, subject, content, previous, hash) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_PAGE = 100  # rows that are read at once; more of them no longer fit into the caches near the processor


class Ledger:
    """One open ledger: it owns the connection, and closes it as a context manager."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection
        self._id = ""

    @property
    def id(self) -> str:
        """The name that tells this ledger's events from those of any other."""
        if not self._id:
            row = self.row("SELECT value FROM meta WHERE key = 'ledger'")
            if row is None:
                raise IntegrityFailure(f"{self.path} has lost its id", "restore it from a copy")
            self._id = str(row["value"])
        return self._id

    def rows(self, sql: str, parameters: Parameters = ()) -> list[sqlite3.Row]:
        """All rows of a query at once: no reader holds the file while somebody looks at a page."""
        try:
            return self._connection.execute(sql, parameters).fetchall()
        except REFUSED as error:
            refuse(self.path, error)

    def values(self, read: Callable[[sqlite3.Row], T], sql: str, parameters: Parameters = ()) -> list[T]:
        """What `read` makes of each row of a query; a row that it cannot make sense of was tampered with."""
        return self.read(read, self.rows(sql, parameters))

    def read(self, read: Callable[[sqlite3.Row], T], rows: Iterable[sqlite3.Row]) -> list[T]:
        """What `read` makes of these rows; one that it cannot make sense of was tampered with."""
        try:
            return [read(row) for row in rows]
        except (ValueError, ArithmeticError, TypeError) as error:
            raise IntegrityFailure(
                f"{self.path} holds a record that cannot be right: {error}",
                "`factcheck audit verify` says which",
            ) from error

    def row(self, sql: str, parameters: Parameters = ()) -> sqlite3.Row | None:
        """The first row of a query, or None."""
        found = self.rows(sql, parameters)
        return found[0] if found else None

    def pages(self, sql: str, parameters: Parameters = ()) -> Iterator[list[tuple[Any, ...]]]:
        """The rows of a query as plain tuples, some at a time; within a `snapshot`, for writers wait."""
        assert self._connection.in_transaction, "all pages are of one moment"
        cursor = self._connection.cursor()
        cursor.row_factory = None
        try:
            cursor.execute(sql, parameters)
            while page := cursor.fetchmany(_PAGE):
                yield page
        except REFUSED as error:
            refuse(self.path, error)

    @property
    def is_changing(self) -> bool:
        """Whether a transaction is under way on this connection: others do not see what it wrote."""
        return self._connection.in_transaction

    def interrupt(self) -> None:
        """Abort the query that runs on this ledger in another thread."""
        self._connection.interrupt()

    def version(self) -> int:
        """A number that is another one whenever somebody else has changed the file."""
        return int(self.rows("PRAGMA data_version")[0][0])

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Read the same moment of the ledger throughout; writers wait meanwhile, so be quick."""
        if self._connection.in_transaction:
            yield
            return
        self.rows("BEGIN")
        try:
            yield
        finally:
            self._connection.rollback()

    @contextmanager
    def overlaid(self, conditions: Mapping[str, str]) -> Iterator[None]:
        """Read of these tables only the rows that meet a condition, until the body ends."""
        writable = self.rows("PRAGMA query_only")[0][0] == 0
        self.rows("PRAGMA query_only = OFF")  # a view of this connection alone; the file is not touched
        try:
            for name, condition in conditions.items():
                self.rows(f"CREATE TEMP VIEW {name} AS SELECT * FROM main.{name} WHERE {condition}")  # noqa: S608
            self.rows("PRAGMA query_only = ON")
            yield
        finally:
            self.rows("PRAGMA query_only = OFF")
            for name in conditions:
                self.rows(f"DROP VIEW IF EXISTS temp.{name}")
            self.rows(f"PRAGMA query_only = {'OFF' if writable else 'ON'}")

    def copy_to(self, target: sqlite3.Connection, *, pages: int) -> None:
        """Copy one moment of the file, so many pages at a time."""
        try:
            self._connection.backup(target, pages=pages, sleep=0.01)
        except REFUSED as error:
            refuse(self.path, error)

    @contextmanager
    def filling(self) -> Iterator[None]:
        """Fill a ledger that was just made, all in one transaction, or leave it empty."""
        with translated(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
        try:
            if self.row("SELECT 1 FROM events LIMIT 1") is not None:
                hint = "Give the path of a new one with --db; `factcheck merge` joins two ledgers."
                raise AskedWrongly(f"{self.path} holds records already", hint)
            yield
            with translated(self.path):
                self._connection.execute("COMMIT")
        finally:
            self._connection.rollback()  # after a commit there is nothing left to roll back

    def write(self, sql: str, rows: Iterable[Parameters]) -> None:
        """Run one statement for each of the rows; only a `Change` may call this."""
        assert self._connection.in_transaction, "writing happens inside `change`"
        try:
            self._connection.executemany(sql, rows)
        except REFUSED as error:
            refuse(self.path, error)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class Change:
    """What one verb of one person adds to a ledger: records and their events, all or none."""

    def __init__(self, ledger: Ledger, *, who: str, at: str, version: str, verb: str) -> None:
        self.kept = True
        self.ledger, self.who, self.version, self.verb, self.at = ledger, who, version, verb, at
        self._head: tuple[int, str] = (0, GENESIS)
        self.catch_up()

    def catch_up(self) -> None:
        """Go on after the last event of this ledger, be it one that this change has just brought in."""
        last = "SELECT seq, hash, at FROM events WHERE ledger = ? ORDER BY seq DESC LIMIT 1"
        head = self.ledger.row(last, (self.ledger.id,))
        if head is not None:
            self.at, self._head = after(head["at"], self.at), (head["seq"], head["hash"])

    def discard(self) -> None:
        """Keep nothing of this change: it was made to see what it would do."""
        self.kept = False

    def event(self, subject: str, content: Mapping[str, object], *, verb: str | None = None) -> None:
        """Append an audit event on this subject, of the verb of this change unless another is said."""
        self._append([(subject, content)], verb or self.verb)

    def add(self, table: Table, rows: Sequence[Sequence[Stored]], *, subject: str) -> None:
        """Append these records and the one event that states them; the rows are new."""
        self.add_each(table, [(subject, rows)])

    def add_each(self, table: Table, groups: Sequence[tuple[str, Sequence[Sequence[Stored]]]]) -> None:
        """Append groups of records, each behind its subject, and one event a group; the rows are new."""
        told = [(subject, rows) for subject, rows in groups if rows]
        self.ledger.write(table.insertion, [row for _, rows in told for row in rows])
        contents = [(subject, {table.name: [table.facts(row) for row in rows]}) for subject, rows in told]
        self._append(contents, self.verb)

    def _append(self, told: Iterable[tuple[str, Mapping[str, object]]], verb: str) -> None:
        """Append an event of each content, which stands behind its subject."""
        self.ledger.write(_EVENT, [self._next(subject, content, verb) for subject, content in told])

    def _next(self, subject: str, content: Mapping[str, object], verb: str) -> tuple[Stored, ...]:
        """The values of the next event."""
        event = follow(
            self._head, ledger=self.ledger.id, at=self.at, who=self.who, version=self.version,
            verb=verb, subject=subject, content=content,
        )  # fmt: skip
        self._head = (event.seq, event.hash)
        return tuple(getattr(event, name) for name in event.__slots__)

    def write(self, sql: str, rows: Iterable[Parameters]) -> None:
        """Write what no event states by itself: texts (stated by hash) and what is derived."""
        self.ledger.write(sql, rows)


@contextmanager
def change(ledger: Ledger, *, who: str, at: str, version: str, verb: str) -> Iterator[Change]:
    """Begin immediately, let the body write through the `Change`, and commit with its events.

    If the body raises, is interrupted, or discards the change, nothing of it is kept. If it adds
    nothing, nothing is written. `at` is ISO 8601 in UTC.
    """
    connection = ledger._connection
    if not who.strip():
        raise AskedWrongly("nobody is named who makes this change", "name somebody with --as")
    with translated(ledger.path):
        connection.execute("BEGIN IMMEDIATE")
    try:
        made = Change(ledger, who=who, at=at, version=version, verb=verb)
        yield made
        if made.kept:
            with translated(ledger.path):
                connection.execute("COMMIT")
    finally:
        connection.rollback()  # after a commit there is nothing left to roll back
