"""Does a second number belong to the first: a range, a result, a margin of error?

"30 to 40", "between $1.5 million and $2 million", "two or three hundred", "40 ± 5",
"2,975 (95% CI 2,658-3,290)", "won 3-1". A number that rises "from 14 to 31" is two
numbers, and so is "5% to 120". Shares and rates are read in `shares`.

Pure. Caller: quantities.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Literal, NamedTuple

from factcheck.language.lexicon import word_list
from factcheck.language.numbers.counted import is_plural
from factcheck.language.numbers.number_words import EXACT, SHORT
from factcheck.language.numbers.numerals import Numeral, times
from factcheck.language.numbers.shares import Share, share
from factcheck.language.numbers.sides import Side, side_at
from factcheck.language.numbers.units import Unit
from factcheck.language.numbers.vicinity import Words, words_after

Form = Literal["range", "estimate", "score"]


class Interval(NamedTuple):
    """What two numbers say together: a range, an estimate with its interval, or a result."""

    form: Form
    end: int
    low: Decimal | None = None
    high: Decimal | None = None
    point: Decimal | None = None
    unit: Unit | None = None
    grain: Decimal | None = None
    place: Decimal | None = None


CONNECT = re.compile(
    r"(?P<dash>[ ]?(?:to)?[-–—−‑][ ]?(?:(?:to|or)[ -])?)"  # 10-15, 8- to 16-meter, 30-to-40, 20 to-30
    r"|\s{1,40}(?P<to>(?:up\s{1,40})?to|through|till)\s{1,40}"
    r"(?:(?:about|around|nearly|as\s{1,40}(?:much|many|high)\s{1,40}as|over|more\s{1,40}than|up\s{1,40}to)"
    r"\s{1,40})?"
    r"|\s{1,40}(?P<and>and)\s{1,40}(?:(?:about|around|up\s{1,40}to)\s{1,40})?"
    r"|\s{1,40}(?P<or>or)\s{1,40}",
    re.IGNORECASE,
)
# how whatever follows a first number begins; only a rate and an estimate begin further off
GOES_ON = re.compile(
    r"\s{0,40}(?:[-–—−‑±+(\[]|(?:up|to|through|till|and|or|in|out|over|per|for|plus)(?!\w))", re.IGNORECASE
)
_FAR_SIGNS = ("(", "[", "per", "every")
MARGIN = re.compile(r"\s?(?:±|\+/[-−–]|plus\s{1,40}or\s{1,40}minus)\s?", re.IGNORECASE)
CONFIDENCE = re.compile(
    r"(?:[ ][^\W\d_]{1,30}){0,4}?[ \t]{0,4}[(\[][^()\[\]\d]{0,24}"
    r"(?:9\d(?:\.\d)?|50|80)\s?(?:%|percent|per\s{1,40}cent)[- ]?"
    r"(?:CI|CrI|UI|(?:confidence|credible|uncertainty)\s{1,40}interval)s?(?:\s{1,40}of)?[\s:,=]*[(\[]?",
    re.IGNORECASE,
)
LINK = re.compile(r"\s?(?:[-–—−]|to|,|;)\s?")
CLOSE = re.compile(r"\s?%?[)\]]+")
RESULT = re.compile(
    r"\s{1,40}(?:win|wins|victory|loss|defeat|lead|draw|decision|vote|margin|record|run|away|home|aggregate"
    r"|final|tie|rout|triumph|score|scoreline|split|majority|ruling|start|series)\b|\s*,?\s*\d{1,2}[-–]\d{1,2}(?!\d)",
    re.IGNORECASE,
)


TALLY = re.compile(r"[ ](?:win|victory|loss|defeat|decision|vote|margin|majority|ruling)\b", re.IGNORECASE)
_RATIOS = frozenset(("ratio", "ratios", "odds", "outnumber", "outnumbers", "outnumbered"))
RATIO = re.compile(r"[ -]ratio\b", re.IGNORECASE)


def interval(text: str, first: Side, before: Words) -> Interval | Share | None:
    """What the first number and the one behind it say together, if they belong together."""
    following = text[first.end : first.end + 1]
    if not following or following.isalnum() or following in ".,;:?!\"'”’":
        return None
    if following in " ±+" and (margin := _margin(text, first)):
        return margin
    ahead = text[first.end : first.end + 90]
    if not GOES_ON.match(text, first.end) and not any(sign in ahead for sign in _FAR_SIGNS):
        return None
    if ("(" in ahead or "[" in ahead) and following in " ([" and (estimate := _estimate(text, first)):
        return estimate
    if first.unit is None and first.currency is None and following in " -\n":
        second = share(text, first.numeral)
        if second:
            return second
    return _range(text, first, before)


def _margin(text: str, first: Side) -> Interval | None:
    """ "40 ± 5": the point, and the interval around it."""
    match = MARGIN.match(text, first.end)
    second = side_at(text, match.end()) if match else None
    if second is None:
        return None
    point, by = first.numeral.value, second.numeral.value
    low, high = EXACT.subtract(point, by), EXACT.add(point, by)
    unit = first.unit or second.unit
    return Interval("estimate", second.end, low, high, point, unit, first.numeral.grain, first.numeral.place)


def _estimate(text: str, first: Side) -> Interval | None:
    """ "2,975 (95% CI 2,658-3,290)": the point, and the interval that is printed with it."""
    match = CONFIDENCE.match(text, first.end)
    low = side_at(text, match.end()) if match else None
    link = LINK.match(text, low.end) if low else None
    high = side_at(text, link.end()) if link else None
    if low is None or high is None or low.numeral.value > high.numeral.value:
        return None
    close = CLOSE.match(text, high.end)
    end = close.end() if close else high.end
    numeral = first.numeral
    bounds = low.numeral.value, high.numeral.value
    return Interval("estimate", end, *bounds, numeral.value, first.unit, numeral.grain, numeral.place)


def _range(text: str, first: Side, before: Words) -> Interval | Share | None:
    match = CONNECT.match(text, first.end)
    if match is None or (match.lastgroup == "and" and not _between(before)):
        return None
    second = side_at(text, match.end(), first.currency is not None)
    if second is None or not _same_unit(first, second) or text[second.end : second.end + 1].isalpha():
        return None
    link = match.lastgroup
    if link == "to" and (ratio := _ratio(text, first, second, before)):
        return ratio
    is_score = {"dash": _is_result, "to": _is_tally}.get(link or "")
    if is_score and is_score(text, first, second, before):
        return Interval("score", second.end)
    low, high = _with_scale_of(first.numeral, second.numeral), second.numeral.value
    if (
        low > high
        and before[0].lower == "from"
        and before[1].lower in ("ranged", "ranging", "ranges", "range")
    ):
        low, high = high, low
    steep = before[0].lower == "by" and high > 3 * low  # rose by $4 billion to $40 billion
    apart = link == "or" and not _are_neighbours(first, low, high)
    apart = apart or (link == "to" and _is_change(before) and not _is_rise(first, second, before))
    if low >= high or steep or apart or _are_years(text, first, second):
        return None
    unit = first.currency or second.unit or first.unit
    return Interval("range", second.end, low, high, None, unit, second.numeral.grain, second.numeral.place)


# "12 to 15,000", "between 12 and 15,000" but not "12 to 15,500" or "$12 to $15,000"
_IN_THOUSANDS = re.compile(
    r"(?:\s{1,4}(?:to|and|or)\s{1,4}|[ ]?[-–—][ ]?)\d{1,3},000(?![,.]?\d)", re.IGNORECASE
)


def low_in_thousands(text: str, first: Numeral, pair: Interval) -> Decimal | None:
    """The lower end of "12 to 15,000", if it may leave out the thousands that only the upper end names."""
    if pair.form != "range" or pair.high is None or not first.bare or first.value <= 1:
        return None
    low = EXACT.multiply(first.value, Decimal(1000))
    return low if low < pair.high and _IN_THOUSANDS.match(text, first.end) else None


_SHARED = re.compile(r"\s{1,4}(?P<by>to|and|or|by|x)\s{1,4}|-(?P<size>by)-", re.IGNORECASE)


def shared_with_next(text: str, first: Side, before: Words) -> Side:
    """The number with the scale and unit that only the one behind it names: fell from 4.8 to 4.7 percent."""
    if first.unit or first.currency or first.numeral.form != "digits" or first.numeral.scale != 1:
        return first
    match = _SHARED.match(text, first.end)
    second = side_at(text, match.end()) if match else None
    if match is None or second is None or second.currency or second.numeral.form != "digits":
        return first
    by, unit = (match.group("by") or match.group("size")).lower(), second.unit
    kind = unit.kind if unit else None
    shared = kind == "measure" if by in ("by", "x") else kind == "percent"  # 12 by 14 feet, 45 and 40 percent
    if not (shared or (by == "to" and _is_change(before))):
        return first
    numeral, scale = first.numeral, second.numeral.scale
    if scale > 1 and numeral.value < 1000 and numeral.value * scale < 10 * second.numeral.value:
        numeral = times(numeral, scale, numeral.end)
    return Side(numeral, None, Unit(unit.name, unit.kind, first.end) if unit else None, first.end)


def _between(before: Words) -> bool:
    return any(word.lower == "between" for word in before.first(5))


def _are_neighbours(first: Side, low: Decimal, high: Decimal) -> bool:
    """ "Two or three hundred", "20 or 30": neighbours, and no unit between."""
    return first.unit is None and high <= low * 2 + 1


def _are_years(text: str, first: Side, second: Side) -> bool:
    one, two = first.numeral, second.numeral
    if not (one.bare and two.bare) or second.unit or first.currency:
        return False
    noun = words_after(text, two.end)[0].lower
    return 1500 <= one.value <= 2100 and two.value <= 2100 and not is_plural(noun)


def _with_scale_of(first: Numeral, second: Numeral) -> Decimal:
    """The first value, with the second's scale where it has none: 3-4m, two or three hundred."""
    if first.scale == 1 and second.scale != 1 and first.value * second.scale < second.value:
        return EXACT.multiply(first.value, second.scale)
    return first.value


def _same_unit(first: Side, second: Side) -> bool:
    if first.currency:
        return second.currency is None or second.currency.name == first.currency.name
    if second.currency:
        return False
    if first.unit is None:
        return first.numeral.form == "fraction" or second.numeral.form != "fraction"
    return second.unit is not None and second.unit.name == first.unit.name


def _is_change(before: Words) -> bool:
    """ "Rose from 14 to 31", "up 3 to 45": two numbers, not a range."""
    changes = word_list("changes")
    if before[0].lower == "by":
        return False
    if before[0].lower != "from":
        return before[0].lower in changes or before[1].lower in changes
    for word in before.first(9, 1):
        if word.lower in ".;:":
            return False
        if word.lower in changes:
            return True
    return False


def _is_rise(first: Side, second: Side, before: Words) -> bool:
    """Whether two numbers say by how much it changes: "grows 3 to 4 percent" - not "from 3 to 4 percent"."""
    shared = first.unit is None and first.currency is None and second.unit is not None
    return shared and before[0].lower != "from" and second.numeral.value <= 3 * first.numeral.value


def _ratio(text: str, first: Side, second: Side, before: Words) -> Share | None:
    """ "A ratio of 4 to 7", "a 3 to 1 ratio", "outnumbered 10 to 1": one number."""
    if first.unit or second.unit or first.currency or second.currency or not second.numeral.value:
        return None
    if not (any(word.lower in _RATIOS for word in before.first(4)) or RATIO.match(text, second.end)):
        return None
    return Share(second.end, SHORT.divide(first.numeral.value, second.numeral.value))


def _is_tally(text: str, first: Side, second: Side, before: Words) -> bool:
    """Whether two numbers with "to" are a result: "voted 312 to 308" - not "won 10 to 12 seats"."""
    one, two = first.numeral, second.numeral
    if not (one.bare and two.bare) or first.unit or second.unit:
        return False
    told = before[1].lower if before[0].lower in ("of", "was") else before[0].lower
    if told not in word_list("results"):
        return TALLY.match(text, second.end) is not None
    return one.value >= two.value or not words_after(text, two.end)[0].lower[0].isalpha()


def _is_result(text: str, first: Side, second: Side, before: Words) -> bool:
    """Whether two numbers with a dash are a result: "3-6, 7-5", "won 2-1", "a 5-4 ruling"."""
    one, two = first.numeral, second.numeral
    if not (one.bare and two.bare) or second.unit or second.currency or max(one.value, two.value) >= 300:
        return False
    if one.value >= two.value or RESULT.match(text, two.end):
        return True
    return before[0].lower in word_list("results") and one.value <= 30
