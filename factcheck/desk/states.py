"""How is the state of claims kept that lists sort and filter by?

A kept state is derived from revisions, decisions and the evidence. Whoever changes one of
those has the state of its claim put anew in the same transaction.

Callers: the modules of `desk` that change records.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.desk.grounds import grounds_of
from factcheck.desk.scoring import rescore
from factcheck.desk.standings import facts_of
from factcheck.ledger.claims import Filed, find_claim
from factcheck.ledger.decisions import decisions_of
from factcheck.ledger.documents import get_document
from factcheck.ledger.states import UNREVIEWED, ReviewState, put_state, stirred
from factcheck.ledger.store import Change, Ledger
from factcheck.review.states import state_of


def refresh(change: Change, claim_ids: Sequence[str]) -> None:
    """Score these claims anew, and put their states."""
    rescore(change, claim_ids)
    restate(change, claim_ids)


def restate(change: Change, claim_ids: Sequence[str]) -> None:
    """Put the state of these claims as it now is."""
    for claim_id in stirred(change.ledger, claim_ids):
        filed = find_claim(change.ledger, claim_id)
        put_state(change, filed, review_of(change.ledger, filed))


def review_of(ledger: Ledger, filed: Filed) -> ReviewState:
    """Where the review of a claim stands; a claim that nobody took up costs one look."""
    decisions = decisions_of(ledger, filed.claim.id)
    if not decisions:
        return UNREVIEWED
    grounds = grounds_of(ledger, filed, get_document(ledger, filed.document))
    state = state_of(decisions, facts_of(ledger, filed, grounds))
    return ReviewState(state.status, state.verdict, state.assignee, state.disputed, state.since)
