"""In which unit can two quantities be laid side by side?

Units of one dimension convert exactly: miles and kilometres, hours and days, percent and
"per 100,000". Where no exact factor exists, the two stay apart and the answer says why:
currencies (rates move), months against days (a month has no fixed length), "tons" and
"gallons" (several are in use). A unit that nobody knows is comparable with itself.

Pure. Callers: `cores.py`, `compare.py`, `pool.py`. Sources of the factors: docs/agreement.md.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from factcheck.model import Quantity


@dataclass(frozen=True, slots=True)
class Scale:
    """A unit as its dimension and its exact way to the dimension's base: `(value + offset) * factor`.

    `linear`: values may be zero or negative, so distances are differences, not ratios.
    """

    dimension: str
    factor: Decimal = Decimal(1)
    offset: Decimal = Decimal(0)
    linear: bool = False

    def base(self, value: Decimal) -> Decimal:
        """The value in the base unit of the dimension."""
        return (value + self.offset) * self.factor

    def printed(self, value: Decimal) -> Decimal:
        """The base value back in this unit."""
        return value / self.factor - self.offset


COUNT = Scale("count")
MULTIPLE = Scale("multiple")
SHARE = Scale("share", linear=True)

# dimension, factor to the base unit, the names of the unit (as read, and how else it is written)
_FACTORS = (
    ("length", "0.001", "millimetres millimetre millimeters millimeter mm"),
    ("length", "0.01", "centimetres centimetre centimeters centimeter cm"),
    ("length", "1", "metres metre meters meter m"),
    ("length", "1000", "kilometres kilometre kilometers kilometer km"),
    ("length", "0.0254", "inches inch in"),
    ("length", "0.3048", "feet foot ft"),
    ("length", "0.9144", "yards yard yd"),
    ("length", "1609.344", "miles mile mi"),
    ("length", "1852", "nautical_miles nautical_mile"),
    ("weight", "0.000001", "micrograms microgram µg mcg"),
    ("weight", "0.001", "milligrams milligram mg"),
    ("weight", "1", "grams gram grammes gramme g"),
    ("weight", "1000", "kilograms kilogram kilos kilo kg"),
    ("weight", "1000000", "tonnes tonne metric_tons metric_ton"),
    ("weight", "28.349523125", "ounces ounce oz"),
    ("weight", "453.59237", "pounds pound lb lbs"),
    ("weight", "6350.29318", "stone stones"),
    ("weight", "907184.74", "short_tons short_ton"),
    ("weight", "1016046.9088", "long_tons long_ton"),
    ("area", "0.0001", "square_centimetres square_centimeters cm2 cm²"),
    ("area", "1", "square_metres square_metre square_meters square_meter sq_m m2 m²"),
    ("area", "10000", "hectares hectare ha"),
    ("area", "1000000", "square_kilometres square_kilometre square_kilometers sq_km km2 km²"),
    ("area", "0.09290304", "square_feet square_foot sq_ft ft2 ft²"),
    ("area", "0.83612736", "square_yards square_yard"),
    ("area", "4046.8564224", "acres acre"),
    ("area", "2589988.110336", "square_miles square_mile sq_mi mi2 mi²"),
    ("volume", "0.001", "millilitres millilitre milliliters milliliter ml"),
    ("volume", "1", "litres litre liters liter l"),
    ("volume", "1000", "cubic_metres cubic_metre cubic_meters cubic_meter m3 m³"),
    ("speed", "1", "km/h kph kmh kilometres_per_hour kilometers_per_hour"),
    ("speed", "1.609344", "mph miles_per_hour"),
    ("speed", "1.852", "knots knot"),
    ("speed", "3.6", "m/s metres_per_second meters_per_second"),
    ("power", "1", "watts watt w"),
    ("power", "1000", "kilowatts kilowatt kw"),
    ("power", "1000000", "megawatts megawatt mw"),
    ("power", "1000000000", "gigawatts gigawatt gw"),
    ("energy", "1", "kilowatt-hours kilowatt-hour kwh"),
    ("energy", "1000", "megawatt-hours megawatt-hour mwh"),
    ("energy", "1000000", "gigawatt-hours gigawatt-hour gwh"),
    ("energy", "1000000000", "terawatt-hours terawatt-hour twh"),
    ("time", "1", "seconds second s"),
    ("time", "60", "minutes minute min"),
    ("time", "3600", "hours hour h"),
    ("time", "86400", "days day"),
    ("time", "604800", "weeks week"),
    ("time", "1209600", "fortnights fortnight"),
    ("calendar time", "1", "months month"),
    ("calendar time", "3", "quarters quarter"),
    ("calendar time", "12", "years year"),
    ("calendar time", "120", "decades decade"),
    ("calendar time", "1200", "centuries century"),
    ("age", "1", "months_of_age"),
    ("age", "12", "years_of_age"),
    ("percentage points", "1", "percentage_points percentage_point"),
    ("percentage points", "0.01", "basis_points basis_point"),
    ("share", "0.01", "percent per_cent %"),
    ("share", "0.001", "permille per_mille ‰"),
)
_LINEAR = {"share", "percentage points"}
# The base is a ninth of a degree Celsius: then Celsius and Fahrenheit both convert exactly.
_TEMPERATURES = (
    ("9", "0", "celsius degrees_celsius degree_celsius °c c"),
    ("5", "-32", "fahrenheit degrees_fahrenheit degree_fahrenheit °f f"),
    ("9", "-273.15", "kelvin kelvins k"),
)
# "per 100,000"; "per 1,000 live births"; not "per day"
_PER = re.compile(r"(?:deaths |cases |births )?per (\d[\d,]*)(?: .*)?")


def _known() -> dict[str, Scale]:
    scales: dict[str, Scale] = {}
    for dimension, factor, names in _FACTORS:
        scale = Scale(dimension, Decimal(factor), linear=dimension in _LINEAR)
        scales |= {name.replace("_", " "): scale for name in names.split()}
    for factor, offset, names in _TEMPERATURES:
        scale = Scale("temperature", Decimal(factor), Decimal(offset), linear=True)
        scales |= {name.replace("_", " "): scale for name in names.split()}
    return scales


KNOWN = _known()


def scale_of(quantity: Quantity) -> Scale:
    """The scale on which the quantity is printed; an unknown unit is a dimension of its own."""
    figure = quantity.point or quantity.high or quantity.low
    multiple = quantity.kind == "ratio" and figure is not None and figure > 1
    return _scale(quantity.kind, quantity.unit, multiple)


@lru_cache(maxsize=1024)
def _scale(kind: str, unit: str | None, multiple: bool) -> Scale:
    if unit is None:
        return _scale_without_unit(kind, multiple)
    name = " ".join(unit.casefold().split())
    if kind == "money":
        return Scale(f"money in {unit}")
    if per := _PER.fullmatch(name):
        people = Decimal(per[1].replace(",", ""))
        return Scale("share", 1 / people, linear=True) if people else Scale(name)
    return KNOWN.get(name) or Scale(name, linear=kind == "percent")


def _scale_without_unit(kind: str, multiple: bool) -> Scale:
    if kind == "ratio":
        return MULTIPLE if multiple else SHARE
    if kind == "percent":
        return KNOWN["percent"]
    return COUNT if kind in ("count", "other") else Scale(kind)


def why_apart(claim: Quantity, citation: Quantity) -> str | None:
    """Why the two cannot be laid on one scale, or None if they can."""
    ours, theirs = scale_of(claim).dimension, scale_of(citation).dimension
    if ours == theirs:
        return None
    if {ours, theirs} == {"time", "calendar time"}:
        return "a month or a year has no fixed number of days"
    if claim.kind == citation.kind == "money":
        return "exchange rates move, so currencies are not converted"
    return ""


def describe(quantity: Quantity) -> str:
    """What the quantity is, with its article: "a count", "a percentage", "an amount in EUR"."""
    unit = quantity.unit
    if quantity.kind == "ordinal":
        return "a rank"
    if unit is None:
        return {"count": "a count", "percent": "a percentage", "ratio": "a ratio"}.get(
            quantity.kind, "a number without a unit"
        )
    if quantity.kind == "money":
        return f"an amount in {unit}"
    if scale_of(quantity) is KNOWN["percent"]:
        return "a percentage"
    return f"a rate {unit}" if unit.startswith("per ") else f"a figure in {unit}"
