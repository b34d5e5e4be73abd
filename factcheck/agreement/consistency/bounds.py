"""Between which values does a stated number lie, and what follows when numbers are reckoned with?

Interval arithmetic without ramps: hedges are respected ("at least 191" may be any more), and
so is rounding (25% is 24.5 to 25.5), but nothing is close to a value that it excludes.
Reckoning is exact, in fractions.

Pure. Callers: the modules that check arithmetic.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from factcheck.agreement.cores import CEILINGS, FLOORS, ROUND_AT_MOST, core_of, stated_number
from factcheck.model import Quantity

# An unhedged count below this was counted, not rounded: in a sum, 40 is not "about 40".
COUNTED_EXACTLY = 1000


@dataclass(frozen=True, slots=True)
class Bounds:
    """The values from low to high; None is without end. An open end is itself excluded."""

    low: Fraction | None
    high: Fraction | None
    low_open: bool = False
    high_open: bool = False

    def __add__(self, other: Bounds) -> Bounds:
        return Bounds(
            _sum(self.low, other.low),
            _sum(self.high, other.high),
            self.low_open or other.low_open,
            self.high_open or other.high_open,
        )

    def __neg__(self) -> Bounds:
        return Bounds(_minus(self.high), _minus(self.low), self.high_open, self.low_open)

    def __sub__(self, other: Bounds) -> Bounds:
        return self + -other

    def __mul__(self, other: Bounds) -> Bounds:
        """The products, of values that are not negative."""
        return Bounds(
            _product(self.low, other.low),
            _product(self.high, other.high),
            self.low_open or other.low_open,
            self.high_open or other.high_open,
        )

    def __truediv__(self, other: Bounds) -> Bounds:
        """The quotients, of positive values; without end where the divisor reaches nought."""
        return Bounds(
            _quotient(self.low, other.high, Fraction(0)),
            _quotient(self.high, other.low, None),
            self.low_open or other.high_open,
            self.high_open or other.low_open,
        )

    def times(self, factor: Fraction) -> Bounds:
        """All values, a fixed positive number of times."""
        return self * exactly(factor)

    def is_below(self, other: Bounds) -> bool:
        """Whether every value lies below every value of the other."""
        if self.high is None or other.low is None:
            return False
        return self.high < other.low or (self.high == other.low and (self.high_open or other.low_open))

    def meets(self, other: Bounds) -> bool:
        """Whether the two have a value in common."""
        return not self.is_below(other) and not other.is_below(self)


def exactly(value: Fraction | int) -> Bounds:
    """One value."""
    return Bounds(Fraction(value), Fraction(value))


def total(parts: Iterable[Bounds]) -> Bounds:
    """The sum of the parts."""
    result = exactly(0)
    for part in parts:
        result = result + part
    return result


def bounds_of(quantity: Quantity) -> Bounds | None:
    """The values that the wording allows, rounding included; None where no number is stated."""
    core = core_of(quantity)
    number = stated_number(quantity)
    if core is None or number is None:
        return None
    low, high = core.low, core.high
    if quantity.kind == "count" and quantity.hedge == "exact" and abs(number) < COUNTED_EXACTLY:
        low = high = number
    if quantity.kind == "ratio" and quantity.hedge == "exact" and quantity.grain is None:
        slack = ROUND_AT_MOST * abs(number)  # a third, doubled: figures of speech
        low, high = number - slack, number + slack
    return Bounds(_fraction(low), _fraction(high), quantity.hedge == "over", quantity.hedge == "under")


def as_stated(quantity: Quantity) -> Bounds | None:
    """As if a floor or a ceiling were the figure itself; anything else as its wording allows."""
    number = stated_number(quantity)
    if number is None or quantity.hedge not in FLOORS | CEILINGS:
        return bounds_of(quantity)
    return exactly(Fraction(number))


def decimal_of(value: Fraction, places: int = 2) -> Decimal:
    """The value as a decimal, rounded to at most so many places."""
    return Decimal(round(value * 10**places)).scaleb(-places).normalize()


def _fraction(value: Decimal | None) -> Fraction | None:
    return None if value is None else Fraction(value)


def _sum(one: Fraction | None, other: Fraction | None) -> Fraction | None:
    return None if one is None or other is None else one + other


def _minus(value: Fraction | None) -> Fraction | None:
    return None if value is None else -value


def _product(one: Fraction | None, other: Fraction | None) -> Fraction | None:
    return None if one is None or other is None else one * other


def _quotient(over: Fraction | None, under: Fraction | None, otherwise: Fraction | None) -> Fraction | None:
    if over is None:
        return None
    if under is None:
        return otherwise
    return over / under if under > 0 else None
