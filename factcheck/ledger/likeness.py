"""Which known source might a person have meant?

A likeness is only ever suggested, never applied: people decide who is who. Numbers and
negations must be the same on both sides ("Army of 12" is not "Army of 19"). Two names are
alike by their initials, by the senses of their words (three parts) and by their letters
(one part). A name that merely looks the same, in letters of another alphabet or with
invisible ones, and a body that is known to be taken for another, are warnings. Importing
this module loads rapidfuzz.

Pure. Callers: `sources`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz

from factcheck.ledger.apart import kept_apart
from factcheck.ledger.names import fold, is_acronym, read_apart, skeleton
from factcheck.ledger.senses import Sense, acronyms_of, country_of, senses
from factcheck.model import Source

_ENOUGH, _SHOWN = 0.4, 5  # how alike a source must be to be suggested, and how many are
_BY_SENSES, _BY_LETTERS = 0.75, 0.25
_CODE, _SAME_INITIALS, _HELD, _SOME_INITIALS = 0.95, 0.9, 0.8, 0.6
_TOO_SHORT = 2  # letters fit too many names: MP is not Mike Pence
_MOST = 0.6  # of a name's initials that an acronym must have to be short for it
_LIKE_WORDS = 0.7  # below, two words have nothing in common
_SPELLED_OUT = 5  # shorter words are the same or not: Fars is not Mars
_NEGATIONS = frozenset(("no", "not", "non", "never", "without", "anti", "counter", "former", "ex"))


class Suggestion(NamedTuple):
    """A source that might be meant, how alike the names are (0 to 1), and why it is suggested.

    `kept_apart` is a warning: it looks the same or is known to be taken for it, and is another.
    """

    source: Source
    similarity: float
    reason: str
    kept_apart: bool = False


class _Read(NamedTuple):
    """A name folded, as it looks, and what another must share exactly: its numbers and negations."""

    folded: str
    looks: str
    exact: tuple[str, ...]


def suggestions(name: str, sources: Iterable[Source]) -> tuple[Suggestion, ...]:
    """The sources that the name might mean, the likeliest first, and those that it might be taken for."""
    read = read_apart(name)
    names = tuple(dict.fromkeys((read.name, *read.acronyms)))
    found = [match for source in sources if (match := _best(names, source)) is not None]
    return tuple(sorted(found, key=lambda match: (-match.similarity, match.source.name)))[:_SHOWN]


def _best(names: Sequence[str], source: Source) -> Suggestion | None:
    """The strongest reason to think of this source, or to keep it apart, if there is one."""
    known = (source.name, *source.aliases)
    for name in names:
        if (why := kept_apart(name, known)) is not None:
            return Suggestion(
                source, _ENOUGH, f"is taken for {source.name!r} and is another: {why}; kept apart", True
            )
        if (like := _looking_like(name, known)) is not None:
            return Suggestion(
                source, 1.0, f"looks like {like!r}, but is spelled with other characters: kept apart", True
            )
    reasons = [_compare(name, other) for name in names for other in known]
    similarity, reason = max(reasons, key=lambda pair: pair[0])
    return Suggestion(source, round(similarity, 3), reason) if similarity >= _ENOUGH else None


def _looking_like(name: str, known: Sequence[str]) -> str | None:
    """The name that this one only looks like: none if one of them is the same."""
    read = _read(name)
    others = [_read(other) for other in known]
    if any(other.folded == read.folded for other in others):
        return None
    return next(
        (spelled for spelled, other in zip(known, others, strict=True) if other.looks == read.looks), None
    )


def _compare(name: str, known: str) -> tuple[float, str]:
    """How alike two names are, and the reason in words."""
    if _read(name).exact != _read(known).exact:
        return 0.0, ""
    short = _shortened(name, known), f"may be short for {known!r}"
    long = _shortened(known, name), f"may be {known!r} in full"
    holds = _holds(name, known), f"has what may be short for {known!r}"
    return max(short, long, holds, _worded(name, known), key=lambda pair: pair[0])


def _worded(name: str, known: str) -> tuple[float, str]:
    """How alike two names are by their words, and in what."""
    one, other = senses(name), senses(known)
    pairs = _paired(one, other)
    whole = sum(sense.weight for sense in (*one, *other))
    shared = sum(near * (left.weight + right.weight) for near, left, right in pairs) / (whole or 1)
    letters = fuzz.token_sort_ratio(_spelled(one), _spelled(other)) / 100
    similarity = _BY_SENSES * shared + _BY_LETTERS * letters
    if shared > 0.99:
        return similarity, f"has the same words as {known!r}, otherwise spelled or ordered"
    return similarity, f"is {similarity:.0%} like {known!r}"


def _paired(one: Sequence[Sense], other: Sequence[Sense]) -> list[tuple[float, Sense, Sense]]:
    """The senses of two names in pairs, the most alike first, each at most once."""
    near = sorted(
        (-_nearness(left, right), at, to) for at, left in enumerate(one) for to, right in enumerate(other)
    )
    pairs, used_one, used_other = [], set(), set()
    for minus, at, to in near:
        if minus and at not in used_one and to not in used_other:
            used_one.add(at)
            used_other.add(to)
            pairs.append((-minus, one[at], other[to]))
    return pairs


@lru_cache(maxsize=65536)
def _nearness(one: Sense, other: Sense) -> float:
    """How alike two senses are: the same, or spelled alike (nationale, national)."""
    if one.key == other.key:
        return 1.0
    if one.key[0] == other.key[0] == "@":
        return 0.0
    if min(len(one.spelled), len(other.spelled)) < _SPELLED_OUT:
        return 0.0
    near = fuzz.ratio(one.spelled, other.spelled) / 100
    return near if near >= _LIKE_WORDS else 0.0


def _shortened(acronym: str, name: str) -> float:
    """How likely the acronym is short for the name: its code, its initials, or most of them in order."""
    short = fold(acronym)
    if not is_acronym(acronym):
        return 0.0
    country = country_of(short)
    if country and [sense.key for sense in senses(name)] == [country]:
        return _CODE
    made = acronyms_of(name)
    if short in made:
        return _SAME_INITIALS
    most = any(len(short) >= _MOST * len(letters) and runs_through(short, letters) for letters in made)
    return _SOME_INITIALS if most and len(short) > _TOO_SHORT else 0.0


def _holds(name: str, known: str) -> float:
    """How likely a word of the name is the other's acronym: "BBC News"."""
    words = [word for word in name.split() if len(word) > _TOO_SHORT and is_acronym(word)]
    made = acronyms_of(known)
    return _HELD if len(name.split()) > 1 and any(fold(word) in made for word in words) else 0.0


def runs_through(short: str, letters: str) -> bool:
    """Whether the letters hold those of `short` in their order."""
    left = iter(letters)
    return all(letter in left for letter in short)


def _spelled(read: Sequence[Sense]) -> str:
    return " ".join(sense.spelled for sense in read)


@lru_cache(maxsize=4096)
def _read(name: str) -> _Read:
    folded = fold(name)
    negations = sorted(word for word in folded.split() if word in _NEGATIONS)
    return _Read(folded, skeleton(name), (*re.findall(r"\d+", folded), *negations))
