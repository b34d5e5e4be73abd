"""What number do these digits make?

Digits with comma, space, apostrophe or Indian grouping, a decimal point or comma, a power
of ten, a vulgar fraction. What cannot be read (mixed scripts, an exponent of a million,
invisible characters inside) is answered with the code of why not. Whether "1.234" is
a decimal is the text's to show: `groups_by_point` looks for evidence.

Pure. Caller: numerals.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from typing import NamedTuple

from factcheck.language.numbers.number_words import EXACT, SHORT, fraction

MOST_DIGITS = 300  # more are a key or a checksum, and a float could not hold them
HIDDEN = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"

DIGITS = re.compile(
    r"""
      (?P<indian> \d\d? (?:,\d\d)+ ,\d{3} (?!\d|,\d) )                     (?:\.\d+)?  # 1,50,000
    | (?P<comma>  \d{1,3} (?:,\d{3})+ (?!\d|,\d{3}) )                      (?:\.\d+)?  # 1,500.25 not 1,5000
    | (?P<french> [1-9]\d{0,2} (?:[ \u00a0\u2009\u202f]\d{3})+ (?=,\d\d?(?![\d,])) ) (?:,\d+) # 1 234,5
    | (?P<space>  \d{1,3} (?:[\u00a0\u2009\u202f'’]\d{3})+ (?!\d) )        (?:\.\d+)?  # 12'000 not 12'0000
    | (?P<blank>  [1-9]\d{0,2} (?:[ ]\d{3})+ (?! [ ,.-]?\d | [ ]?[/:] ) )              # 12 000 not 12 0000
    | (?P<arabic> \d{1,3} (?:٬\d{3})+ )                                    (?:٫\d+)?
    | (?P<point>  \d{1,3} (?: (?:\.\d{3}){2,} (?!\d|\.\d) | \.\d{3} (?=,\d\d?(?!\d)) ) )
                  (?:,\d+)?                                                         # 1.500.000 not 1.2.3
    | (?P<decimal> \d{1,3} ,\d\d? (?=\s?(?:%|€|per\s?cent|million|billion|km|kg)) )    # 3,4% not 3,4
    | (?P<apart>  \d+ [ ]\.[ ] \d+ (?=[ ]?(?:%|percent|million|billion|trillion)) )        # 4 . 8 %
    | (?P<plain>  \d+ )                                                    (?:[.٫]\d+)?
    """,
    re.VERBOSE,
)
# "e14" of 4e14, "×10−5", "^400"
POWER = re.compile(
    r"[eE](?P<e>[+\-−]?\d+)(?!\w)|[ ]?[x×][ ]?10(?:\^|\*\*)?(?P<ten>[-−+]?\d+)(?!\w)|\^(?P<caret>[-−+]?\d+)"
)
VULGAR = {"½": (1, 2), "¼": (1, 4), "¾": (3, 4), "⅓": (1, 3), "⅔": (2, 3), "⅛": (1, 8), "⅜": (3, 8)}
VULGAR |= {
    "⅙": (1, 6),
    "⅚": (5, 6),
    "⅗": (3, 5),
    "⅘": (4, 5),
    "⅝": (5, 8),
    "⅞": (7, 8),
    "⅕": (1, 5),
    "⅖": (2, 5),
}
# " 1/2" of "2 1/2", "-1/2" of "10-1/2", but not a date
MIXED = re.compile(r"(?:[ ]{1,2}|-)(\d\d?)/(\d{1,3})(?![\d/])")
HIDDEN_INSIDE = re.compile(rf"[.,]?[{HIDDEN}]+[.,]?\d[\d.,{HIDDEN}]*(?<=\d)")

GROUPED_BY_POINT = re.compile(
    r"\d\.\d{3}\.\d{3}(?!\d)|\d\.\d{3},\d|(?<![\d,])\d+,\d{1,2}(?=\s?(?:%|€|percent|million))"
)
GROUPED_BY_COMMA = re.compile(
    r"(?<![\d,.])[1-9]\d{0,2}(?:,\d{3})+(?![\d,])|(?<![\d.])\d+\.(?:\d{1,2}|\d{4,6})(?![\d.])"
)


class Digits(NamedTuple):
    """Digits as a number. `place` is that of the last printed digit; `problem` why they make none."""

    start: int
    end: int
    value: Decimal
    place: Decimal
    grouped: bool = False
    problem: str | None = None


def groups_by_point(text: str) -> bool | None:
    """Whether a text writes 1.500 for fifteen hundred; None if it does not show."""
    point = GROUPED_BY_POINT.search(text) is not None
    comma = GROUPED_BY_COMMA.search(text) is not None
    return None if point == comma else point


def read_digits(text: str, start: int) -> Digits:
    """The number whose first digit (or vulgar fraction) stands at `start`."""
    if text[start] in VULGAR:
        return _vulgar(text, start, start, Decimal(0))
    match = _RUN.match(text, start)
    assert match is not None  # the first character is a digit
    joined = text[match.end() : match.end() + 1] in _JOINS and text[match.end() + 1 : match.end() + 2]
    if joined and (joined.isdigit() or joined == "."):
        match = DIGITS.match(text, start)
        assert match is not None
    end = match.end()
    surface = match.group()
    following = text[end : end + 1]
    if not (following.isascii() and following.isprintable()) and (hidden := HIDDEN_INSIDE.match(text, end)):
        return _unreadable(start, hidden.end(), "hidden-character")
    if len(surface) > MOST_DIGITS:
        return _unreadable(start, end, "too-long")
    if not surface.isascii() and _mixes_scripts(surface):
        return _unreadable(start, end, "mixed-digits")
    digits = _value(match, surface)
    if following not in _EXTENSIONS or (
        following == " " and text[end + 1 : end + 2].isalpha() and text[end + 1] != "x"
    ):
        return digits
    return _extended(text, digits, following)


ONE = Decimal(1)
_RUN = re.compile(r"(?P<plain>\d+)")
_JOINS = frozenset(",. \u00a0\u2009\u202f'’٬٫")  # what may stand between the digits of one number
_EXTENSIONS = frozenset(["^", "e", "E", " ", "x", "×", "-", *VULGAR])
_TENTHS = {places: ONE.scaleb(-places) for places in range(1, 12)}


def _value(match: re.Match[str], surface: str) -> Digits:
    kind = match.lastgroup
    if kind == "plain":
        return _decimal(match.start(), surface.replace("٫", "."), False)
    if kind == "decimal":
        return _decimal(match.start(), surface.replace(",", "."), False)
    if kind == "apart":
        return _decimal(match.start(), surface.replace(" ", ""), False)._replace(end=match.end())
    body = match.group(kind or 0)
    tail = surface[len(body) + 1 :]
    written = "".join(filter(str.isdigit, body)) + ("." + tail if tail else "")
    number = _decimal(match.start(), written, True)
    return Digits(match.start(), match.end(), number.value, number.place, True)


def _decimal(start: int, written: str, grouped: bool) -> Digits:
    point = written.find(".")
    places = len(written) - point - 1 if point >= 0 else 0
    place = (_TENTHS.get(places) or ONE.scaleb(-places, EXACT)) if places else ONE
    return Digits(start, start + len(written), Decimal(written), place, grouped)


def _extended(text: str, digits: Digits, following: str) -> Digits:
    """The number with what may be glued to it: ½, " 1/2", "e14", "×10^6"."""
    end = digits.end
    if following in VULGAR:
        return _vulgar(text, digits.start, end, digits.value)
    if following == " " and text[end + 1 : end + 2] in VULGAR:
        return _vulgar(text, digits.start, end + 1, digits.value)
    if following in " -" and digits.place == 1 and (mixed := MIXED.match(text, end)):
        top, parts = int(mixed.group(1)), int(mixed.group(2))
        if 0 < top < parts:
            value = EXACT.add(digits.value, fraction(Decimal(top), parts))
            return Digits(digits.start, mixed.end(), value, Decimal("0.1"))
    if following in "eE^ x×" and (power := POWER.match(text, end)):
        return _power(digits, power)
    return digits


def _vulgar(text: str, start: int, at: int, whole: Decimal) -> Digits:
    top, parts = VULGAR[text[at]]
    return Digits(start, at + 1, EXACT.add(whole, fraction(Decimal(top), parts)), Decimal("0.01"))


def _power(digits: Digits, power: re.Match[str]) -> Digits:
    written = power.group("caret") or power.group("e") or power.group("ten")
    shift = int(written.replace("−", "-")) if len(written) <= 4 else MOST_DIGITS + 1
    raised = power.group("caret") is not None
    many = abs(shift) * (digits.end - digits.start if raised else 1)  # no more digits come out
    if many > MOST_DIGITS or (raised and not digits.value):
        return _unreadable(digits.start, power.end(), "unreadable-number")
    if raised:
        value = (EXACT if shift > 0 and digits.place == 1 else SHORT).power(digits.value, shift)
        return Digits(digits.start, power.end(), value, ONE if value == int(value) else _last_place(value))
    value, place = digits.value.scaleb(shift, EXACT), digits.place.scaleb(shift, EXACT)
    return Digits(digits.start, power.end(), value, place)


def _last_place(value: Decimal) -> Decimal:
    return ONE.scaleb(value.adjusted() - SHORT.prec + 1)


def _unreadable(start: int, end: int, problem: str) -> Digits:
    return Digits(start, end, Decimal(0), ONE, problem=problem)


def _mixes_scripts(surface: str) -> bool:
    zeros = {ord(char) - unicodedata.digit(char) for char in surface if char.isdigit()}
    return len(zeros) > 1
