"""What was put right about a claim, its document and its citations, in words?

Each revision is told by what it changed: the parts that hold otherwise, before and after.

Callers: dossiers.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from factcheck.ledger.citations import attached_to
from factcheck.ledger.moments import order_of
from factcheck.ledger.revisions import Revision, revisions
from factcheck.ledger.store import Ledger
from factcheck.ledger.tables import CITATIONS, CLAIMS, Stored, Table
from factcheck.model import Amendment, Change

Content = Mapping[str, Stored]
# What says the same as another column, or where it stands, is no part of its own.
_UNTOLD = ("credited_start", "credited_end", "cue_start", "cue_end", "canonical", "via", "inherited", "kind")
_CALLED = {"credited": "source", "surface": "number", "derived_from": "derived from"}


def amendments(ledger: Ledger, claim_id: str, document_id: str) -> tuple[Amendment, ...]:
    """The revisions that bear on a claim, in the order in which they were made."""
    citations = [attached.citation.id for attached in attached_to(ledger, claim_id)]
    made = [
        *_told(ledger, revisions(ledger, "claim", [claim_id]), CLAIMS),
        *_told(ledger, revisions(ledger, "citation", citations), CITATIONS),
        *_told(ledger, revisions(ledger, "document", [document_id]), None),
    ]
    return tuple(sorted(made, key=lambda one: (order_of(one.at), one.noun, one.subject)))


def _told(ledger: Ledger, made: tuple[Revision, ...], table: Table | None) -> Iterator[Amendment]:
    by_id = {revision.id: revision for revision in made}
    followed = {name for revision in made for name in revision.follows}
    for revision in made:
        before = by_id[revision.follows[0]].content if revision.follows else {}
        first = _first(ledger, table, revision.subject) if table else {}
        heads = [one for one in made if one.subject == revision.subject and one.id not in followed]
        yield Amendment(
            noun=revision.noun if revision.noun in ("claim", "citation") else "document",
            subject=revision.subject,
            at=revision.at,
            by=revision.by,
            reason=revision.reason,
            withdrawn=revision.withdrawn,
            changes=tuple(_changes(ledger, {**first, **before}, {**first, **revision.content})),
            disputed=len(heads) > 1 and revision in heads,
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
