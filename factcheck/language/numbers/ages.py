"""Is a number somebody's age?

"Aged 12", "children under 18", "65 and older", "turned 40", "Smith, 34,", "she will be 34.",
"their average age was 44". The words beside a number say so; by itself a number is a count.

Pure. Callers: kinds, candidates, memory, checkworthy.
"""

from __future__ import annotations

from factcheck.language.lexicon import table, word_list
from factcheck.language.numbers.counted import STOPS, is_plural
from factcheck.language.numbers.hedges import Hedged
from factcheck.language.numbers.numerals import Numeral
from factcheck.language.numbers.vicinity import Words

YEARS_OF_AGE = "years of age"
_AGED = frozenset(("aged", "age", "ages", "agewise"))
_TURNED = frozenset(("turned", "turns", "turning"))
_PRONOUNS = frozenset(("he", "she", "i", "who"))
_CONTRACTED = frozenset(("he's", "she's", "i'm", "you're", "they're"))


def is_aged(before: Words, hedged: Hedged | None, after: Words) -> bool:
    """Whether years are years of age: aged 8-10 years, 18 years or older, a median age of 7 years."""
    skip = _words_of_hedge(before, hedged)
    return before[skip].lower == "aged" or _is_older(hedged, after) or _is_average(before, skip)


def is_age(text: str, numeral: Numeral, hedged: Hedged | None, before: Words, after: Words) -> bool:
    """Whether the number is somebody's age: aged 12, age 40 and over, children under 18, "Smith, 34,"."""
    if numeral.scale != 1 or not 0 < numeral.value <= 125:
        return False
    skip = _words_of_hedge(before, hedged)
    if _is_named(before, skip) or _is_told(text, numeral, before, skip, after):
        return True
    nearest, following = before[skip].lower, after[0].lower
    turned = numeral.bare and nearest in _TURNED
    if turned or _is_older(hedged, after) or _is_average(before, skip):
        return not is_plural(following)
    persons = word_list("persons")
    if nearest == "between":
        return before[skip + 1].lower in persons and not following[0].isalpha()
    if hedged and hedged.phrase in ("over", "under", "above", "below"):
        return nearest in persons and numeral.value >= 5 and not is_plural(following)
    return hedged is None and _is_apposition(text, numeral, before, after)


def _words_of_hedge(before: Words, hedged: Hedged | None) -> int:
    """How many of the words before the number belong to its hedge."""
    skip = 0
    while hedged is not None and skip < 9 and before[skip].end > hedged.edge:
        skip += 1
    return skip


def _is_older(hedged: Hedged | None, after: Words) -> bool:
    """Whether a number is compared by age: older than 64, over the age of 64, 65 and older."""
    phrase = hedged.phrase if hedged else ""
    if phrase in ("older than", "younger than") or phrase.endswith((" age", " age of")):
        return True
    return after[0].lower in ("and", "or") and after[1].lower in ("older", "younger")


def _is_named(before: Words, skip: int) -> bool:
    """Whether "age" stands right before: aged 12, ages of 15 and 44."""
    nearest = before[skip].lower
    return nearest in _AGED or (nearest in ("of", "between") and before[skip + 1].lower in _AGED)


def _is_average(before: Words, skip: int) -> bool:
    """Whether the age of several is told: their average age was 44, the median age at death is 7 years."""
    if before[skip].lower not in ("is", "was"):
        return False
    for at in range(skip + 1, skip + 8):
        word = before[at].lower
        if word == "age":
            return before[at + 1].lower in ("average", "median", "mean", "typical")
        if not word[0].isalpha():
            return False
    return False


def _is_told(text: str, numeral: Numeral, before: Words, skip: int, after: Words) -> bool:
    """Whether somebody is said to be that old: "she is 34.", "Ruiz was 62 when", "he died at 84."."""
    nearest, grown = before[skip].lower, numeral.bare and numeral.value >= 10
    if nearest == "at":
        told = after[0].lower == "," and after[1].lower in ("he", "she", "his", "her")
        died = before[skip + 1].lower in ("died", "dies") and not after[0].lower[0].isalpha()
        return grown and (told or died)
    if not _closes_clause(after):
        return False
    if nearest in _CONTRACTED:
        return grown
    subject = skip + 1
    if nearest == "be" and before[subject].lower in ("will", "would"):
        subject += 1
    elif nearest not in ("is", "was"):
        return False
    return before[subject].lower in _PRONOUNS or (grown and _is_person(text, before, subject))


def _closes_clause(after: Words) -> bool:
    """Whether a number ends what is said of somebody: "she is 34.", "he was 34 when" - not "34 points up"."""
    following = after[0].lower
    if following == "and":
        return not after[1].lower[0].isdigit()
    return following in (".", ",", ";", ")", "¶", "when", "at", "but", "as")


_NAMES = frozenset(row["name"].lower() for row in table("given_names")) | frozenset(
    row["title"] for row in table("titles")
)
_ABSTRACT = tuple(sorted(word_list("endings of no surname")))  # "-tion" of Inflation, "-age" of Average


def _is_person(text: str, before: Words, at: int) -> bool:
    """Whether a name that may be 34 years old stands at a place before: "Ruiz is", "Mr. Bell was"."""
    name = before[at]
    if not text[name.start : name.end].istitle():
        return False
    titled = before[at + 1].lower if before[at + 1].lower != "." else before[at + 2].lower
    if name.lower in _NAMES or titled in _NAMES:
        return True
    alone = not titled[0].isalpha() or titled in STOPS or not text[before[at + 1].start].isupper()
    plain = name.lower in word_list("no surnames") or name.lower.endswith(_ABSTRACT)
    return alone and not plain and not is_plural(name.lower) and name.lower not in STOPS


def _is_apposition(text: str, numeral: Numeral, before: Words, after: Words) -> bool:
    """ "Smith, 34,", "Smith (34)", "his daughter, 34,", "Ann and Bo Hill, 34 and 31,": behind a name."""
    if not numeral.bare or numeral.value < 10:
        return False
    whose, mark = before[1], before[0].lower
    of_two = after[0].lower == "and" and after[1].lower.isdigit() and after[2].lower == ","
    if after[0].lower not in {",": ",.", "(": ")"}.get(mark, "") and not (mark == "," and of_two):
        return False
    if whose.lower in word_list("kin") or (of_two and whose.lower in word_list("persons")):
        return True
    return whose.lower[0].isalpha() and text[whose.start].isupper()
