"""How is one interval drawn, so that it can be read without its colour?

What supports is a circle, what conflicts a diamond, what leaves the claim open a square:
filled and heavy where it counts, hollow and thin where it does not. An open bound is an
arrow, an excluded one a ring, any other end a short bar.

Pure: places in, elements out. Caller: `svg.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from factcheck.model import RelationLabel
from factcheck.show.markup import Element, element
from factcheck.show.plot import Mark

PAPER, TEXT, MUTED, GRID, BAND = "#ffffff", "#1a1a1a", "#5a5f66", "#e3e5e8", "#f1ebdd"
INK: dict[RelationLabel | None, str] = {
    None: "#6b4e9b",
    "corroborates": "#136f4f",
    "compatible": "#23588f",
    "conflicts": "#b23a16",
    "incomparable": MUTED,
}
ARROW, END, POINT, RING = 7.0, 5.0, 4.6, 4.0


@dataclass(frozen=True, slots=True)
class Ends:
    """A mark in the units of the picture. An end that is None is open, up to `start` or `stop`."""

    left: float | None
    right: float | None
    point: float | None
    start: float
    stop: float
    left_open: bool = False
    right_open: bool = False


def laid(mark: Mark, place: Callable[[float], float], start: float, stop: float) -> Ends:
    """The mark on a line that runs from `start` to `stop`."""
    left, right, point = (
        None if part is None else place(part) for part in (mark.left, mark.right, mark.point)
    )
    return Ends(left, right, point, start, stop, mark.left_open, mark.right_open)


def drawn_mark(ends: Ends, y: float, relation: RelationLabel | None, *, quiet: bool) -> Iterator[Element]:
    """The line of an interval, its ends, and its point over them."""
    ink = MUTED if quiet else INK[relation]
    stroke = 1.1 if quiet else 2.4
    lone = ends.left == ends.right and ends.left is not None
    if ends.left is None and ends.right is None:
        lone = True
    if not lone:
        left = ends.start + ARROW if ends.left is None else ends.left + (RING if ends.left_open else 0)
        right = ends.stop - ARROW if ends.right is None else ends.right - (RING if ends.right_open else 0)
        yield element("line", x1=left, x2=right, y1=y, y2=y, stroke=ink, stroke_width=stroke)
        yield _end(ends.left, ends.left_open, ends.start, -1, y, ink, stroke)
        yield _end(ends.right, ends.right_open, ends.stop, 1, y, ink, stroke)
    point = ends.left if lone and ends.left is not None else ends.point
    if point is not None and not (ends.left_open or ends.right_open):
        yield _point(point, y, relation, ink, quiet=quiet)


def _end(
    place: float | None, excluded: bool, edge: float, way: int, y: float, ink: str, stroke: float
) -> Element:
    """An arrow at the edge, a ring at an excluded bound, or a short bar."""
    if place is None:
        tip, back = edge, edge - way * ARROW * 1.3
        return element("path", d=_path((tip, y), (back, y - END), (back, y + END)), fill=ink)
    if excluded:
        return element(
            "circle", cx=place, cy=y, r=RING, fill=PAPER, stroke=ink, stroke_width=min(stroke, 1.8)
        )
    return element("line", x1=place, x2=place, y1=y - END, y2=y + END, stroke=ink, stroke_width=stroke)


def _point(x: float, y: float, relation: RelationLabel | None, ink: str, *, quiet: bool) -> Element:
    """Circle, diamond or square by the relation; hollow where it does not count."""
    fill, width, size = (PAPER, 1.1, POINT - 1.4) if quiet else (ink, 0.0, POINT)
    look: dict[str, str | float] = {"fill": fill, "stroke": ink, "stroke_width": width}
    if relation == "conflicts":
        far = size * 1.3
        return element("path", d=_path((x, y - far), (x + far, y), (x, y + far), (x - far, y)), **look)
    if relation in ("corroborates", None):
        return element("circle", cx=x, cy=y, r=size, **look)
    side = size * 0.9
    return element("rect", x=x - side, y=y - side, width=2 * side, height=2 * side, **look)


def _path(*corners: tuple[float, float]) -> str:
    """A closed figure through these corners."""
    return "M" + " L".join(f"{x:.2f} {y:.2f}" for x, y in corners) + " Z"
