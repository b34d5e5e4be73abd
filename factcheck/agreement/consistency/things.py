"""What do two wordings count: the same thing, a more general one, another one?

"Cities" and "localities" are kin, "people" is general, "savers" and "pensioners" differ.
Words are cut to a stem so that "cheated" meets "cheating"; a table says which nouns are
kin and which are so general that they assert nothing more.

Pure. Callers: mentions, appearances, drift, comparisons.
"""

from __future__ import annotations

import re
from functools import lru_cache

from factcheck.agreement.wordlists import rows
from factcheck.language.numbers.counted import PREDICATES, STOPS

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_KIN = {row["word"]: row["kin"] for row in rows("things")}
_SORT = {row["word"]: row["sort"] for row in rows("things") if row["sort"]}
_GENERAL = frozenset(row["word"] for row in rows("things") if row["general"] == "yes")
PERSONS = frozenset({"people", "person", "individual"})
_ENDINGS = ("ings", "ing", "ied", "ed", "es", "s", "e")
_LEAST_STEM = 3


@lru_cache(maxsize=8192)
def singular(word: str) -> str:
    """The noun in the singular, in lower case: "cities" -> "city", "ewes" -> "ewe"."""
    word = word.casefold().replace("’", "'").removesuffix("'s").rstrip("'")
    if word in _KIN or len(word) < 4 or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    return word.removesuffix("s")


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """What the forms of one word share: "cheated", "cheating", "cheats" -> "cheat"."""
    word = word.casefold().replace("’", "'").removesuffix("'s").rstrip("'")
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST_STEM:
            return word[: -len(ending)]
    return word


def kin(noun: str) -> str:
    """The name that a noun shares with its kin; its own where it has none."""
    return _KIN.get(noun, noun)


def is_known(noun: str) -> bool:
    """Whether the table has the noun, be it a plural or a collective: staff, crew."""
    return noun in _KIN


def is_general(noun: str | None) -> bool:
    """Whether a noun adds nothing to a number: people, victims, places; or there is none."""
    return noun is None or noun in _GENERAL


def may_be_the_same(noun: str, other: str) -> bool:
    """Whether two nouns are kin, or one is the general word for the other: localities, cities."""
    if kin(noun) == kin(other):
        return True
    shared = _SORT.get(noun) == _SORT.get(other) is not None
    return shared and (noun in _GENERAL or other in _GENERAL)


def head_noun(counted: str | None) -> str | None:
    """The singular head of what is counted: "peaceful protesters" -> "protester".

    A noun that tells what happened ("12 deaths") says that, and names no thing.
    """
    words = [word for word in WORD.findall(counted or "") if word.casefold() not in STOPS]
    if not words or words[-1].casefold() in PREDICATES:
        return None
    noun = singular(words[-1])
    return noun if noun not in ("more", "less", "fewer", "additional", "further") else None


def happenings(words: list[str]) -> frozenset[str]:
    """What happened, by the names of the table of predicates: killed, arrested, lost."""
    return frozenset(PREDICATES[word] for word in map(str.casefold, words) if word in PREDICATES)
