"""What is known of a claim, and what follows from it?

Gathers a claim with its document, evidence and history, and has the agreement computed
anew: what is shown never depends on what was stored as derived.

Callers: cli, and the other modules of `desk` that change evidence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.agreement.score import MODEL_VERSION, Assessment, assess
from factcheck.errors import FactcheckError
from factcheck.language.checkworthy import worth
from factcheck.ledger.agreements import put_agreements
from factcheck.ledger.audit import history
from factcheck.ledger.citations import citations_of
from factcheck.ledger.claims import Filed, find_claim
from factcheck.ledger.documents import get_document
from factcheck.ledger.search import list_claims
from factcheck.ledger.sources import get_source, resolve
from factcheck.ledger.store import Change, Ledger
from factcheck.model import Document, Dossier, Source


def dossier(ledger: Ledger, short_id: str) -> Dossier:
    """The dossier of the claim whose id is, or begins with, this: all of one moment."""
    with ledger.snapshot():
        filed = find_claim(ledger, short_id)
        document = get_document(ledger, filed.document)
        assessment = assess_filed(ledger, filed, document)
        return Dossier(
            claim=replace(filed.claim, worth=worth(filed.claim, document)),
            document=document,
            source=get_source(ledger, filed.source).name if filed.source else None,
            citations=assessment.citations,
            agreement=assessment.agreement,
            pooled=assessment.pooled,
            history=history(ledger, filed.claim.id),
        )


def dossiers(ledger: Ledger, short_ids: Sequence[str]) -> Iterator[Dossier | FactcheckError]:
    """The dossiers of these claims, or of all that have citations; an unknown id gives its error."""
    cited = (listed.id for listed in list_claims(ledger) if listed.citations)
    for short_id in short_ids or cited:
        try:
            yield dossier(ledger, short_id)
        except FactcheckError as error:
            yield error


def assess_filed(ledger: Ledger, filed: Filed, document: Document) -> Assessment:
    """The agreement of a recorded claim, computed from the records."""
    own = claimant(ledger, filed, document)
    return assess(
        filed.claim.quantity,
        own.name if own else None,
        citations_of(ledger, filed.claim.id),
        [(own.name, get_source(ledger, other).name) for other in own.affiliations] if own else (),
        measure=filed.claim.measure,
    )


def claimant(ledger: Ledger, filed: Filed, document: Document) -> Source | None:
    """Who vouches for the claim: its source; for the article's own voice, the outlet that prints it."""
    if filed.source is not None:
        return get_source(ledger, filed.source)
    said = filed.claim.attribution
    name = document.publisher if said.type == "none" else said.canonical or said.source
    if name is None:
        return None
    return resolve(ledger, name, suggest=False).source or Source(id="", name=name)


def rescore(change: Change, claim_ids: list[str]) -> None:
    """Keep the agreement of these claims as it now is, for lists to sort and filter by."""
    scored = []
    for claim_id in claim_ids:
        filed = find_claim(change.ledger, claim_id)
        document = get_document(change.ledger, filed.document)
        scored.append((claim_id, assess_filed(change.ledger, filed, document).agreement))
    put_agreements(change, scored, model=MODEL_VERSION)
