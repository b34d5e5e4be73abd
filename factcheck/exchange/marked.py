"""Which claim is said by which stretch of a text?

An article goes out with its claims marked: in a page, in a Word draft, in Markdown. Each cuts
the text at the same places, where a phrase begins or ends, so that claims that overlap, or
that run over the end of a line, are marked as well. No character is dropped or changed.

Pure. Callers: `drafts.py`, `report`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from factcheck.model import Dossier, Span


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch in which no phrase begins or ends: the claims that say it, the innermost last."""

    span: Span
    said_by: tuple[Dossier, ...] = ()

    @property
    def begun(self) -> tuple[Dossier, ...]:
        """The claims whose phrase begins with it."""
        return tuple(one for one in self.said_by if one.claim.phrase_span.start == self.span.start)

    @property
    def ended(self) -> tuple[Dossier, ...]:
        """The claims whose phrase ends with it."""
        return tuple(one for one in self.said_by if one.claim.phrase_span.end == self.span.end)


def in_order(dossiers: Iterable[Dossier]) -> list[Dossier]:
    """The dossiers as their phrases follow each other in the text, an outer one before those inside it."""
    return sorted(dossiers, key=lambda one: (*_place(one.claim.phrase_span), one.claim.id))


def pieces_of(
    stretches: Iterable[Span], told: Sequence[Dossier], cuts: Sequence[int] = ()
) -> Iterator[tuple[Piece, ...]]:
    """The pieces of each stretch. All three are in the order of the text; `cuts` are more ends."""
    waiting, near = list(reversed(told)), list[Dossier]()
    for stretch in stretches:
        while waiting and waiting[-1].claim.phrase_span.start < stretch.end:
            near.append(waiting.pop())
        near = [one for one in near if one.claim.phrase_span.end > stretch.start]
        yield tuple(_pieces(stretch, near, cuts))


def _pieces(stretch: Span, near: Sequence[Dossier], cuts: Sequence[int]) -> Iterator[Piece]:
    phrases = [one.claim.phrase_span for one in near]
    ends = {place for span in phrases for place in (span.start, span.end)}
    inside = {place for place in ends if stretch.start < place < stretch.end}
    inside.update(cuts[bisect_right(cuts, stretch.start) : bisect_left(cuts, stretch.end)])
    for start, end in pairwise((stretch.start, *sorted(inside), stretch.end)):
        span = Span(start, end)
        yield Piece(span, tuple(one for one in near if one.claim.phrase_span.covers(span)))


def _place(span: Span) -> tuple[int, int]:
    return span.start, -span.end
