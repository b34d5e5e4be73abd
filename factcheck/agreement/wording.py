"""How is a quantity said in a sentence?

Sentences about numbers quote them as they were stated, hedge included: "over 1,500",
"between 30 and 40", "about 40 percent", "dozens". A quantity does not keep its surface, so
this prints the plainest wording with the same bounds; equal quantities read the same.

Pure. Callers: every module of `agreement` that writes a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import ROUND_DOWN, Decimal
from fractions import Fraction
from functools import lru_cache

from factcheck.model import Hedge, Quantity

_SYMBOLS = {"USD": "$", "EUR": "€", "GBP": "£", "INR": "₹"}
_BIG = ((Decimal(10) ** 12, "trillion"), (Decimal(10) ** 9, "billion"), (Decimal(10) ** 6, "million"))
_LONGEST_PLAIN = 30
_NO_TENTHS_FROM = 100
_SINGULAR_TO_PLURAL = {"inch": "inches", "foot": "feet", "century": "centuries", "millennium": "millennia"}
_PLURAL_TO_SINGULAR = {plural: singular for singular, plural in _SINGULAR_TO_PLURAL.items()}
_SAME = frozenset(
    {"percent", "stone", "mph", "psi", "magnitude", "hertz", "kilohertz", "megahertz", "gigahertz"}
)
_PRINTED = {"celsius": "°C", "fahrenheit": "°F"}
# The noun to inflect: kilometre in "square kilometre", metre in "metre per second"; none in "km/h", "MW"
_HEAD = re.compile(
    r"(?P<before>(?:square |cubic |nautical |basis |percentage |light-|[a-z]+watt )?)(?P<noun>[a-z]+)(?![^ ])"
)
_HEDGES: dict[Hedge, str] = {
    "about": "about",
    "over": "over",
    "at_least": "at least",
    "nearly": "nearly",
    "up_to": "up to",
    "under": "under",
}
_PLURALS = (
    (12, "trillions"),
    (11, "hundreds of billions"),
    (10, "tens of billions"),
    (9, "billions"),
    (8, "hundreds of millions"),
    (7, "tens of millions"),
    (6, "millions"),
    (5, "hundreds of thousands"),
    (4, "tens of thousands"),
    (3, "thousands"),
    (2, "hundreds"),
    (1, "tens"),
)
_VAGUE = {Decimal(24): "dozens", Decimal(36): "several dozen", Decimal(40): "scores"} | {
    Decimal(2) * 10**power: name for power, name in _PLURALS
}


def quoted(quantity: Quantity) -> str:
    """The quantity as stated, in quotation marks: “over 1,500”."""
    return f"“{state(quantity)}”"


@lru_cache(maxsize=1 << 14)
def state(quantity: Quantity) -> str:
    """The quantity in words and digits, as a writer would state it."""
    low, high, point, hedge = quantity.low, quantity.high, quantity.point, quantity.hedge
    if hedge == "vague" and low is not None:
        return _with_unit(_VAGUE.get(low) or f"{number(low)} or more", low, quantity)
    if hedge in ("range", "about_range") and low is not None and high is not None:
        return _state_range(low, high, quantity)
    figure = next((value for value in (point, low, high) if value is not None), None)
    if figure is None:
        return "no single number"
    stated = in_unit_of(quantity, figure)
    if hedge == "under" and quantity.kind == "count" and quantity.unit is None:
        return f"fewer than {stated}"
    return f"{_HEDGES[hedge]} {stated}" if hedge in _HEDGES else stated


def _state_range(low: Decimal, high: Decimal, quantity: Quantity) -> str:
    if quantity.point is not None:
        return f"{in_unit_of(quantity, quantity.point)} ({number(low)} to {number(high)})"
    if quantity.hedge == "about_range":
        return "about " + _with_unit(f"{number(low)} to {number(high)}", high, quantity)
    return "between " + _with_unit(f"{number(low)} and {number(high)}", high, quantity)


def in_unit_of(quantity: Quantity, value: Decimal) -> str:
    """A value in the unit of a quantity: "8 percent", "1 in 4", "$3 million"."""
    if quantity.kind == "ratio" and quantity.unit is None:
        return _share(value)
    return _with_unit(number(value), value, quantity)


def _share(value: Decimal) -> str:
    if value > 1:
        return f"{number(value)} times"
    fraction = Fraction(value).limit_denominator(20)
    near = abs(Fraction(value) - fraction) < Fraction(1, 5000)
    return f"{fraction.numerator} in {fraction.denominator}" if near and value else number(value)


def _with_unit(said: str, value: Decimal, quantity: Quantity) -> str:
    unit = quantity.unit
    if unit is None:
        return f"{said} percent" if quantity.kind == "percent" else said
    if quantity.kind == "money":
        symbol = _SYMBOLS.get(unit) if said[:1].isdigit() else None
        return f"{symbol}{said.replace(' and ', f' and {symbol}')}" if symbol else f"{said} {unit}"
    return f"{said} {unit if unit.startswith('per ') else unit_name(unit, value)}"


def unit_name(unit: str, value: Decimal | None = None) -> str:
    """The unit as it follows a value: "1 mile", "2 miles", "3 square feet", "4 metres per second"."""
    head = _HEAD.match(unit)
    if head is None or unit in _PRINTED:
        return _PRINTED.get(unit, unit)
    before, noun, rest = head["before"], head["noun"], unit[head.end() :]
    one = _PLURAL_TO_SINGULAR.get(noun) or (noun.removesuffix("s") if noun not in _SAME else noun)
    many = _SINGULAR_TO_PLURAL.get(one) or (one if one in _SAME else f"{one}s")
    return f"{before}{one if value is not None and abs(value) == 1 else many}{rest}"


def amount(value: Decimal, like: Quantity) -> str:
    """How far two values in the unit of a quantity are apart: "12 percentage points", "$3 million"."""
    if like.kind == "percent" and like.unit in (None, "percent"):
        return f"{number(value)} percentage {'point' if value == 1 else 'points'}"
    return _with_unit(number(value), value, like)


def times(factor: Decimal) -> str:
    """A factor that is rounded down: "6.5 times", "18,181 times"."""
    return f"{number(factor if factor < _NO_TENTHS_FROM else factor.to_integral_value(ROUND_DOWN))} times"


def number(value: Decimal) -> str:
    """A number with thousands separators: 1,500; 2.7 million; 0.05."""
    if abs(value.adjusted()) > _LONGEST_PLAIN:
        return f"{value.normalize():E}"
    for size, name in _BIG:
        if abs(value) >= size:
            scaled = (value / size).normalize()
            if len(f"{scaled:f}".partition(".")[2]) <= 3:
                return f"{scaled:,f} {name}"
            break
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def listed(names: Sequence[str], comma: str = ", ") -> str:
    """The names as an English list: "A", "A and B", "A, B and C"; "A; and B" with a semicolon."""
    if len(names) < 2:
        return "".join(names)
    last = " and " if comma == ", " else f"{comma}and "
    return f"{comma.join(names[:-1])}{last}{names[-1]}"


def counted(count: int, one: str, many: str) -> str:
    """The count with its noun: "1 citation", "34 citations"."""
    return f"{count:,} {one if count == 1 else many}"
