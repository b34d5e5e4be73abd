"""Does the ledger still say what was recorded, and who recorded it?

`verify` computes the chain of events again, and compares every record with the event
that stated it: a record changed, added or removed behind the log's back is a problem,
and so is a text that lost its hash. `checkpoint` is one line to keep elsewhere, for a
chain alone cannot show that its tail was cut off. Docs: docs/ledger.md.

Callers: `desk`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.errors import AskedWrongly, IntegrityFailure
from factcheck.ledger.chain import FIELDS, GENESIS, seal
from factcheck.ledger.follows import unfounded
from factcheck.ledger.store import Ledger
from factcheck.model import Event

_BATCH = 1000
_CHECKPOINT_PARTS = 3


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong found in stored records: where, and what, in a sentence."""

    where: str
    what: str


def history(ledger: Ledger, subject: str | None = None) -> tuple[Event, ...]:
    """The events on a record, oldest first; of a claim also those of its document; all without a subject."""
    if subject is None:
        return tuple(events(ledger))
    rows = ledger.rows(
        "SELECT * FROM events WHERE subject = :subject "
        "OR subject = (SELECT document FROM claims WHERE id = :subject) ORDER BY entry",
        {"subject": subject},
    )
    return tuple(map(_event, rows))


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
    """
    found: list[Problem] = []
    try:
        with ledger.snapshot():
            found.extend(_unsound(ledger))
            if not found:
                found.extend(_chain(ledger))
                found.extend(Problem(where, what) for where, what in unfounded(ledger, events(ledger)))
                found.extend(_against(ledger, against) if against is not None else ())
    except IntegrityFailure as damage:
        found.append(Problem("file", damage.message))
    return tuple(found)


def _chain(ledger: Ledger) -> Iterator[Problem]:
    """Events that do not follow the one before them, or do not have the hash that they should."""
    heads: dict[str, tuple[int, str]] = {ledger.id: (0, GENESIS)}
    for event in events(ledger):
        where = f"event {event.seq}"
        if event.ledger not in heads:
            yield Problem(where, f"belongs to another ledger ({event.ledger})")
        size, root = heads.get(event.ledger, (0, GENESIS))
        if event.seq != size + 1:
            yield Problem(where, f"follows event {size}: some are missing, or out of order")
        if event.previous != root:
            yield Problem(where, "does not name the hash of the event before it")
        sealed = seal(*(getattr(event, name) for name in FIELDS[:-1]))
        if event.hash != sealed:
            yield Problem(where, "was changed: its hash does not fit its content")
        heads[event.ledger] = (event.seq, event.hash)


def _against(ledger: Ledger, line: str) -> Iterator[Problem]:
    """Whether the events up to a checkpoint are the ones that it was taken of."""
    parts = line.split()
    if len(parts) != _CHECKPOINT_PARTS or not (parts[1].isascii() and parts[1].isdigit()):
        raise AskedWrongly(f"this is no checkpoint: {line!r}", "`factcheck audit checkpoint` prints one")
    name, size, root = parts[0], int(parts[1]), parts[2]
    if name != ledger.id:
        yield Problem("checkpoint", f"is of another ledger ({name}; this one is {ledger.id})")
        return
    held = _head(ledger)[0]
    if held < size:
        yield Problem(
            f"event {held + 1}", f"is missing: the checkpoint counted {size} events, {held} are left"
        )
        return
    row = ledger.row(
        "SELECT hash FROM events WHERE ledger = :ledger AND seq = :seq", {"ledger": name, "seq": size}
    )
    if (row["hash"] if row else GENESIS) != root:
        yield Problem(f"event {size}", "is not the one that the checkpoint was taken of")


def _unsound(ledger: Ledger) -> Iterator[Problem]:
    """What SQLite itself finds wrong with the file."""
    for (line,) in ledger.rows("PRAGMA integrity_check"):
        if line != "ok":
            yield Problem("file", str(line))
    for table, row, parent, _ in ledger.rows("PRAGMA foreign_key_check"):
        yield Problem(f"{table}, row {row}", f"names one of {parent} that is not there")


def _head(ledger: Ledger) -> tuple[int, str]:
    """How many events this ledger has, and the hash of the last."""
    row = ledger.row(
        "SELECT seq, hash FROM events WHERE ledger = :ledger ORDER BY seq DESC LIMIT 1", {"ledger": ledger.id}
    )
    return (row["seq"], row["hash"]) if row else (0, GENESIS)


def _event(row: sqlite3.Row) -> Event:
    """The event of a row."""
    return Event(*(row[name] for name in FIELDS))
