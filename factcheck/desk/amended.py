"""What was put right about a claim, its document and its citations, in words?

Each revision is told by what it changed: the parts that hold otherwise, before and after.

Callers: dossiers.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from factcheck.ledger.moments import order_of
from factcheck.ledger.revisions import OF_THE_DESK, holdings, revisions, versions
from factcheck.ledger.store import Ledger
from factcheck.ledger.tables import CITATIONS, CLAIMS, DOCUMENTS, Stored, Table
from factcheck.model import AmendedNoun, Amendment, Change

Content = Mapping[str, Stored]
# What says the same as another column, or where it stands, is no part of its own.
_UNTOLD = ("credited_start", "credited_end", "cue_start", "cue_end", "canonical", "via", "inherited", "kind")
_CALLED = {"credited": "source", "surface": "number", "derived_from": "derived from"}


def amendments(
    ledger: Ledger, claim_id: str, document_id: str, citations: Sequence[str]
) -> tuple[Amendment, ...]:
    """The revisions of a claim, its document and all citations that it ever had, and their rival versions.

    They are told in the order in which they were made.
    """
    made = [
        *_told(ledger, "claim", [claim_id], CLAIMS),
        *_told(ledger, "citation", citations, CITATIONS),
        *_told(ledger, "document", [document_id], DOCUMENTS),
    ]
    return tuple(sorted(made, key=lambda one: (order_of(one.at), one.noun, one.subject)))


def _told(ledger: Ledger, noun: AmendedNoun, subjects: Sequence[str], table: Table) -> Iterator[Amendment]:
    kept, made = versions(ledger, noun, subjects), revisions(ledger, noun, subjects)
    if not (kept or made):
        return
    by_id = {one.id: one for one in (*kept, *made)}
    first_kept = {one.subject: one.content for one in reversed(kept)}
    in_dispute = {
        name for held in holdings(ledger, noun, subjects).values() if held.disputed for name in held.heads
    }
    for one in by_id.values():
        first = first_kept.get(one.subject) or _first(ledger, table, one.subject)
        before = next((followed.content for name, followed in by_id.items() if name in one.follows), {})
        changes = tuple(_changes(ledger, {**first, **before}, {**first, **one.content}))
        if one.is_version and not changes:  # the one that was recorded first, or one that says the same
            continue
        yield Amendment(
            noun=noun,
            subject=one.subject,
            at=one.at,
            by=f"ledger {one.by}" if one.is_version else one.by,
            reason=one.reason,
            withdrawn=one.withdrawn,
            changes=changes,
            disputed=one.id in in_dispute,
        )


def _first(ledger: Ledger, table: Table, record_id: str) -> Content:
    """The record as it was made."""
    row = ledger.row(f"SELECT * FROM {table.name} WHERE id = :id", {"id": record_id})  # noqa: S608 - ours
    return dict(row) if row else {}


def _changes(ledger: Ledger, before: Content, now: Content) -> Iterator[Change]:
    for name in sorted(now):
        if (
            before.get(name) != now[name]
            and name not in _UNTOLD
            and name not in OF_THE_DESK
            and not (name == "source" and "credited" in now)
        ):
            values = (before.get(name), now[name])
            was, holds = (_name(ledger, value) if name == "source" else value for value in values)
            yield Change(_CALLED.get(name, name), _text(was), _text(holds))


def _name(ledger: Ledger, source_id: Stored) -> str | None:
    row = ledger.row("SELECT name FROM sources WHERE id = :id", {"id": source_id})
    return str(row["name"]) if row else None


def _text(value: Stored) -> str | None:
    return None if value is None else str(value)
