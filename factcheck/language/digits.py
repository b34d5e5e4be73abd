"""What number do these digits make?

Digits with comma, space, apostrophe or Indian grouping, a decimal point or comma, a power
of ten, a vulgar fraction. What can be read two ways ("1.234" in a text that never shows
which mark it groups by) is answered with both readings; what cannot be read at all
(mixed scripts, an exponent of a million) with why not. Never a guess.

Pure. Caller: numerals.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal

from factcheck.language.number_words import EXACT, fraction

MOST_DIGITS = 300  # more are a key or a checksum, and a float could not hold them
HIDDEN = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"

DIGITS = re.compile(
    r"""
      (?P<indian> \d{1,2} (?:,\d\d)+ ,\d{3} (?![\d]|,\d) )  (?P<a>\.\d+)?          # 1,50,000 - not 1,50,0000
    | (?P<comma>  \d{1,3} (?:,\d{3})+     (?!\d|,\d{3}) )   (?P<b>\.\d+)?          # 1,500.25 - not 1,5000
    | (?P<space>  \d{1,3} (?:[\u00a0\u2009\u202f'’]\d{3})+ (?!\d) ) (?P<c>[.,]\d+)?  # 12 000 - not 12 0000
    | (?P<blank>  [1-9]\d{0,2} (?:[ ]\d{3})+ (?![\d]|[ ,.]?\d|-\d) )                  # 12 000 - not 12 0000
    | (?P<arabic> \d{1,3} (?:٬\d{3})+ )                     (?P<d>٫\d+)?
    | (?P<dots>   \d{1,3} (?:\.\d{3}){2,} (?![\d]|\.\d) )   (?P<e>,\d+)?           # 1.500.000 - not 1.2.3
    | (?P<plain>  \d+ )                                     (?P<f>[.٫]\d+)?        # 1500, 3.25
    """,
    re.VERBOSE,
)
POWER = re.compile(
    r"[eE][+\-−]?(?P<e>\d+)(?!\w)|[ ]?[x×][ ]?10(?:\^|\*\*)?(?P<ten>[-−+]?\d+)(?!\w)|\^[-−]?(?P<caret>\d+)"
)
VULGAR = {
    "½": (1, 2),
    "¼": (1, 4),
    "¾": (3, 4),
    "⅓": (1, 3),
    "⅔": (2, 3),
    "⅛": (1, 8),
    "⅜": (3, 8),
    "⅝": (5, 8),
    "⅞": (7, 8),
    "⅕": (1, 5),
    "⅖": (2, 5),
}
# " 1/2" of "2 1/2", "-1/2" of "10-1/2", but not a date
MIXED = re.compile(r"[ -](\d{1,2})/(\d{1,3})(?![\d/])")
HIDDEN_INSIDE = re.compile(rf"[{HIDDEN}]+[.,]?\d[\d.,{HIDDEN}]*")

POINT_GROUPS = re.compile(
    r"\d\.\d{3}\.\d{3}(?!\d)|\d\.\d{3},\d|(?<![\d,])\d+,\d{1,2}(?=\s?(?:%|€|percent|million))"
)
COMMA_GROUPS = re.compile(
    r"(?<![\d,.])[1-9]\d{0,2}(?:,\d{3})+(?![\d,])|(?<![\d.])\d+\.(?:\d{1,2}|\d{4,6})(?![\d.])"
)


@dataclass(frozen=True, slots=True)
class Digits:
    """Digits as a number. `place` is that of the last printed digit; `other` a second reading."""

    start: int
    end: int
    value: Decimal
    place: Decimal
    grouped: bool = False
    other: Decimal | None = None
    problem: str | None = None


def groups_by_point(text: str) -> bool | None:
    """Whether a text writes 1.500 for fifteen hundred; None if it does not show."""
    point = POINT_GROUPS.search(text) is not None
    comma = COMMA_GROUPS.search(text) is not None
    return None if point == comma else point


def read_digits(text: str, start: int) -> Digits:
    """The number whose first digit (or vulgar fraction) stands at `start`."""
    if text[start] in VULGAR:
        return _vulgar(text, start, start, Decimal(0))
    match = DIGITS.match(text, start)
    assert match is not None  # the first character is a digit
    hidden = HIDDEN_INSIDE.match(text, match.end())
    if hidden:
        return _unreadable(start, hidden.end(), "hidden-character")
    surface = match.group()
    if len(surface) > MOST_DIGITS:
        return _unreadable(start, match.end(), "too-long")
    if not surface.isascii() and _mixes_scripts(surface):
        return _unreadable(start, match.end(), "mixed-digits")
    return _extended(text, _plain_value(match))


def _plain_value(match: re.Match[str]) -> Digits:
    surface = match.group()
    whole = match.group("plain")
    if whole is not None:
        value = Decimal(surface.replace("٫", "."))
        places = len(surface) - len(whole) - 1
        place = Decimal(1).scaleb(-places) if places > 0 else Decimal(1)
        return Digits(match.start(), match.end(), value, place)
    tail = next((part for name in "abcde" if (part := match.group(name))), "")
    body = surface[: len(surface) - len(tail)]
    digits = "".join(filter(str.isdigit, body))
    places = max(0, len(tail) - 1)
    return Digits(
        match.start(),
        match.end(),
        Decimal(f"{digits}.{tail[1:]}" if tail else digits),
        Decimal(1).scaleb(-places),
        grouped=True,
    )


def _extended(text: str, digits: Digits) -> Digits:
    """The number with what may be glued to it: ½, " 1/2", "e14", "×10^6"."""
    end = digits.end
    if end >= len(text):
        return digits
    following = text[end]
    if following in VULGAR and digits.place == 1:
        return _vulgar(text, digits.start, end, digits.value)
    if following in " -" and digits.place == 1 and (mixed := MIXED.match(text, end)):
        top, parts = int(mixed.group(1)), int(mixed.group(2))
        if 0 < top < parts:
            return Digits(
                digits.start, mixed.end(), EXACT.add(digits.value, fraction(Decimal(top), parts)), Decimal(1)
            )
    if following in "eE^ x×" and (power := POWER.match(text, end)):
        return _power(digits, power)
    return digits


def _vulgar(text: str, start: int, at: int, whole: Decimal) -> Digits:
    top, parts = VULGAR[text[at]]
    return Digits(start, at + 1, EXACT.add(whole, fraction(Decimal(top), parts)), Decimal("0.01"))


def _power(digits: Digits, power: re.Match[str]) -> Digits:
    exponent = power.group("e") or power.group("ten") or ""
    if power.group("caret") or len(exponent) > 3:
        return _unreadable(digits.start, power.end(), "unreadable-number")
    sign = -1 if "-" in power.group() or "−" in power.group() else 1
    shift = sign * int(exponent.strip("+-−"))
    if abs(shift) > MOST_DIGITS:
        return _unreadable(digits.start, power.end(), "unreadable-number")
    return Digits(
        digits.start, power.end(), digits.value.scaleb(shift, EXACT), digits.place.scaleb(shift, EXACT)
    )


def _unreadable(start: int, end: int, problem: str) -> Digits:
    return Digits(start, end, Decimal(0), Decimal(1), problem=problem)


def _mixes_scripts(surface: str) -> bool:
    zeros = {ord(char) - unicodedata.digit(char) for char in surface if char.isdigit()}
    return len(zeros) > 1
