"""What was put right about claims, their documents and citations, in words?

Each revision is told by what it changed: the parts that hold otherwise, before and after.

Callers: dossiers.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from factcheck.ledger.citations import Cited
from factcheck.ledger.moments import order_of
from factcheck.ledger.revisions import OF_THE_DESK, Revision, holdings, revisions, table_of, versions
from factcheck.ledger.store import Ledger
from factcheck.ledger.tables import Stored, Table
from factcheck.model import AmendedNoun, Amendment, Change

Content = Mapping[str, Stored]
# What says the same as another column, or where it stands, is no part of its own.
_UNTOLD = ("credited_start", "credited_end", "cue_start", "cue_end", "canonical", "via", "inherited", "kind")
_CALLED = {"credited": "source", "surface": "number", "derived_from": "derived from"}


def amendments_by_claim(ledger: Ledger, told: Iterable[Cited]) -> dict[str, tuple[Amendment, ...]]:
    """The revisions of each claim, its document and all citations that it ever had, and their rival versions.

    They are told in the order in which they were made.
    """
    concerned: dict[AmendedNoun, dict[str, list[str]]] = {"claim": {}, "citation": {}, "document": {}}
    for one in told:
        claim = one.filed.claim.id
        concerned["claim"][claim] = [claim]
        concerned["citation"] |= {cited.citation.id: [claim] for cited in one.attached}
        concerned["document"].setdefault(one.filed.document, []).append(claim)
    found: dict[str, list[Amendment]] = {claim: [] for claim in concerned["claim"]}
    for noun, claims in concerned.items():
        for made in _told(ledger, noun, list(claims)):
            for claim in claims[made.subject]:
                found[claim].append(made)
    return {claim: tuple(sorted(made, key=_order)) for claim, made in found.items()}


def _order(one: Amendment) -> tuple[str, str, str]:
    return order_of(one.at), one.noun, one.subject


def _told(ledger: Ledger, noun: AmendedNoun, subjects: Sequence[str]) -> Iterator[Amendment]:
    kept, made = versions(ledger, noun, subjects), revisions(ledger, noun, subjects)
    if not (kept or made):
        return
    chains: dict[str, list[Revision]] = defaultdict(list)
    for one in (*kept, *made):
        chains[one.subject].append(one)
    in_dispute = {
        name for held in holdings(ledger, noun, subjects).values() if held.disputed for name in held.heads
    }
    for one in (*kept, *made):
        chain = chains[one.subject]
        first = chain[0].content if chain[0].is_version else _first(ledger, table_of(noun), one.subject)
        before = next((followed.content for followed in chain if followed.id in one.follows), {})
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
