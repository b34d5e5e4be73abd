from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from factcheck.exchange.marked import in_order, pieces_of
from factcheck.model import Dossier, Span
from tests import factories as make

spans = st.tuples(st.integers(0, 39), st.integers(1, 12)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))


def dossier(span: Span, name: int) -> Dossier:
    return replace(make.dossier(), claim=replace(make.claim(), id=f"c{name}", phrase_span=span))


@given(
    st.lists(spans, max_size=6),
    st.lists(st.integers(1, 49), max_size=4),
    st.lists(st.integers(0, 50), max_size=5),
)
def test_pieces_cover_each_stretch_and_no_phrase_begins_or_ends_inside_one(
    phrases: list[Span], borders: list[int], cuts: list[int]
) -> None:
    told = in_order(dossier(span, number) for number, span in enumerate(phrases))
    ends = sorted({0, *borders, 50})
    stretches = [Span(start, end) for start, end in pairwise(ends)]
    found = list(pieces_of(stretches, told, sorted(cuts)))
    for stretch, pieces in zip(stretches, found, strict=True):
        assert (pieces[0].span.start, pieces[-1].span.end) == (stretch.start, stretch.end)
        assert all(one.span.end == other.span.start for one, other in pairwise(pieces))
    for one in told:
        phrase = one.claim.phrase_span
        said = [piece.span for pieces in found for piece in pieces if one in piece.said_by]
        assert (said[0].start, said[-1].end) == (phrase.start, min(phrase.end, 50))
        assert sum(one in piece.begun for pieces in found for piece in pieces) == 1
