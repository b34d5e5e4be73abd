"""Is a number part of another: one in five, three out of four, seven per 100,000?

Shares of small numbers are one ratio; "17 out of 23 patients" is two counts. A rate keeps
its figure and names its base as the unit.

Pure. Caller: intervals.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from factcheck.language.numbers.number_words import SHORT, VALUES
from factcheck.language.numbers.numerals import Numeral
from factcheck.language.numbers.sides import Side, side_at


class Share(NamedTuple):
    """A ratio of two numbers, or a rate with its base as the unit."""

    end: int
    value: Decimal
    place: Decimal | None = None
    base: str | None = None


_GAP = r"\s{1,40}"
# " in " of one in five, " out of every ", "-in-"
SHARE = re.compile(rf"{_GAP}(?P<by>in|out{_GAP}of){_GAP}(?:(?:every|each){_GAP})?|-in-", re.IGNORECASE)
OVER = re.compile(rf"{_GAP}over{_GAP}")
_ENDS = re.compile(r"\s*(?:[.;!?)]?\s*$|[;!?)]|\.\s)")
# " births per 1,000" of 6.5 births per 1,000; not "5 per cent", "5 per day"
RATE = re.compile(
    rf"(?:{_GAP}[^\W\d_]+){{0,4}}?{_GAP}(?:per|for{_GAP}every|in{_GAP}every|out{_GAP}of{_GAP}every){_GAP}"
    r"(?P<base>\d{1,3}(?:,\d{3})+|10+|\d+[ ](?:hundred|thousand|million)"
    rf"|(?:(?:a|one){_GAP})?(?:hundred|thousand|million|billion)(?:{_GAP}thousand)?)(?![^\W_]|,\d)",
    re.IGNORECASE,
)


def share(text: str, first: Numeral) -> Share | None:
    """The share or the rate that a numeral begins, if it begins one."""
    ahead = text[first.end : first.end + 60]
    if ("per" in ahead or "every" in ahead) and (rate := RATE.match(text, first.end)):
        return Share(rate.end(), first.value, first.place, f"per {_base(rate.group('base'))}")
    if (match := OVER.match(text, first.end)) and (second := side_at(text, match.end())):
        return _quotient(text, first, second)
    match = SHARE.match(text, first.end) if first.scale == 1 and not _ends_name(text, first.start) else None
    second = side_at(text, match.end()) if match else None
    if match is None or second is None or second.end != second.numeral.end:
        return None
    top, whole = first.value, second.numeral.value
    if not 0 < top < whole or not _is_small(top, second.numeral, match.group("by") or "in"):
        return None
    return Share(second.end, SHORT.divide(top, whole))


_NAMED = re.compile(r"(?<![.!?] )\b[A-Z][\w'’-]*[ ]$")


def _ends_name(text: str, start: int) -> bool:
    """Whether a numeral is the last word of a name: "Formula **One** in three races"."""
    return text[start].isupper() and _NAMED.search(text[max(0, start - 40) : start]) is not None


def _quotient(text: str, top: Numeral, second: Side) -> Share | None:
    """ "One over twenty-one", said of nothing else; not "the 12 over 60", "20 over 3 years"."""
    whole = second.numeral
    if second.end != whole.end or not whole.value or not _ENDS.match(text, whole.end):
        return None
    return Share(second.end, SHORT.divide(top.value, whole.value))


def _base(printed: str) -> str:
    """The base of a rate in digits: "a hundred thousand" is 100,000."""
    words = printed.lower().split()
    if len(words) == 1 and words[0] not in VALUES:
        return printed
    product = Decimal(1)
    for word in words:
        product *= Decimal(word) if word.isdigit() else VALUES.get(word, Decimal(1))
    return f"{int(product):,}"


def _is_small(top: Decimal, whole: Numeral, by: str) -> bool:
    """ "One in five", "three out of four": both small. "17 out of 23 patients" is two counts."""
    value = whole.value
    if whole.bare and 1500 <= value <= 2100:
        return False
    round_or_small = value <= 10 or value in (100, 1000)
    if by.lower() == "in" or by == "-in-":
        return top == 1 or round_or_small
    return value <= 10 or (top == 1 and value % 10 == 0)
