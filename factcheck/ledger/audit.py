"""Does the ledger still say what was recorded, and who recorded it?

`verify` computes the chain of events again, and compares every record with the event
that stated it: a record changed, added or removed behind the log's back is a problem,
and so is a text that lost its hash. `checkpoint` is one line to keep elsewhere, for a
chain alone cannot show that its tail was cut off. Docs: docs/ledger.md.

Callers: `desk`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass

from factcheck.errors import AskedWrongly, FactcheckError, IntegrityFailure
from factcheck.ledger.chain import FIELDS, GENESIS
from factcheck.ledger.derived import Found, underived
from factcheck.ledger.follows import unfounded
from factcheck.ledger.links import linked
from factcheck.ledger.opening import open_ledger
from factcheck.ledger.store import Ledger
from factcheck.ledger.tables import canonical
from factcheck.model import Event

Beside = tuple[tuple["Problem", ...], tuple[Found, ...]]

_BATCH = 1000
_CHECKPOINT_PARTS = 3


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong found in stored records: where, and what, in a sentence."""

    where: str
    what: str


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """What somebody kept elsewhere: a ledger's id, how many events it had, and the hash of the last."""

    ledger: str
    size: int
    root: str


def history(ledger: Ledger, subject: str) -> tuple[Event, ...]:
    """The events on a record, the oldest first; of a claim also those of its document."""
    return histories(ledger, [subject])[subject]


def histories(ledger: Ledger, subjects: Sequence[str]) -> dict[str, tuple[Event, ...]]:
    """The events on each of these records, likewise."""
    filed = "SELECT id, document FROM claims WHERE id IN (SELECT value FROM json_each(:ids))"
    these = "SELECT * FROM events WHERE subject IN (SELECT value FROM json_each(:ids)) ORDER BY entry"
    concerned = {subject: [subject] for subject in subjects}
    for row in ledger.rows(filed, {"ids": canonical(subjects)}):
        concerned.setdefault(row["document"], []).append(row["id"])
    found: dict[str, list[Event]] = {subject: [] for subject in subjects}
    for event in map(_event, ledger.rows(these, {"ids": canonical([*concerned])})):
        for subject in concerned[event.subject]:
            found[subject].append(event)
    return {subject: tuple(told) for subject, told in found.items()}


def events(ledger: Ledger) -> Iterator[Event]:
    """Every event in the order of recording, a thousand at a time."""
    after = 0
    while page := ledger.rows(
        "SELECT * FROM events WHERE entry > :after ORDER BY entry LIMIT :limit",
        {"after": after, "limit": _BATCH},
    ):
        yield from map(_event, page)
        after = page[-1]["entry"]


def checkpoint(ledger: Ledger) -> str:
    """One line to keep elsewhere: the ledger's id, how many events it has, and the hash of the last."""
    size, root = _head(ledger)
    return f"{ledger.id} {size} {root}"


def verify(ledger: Ledger, *, against: str | None = None) -> tuple[Problem, ...]:
    """Everything that is wrong, in the order found; nothing if the ledger is whole.

    `against` is a checkpoint line: the ledger must still hold that event, with that hash.
    Of a file that SQLite itself finds damaged, only that is told.
    """
    kept = _read_checkpoint(against) if against is not None else None
    try:
        if ledger.is_changing:
            return tuple(list(_unsound(ledger)) or _found(ledger, kept, lambda: underived(ledger)))
        with ledger.snapshot(), _looking_beside(ledger) as beside:
            try:
                found = _found(ledger, kept, lambda: beside.result()[1])
            except (FactcheckError, sqlite3.Error):
                if not beside.result()[0]:
                    raise
                return beside.result()[0]
            return beside.result()[0] or tuple(found)
    except IntegrityFailure as damage:
        return (Problem("file", damage.message),)


def _found(ledger: Ledger, kept: Checkpoint | None, derived: Callable[[], Iterable[Found]]) -> list[Problem]:
    """What is wrong with the chain, with the records, and with what was `derived` from them."""
    broken: list[Found] = []
    others = [*unfounded(ledger, linked(ledger, broken)), *derived()]
    found = [Problem(where, what) for where, what in (*broken, *others)]
    return [*found, *(_against(ledger, kept) if kept else ())]


@contextmanager
def _looking_beside(ledger: Ledger) -> Iterator[Future[Beside]]:
    """What is found on a second connection while the caller reads: by SQLite itself, and in what was derived.

    The moment is the same for both, for no change is committed under a reader. Reading a damaged
    file may have no end, so a caller who still reads when damage is found is interrupted.
    """

    def look() -> Beside:
        if unsound := tuple(_unsound(beside)):
            ledger.interrupt()
            return unsound, ()
        with beside.snapshot():
            return (), tuple(underived(beside))

    with open_ledger(ledger.path, mode="read") as beside, ThreadPoolExecutor(max_workers=1) as thread:
        try:
            yield thread.submit(look)
        finally:
            beside.interrupt()


def _unsound(ledger: Ledger) -> Iterator[Problem]:
    """What SQLite itself finds wrong with the file."""
    for (line,) in ledger.rows("PRAGMA integrity_check"):
        if line != "ok":
            yield Problem("file", str(line))
    for table, row, parent, _ in ledger.rows("PRAGMA foreign_key_check"):
        yield Problem(f"{table}, row {row}", f"names one of {parent} that is not there")


def _read_checkpoint(line: str) -> Checkpoint:
    """The checkpoint of a line that somebody kept."""
    parts = line.split()
    if len(parts) != _CHECKPOINT_PARTS or not (parts[1].isascii() and parts[1].isdigit()):
        raise AskedWrongly(f"this is no checkpoint: {line!r}", "`factcheck audit checkpoint` prints one")
    return Checkpoint(parts[0], int(parts[1]), parts[2])


def _against(ledger: Ledger, kept: Checkpoint) -> Iterator[Problem]:
    """Whether the events up to a checkpoint are the ones that it was taken of."""
    if kept.ledger != ledger.id:
        yield Problem("checkpoint", f"is of another ledger ({kept.ledger}; this one is {ledger.id})")
        return
    held = _head(ledger)[0]
    if held < kept.size:
        told = f"is missing: the checkpoint counted {kept.size} events, {held} are left"
        yield Problem(f"event {held + 1}", told)
        return
    row = ledger.row(
        "SELECT hash FROM events WHERE ledger = :ledger AND seq = :seq",
        {"ledger": kept.ledger, "seq": kept.size},
    )
    if (row["hash"] if row else GENESIS) != kept.root:
        yield Problem(f"event {kept.size}", "is not the one that the checkpoint was taken of")


def _head(ledger: Ledger) -> tuple[int, str]:
    """How many events this ledger has, and the hash of the last."""
    row = ledger.row(
        "SELECT seq, hash FROM events WHERE ledger = :ledger ORDER BY seq DESC LIMIT 1", {"ledger": ledger.id}
    )
    return (row["seq"], row["hash"]) if row else (0, GENESIS)


def _event(row: sqlite3.Row) -> Event:
    """The event of a row."""
    return Event(*(row[name] for name in FIELDS))
