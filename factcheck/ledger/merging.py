"""How do the records of two ledgers become one file's, with neither overruling the other?

Records have ids made of content, so the same record of two desks is one. Both chains of
events are kept, each under the id of its ledger, and each verifies. Where the other desk has
a record otherwise than we do, both versions are kept (variants), and the one that was recorded
first holds, whoever merges whom; nothing is overwritten. The merge itself is an event that names what
the other's chains came to. A copy of this very ledger that went its own way cannot be
merged: both would state different events under one number.

Callers: `desk`.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from factcheck.errors import AskedWrongly
from factcheck.ledger.chain import FIELDS
from factcheck.ledger.moments import order_of
from factcheck.ledger.redactions import redact_again
from factcheck.ledger.revisions import OF_THE_DESK, Noun, holdings
from factcheck.ledger.spellings import refile
from factcheck.ledger.store import Change, Ledger
from factcheck.ledger.tables import RECORDS, VARIANTS, Stored, Table, canonical

VERB = "merge"
_BATCH = 1000
_EVENT = f"INSERT INTO events ({', '.join(FIELDS)}) VALUES ({', '.join('?' * len(FIELDS))})"  # noqa: S608 - ours
_WORKED_ON = """
SELECT id FROM claims WHERE id IN (
  SELECT claim FROM citations UNION SELECT claim FROM decisions
  UNION SELECT subject FROM revisions UNION SELECT subject FROM variants
) OR document IN (SELECT subject FROM variants) ORDER BY entry
"""
_BLANK = frozenset((None, "", "[]", "{}"))


@dataclass(frozen=True, slots=True)
class Added:
    """How many records of one table were brought in."""

    table: str
    records: int


@dataclass(frozen=True, slots=True)
class Apart:
    """One column of a record in which the two differ, with our value and theirs as text."""

    column: str
    ours: str | None
    theirs: str | None


@dataclass(frozen=True, slots=True)
class Differing:
    """A record that the two have otherwise: its table and id, in what they differ, and which holds."""

    table: str
    id: str
    columns: tuple[Apart, ...]
    holds: Literal["ours", "theirs"]


@dataclass(frozen=True, slots=True)
class Disputed:
    """A record whose corrections, versions or decisions part ways."""

    noun: Noun
    id: str


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge brought: how many events and records, by table, and what differs.

    `claims` are those that it may bear on.
    """

    other: str
    events: int = 0
    records: tuple[Added, ...] = ()
    differing: tuple[Differing, ...] = ()
    claims: tuple[str, ...] = ()
    disputed: tuple[Disputed, ...] = ()


def merge_into(change: Change, other: Ledger) -> Merged:
    """Bring in what the other ledger has and this one has not; nothing twice.

    The other ledger must have been verified. Raises AskedWrongly for a copy of this ledger, or of
    one that was merged before, that went its own way.
    """
    heads = _heads(change.ledger)
    missing = list(_missing(change.ledger, other, heads))
    if not any(row["verb"] != VERB for row in missing):
        return Merged(other.id)
    ends = {table.name: _end(change.ledger, table) for table in RECORDS}
    change.write(_EVENT, (tuple(row) for row in missing))
    change.catch_up()
    added, differing, versions = _records(change, other)
    refile(change.ledger.rows, change.write)
    change.at = max(change.at, _after_all(change.ledger), key=order_of)
    theirs = {name: [size, root] for name, (size, root) in sorted(_heads(other).items())}
    grown = {one.table: ends[one.table] + 1 for one in added}
    change.event(other.id, {"merged": theirs, "from": grown})
    change.add(VARIANTS, versions, subject=other.id)
    redact_again(change)
    claims, disputed = tuple(_worked_on(change.ledger)), tuple(_disputed(change.ledger))
    return Merged(other.id, len(missing), tuple(added), tuple(differing), claims, disputed)


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


def _records(change: Change, other: Ledger) -> tuple[list[Added], list[Differing], list[tuple[Stored, ...]]]:
    """Add the records that are not here; how many of each table, and what the two have otherwise.

    What differs comes twice: as it is told, and as the rows of `variants` that keep it.
    """
    _texts(change, other)
    added: list[Added] = []
    differing: list[Differing] = []
    versions: dict[tuple[Stored, ...], None] = {}
    for table in RECORDS:
        new, different = _parted(change.ledger, other, table)
        change.write(table.insertion, new)
        if new:
            added.append(Added(table.name, len(new)))
        for ours, theirs in different:
            versions |= dict.fromkeys(_versions(change.ledger, table, ours, theirs, differing))
    kept = [row for row in versions if change.ledger.row(VARIANTS.selection, row[:3]) is None]
    return added, differing, kept


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


def _versions(
    ledger: Ledger,
    table: Table,
    ours: tuple[Stored, ...],
    theirs: tuple[Stored, ...],
    differing: list[Differing],
) -> Iterator[tuple[Stored, ...]]:
    """The rows of `variants` that keep both versions of a record, unless one is only redacted."""
    our_row, their_row = (dict(zip(table.columns, row, strict=True)) for row in (ours, theirs))
    blank = any({row[name] for name in table.quoted} <= _BLANK for row in (our_row, their_row))
    if table is VARIANTS or (blank and all(our_row[name] == their_row[name] for name in table.stated)):
        return
    subject = " ".join(str(our_row[name]) for name in table.key)
    stated = [(_first_stated(ledger, table, row), row) for row in (our_row, their_row)]
    columns = tuple(
        Apart(name, _told(our_row[name]), _told(their_row[name]))
        for name in table.columns
        if our_row[name] != their_row[name] and name not in OF_THE_DESK
    )
    known = all(ledger.row(VARIANTS.selection, (by, table.name, subject)) for (_, _, by), _ in stated)
    if columns and not known:
        differing.append(
            Differing(table.name, subject, columns, "ours" if stated[0][0] <= stated[1][0] else "theirs")
        )
    for (_, at, by), row in stated:
        facts, words = ({name: row[name] for name in names} for names in (table.stated, table.quoted))
        yield by, table.name, subject, at, canonical(facts), canonical(words)


def _told(value: Stored) -> str | None:
    return None if value is None else str(value)


def _first_stated(ledger: Ledger, table: Table, row: dict[str, Stored]) -> tuple[str, str, str]:
    """When a record was first stated as this row has it: the stamp to sort by, the stamp, and the ledger."""
    subjects = [
        row[name] for name in ("id", "document", "claim", "citation", "source", "one") if row.get(name)
    ]
    facts = table.facts([row[name] for name in table.columns])
    stating = ledger.rows(
        "SELECT at, ledger, content FROM events WHERE subject IN (SELECT value FROM json_each(:subjects)) "
        "AND instr(content, :table)",
        {"subjects": canonical(subjects), "table": f'"{table.name}"'},
    )
    found = [
        (order_of(event["at"]), event["at"], event["ledger"])
        for event in stating
        if any(_fits(stated, facts) for stated in json.loads(event["content"]).get(table.name, ()))
    ]
    assert found, "every record of a ledger that verifies is stated by an event"
    return min(found)


def _fits(stated: dict[str, Stored], facts: dict[str, Stored]) -> bool:
    """Whether an event states these facts; the words of a record may have been redacted since."""
    return {**stated, "texts": None} == {**facts, "texts": None}


def _texts(change: Change, other: Ledger) -> None:
    """Bring in the texts that are not here."""
    known = "SELECT 1 FROM texts WHERE sha256 = :sha256"
    for row in other.rows("SELECT sha256 FROM texts ORDER BY sha256"):
        key = {"sha256": row["sha256"]}
        if change.ledger.row(known, key) is None:
            text = other.rows("SELECT sha256, text FROM texts WHERE sha256 = :sha256", key)
            change.write("INSERT INTO texts (sha256, text) VALUES (?, ?)", [tuple(text[0])])


def _worked_on(ledger: Ledger) -> Iterator[str]:
    """The claims that have evidence, decisions, corrections or versions: a merge may bear on any of them."""
    yield from (row["id"] for row in ledger.rows(_WORKED_ON))


def _disputed(ledger: Ledger) -> Iterator[Disputed]:
    """The records whose revisions part ways."""
    for noun in get_args(Noun):
        for subject, held in sorted(holdings(ledger, noun).items()):
            if held.disputed:
                yield Disputed(noun, subject)


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
