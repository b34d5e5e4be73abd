"""Which evidence did people attach to a claim?

Callers: `desk`.
"""

from __future__ import annotations

from factcheck.errors import IntegrityFailure
from factcheck.ledger.ids import full_id
from factcheck.ledger.rows import citation_values, read_citation
from factcheck.ledger.store import Change, Ledger
from factcheck.ledger.tables import CITATIONS
from factcheck.model import Citation


def add_citation(change: Change, claim_id: str, citation: Citation, *, source_id: str) -> bool:
    """Attach a citation to a recorded claim; False if it was there already."""
    there = change.ledger.row("SELECT claim FROM citations WHERE id = :id", {"id": citation.id})
    if there is not None:
        if there["claim"] != claim_id:
            raise IntegrityFailure(
                f"two citations share the id {citation.id}", "report this: ids must be unique"
            )
        return False
    change.add(CITATIONS, [citation_values(citation, claim_id, source_id)], subject=claim_id)
    return True


def find_citation(ledger: Ledger, short_id: str) -> tuple[str, Citation]:
    """The citation whose id is, or begins with, this, after the id of its claim."""
    row = ledger.row(
        "SELECT c.*, s.name AS source_name FROM citations AS c JOIN sources AS s ON s.id = c.source "
        "WHERE c.id = :id",
        {"id": full_id(ledger, "citation", short_id)},
    )
    assert row is not None, "full_id found it, and nothing is ever deleted"
    return row["claim"], read_citation(row)


def citations_of(ledger: Ledger, claim_id: str) -> tuple[Citation, ...]:
    """The citations of a claim, in the order of recording."""
    rows = ledger.rows(
        "SELECT c.*, s.name AS source_name FROM citations AS c JOIN sources AS s ON s.id = c.source "
        "WHERE c.claim = :claim ORDER BY c.entry",
        {"claim": claim_id},
    )
    return tuple(read_citation(row) for row in rows)
