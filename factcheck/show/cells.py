"""Which sign stands in which cell of a plotted row?

An interval is a rail with an end at each side: a bar where the bound is included, a ring
where it is excluded, an arrow where it is open. Heavy signs count, light ones do not. An axis
is a rail with ticks, and their numbers above or below.

Pure: places in, cells out. Callers: `forest.py`, `series.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.show.axis import Axis
from factcheck.show.lines import Line, Role, Segment, line
from factcheck.show.plot import Mark

SHADE = "░"


@dataclass(frozen=True, slots=True)
class Pen:
    """The signs that a mark is drawn with."""

    point: str
    rail: str
    left_end: str
    right_end: str
    excluded: str = "○"
    left_arrow: str = "◀"
    right_arrow: str = "▶"


HEAVY = Pen("●", "━", "┣", "┫")
LIGHT = Pen("•", "─", "├", "┤")


def cell_of(place: float, width: int) -> int:
    """The cell in which a place from 0 to 1 lies."""
    return min(width - 1, int(place * width))


def strokes(mark: Mark, pen: Pen, width: int) -> Iterator[tuple[int, str]]:
    """The cells of a mark from left to right; later strokes lie over earlier ones."""
    left = 0 if mark.left is None else cell_of(mark.left, width)
    right = width - 1 if mark.right is None else cell_of(mark.right, width)
    if left == right and mark.left is not None and mark.right is not None:
        yield left, pen.point
        return
    yield from ((cell, pen.rail) for cell in range(left, right + 1))
    yield left, pen.left_arrow if mark.left is None else pen.excluded if mark.left_open else pen.left_end
    yield right, pen.right_arrow if mark.right is None else pen.excluded if mark.right_open else pen.right_end
    if mark.point is not None and not (mark.left_open or mark.right_open):
        yield cell_of(mark.point, width), pen.point


def segments(shade: range, marks: dict[int, str], ink: Role) -> Iterator[Segment]:
    """The cells of the plot up to the last that is not blank."""
    last = max([*marks, shade.stop - 1], default=-1)
    for cell in range(last + 1):
        if cell in marks:
            yield Segment(marks[cell], ink)
        elif cell in shade:
            yield Segment(SHADE, "band")
        else:
            yield Segment(" ")


def axis_lines(axis: Axis, width: int, before: int, *, top: bool) -> tuple[Line, Line]:
    """The scale with its ticks behind so many blanks, the numbers outside: above it, or below."""
    labels, rail = [" "] * width, ["─"] * width
    for place, label in axis.ticks(width):
        cell = cell_of(place, width)
        rail[cell] = "┴" if top else "┬"
        start = max(0, min(cell - len(label) // 2, len(labels) - len(label)))
        labels[start : start + len(label)] = label
    numbers, scale = (line(Segment(" " * before + "".join(drawn), "muted")) for drawn in (labels, rail))
    return (numbers, scale) if top else (scale, numbers)
