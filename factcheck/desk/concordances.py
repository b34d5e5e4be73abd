"""Do the reviewers of this ledger judge alike?

Measured on blind double readings alone: what two people said of a claim without knowing of
each other.

Callers: cli.
"""

from __future__ import annotations

from factcheck.ledger.decisions import decisions_by_claim, scale_of
from factcheck.ledger.store import Ledger
from factcheck.review.blind import blind_readings
from factcheck.review.concordance import Concordance, concordance_of, readings_of

SEED = 1  # of the bootstrap: the same ledger gives the same interval


def concordance(ledger: Ledger) -> Concordance:
    """How far reviewers agree, by pair and over all, and which claims divide them."""
    rounds = (blind_readings(decisions) for decisions in decisions_by_claim(ledger).values())
    readings = [reading for made in rounds for reading in readings_of(made)]
    return concordance_of(readings, scale_of(ledger), seed=SEED)
