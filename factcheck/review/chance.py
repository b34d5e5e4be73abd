"""How often do two reviewers agree, and how much of it is not chance, by Gwet's reckoning?

Alpha and kappa fall to zero, or below, where nearly every claim gets the same verdict, for
then chance alone agrees nearly always. Gwet's AC1 asks instead how often somebody guesses
on a claim that is hard to call, and stays near the raw agreement; so the three stand
beside each other, and an editor sees why they differ.

After K. L. Gwet, "Computing inter-rater reliability and its variance in the presence of high
agreement" (British Journal of Mathematical and Statistical Psychology 61, 2008), and his
Handbook of Inter-Rater Reliability for several reviewers with readings missing.

Pure. Caller: `concordance.py`. Tests hold it against another implementation.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping

from factcheck.review.alpha import Unit, Value


def raw_agreement(counted: Mapping[Unit, int]) -> float | None:
    """The share of pairs of readings that agree, averaged over the units that two or more have read."""
    shares = [(_agreeing(unit), times) for unit, times in sorted(counted.items()) if len(unit) > 1]
    units = sum(times for _, times in shares)
    return math.fsum(share * times for share, times in shares) / units if units else None


def ac1(counted: Mapping[Unit, int], labels: int) -> float | None:
    """Gwet's AC1 on a scale of so many labels; None where nobody read what another did, or of one label."""
    agreed = raw_agreement(counted)
    if agreed is None or labels < 2:
        return None
    units = sum(times for unit, times in counted.items() if unit)
    shares: dict[Value, float] = {}
    for unit, times in sorted(counted.items()):
        for value, many in Counter(unit).items():
            shares[value] = shares.get(value, 0.0) + times * many / len(unit) / units
    chance = math.fsum(share * (1 - share) for share in shares.values()) / (labels - 1)
    return (agreed - chance) / (1 - chance)


def _agreeing(unit: Unit) -> float:
    """The share of a unit's pairs that agree."""
    return sum(many * (many - 1) for many in Counter(unit).values()) / (len(unit) * (len(unit) - 1))
