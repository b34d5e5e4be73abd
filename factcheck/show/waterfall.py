"""How does the score come about, citation by citation?

A table under the headings of the picture: who, which number, the weight, what it added,
and support and conflict after it. What does not count stands last, a line each, with why.
The last lines are the sum and the band with its sentence, so that nothing is left to guess.

Pure: a dossier and a width in, lines out. Caller: `cli`, for `score --explain`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.agreement.constants import DEFAULTS, Constants, with_settings
from factcheck.agreement.score import Opinion, label_of, opinion_of
from factcheck.agreement.waterfall import Step, waterfall
from factcheck.agreement.wording import counted
from factcheck.model import Agreement, Dossier, StandingStatus
from factcheck.show.lines import BLANK, Line, Segment, line, wrapped
from factcheck.show.plot import INK, SCOPE_NOTES, SECTIONS, figure_of
from factcheck.show.scores import band_line, score_text, settings_lines
from factcheck.show.tables import Column, cut_row, header

OF_ID, OF_FIGURE, WIDEST_FIGURE = 10, 13, 20
NUMBERS = (("weight", 6), ("adds", 5), ("support", 7), ("conflict", 8))
GAPS = 2 * (len(NUMBERS) + 2)
NARROWEST = 16
WHOSE: dict[StandingStatus, str] = {
    "echo": "echo of {}",
    "mixed": "mixes {}",
    "superseded": "superseded figure of {}",
}


def waterfall_lines(dossier: Dossier, width: int) -> Iterator[Line]:
    """The steps to the score of one claim, the sum, and the band with its sentence."""
    constants = with_settings(dossier.settings)
    steps = waterfall(dossier.citations, constants)
    columns = _columns(width)
    yield from header(columns)
    start = opinion_of(0, 0, constants)
    yield cut_row(columns, ["", "before any citation", "", "", "", *_shares(start)], roles={"who": "muted"})
    yield from _counted(steps, columns)
    yield from _uncounted(steps, columns)
    yield BLANK
    yield from _sum(dossier.agreement, constants, width)
    yield from settings_lines(dossier, width)


def _columns(width: int) -> tuple[Column, ...]:
    figure = min(WIDEST_FIGURE, max(OF_FIGURE, width * 16 // 100))
    taken = OF_ID + figure + sum(cells for _, cells in NUMBERS) + GAPS
    return (
        Column("citation", OF_ID, role="muted"),
        Column("who", max(NARROWEST, width - taken)),
        Column("number", figure),
        *(Column(title, cells, right=True) for title, cells in NUMBERS),
    )


def _counted(steps: Sequence[Step], columns: Sequence[Column]) -> Iterator[Line]:
    """The citations that count, under what they do to the claim."""
    for side, one, several in SECTIONS:
        members = [s for s in steps if s.judged.standing.counted and label_of(s.judged) == side]
        if members:
            title = counted(len(members), f"origin {one}", f"origins {several}")
            yield line(Segment(title, INK[side]))
        for step in members:
            standing = step.judged.standing
            figures = (f"{standing.weight:.2f}", _signed(step.adds), *_shares(step.after))
            yield cut_row(columns, [*_who(step, standing.origin), *figures])


def _uncounted(steps: Sequence[Step], columns: Sequence[Column]) -> Iterator[Line]:
    """The citations that count for nothing, each with its standing, and whom it repeats."""
    members = [step for step in steps if not step.judged.standing.counted]
    if not members:
        return
    room = sum(column.width for column in columns[3:]) + 2 * (len(columns) - 4)
    yield line(Segment(f"{counted(len(members), 'citation adds', 'citations add')} nothing", "muted"))
    for step in members:
        citation, standing = step.judged.citation, step.judged.standing
        whose = {} if standing.origin == citation.source else WHOSE
        why = whose.get(standing.status, standing.status).format(standing.origin)
        row = (*columns[:3], Column("why", room, role="muted"))
        yield cut_row(row, [*_who(step, citation.source), why])


def _who(step: Step, name: str) -> tuple[str, str, str]:
    citation = step.judged.citation
    return citation.id, name, figure_of(citation.quantity) + SCOPE_NOTES[citation.scope]


def _signed(adds: float) -> str:
    return f"{adds:+.2f}" if round(adds, 2) else "0.00"


def _shares(opinion: Opinion) -> tuple[str, str]:
    return f"{opinion.support:.2f}", f"{opinion.conflict:.2f}"


def _sum(agreement: Agreement, constants: Constants, width: int) -> Iterator[Line]:
    """How the score follows from the last line, and the verdict."""
    if agreement.score is not None:
        rate = constants.base_rate
        half = "half" if rate == DEFAULTS.base_rate else f"{rate} times"
        said = (
            f"Support {agreement.support:.2f} and {half} of the unknown {agreement.unknown:.2f} "
            f"make the {score_text(agreement)}."
        )
        yield from wrapped(line(said), width)
    yield band_line(agreement)
    for reason in agreement.reasons[-1:]:
        yield from wrapped(line(reason), width)
