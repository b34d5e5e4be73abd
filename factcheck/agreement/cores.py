"""What did the writer of a number plausibly mean?

"About 1,500" is not one number, and "1,500" was rounded by somebody. So each quantity is
widened once, here, to its *core*: the interval of values that the wording stands for. A
*ramp* outside the core says how far beyond it a value is still close. Cores form in the
printed unit and convert afterwards, so that the rounding is the writer's own.

Pure: a quantity in, a core out. Callers: `compare.py`, `pool.py`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import lru_cache

from factcheck.agreement.constants import DEFAULTS, Constants, log_of
from factcheck.agreement.places import Laid, logarithm
from factcheck.agreement.units import COUNT, Scale, scale_of
from factcheck.agreement.wording import quoted
from factcheck.model import Hedge, Quantity, Scope

ROUND_AT_MOST = DEFAULTS.round_at_most

FLOORS = frozenset({"over", "at_least"})
CEILINGS = frozenset({"up_to", "under"})
BETWEEN = frozenset({"range", "about_range"})
LOOSE = frozenset({"about", "nearly", "about_range"})
HALF = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class Core:
    """The values that a wording stands for, in the printed unit; None is without end.

    `figure` is the one number that the wording puts forward, if it does. `hedge` is that of
    the quantity, until a scope turns the core into a floor (at_least) or a ceiling (up_to).
    `laid` is where it lies among ratios, in its own unit; None where it is to be laid beside
    another. `said` is the quantity as stated, in quotation marks.
    """

    quantity: Quantity
    scale: Scale
    hedge: Hedge
    low: Decimal | None
    high: Decimal | None
    figure: Decimal | None
    ramp: float
    laid: Laid | None = None
    said: str = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "said", quoted(self.quantity))


@lru_cache(maxsize=1 << 14)
def core_of(quantity: Quantity, constants: Constants = DEFAULTS) -> Core | None:
    """The core of a quantity, or None if it states no number that could be compared ("3-6")."""
    number = stated_number(quantity)
    if number is None:
        return None
    scale, hedge = scale_of(quantity, constants.rates), quantity.hedge
    low, high = _ends(quantity, number, scale, constants)
    figure = number if hedge in ("exact", "about", "nearly", "over") else None
    ramp, laid = _ramp(hedge, constants), None
    if has_ratios(scale, min(value for value in (quantity.low, quantity.high, number) if value is not None)):
        least = float(constants.least_count) if scale is COUNT else 0.0
        laid = Laid(
            -math.inf if low is None else logarithm(low, least),
            math.inf if high is None else logarithm(high, least),
            ramp,
            None if figure is None else logarithm(figure, least),
        )
    return Core(quantity, scale, hedge, low, high, figure, ramp, laid)


def has_ratios(scale: Scale, least: Decimal) -> bool:
    """Whether values from this one on have a place among ratios; a count of none is given one."""
    return not scale.linear and (least > 0 or (least == 0 and scale is COUNT))


def _ramp(hedge: Hedge, constants: Constants) -> float:
    """How far beyond its core a wording is still close, as a distance on the log scale."""
    if hedge == "vague":
        return log_of(constants.ramp_vague)
    return log_of(constants.ramp_loose if hedge in LOOSE else constants.ramp)


def stated_number(quantity: Quantity) -> Decimal | None:
    """The figure, or else a stated bound: the number that the wording hangs on."""
    for value in (quantity.point, quantity.low, quantity.high):
        if value is not None:
            return value
    return None


def under_scope(core: Core, scope: Scope) -> Core:
    """The core of a citation as it bears on the claim: a part is a floor, a whole a ceiling."""
    if scope == "part":
        hedge: Hedge = "over" if core.hedge == "over" else "at_least"
        return replace(core, hedge=hedge, high=None, figure=None, laid=None)
    if scope == "whole":
        hedge = "under" if core.hedge == "under" else "up_to"
        low = None if core.low is not None and core.low < 0 else Decimal(0)
        return replace(core, hedge=hedge, low=low, figure=None, laid=None)
    return core


def _ends(
    quantity: Quantity, number: Decimal, scale: Scale, constants: Constants
) -> tuple[Decimal | None, Decimal | None]:
    hedge, low, high = quantity.hedge, quantity.low, quantity.high
    if hedge in FLOORS:
        return (number if low is None else low), None
    if hedge in CEILINGS:
        top = number if high is None else high
        return (None if top < 0 or scale.dimension == "temperature" else Decimal(0)), top
    if hedge == "vague":
        return low, last_of_same_length(low) if high is None and low is not None else high
    if hedge in BETWEEN:
        below, above = (
            slack_about(end, quantity.grain, constants) if hedge == "about_range" and end is not None else 0
            for end in (low, high)
        )
        return None if low is None else low - below, None if high is None else high + above
    if hedge == "nearly":
        start = constants.nearly_from * number
        return min(start, number), max(start, number)
    if hedge == "about":
        slack = slack_about(number, quantity.grain, constants)
    else:
        slack = slack_exact(number, quantity, constants)
    return number - slack, number + slack


def last_of_same_length(low: Decimal) -> Decimal:
    """The largest whole number with as many digits: dozens (24) end at 99, thousands at 9,999."""
    return Decimal(10) ** (low.adjusted() + 1) - 1


def slack_about(number: Decimal, grain: Decimal | None, constants: Constants = DEFAULTS) -> Decimal:
    """How far "about n" reaches to each side: half its grain, but at least 10% and at most 15%."""
    size = abs(number)
    return min(max((grain or 0) * HALF, constants.about_at_least * size), constants.about_at_most * size)


def slack_exact(number: Decimal, quantity: Quantity, constants: Constants = DEFAULTS) -> Decimal:
    """How far an unhedged figure reaches to each side, as the writer's own rounding.

    Counts and money: half the grain of a round figure, at most 5%. Everything else: half the
    last printed digit (50% is 49.5 to 50.5; 4.1 is 4.05 to 4.15). A fraction ("one in five")
    has no last digit.
    """
    grain = quantity.grain
    if quantity.kind in ("count", "money", "other", "ordinal"):
        round_figure = grain is not None and grain > 1
        if not grain or not round_figure:
            return Decimal(0)
        return min(grain * HALF, constants.round_at_most * abs(number))
    if quantity.kind == "ratio" and abs(number) < 1 and quantity.unit is None:
        return Decimal(0)
    last_digit = Decimal(1).scaleb(min(0, _exponent(number))) if grain is None else grain
    return last_digit * HALF


def _exponent(number: Decimal) -> int:
    """The place of the last digit that is not a nought, so that equal numbers have equal cores."""
    return int(number.normalize().as_tuple().exponent)
