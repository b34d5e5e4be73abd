"""How does a person record one claim by hand?

The phrase is typed, so the phrase is the document: the claim still stands at characters
of a text that we hold. The source is declared, with or without the words that surround
one in print ("per MEK reports").

Callers: cli, cases.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from factcheck.desk.passages import numbers_in, the_number, why_not_read
from factcheck.desk.signature import Signature
from factcheck.errors import AskedWrongly
from factcheck.language.attributions import attribute
from factcheck.language.claims import claim_id
from factcheck.language.declared import declared_name
from factcheck.language.quantities import Found
from factcheck.ledger.claims import add_claim
from factcheck.ledger.documents import add_document
from factcheck.ledger.sources import register, resolve
from factcheck.ledger.store import Change, Ledger
from factcheck.model import Attribution, Claim, Document, Span, is_date
from factcheck.reading.files import make_document


@dataclass(frozen=True, slots=True)
class Publication:
    """Where and when something was printed, as far as it is known."""

    outlet: str | None = None
    date: str | None = None
    url: str | None = None

    def __post_init__(self) -> None:
        if self.date is not None and not is_date(self.date):
            raise AskedWrongly(f"no date: {self.date!r}", "Write 2019-12-16, 2019-12 or 2019.")


@dataclass(frozen=True, slots=True)
class Added:
    """A claim's id, and whether it is new."""

    id: str
    new: bool


def add(
    ledger: Ledger,
    phrase: str,
    signature: Signature,
    *,
    source: str | None = None,
    printed: Publication | None = None,
    measure: str | None = None,
    pick: str | None = None,
) -> Added:
    """Record the claim that a phrase makes; adding the same claim again adds nothing.

    `source` is who vouches for the number, else the phrase's own attribution holds.
    Raises AskedWrongly where the phrase has no number, or several and none is picked.
    """
    document = typed_document(phrase, printed or Publication())
    claim = typed_claim(document, declared(ledger, source) if source else None, measure, pick)
    with signature.change(ledger, "add") as change:
        new = record_claim(change, document, claim)
    return Added(claim.id, new)


def typed_document(phrase: str, printed: Publication, path: str | None = None) -> Document:
    """The document that a typed phrase is."""
    return make_document(phrase, path=path, publisher=printed.outlet, date=printed.date, url=printed.url)


def typed_claim(
    document: Document, source: Attribution | None, measure: str | None = None, pick: str | None = None
) -> Claim:
    """The claim that a typed phrase makes, credited to a declared source or to the one in the phrase."""
    phrase = document.text
    numbers = numbers_in(phrase)
    if not numbers:
        hint = "Write it as in print, for example: over 1,500 protesters were killed."
        raise AskedWrongly(f"no number in {phrase!r}{why_not_read(phrase)}", hint)
    number = the_number(phrase, numbers, pick)
    attribution = source or attribute(phrase, [number.span])[0]
    declared_name = attribution.canonical if source else None
    return _claim(document, number, attribution, declared_name, measure)


def _claim(
    document: Document,
    number: Found,
    attribution: Attribution,
    declared_name: str | None,
    measure: str | None,
) -> Claim:
    return Claim(
        id=claim_id(document, number.span, declared_name),
        span=number.span,
        surface=number.span.of(document.text),
        phrase_span=number.phrase_span,
        phrase=number.phrase_span.of(document.text),
        sentence_span=Span(0, len(document.text)),
        quantity=number.quantity,
        attribution=attribution,
        measure=measure,
    )


def declared(ledger: Ledger, source: str) -> Attribution:
    """The attribution that a typed source declares: "MEK", or "per MEK reports"."""
    known = resolve(ledger, source, suggest=False).source
    name = known.name if known else declared_name(source)
    if not name:
        raise AskedWrongly(f"no source in {source!r}", "Name the person or body that vouches for the number.")
    return Attribution(type="named", source=source, canonical=name)


def record_claim(change: Change, document: Document, claim: Claim) -> bool:
    """Record a typed claim with its document and its source; whether it is new."""
    add_document(change, document, reader=change.version)
    attribution = claim.attribution
    credited = attribution.type not in ("none", "anonymous") and attribution.canonical
    source = register(change, attribution.canonical) if credited and attribution.canonical else None
    if source is not None:
        claim = replace(claim, attribution=replace(attribution, canonical=source.name))
    return add_claim(change, document, claim, source.id if source else None)
