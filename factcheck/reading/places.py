"""Which part of the original does a character of the canonical text come from?

Pages, paragraphs, elements, cells and footnotes, as a parser marked them, each with its
stretch of the text.

Pure values. Callers: everything in `reading`; desk, for locators.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from factcheck.model import Span

PlaceKind = Literal["page", "paragraph", "element", "footnote", "cell"]
PLACE_KINDS: tuple[PlaceKind, ...] = ("page", "paragraph", "element", "footnote", "cell")  # the outer first


@dataclass(frozen=True, slots=True)
class Place:
    """A part of the original, and the stretch of the canonical text that came from it.

    `number` counts the parts of a kind from 1, so a page's is its index. `label` is what is
    printed on a page ("xii"), the style of a paragraph ("Heading 1"), the tag of an element
    ("h2"), the mark of a footnote ("1"), or where a cell stands ("table 1, row 2, column 3").
    `at` is where the text refers to a footnote: the offset after the word that carries its mark.
    """

    span: Span
    kind: PlaceKind
    number: int
    label: str = ""
    at: int | None = None


def in_order(places: Sequence[Place]) -> tuple[Place, ...]:
    """The places by where they begin, an outer one before those inside it."""
    return tuple(sorted(places, key=lambda one: (one.span.start, -one.span.end, PLACE_KINDS.index(one.kind))))


def place_of(places: Sequence[Place], offset: int, kind: PlaceKind | None = None) -> Place | None:
    """The innermost place, or the innermost of one kind, that holds a character of the text.

    `places` are in the order in which a reading has them.
    """
    after = bisect_right(places, offset, key=lambda place: place.span.start)
    held = (place for place in reversed(places[:after]) if offset < place.span.end)
    return next((place for place in held if kind is None or place.kind == kind), None)
