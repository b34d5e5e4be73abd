"""What does not hold together in what was recorded, or in a text that is not?

A document is read again and held against itself and against the figures that the ledger
holds of the same things; the evidence of its claims against each other. Nothing is
recorded, and nothing that is found decides anything.

Callers: cli.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from factcheck.agreement.consistency.echoes import EchoSuggestion
from factcheck.agreement.consistency.finding import Figure, Finding, figures_of
from factcheck.agreement.consistency.findings import findings
from factcheck.agreement.consistency.retellings import retellings
from factcheck.agreement.consistency.series import series
from factcheck.desk.echoes import open_echoes
from factcheck.desk.grounds import grounds_of
from factcheck.errors import NotFound
from factcheck.language.claims import extract
from factcheck.ledger.claims import claims_of, find_claim
from factcheck.ledger.derivations import decided
from factcheck.ledger.documents import find_document, get_document
from factcheck.ledger.search import list_claims
from factcheck.ledger.store import Ledger
from factcheck.model import Citation, Claim, Document


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in one document and in the evidence on its claims."""

    document: Document
    findings: tuple[Finding, ...]
    echoes: tuple[EchoSuggestion, ...]

    def __bool__(self) -> bool:
        return bool(self.findings or self.echoes)


def find_in_text(document: Document) -> Found:
    """What a document that is not recorded says of its own numbers that does not hold together."""
    return Found(document, findings(extract(document)), ())


def find_in_ledger(ledger: Ledger, names: Iterable[str]) -> Iterator[Found]:
    """The same of recorded documents, with their evidence: of those named, else of all.

    A name is the path or id of a document, or the id of a claim, which stands for its document.
    """
    everywhere = list(dict.fromkeys(listed.document for listed in list_claims(ledger)))
    wanted = list(dict.fromkeys(_document_id(ledger, name) for name in names)) or everywhere
    figures = [figure for document in everywhere for figure in _figures(ledger, document)]
    for document in wanted:
        yield _found(ledger, document, figures)


def find_on_claim(ledger: Ledger, short_id: str) -> tuple[Finding, ...]:
    """What does not hold together about one claim: within its document, and in its own evidence.

    Figures of other documents are left to `find_in_ledger`, which takes longer.
    """
    filed = find_claim(ledger, short_id)
    document = get_document(ledger, filed.document)
    told = [one for one in findings(extract(document)) if filed.claim.id in one.claims]
    return (*told, *_in_evidence(grounds_of(ledger, filed, document).citations))


def _in_evidence(citations: Sequence[Citation]) -> tuple[Finding, ...]:
    """What does not hold together in the evidence on one claim: a toll that falls, a copy that says more."""
    return (*series(figures_of(citations)), *retellings(citations))


def _document_id(ledger: Ledger, name: str) -> str:
    try:
        return find_document(ledger, name).id
    except NotFound:
        return find_claim(ledger, name).document


def _found(ledger: Ledger, document_id: str, figures: Iterable[tuple[str, Figure]]) -> Found:
    document = get_document(ledger, document_id)
    others = {_key(figure): figure for home, figure in figures if home != document_id}
    told = list(findings(extract(document), tuple(others.values())))
    suggested: list[EchoSuggestion] = []
    for filed in claims_of(ledger, document_id):
        grounds = grounds_of(ledger, filed, document)
        told += _in_evidence(grounds.citations)
        suggested += open_echoes(grounds, decided(ledger, filed.claim.id))
    return Found(document, tuple(dict.fromkeys(told)), tuple(suggested))


def _figures(ledger: Ledger, document_id: str) -> Iterator[tuple[str, Figure]]:
    """The figures that a document and the evidence on it give of declared measures, each with its home."""
    document = get_document(ledger, document_id)
    for filed in claims_of(ledger, document_id):
        grounds = grounds_of(ledger, filed, document)
        if grounds.claim.measure:
            yield document_id, _figure(grounds.claim, grounds.own_source or "", document)
        for figure in figures_of(grounds.citations):
            yield "", figure


def _figure(claim: Claim, source: str, document: Document) -> Figure:
    return Figure(
        id=claim.id,
        source=source,
        quantity=claim.quantity,
        phrase=claim.phrase,
        measure=claim.measure,
        date=document.date,
        outlet=document.publisher,
    )


def _key(figure: Figure) -> tuple[str | None, ...]:
    """What makes two figures one: evidence is attached to each claim that it speaks to."""
    return (figure.source, figure.outlet, figure.phrase, figure.date, figure.measure)
