"""How do the records of two ledgers become one file's, with neither overruling the other?

Records have ids made of content, so the same record of two desks is one. Both chains of
events are kept, each under the id of its ledger, and each verifies. Where the other desk has
a record otherwise than we do, its version is kept beside ours (a variant), and the one that was
recorded first holds; nothing is overwritten. The merge itself is an event that names what
the other's chains came to. A copy of this very ledger that went its own way cannot be
merged: both would state different events under one number.

Callers: `desk`.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import get_args

from factcheck.errors import AskedWrongly
from factcheck.ledger.chain import FIELDS
from factcheck.ledger.moments import order_of
from factcheck.ledger.redactions import redact_again
from factcheck.ledger.revisions import Noun, holdings
from factcheck.ledger.spellings import refile
from factcheck.ledger.store import Change, Ledger
from factcheck.ledger.tables import RECORDS, VARIANTS, Stored, Table

VERB = "merge"
_REDACTED = "SELECT subject FROM events WHERE verb = 'redact' ORDER BY entry"
_BATCH = 1000
_EVENT = f"INSERT INTO events ({', '.join(FIELDS)}) VALUES ({', '.join('?' * len(FIELDS))})"  # noqa: S608 - ours
# What tells nothing of the record itself, only of how it came to this desk.
_BLANK = frozenset((None, "", "[]", "{}"))
_STAMPS = ("recorded_at", "declared_at", "decided_at", "set_at", "judged_at", "anchored_at", "revised_at")
_OF_THE_DESK = ("recorded_at", "recorded_by", "reader", "path", "stance_by")


@dataclass(frozen=True, slots=True)
class Differing:
    """A record that the two have otherwise: the columns, with our value and theirs, and which holds."""

    noun: str
    id: str
    columns: tuple[tuple[str, Stored, Stored], ...]
    holds: str


@dataclass(slots=True)
class Merged:
    """What a merge brought: how many events and records, by table, and what differs."""

    other: str
    events: int = 0
    records: dict[str, int] = field(default_factory=dict)
    differing: list[Differing] = field(default_factory=list)
    claims: tuple[str, ...] = ()
    disputed: tuple[str, ...] = ()


def merge_into(change: Change, other: Ledger) -> Merged:
    """Bring in what the other ledger has and this one has not; nothing twice.

    The other ledger must have been verified. Raises AskedWrongly for a copy of this ledger, or of
    one that was merged before, that went its own way.
    """
    merged = Merged(other.id)
    heads = _heads(change.ledger)
    missing = list(_missing(change.ledger, other, heads))
    if not any(row["verb"] != VERB for row in missing):
        return merged
    ends = {table.name: _end(change.ledger, table) for table in RECORDS}
    change.write(_EVENT, (tuple(row) for row in missing))
    merged.events = len(missing)
    variants = _records(change, other, merged)
    refile(change.ledger.rows, change.write)
    redact_again(change, [row["subject"] for row in change.ledger.rows(_REDACTED)])
    change.at = max(change.at, _after_all(change.ledger), key=order_of)
    theirs = {name: [size, root] for name, (size, root) in sorted(_heads(other).items())}
    grown = {name: end + 1 for name, end in ends.items() if merged.records.get(name)}
    change.event(other.id, {"merged": theirs, "from": grown})
    change.add(VARIANTS, variants, subject=other.id)
    merged.claims = tuple(_touched(change.ledger, missing))
    merged.disputed = tuple(_disputed(change.ledger))
    return merged


def _missing(ledger: Ledger, other: Ledger, heads: dict[str, tuple[int, str]]) -> Iterator[sqlite3.Row]:
    """The events of the other ledger that are not here, once it is sure that the shared ones are the same."""
    for name, (size, _) in sorted(_heads(other).items()):
        held = heads.get(name, (0, ""))[0]
        shared = min(size, held)
        if shared and _hash(ledger, name, shared) != _hash(other, name, shared):
            what = f"{other.path} is a copy of the ledger {name} that went its own way"
            hint = "To work apart, make a new ledger and merge this one into it; then the two can be merged."
            raise AskedWrongly(what, hint)
    names = ", ".join(FIELDS)
    after = 0
    while page := other.rows(
        f"SELECT entry, {names} FROM events WHERE entry > :after ORDER BY entry LIMIT :limit",  # noqa: S608
        {"after": after, "limit": _BATCH},
    ):
        after = page[-1]["entry"]
        new = [row for row in page if row["seq"] > heads.get(row["ledger"], (0, ""))[0]]
        for row in new:
            yield from other.rows(f"SELECT {names} FROM events WHERE entry = :entry", {"entry": row["entry"]})  # noqa: S608


def _records(change: Change, other: Ledger, merged: Merged) -> list[tuple[Stored, ...]]:
    """Add the records that are not here; the rows of `variants` for those that are here otherwise."""
    _texts(change, other)
    variants: list[tuple[Stored, ...]] = []
    for table in RECORDS:
        new, different = _parted(change.ledger, other, table)
        change.write(table.insertion, new)
        if new:
            merged.records[table.name] = len(new)
        for ours, theirs in different:
            variants += _variant(change.ledger, other, table, ours, theirs, merged)
    return variants


def _parted(
    ledger: Ledger, other: Ledger, table: Table
) -> tuple[list[tuple[Stored, ...]], list[tuple[tuple[Stored, ...], tuple[Stored, ...]]]]:
    """The rows of the other ledger that are not here, and those that are here otherwise, beside ours."""
    new, different = [], []
    columns = ", ".join(table.columns)
    for row in other.rows(f"SELECT {columns} FROM {table.name} ORDER BY entry"):  # noqa: S608 - names of ours
        theirs = tuple(row)
        held = ledger.row(table.selection, tuple(row[name] for name in table.key))
        if held is None:
            new.append(theirs)
        elif tuple(held) != theirs:
            different.append((tuple(held), theirs))
    return new, different


def _variant(
    ledger: Ledger,
    other: Ledger,
    table: Table,
    ours: tuple[Stored, ...],
    theirs: tuple[Stored, ...],
    merged: Merged,
) -> Iterator[tuple[Stored, ...]]:
    """The row of `variants` that keeps the other's version, unless it is kept, or only redacted."""
    their_row, our_row = (dict(zip(table.columns, row, strict=True)) for row in (theirs, ours))
    blank = any({row[name] for name in table.quoted} <= _BLANK for row in (their_row, our_row))
    if blank and all(our_row[name] == their_row[name] for name in table.stated):
        return
    subject = " ".join(str(their_row[name]) for name in table.key)
    if ledger.row(VARIANTS.selection, (other.id, table.name, subject)) is not None:
        return
    stated, first = _stated_at(other, their_row), _stated_at(ledger, our_row)
    prior = (order_of(stated), other.id) < (order_of(first), ledger.id)
    columns = tuple(
        (name, our_row[name], their_row[name])
        for name in table.columns
        if our_row[name] != their_row[name] and name not in _OF_THE_DESK
    )
    if columns:
        merged.differing.append(Differing(table.name, subject, columns, "theirs" if prior else "ours"))
    yield (other.id, table.name, subject, int(prior), stated, json.dumps(their_row, sort_keys=True))


def _stated_at(ledger: Ledger, row: dict[str, Stored]) -> str:
    """When a record was first stated: its own stamp where it has one, else that of its first event."""
    for name in _STAMPS:
        if name in row:
            return str(row[name])
    subjects = [row[name] for name in ("id", "claim", "document", "source", "one") if row.get(name)]
    stating = (
        "SELECT min(at) AS at FROM events WHERE subject IN (SELECT value FROM json_each(:subjects)) "
        "AND instr(content, :named)"
    )
    named = f'"id":"{row["id"]}"' if "id" in row else ""
    found = ledger.row(stating, {"subjects": json.dumps(subjects), "named": named})
    return str(found["at"]) if found and found["at"] else ""


def _texts(change: Change, other: Ledger) -> None:
    """Bring in the texts that are not here."""
    known = "SELECT 1 FROM texts WHERE sha256 = :sha256"
    for row in other.rows("SELECT sha256 FROM texts ORDER BY sha256"):
        key = {"sha256": row["sha256"]}
        if change.ledger.row(known, key) is None:
            text = other.rows("SELECT sha256, text FROM texts WHERE sha256 = :sha256", key)
            change.write("INSERT INTO texts (sha256, text) VALUES (?, ?)", [tuple(text[0])])


def _touched(ledger: Ledger, events: Sequence[sqlite3.Row]) -> Iterator[str]:
    """The claims that the new events bear on."""
    subjects = json.dumps(sorted({row["subject"] for row in events}))
    rows = ledger.rows(
        "SELECT id FROM claims WHERE id IN (SELECT value FROM json_each(:subjects)) "
        "UNION SELECT claim FROM citations WHERE id IN (SELECT value FROM json_each(:subjects)) "
        "OR source IN (SELECT value FROM json_each(:subjects)) ORDER BY 1",
        {"subjects": subjects},
    )
    yield from (row[0] for row in rows)


def _disputed(ledger: Ledger) -> Iterator[str]:
    """The records whose revisions part ways."""
    for noun in get_args(Noun):
        for subject, held in sorted(holdings(ledger, noun).items()):
            if held.disputed:
                yield f"{noun} {subject}"


def _heads(ledger: Ledger) -> dict[str, tuple[int, str]]:
    """How many events of each ledger there are, and the hash of the last."""
    rows = ledger.rows("SELECT ledger, max(seq) AS seq FROM events GROUP BY ledger ORDER BY ledger")
    return {row["ledger"]: (row["seq"], _hash(ledger, row["ledger"], row["seq"])) for row in rows}


def _hash(ledger: Ledger, name: str, seq: int) -> str:
    row = ledger.row(
        "SELECT hash FROM events WHERE ledger = :ledger AND seq = :seq", {"ledger": name, "seq": seq}
    )
    return str(row["hash"]) if row else ""


def _after_all(ledger: Ledger) -> str:
    """The latest stamp of any event."""
    row = ledger.rows("SELECT at FROM events ORDER BY rtrim(at, 'Z') DESC LIMIT 1")
    return str(row[0]["at"])


def _end(ledger: Ledger, table: Table) -> int:
    """The place of the last record of a table."""
    return int(ledger.rows(f"SELECT coalesce(max(entry), 0) FROM {table.name}")[0][0])  # noqa: S608 - ours
