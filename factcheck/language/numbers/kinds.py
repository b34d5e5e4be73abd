"""Of what kind is a number that has no unit: a count, an age, a multiple, a rank?

"Aged 12", "children under 18", "three times faster", "magnitude 6.3", "the top five". A
unit, a share or a fraction settles the kind before anyone asks here.

Pure. Caller: quantities.
"""

from __future__ import annotations

from typing import NamedTuple

from factcheck.language.lexicon import table, word_list
from factcheck.language.numbers.counted import STOPS, is_plural
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


YEARS_OF_AGE = "years of age"
_AGED = frozenset(("aged", "age", "ages", "agewise"))
_TURNED = frozenset(("turned", "turns", "turning"))
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
    if before[0].lower in ("top", "bottom") and numeral.value <= 100:
        return Sort("ordinal")
    named = before[1].lower if before[0].lower in ("of", "-") else before[0].lower
    if after[0].lower in _QUAKES and numeral.place is not None and numeral.place < 1:  # a 6.4 quake
        named = "magnitude"
    return _RANKS.get(named, Sort("count"))


_RANKS = {"magnitude": Sort("measure", "magnitude"), "category": Sort("other", "category")}


def _is_percentage(numeral: Numeral, before: Words, after: Words) -> bool:
    """Whether a number is a figure in percent: a pass percentage of 47 - not "a percentage of 47 pupils"."""
    counts = after[0].lower[0].isalpha() and after[0].lower not in STOPS
    if before[0].lower != "of" or numeral.value < 1 or counts:
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
    named = before[1].lower if before[0].lower == "-" else before[0].lower
    return named == "category" and after[0].lower in _STORMS


def is_aged(before: Words, hedged: Hedged | None, after: Words) -> bool:
    """Whether years are years of age: children aged 8-10 years, 18 years or older, younger than 5 years."""
    return before[_words_of_hedge(before, hedged)].lower == "aged" or _is_older(hedged, after)


def _is_older(hedged: Hedged | None, after: Words) -> bool:
    """Whether a number is compared by age: older than 64, 65 and older."""
    if hedged and (
        hedged.phrase in ("older than", "younger than") or hedged.phrase.endswith((" age", " age of"))
    ):
        return True
    return after[0].lower in ("and", "or") and after[1].lower in ("older", "younger")


def _words_of_hedge(before: Words, hedged: Hedged | None) -> int:
    """How many of the words before the number belong to its hedge."""
    skip = 0
    while hedged is not None and skip < 9 and before[skip].end > hedged.edge:
        skip += 1
    return skip


def is_age(text: str, numeral: Numeral, hedged: Hedged | None, before: Words, after: Words) -> bool:
    """Whether the number is somebody's age: aged 12, age 40 and over, children under 18, "Smith, 34,"."""
    if numeral.scale != 1 or not 0 < numeral.value <= 125:
        return False
    skip = _words_of_hedge(before, hedged)
    nearest, following = before[skip].lower, after[0].lower
    of_age = nearest in _AGED or (nearest in ("of", "between") and before[skip + 1].lower in _AGED)
    told = following == "," and after[1].lower in ("he", "she", "his", "her")
    died = before[skip + 1].lower in ("died", "dies") and not following[0].isalpha()
    at_age = nearest == "at" and (told or died) and numeral.bare and numeral.value >= 10
    if of_age or at_age or _is_told(text, numeral, before, skip, after):
        return True
    if _is_older(hedged, after) or (nearest in _TURNED and numeral.bare):
        return not is_plural(following)
    persons = word_list("persons")
    if nearest == "between":
        return before[skip + 1].lower in persons and not following[0].isalpha()
    if hedged and hedged.phrase in ("over", "under", "above", "below"):
        return nearest in persons and numeral.value >= 5 and not is_plural(following)
    return hedged is None and _is_apposition(text, numeral, before, following)


_NAMES = frozenset(row["name"].lower() for row in table("given_names")) | frozenset(
    row["title"] for row in table("titles")
)
_ABSTRACT = tuple(sorted(word_list("endings of no surname")))  # "-tion" of Inflation, "-age" of Average


def _is_person(text: str, numeral: Numeral, before: Words, at: int) -> bool:
    """Whether a name that may be 34 years old stands at a place before: "Ruiz is", "Mr. Bell was"."""
    name = before[at]
    if not numeral.bare or numeral.value < 10 or not text[name.start : name.end].istitle():
        return False
    titled = before[at + 1].lower if before[at + 1].lower != "." else before[at + 2].lower
    if name.lower in _NAMES or titled in _NAMES:
        return True
    alone = not titled[0].isalpha() or not text[before[at + 1].start].isupper()
    plain = name.lower in word_list("no surnames") or name.lower.endswith(_ABSTRACT)
    return alone and not plain and not is_plural(name.lower) and name.lower not in STOPS


def _is_told(text: str, numeral: Numeral, before: Words, skip: int, after: Words) -> bool:
    """Whether somebody is said to be that old: "she is 34.", "Ruiz was 62 when"."""
    if before[skip].lower not in ("is", "was") or not _closes_clause(after):
        return False
    return before[skip + 1].lower in ("he", "she", "i") or _is_person(text, numeral, before, skip + 1)


def _closes_clause(after: Words) -> bool:
    """Whether a number ends what is said of somebody: "she is 34.", "he was 34 when" - not "34 points up"."""
    following = after[0].lower
    if following == "and":
        return not after[1].lower[0].isdigit()
    return following in (".", ",", ";", ")", "¶", "when", "at", "but", "as")


def _is_apposition(text: str, numeral: Numeral, before: Words, following: str) -> bool:
    """ "Smith, 34," or "Smith (34)": bare digits between marks behind a name."""
    closes = {",": ",.", "(": ")"}.get(before[0].lower, "")
    if not numeral.bare or following not in closes or not closes or numeral.value < 10:
        return False
    name = before[1]
    return name.lower[0].isalpha() and text[name.start].isupper()
