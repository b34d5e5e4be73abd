"""How does a person attach evidence to a claim?

The passage is read by the number grammar, the relation is computed at once, and the
claim is scored anew in the same transaction. Evidence that a claim has already is not
attached again; the same passage with other particulars is refused, never overwritten.

Callers: cli, `cases.py`, `incoming.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from factcheck.desk.anchors import put_anchor
from factcheck.desk.claims import Publication, declared, doubts
from factcheck.desk.declarations import Declaration, put
from factcheck.desk.echoes import parent_named, suggest
from factcheck.desk.passages import numbers_in, the_number, why_not_read
from factcheck.desk.signature import Signature
from factcheck.desk.sources import register_typed
from factcheck.desk.states import refresh
from factcheck.desk.withdrawals import refuse_withdrawn, still_withdrawn
from factcheck.errors import AskedWrongly
from factcheck.language.attributions import attribute
from factcheck.language.quantities import Found
from factcheck.language.sources.denials import may_deny
from factcheck.ledger.citations import add_citation, citations_with
from factcheck.ledger.claims import find_claim
from factcheck.ledger.sources import register
from factcheck.ledger.store import Change, Ledger
from factcheck.model import (
    Anchor,
    Citation,
    Quantity,
    RelationLabel,
    Reliability,
    Scope,
    Span,
    Stance,
    identify,
    parse_date,
)

UNPUBLISHED = Publication()


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a person says of a citation, before it is read: who vouches, which words, how it stands."""

    source: str
    passage: str
    printed: Publication = UNPUBLISHED
    scope: Scope = "same"
    derived_from: tuple[str, ...] = ()
    reliability: Reliability = "F"
    party: bool = False
    measure: str | None = None
    note: str | None = None
    stance: RelationLabel | None = None
    pick: str | None = None
    place: str | None = None
    period: str | None = None


@dataclass(frozen=True, slots=True)
class Cited:
    """The ids of the claim and of its citation, whether the citation is new, and what is odd about it."""

    claim: str
    id: str
    new: bool
    warnings: tuple[str, ...] = ()


def cite(
    ledger: Ledger, short_id: str, evidence: Evidence, signature: Signature, anchor: Anchor | None = None
) -> Cited:
    """Attach evidence to the claim whose id is, or begins with, this; `anchor` says where it stands.

    Raises AskedWrongly for a passage without a number, unless a stance and a note say
    what it is worth, and for one with several numbers that fit, unless one is picked.
    """
    filed = find_claim(ledger, short_id)
    refuse_withdrawn(filed)
    claim = filed.claim
    quantity = read_passage(evidence, claim.quantity)
    name = declared(ledger, evidence.source).canonical or evidence.source
    odd = doubts(ledger, evidence.source, name)
    if not all(text.strip() for text in evidence.derived_from):
        raise AskedWrongly(
            "--derived-from names nothing", "Give the id of a citation, or the name of a source."
        )
    parents = tuple(parent_named(ledger, claim.id, text) for text in evidence.derived_from)
    said = Declaration(evidence.measure, evidence.place, evidence.period)
    with signature.change(ledger, "cite") as change:
        name = register_typed(change, name, evidence.source).name
        named = replace(evidence, source=name, derived_from=parents)
        citation = compose(claim.id, named, quantity, signature.who)
        new = attach(change, claim.id, citation)
        if anchor is not None:
            put_anchor(change, citation.id, anchor)
        if evidence.place or evidence.period:
            put(change, claim.id, said, citation)
        refresh(change, [claim.id])
    gone = still_withdrawn(ledger, "citation", citation.id)
    odd = (*odd, *_oddities(citation, signature.at), *_echoed(ledger, claim.id, citation), *gone)
    return Cited(claim.id, citation.id, new, odd)


def _echoed(ledger: Ledger, claim_id: str, citation: Citation) -> Iterator[str]:
    """Why the citation may only repeat another; whoever attached it decides."""
    for one in suggest(ledger, claim_id):
        if one.echo.citation == citation.id:
            yield f"{one.echo.reason} `factcheck echo accept {citation.id}` makes it an echo."


def _oddities(citation: Citation, now: str) -> Iterator[str]:
    """What a person may have mistyped; it is recorded all the same."""
    dated = parse_date(citation.date) if citation.date else None
    if dated is not None and dated.earliest is not None and dated.earliest.isoformat() > now[:10]:
        yield f"{citation.date} is after today"
    if citation.url and not citation.url.lower().startswith(("https://", "http://")):
        yield f"{citation.url} is no web address"


def read_passage(evidence: Evidence, like: Quantity) -> Quantity | None:
    """The number of a passage that speaks to a number like this; None where only a stance counts."""
    return meant(evidence, numbers_in(evidence.passage, like))


def meant(evidence: Evidence, numbers: tuple[Found, ...]) -> Quantity | None:
    """The one of these numbers of its passage that the evidence means; None where only a stance counts."""
    if numbers:
        number = the_number(evidence.passage, numbers, evidence.pick)
        if not _denies(evidence.passage, number.span):
            return number.quantity
        hint = "A denial vouches for no number: give --stance and --note to keep it, shown and unscored."
        if not (evidence.stance and evidence.note):
            raise AskedWrongly(f"the passage denies “{number.span.of(evidence.passage)}”", hint)
        return None
    if evidence.stance and evidence.note:
        return None
    hint = "Quote the words with the number; for a denial without one, give --stance and --note."
    raise AskedWrongly(f"no number in {evidence.passage!r}{why_not_read(evidence.passage)}", hint)


def _denies(passage: str, number: Span) -> bool:
    """Whether a passage denies one of its numbers."""
    return may_deny(passage) and attribute(passage, [number])[0].polarity == "denied"


def compose(claim_id: str, evidence: Evidence, quantity: Quantity | None, who: str) -> Citation:
    """The citation that this evidence makes for a claim; its source is named as it is filed."""
    if evidence.stance and not evidence.note:
        raise AskedWrongly("a stance needs a reason", "Give it with --note.")
    printed = evidence.printed
    published = (printed.outlet, printed.date, printed.url)
    parts = (claim_id, evidence.source, *published, evidence.passage, evidence.scope)
    return Citation(
        id=identify("citation", *parts),
        source=evidence.source,
        passage=evidence.passage,
        quantity=quantity,
        outlet=printed.outlet,
        date=printed.date,
        url=printed.url,
        scope=evidence.scope,
        derived_from=evidence.derived_from,
        reliability=evidence.reliability,
        party=evidence.party,
        measure=evidence.measure,
        note=evidence.note,
        stance=Stance(evidence.stance, evidence.note or "", who) if evidence.stance else None,
    )


def attach(change: Change, claim_id: str, citation: Citation) -> bool:
    """Attach a citation, unless it is there; the same one with other particulars is refused."""
    refuse_another(claim_id, citation, citations_with(change.ledger, [citation.id]).get(citation.id))
    source = register(change, citation.source)
    return add_citation(change, claim_id, citation, source_id=source.id)


def refuse_another(claim_id: str, citation: Citation, known: Citation | None) -> None:
    """Refuse a citation that is known with other particulars."""
    if known is not None and not agrees(known, citation):
        raise AskedWrongly(
            f"this passage is attached already, as {known.id}, with other particulars",
            f"`factcheck show {claim_id}` shows it; evidence is never overwritten.",
        )


def agrees(known: Citation, citation: Citation) -> bool:
    """Whether two citations say the same: another person may say it again, and declare what it counts."""
    return known == citation or _as_said(known) == _as_said(citation)


def _as_said(citation: Citation) -> Citation:
    """The citation but for who took its stance, and what it was declared to count."""
    stance = replace(citation.stance, by="") if citation.stance else None
    return replace(citation, stance=stance, measure=None)
