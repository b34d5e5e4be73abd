"""What does the evidence for and against a number look like, as a picture to publish?

The forest plot of `plot.py` as one self-contained SVG: no script, no style from elsewhere, no
font to fetch, text as text. Everything that colour says is said in words as well, so that it
reads in black and white and aloud: `title` and `desc` tell the whole of it. A heavy mark
counts, a thin hollow one repeats somebody or counts for nothing; an arrow is a bound left
open, a ring a bound that is itself excluded. Text from outside is escaped, and cut to the
room that a cautious guess at its width leaves; whoever points at it reads the whole.

Pure: a dossier in, text out. Callers: `cli`; `strips.py`, for its words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.model import Dossier, RelationLabel
from factcheck.show.ink import BAND, GRID, INK, MUTED, PAPER, TEXT, drawn_mark, laid
from factcheck.show.lines import plain_text
from factcheck.show.markup import Element, broken, cut_to, element
from factcheck.show.passages import credited
from factcheck.show.plot import Mark, Plot, Row, plan
from factcheck.show.safe import one_line
from factcheck.show.scores import score_text, settings_lines

WIDTH = 860
MARGIN = 24
LABEL, FIGURE = 290, 118  # where the columns of text begin and how wide they are
LEFT = MARGIN + LABEL + FIGURE + 16
RIGHT = WIDTH - MARGIN - 10
ROW = 21
SMALL, PLAIN, LARGE = 11.5, 13.0, 20.0
LEADING, SENTENCE_LINES = 18, 3
TICK_CELLS = 46  # so many digits have room below the axis
HEADING_SPACE = 10
INDENTS = {"claim": 0, "heading": 0, "counted": 0, "uncounted": 14, "folded": 14}
NO_PROBABILITY = "The score says how far independent origins agree, not how likely the claim is."
LABELS: dict[RelationLabel | None, str] = {
    None: "",
    "corroborates": "supports",
    "compatible": "leaves open",
    "conflicts": "conflicts",
    "incomparable": "not comparable",
}


@dataclass(frozen=True, slots=True)
class Said:
    """A line of text: where it begins, how much room it has, and how it looks."""

    x: float
    y: float
    text: str
    room: float
    size: float = PLAIN
    fill: str = TEXT
    weight: int = 400
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Placed:
    """A row of the picture with the height at which its middle lies."""

    row: Row
    middle: float


def svg_text(dossier: Dossier, *, fold: bool = True) -> str:
    """The picture of a claim as an SVG file; with `fold`, of what does not count only the first few."""
    picture = plan(dossier, fold=fold)
    head = tuple(_headlines(dossier))
    top = head[-1].y + 40
    rows = list(_placed(picture, top))
    bottom = rows[-1].middle + ROW
    foot = tuple(_foot(dossier, picture, bottom + 40))
    height = round(foot[-1].y + 20)
    return element(
        "svg",
        element("title", f"“{dossier.claim.phrase}”: {dossier.agreement.band}", id="title"),
        _description(dossier, picture),
        element("rect", width=WIDTH, height=height, fill=PAPER),
        *(written for said in head for written in _text(said)),
        *_grid(picture, top, bottom),
        *(part for placed in rows for part in _drawn(placed)),
        *(written for said in foot for written in _text(said)),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {WIDTH} {height}",
        width=WIDTH,
        height=height,
        role="img",
        aria_labelledby="title desc",
        font_family="'Helvetica Neue', Helvetica, Arial, 'Liberation Sans', sans-serif",
    ).document()


def _description(dossier: Dossier, picture: Plot) -> Element:
    """All that the picture shows, to be read aloud."""
    said = (f"Claim by {_whose(dossier)}.", *dossier.agreement.reasons, *spoken(picture))
    return element("desc", " ".join((*said, _how_to_read(picture))), id="desc")


def spoken(picture: Plot) -> Iterator[str]:
    """The rows of the picture as sentences, but for those that count for nothing one by one."""
    for row in picture.rows:
        if row.kind == "counted":
            yield f"{row.label}: {row.figure}, {LABELS[row.relation]}."
        elif row.kind == "heading":
            yield f"{row.label}."


def _whose(dossier: Dossier) -> str:
    return dossier.source or credited(dossier.claim.attribution)


def _headlines(dossier: Dossier) -> Iterator[Said]:
    """The claim, its sentence, whose word it is, the verdict, and how many origins stand behind it."""
    room, document, agreement = WIDTH - 2 * MARGIN, dossier.document, dossier.agreement
    yield Said(MARGIN, 38, f"“{dossier.claim.phrase}”", room, LARGE, weight=700)
    y = 42.0
    sentence = dossier.claim.sentence_span.of(document.text)
    for part in broken(f"“{sentence}”", room, PLAIN, SENTENCE_LINES) if sentence else ():
        y += LEADING
        yield Said(MARGIN, y, part, room)
    printed = ", ".join(part for part in (document.publisher, document.date) if part)
    y += LEADING + 6
    whose = f"Claim by {_whose(dossier)}" + (f"; printed in {printed}" if printed else "")
    yield Said(MARGIN, y, whose, room, fill=MUTED)
    yield Said(MARGIN, y + LEADING, agreement.reasons[-1], room, weight=700)
    how_many = f"{agreement.reasons[0]} {score_text(agreement).capitalize()}."
    yield Said(MARGIN, y + 2 * LEADING, how_many, room, fill=MUTED)


def _placed(picture: Plot, top: float) -> Iterator[Placed]:
    """The claim, then every row, with a little air above each heading."""
    middle = top + ROW * 0.7
    yield Placed(picture.claim, middle)
    for row in picture.rows:
        middle += ROW + (HEADING_SPACE if row.kind == "heading" else 0)
        yield Placed(row, middle)


def _place(part: float) -> float:
    """Where a fraction of the plot's width lies."""
    return LEFT + part * (RIGHT - LEFT)


def _grid(picture: Plot, top: float, bottom: float) -> Iterator[Element]:
    """The claim's interval as a band behind all rows, the ticks, and a line for each."""
    mark = picture.claim.mark
    if mark is not None:
        yield from _claim_band(mark, top, bottom)
    for place, label in picture.axis.ticks(TICK_CELLS):
        x = _place(place)
        yield element("line", x1=x, x2=x, y1=top, y2=bottom, stroke=GRID, stroke_width=1)
        for y in (top - 7, bottom + 15):
            yield from _text(Said(x, y, label, RIGHT, SMALL, fill=MUTED, anchor="middle"))
    for y in (top, bottom):
        yield element("line", x1=LEFT, x2=RIGHT, y1=y, y2=y, stroke=MUTED, stroke_width=1)


def _claim_band(mark: Mark, top: float, bottom: float) -> Iterator[Element]:
    left = LEFT if mark.left is None else _place(mark.left)
    right = RIGHT if mark.right is None else _place(mark.right)
    width = max(3.0, right - left)
    yield element("rect", x=left, y=top, width=width, height=bottom - top, fill=BAND)
    for edge, bound in ((left, mark.left), (right, mark.right)):
        if bound is not None:
            yield element(
                "line",
                x1=edge,
                x2=edge,
                y1=top,
                y2=bottom,
                stroke=MUTED,
                stroke_width=1,
                stroke_dasharray="2 3",
            )


def _drawn(placed: Placed) -> Iterator[Element]:
    """One row: its label, its figure, its mark."""
    row, baseline = placed.row, placed.middle + 4.5
    x = MARGIN + INDENTS[row.kind]
    if row.kind in ("heading", "folded"):
        heading = row.kind == "heading"
        ink = INK[row.relation] if row.relation and heading else MUTED
        size, weight = (PLAIN, 700) if heading else (SMALL, 400)
        yield from _text(Said(x, baseline, row.label, LABEL + FIGURE, size, ink, weight))
        return
    quiet = row.kind == "uncounted"
    fill, size, weight = (MUTED, SMALL, 400) if quiet else (TEXT, PLAIN, 700 if row.kind == "claim" else 400)
    room = LABEL - INDENTS[row.kind] - 12
    yield from _text(Said(x, baseline, row.label, room, size, fill, weight))
    yield from _text(Said(MARGIN + LABEL, baseline, row.figure, FIGURE, size, fill, weight))
    if row.mark is not None:
        yield from drawn_mark(laid(row.mark, _place, LEFT, RIGHT), placed.middle, row.relation, quiet=quiet)
    elif row.unmarked:
        yield from _text(Said(LEFT, baseline, row.unmarked, RIGHT - LEFT, SMALL, MUTED))


def _foot(dossier: Dossier, picture: Plot, y: float) -> Iterator[Said]:
    """How to read the picture, and which constants of the model were set otherwise."""
    room = WIDTH - 2 * MARGIN
    notes = [f"{_how_to_read(picture)} {NO_PROBABILITY}"]
    notes += [plain_text(part).removeprefix("- ") for part in settings_lines(dossier, 10_000)]
    lines = [part for note in notes for part in broken(note, room, SMALL, len(note))]
    for number, said in enumerate(lines):
        yield Said(MARGIN, y + 15 * number, said, room, SMALL, fill=MUTED)


def _how_to_read(picture: Plot) -> str:
    scale = (
        "Logarithmic scale: equal steps are equal ratios" if picture.axis.scale == "log" else "Linear scale"
    )
    return (
        f"{scale}. Bounds are as printed; the shaded band is the claim. "
        "A circle supports it, a diamond conflicts, a square leaves it open; "
        "thin hollow marks repeat a source or count for nothing. "
        "An arrow is an open bound, a ring a bound that is itself excluded."
    )


def _text(said: Said) -> Iterator[Element]:
    """A line of text, cut to its room; what was cut is read by pointing at it."""
    kept = cut_to(said.text, said.room, said.size, bold=said.weight > 400)
    tip = (element("title", said.text),) if kept != one_line(said.text) else ()
    if kept:
        yield element(
            "text",
            *tip,
            kept,
            x=said.x,
            y=said.y,
            font_size=said.size,
            fill=said.fill,
            font_weight=said.weight if said.weight > 400 else None,
            text_anchor=said.anchor,
        )
