"""With which figures do the others agree best?

Each figure is given the weights of all, fading by Laplace's kernel with the distance on the
log scale. Several figures are named where they tie, since which of them came first would be
luck.

Pure. Callers: `pool.py`, `track_records.py`.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from factcheck.agreement.places import logarithm

SAME_AGREEMENT = 1e-9  # sums of floats that differ by less are a tie

Weighed = tuple[Decimal, float]


@dataclass(frozen=True, slots=True)
class Field:
    """Where figures lie on the log scale, what each weighs, and how much weight lies on and about it."""

    places: Mapping[Decimal, float]
    weights: Mapping[Decimal, float]
    sums: Mapping[Decimal, float]
    width: float

    def best(self, without: Iterable[Weighed] = ()) -> tuple[Decimal, ...]:
        """The figures that the others agree with best, in order; `without` is weight to leave out.

        Leaving out only takes away, so the search ends where the whole is less than what was found.
        """
        out: dict[Decimal, float] = {}
        for figure, weight in without:
            out[figure] = out.get(figure, 0.0) + weight
        left: dict[Decimal, float] = {}
        most = 0.0
        for figure in sorted(self.sums, key=lambda one: (-self.sums[one], one)):
            if self.sums[figure] < most * (1 - SAME_AGREEMENT):
                break
            if self.weights[figure] - out.get(figure, 0.0) > SAME_AGREEMENT * self.weights[figure]:
                gone = sum(weight * self.nearness(figure, other) for other, weight in out.items())
                left[figure] = self.sums[figure] - gone
                most = max(most, left[figure])
        return tuple(sorted(one for one, sum_of in left.items() if most - sum_of <= SAME_AGREEMENT * most))

    def nearness(self, one: Decimal, other: Decimal) -> float:
        """How far two of the figures agree: 1 for the same, fading to 0."""
        return math.exp(-abs(self.places[one] - self.places[other]) / self.width)


def field_of(figures: Iterable[Weighed], least: float, width: float) -> Field | None:
    """The field of these figures with their weights; None where one has no place on the log scale.

    A count of none lies at `least`, if that is above nought.
    """
    weights: dict[Decimal, float] = {}
    for figure, weight in figures:
        weights[figure] = weights.get(figure, 0.0) + weight
    ordered = sorted(weights)
    if not ordered or ordered[0] < 0 or (ordered[0] == 0 and not least):
        return None
    places = [logarithm(figure, least) for figure in ordered]
    sums = _kernel_sums(places, [weights[figure] for figure in ordered], width)
    return Field(
        dict(zip(ordered, places, strict=True)), weights, dict(zip(ordered, sums, strict=True)), width
    )


def _kernel_sums(places: Sequence[float], weights: Sequence[float], width: float) -> list[float]:
    """Of each place, the weights of all places, each faded by its distance; places are in order.

    One pass up and one down: what has been gathered fades by the step to the next place.
    """
    sums = list(weights)
    for order in (range(len(places)), range(len(places) - 1, -1, -1)):
        gathered, last = 0.0, places[order[0]]
        for index in order:
            gathered *= math.exp(-abs(places[index] - last) / width)
            sums[index] += gathered
            gathered, last = gathered + weights[index], places[index]
    return sums
