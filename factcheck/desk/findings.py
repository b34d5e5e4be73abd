"""What does not hold together in what was recorded, or in a text that is not?

A document is read again and held against itself and against the figures that the ledger
holds of the same things; the evidence of its claims against each other; and what one source
is credited with in one document against what it is credited with in others. Nothing is
recorded, and nothing that is found decides anything.

Callers: cli, and whoever shows claims.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from factcheck.agreement.consistency.echoes import EchoSuggestion, Ties
from factcheck.agreement.consistency.finding import SEVERITIES, Figure, Finding, Severity, figures_of
from factcheck.agreement.consistency.findings import findings
from factcheck.agreement.consistency.retellings import retellings, retold, unsourced
from factcheck.agreement.consistency.series import series
from factcheck.agreement.provenance import name_key
from factcheck.desk.echoes import open_echoes
from factcheck.desk.kinships import ties
from factcheck.desk.matters import Member, grouped, members
from factcheck.errors import NotFound
from factcheck.language.claims import extract
from factcheck.ledger.claims import claims_of, find_claim
from factcheck.ledger.derivations import decided
from factcheck.ledger.documents import document_ids, find_document, get_document
from factcheck.ledger.search import Filters, list_claims, told_ids
from factcheck.ledger.store import Ledger
from factcheck.model import Citation, Document


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
    What is found between two documents, or in evidence that is attached to claims of several, is
    told of the first of them only.
    """
    known = list(members(ledger, ids=told_ids(ledger)))
    between, told, tied = _between(known), set[str](), ties(ledger)
    figures = [pair for one in known for pair in _figures(one)]
    for document_id in dict.fromkeys(_document_id(ledger, name) for name in names) or document_ids(ledger):
        document = get_document(ledger, document_id)
        others = {_key(figure): figure for home, figure in figures if home != document_id}
        here = [one for one in known if one.document == document_id]
        ids = {filed.claim.id for filed in claims_of(ledger, document_id)}
        elsewhere = [one for one in between if ids.intersection(one.claims)]
        attached = {
            one.sentence: one for one in (*_in_evidence(here), *elsewhere) if one.sentence not in told
        }
        told |= attached.keys()
        found = [*findings(extract(document), tuple(others.values())), *attached.values()]
        yield Found(document, tuple(dict.fromkeys(found)), _echoes(ledger, here, tied))


def find_on_claim(ledger: Ledger, short_id: str) -> tuple[Finding, ...]:
    """What does not hold together about one claim: in its document, its evidence, and in other documents.

    Of others, those claims are looked at that credit the same source with the same measure;
    `find_in_ledger` looks at all, and takes longer.
    """
    filed = find_claim(ledger, short_id)
    claim_id, document = filed.claim.id, get_document(ledger, filed.document)
    told = [one for one in findings(extract(document)) if claim_id in one.claims]
    (here,) = members(ledger, ids=[claim_id])
    alike = [here]
    if here.claim.measure and filed.source is not None:
        ids = [one.id for one in list_claims(ledger, Filters(source=filed.source))]
        alike = list(members(ledger, here.claim.measure, ids))
    elsewhere = [one for one in _between(alike) if claim_id in one.claims]
    return tuple(dict.fromkeys([*told, *_in_evidence([here]), *elsewhere]))


def marks(ledger: Ledger, ids: Sequence[str]) -> Mapping[str, Severity]:
    """Of these claims, those with findings in their document or evidence, each with the gravest severity.

    Meant for a page of a list: each document is read again once.
    """
    found: dict[str, set[Severity]] = defaultdict(set)
    by_document: dict[str, list[Member]] = defaultdict(list)
    for one in members(ledger, ids=ids):
        by_document[one.document].append(one)
        found[one.claim.id].update(finding.severity for finding in _in_evidence([one]))
    for document_id, here in by_document.items():
        for finding in findings(extract(get_document(ledger, document_id))):
            for claim_id in {one.claim.id for one in here}.intersection(finding.claims):
                found[claim_id].add(finding.severity)
    return {claim: max(grave, key=SEVERITIES.index) for claim, grave in found.items() if grave}


def _document_id(ledger: Ledger, name: str) -> str:
    try:
        return find_document(ledger, name).id
    except NotFound:
        return find_claim(ledger, name).document


def _in_evidence(claims: Iterable[Member]) -> list[Finding]:
    """What does not hold together in the evidence on each: a toll that falls, a copy that says more."""
    return [finding for one in claims for finding in _among(one.grounds.citations)]


def _among(citations: Sequence[Citation]) -> Iterator[Finding]:
    yield from series(figures_of(citations))
    yield from retellings(citations)


def _echoes(ledger: Ledger, claims: Iterable[Member], tied: Ties) -> tuple[EchoSuggestion, ...]:
    return tuple(
        echo for one in claims for echo in open_echoes(one.grounds, decided(ledger, [one.claim.id]), tied)
    )


def _between(claims: Sequence[Member]) -> tuple[Finding, ...]:
    """What does not hold together between documents that speak of one matter."""
    found: list[Finding] = []
    for group in grouped(claims):
        figures = list({_key(figure): figure for one in group for _, figure in _figures(one)}.values())
        if len({one.document for one in group}) > 1:
            found += [one for one in (*series(figures), *retold(figures), *unsourced(figures)) if one.claims]
    return tuple(found)


def _figures(one: Member) -> Iterator[tuple[str | None, Figure]]:
    """The figure of a claim of a declared measure, at home in its document, and those of its evidence."""
    claim = one.claim
    if claim.measure and claim.attribution.polarity == "asserted":
        source = one.grounds.own_source or ""
        yield (
            one.document,
            Figure(
                id=claim.id,
                source=source,
                quantity=claim.quantity,
                phrase=claim.phrase,
                measure=claim.measure,
                date=one.date,
                outlet=one.outlet,
                place=claim.place,
                period=claim.period,
                derived=name_key(source) != name_key(one.outlet or ""),
                is_claim=True,
                sentence=one.sentence,
            ),
        )
    for figure in figures_of(one.grounds.citations):
        yield None, figure


def _key(figure: Figure) -> tuple[str | None, ...]:
    """What makes two figures one: evidence is attached to each claim that it speaks to."""
    return (figure.source, figure.outlet, figure.phrase, figure.date, figure.measure)
