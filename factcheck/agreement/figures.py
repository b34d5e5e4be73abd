"""Which numbers does a sentence state, and in which words does it tell them?

Gives a sentence as its words, cut down to stems, and its numbers, each with its place and
the stems of what it counts. Stems are rough on purpose: they only have to make "soldiers",
"soldier" and "soldier's" one word, and "killed" and "killing" another.

Pure. Callers: the modules of numeric entailment (`entailment.py` names them).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from factcheck.agreement.wordlists import word_list
from factcheck.language.quantities import Found, read
from factcheck.model import Quantity, Span

# "12,000.5", "men", "o'clock", "U.S."; marks one by one
_WORD = re.compile(r"\d+(?:[.,]\d+)*|(?:[A-Za-z]\.){2,}|[^\W\d_]+(?:['’][^\W\d_]+)?|[^\w\s]|_")
# endings that carry no meaning of their own here, and what they leave
_ENDINGS = (("ies", "y"), ("ied", "y"), ("ing", ""), ("ed", ""), ("es", ""), ("s", ""), ("e", ""))
_LEAST_STEM = 3


@dataclass(frozen=True, slots=True)
class Word:
    """A word or mark with its place, in lower case, and its stem."""

    start: int
    end: int
    lower: str
    stem: str

    @property
    def is_number(self) -> bool:
        """Whether it is written in digits."""
        return self.lower[0].isdigit()

    @property
    def is_content(self) -> bool:
        """Whether it says something: a word that is no function word."""
        return self.lower[0].isalpha() and self.lower not in word_list("function")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its place, hedge included, and the stems of what it counts, the head last."""

    span: Span
    quantity: Quantity
    things: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence with its words and its numbers, both in order."""

    text: str
    words: tuple[Word, ...]
    figures: tuple[Figure, ...]

    def stems(self) -> frozenset[str]:
        """The stems of the words that say something, those within numbers left out."""
        return frozenset(word.stem for word in self.words if word.is_content)

    def says(self, name: str) -> bool:
        """Whether one of its words is on this list."""
        return any(word.lower in word_list(name) for word in self.words)


@lru_cache(maxsize=256)
def state(text: str) -> Statement:
    """The words and the numbers of a sentence."""
    return Statement(text, words_of(text), tuple(_figure(found) for found in read(text)[0]))


def words_of(text: str) -> tuple[Word, ...]:
    """The words and marks of a text."""
    return tuple(_word(match) for match in _WORD.finditer(text))


def _word(match: re.Match[str]) -> Word:
    lower = match.group().lower().replace("’", "'")
    return Word(match.start(), match.end(), lower, stem(lower))


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """The word without its endings: "soldiers", "soldier's" give "soldier"; "killing" gives "kill"."""
    word = word.removesuffix("'s").replace(".", "")
    for ending, rest in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST_STEM and not word.endswith("ss"):
            return _undoubled(word[: -len(ending)] + rest)
    return word


def _undoubled(word: str) -> str:
    """ "stopp" is "stop"; "kill" stays."""
    doubled = len(word) > _LEAST_STEM and word[-1] == word[-2] and word[-1] not in "lsz"
    return word[:-1] if doubled else word.removesuffix("e")


def _figure(found: Found) -> Figure:
    quantity = found.quantity
    things = tuple(word.stem for word in words_of(quantity.counted or "") if word.is_content)
    if not things and quantity.unit:
        things = tuple(word.stem for word in words_of(quantity.unit))
    return Figure(Span(found.phrase_span.start, found.span.end), quantity, things)
