"""What is the unit in which somebody vouches for something?

A statement: a sentence, or the several that one quotation bridges ("We are ready. Help
came," said the mayor). Its words and testimonies are read once, when first asked for.

Callers: speakers, links, attributions.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from factcheck.language.constructions import testimonies
from factcheck.language.cues import may_hold_cue
from factcheck.language.quotations import Quotation, quotations
from factcheck.language.sentences import sentences_within
from factcheck.language.testimony import Testimony
from factcheck.language.words import Word, words
from factcheck.model import Span

LONGEST_STATEMENT = 2_000  # characters, far more than a sentence of prose has


@dataclass(frozen=True)
class Statement:
    """One statement of a text, with the quotations in it."""

    text: str
    span: Span
    quoted: tuple[Quotation, ...]

    @cached_property
    def words(self) -> Sequence[Word]:
        """Its words, each quotation being one."""
        return words(self.text, self.span, [quotation.span for quotation in self.quoted])

    @cached_property
    def testimonies(self) -> tuple[Testimony, ...]:
        """What its cues say; a statement without a cue's word is never cut into words."""
        return testimonies(self.words) if may_hold_cue(self.span.of(self.text)) else ()

    @cached_property
    def _starts(self) -> list[int]:
        return [word.start for word in self.words]

    def index_at(self, position: int) -> int:
        """The index of the word at a position of the text."""
        return max(0, bisect_right(self._starts, position) - 1)

    def span_of(self, first: int, after: int) -> Span:
        """The span of the words `[first, after)`."""
        return Span(self.words[first].start, self.words[after - 1].end)

    def quotation_over(self, number: Span) -> Quotation | None:
        """The quotation that holds a number, if one does."""
        return next((quotation for quotation in self.quoted if quotation.span.covers(number)), None)

    @property
    def is_quotation(self) -> bool:
        """Whether it is a quotation and nothing else."""
        if not self.quoted:
            return False
        first = self.quoted[0].span
        return first.start == self.span.start and first.end >= self.span.end - 1


def statements(text: str, paragraph: Span) -> tuple[Statement, ...]:
    """The statements of a paragraph, in order."""
    waiting = deque(quotations(text, paragraph))
    found: list[Statement] = []
    inside: list[Quotation] = []
    start: int | None = None
    for sentence in _pieces(text, paragraph):
        start = sentence.start if start is None else start
        while waiting and waiting[0].span.start < sentence.end:
            inside.append(waiting.popleft())
        if inside and inside[-1].span.end > sentence.end:
            continue
        found.append(Statement(text, Span(start, sentence.end), tuple(inside)))
        start, inside = None, []
    return tuple(found)


def _pieces(text: str, paragraph: Span) -> Iterator[Span]:
    """The sentences of a paragraph, a monstrous one cut at white space so that reading it stays linear."""
    for sentence in sentences_within(text, paragraph):
        start = sentence.start
        while sentence.end - start > LONGEST_STATEMENT:
            blank = text.rfind(" ", start + 1, start + LONGEST_STATEMENT)
            cut = blank if blank > 0 else start + LONGEST_STATEMENT
            yield Span(start, cut)
            start = cut
        yield Span(start, sentence.end)
