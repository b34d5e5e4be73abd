"""How is the state of claims kept that lists sort and filter by?

A kept state is derived from revisions and decisions. Whoever changes one of those has the
state of its claim put anew in the same transaction.

Callers: the modules of `desk` that change records.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from factcheck.desk.scoring import rescore
from factcheck.ledger.claims import find_claim
from factcheck.ledger.states import put_state
from factcheck.ledger.store import Change


def settle(change: Change, claim_ids: Sequence[str]) -> None:
    """Score these claims anew, and put their states."""
    rescore(change, claim_ids)
    restate(change, claim_ids)


def restate(change: Change, claim_ids: Iterable[str]) -> None:
    """Put the state of these claims as it now is."""
    for claim_id in claim_ids:
        put_state(change, find_claim(change.ledger, claim_id))
