"""What do the independent figures say together?

Only citations that stand for their origin are pooled, each as what it is: a figure, a floor
or a ceiling. One headline figure is given only where the figures lie within a factor of two;
where origins differ by more, their range is the answer. A mean with its heterogeneity is
computed only from three estimates with stated intervals on: fewer cannot tell noise from
disagreement. Beside it stand the figures that the others agree with best, every one of them
where they tie: which of two is named first would be luck.

Pure: judged citations in, pooled figures out. Callers: `score.py`, `desk`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import median

from factcheck.agreement.constants import DEFAULTS, Constants
from factcheck.agreement.nearness import field_of
from factcheck.agreement.provenance import name_key
from factcheck.agreement.random_effects import Estimate, combine
from factcheck.agreement.units import COUNT, Scale, scale_of
from factcheck.model import Judged, Pooled, Quantity

NO_RECORDS: Mapping[str, float] = {}
_WITH_FIGURE = frozenset({"exact", "about", "nearly", "over"})


@dataclass(frozen=True, slots=True)
class Stated:
    """What one citation states, in the common unit: a figure, a floor, a ceiling, an estimate."""

    figure: Decimal | None = None
    floor: Decimal | None = None
    ceiling: Decimal | None = None
    estimate: Estimate | None = None
    weight: float = 1.0


def pool(
    judged: Sequence[Judged],
    claim: Quantity | None = None,
    constants: Constants = DEFAULTS,
    records: Mapping[str, float] = NO_RECORDS,
) -> Pooled:
    """The pooled figures of the citations that count, in the unit of the claim if one is given.

    Without a claim, in the unit of the counted citation with the least id. `mean` is a figure
    (no logarithm), `i2` a fraction of 1, `tau` a standard deviation on the log scale. `records`
    are the weights of track records by name key, where the ledger asks for them: they tell
    which figures agree best, and nothing else.
    """
    counted = sorted((one for one in judged if one.standing.counted), key=lambda one: one.citation.id)
    quantities = (claim, *(one.citation.quantity for one in counted))
    unit = next((scale_of(one, constants.rates) for one in quantities if one), None)
    said = [stated for one in counted if unit and (stated := _stated(one, unit, constants, records))]
    figures = [stated.figure for stated in said if stated.figure is not None]
    estimates = [stated.estimate for stated in said if stated.estimate is not None]
    combined = combine(estimates) if len(estimates) >= constants.estimates_needed else None
    middle = median(figures) if figures else None
    least = float(constants.least_count) if unit is COUNT else 0.0
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
        best=_best_agreeing(said, least, float(constants.kernel_width), apart=bool(records)),
    )


def figures_by_origin(
    judged: Sequence[Judged], unit: Quantity, constants: Constants = DEFAULTS
) -> tuple[tuple[Judged, Decimal], ...]:
    """The citations that count and give a figure, each with it, in the unit of a quantity."""
    scale = scale_of(unit, constants.rates)
    told = ((one, _stated(one, scale, constants, NO_RECORDS)) for one in judged if one.standing.counted)
    return tuple((one, stated.figure) for one, stated in told if stated and stated.figure is not None)


def figure_in(quantity: Quantity, unit: Quantity, constants: Constants = DEFAULTS) -> Decimal | None:
    """The one figure that a quantity puts forward, in the unit of another; None where there is none."""
    scale, other = scale_of(quantity, constants.rates), scale_of(unit, constants.rates)
    if quantity.hedge not in _WITH_FIGURE or scale.dimension != other.dimension:
        return None
    return _in_unit(_ends(quantity)[2], scale, other)


def _agree(figures: Sequence[Decimal], within: Decimal) -> bool:
    """Whether two or more figures lie within a factor (two, by default) of each other."""
    return len(figures) > 1 and min(figures) > 0 and max(figures) <= within * min(figures)


def _best_agreeing(said: Sequence[Stated], least: float, width: float, *, apart: bool) -> tuple[Decimal, ...]:
    """The figures with which the others agree best; nothing where fewer than two are stated.

    Two figures that differ have nobody beside them, whatever their sources weigh: both are named,
    unless track records tell the two `apart`.
    """
    stating = [(stated.figure, stated.weight) for stated in said if stated.figure is not None]
    field = field_of(stating, least, width)
    if len(stating) < 2 or field is None:
        return ()
    if len(stating) == 2 and not apart:
        return tuple(sorted(field.weights))
    return field.best()


def _stated(one: Judged, unit: Scale, constants: Constants, records: Mapping[str, float]) -> Stated | None:
    """What a citation states in the unit; None without a number, or with one in another dimension."""
    quantity, scope = one.citation.quantity, one.citation.scope
    weight = one.standing.weight * records.get(name_key(one.standing.origin), 1.0)
    if quantity is None or (scale := scale_of(quantity, constants.rates)).dimension != unit.dimension:
        return None
    low, high, point = _ends(quantity)
    if scale != unit:
        low, high, point = (_in_unit(value, scale, unit) for value in (low, high, point))
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
