"""What is the unit in which somebody vouches for something?

A statement: a sentence, or the several that one quotation bridges ("We are ready. Help
came," said the mayor). Its words and testimonies are read once, when first asked for.

Callers: speakers, links, attributions.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import deque
from collections.abc import Callable, Hashable, Iterable, Sequence
from operator import attrgetter
from typing import TypeVar, cast

from factcheck.language.quotations import Quotation, quotations
from factcheck.language.sources.constructions import testimonies
from factcheck.language.sources.cue_words import may_hold_cue
from factcheck.language.sources.testimony import Testimony
from factcheck.language.sources.words import Word, words
from factcheck.model import Span

T = TypeVar("T")
_start_of: Callable[[Word], int] = attrgetter("start")


class Statement:
    """One statement of a text, with the quotations in it; read when its words are asked for."""

    __slots__ = ("_answers", "_testimonies", "_words", "quoted", "span", "text")

    def __init__(self, text: str, span: Span, quoted: tuple[Quotation, ...]) -> None:
        self.text = text
        self.span = span
        self.quoted = quoted
        self._words: Sequence[Word] | None = None
        self._testimonies: tuple[Testimony, ...] | None = None
        self._answers: dict[Hashable, object] | None = None

    @property
    def words(self) -> Sequence[Word]:
        """Its words, each quotation being one."""
        if self._words is None:
            self._words = words(self.text, self.span, [quotation.span for quotation in self.quoted])
        return self._words

    @property
    def testimonies(self) -> tuple[Testimony, ...]:
        """What its cues say; a statement without a cue's word is never cut into words."""
        if self._testimonies is None:
            surface = self.span.of(self.text)
            told = (self.quoted and ":" in surface) or may_hold_cue(surface)
            self._testimonies = testimonies(self.words) if told else ()
        return self._testimonies

    def once(self, ask: Callable[..., T], *given: Hashable) -> T:
        """What a function answers of this statement and what is given beside it, asked only once."""
        if self._answers is None:
            self._answers = {}
        key = (ask, *given)
        if key not in self._answers:
            self._answers[key] = ask(self, *given)
        return cast(T, self._answers[key])

    def index_at(self, position: int) -> int:
        """The index of the word at a position of the text."""
        return max(0, bisect_right(self.words, position, key=_start_of) - 1)

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


def statements(text: str, paragraph: Span, sentences: Iterable[Span]) -> tuple[Statement, ...]:
    """The statements of a paragraph that has these sentences, in order."""
    waiting = deque(quotations(text, paragraph))
    if not waiting:
        return tuple(Statement(text, sentence, ()) for sentence in sentences)
    found: list[Statement] = []
    inside: list[Quotation] = []
    start: int | None = None
    for sentence in sentences:
        start = sentence.start if start is None else start
        while waiting and waiting[0].span.start < sentence.end:
            inside.append(waiting.popleft())
        if inside and inside[-1].span.end > sentence.end:
            continue
        found.append(Statement(text, Span(start, sentence.end), tuple(inside)))
        start, inside = None, []
    return tuple(found)
