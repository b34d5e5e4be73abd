"""What is in the picture of a claim, row by row, before it is drawn?

The forest plot in fractions of its width: the claim's interval as a band, and a mark for
every citation that can be laid on the claim's scale. Origins that count come first, by what
they do to the claim, each followed by the citations that only repeat it; whatever counts for
nothing stands last, under the reason. Intervals are the bounds as printed: nothing is widened.

Pure; knows neither cells nor colours, so that a terminal and a drawing share it.
Callers: `forest.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import groupby
from typing import Literal

from factcheck.agreement.constants import with_settings
from factcheck.agreement.cores import core_of
from factcheck.agreement.rates import Rate
from factcheck.agreement.score import label_of
from factcheck.agreement.units import scale_of, why_apart
from factcheck.agreement.wording import counted, in_unit_of, number, state
from factcheck.model import Dossier, Judged, Quantity, RelationLabel, Scope, StandingStatus
from factcheck.show.axis import Axis, axis_for
from factcheck.show.lines import Role
from factcheck.show.safe import one_line

SMALLEST_COUNT = Decimal("0.5")  # where a count of zero lies on a logarithmic axis
SECTIONS: tuple[tuple[RelationLabel, str, str], ...] = (  # what one origin does, what several do
    ("corroborates", "corroborates", "corroborate"),
    ("conflicts", "conflicts", "conflict"),
    ("compatible", "neither confirms nor rules out", "neither confirm nor rule out"),
    ("incomparable", "cannot be compared", "cannot be compared"),
)
INK: dict[RelationLabel | None, Role] = {
    None: "claim",
    "corroborates": "corroborates",
    "compatible": "compatible",
    "conflicts": "conflicts",
    "incomparable": "muted",
}
APART: dict[StandingStatus, str] = {"echo": "echoes of the own source or its affiliates"}
ORDER: tuple[StandingStatus, ...] = (
    "own source",
    "echo",
    "affiliate",
    "mixed",
    "withdrawn",
    "superseded",
    "incomparable",
    "independent",
)
FEW = 3  # so many repeats of an origin are drawn when they are folded
SCOPE_NOTES: dict[Scope, str] = {
    "same": "",
    "part": " (part)",
    "whole": " (whole)",
    "different": " (other)",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """An interval in fractions of the width; an end that is None runs off the picture."""

    left: float | None
    right: float | None
    point: float | None
    left_open: bool = False
    right_open: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the picture. A heading has neither figure nor mark; `unmarked` says why none is there."""

    kind: Literal["claim", "heading", "counted", "uncounted", "folded"]
    label: str
    figure: str = ""
    mark: Mark | None = None
    relation: RelationLabel | None = None
    unmarked: str = ""


@dataclass(frozen=True, slots=True)
class Plot:
    """The whole picture: its axis, the claim, and the rows below it."""

    axis: Axis
    claim: Row
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What marks are laid on: the number whose scale it is, the axis, and declared rates."""

    ours: Quantity
    axis: Axis
    rates: Sequence[Rate] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """One origin that counts, and the citations that only repeat or precede it."""

    head: Judged
    repeats: tuple[Judged, ...]


def plan(dossier: Dossier, *, fold: bool = False) -> Plot:
    """The picture of a claim; with `fold`, of what does not count only the first few are drawn."""
    ours, rates = dossier.claim.quantity, with_settings(dossier.settings).rates
    sheet = Sheet(ours, _axis(ours, dossier.citations, rates), rates)
    claim = Row("claim", "the claim", figure_of(ours), mark_on(ours, sheet))
    return Plot(sheet.axis, claim, tuple(_rows(dossier, sheet, fold)))


def groups(citations: Sequence[Judged]) -> tuple[Group, ...]:
    """The counted origins, the smallest figure first, each with its repeats by date."""
    rest = [judged for judged in citations if not judged.standing.counted]
    return tuple(
        Group(
            head, tuple(sorted((r for r in rest if r.standing.origin == head.standing.origin), key=_by_date))
        )
        for head in sorted((judged for judged in citations if judged.standing.counted), key=_by_size)
    )


def uncounted(citations: Sequence[Judged]) -> tuple[tuple[StandingStatus, tuple[Judged, ...]], ...]:
    """The citations of no counted origin, by why they do not count, each list by date.

    An echo among them repeats the claim's own source, or whoever speaks as one with it.
    """
    origins = {judged.standing.origin for judged in citations if judged.standing.counted}
    alone = sorted(
        (judged for judged in citations if judged.standing.origin not in origins),
        key=lambda judged: (ORDER.index(judged.standing.status), _by_date(judged)),
    )
    return tuple((status, tuple(members)) for status, members in groupby(alone, lambda j: j.standing.status))


def figure_of(quantity: Quantity | None) -> str:
    """The number as stated, a range in the fewest words."""
    if quantity is None:
        return "no number"
    low, high = quantity.low, quantity.high
    if quantity.hedge == "range" and quantity.point is None and low is not None and high is not None:
        first = in_unit_of(quantity, low) if quantity.kind == "money" else number(low)
        return one_line(f"{first} to {in_unit_of(quantity, high)}")
    return one_line(state(quantity))


def _by_size(judged: Judged) -> tuple[Decimal, str]:
    quantity = judged.citation.quantity
    bounds = (quantity.point, quantity.low, quantity.high) if quantity else ()
    return (next((value for value in bounds if value is not None), Decimal(0)), judged.citation.id)


def _by_date(judged: Judged) -> tuple[str, str, str]:
    return (judged.standing.status, judged.citation.date or "", judged.citation.id)


def _rows(dossier: Dossier, sheet: Sheet, fold: bool) -> Iterable[Row]:
    grouped = groups(dossier.citations)
    for label, one, several in SECTIONS:
        members = [group for group in grouped if label_of(group.head) == label]
        if members:
            title = counted(len(members), f"origin {one}", f"origins {several}")
            yield Row("heading", title, relation=label)
        for group in members:
            yield from _group_rows(group, sheet, fold)
    for status, alone in uncounted(dossier.citations):
        yield Row("heading", f"{APART.get(status, status)}, not counted: {len(alone):,}")
        rows = [_row("uncounted", judged.citation.source, judged, sheet) for judged in alone]
        yield from _folded(rows) if fold else rows


def _group_rows(group: Group, sheet: Sheet, fold: bool) -> Iterable[Row]:
    source = group.head.citation.source
    yield _row("counted", source, group.head, sheet)
    rows = [_row("uncounted", _repeat_label(judged, source), judged, sheet) for judged in group.repeats]
    yield from _folded(rows) if fold else rows


def _folded(rows: Sequence[Row]) -> Iterable[Row]:
    """The first few rows, and one that counts the others; a single other is drawn."""
    if len(rows) <= FEW + 1:
        return rows
    return (*rows[:FEW], Row("folded", f"and {len(rows) - FEW} more"))


def _repeat_label(judged: Judged, source: str) -> str:
    """Why it does not count, and who; an older figure of the same source is told by its date."""
    citation, status = judged.citation, judged.standing.status
    same = status == "superseded" or citation.source == source
    return f"{status}: {citation.date if same and citation.date else citation.source}"


def _row(kind: Literal["counted", "uncounted"], label: str, judged: Judged, sheet: Sheet) -> Row:
    citation = judged.citation
    figure = figure_of(citation.quantity) + SCOPE_NOTES[citation.scope]
    mark, why_not = None, ""
    if citation.quantity is not None:
        mark = mark_on(citation.quantity, sheet, citation.scope)
        why_not = (
            "not on this scale" if _is_apart(citation.quantity, sheet, citation.scope) else "sets no bound"
        )
    return Row(kind, label, figure, mark, label_of(judged), "" if mark else why_not)


def _is_apart(quantity: Quantity, sheet: Sheet, scope: Scope) -> bool:
    """Whether a number cannot be laid on the claim's scale; one without any value has no place either."""
    values = quantity.low, quantity.high, quantity.point
    return (
        scope == "different"
        or why_apart(sheet.ours, quantity, sheet.rates) is not None
        or not any(v is not None for v in values)
    )


def mark_on(quantity: Quantity, sheet: Sheet, scope: Scope = "same") -> Mark | None:
    """The bounds on the sheet's scale; None where they cannot be laid on it, or nothing is bounded."""
    if _is_apart(quantity, sheet, scope):
        return None
    said = under_scope(quantity, scope)
    left, right, point = (
        None if value is None else sheet.axis.position(value)
        for value in converted_to(said, sheet.ours, sheet.rates)
    )
    if left is None and right is None:
        return None
    return Mark(left, right, point, said.low_open, said.high_open)


def under_scope(quantity: Quantity, scope: Scope) -> Quantity:
    """The printed bounds as they bear on the claim, and the figure, which stays as the point.

    A part of what the claim counts is a floor for it, and a whole a ceiling: the other side is open.
    So a floor of a whole bounds nothing, nor does a ceiling of a part. A vague plural prints no
    end, but of a whole it is read to have one, as in every comparison.
    """
    low, high, point = quantity.low, quantity.high, quantity.point
    if (low is None) != (high is None):
        point = None  # a bound is no point
    if scope == "part":
        return replace(quantity, high=None, point=point, high_open=False)
    if scope == "whole":
        core = core_of(quantity) if quantity.hedge == "vague" else None
        return replace(quantity, low=None, high=core.high if core else high, point=point, low_open=False)
    return replace(quantity, point=point)


def converted_to(
    quantity: Quantity, ours: Quantity, rates: Sequence[Rate] = ()
) -> tuple[Decimal | None, Decimal | None, Decimal | None]:
    """Low, high and point of the quantity in the claim's unit; a count of zero as one half."""
    here, there = scale_of(ours, rates), scale_of(quantity, rates)
    floor = SMALLEST_COUNT if here.dimension == "count" else None

    def converted(value: Decimal | None) -> Decimal | None:
        if value is None:
            return None
        value = value if here == there else here.printed(there.base(value))
        return floor if floor and value == 0 else value

    return converted(quantity.low), converted(quantity.high), converted(quantity.point)


def _axis(ours: Quantity, citations: Iterable[Judged], rates: Sequence[Rate]) -> Axis:
    """An axis for the claim and all that can be laid on its scale."""
    drawn = [ours]
    for judged in citations:
        quantity = judged.citation.quantity
        scope = judged.citation.scope
        if quantity and scope != "different" and why_apart(ours, quantity, rates) is None:
            drawn.append(under_scope(quantity, scope))
    values = [end for quantity in drawn for end in converted_to(quantity, ours, rates) if end is not None]
    suffix = "%" if ours.kind == "percent" else ""
    return axis_for(values, linear=scale_of(ours).linear, suffix=suffix)
