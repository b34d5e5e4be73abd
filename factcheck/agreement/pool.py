"""What do the independent figures say together?

Only citations that stand for their origin are pooled, each as what it is: a figure, a floor
or a ceiling. One headline figure is given only where the figures lie within a factor of two;
where origins differ by more, their range is the answer. A mean with its heterogeneity is
computed only from three estimates with stated intervals on: fewer cannot tell noise from
disagreement. Beside it stand the figures that the others agree with best, every one of them
where they tie: which of two is named first would be luck.

Pure: judged citations in, pooled figures out. Caller: `score.py`.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import median

from factcheck.agreement.compare import logarithm
from factcheck.agreement.constants import DEFAULTS, Constants
from factcheck.agreement.random_effects import Estimate, combine
from factcheck.agreement.units import COUNT, Scale, scale_of
from factcheck.model import Judged, Pooled, Quantity

SAME_AGREEMENT = 1e-9  # sums of floats that differ by less are a tie
_WITH_FIGURE = frozenset({"exact", "about", "nearly", "over"})


@dataclass(frozen=True, slots=True)
class Stated:
    """What one citation states, in the common unit: a figure, a floor, a ceiling, an estimate."""

    figure: Decimal | None = None
    floor: Decimal | None = None
    ceiling: Decimal | None = None
    estimate: Estimate | None = None
    weight: float = 1.0


def pool(judged: Sequence[Judged], claim: Quantity | None = None, constants: Constants = DEFAULTS) -> Pooled:
    """The pooled figures of the citations that count, in the unit of the claim if one is given.

    Without a claim, in the unit of the counted citation with the least id. `mean` is a figure
    (no logarithm), `i2` a fraction of 1, `tau` a standard deviation on the log scale.
    """
    counted = sorted((one for one in judged if one.standing.counted), key=lambda one: one.citation.id)
    quantities = (claim, *(one.citation.quantity for one in counted))
    unit = next((scale_of(one) for one in quantities if one), None)
    said = [stated for one in counted if unit and (stated := _stated(one, unit))]
    figures = [stated.figure for stated in said if stated.figure is not None]
    estimates = [stated.estimate for stated in said if stated.estimate is not None]
    combined = combine(estimates) if len(estimates) >= constants.estimates_needed else None
    middle = median(figures) if figures else None
    return Pooled(
        low=min(figures, default=None),
        high=max(figures, default=None),
        median=middle,
        floor=max((stated.floor for stated in said if stated.floor is not None), default=None),
        ceiling=min((stated.ceiling for stated in said if stated.ceiling is not None), default=None),
        headline=middle if _agree(figures, constants.headline_within) else None,
        mean=combined.mean if combined else None,
        i2=combined.i2 if combined else None,
        tau=combined.tau if combined else None,
        best=_best_agreeing(said, float(constants.least_count) if unit is COUNT else 0.0, constants),
    )


def _agree(figures: Sequence[Decimal], within: Decimal) -> bool:
    """Whether two or more figures lie within a factor (two, by default) of each other."""
    return len(figures) > 1 and min(figures) > 0 and max(figures) <= within * min(figures)


def _best_agreeing(said: Sequence[Stated], least: float, constants: Constants) -> tuple[Decimal, ...]:
    """The figures with which the others agree best, in order: several if they tie.

    Each figure is given the weights of all, fading with the distance on the log scale by
    Laplace's kernel; a count of none lies at `least`. Nothing where fewer than two figures are
    stated, or where one has no place on that scale.
    """
    stating = [stated for stated in said if stated.figure is not None]
    weights: dict[Decimal, float] = {}
    for stated in stating:
        assert stated.figure is not None, "only those with a figure were kept"
        weights[stated.figure] = weights.get(stated.figure, 0.0) + stated.weight
    figures = sorted(weights)
    if len(stating) < 2 or figures[0] < 0 or (figures[0] == 0 and not least):
        return ()
    if len(stating) == 2:
        return tuple(figures)  # if they differ, neither has anybody beside it, whatever it weighs
    places = [logarithm(figure, least) for figure in figures]
    sums = _kernel_sums(places, [weights[figure] for figure in figures], float(constants.kernel_width))
    best = max(sums)
    if best <= 0:
        return ()
    return tuple(
        figure for figure, sum_of in zip(figures, sums, strict=True) if best - sum_of <= SAME_AGREEMENT * best
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


def _stated(one: Judged, unit: Scale) -> Stated | None:
    """What a citation states in the unit; None without a number, or with one in another dimension."""
    quantity, scope, weight = one.citation.quantity, one.citation.scope, one.standing.weight
    if quantity is None or scale_of(quantity).dimension != unit.dimension:
        return None
    low, high, point = (_in_unit(value, scale_of(quantity), unit) for value in _ends(quantity))
    if scope == "part":
        return Stated(floor=low)
    if scope == "whole":
        return Stated(ceiling=high)
    if quantity.hedge in _WITH_FIGURE:
        return Stated(figure=point, weight=weight)
    if quantity.hedge == "range" and point is not None:
        return Stated(figure=point, estimate=_estimate(point, low, high), weight=weight)
    return Stated(floor=low, ceiling=high)


def _ends(quantity: Quantity) -> tuple[Decimal | None, Decimal | None, Decimal | None]:
    """The stated bounds and the figure. A vague plural states no bound: where it begins is our reading."""
    low, high, point = quantity.low, quantity.high, quantity.point
    if quantity.hedge == "vague":
        return None, high, None
    if point is None and quantity.hedge in _WITH_FIGURE:
        point = high if low is None else low
    return low, high, point


def _in_unit(value: Decimal | None, scale: Scale, unit: Scale) -> Decimal | None:
    if value is None or scale == unit:
        return value
    return unit.printed(scale.base(value))


def _estimate(point: Decimal, low: Decimal | None, high: Decimal | None) -> Estimate | None:
    """An estimate fit for the log scale: positive, with an interval of some width."""
    if low is None or high is None or not 0 < low < high or point <= 0:
        return None
    return Estimate(float(point), float(low), float(high))
