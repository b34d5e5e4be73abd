"""How does a person record one claim by hand?

The phrase is typed, so the phrase is the document: the claim still stands at characters
of a text that we hold. The source is declared, with or without the words that surround
one in print ("per MEK reports").

Callers: cli, `cases.py`, `incoming.py`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from factcheck.desk.declarations import Declaration, put
from factcheck.desk.passages import numbers_in, the_number, why_not_read
from factcheck.desk.signature import Signature
from factcheck.desk.sources import alike, apart, by_name, credited_source
from factcheck.desk.withdrawals import still_withdrawn
from factcheck.errors import AskedWrongly
from factcheck.language.attributions import attribute
from factcheck.language.claims import claim_id
from factcheck.language.declared import declared_name
from factcheck.language.quantities import Found
from factcheck.ledger.claims import add_claim
from factcheck.ledger.documents import add_document
from factcheck.ledger.sources import resolve
from factcheck.ledger.store import Change, Ledger
from factcheck.model import Attribution, Claim, Document, Source, Span, is_date
from factcheck.reading.files import make_document

UNDECLARED = Declaration()


@dataclass(frozen=True, slots=True)
class Publication:
    """Where and when something was printed, as far as it is known."""

    outlet: str | None = None
    date: str | None = None
    url: str | None = None

    def __post_init__(self) -> None:
        if self.date is not None and not is_date(self.date):
            hint = "Write 2019-12-16, 2019-12, 2019, or 2019-12~ for about."
            raise AskedWrongly(f"no date: {self.date!r}", hint)


@dataclass(frozen=True, slots=True)
class Draft:
    """A typed phrase with the number that was read in it; nothing is recorded yet."""

    document: Document
    number: Found


@dataclass(frozen=True, slots=True)
class Added:
    """A claim's id, whether it is new, who was credited with it, if anybody, and what is odd about that."""

    id: str
    new: bool
    source: str | None
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Credited:
    """Who vouches for a typed claim, under which id; `by_hand` where a person declared it."""

    attribution: Attribution
    source_id: str | None
    by_hand: bool


def draft(phrase: str, printed: Publication, *, pick: str | None = None, path: str | None = None) -> Draft:
    """Read a typed phrase; AskedWrongly where it has no number, or several and none is picked."""
    numbers = numbers_in(phrase)
    if not numbers:
        hint = "Write it as in print, for example: over 1,500 protesters were killed."
        raise AskedWrongly(f"no number in {phrase!r}{why_not_read(phrase)}", hint)
    return Draft(phrase_document(phrase, printed, path), the_number(phrase, numbers, pick))


def phrase_document(phrase: str, printed: Publication, path: str | None = None) -> Document:
    """The document that a typed phrase is."""
    return make_document(phrase, path=path, publisher=printed.outlet, date=printed.date, url=printed.url)


def add(
    ledger: Ledger,
    drafted: Draft,
    signature: Signature,
    *,
    source: str | None = None,
    said: Declaration = UNDECLARED,
) -> Added:
    """Record the claim that a phrase makes; adding the same claim again adds nothing.

    `source` is who vouches for the number, else the phrase's own attribution holds; `said` is
    what is counted, where and when.
    """
    attribution = declared(ledger, source) if source is not None else None
    odd = doubts(ledger, source, attribution.canonical) if source and attribution else ()
    with signature.change(ledger, "add") as change:
        added = record_draft(change, drafted, attribution, said.measure)
        if said.place or said.period:
            put(change, added.id, said)
    return replace(added, warnings=(*odd, *still_withdrawn(ledger, "claim", added.id)))


def record_draft(change: Change, drafted: Draft, declared: Attribution | None, measure: str | None) -> Added:
    """Record a drafted claim with its document and its source."""
    document = drafted.document
    add_document(change, document, reader=change.version)
    credit = credit_by_hand(change, declared) if declared else credit_as_told(change, drafted)
    claim = claim_of(drafted, credit, measure)
    new = add_claim(change, document, claim, credit.source_id)
    return Added(claim.id, new, claim.attribution.canonical)


def credit_by_hand(change: Change, declared: Attribution) -> Credited:
    """The source that a person declared, registered if need be."""
    source = credited_source(change, declared, by_name(declared.source or ""), by_hand=True)
    return _credited(declared, source, by_hand=True)


def credit_as_told(change: Change, drafted: Draft) -> Credited:
    """The source that the phrase itself credits, registered if it has a name of its own."""
    text = drafted.document.text
    attribution = attribute(text, [drafted.number.span])[0]
    return _credited(attribution, credited_source(change, attribution, by_name(text)), by_hand=False)


def _credited(attribution: Attribution, source: Source | None, *, by_hand: bool) -> Credited:
    if source is None:
        return Credited(attribution, None, by_hand)
    return Credited(replace(attribution, canonical=source.name), source.id, by_hand)


def claim_of(drafted: Draft, credit: Credited, measure: str | None) -> Claim:
    """The claim that a typed phrase makes."""
    document, number = drafted.document, drafted.number
    declared = credit.attribution.canonical if credit.by_hand else None
    return Claim(
        id=claim_id(document, number.span, declared),
        span=number.span,
        surface=number.span.of(document.text),
        phrase_span=number.phrase_span,
        phrase=number.phrase_span.of(document.text),
        sentence_span=Span(0, len(document.text)),
        quantity=number.quantity,
        attribution=credit.attribution,
        measure=measure,
    )


def doubts(ledger: Ledger, typed: str, name: str | None) -> tuple[str, ...]:
    """What may be wrong with a typed source, before it is registered: a name much like a known one."""
    return (*alike(ledger, name or typed), *apart(ledger, typed))


def declared(ledger: Ledger, source: str) -> Attribution:
    """The attribution that a typed source declares: "MEK", or "per MEK reports"."""
    known = resolve(ledger, source, suggest=False).source
    name = known.name if known else declared_name(source)
    if not name:
        raise AskedWrongly(f"no source in {source!r}", "Name the person or body that vouches for the number.")
    return Attribution(type="named", source=source, canonical=name)
