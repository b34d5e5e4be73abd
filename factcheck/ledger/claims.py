"""Which claims have been recorded, in which document, and credited to which source?

The claims of a document go in together, with one audit event. A claim that is there
already is left as it is, so recording a document twice adds nothing.

Callers: `desk`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from factcheck.errors import IntegrityFailure
from factcheck.ledger.ids import full_id
from factcheck.ledger.rows import claim_values, read_claim
from factcheck.ledger.store import Change, Ledger
from factcheck.ledger.tables import CLAIMS
from factcheck.model import Claim, Document


@dataclass(frozen=True, slots=True)
class Filed:
    """A claim with the ids of its document and of its canonical source (None: the text's own voice)."""

    claim: Claim
    document: str
    source: str | None = None


def add_claims(change: Change, document: Document, claims: Iterable[tuple[Claim, str | None]]) -> int:
    """Record claims of a recorded document, each with its source's id; how many of them were new.

    One event states them all; its subject is the document.
    """
    there = _known(change.ledger, document.id)
    rows = []
    for claim, source_id in claims:
        if claim.id in there:
            continue
        if claim.span.of(document.text) != claim.surface:
            raise ValueError(f"the claim {claim.id} does not stand at {claim.span} of {document.id}")
        there.add(claim.id)
        rows.append(claim_values(claim, document.id, source_id))
    _refuse_taken(change.ledger, [str(row[0]) for row in rows])
    change.add(CLAIMS, rows, subject=document.id)
    return len(rows)


def add_claim(change: Change, document: Document, claim: Claim, source_id: str | None = None) -> bool:
    """Record one claim of a recorded document; False if it was there already."""
    return add_claims(change, document, [(claim, source_id)]) == 1


def find_claim(ledger: Ledger, short_id: str) -> Filed:
    """The claim whose id is, or begins with, this."""
    row = ledger.row("SELECT * FROM claims WHERE id = :id", {"id": full_id(ledger, "claim", short_id)})
    assert row is not None, "full_id found it, and nothing is ever deleted"
    return Filed(read_claim(row), row["document"], row["source"])


def claims_of(ledger: Ledger, document_id: str) -> tuple[Filed, ...]:
    """The claims of a document, in the order of their spans."""
    rows = ledger.rows(
        "SELECT * FROM claims WHERE document = :document ORDER BY span_start, span_end, entry",
        {"document": document_id},
    )
    return tuple(Filed(read_claim(row), row["document"], row["source"]) for row in rows)


def _known(ledger: Ledger, document_id: str) -> set[str]:
    """The ids of the claims that the document has already."""
    rows = ledger.rows("SELECT id FROM claims WHERE document = :document", {"document": document_id})
    return {row["id"] for row in rows}


def _refuse_taken(ledger: Ledger, ids: Iterable[str]) -> None:
    """Refuse a new claim whose id belongs to a claim of another document."""
    for claim_id in ids:
        if ledger.row("SELECT 1 FROM claims WHERE id = :id", {"id": claim_id}) is not None:
            raise IntegrityFailure(f"two claims share the id {claim_id}", "report this: ids must be unique")
