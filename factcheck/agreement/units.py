"""In which unit can two quantities be laid side by side?

Units of one dimension convert exactly: miles and kilometres, hours and days, percent and
"per 100,000". Where no exact factor exists, the two stay apart and the answer says why:
currencies (rates move, and one has to be declared), months against days (a month has no
fixed length), "tons" and "gallons" (several are in use). A unit that nobody knows is comparable with itself.

Pure. Callers: `cores.py`, `compare.py`, `pool.py`, show. Sources of the factors: docs/agreement.md.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from factcheck.agreement.rates import Rate, chain
from factcheck.agreement.wording import unit_name
from factcheck.model import Quantity


@dataclass(frozen=True, slots=True)
class Scale:
    """A unit as its dimension and its exact way to the dimension's base: `(value + offset) * factor`.

    `linear`: values may be zero or negative, so distances are differences, not ratios. `rates`
    are what somebody declared to get from a currency to the base.
    """

    dimension: str
    factor: Decimal = Decimal(1)
    offset: Decimal = Decimal(0)
    linear: bool = False
    rates: tuple[Rate, ...] = ()

    def base(self, value: Decimal) -> Decimal:
        """The value in the base unit of the dimension."""
        return (value + self.offset) * self.factor

    def printed(self, value: Decimal) -> Decimal:
        """The base value back in this unit."""
        return value / self.factor - self.offset


COUNT = Scale("count")
MULTIPLE = Scale("multiple")
SHARE = Scale("share", linear=True)

# Of each dimension: the factor to its base unit, then the names, as the reader gives them first.
_FACTORS: dict[str, dict[str, str]] = {
    "length": {
        "0.000000001": "nanometre nm",
        "0.000001": "micrometre",
        "0.001": "millimetre mm",
        "0.01": "centimetre cm",
        "0.1": "decimetre",
        "1": "metre meter m",
        "1000": "kilometre kilometer km",
        "0.0254": "inch inches",
        "0.3048": "foot feet",
        "0.9144": "yard",
        "201.168": "furlong",
        "1609.344": "mile",
        "1852": "nautical_mile",
    },
    "weight": {
        "0.000001": "microgram",
        "0.001": "milligram mg",
        "1": "gram gramme g",
        "1000": "kilogram kilo kg",
        "1000000": "tonne metric_ton",
        "28.349523125": "ounce",
        "453.59237": "pound",
        "6350.29318": "stone",
        "907184.74": "short_ton",
        "1016046.9088": "long_ton",
    },
    "area": {
        "0.000001": "square_millimetre",
        "0.0001": "square_centimetre",
        "1": "square_metre m2 m²",
        "10000": "hectare ha",
        "1000000": "square_kilometre km2 km²",
        "0.00064516": "square_inch square_inches",
        "0.09290304": "square_foot square_feet",
        "0.83612736": "square_yard",
        "4046.8564224": "acre",
        "2589988.110336": "square_mile",
    },
    "volume": {
        "0.001": "millilitre cubic_centimetre ml",
        "1": "litre liter l",
        "1000": "cubic_metre m3 m³",
        "1000000000000": "cubic_kilometre",
        "0.016387064": "cubic_inch cubic_inches",
        "28.316846592": "cubic_foot cubic_feet",
        "764.554857984": "cubic_yard",
    },
    "speed": {"1": "km/h", "1.609344": "mph", "1.852": "knot", "3.6": "metre_per_second m/s"},
    "power": {
        "1": "watt",
        "1000": "kilowatt kW",
        "1000000": "MW megawatt",
        "1000000000": "GW gigawatt",
        "1000000000000": "TW terawatt",
    },
    "energy": {
        "1": "kilowatt_hour kWh",
        "1000": "megawatt_hour MWh",
        "1000000": "gigawatt_hour GWh",
        "1000000000": "terawatt_hour TWh",
    },
    "time": {
        "0.001": "milliseconds",
        "1": "seconds",
        "60": "minutes",
        "3600": "hours",
        "86400": "days",
        "604800": "weeks",
        "1209600": "fortnights",
    },
    "calendar time": {
        "1": "months",
        "3": "quarters",
        "12": "years",
        "120": "decades",
        "1200": "centuries century",
        "12000": "millennia",
    },
    "age in days": {"1": "days_of_age", "7": "weeks_of_age"},
    "age": {"1": "months_of_age", "12": "years_of_age"},
    "percentage points": {"1": "percentage_points", "0.01": "basis_points"},
    "share": {"0.01": "percent %"},
}
_LINEAR = {"share", "percentage points"}
_DEGREES = {"degree", "degrees"}  # of what scale is not said, but they may be below zero
# The base is a ninth of a degree Celsius: then Celsius and Fahrenheit both convert exactly.
_TEMPERATURES = {
    "°C celsius degrees_celsius": ("9", "0"),
    "°F fahrenheit degrees_fahrenheit": ("5", "-32"),
    "kelvin": ("9", "-273.15"),
}
# "per 100,000"; "per 1,000 live births"; not "per day"
_PER = re.compile(r"(?:deaths |cases |births )?per (\d[\d,]*)(?: .*)?")


def _known() -> dict[str, Scale]:
    scales: dict[str, Scale] = {}
    for dimension, factors in _FACTORS.items():
        for factor, names in factors.items():
            scale = Scale(dimension, Decimal(factor), linear=dimension in _LINEAR)
            scales |= dict.fromkeys(_spellings(names), scale)
    for names, (factor, offset) in _TEMPERATURES.items():
        scale = Scale("temperature", Decimal(factor), Decimal(offset), linear=True)
        scales |= dict.fromkeys(_spellings(names), scale)
    return scales


def _spellings(names: str) -> list[str]:
    """The names as looked up, each also with and without a plural s."""
    known = [name.replace("_", " ").casefold() for name in names.split()]
    return known + [name.removesuffix("s") if name.endswith("s") else f"{name}s" for name in known]


KNOWN = _known()


def scale_of(quantity: Quantity, rates: Sequence[Rate] = ()) -> Scale:
    """The scale on which the quantity is printed; an unknown unit is a dimension of its own."""
    if rates and quantity.kind == "money" and quantity.unit is not None:
        return _money(quantity.unit, tuple(chain(quantity.unit, rates)))
    figure = quantity.point or quantity.high or quantity.low
    multiple = quantity.kind == "ratio" and figure is not None and figure > 1
    return _scale(quantity.kind, quantity.unit, multiple)


@lru_cache(maxsize=1024)
def _scale(kind: str, unit: str | None, multiple: bool) -> Scale:
    if unit is None:
        return _scale_without_unit(kind, multiple)
    name = " ".join(unit.casefold().split())
    if kind == "money":
        return _money(unit, ())
    if per := _PER.fullmatch(name):
        people = Decimal(per[1].replace(",", ""))
        return Scale("share", 1 / people, linear=True) if people else Scale(name)
    return KNOWN.get(name) or Scale(name, linear=kind == "percent" or name in _DEGREES)


def _money(currency: str, rates: tuple[Rate, ...]) -> Scale:
    """The scale of a currency, measured in the last one that the rates lead to."""
    base = rates[-1].into if rates else currency
    return Scale(f"money in {base}", math.prod((rate.value for rate in rates), start=Decimal(1)), rates=rates)


def _scale_without_unit(kind: str, multiple: bool) -> Scale:
    if kind == "ratio":
        return MULTIPLE if multiple else SHARE
    if kind == "percent":
        return KNOWN["percent"]
    return COUNT if kind in ("count", "other") else Scale(kind)


def why_apart(claim: Quantity, citation: Quantity, rates: Sequence[Rate] = ()) -> str | None:
    """Why the two cannot be laid on one scale, or None if they can."""
    ours, theirs = scale_of(claim, rates).dimension, scale_of(citation, rates).dimension
    if ours == theirs:
        return None
    if {ours, theirs} == {"time", "calendar time"}:
        return "a month or a year has no fixed number of days"
    if claim.kind == citation.kind == "money":
        return "exchange rates move, and none is declared for the two"
    return ""


def describe(quantity: Quantity) -> str:
    """What the quantity is, with its article: "a count", "a percentage", "an amount in EUR"."""
    unit = quantity.unit
    if quantity.kind == "ordinal":
        return "a rank"
    if quantity.kind == "percent" and scale_of(quantity).dimension == "share":
        return "a percentage"
    if unit is None:
        return {"count": "a count", "ratio": "a ratio"}.get(quantity.kind, "a number without a unit")
    if quantity.kind == "money":
        return f"an amount in {unit}"
    return f"a rate {unit}" if unit.startswith("per ") else f"a figure in {unit_name(unit)}"
