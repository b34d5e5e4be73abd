"""What leaves a ledger, record by record, for another ledger or another program?

The records travel as they now hold, in an order in which every reference points back:
settings, the scale and sources, then each document with its claims and all that was said of
them. A bundle (`ledgers.py`) carries the whole history instead.

Callers: cli.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from factcheck.desk.dossiers import dossiers_that_fit
from factcheck.errors import AskedWrongly
from factcheck.exchange.claimreview.writing import Desk, claimreview_shape
from factcheck.exchange.references.evidence import reference_of
from factcheck.exchange.references.reference import Reference
from factcheck.exchange.transfer.records import (
    Attached,
    Declared,
    Derived,
    Filed,
    Made,
    Placed,
    Record,
    Scaled,
)
from factcheck.ledger.anchors import anchors_of
from factcheck.ledger.citations import citations_of
from factcheck.ledger.claims import claims_of
from factcheck.ledger.decisions import decisions_of, scale_of
from factcheck.ledger.derivations import derivations
from factcheck.ledger.documents import document_ids, get_document
from factcheck.ledger.judgements import judged
from factcheck.ledger.measurands import measurands
from factcheck.ledger.originals import original_of
from factcheck.ledger.settings import settings
from factcheck.ledger.sources import list_sources
from factcheck.ledger.store import Ledger
from factcheck.model import DEFAULT_SCALE

NOT_SETTLED = "`factcheck review status` says where the others stand."


def records(ledger: Ledger) -> Iterator[Record]:
    """Every record that stands, as it now holds."""
    yield from settings(ledger)
    scale = scale_of(ledger)
    if scale != DEFAULT_SCALE:
        yield Scaled(scale)
    yield from list_sources(ledger)
    for document_id in document_ids(ledger):
        yield from _of_document(ledger, document_id)
    for noun in ("source", "claim"):
        yield from judged(ledger, "source" if noun == "source" else "claim").values()


def _of_document(ledger: Ledger, document_id: str) -> Iterator[Record]:
    yield get_document(ledger, document_id)
    original = original_of(ledger, document_id)
    if original is not None:
        yield Made(document_id, original)
    for filed in claims_of(ledger, document_id):
        claim = filed.claim
        yield Filed(document_id, filed.source, claim)
        citations = citations_of(ledger, claim.id)
        anchors = anchors_of(ledger, [citation.id for citation in citations])
        for citation in citations:
            yield Attached(claim.id, citation)
            if citation.id in anchors:
                yield Placed(claim.id, citation.id, anchors[citation.id])
        yield from (Declared(*one) for one in measurands(ledger, claim.id))
        yield from (Derived(*one) for one in derivations(ledger, claim.id))
        yield from decisions_of(ledger, claim.id)


def references(ledger: Ledger, who: str, **filters: Any) -> Iterator[Reference]:
    """The citations of the claims that fit every filter, as references."""
    for one in dossiers_that_fit(ledger, who, **filters):
        yield from (reference_of(judged.citation) for judged in one.citations)


def claimreviews(
    ledger: Ledger, who: str, desk: Desk, page: str, **filters: Any
) -> tuple[Sequence[dict[str, object]], Sequence[str]]:
    """The reviews of the claims that were signed off, and why each of the others is none.

    `page` is the address that tells a claim whole, with `{id}` where its id stands. AskedWrongly
    where no claim was signed off.
    """
    scale = scale_of(ledger)
    shapes: list[dict[str, object]] = []
    refused: list[str] = []
    for one in dossiers_that_fit(ledger, who, **filters):
        try:
            shapes.append(claimreview_shape(one, scale, desk, page.replace("{id}", one.claim.id)))
        except AskedWrongly as error:
            refused.append(error.message)
    if not shapes:
        raise AskedWrongly(refused[0] if refused else "no claim fits", NOT_SETTLED)
    return shapes, refused
