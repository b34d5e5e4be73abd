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
from factcheck.desk.claims import Publication, record_claim, typed_claim, typed_document
from factcheck.desk.dossiers import rescore
from factcheck.desk.passages import numbers_in
from factcheck.desk.signature import Signature
from factcheck.errors import AskedWrongly, Unreadable
from factcheck.exchange.cases import Case, CaseCitation, CaseClaim
from factcheck.ledger.claims import claims_of
from factcheck.ledger.documents import get_document
from factcheck.ledger.sources import affiliate, register
from factcheck.ledger.store import Change, Ledger
from factcheck.model import Attribution, Claim, Document, Quantity


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did: how many claims and citations are new, of how many, and which claims they are."""

    claims: tuple[str, ...]
    new_claims: int
    citations: int
    new_citations: int


def import_case(ledger: Ledger, case: Case, signature: Signature, *, document: str | None = None) -> Imported:
    """Record the claims and citations of a checked case file.

    With `document`, the id of a recorded document, a claim whose phrase stands there is
    the claim that was read from it; otherwise, and without, the phrase is recorded.
    """
    printed = get_document(ledger, document) if document else None
    with signature.change(ledger, "import") as change:
        for one, other in case.affiliations:
            pair = (register(change, one).id, register(change, other).id)
            if pair[0] != pair[1]:
                affiliate(change, *pair)
        claims, new_claims = [], 0
        for told in case.claims:
            claim, new = _claim(change, case, told, printed)
            claims.append((told, claim))
            new_claims += new
        attached = [_attach_all(change, case, told, claim, signature) for told, claim in claims]
        rescore(change, [claim.id for _, claim in claims])
    ids = tuple(claim.id for _, claim in claims)
    return Imported(ids, new_claims, sum(n for n, _ in attached), sum(n for _, n in attached))


def _claim(change: Change, case: Case, told: CaseClaim, printed: Document | None) -> tuple[Claim, bool]:
    """The claim that a case tells of, recorded if need be, and whether it is new."""
    if printed is not None and (found := _printed_claim(change.ledger, printed, told.phrase)):
        return found, False
    source = told.origin or told.attributed_to
    attribution = Attribution(type="named", source=told.attributed_to or source, canonical=source)
    document = typed_document(
        told.phrase, Publication(told.outlet, told.date, told.url), path=f"{case.id}#{told.id}"
    )
    try:
        claim = typed_claim(document, attribution if source else None, told.measurand)
    except AskedWrongly as error:
        raise Unreadable(f"{case.id}: claim {told.id}: {error.message}", "Nothing was imported.") from None
    return claim, record_claim(change, document, claim)


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
        c.id: compose(change, claim, _evidence(c, told), _figure(case, c, claim.quantity), signature.who)
        for c in cited
    }
    names = {c.id: c.origin or c.publisher for c in case.citations}
    new = 0
    for citation in cited:
        parents = tuple(
            composed[parent].id if parent in composed else names.get(parent, parent)
            for parent in citation.derived_from
        )
        new += attach(change, claim.id, replace(composed[citation.id], derived_from=parents))
    return len(cited), new


def _evidence(citation: CaseCitation, told: CaseClaim) -> Evidence:
    note = "; ".join(filter(None, (citation.method, citation.note)))
    return Evidence(
        source=citation.origin or citation.publisher,
        passage=citation.figure,
        printed=Publication(citation.publisher, citation.date, citation.url),
        scope=citation.scope,
        reliability=citation.reliability,
        party=citation.party,
        measure=told.measurand,
        note=note or None,
    )


def _figure(case: Case, citation: CaseCitation, like: Quantity) -> Quantity:
    numbers = numbers_in(citation.figure, like)
    if not numbers:
        what = f"{case.id}: citation {citation.id}: no number in {citation.figure!r}"
        raise Unreadable(what, "Nothing was imported.")
    return numbers[0].quantity
