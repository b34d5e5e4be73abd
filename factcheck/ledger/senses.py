"""What do the words of a name stand for, whichever language and alphabet spells them?

"Ministère de la Santé" and "Ministry of Health" have the same two senses, "Iran's",
"Iranian" and "Islamic Republic of Iran" the same one, and "Mojahedin" is read like
"Mujahedeen". Words that are in no table stand for themselves. All of it is likeness: two
names with the same senses may still be two bodies, so nothing is ever resolved by it.

Pure. Callers: `likeness`, `spellings`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple
from unicodedata import combining, normalize

from factcheck.language.lexicon import alternation, table
from factcheck.ledger.names import fold, initials

# How much a word tells of who is meant: much if it is rare, little if half of all names have it.
_WEIGHTS = {"form": 0.15, "kind": 0.3, "weak": 0.4, "topic": 0.7, "country": 0.7}
_OWN_WEIGHT = 1.0
_SHORT = 4
_GENITIVE = re.compile(r"(?<=\w)['’]s\b", re.I)


Phrases = Mapping[str, Sequence[tuple[str, ...]]]


class Sense(NamedTuple):
    """What a word, or a country's name of several, stands for; how it is spelled; how much it tells."""

    key: str
    spelled: str
    weight: float


@lru_cache(maxsize=4096)
def senses(name: str) -> tuple[Sense, ...]:
    """The senses of a name in order, without its small words; a name of small words alone keeps them."""
    words = fold(_GENITIVE.sub("", name)).split()
    found = tuple(sense for sense in map(_sense, runs(words, _phrases())) if sense.key)
    kept = tuple(sense for sense in found if sense.weight)
    return kept or tuple(sense._replace(weight=_OWN_WEIGHT) for sense in found)


@lru_cache(maxsize=4096)
def romanised(word: str) -> str:
    """The spelling that a folded word shares with others: "Mujahedeen" is read as "mojaidin" is.

    Short Latin words stay as they are: EIA and AIA have nothing in common.
    """
    if word.isascii() and len(word) <= _SHORT:
        return word
    common, rules = _romanisation()
    plain = "".join(sign for sign in normalize("NFD", word) if not combining(sign))  # accents of Greek
    read = rules.sub(lambda match: common[match[0]], plain)
    return re.sub(r"(.)\1+", r"\1", read)


@lru_cache(maxsize=4096)
def acronyms_of(name: str) -> tuple[str, ...]:
    """The acronyms that a name could have, folded, also without the country at its head (the U.S. EPA)."""
    made = initials(name)
    first, *others = senses(name) or (None,)
    if first is None or not others or not first.key.startswith("@"):
        return made
    rest = fold(_GENITIVE.sub("", name)).split()[len(first.spelled.split()) :]
    return tuple(dict.fromkeys((*made, *initials(" ".join(rest)))))


def country_of(code: str) -> str | None:
    """The key of the country with this three-letter code, in whichever case."""
    return _countries()[1].get(code.casefold())


def by_first(phrases: Iterable[tuple[str, ...]]) -> Phrases:
    """The phrases of several words by the first of them, the longest first, as `runs` needs them."""
    longer: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(phrases, key=lambda phrase: (-len(phrase), phrase)):
        if len(phrase) > 1:
            longer.setdefault(phrase[0], []).append(phrase)
    return longer


def runs(words: Sequence[str], phrases: Phrases) -> Iterator[tuple[str, ...]]:
    """The words one by one, but those that make up a phrase together, the longest that fits."""
    start = 0
    while start < len(words):
        fitting = (
            found
            for found in phrases.get(words[start], ())
            if found == tuple(words[start : start + len(found)])
        )
        run = next(fitting, (words[start],))
        yield run
        start += len(run)


def _sense(run: tuple[str, ...]) -> Sense:
    """The sense of a country's name, or of another word."""
    spelled = " ".join(map(romanised, run))
    country = _countries()[0].get(run)
    if country is not None:
        return Sense(country, spelled, _WEIGHTS["country"])
    words = _name_words()
    sense, sort = words.get(run[0]) or words.get(spelled, (spelled, ""))
    weight = 0.0 if sort == "small" else _WEIGHTS.get(sort, _OWN_WEIGHT)
    return Sense(f"#{sense}" if sort else spelled, spelled, weight)


@cache
def _name_words() -> dict[str, tuple[str, str]]:
    """The sense and sort of each word of the table, as it is written and as others may spell it."""
    rows = [
        (word, (row["sense"], row["sort"])) for row in table("name_words") for word in row["words"].split()
    ]
    return {romanised(word): sense for word, sense in reversed(rows)} | dict(rows)


@cache
def _countries() -> tuple[dict[tuple[str, ...], str], dict[str, str]]:
    """The key of a country by each of its names, as folded words, and by its code."""
    names, codes = {}, {}
    for row in table("countries"):
        key = f"@{' '.join(map(romanised, fold(row['name']).split()))}"
        codes[row["code"].casefold()] = key
        for name in (row["name"], *row["other_names"].split("; "), *row["adjectives"].split("; ")):
            names[tuple(fold(name).split())] = key
    names.pop((), None)
    codes.pop("", None)
    return names, codes


@cache
def _phrases() -> Phrases:
    return by_first(_countries()[0])


@cache
def _romanisation() -> tuple[dict[str, str], re.Pattern[str]]:
    """What letters come to, and the pattern that finds them, the longest first."""
    common = {row["written"]: row["common"] for row in table("romanisation")}
    return common, re.compile(alternation(common))
