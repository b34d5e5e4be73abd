"""In which paragraph, sentence and statement of a text does a place lie?

A page knows the paragraphs of its text from the beginning, and reads the sentences and
statements of one when asked for the first time. It keeps what the last few dozen
paragraphs said, for a speaker may be sought that far back, and forgets what lies behind:
a text of any length is read in the memory of a short one.

Callers: attributions, claims.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from operator import attrgetter
from typing import TypeVar

from factcheck.language.sentences import paragraphs, sentences_within
from factcheck.language.sources.speakers import LONGEST_SPEECH
from factcheck.language.statements import Statement, statements
from factcheck.model import Span

T = TypeVar("T")
KEPT = LONGEST_SPEECH + 8  # paragraphs whose reading is kept
_start_of: Callable[[Statement], int] = attrgetter("span.start")
_first: Callable[[Span], int] = attrgetter("start")


class Page:
    """One text, read paragraph by paragraph; numbers are best asked for in their order."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.paragraphs = paragraphs(text)
        self._starts = [paragraph.start for paragraph in self.paragraphs]
        self._sentences: dict[int, tuple[Span, ...]] = {}
        self._statements: dict[int, tuple[Statement, ...]] = {}

    def paragraph_at(self, position: int) -> int:
        """The index of the paragraph that holds a position, or of the last one before it."""
        return max(0, bisect_right(self._starts, position) - 1)

    def sentences(self, at: int) -> tuple[Span, ...]:
        """The sentences of the paragraph with that index."""
        found = self._sentences.get(at)
        if found is None:
            found = tuple(sentences_within(self.text, self.paragraphs[at]))
            _keep(self._sentences, at, found)
        return found

    def statements(self, at: int) -> tuple[Statement, ...]:
        """The statements of the paragraph with that index."""
        found = self._statements.get(at)
        if found is None:
            found = statements(self.text, self.paragraphs[at], self.sentences(at))
            _keep(self._statements, at, found)
        return found

    def where(self, position: int) -> tuple[int, int]:
        """The paragraph and the place in it of the statement that holds a position."""
        at = self.paragraph_at(position)
        return at, max(0, bisect_right(self.statements(at), position, key=_start_of) - 1)

    def sentence_over(self, number: Span) -> Span:
        """The sentence that holds a number, and all of the number; the number alone where none does."""
        if not self.paragraphs:
            return number
        bounds = self.sentences(self.paragraph_at(number.start))
        sentence = bounds[max(0, bisect_right(bounds, number.start, key=_first) - 1)]
        if sentence.covers(number):
            return sentence
        return Span(min(sentence.start, number.start), max(sentence.end, number.end))


def _keep(kept: dict[int, T], at: int, found: T) -> None:
    """Keep a reading, and forget the oldest ones where there are too many."""
    if len(kept) >= 2 * KEPT:
        for old in list(kept)[:KEPT]:
            del kept[old]
    kept[at] = found
