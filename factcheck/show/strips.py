"""What does the evidence on a number look like on a page that is read on any screen?

The forest plot of `plot.py`, its marks in an SVG without a size of its own: places are parts
of its width and height, so that the same picture fits a phone, a desk and a sheet of paper.
The labels stand beside it, as texts of the page, row by row; the page's style sheet says how
high a row is and how things look, by class: never by colour alone. A heavy mark counts, a
thin hollow one does not; signs that the marks share are drawn once for the whole page.

Pure: a dossier in, values and markup of numbers out. Caller: `exchange.report`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.model import Dossier, RelationLabel
from factcheck.show.plot import Mark, Plot, Row, plan
from factcheck.show.svg import spoken

TICK_CELLS = 40  # so many digits have room below the axis on a phone
CLASSES: dict[RelationLabel | None, str] = {
    None: "own",
    "corroborates": "supports",
    "compatible": "open",
    "conflicts": "conflicts",
    "incomparable": "apart",
}
_POINTS: dict[RelationLabel | None, str] = {
    None: "circle",
    "corroborates": "circle",
    "conflicts": "diamond",
}
# What the marks are made of; their colours come from the group that they stand in.
SIGNS = (
    '<circle id="circle" r="5"/><path id="diamond" d="M0-6.5 6.5 0 0 6.5-6.5 0z"/>'
    '<path id="square" d="M-4.5-4.5h9v9h-9z"/><path id="bar" d="M0-5.5v11"/><circle id="ring" r="4"/>'
    '<path id="less" d="M-3 0 6-5.5v11z"/><path id="more" d="M3 0-6-5.5v11z"/>'
)


@dataclass(frozen=True, slots=True)
class Strip:
    """A picture: its rows from the top, the claim first; its marks, below a row for the axis; both in words.

    `drawing` is the inside of an SVG, made of numbers and signs of ours alone.
    """

    rows: tuple[Row, ...]
    drawing: str
    description: str


def strip_of(dossier: Dossier) -> Strip:
    """The picture of a claim; of what does not count only the first few are drawn."""
    picture = plan(dossier, fold=True)
    rows = (picture.claim, *picture.rows)
    drawing = "".join((*_grid(picture, 1 / (len(rows) + 1)), *_marks(rows)))
    return Strip(rows, drawing, " ".join(spoken(picture)))


def _grid(picture: Plot, top: float) -> Iterator[str]:
    """The claim's interval behind all rows, and a line with its number for each tick."""
    below = f'y="{_part(top)}" height="{_part(1 - top)}"'
    mark = picture.claim.mark
    if mark is not None:
        left, right = (mark.left or 0.0), 1.0 if mark.right is None else mark.right
        yield f'<rect class="band" x="{_part(left)}" width="{_part(right - left)}" {below}/>'
    for place, label in picture.axis.ticks(TICK_CELLS):
        x = _part(place)
        yield f'<line class="grid" x1="{x}" x2="{x}" y1="{_part(top)}" y2="100%"/>'
        yield f'<text x="{x}">{label}</text>'


def _marks(rows: tuple[Row, ...]) -> Iterator[str]:
    for place, row in enumerate(rows, start=1):  # the first row is the axis'
        if row.mark is not None:
            quiet = " quiet" if row.kind == "uncounted" else ""
            y = _part((place + 0.5) / (len(rows) + 1))
            yield f'<g class="{CLASSES[row.relation]}{quiet}">{_drawn(row.mark, y, row.relation)}</g>'


def _drawn(mark: Mark, y: str, relation: RelationLabel | None) -> str:
    """The line of an interval, its ends, and its point over them."""
    drawn = []
    lone = mark.left == mark.right
    if not lone:
        left, right = mark.left or 0.0, 1.0 if mark.right is None else mark.right
        drawn.append(f'<line x1="{_part(left)}" x2="{_part(right)}" y1="{y}" y2="{y}"/>')
        drawn.append(_use(_end(mark.left, mark.left_open, "less"), left, y))
        drawn.append(_use(_end(mark.right, mark.right_open, "more"), right, y))
    point = mark.left if lone and mark.left is not None else mark.point
    if point is not None and not (mark.left_open or mark.right_open):
        drawn.append(_use(_POINTS.get(relation, "square"), point, y))
    return "".join(drawn)


def _end(place: float | None, excluded: bool, arrow: str) -> str:
    """An arrow where the bound is open, a ring where it is excluded, else a short bar."""
    return arrow if place is None else "ring" if excluded else "bar"


def _use(sign: str, x: float, y: str) -> str:
    return f'<use href="#{sign}" x="{_part(x)}" y="{y}"/>'


def _part(place: float) -> str:
    """A fraction as SVG has it: 12.5%."""
    return f"{100 * place:.2f}".rstrip("0").rstrip(".") + "%"
