"""Does one stated number, taken at its word, make another true or rule it out?

No widening and no ramps: bounds are what was printed, and an open end stays open. "12,000"
does not entail "more than 12,000"; "at least 304" does not entail "304"; "more than 5"
entails "more than 3" and contradicts "fewer than 4". What a writer plausibly meant is the
business of `compare.py`. Where two numbers share no unit, there is no answer.

Pure: quantities in, a label out. Callers: `alignment.py`, `entailment.py`, `twins.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from factcheck.agreement.units import Scale, scale_of, why_apart
from factcheck.language.numbers.drafts import stated_figure
from factcheck.model import Quantity

Label = Literal["entailment", "contradiction", "neutral"]

_LOOSE = frozenset({"about", "about_range"})


@dataclass(frozen=True, slots=True)
class Ends:
    """The printed bounds of a quantity in the base unit; None is without end."""

    low: Decimal | None
    high: Decimal | None
    low_open: bool
    high_open: bool

    def lies_within(self, other: Ends) -> bool:
        """Whether every value of this one is a value of the other."""
        return _not_beyond(other.low, other.low_open, self.low, self.low_open, 1) and _not_beyond(
            other.high, other.high_open, self.high, self.high_open, -1
        )

    def misses(self, other: Ends) -> bool:
        """Whether the two share no value."""
        return self._ends_below(other) or other._ends_below(self)

    def _ends_below(self, other: Ends) -> bool:
        if self.high is None or other.low is None:
            return False
        return self.high < other.low or (self.high == other.low and (self.high_open or other.low_open))


def judge(premise: Quantity, hypothesis: Quantity) -> Label | None:
    """What the premise's number says of the hypothesis's; None where they cannot be laid side by side."""
    if why_apart(premise, hypothesis) is not None:
        return None
    if (stated := ends_of(premise)) is None or (asked := ends_of(hypothesis)) is None:
        return None
    if stated.misses(asked):
        return "neutral" if _rounds_to_the_other(premise, hypothesis) else "contradiction"
    if not stated.lies_within(asked):
        return "neutral"
    return "neutral" if _leans_on_a_loose_figure(premise, hypothesis, stated, asked) else "entailment"


def ends_of(quantity: Quantity) -> Ends | None:
    """The printed bounds in the base unit, or None of a number without any ("3-6")."""
    if quantity.low is None and quantity.high is None:
        return None
    scale = scale_of(quantity)
    return Ends(
        _based(quantity.low, scale), _based(quantity.high, scale), quantity.low_open, quantity.high_open
    )


def _based(value: Decimal | None, scale: Scale) -> Decimal | None:
    return None if value is None else scale.base(value)


def _not_beyond(
    limit: Decimal | None, limit_open: bool, end: Decimal | None, end_open: bool, side: int
) -> bool:
    """Whether an end respects a limit on its side: 1 for lower limits, -1 for upper ones."""
    if limit is None:
        return True
    if end is None:
        return False
    if end == limit:
        return end_open or not limit_open
    return (end - limit) * side > 0


def _leans_on_a_loose_figure(premise: Quantity, hypothesis: Quantity, stated: Ends, asked: Ends) -> bool:
    """Whether "about 300" is asked to settle what turns on 300 itself: "300", "at least 300"."""
    if premise.hedge not in _LOOSE or hypothesis.hedge in _LOOSE:
        return False
    return (stated.low is not None and stated.low == asked.low) or (
        stated.high is not None and stated.high == asked.high
    )


def _rounds_to_the_other(premise: Quantity, hypothesis: Quantity) -> bool:
    """Whether "about 300" may be a rounder way to say 304."""
    one, other = stated_figure(premise), stated_figure(hypothesis)
    if premise.unit != hypothesis.unit or one is None or other is None:
        return False
    grains = [quantity.grain or 0 for quantity in (premise, hypothesis) if quantity.hedge in _LOOSE]
    return any(abs(one - other) < grain for grain in grains)
