"""How does a person record one claim by hand?

The phrase is typed, so the phrase is the document: the claim still stands at characters
of a text that we hold. The source is declared, with or without the words that surround
one in print ("per MEK reports").

Callers: cli, cases.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from factcheck.desk.declarations import Declaration, put
from factcheck.desk.passages import numbers_in, the_number, why_not_read
from factcheck.desk.signature import Signature
from factcheck.desk.sources import alike, apart, by_name, credited_source
from factcheck.errors import AskedWrongly
from factcheck.language.attributions import attribute
from factcheck.language.claims import claim_id
from factcheck.language.declared import declared_name
from factcheck.language.quantities import Found
from factcheck.ledger.claims import add_claim
from factcheck.ledger.documents import add_document
from factcheck.ledger.sources import resolve
from factcheck.ledger.store import Change, Ledger
from factcheck.model import Attribution, Claim, Document, Span, is_date
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


def draft(phrase: str, printed: Publication, *, pick: str | None = None, path: str | None = None) -> Draft:
    """Read a typed phrase; AskedWrongly where it has no number, or several and none is picked."""
    numbers = numbers_in(phrase)
    if not numbers:
        hint = "Write it as in print, for example: over 1,500 protesters were killed."
        raise AskedWrongly(f"no number in {phrase!r}{why_not_read(phrase)}", hint)
    number = the_number(phrase, numbers, pick)
    document = make_document(phrase, path=path, publisher=printed.outlet, date=printed.date, url=printed.url)
    return Draft(document, number)


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
    return replace(added, warnings=odd)


def record_draft(change: Change, drafted: Draft, declared: Attribution | None, measure: str | None) -> Added:
    """Record a drafted claim with its document and its source."""
    document, number = drafted.document, drafted.number
    add_document(change, document, reader=change.version)
    attribution = declared or attribute(document.text, [number.span])[0]
    typed = attribution.source or "" if declared else document.text
    source = credited_source(change, attribution, by_name(typed), by_hand=declared is not None)
    if source is not None:
        attribution = replace(attribution, canonical=source.name)
    claim = Claim(
        id=claim_id(document, number.span, attribution.canonical if declared else None),
        span=number.span,
        surface=number.span.of(document.text),
        phrase_span=number.phrase_span,
        phrase=number.phrase_span.of(document.text),
        sentence_span=Span(0, len(document.text)),
        quantity=number.quantity,
        attribution=attribution,
        measure=measure,
    )
    new = add_claim(change, document, claim, source.id if source else None)
    return Added(claim.id, new, attribution.canonical)


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
