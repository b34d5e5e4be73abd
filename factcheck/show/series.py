"""How did one source's count of the same thing go on?

A row for each dated figure, the oldest first, all on one axis: the latest heavy, those that
it supersedes light. A count that falls and a floor that sinks are said where they happen.
Drawn are a source's own figures of the whole; what it took from others is no word of its own.

Pure: citations and a width in, lines out. Caller: `dossiers.py`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from factcheck.agreement.consistency.finding import Code, Figure, figures_of
from factcheck.agreement.consistency.series import series, tellings
from factcheck.agreement.units import scale_of
from factcheck.agreement.wording import counted
from factcheck.model import Citation
from factcheck.show.axis import Axis, axis_for
from factcheck.show.cells import HEAVY, LIGHT, axis_lines, segments, strokes
from factcheck.show.lines import BLANK, Line, Role, Segment, cell_width, fitted, line, shown, wrapped
from factcheck.show.plot import Mark, Sheet, converted_to, figure_of, mark_on

LATEST = 12  # figures that are drawn
NARROWEST_PLOT = 20
GAP, INDENT = "  ", " "
STEPS: dict[Code, str] = {"series-falls": " (falls)", "series-floor-lowered": " (lowered)"}


def series_lines(citations: Sequence[Citation], width: int) -> Iterator[Line]:
    """The series of every source that gave two different figures or more; nothing where none did."""
    own = [figure for figure in figures_of(citations) if not figure.derived]
    steps = {finding.citations[-1]: STEPS[finding.code] for finding in series(own)}
    told = [figures for figures in map(_plotted, tellings(own)) if len({one.quantity for one in figures}) > 1]
    if told:
        yield line(Segment("Figures over time", "heading"))
    for figures in told:
        yield from _drawn(figures, steps, width)


def _plotted(figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """The figures that can be laid on the scale of the latest, each statement of a day once."""
    dimension = scale_of(figures[-1].quantity).dimension
    once = {(one.date, one.quantity): one for one in figures}
    return tuple(one for one in once.values() if scale_of(one.quantity).dimension == dimension)


def _drawn(figures: Sequence[Figure], steps: Mapping[str, str], width: int) -> Iterator[Line]:
    latest, drawn = figures[-1], figures[-LATEST:]
    yield BLANK
    what = f", {latest.measure}" if latest.measure else ""
    yield from wrapped(line(shown(latest.source, "source"), shown(what)), width)
    if len(figures) > LATEST:
        earlier = counted(len(figures) - LATEST, "earlier figure", "earlier figures")
        yield line(INDENT, Segment(earlier, "muted"))
    said = [figure_of(one.quantity) + steps.get(one.id, "") for one in drawn]
    dates = max(cell_width(one.date or "") for one in drawn)
    room = min(max(map(cell_width, said)), width // 3)
    before = len(INDENT) + dates + room + 2 * len(GAP)
    plot = max(NARROWEST_PLOT, width - before)
    axis = _axis(drawn)
    yield from axis_lines(axis, plot, before, top=True)
    for one, words in zip(drawn, said, strict=True):
        text = f"{INDENT}{fitted(one.date or '', dates)}{GAP}{fitted(words, room)}{GAP}"
        yield _row(text, mark_on(one.quantity, Sheet(latest.quantity, axis)), plot, one is latest)


def _row(text: str, mark: Mark | None, width: int, is_latest: bool) -> Line:
    roles: tuple[Role, Role] = ("plain", "claim") if is_latest else ("muted", "muted")
    cells = dict(strokes(mark, HEAVY if is_latest else LIGHT, width)) if mark else {}
    return line(Segment(text, roles[0]), *segments(range(0), cells, roles[1]))


def _axis(figures: Sequence[Figure]) -> Axis:
    latest = figures[-1].quantity
    values = [value for one in figures for value in converted_to(one.quantity, latest) if value is not None]
    suffix = "%" if latest.kind == "percent" else ""
    return axis_for(values, linear=scale_of(latest).linear, suffix=suffix)
