"""Which numbers does a sentence state, and in which words does it tell them?

Gives a sentence as its words, cut down to stems, and its numbers, each with its place and
the stems of what it counts. Stems are rough on purpose: they only have to make "soldiers",
"soldier" and "soldier's" one word, and "killed" and "killing" another.

Pure. Callers: the modules of numeric entailment (`entailment.py` names them).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache, lru_cache

from factcheck.agreement.wordlists import measure_words, word_list
from factcheck.language.quantities import Found, read
from factcheck.model import Quantity, Span

# "12,000.5", "men", "o'clock", "U.S."; marks one by one
_WORD = re.compile(r"\d+(?:[.,]\d+)*|(?:[A-Za-z]\.){2,}|[^\W\d_]+(?:['’][^\W\d_]+)?|[^\w\s]|_")
# endings that carry no meaning of their own here, and what they leave
_ENDINGS = (("ies", "y"), ("ied", "y"), ("ing", ""), ("ed", ""), ("es", ""), ("s", ""), ("e", ""))
_LEAST_STEM = 3
_TOLD_ALL_THE_SAME = frozenset({"re-mention", "pronoun-one", "label"})
_SOMETHING_COUNTED = " people"


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
        return self.lower[0].isalpha() and self.lower not in _silent()


@cache
def _silent() -> frozenset[str]:
    """Words that say nothing of the matter: function words, and those that only tell who reports."""
    return word_list("function") | word_list("reporting")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its place, hedge included, and the stems of what it counts, the head last."""

    span: Span
    quantity: Quantity
    things: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence with its words, the numbers it claims, and those it only mentions, all in order.

    A mention is a number that the reader declines as a claim but that is told all the same:
    "the six priests", "the four bombers".
    """

    text: str
    words: tuple[Word, ...]
    figures: tuple[Figure, ...]
    mentions: tuple[Figure, ...]

    def stems(self) -> frozenset[str]:
        """The stems of the words that say something, numbers with their units left out."""
        spans = sorted(figure.span for figure in self.figures + self.mentions)
        starts = [span.start for span in spans]

        def counts(word: Word) -> bool:
            place = bisect_right(starts, word.start) - 1
            return place >= 0 and word.start < spans[place].end

        return frozenset(word.stem for word in self.words if word.is_content and not counts(word))

    def says(self, name: str) -> bool:
        """Whether one of its words is on this list."""
        return any(word.lower in word_list(name) for word in self.words)


@lru_cache(maxsize=256)
def state(text: str) -> Statement:
    """The words and the numbers of a sentence."""
    found, notices = read(text)
    mentions = [read_alone(text, notice.span) for notice in notices if notice.code in _TOLD_ALL_THE_SAME]
    return Statement(
        text,
        words_of(text),
        tuple(_figure(text, number) for number in found),
        tuple(figure for figure in mentions if figure),
    )


def read_alone(text: str, span: Span) -> Figure | None:
    """The last number of a stretch of text, read without what stands around it.

    It is given something to count, so that "less than 1998" is no year.
    """
    stretch = span.of(text) + _SOMETHING_COUNTED
    found, _ = read(stretch)
    if not found:
        return None
    alone = _figure(stretch, found[-1])
    return Figure(Span(span.start + alone.span.start, span.start + alone.span.end), alone.quantity, ())


def words_of(text: str) -> tuple[Word, ...]:
    """The words and marks of a text."""
    return tuple(_word(match) for match in _WORD.finditer(text))


def _word(match: re.Match[str]) -> Word:
    lower = match.group().lower().replace("’", "'")
    return Word(match.start(), match.end(), lower, stem(lower))


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """The word without its endings: "soldiers", "soldier's" give "soldier"; "killing" gives "kill".

    Words of one measure are one: "killed", "died" and "fatalities" give "death".
    """
    word = measure_words().get(word, word).removesuffix("'s").replace(".", "")
    for ending, rest in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST_STEM and not word.endswith("ss"):
            return _undoubled(word[: -len(ending)] + rest)
    return word


def _undoubled(word: str) -> str:
    """ "stopp" is "stop"; "kill" stays."""
    doubled = len(word) > _LEAST_STEM and word[-1] == word[-2] and word[-1] not in "lsz"
    return word[:-1] if doubled else word.removesuffix("e")


def _figure(text: str, found: Found) -> Figure:
    counted = found.quantity.counted or (found.span.of(text) if found.quantity.unit else "")
    things = tuple(word.stem for word in words_of(counted) if word.is_content)
    return Figure(Span(found.phrase_span.start, found.span.end), found.quantity, things)
