"""What hypothesis draws from: quantities of every hedge, and small worlds of citations.

A world has few names, few dates and freely drawn derived-from, so that echoes, loops,
mixtures, supersession and withdrawals all turn up. Sentences are not drawn.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from hypothesis import Phase, settings
from hypothesis import strategies as st

from factcheck.model import Citation, Hedge, Kind, Quantity, Scope

EXAMPLES = int(os.environ.get("FACTCHECK_EXAMPLES", "60"))
PHASES: tuple[Phase, ...] = tuple(Phase)
HEDGES: tuple[Hedge, ...] = (
    "exact", "about", "over", "at_least", "nearly", "up_to", "under", "range", "about_range", "vague",
)  # fmt: skip
OWN, AFFILIATE = "Claimant", "Claimant's Wing"
NAMES = ("Alpha", "Alpha", "Beta", "Beta", "Gamma", OWN, AFFILIATE)
DATES = (None, "2021-03", "2021-03-02", "2021-04-01")


def proven(test: Callable[..., Any]) -> Callable[..., Any]:
    """The seeded sample of CI; FACTCHECK_EXAMPLES=400 draws as many as the model owes."""
    return settings(max_examples=EXAMPLES, derandomize=True, deadline=None, phases=PHASES)(test)


def grain_of(number: Decimal) -> Decimal:
    """The place of the last digit that is not a nought."""
    return Decimal(1).scaleb(int(number.normalize().as_tuple().exponent)) if number else Decimal(1)


def said(hedge: Hedge, number: Decimal, other: Decimal, **others: Any) -> Quantity:
    """The quantity that a reader makes of a number (and a second one, for a range) with a hedge."""
    others = {"grain": grain_of(number), "hedge": hedge, **others}
    low, high = sorted((number, other))
    if hedge in ("range", "about_range"):
        return Quantity(low, high, None, **others)
    if hedge == "vague":
        return Quantity(number, None, None, **others)
    if hedge in ("over", "at_least"):
        return Quantity(number, None, number if hedge == "over" else None, low_open=hedge == "over", **others)
    if hedge in ("nearly", "up_to", "under"):
        point = number if hedge == "nearly" else None
        return Quantity(None, number, point, high_open=hedge == "under", **others)
    return Quantity(number, number, number, **others)


NUMBERS = st.one_of(
    st.integers(1, 3000), st.sampled_from((20, 100, 500, 1500, 2000, 12000, 30000, 2_000_000))
).map(Decimal)
LIKE_KINDS: tuple[dict[str, Any], ...] = (
    {"kind": "count"},
    {"kind": "money", "unit": "EUR"},
    {"kind": "percent", "unit": "percent"},
    {"kind": "measure", "unit": "kilometre"},
    {"kind": "duration", "unit": "hours"},
)


@st.composite
def quantities(
    draw: st.DrawFn, alike: dict[str, Any] | None = None, numbers: st.SearchStrategy[Decimal] = NUMBERS
) -> Quantity:
    """A quantity of any hedge; `alike` fixes its kind and unit."""
    kind = draw(st.sampled_from(LIKE_KINDS)) if alike is None else alike
    return said(draw(st.sampled_from(HEDGES)), draw(numbers), draw(numbers), **kind)


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Quantity, Quantity]:
    """Two quantities of one kind and unit, whose bounds often meet."""
    alike, shared = draw(st.sampled_from(LIKE_KINDS)), draw(NUMBERS)
    numbers = st.one_of(st.just(shared), NUMBERS)
    return draw(quantities(alike, numbers)), draw(quantities(alike, numbers))


@dataclass(frozen=True)
class World:
    """A claim's number and what was cited on it, in an order and in another."""

    claim: Quantity
    citations: tuple[Citation, ...]
    shuffled: tuple[Citation, ...]


COUNT: dict[str, Kind] = {"kind": "count"}
SCOPES: tuple[Scope, ...] = ("same", "same", "same", "part", "whole", "different")


@st.composite
def worlds(draw: st.DrawFn, most: int = 7) -> World:
    """Up to seven citations with freely drawn sources, dates, scopes and derivations."""
    size = draw(st.integers(0, most))
    parents = st.lists(
        st.sampled_from((*[f"c{index}" for index in range(size)], "Alpha", "Beta", "Wire", OWN)),
        max_size=2,
        unique=True,
    )
    citations = tuple(
        Citation(
            id=f"c{index}",
            source=draw(st.sampled_from(NAMES)),
            passage="as drawn",
            quantity=draw(st.one_of(quantities(COUNT), quantities(COUNT), quantities(COUNT), st.none())),
            date=draw(st.sampled_from(DATES)),
            scope=draw(st.sampled_from(SCOPES)),
            derived_from=tuple(draw(st.one_of(st.just([]), parents))),
            reliability=draw(st.sampled_from("ABCDEF")),
            party=draw(st.booleans()),
        )
        for index in range(size)
    )
    return World(draw(quantities(COUNT)), citations, tuple(draw(st.permutations(citations))))
