"""How is a relation told to an editor?

One sentence for each relation: it opens with the verdict, quotes both numbers as stated,
and says why. It claims no more than the comparison found: "not ruled out" is never worded
as support, and a factor is the least that the stated bounds allow.

Pure. Caller: `compare.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Context, Decimal

from factcheck.agreement.cores import CEILINGS, FLOORS, Core
from factcheck.agreement.units import describe
from factcheck.agreement.wording import amount, in_unit_of, listed, number, quoted, times
from factcheck.model import Direction, Quantity, Scope

TELLING_FACTOR = Decimal("1.1")
_FOUR_DIGITS = Context(prec=4)
_POINT_LIKE = frozenset({"exact", "about", "nearly"})
NO_NUMBER = "Not comparable: the citation gives no number."
NO_SINGLE_NUMBER = "Not comparable: a single number is missing on one side."
DIFFERENT = "Not comparable, because of the scope: the citation counts another thing, place or period."


@dataclass(frozen=True, slots=True)
class Distance:
    """How far a conflicting citation lies from the claim, between the nearest stated bounds.

    `factor` is their ratio rounded down, where one exists; `apart` their difference in the
    claim's unit, where both are printed in it.
    """

    direction: Direction
    factor: Decimal | None
    apart: Decimal | None


def say_units_differ(claim: Quantity, citation: Quantity, why: str) -> str:
    """Why no exact conversion lays the two on one scale."""
    theirs, ours = describe(citation), describe(claim)
    tail = f"; {why}" if why else ""
    return (
        f"Not comparable, because of the unit: {quoted(citation)} is {theirs} "
        f"and {quoted(claim)} is {ours}{tail}."
    )


def say_not_additive(citation: Quantity) -> str:
    """Why a part of something that does not add up bounds nothing."""
    return (
        f"Not comparable, because of the scope: {quoted(citation)} is {describe(citation)}, "
        "and that of a part bounds nothing about the whole."
    )


def say_corroborates(ours: Core, theirs: Core, scope: Scope, necessity: float) -> str:
    """Why the citation, as worded, makes the claim true."""
    claim, citation = _read(ours, ours), _read(theirs, ours)
    if necessity < 1:
        return f"Corroborates: {citation} is close enough to {claim} for rounding to explain the difference."
    if scope == "part":
        return f"Corroborates: {citation} counts only a part, and that alone makes {claim} true."
    if scope == "whole":
        return f"Corroborates: {citation} counts more than the claim does, and still makes {claim} true."
    if ours.said == theirs.said:
        return f"Corroborates: the citation states the same, {citation}."
    if _at_same(ours, ours.figure, theirs, theirs.figure):
        return (
            f"Corroborates: {citation} puts forward the same figure as {claim}{_rounding_down(ours, theirs)}."
        )
    return f"Corroborates: {citation} {_how_it_supports(ours, theirs, claim)}."


def _how_it_supports(ours: Core, theirs: Core, claim: str) -> str:
    if theirs.hedge in FLOORS and theirs.figure is None:
        same = ours.hedge in FLOORS and _at_same(ours, ours.low, theirs, theirs.low)
        return f"sets the same floor as {claim}" if same else f"is a floor that makes {claim} true"
    if theirs.hedge in CEILINGS:
        same = ours.hedge in CEILINGS and _at_same(ours, ours.high, theirs, theirs.high)
        return f"sets the same ceiling as {claim}" if same else f"is a ceiling that makes {claim} true"
    if ours.hedge in _POINT_LIKE:
        return f"agrees with {claim}, allowing for rounding"
    return f"lies within {claim}"


def say_compatible(ours: Core, theirs: Core, scope: Scope, gap: float) -> str:
    """Why the citation neither makes the claim true nor rules it out."""
    claim, citation = _read(ours, ours), _read(theirs, ours)
    if gap > 0:
        return f"Not ruled out: {citation} is close to {claim}, but not close enough to confirm it."
    if scope == "part":
        return f"Not ruled out: {citation} counts only a part, {_room_above(theirs, claim)}."
    if scope == "whole":
        return f"Not ruled out: {citation} counts more than the claim does, {_room_below(theirs, claim)}."
    if theirs.hedge in FLOORS:
        return f"Not ruled out: {citation} is a floor, and the claim {claim} can still be true above it."
    if theirs.hedge in CEILINGS:
        return f"Not ruled out: {citation} is a ceiling, and the claim {claim} can still be true below it."
    return f"Not ruled out: {citation} leaves room for the claim {claim}, but does not establish it."


def say_conflict(ours: Core, theirs: Core, scope: Scope, distance: Distance) -> str:
    """How much higher or lower the citation is, at the least."""
    claim, citation = _read(ours, ours), _read(theirs, ours)
    if distance.apart == 0:
        return f"Conflicts: {citation} and {claim} cannot both be true."
    how_far = _how_far(distance, ours.quantity)
    if scope == "part":
        return f"Conflicts: {citation} counts only a part, and is already {how_far} than {claim}."
    if scope == "whole":
        return f"Conflicts: {citation} counts more than the claim does, and is still {how_far} than {claim}."
    return f"Conflicts: {citation} is {how_far} than {claim}."


def _how_far(distance: Distance, claim: Quantity) -> str:
    if distance.factor is not None and distance.factor >= TELLING_FACTOR:
        return f"at least {times(distance.factor)} {distance.direction}"
    if distance.apart is not None:
        return f"{amount(distance.apart, claim)} {distance.direction}"
    return distance.direction


def _room_above(theirs: Core, claim: str) -> str:
    if theirs.low is None or theirs.low <= 0:
        return "and sets no floor for the whole"
    return f"so it is a floor, and the claim {claim} can still be true above it"


def _room_below(theirs: Core, claim: str) -> str:
    if theirs.high is None:
        return "and sets no ceiling for a part"
    return f"so it is a ceiling, and the claim {claim} can still be true below it"


def _at_same(ours: Core, here: Decimal | None, theirs: Core, there: Decimal | None) -> bool:
    """Whether two values that the cores print are both there, and equal."""
    if here is None or there is None:
        return False
    return ours.scale.base(here) == theirs.scale.base(there)


def _rounding_down(ours: Core, theirs: Core) -> str:
    return "; who writes “over” has usually rounded down" if "over" in (ours.hedge, theirs.hedge) else ""


def _read(core: Core, claim: Core) -> str:
    """The number as stated; a vague one with how it is read, a foreign unit with its conversion."""
    said = core.said
    if core.quantity.hedge == "vague" and core.quantity.low is not None:
        return f"{said} (read as {_vague_ends(core)})"
    if core.scale != claim.scale:
        return f"{said} ({_converted(core, claim)})"
    return said


def _converted(core: Core, claim: Core) -> str:
    """What the number comes to in the claim's unit, and by which declared rates."""
    stated = core.quantity
    ends = [stated.point] if stated.point is not None else [stated.low, stated.high]
    here = [claim.scale.printed(core.scale.base(end)) for end in ends if end is not None]
    said = " to ".join(in_unit_of(claim.quantity, _FOUR_DIGITS.plus(value)) for value in here)
    rates = listed([rate.said for rate in dict.fromkeys((*core.scale.rates, *claim.scale.rates))], "; ")
    return f"about {said}" + (f", at {rates}" if rates else "")


def _vague_ends(core: Core) -> str:
    low = number(core.quantity.low or Decimal(0))
    return f"{low} to {number(core.high)}" if core.high is not None else f"{low} or more"
