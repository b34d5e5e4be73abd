"""Does every record follow from the event that stated it, and every event's record exist?

Each event lists the facts of the records that it added. They are computed again from the
stored rows and compared; then the rows are counted, for a row that no event states was
smuggled in. Of what is derived, the latest event counts, and the row may be gone.

Callers: `audit`.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from factcheck.ledger.spellings import due
from factcheck.ledger.store import Ledger
from factcheck.ledger.tables import AGREEMENTS, AUDITED, DOCUMENTS, RECORDS, Table, digest
from factcheck.model import Event

Found = tuple[str, str]


def unfounded(ledger: Ledger, events: Iterable[Event]) -> Iterator[Found]:
    """Where, and how, the records and the events disagree."""
    stated: Counter[str] = Counter()
    scored: dict[str, str] = {}
    redacted: set[str] = set()
    for event in events:
        if event.verb == "redact":
            redacted.add(event.subject)
        for table, facts in _stated(event):
            if table is AGREEMENTS:
                scored[str(facts["claim"])] = digest(facts)
                continue
            stated[table.name] += 1
            yield from _compare(ledger, table, facts, f"event {event.seq}")
    for table in RECORDS:
        yield from _uncounted(ledger, table, stated[table.name])
    yield from _agreements(ledger, scored)
    yield from _texts(ledger, redacted)
    yield from _spellings(ledger)


def _stated(event: Event) -> Iterator[tuple[Table, dict[str, Any]]]:
    """The records that an event says it added, each with its table."""
    try:
        content = json.loads(event.content)
    except ValueError:
        return  # the chain reports it
    for name, records in content.items() if isinstance(content, dict) else ():
        table = AUDITED.get(name)
        if table is not None and isinstance(records, list):
            yield from ((table, facts) for facts in records if set(table.key) <= set(facts))


def _compare(ledger: Ledger, table: Table, facts: dict[str, Any], where: str) -> Iterator[Found]:
    """Whether the record that these facts are of is stored, and unchanged."""
    key = tuple(facts[name] for name in table.key)
    row = ledger.row(table.selection, key)
    name = f"{table.name} {' '.join(map(str, key))}"
    if row is None:
        yield name, f"is missing: {where} recorded it"
    elif (held := table.facts(tuple(row))) != facts:
        changed = ", ".join(
            sorted(field for field in held.keys() | facts if held.get(field) != facts.get(field))
        )
        yield name, f"was changed after {where} recorded it: {changed}"


def _uncounted(ledger: Ledger, table: Table, stated: int) -> Iterator[Found]:
    """Whether a table has as many rows as the events state."""
    row = ledger.row(f"SELECT count(*) FROM {table.name}")  # noqa: S608 - a name of ours
    held = int(row[0]) if row else 0
    if held != stated:
        yield table.name, f"has {held} records, but the events state {stated}"


def _agreements(ledger: Ledger, scored: dict[str, str]) -> Iterator[Found]:
    """Scores that are not the ones that were last recorded, given the digest of those by claim."""
    for (claim,) in ledger.rows("SELECT claim FROM agreements ORDER BY entry"):
        row = ledger.row(AGREEMENTS.selection, (claim,))
        if claim not in scored:
            yield f"agreement of {claim}", "was recorded by no event"
        elif row is None or digest(AGREEMENTS.facts(tuple(row))) != scored[claim]:
            yield f"agreement of {claim}", "is not the one that was last recorded"


def _texts(ledger: Ledger, redacted: set[str]) -> Iterator[Found]:
    """Texts that do not have the hash they are stored under, or belong to no document."""
    belonging = f"SELECT sha256 FROM {DOCUMENTS.name}"  # noqa: S608 - a name of ours
    owned = {row["sha256"] for row in ledger.rows(belonging)}
    for (sha256,) in ledger.rows("SELECT sha256 FROM texts ORDER BY sha256"):
        row = ledger.row("SELECT text FROM texts WHERE sha256 = :sha256", {"sha256": sha256})
        text = row["text"] if row else None
        if sha256 not in owned:
            yield f"text {sha256[:12]}", "belongs to no document"
        if text is None:
            if sha256 not in redacted:
                yield f"text {sha256[:12]}", "is gone, and no event redacted it"
        elif hashlib.sha256(text.encode("utf-8")).hexdigest() != sha256:
            yield f"text {sha256[:12]}", "was changed: it does not have the hash that it is stored under"


def _spellings(ledger: Ledger) -> Iterator[Found]:
    """Names that would be looked up wrongly: the derived keys are not those of the sources."""
    held = {tuple(row) for row in ledger.rows("SELECT key, how, source FROM name_keys")}
    for key, how, source in sorted(held ^ due(ledger)):
        state = "is filed, but no name leads to it" if (key, how, source) in held else "is not filed"
        yield f"source {source}", f"the spelling {key!r} ({how}) {state}"
