"""What do the records of a claim add up to? The state that lists sort and filter by.

Derived: whether the claim is withdrawn or amended, and where its review stands. A claim that
is as it was recorded, and that nobody has taken up, has no row. Whoever changes such a
record has the state of its claim put anew in the same transaction.

Callers: `desk`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.ledger.claims import Filed
from factcheck.ledger.store import Change, Ledger
from factcheck.ledger.tables import STATES, canonical

OPEN = "open"


@dataclass(frozen=True, slots=True)
class ReviewState:
    """Where the review of a claim stands: what its decisions add up to, and since when."""

    status: str = OPEN
    verdict: str | None = None
    assignee: str | None = None
    disputed: bool = False
    since: str | None = None


UNREVIEWED = ReviewState()
_STIRRED = """
SELECT value FROM json_each(:ids)
WHERE EXISTS (SELECT 1 FROM states WHERE claim = value)
  OR EXISTS (SELECT 1 FROM decisions WHERE claim = value)
  OR EXISTS (SELECT 1 FROM revisions WHERE noun = 'claim' AND subject = value)
  OR EXISTS (SELECT 1 FROM variants WHERE noun = 'claims' AND subject = value)
"""


def stirred(ledger: Ledger, claim_ids: Sequence[str]) -> tuple[str, ...]:
    """Those of these claims that may have another state than the one that needs no row."""
    return tuple(row[0] for row in ledger.rows(_STIRRED, {"ids": canonical(claim_ids)}))


def put_state(change: Change, filed: Filed, review: ReviewState = UNREVIEWED) -> None:
    """Keep the state of a claim as it now is."""
    claim, held = filed.claim, filed.holding
    change.write("DELETE FROM states WHERE claim = :claim", [{"claim": claim.id}])
    if held is None and review == UNREVIEWED:
        return
    entry = change.ledger.rows("SELECT entry FROM claims WHERE id = :id", {"id": claim.id})[0][0]
    row = (
        *(entry, claim.id, int(filed.withdrawn), held.revision.id if held else None),
        *(filed.source, claim.quantity.kind, review.status, review.verdict, review.assignee),
        *(int(review.disputed or bool(held and held.disputed)), review.since),
    )
    change.write(STATES.insertion, [row])


def review_state(ledger: Ledger, claim_id: str) -> ReviewState:
    """Where the review of a claim stood when it was last put."""
    kept = ledger.values(_read, "SELECT * FROM states WHERE claim = :claim", {"claim": claim_id})
    return kept[0] if kept else UNREVIEWED


def _read(row: sqlite3.Row) -> ReviewState:
    return ReviewState(row["status"], row["verdict"], row["assignee"], bool(row["disputed"]), row["since"])
