"""Which known source might a person have meant?

A likeness is only ever suggested, never applied: people decide who is who. Numbers and
negations must be the same on both sides ("Army of 12" is not "Army of 19"), and a name
that merely looks the same, in letters of another alphabet or with invisible ones, is
a warning. Importing this module loads rapidfuzz.

Pure. Callers: `sources`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from rapidfuzz import fuzz

from factcheck.ledger.names import fold, initials, is_acronym, skeleton
from factcheck.model import Source

_ENOUGH = 0.8
_SHOWN = 5
_PART_OF_NAME = 0.95
_SAME_INITIALS, _SOME_INITIALS, _TOO_SHORT = 0.9, 0.85, 2
_NEGATIONS = frozenset(("no", "not", "non", "never", "without", "anti", "counter", "former", "ex"))


class Suggestion(NamedTuple):
    """A source that might be meant, how alike the spelling is (0 to 1), and why it is suggested."""

    source: Source
    similarity: float
    reason: str


def suggestions(name: str, sources: Iterable[Source]) -> tuple[Suggestion, ...]:
    """The sources that the name might mean, the likeliest first."""
    found = [match for source in sources if (match := _best(name, source)) is not None]
    return tuple(sorted(found, key=lambda match: (-match.similarity, match.source.name)))[:_SHOWN]


def _best(name: str, source: Source) -> Suggestion | None:
    """The strongest reason to think of this source, if there is one."""
    reasons = [_compare(name, known) for known in (source.name, *source.aliases)]
    similarity, reason = max(reasons, key=lambda pair: pair[0])
    return Suggestion(source, round(similarity, 3), reason) if similarity >= _ENOUGH else None


def _compare(name: str, known: str) -> tuple[float, str]:
    """How alike two names are, and the reason in words."""
    one, other = fold(name), fold(known)
    if one != other and skeleton(name) == skeleton(known):
        return 1.0, f"looks like {known!r}, but is spelled with other characters: kept apart"
    if _exact_words(one) != _exact_words(other):
        return 0.0, ""
    if initialled := _initialled(name, known) or _initialled(known, name):
        return initialled, f"may be short for {known!r}" if is_acronym(name) else f"may be {known!r} in full"
    likeness = max(fuzz.token_sort_ratio(one, other), _PART_OF_NAME * fuzz.token_set_ratio(one, other)) / 100
    return likeness, f"is spelled {likeness:.0%} like {known!r}"


def _initialled(acronym: str, name: str) -> float:
    """How likely the acronym is short for the name: for its initials, or for some of them in order."""
    short = fold(acronym)
    if not is_acronym(acronym):
        return 0.0
    if short in initials(name):
        return _SAME_INITIALS
    some = any(_runs_through(short, made) for made in initials(name))
    return _SOME_INITIALS if some and len(short) > _TOO_SHORT else 0.0


def _runs_through(short: str, letters: str) -> bool:
    """Whether the letters hold those of `short` in their order."""
    left = iter(letters)
    return all(letter in left for letter in short)


def _exact_words(folded: str) -> tuple[list[str], list[str]]:
    """What two names must share exactly: their numbers and their negations."""
    negations = sorted(word for word in folded.split() if word in _NEGATIONS)
    return re.findall(r"\d+", folded), negations
