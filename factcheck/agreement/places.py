"""Where does a number lie on a line?

On a line of ratios, equal distances are equal factors, so a number lies at its logarithm,
and what has no end lies at infinity.

Pure. Callers: `cores.py`, `compare.py`, `nearness.py`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal

_LN_10 = math.log(10)


@dataclass(frozen=True, slots=True)
class Laid:
    """A core as it lies on an axis; infinite where it has no end."""

    low: float
    high: float
    ramp: float
    figure: float | None

    def membership(self, place: float) -> float:
        """How far a place belongs to the core: 1 inside, down the ramp to 0."""
        outside = max(self.low - place, place - self.high) if not self.low <= place <= self.high else 0.0
        if outside <= 0:
            return 1.0
        return max(0.0, 1 - outside / self.ramp) if self.ramp else 0.0


def logarithm(value: Decimal, least: float = 0.0) -> float:
    """The natural logarithm, of numbers of any size; what lies below `least` is laid there."""
    number = max(float(value), least)
    if 0 < number < math.inf:
        return math.log(number)
    if value <= 0:
        return -math.inf
    return value.adjusted() * _LN_10 + math.log(float(value.scaleb(-value.adjusted())))
