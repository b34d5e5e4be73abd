"""Does the one say what the other denies?

"The army is **not** calling up reservists" and "The army calls up reservists" share every
word but one. So a clause with a negation denies what it tells, and a text that calls
itself untrue ("It is false that 12 died", "That is a hoax") denies all of it. Two texts
are opposed where one denies something that both tell, and the other denies nothing of it.
"No more than 12", "not only" and "Isn't he right?" deny nothing.

Pure. Caller: `answers.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from typing import Literal

from factcheck.agreement.entailment.figures import Word, words_of
from factcheck.agreement.matching.words import phrases_of, words_in

Side = Literal["asked", "told"]

_ENDS = frozenset(".!?")
_BREAKS = frozenset(';:()[]–—"“”,')
_SUBJECTS = 4  # words between "it is" and what it is: "it is simply not true"

Words = tuple[Word, ...]


def denier(asked: str, told: str, denied: tuple[bool, bool] = (False, False)) -> Side | None:
    """Which of two texts denies something that both tell; None where neither does, or both.

    `denied` says of each whether that is known already, whatever its words.
    """
    shared = _stems(asked) & _stems(told)
    mine = denied[0] or _denies(asked, shared)
    yours = denied[1] or _denies(told, shared)
    if mine == yours:
        return None
    return "asked" if mine else "told"


def _denies(text: str, shared: frozenset[str]) -> bool:
    """Whether a text denies something that is told with one of these stems.

    A sentence that calls itself untrue turns its own denial round; one that tells nothing of
    what is shared ("That is false.") speaks of the text before it.
    """
    denied = False
    for sentence in _sentences(text):
        untrue = _calls_untrue(sentence)
        if shared & _content(sentence):
            here = any(_negates(clause) and shared & _content(clause) for clause in _clauses(sentence))
            denied = denied or here != untrue
        elif untrue:
            denied = not denied
    return denied


@lru_cache(maxsize=1024)
def _stems(text: str) -> frozenset[str]:
    return _content(words_of(text))


@lru_cache(maxsize=1024)
def _sentences(text: str) -> tuple[Words, ...]:
    return _parted(words_of(text), _ENDS)


@lru_cache(maxsize=1024)
def _clauses(sentence: Words) -> tuple[Words, ...]:
    return _parted(sentence, _BREAKS | words_in("clause ends"))


def _parted(words: Words, marks: frozenset[str]) -> tuple[Words, ...]:
    parts = groupby(words, key=lambda word: word.lower in marks)
    return tuple(tuple(part) for is_mark, part in parts if not is_mark)


@lru_cache(maxsize=4096)
def _content(words: Words) -> frozenset[str]:
    """The stems that say something, the negations left out."""
    return frozenset(word.stem for word in words if word.is_content and not _is_negation(word))


def _negates(clause: Words) -> bool:
    """Whether a clause denies: it has a negation, beyond one that calls something untrue."""
    calling = {at for place, _ in _callings(clause) for at in range(place - _SUBJECTS, place)}
    return any(_is_live(clause, place) for place in range(len(clause)) if place not in calling)


def _is_live(clause: Words, place: int) -> bool:
    """Whether a word negates here: not in "no more than", nor first, as in "Isn't he"."""
    asks = place == 0 and clause[place].lower.endswith("n't")
    return _is_negation(clause[place]) and not asks and not _in_phrase(clause, place)


def _is_negation(word: Word) -> bool:
    return word.lower in words_in("negating") or word.lower.endswith("n't")


def _in_phrase(clause: Words, place: int) -> bool:
    """Whether a negation stands in a phrase that denies nothing."""
    said = " ".join(word.lower for word in clause[max(0, place - 2) : place + 3])
    return any(f" {phrase} " in f" {said} " for phrase in phrases_of("denying nothing"))


def _calls_untrue(sentence: Words) -> bool:
    """Whether a sentence says that something is untrue; twice is not at all."""
    called = [untrue for clause in _clauses(sentence) for _, untrue in _callings(clause)]
    return sum(called) % 2 == 1


def _callings(clause: Words) -> Iterator[tuple[int, bool]]:
    """The place of each word that calls something true or untrue, and whether it is called untrue."""
    for place, word in enumerate(clause):
        untrue = word.lower in words_in("untrue")
        if not untrue and word.lower not in words_in("true"):
            continue
        before = clause[max(0, place - _SUBJECTS) : place]
        ends = place + 1 == len(clause) or clause[place + 1].lower == "that"
        if ends and (not before or words_in("being").intersection(earlier.lower for earlier in before)):
            yield place, untrue != any(map(_is_negation, before))
