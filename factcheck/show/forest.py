"""What does the evidence for and against a number look like, in lines of text?

A forest plot: one row a citation, its printed interval drawn on the axis, the claim's
interval as a shade behind all rows. Heavy marks count, light ones repeat somebody or count
for nothing and say so in their label. An arrow is a bound that was left open: a floor
points right, a ceiling left; a ring is a bound that is itself excluded ("over 1,500").

Pure: a dossier and a width in, lines of styled segments out. Callers: `dossiers.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.model import Dossier
from factcheck.show.cells import HEAVY, LIGHT, SHADE, axis_lines, cell_of, segments, strokes
from factcheck.show.lines import Line, Role, Segment, cell_width, fitted, line, shown, wrapped
from factcheck.show.plot import INK, Mark, Plot, Row, plan

GAP = 2
NARROWEST_PLOT = 20
LONG = 12  # rows from which on the axis is printed again at the bottom
INDENTS = {"claim": 0, "heading": 0, "counted": 1, "uncounted": 3, "folded": 3}
TEXT_ROLES: dict[str, Role] = {"claim": "claim", "counted": "plain", "uncounted": "muted"}


@dataclass(frozen=True, slots=True)
class Layout:
    """How many cells each column has."""

    label: int
    figure: int
    plot: int


def forest(dossier: Dossier, width: int, *, fold: bool = False) -> tuple[Line, ...]:
    """The picture in lines of at most `width` cells; with `fold`, fewer repeats."""
    picture = plan(dossier, fold=fold)
    layout = _layout(picture, width)
    rows = [_drawn(row, picture, layout) for row in picture.rows]
    below = _axis_lines(picture, layout, top=False) if len(rows) >= LONG else ()
    return (
        *_axis_lines(picture, layout, top=True),
        _drawn(picture.claim, picture, layout),
        *rows,
        *below,
        *_caption(picture, width),
    )


def _layout(picture: Plot, width: int) -> Layout:
    rows = [picture.claim, *(row for row in picture.rows if row.kind != "heading")]
    figure = min(max(cell_width(row.figure) for row in rows), width * 24 // 100)
    titles = [cell_width(row.label) - figure - GAP for row in picture.rows if row.kind == "heading"]
    longest = max([*titles, *(cell_width(row.label) + INDENTS[row.kind] for row in rows)])
    room = width - figure - 2 * GAP
    label = min(longest, width * 36 // 100, room - NARROWEST_PLOT)
    return Layout(label, figure, room - label)


def _drawn(row: Row, picture: Plot, layout: Layout) -> Line:
    """One row: label, figure, and its mark over the shade of the claim."""
    if row.kind in ("heading", "folded"):
        return _heading(row, picture, layout)
    text = TEXT_ROLES[row.kind]
    label = fitted(" " * INDENTS[row.kind] + shown(row.label).text, layout.label) + " " * GAP
    figure = fitted(row.figure, layout.figure) + " " * GAP
    ink = "muted" if row.kind == "uncounted" else INK[row.relation]
    return line(Segment(label, text), Segment(figure, text), *_plotted(row, picture, layout, ink))


def _heading(row: Row, picture: Plot, layout: Layout) -> Line:
    """The title of a section, or a count of folded rows, the shade running on to its right."""
    room = layout.label + GAP + layout.figure
    title = Segment(
        fitted(" " * INDENTS[row.kind] + row.label, room) + " " * GAP,
        INK[row.relation] if row.relation else "muted",
    )
    return line(title, *segments(_shade(picture.claim.mark, layout.plot), {}, "muted"))


def _plotted(row: Row, picture: Plot, layout: Layout, ink: Role) -> Iterator[Segment]:
    if row.mark is None:
        yield Segment(row.unmarked, "muted")
        return
    pen = LIGHT if row.kind == "uncounted" else HEAVY
    marks = dict(strokes(row.mark, pen, layout.plot))
    yield from segments(_shade(picture.claim.mark, layout.plot), marks, ink)


def _shade(mark: Mark | None, width: int) -> range:
    """The cells of the claim's interval."""
    if mark is None:
        return range(0)
    left = 0 if mark.left is None else cell_of(mark.left, width)
    right = width - 1 if mark.right is None else cell_of(mark.right, width)
    return range(left, right + 1)


def _axis_lines(picture: Plot, layout: Layout, *, top: bool) -> tuple[Line, Line]:
    """The scale with its ticks, behind the columns of text."""
    before = layout.label + layout.figure + 2 * GAP
    return axis_lines(picture.axis, layout.plot, before, top=top)


def _caption(picture: Plot, width: int) -> tuple[Line, ...]:
    """How to read the picture."""
    said = f"{picture.axis.scale} scale, bounds as printed; {SHADE} the claim; ━ counts, ─ does not; ▶ open"
    return wrapped(line(Segment(said, "muted")), width)
