"""Which numbers are written in a notation of their own: a time taken, a height?

"2:14:04" is a time in seconds, "6'2"" a height in feet. Neither has a unit that anybody could
read behind it.

Pure. Caller: quantities.
"""

from __future__ import annotations

import re
from decimal import Decimal

from factcheck.language.numbers.drafts import Found
from factcheck.language.numbers.number_words import EXACT, fraction
from factcheck.language.numbers.numerals import ONE
from factcheck.model import Quantity, Span

# 2:14:04 and 9:58.24, a time taken; not 10:30, a time of day
_RACE = re.compile(r"(?:(\d\d?):)?([0-5]?\d):([0-5]\d(?:\.\d{1,3})?)(?![\d:])")
# 6'2", 5’11”, 6' 2''; not '90s, 5'
_HEIGHT = re.compile(r"([3-7])['’′][ ]?(1[01]|\d)(?:[\"”″]|''|’’)")


def notation(text: str, start: int) -> Found | None:
    """The time taken or the height that is noted from `start` on."""
    after = text[start + 1 : start + 3]
    if ":" in after:
        return _race_time(text, start)
    return _height(text, start) if after[:1] in ("'", "’", "′") else None


def _race_time(text: str, start: int) -> Found | None:
    """A time taken, in seconds."""
    match = _RACE.match(text, start)
    if (
        match is None
        or (match.group(1) is None and "." not in match.group(3))
        or text[start - 1 : start] in ("/", ":")
    ):
        return None
    hours, minutes, seconds = (Decimal(part or 0) for part in match.groups())
    value = hours * 3600 + minutes * 60 + seconds
    span = Span(start, match.end())
    return Found(span, span, Quantity(value, value, value, grain=ONE, kind="duration", unit="seconds"))


def _height(text: str, start: int) -> Found | None:
    """A height in feet and inches, in feet."""
    match = _HEIGHT.match(text, start)
    if match is None or text[start - 1 : start].isalnum():
        return None
    value = EXACT.add(Decimal(match.group(1)), fraction(Decimal(match.group(2)), 12))
    span = Span(start, match.end())
    return Found(span, span, Quantity(value, value, value, grain=Decimal("0.1"), kind="measure", unit="foot"))
