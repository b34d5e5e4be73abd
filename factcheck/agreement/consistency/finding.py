"""What is a finding, and what may it be held against?

A finding tells an editor what a text, or one source, says of its own numbers that does not
hold together: where, in one sentence with the numbers as stated, and how to settle it. It
judges wording and arithmetic, never truth.

Pure values. Callers: the modules that find (`drift`, `shares`, `series`, …) and `findings.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from factcheck.model import Citation, Quantity, Span

Code = Literal[
    "drift-hedge",
    "drift-source",
    "drift-counted",
    "drift-period",
    "arithmetic",
    "series-falls",
    "series-floor-lowered",
]
Severity = Literal["note", "warning", "error"]
Verdict = Literal["fails", "short"]
SEVERITIES: tuple[Severity, ...] = ("note", "warning", "error")  # the gravest last


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that does not hold together. `spans` are its mentions, in the order of the text.

    `verdict` is of arithmetic only: no values reconcile the figures (fails), or only values
    beyond what is stated do (short). `claims` and `citations` are ids, in the order of the
    spans and dates; a figure from elsewhere has no span.
    """

    code: Code
    severity: Severity
    spans: tuple[Span, ...]
    sentence: str
    settle: str
    claims: tuple[str, ...] = ()
    citations: tuple[str, ...] = ()
    verdict: Verdict | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A number from elsewhere than the document at hand: who stated it, of what, when.

    `phrase` is the wording ("142 cities"), `sentence` the words around it, where they are more;
    `measure`, `place` and `period` are what a person declared it to count, where and when.
    `whole`: it counts all of it, not a part; `derived`: it was taken from somebody else;
    `is_claim`: a document claims it, otherwise it is cited.
    """

    id: str
    source: str
    quantity: Quantity
    phrase: str
    measure: str | None = None
    date: str | None = None
    outlet: str | None = None
    place: str | None = None
    period: str | None = None
    whole: bool = True
    derived: bool = False
    is_claim: bool = False
    sentence: str = ""


def of_figures(code: Code, figures: Sequence[Figure], sentence: str, settle: str) -> Finding:
    """A warning on figures from several places, which has no spans."""
    return Finding(
        code,
        "warning",
        (),
        sentence,
        settle,
        claims=tuple(figure.id for figure in figures if figure.is_claim),
        citations=tuple(figure.id for figure in figures if not figure.is_claim),
    )


def figures_of(citations: Iterable[Citation]) -> tuple[Figure, ...]:
    """The figures that citations state; those without a number state none."""
    return tuple(
        Figure(
            id=citation.id,
            source=citation.source,
            quantity=citation.quantity,
            phrase=citation.passage,
            measure=citation.measure,
            date=citation.date,
            outlet=citation.outlet,
            place=citation.place,
            period=citation.period,
            whole=citation.scope == "same",
            derived=bool(citation.derived_from),
        )
        for citation in citations
        if citation.quantity is not None
    )
