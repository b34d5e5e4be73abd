"""Of what kind is a number that has no unit: a count, an age, a multiple, a rank?

"Three times faster", "a passing percentage of 47", "magnitude 6.3", "the top five". A
unit, a share or a fraction settles the kind before anyone asks here.

Pure. Callers: candidates, refusals.
"""

from __future__ import annotations

from typing import NamedTuple

from factcheck.language.lexicon import word_list
from factcheck.language.numbers.ages import YEARS_OF_AGE, is_age
from factcheck.language.numbers.counted import STOPS
from factcheck.language.numbers.hedges import Hedged
from factcheck.language.numbers.number_words import ROLES
from factcheck.language.numbers.numerals import Numeral
from factcheck.language.numbers.vicinity import Words
from factcheck.model import Kind


class Sort(NamedTuple):
    """The kind of a number, the name of its unit, and where the words that show it end (0: no words)."""

    kind: Kind
    unit: str | None = None
    edge: int = 0


_QUAKES = frozenset(("quake", "earthquake", "aftershock", "foreshock", "tremor", "temblor"))
_STORMS = frozenset(("hurricane", "storm", "cyclone", "typhoon", "tornado", "hurricanes", "storms"))


def sort_of(text: str, numeral: Numeral, hedged: Hedged | None, before: Words, after: Words) -> Sort:
    """The kind of a number without a unit."""
    if numeral.form == "fraction":
        return Sort("ratio")
    if is_age(text, numeral, hedged, before, after):
        return Sort("other", YEARS_OF_AGE)
    if _is_percentage(numeral, before, after):
        return Sort("percent", "percent")
    edge = _edge_of_multiple(numeral, after)
    if edge:
        return Sort("ratio", None, edge)
    named = before[0].lower
    if named in ("top", "bottom") and numeral.value <= 100:
        return Sort("ordinal")
    if named in ("of", "-"):
        named = before[1].lower
    if after[0].lower in _QUAKES and numeral.place is not None and numeral.place < 1:  # a 6.4 quake
        named = "magnitude"
    return _RANKS.get(named, Sort("count"))


_RANKS = {"magnitude": Sort("measure", "magnitude"), "category": Sort("other", "category")}


def _is_percentage(numeral: Numeral, before: Words, after: Words) -> bool:
    """Whether a number is a figure in percent: a pass percentage of 47 - not "a percentage of 47 pupils"."""
    if before[0].lower != "of" or numeral.value < 1:
        return False
    following = after[0].lower
    if following[0].isalpha() and following not in STOPS:
        return False
    two_words = before[1].lower == "cent" and before[2].lower == "per"
    stated = before[3 if two_words else 2].lower  # 5 percent of 47
    named = two_words or before[1].lower in ("percent", "percentage")
    return named and not stated[0].isdigit() and stated not in ROLES


def _edge_of_multiple(numeral: Numeral, after: Words) -> int:
    """Where the words that make a number a multiple end: "times faster", "-fold", "x"; or 0."""
    first, second = after[0], after[1]
    if first.lower == "times" and second.lower in word_list("comparatives"):
        return first.end
    if first.lower in ("x", "×") and first.start == numeral.end:
        return first.end
    if first.lower == "fold":
        return first.end
    return second.end if first.lower == "-" and second.lower == "fold" else 0


def is_category(before: Words, after: Words) -> bool:
    """Whether the number ranks a storm, which is a measure and no label: a Category 5 hurricane."""
    named = before[0].lower
    if named == "-":
        named = before[1].lower
    return named == "category" and after[0].lower in _STORMS
