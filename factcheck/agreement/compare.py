"""Can both numbers be true, and does the one make the other true?

A claim and a citation are widened to what their writers meant, laid on one axis, and
asked two questions. *Possibility*: how near do the cores come? *Necessity*: how far does
what the citation states lie inside the claim? From both follows the relation, with one
sentence for an editor. A pair that cannot be judged is incomparable, with why; it is never
a conflict.

Pure: quantities in, relation out. Callers: `score.py`, `pool.py`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import ROUND_DOWN, Context, Decimal

from factcheck.agreement import sentences
from factcheck.agreement.constants import DEFAULTS, Constants
from factcheck.agreement.cores import CEILINGS, FLOORS, Core, core_of, has_ratios, under_scope
from factcheck.agreement.places import Laid, logarithm
from factcheck.agreement.sentences import Distance
from factcheck.agreement.units import COUNT, scale_of, why_apart
from factcheck.model import Direction, Hedge, Quantity, Relation, Scope

# Against a claim with one of these hedges the citation is bounded the other way: its figure
# does not speak for it, its worst end does.
_OTHER_WAY: dict[Hedge, frozenset[Hedge]] = {
    "over": frozenset({"nearly", "up_to", "under", "range", "about_range"}),
    "nearly": frozenset({"over", "at_least"}),
}
_NOT_ADDITIVE = frozenset({"share", "multiple", "percentage points", "temperature", "ordinal", "age"})
_TENTH = Decimal("0.1")
_DOWNWARDS = Context(prec=60, rounding=ROUND_DOWN)


def compare(
    claim: Quantity, citation: Quantity, scope: Scope = "same", constants: Constants = DEFAULTS
) -> Relation:
    """How a citation's number stands to a claim's, under the scope that a person declared."""
    if scope == "different":
        return Relation("incomparable", sentences.DIFFERENT)
    if (why := why_apart(claim, citation, constants.rates)) is not None:
        return Relation("incomparable", sentences.say_units_differ(claim, citation, why))
    if scope != "same" and scale_of(citation).dimension in _NOT_ADDITIVE:
        return Relation("incomparable", sentences.say_not_additive(citation))
    ours, theirs = core_of(claim, constants), core_of(citation, constants)
    if ours is None or theirs is None:
        return Relation("incomparable", sentences.NO_SINGLE_NUMBER)
    return relate(ours, under_scope(theirs, scope), scope, constants)


def relate(ours: Core, theirs: Core, scope: Scope = "same", constants: Constants = DEFAULTS) -> Relation:
    """How two cores of one dimension stand to each other; the citation's is already under its scope."""
    claim, citation = _lay(ours, theirs, constants)
    gap = max(0.0, citation.low - claim.high, claim.low - citation.high)
    possibility = 0.0 if _exclude(ours, theirs) else _possibility(gap, claim.ramp + citation.ramp)
    necessity = min(possibility, _necessity(claim, citation, ours, theirs))
    s = possibility + necessity - 1
    if necessity >= float(constants.corroborates_from):
        sentence = sentences.say_corroborates(ours, theirs, scope, necessity)
        return Relation("corroborates", sentence, s, possibility, necessity)
    if possibility >= float(constants.conflicts_below):
        sentence = sentences.say_compatible(ours, theirs, scope, gap)
        return Relation("compatible", sentence, s, possibility, necessity)
    higher = citation.low > claim.high or (gap == 0 and theirs.hedge in FLOORS)
    distance = _distance(ours, theirs, "higher" if higher else "lower")
    sentence = sentences.say_conflict(ours, theirs, scope, distance)
    return Relation("conflicts", sentence, s, possibility, necessity, distance.factor, distance.direction)


def _lay(ours: Core, theirs: Core, constants: Constants) -> tuple[Laid, Laid]:
    """Both cores on one line: that of ratios, on which each lies already, or one that is made for the two."""
    if ours.laid is not None and theirs.laid is not None and ours.scale is theirs.scale:
        return ours.laid, theirs.laid
    axis = axis_of(ours, theirs, constants)
    return axis.lay(ours), axis.lay(theirs)


@dataclass(frozen=True, slots=True)
class Axis:
    """The line on which two cores are laid, in the base unit of their dimension.

    Logarithmic, so that distances are ratios; linear where values may be zero or negative,
    and then the ramps are relative to `size`, the larger absolute figure. Of two quantities
    in one unit nothing is converted.
    """

    linear: bool
    convert: bool
    size: float
    least: float

    def lay(self, core: Core) -> Laid:
        """The core's ends, ramp and figure as places on this line."""
        return Laid(
            -math.inf if core.low is None else self.place(core.low, core),
            math.inf if core.high is None else self.place(core.high, core),
            core.ramp * self.size if self.linear else core.ramp,
            None if core.figure is None else self.place(core.figure, core),
        )

    def place(self, value: Decimal, core: Core) -> float:
        """Where a value that the core's quantity prints stands on the line."""
        value = core.scale.base(value) if self.convert else value
        return float(value) if self.linear else logarithm(value, self.least)


def axis_of(ours: Core, theirs: Core, constants: Constants = DEFAULTS) -> Axis:
    """The line that fits both: the same whichever of the two is named first."""
    scale, convert = ours.scale, ours.scale != theirs.scale
    stated = [
        core.scale.base(value) if convert else value
        for core in (ours, theirs)
        for value in (core.quantity.low, core.quantity.high, core.quantity.point)
        if value is not None
    ]
    least = min(stated)
    linear = not has_ratios(scale, least)
    size = float(max(abs(least), abs(max(stated)))) if linear else 1.0
    return Axis(linear, convert, size, float(constants.least_count) if scale is COUNT else 0.0)


def _possibility(gap: float, ramps: float) -> float:
    if gap <= 0:
        return 1.0
    return max(0.0, 1 - gap / ramps) if ramps else 0.0


def _necessity(claim: Laid, citation: Laid, ours: Core, theirs: Core) -> float:
    other_way = ours.hedge in _OTHER_WAY.get(theirs.hedge, ())
    if citation.figure is not None and not other_way:
        return claim.membership(citation.figure)
    return min(claim.membership(citation.low), claim.membership(citation.high))


def _exclude(ours: Core, theirs: Core) -> bool:
    """Whether a floor and a ceiling meet at one stated bound that at least one of them excludes."""
    for floor, ceiling in ((ours, theirs), (theirs, ours)):
        if floor.hedge in FLOORS and ceiling.hedge in CEILINGS:
            open_at_bound = floor.hedge == "over" or ceiling.hedge == "under"
            return open_at_bound and _meet(floor, ceiling)
    return False


def _meet(floor: Core, ceiling: Core) -> bool:
    if floor.low is None or ceiling.high is None:
        return False
    if floor.scale == ceiling.scale:
        return floor.low == ceiling.high
    return floor.scale.base(floor.low) == ceiling.scale.base(ceiling.high)


def _distance(ours: Core, theirs: Core, direction: Direction) -> Distance:
    lower, upper = (ours, theirs) if direction == "higher" else (theirs, ours)
    top, bottom = _nearest_high(lower), _nearest_low(upper)
    factor = _factor(lower.scale.base(top), upper.scale.base(bottom), ours)
    return Distance(direction, factor, bottom - top if ours.scale == theirs.scale else None)


def _nearest_high(core: Core) -> Decimal:
    """The highest stated value; of a core without one, where it is read to end."""
    high = core.high if core.quantity.high is None else core.quantity.high
    assert high is not None, "a core below another has a high end"
    return high


def _nearest_low(core: Core) -> Decimal:
    """The lowest stated value; of a core without one, where it is read to begin."""
    low = core.low if core.quantity.low is None else core.quantity.low
    assert low is not None, "a core above another has a low end"
    return low


def _factor(smaller: Decimal, larger: Decimal, ours: Core) -> Decimal | None:
    """The ratio of two base values, rounded down to a tenth; None where ratios mean nothing."""
    if smaller <= 0 or ours.scale.dimension == "temperature":
        return None
    ratio = _DOWNWARDS.divide(larger, smaller)
    return ratio.quantize(_TENTH, context=_DOWNWARDS) if ratio.adjusted() < 50 else ratio
