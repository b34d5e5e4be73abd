"""Does every record follow from the event that stated it, and every event's record exist?

Events and records are read side by side, both in the order of recording: an event states
the rows that come next in its table. Where it does not, its records are looked up by their
keys and compared column by column; and what no event stated was smuggled in.

In a ledger into which others were merged, several events may state one record; the version of
another ledger that differs from ours is kept beside it.

Callers: `audit`.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from factcheck.errors import FactcheckError
from factcheck.ledger.recorded import Recorded
from factcheck.ledger.store import Ledger
from factcheck.ledger.tables import RECORDS, Table

Facts = dict[str, Any]
Found = tuple[str, str]

_VARIANTS = "SELECT facts, words FROM variants WHERE noun = :noun AND subject = :subject"
_REDACTED = "SELECT DISTINCT subject FROM events WHERE verb = 'redact'"
# Whose redaction blanks the words of a row: of a claim, that of its document.
_OWNERS = {
    **{"documents": "id", "claims": "document", "citations": "id", "revisions": "subject"},
    **{"originals": "document", "anchors": "citation", "variants": "subject"},
}
_BLANK = (None, "", "[]", "{}")


def unfounded(ledger: Ledger, events: Iterable[tuple[Sequence[int], Sequence[bytes]]]) -> Iterator[Found]:
    """Where, and how, the records and the events disagree, given numbers and contents; in a snapshot."""
    held = {table.name.encode(): Recorded(ledger, table) for table in RECORDS}
    redacted = {subject for (subject,) in ledger.rows(_REDACTED)}
    for seqs, contents in events:
        if _take_singles(held, contents):
            continue
        for seq, content in zip(seqs, contents, strict=True):
            records = held.get(_named(content))
            if records is not None and records.takes(content):
                continue
            for table, facts in _stated(content):
                yield from _compare(ledger, held[table.name.encode()], facts, f"event {seq}", redacted)
    for records in held.values():
        yield from _unstated(ledger, records)


def _take_singles(held: Mapping[bytes, Recorded], contents: Sequence[bytes]) -> bool:
    """Whether each of these contents states one record, in every table the next; they are accounted for."""
    by_table: dict[bytes, list[bytes]] = defaultdict(list)
    for content in contents:
        by_table[_named(content)].append(content)
    if not all(name in held and held[name].begins(stated) for name, stated in by_table.items()):
        return False
    for name, stated in by_table.items():
        held[name].skip(len(stated))
    return True


def _named(content: bytes) -> bytes:
    """The table of which an event states records first."""
    return content[2 : content.find(b'"', 2)]


def _stated(content: bytes) -> Iterator[tuple[Table, Facts]]:
    """The records that an event says it added, each with its table."""
    told = _parsed(content)
    for table in RECORDS:
        records = told.get(table.name)
        for facts in records if isinstance(records, list) else ():
            if isinstance(facts, dict) and all(isinstance(facts.get(part), str) for part in table.key):
                yield table, facts


def _parsed(text: str | bytes) -> Facts:
    """The object that this JSON states; an empty one where it states none: the chain reports a change."""
    try:
        told = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return told if isinstance(told, dict) else {}


def _compare(
    ledger: Ledger, records: Recorded, facts: Facts, where: str, redacted: set[str]
) -> Iterator[Found]:
    """Whether the record that these facts are of is stored, and unchanged."""
    table = records.table
    name = f"{table.name} {' '.join(facts[part] for part in table.key)}"
    try:
        row = _stored(ledger, table, facts)
    except FactcheckError as error:
        yield name, f"cannot be read as {where} recorded it: {error.message}"
        return
    if row is None:
        yield name, f"is missing: {where} recorded it"
        return
    records.account(row["entry"])
    changed = _changed(table.facts(tuple(row)[1:]), facts)
    if changed == ["texts"] and _is_redacted(table, row, redacted):
        return
    if changed and not _is_variant(ledger, table, facts, redacted):
        yield name, f"was changed after {where} recorded it: {', '.join(changed)}"


def _stored(ledger: Ledger, table: Table, facts: Facts) -> sqlite3.Row | None:
    """The row of the record that these facts are of, with its entry."""
    where = " AND ".join(f"{part} = :{part}" for part in table.key)
    whole = f"SELECT entry, {', '.join(table.columns)} FROM {table.name} WHERE {where}"  # noqa: S608 - ours
    return ledger.row(whole, {part: facts[part] for part in table.key})


def _changed(held: Facts, stated: Facts) -> list[str]:
    """The facts that are no longer as they were stated."""
    return sorted(name for name in held.keys() | stated if held.get(name) != stated.get(name))


def _is_variant(ledger: Ledger, table: Table, facts: Facts, redacted: set[str]) -> bool:
    """Whether these facts are of the version of a merged ledger, which is kept beside ours."""
    subject = " ".join(facts[part] for part in table.key)
    for kept in ledger.rows(_VARIANTS, {"noun": table.name, "subject": subject}):
        row = _parsed(kept["facts"]) | _parsed(kept["words"])
        changed = _changed(table.facts([row.get(name) for name in table.columns]), facts)
        if not changed or (changed == ["texts"] and kept["words"] in _BLANK and subject in redacted):
            return True
    return False


def _is_redacted(table: Table, row: sqlite3.Row, redacted: set[str]) -> bool:
    """Whether the words of a row are blank because somebody redacted what they belong to."""
    owner = _OWNERS.get(table.name)
    blank = all(row[name] in _BLANK for name in table.quoted)
    return owner is not None and blank and row[owner] in redacted


def _unstated(ledger: Ledger, records: Recorded) -> Iterator[Found]:
    """The rows that no event states, and the first that does not stand where it was recorded."""
    table = records.table
    key = " || ' ' || ".join(table.key)
    for entry in records.left():
        row = ledger.row(f"SELECT {key} FROM {table.name} WHERE entry = :entry", {"entry": entry})  # noqa: S608
        yield f"{table.name} {row[0] if row else entry}", "was recorded by no event"
    if records.disorder is not None:
        yield f"{table.name}, entry {records.disorder}", "does not stand where it was recorded"
