"""How does a case file become claims with their evidence?

Each claim of the case is recorded by its phrase, or, given a recorded document, found
where the document prints it; each citation is attached to every claim of its measurand.
All of it is one transaction: a case is imported whole or not at all, and importing it
again adds nothing.

Callers: cli.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from factcheck.desk.citations import Evidence, attach, compose
from factcheck.desk.claims import Draft, Publication, draft, record_draft
from factcheck.desk.declarations import Declaration, put
from factcheck.desk.passages import numbers_in
from factcheck.desk.signature import Signature
from factcheck.desk.states import refresh
from factcheck.errors import AskedWrongly, Unreadable
from factcheck.exchange.cases import Case, CaseCitation, CaseClaim
from factcheck.ledger.claims import claims_of, find_claim
from factcheck.ledger.documents import find_document
from factcheck.ledger.sources import affiliate, register
from factcheck.ledger.store import Change, Ledger
from factcheck.model import Attribution, Claim, Document

NOTHING = "Nothing was imported; correct it and run again."


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did: how many claims and citations are new, of how many, and which claims they are."""

    claims: tuple[str, ...]
    new_claims: int
    citations: int
    new_citations: int


@dataclass(frozen=True, slots=True)
class ReadCase:
    """A case file whose every phrase and figure has been read: fit to be imported."""

    case: Case
    drafts: tuple[Draft, ...]


def read_case(case: Case) -> ReadCase:
    """Read the phrases of a case; Unreadable names the claim or citation that has no number."""
    drafts = []
    for told in case.claims:
        printed = Publication(told.outlet, told.date, told.url)
        try:
            drafts.append(draft(told.phrase, printed, path=f"{case.id}#{told.id}"))
        except AskedWrongly as error:
            raise Unreadable(f"{case.id}: claim {told.id}: {error.message}", NOTHING) from None
    for citation in case.citations:
        if not numbers_in(citation.figure):
            what = f"{case.id}: citation {citation.id}: no number in {citation.figure!r}"
            raise Unreadable(what, NOTHING)
    return ReadCase(case, tuple(drafts))


def import_case(
    ledger: Ledger,
    read: ReadCase,
    signature: Signature,
    *,
    document: str | None = None,
    dry_run: bool = False,
) -> Imported:
    """Record the claims and citations of a case; a dry run keeps nothing.

    With `document`, the path or id of a recorded document, a claim whose phrase stands there
    is the claim that was read from it; otherwise, and without, the phrase is recorded.
    """
    case = read.case
    printed = find_document(ledger, document) if document else None
    with signature.change(ledger, "import") as change:
        _affiliate(change, case)
        recorded = [
            _claim(change, told, drafted, printed)
            for told, drafted in zip(case.claims, read.drafts, strict=True)
        ]
        attached = [
            _attach_all(change, case, told, claim, signature)
            for told, (claim, _) in zip(case.claims, recorded, strict=True)
        ]
        if dry_run:
            change.discard()
        else:
            refresh(change, [claim.id for claim, _ in recorded])
    return Imported(
        claims=tuple(claim.id for claim, _ in recorded),
        new_claims=sum(new for _, new in recorded),
        citations=sum(cited for cited, _ in attached),
        new_citations=sum(new for _, new in attached),
    )


def _affiliate(change: Change, case: Case) -> None:
    for names in case.affiliations:
        one, other = (register(change, name).id for name in names)
        if one != other:
            affiliate(change, one, other)


def _claim(change: Change, told: CaseClaim, drafted: Draft, printed: Document | None) -> tuple[Claim, bool]:
    """The claim that a case tells of, recorded if need be, and whether it is new."""
    said = Declaration(told.measurand, told.place, told.period)
    if printed is not None and (found := _printed_claim(change.ledger, printed, told.phrase)):
        put(change, found.id, said)
        return found, False
    source = told.origin or told.attributed_to
    attribution = Attribution(type="named", source=told.attributed_to or source, canonical=source)
    added = record_draft(change, drafted, attribution if source else None, told.measurand)
    put(change, added.id, said)
    return find_claim(change.ledger, added.id).claim, added.new


def _printed_claim(ledger: Ledger, document: Document, phrase: str) -> Claim | None:
    """The recorded claim of a document that stands where the document prints the phrase."""
    start = document.text.casefold().find(phrase.casefold())
    if start < 0:
        return None
    end = start + len(phrase)
    inside = [f.claim for f in claims_of(ledger, document.id) if start <= f.claim.span.start < end]
    return inside[0] if inside else None


def _attach_all(
    change: Change, case: Case, told: CaseClaim, claim: Claim, signature: Signature
) -> tuple[int, int]:
    """Attach the citations of the claim's measurand; how many there are, and how many are new."""
    cited = [citation for citation in case.citations if citation.measurand == told.measurand]
    composed = {
        c.id: compose(
            claim.id, _evidence(change, c), numbers_in(c.figure, claim.quantity)[0].quantity, signature.who
        )
        for c in cited
    }
    names = {c.id: c.origin or c.publisher for c in case.citations}
    new = 0
    for citation in cited:
        parents = tuple(
            composed[parent].id if parent in composed else names.get(parent, parent)
            for parent in citation.derived_from
        )
        evidence = replace(composed[citation.id], derived_from=parents)
        new += attach(change, claim.id, evidence)
        put(change, claim.id, Declaration(None, citation.place, citation.period), evidence)
    return len(cited), new


def _evidence(change: Change, citation: CaseCitation) -> Evidence:
    note = "; ".join(filter(None, (citation.method, citation.note)))
    return Evidence(
        source=register(change, citation.origin or citation.publisher).name,
        passage=citation.figure,
        printed=Publication(citation.publisher, citation.date, citation.url),
        scope=citation.scope,
        reliability=citation.reliability,
        party=citation.party,
        measure=citation.measurand,
        note=note or None,
    )
