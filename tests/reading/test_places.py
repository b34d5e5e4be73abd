"""An offset of the canonical text leads back to the place of the original that it came from."""

import pytest

from factcheck.model import Span
from factcheck.reading.places import Place, PlaceKind, in_order, place_of

PLACES = in_order(
    [
        Place(Span(12, 30), "paragraph", 2),
        Place(Span(0, 20), "page", 1, "ix"),
        Place(Span(20, 40), "page", 2, "x"),
        Place(Span(0, 10), "paragraph", 1),
        Place(Span(32, 40), "paragraph", 3),
        Place(Span(32, 40), "cell", 1, "table 1, row 1, column 1"),
    ]
)


@pytest.mark.parametrize(
    ("offset", "kind", "found"),
    [
        (0, None, ("paragraph", 1)),
        (10, None, ("page", 1)),
        (19, "page", ("page", 1)),
        (20, "page", ("page", 2)),
        (25, None, ("page", 2)),
        (25, "paragraph", ("paragraph", 2)),
        (35, None, ("cell", 1)),
        (40, None, None),
        (5, "cell", None),
    ],
)
def test_the_innermost_place_holds_an_offset(
    offset: int, kind: PlaceKind | None, found: tuple[str, int] | None
) -> None:
    place = place_of(PLACES, offset, kind)
    assert (place and (place.kind, place.number)) == found
