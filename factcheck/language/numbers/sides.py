"""What does one number of a pair look like, with its currency and its unit?

Two numbers make a range, a margin or a share only if their units agree, so each is read
with its own: "$1.5 million", "40 litres". A length, a time or a sum in two units ("5 feet 10
inches", "15 dollars 50") is one side.

Pure. Callers: intervals, candidates.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from factcheck.language.numbers.beginnings import place_at
from factcheck.language.numbers.number_words import EXACT, fraction
from factcheck.language.numbers.numerals import Numeral, numeral_from_digits
from factcheck.language.numbers.spelled import numeral_from_word
from factcheck.language.numbers.units import Unit, unit_after, unit_before
from factcheck.language.numbers.vicinity import Words, words_after, words_before


class Side(NamedTuple):
    """One number of a pair, with its currency or its unit, and where the two end."""

    numeral: Numeral
    currency: Unit | None
    unit: Unit | None
    end: int


CURRENCY_HERE = re.compile(r"(?:[A-Z]{1,3})?[$£€¥₹₩₦₱₴₫₽₺₪][ ]?|(?:Rs\.?|USD|EUR|GBP|RM|INR)[ ]?")


_ARTICLE = re.compile(r"an?[ ](?=[^\W\d_])", re.IGNORECASE)  # of a third, a million


def side(text: str, numeral: Numeral, currency: Unit | None, after: Words) -> Side:
    """The number with its unit, which words after the numeral may name."""
    scaled = numeral.scale >= 10**6
    unit = None if currency and currency.name != "USD" else unit_after(text, numeral.end, after, scaled)
    if currency and unit and unit.kind != "money":
        unit = None
    return Side(numeral, currency, unit, unit.edge if unit else numeral.end)


def side_at(text: str, place: int, money: bool = False) -> Side | None:
    """The number that begins exactly at `place`, currency first; in `money`, "4m" is four million."""
    if text[place : place + 1] in ("-", "−") and text[place + 1 : place + 2].isdecimal():
        below = side_at(text, place + 1, money)
        return below and below._replace(numeral=below.numeral._replace(value=-below.numeral.value))
    symbol = CURRENCY_HERE.match(text, place)
    article = _ARTICLE.match(text, place)
    begin = symbol or article
    here = place_at(text, begin.end() if begin else place)
    if here is None:
        return None
    if here.is_word:
        alone = words_after(text, len(text))
        numeral = numeral_from_word(text, here, words_before(text, here.start) if article else alone)
    else:
        numeral = numeral_from_digits(text, here.start, money or symbol is not None)
    if numeral is None or numeral.problem or numeral.form not in ("digits", "words", "fraction"):
        return None
    currency = unit_before(text, here.start) if symbol else None
    return side(text, numeral, currency, words_after(text, numeral.end))


_SMALLER = {  # the part of a unit that may follow it, and how many of them make one
    "foot": ("inch", 12),
    "stone": ("pound", 14),
    "years": ("months", 12),
    "weeks": ("days", 7),
    "days": ("hours", 24),
    "hours": ("minutes", 60),
    "minutes": ("seconds", 60),
    "USD": ("cents", 100),
    "EUR": ("cents", 100),
    "GBP": ("pence", 100),
}
_THEN = re.compile(r"[ ]and[ ]|,?[ ]|-")


# "2 in" of 5 ft 2 in; "2" of 6-foot-2; "50" of 15 dollars 50
_BARE_PART = {
    "inch": re.compile(
        r"(?<=foot[ -])\d\d?(?![\w%]|[-.,]\w|[ ]in)"
        r"|\d\d?[ ]?in\b(?![ ](?:an?|the|his|her|its|their|my|all|[A-Z\d])\b)"
    ),
    "cents": re.compile(r"\d\d(?=[.,;!?]?(?:\s*$|[ ][^\W\d_]*[A-Z]))"),
}


def _smaller(text: str, place: int, name: str) -> Side | None:
    """The part in a smaller unit that stands at `place`, named or known by its place: 5 ft 2 in."""
    match = _BARE_PART[name].match(text, place) if name in _BARE_PART else None
    if match is None:
        return side_at(text, place)
    unit = Unit(name, "measure" if name == "inch" else "money", match.end())
    return Side(numeral_from_digits(text, place, False), None, unit, match.end())


def with_smaller_unit(text: str, first: Side) -> Side:
    """The number with the parts in smaller units that follow it: 5 feet 10 inches, 1 hour 59 minutes."""
    name, many = _SMALLER.get(first.unit.name if first.unit else "", ("", 0))
    then = _THEN.match(text, first.end) if name else None
    if then and then.group() == ", " and first.unit and first.unit.kind == "duration":  # 3 years, 2 months
        return first
    second = _smaller(text, then.end(), name) if then else None
    second = with_smaller_unit(text, second) if second else None
    if first.unit is None or second is None or second.unit is None or second.unit.name != name:
        return first
    if not 0 < second.numeral.value < many or first.numeral.scale != 1:
        return first
    value = EXACT.add(first.numeral.value, fraction(second.numeral.value, many))
    place = Decimal("0.1") if many < 100 else Decimal("0.01")
    numeral = first.numeral._replace(
        end=second.numeral.end, value=value, grain=place, place=place, bare=False
    )
    return Side(numeral, None, Unit(first.unit.name, first.unit.kind, second.end), second.end)
