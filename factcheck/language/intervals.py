"""Does a second number belong to the first: a range, a share, a rate, a margin of error?

"30 to 40", "between $1.5 million and $2 million", "two or three hundred", "one in five",
"seven per 100,000", "40 ± 5", "2,975 (95% CI 2,658-3,290)", "won 3-1". A number that
rises "from 14 to 31" is two numbers, and so is "5% to 120".

Pure. Caller: quantities.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from factcheck.language.number_words import EXACT, SHORT, VALUES
from factcheck.language.numerals import TRIGGER, Numeral, numeral_from_digits, numeral_from_word
from factcheck.language.units import Unit, unit_after, unit_before
from factcheck.language.vicinity import Word, words_after

Form = Literal["range", "share", "rate", "estimate", "score"]


@dataclass(frozen=True, slots=True)
class Interval:
    """What two numbers say together; `start` takes in "between" and "from" for the phrase only."""

    form: Form
    end: int
    low: Decimal | None
    high: Decimal | None
    point: Decimal | None = None
    unit: Unit | None = None
    grain: Decimal | None = None
    unit_name: str | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """One number of a pair, with its currency and its unit."""

    numeral: Numeral
    currency: Unit | None
    unit: Unit | None

    @property
    def end(self) -> int:
        """Where the number with its unit ends."""
        return max(self.numeral.end, self.unit.edge if self.unit else 0)


CONNECT = re.compile(
    r"(?P<dash>[ ]?[-–—−‑][ ]?(?:to[ -]|and[ -])?|-to-)"  # 10-15, 8- to 16-meter, 36- and
    r"|\s+(?P<to>to|through|till)\s+(?:about\s+|around\s+|nearly\s+|as\s+(?:much|many|high)\s+as\s+|over\s+|more\s+than\s+|up\s+to\s+)?"
    r"|\s+(?P<and>and)\s+(?:about\s+|around\s+|up\s+to\s+)?"
    r"|\s+(?P<or>or)\s+",
    re.IGNORECASE,
)
CURRENCY_HERE = re.compile(r"(?:[A-Z]{1,3})?[$£€¥₹₩₦₱₴₫₽₺₪][ ]?|(?:Rs\.?|USD|EUR|GBP|RM|INR)[ ]?")
SHARE = re.compile(r"\s+(?P<by>in|out\s+of)\s+(?:every\s+|each\s+)?|-(?P<hyphen>in)-", re.IGNORECASE)
RATE = re.compile(
    r"(?P<what>(?:\s+[^\W\d_]+){0,3}?)\s+(?:per|for\s+every|in\s+every|out\s+of\s+every)\s+"
    r"(?P<base>\d{1,3}(?:,\d{3})+|10+|(?:(?:a|one)\s+)?(?:hundred|thousand|million|billion)(?:\s+thousand)?)(?![^\W_]|,\d)",
    re.IGNORECASE,
)
MARGIN = re.compile(r"\s?(?:±|\+/[-−–]|plus\s+or\s+minus)\s?", re.IGNORECASE)
CONFIDENCE = re.compile(
    r"[^\S\n]*[(\[][^()\[\]\d]{0,24}(?:9\d(?:\.\d)?|50|80)\s?(?:%|percent|per\s+cent)[- ]?"
    r"(?:CI|CrI|UI|(?:confidence|credible|uncertainty)\s+interval)s?(?:\s+of)?[\s:,=]*[(\[]?",
    re.IGNORECASE,
)
CLOSE = re.compile(r"\s?%?[)\]]+")
SCORE_BEFORE = frozenset(
    ["won", "win", "wins", "winning", "beat", "beats", "beating", "lost", "lose", "loses", "losing", "lead", "leads", "led", "leading", "loss", "victory", "defeat", "defeated", "draw", "drew", "drawn", "vote", "voted", "votes", "ruled", "ruling", "score", "scored", "scoring", "set", "sets", "final", "tied", "trailed", "edged", "by", "downed", "topped", "crushed", "rout", "routed", "thrashed", "upset", "decision", "margin", "tie", "at"]
)
SCORE_AFTER = re.compile(
    r"\s+(?:win|wins|victory|loss|defeat|lead|draw|decision|vote|margin|record|run|away|home|aggregate|final|tie|rout|triumph|"
    r"score|scoreline|split|majority|ruling|start|series)\b|\s*,\s*\d{1,2}[-–]\d",
    re.IGNORECASE,
)
CHANGE = frozenset(
    ["rose", "rise", "rises", "risen", "rising", "fell", "fall", "falls", "fallen", "falling", "increase", "increases", "increased", "increasing", "decrease", "decreased", "decreasing", "decline", "declined", "declining", "declines", "raise", "raises", "raised", "raising", "lower", "lowers", "lowered", "lowering", "grew", "grow", "grows", "grown", "growing", "up", "down", "cut", "cuts", "cutting", "dropped", "drop", "drops", "dropping", "climbed", "climb", "climbing", "jumped", "jump", "jumping", "improved", "improve", "reduce", "reduced", "reducing", "reduces", "moved", "revised", "changed", "went", "gone", "going", "shrank", "shrunk", "slipped", "slid", "surged", "soared", "plunged", "tumbled", "halved", "doubled", "expanded", "swelled", "dipped", "edged", "upgraded", "downgraded", "slashed", "boosted", "lifted", "brings", "bringing", "brought", "narrowed", "widened", "trimmed", "switched", "transition", "transitioned", "shift", "shifted", "extended", "expand", "expanding", "lift"]
)


def side(text: str, numeral: Numeral, currency: Unit | None) -> tuple[Side, list[Word]]:
    """The number with its unit, and the words that follow the numeral."""
    after = words_after(text, numeral.end)
    unit = None if currency else unit_after(text, numeral.end, after, numeral.scale >= 10**6)
    return Side(numeral, currency, unit), after


def side_at(text: str, place: int) -> Side | None:
    """The number that begins exactly at `place`, currency first."""
    symbol = CURRENCY_HERE.match(text, place)
    start = symbol.end() if symbol else place
    match = TRIGGER.match(text, start)
    if match is None:
        return None
    if match.group()[0].isalpha():
        numeral = numeral_from_word(text, start, match.end(), [])
    else:
        numeral = numeral_from_digits(text, start, symbol is not None)
    if numeral is None or numeral.problem or numeral.form not in ("digits", "words", "fraction"):
        return None
    currency = unit_before(text, start) if symbol else None
    return side(text, numeral, currency)[0]


def interval(text: str, first: Side, before: list[Word]) -> Interval | None:
    """What the first number and the one behind it say together, if they belong together."""
    end = first.end
    following = text[end : end + 1]
    if not following or following.isalnum():
        return None
    if following in "±+ " and (margin := _margin(text, first)):
        return margin
    if following in " ([" and (confidence := _confidence(text, first)):
        return confidence
    if first.unit is None and first.currency is None and (pair := _share(text, first)):
        return pair
    return _range(text, first, before)


def _margin(text: str, first: Side) -> Interval | None:
    match = MARGIN.match(text, first.end)
    second = side_at(text, match.end()) if match else None
    if second is None:
        return None
    return _around(first, second.numeral.value, second)


def _around(first: Side, by: Decimal, second: Side) -> Interval:
    point = first.numeral.value
    low, high = EXACT.subtract(point, by), EXACT.add(point, by)
    return Interval("estimate", second.end, low, high, point, first.unit or second.unit, first.numeral.grain)


def _confidence(text: str, first: Side) -> Interval | None:
    match = CONFIDENCE.match(text, first.end)
    low = side_at(text, match.end()) if match else None
    link = re.compile(r"\s?(?:[-–—−]|to|,|;)\s?").match(text, low.end) if low else None
    high = side_at(text, link.end()) if link else None
    if low is None or high is None or low.numeral.value > high.numeral.value:
        return None
    close = CLOSE.match(text, high.end)
    end = close.end() if close else high.end
    return Interval(
        "estimate",
        end,
        low.numeral.value,
        high.numeral.value,
        first.numeral.value,
        first.unit,
        first.numeral.grain,
    )


def _share(text: str, first: Side) -> Interval | None:
    if first.numeral.scale != 1:
        return None
    if rate := _rate(text, first):
        return rate
    match = SHARE.match(text, first.numeral.end)
    second = side_at(text, match.end()) if match else None
    if match is None or second is None or second.currency or second.unit:
        return None
    top, whole = first.numeral.value, second.numeral.value
    if not 0 < top < whole or not _is_share(top, second.numeral, match.group("by")):
        return None
    value = SHORT.divide(top, whole)
    return Interval("share", second.numeral.end, value, value, value)


def _is_share(top: Decimal, whole: Numeral, by: str | None) -> bool:
    """ "One in five", "three out of four": both small. "17 out of 23 patients" is two counts."""
    value = whole.value
    if whole.bare and 1500 <= value <= 2100:
        return False
    if by and by.lower() != "in":
        return value <= 10 or (top == 1 and value % 10 == 0)
    return top == 1 or value in (2, 3, 4, 5, 6, 7, 8, 9, 10, 100, 1000)


def _rate(text: str, first: Side) -> Interval | None:
    match = RATE.match(text, first.numeral.end)
    if match is None:
        return None
    base = match.group("base").lower()
    if base[0].isalpha():
        words = [word for word in base.split() if word not in ("a", "one")]
        number = Decimal(1)
        for word in words:
            number *= VALUES[word]
        base = f"{int(number):,}"
    value = first.numeral.value
    return Interval("rate", match.end(), value, value, value, None, first.numeral.place, f"per {base}")


def _range(text: str, first: Side, before: list[Word]) -> Interval | None:
    match = CONNECT.match(text, first.end)
    if match is None:
        return None
    link = match.lastgroup or "dash"
    if link == "and" and not _between(before):
        return None
    second = side_at(text, match.end())
    if second is None or not _same_unit(first, second, link):
        return None
    if link == "to" and _is_change(first, before):
        return None
    low, high = _shared_scale(first.numeral, second.numeral), second.numeral.value
    if link == "dash" and _is_score(text, first, second, before):
        return Interval("score", second.end, None, None)
    if low >= high or (link == "or" and not _or_range(first, low, high)):
        return None
    return Interval(
        "range",
        second.end,
        low,
        high,
        None,
        first.currency or second.unit or first.unit,
        second.numeral.grain,
    )


def _between(before: list[Word]) -> bool:
    return any(word.lower == "between" for word in before[:3])


def _or_range(first: Side, low: Decimal, high: Decimal) -> bool:
    """ "Two or three hundred", "20 or 30": neighbours, and no unit between."""
    return first.unit is None and high <= low * 2 + 1


def _shared_scale(first: Numeral, second: Numeral) -> Decimal:
    """The first value, given the second's scale where it has none: 3-4m, two or three hundred."""
    if first.scale == 1 and second.scale != 1 and first.value < second.mantissa:
        return EXACT.multiply(first.value, second.scale)
    return first.value


def _same_unit(first: Side, second: Side, link: str) -> bool:
    if first.currency:
        return second.unit is None and (
            second.currency is None or second.currency.name == first.currency.name
        )
    if second.currency:
        return False
    if first.unit is None:
        return not (second.numeral.form == "fraction") or first.numeral.form == "fraction"
    return (
        (second.unit is not None
        and second.unit.name == first.unit.name)
        or (link == "dash" and second.unit is None and False)
    )


def _is_change(first: Side, before: list[Word]) -> bool:
    """ "Rose from 14 to 31", "up 3 to 45": two numbers, not a range."""
    if not before:
        return False
    if before[0].lower == "from":
        for word in before[1:10]:
            if word.lower in ".;:":
                return False
            if word.lower in CHANGE:
                return True
        return False
    del first
    return any(word.lower in CHANGE for word in before[:2])


def _is_score(text: str, first: Side, second: Side, before: list[Word]) -> bool:
    """Whether two numbers with a dash are a result: "3-6, 7-5", "won 2-1", "a 5-4 ruling"."""
    one, two = first.numeral, second.numeral
    if not (one.bare and two.bare) or first.unit or second.unit or first.currency or second.currency:
        return False
    if one.value > two.value or SCORE_AFTER.match(text, two.end):
        return max(one.value, two.value) < 300
    previous = before[0].lower if before else ""
    return (
        previous in SCORE_BEFORE
        and not words_after(text, two.end)[:1] == []
        and max(one.value, two.value) < 300
        and one.value <= 30
    )
