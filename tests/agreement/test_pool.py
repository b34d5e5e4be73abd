"""What the independent figures say together."""

import math
from dataclasses import replace
from decimal import Decimal
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.agreement.pool import pool
from factcheck.model import Judged, Pooled, Quantity, Scope
from tests.agreement.strategies import proven
from tests.agreement.worlds import cited
from tests.factories import about, at_least, between, exactly, judged, over, quantity, up_to


def counted(*said: Quantity | tuple[Quantity, Scope]) -> list[Judged]:
    pairs: list[tuple[Quantity, Scope]] = [one if isinstance(one, tuple) else (one, "same") for one in said]
    return [judged(cited(f"c{i}", f"S{i}", said=said, scope=scope)) for i, (said, scope) in enumerate(pairs)]


def numbers(**values: Any) -> Pooled:
    best = tuple(map(Decimal, values.pop("best", ())))
    return Pooled(best=best, **{name: Decimal(value) for name, value in values.items()})


def estimate(low: int, point: int, high: int) -> Quantity:
    return quantity(low, high, point, hedge="range")


POOLS = [
    (counted(), numbers(), "nothing"),
    (counted(exactly(40)), numbers(low=40, high=40, median=40), "one figure is no headline"),
    (
        counted(exactly(40), about(70), over(80)),
        numbers(low=40, high=80, median=70, headline=70, best=[70]),
        "within a factor of two: the median",
    ),
    (
        counted(exactly(40), about(81)),
        numbers(low=40, high=81, median="60.5", best=[40, 81]),
        "further apart: only the range",
    ),
    (
        counted(at_least(30), at_least(50), up_to(90), up_to(120), between(45, 100)),
        numbers(floor=50, ceiling=90),
        "highest floor, lowest ceiling",
    ),
    (counted((exactly(60), "part"), (exactly(200), "whole")), numbers(floor=60, ceiling=200), "by scope"),
    (counted(Quantity(Decimal(24), None, None, "vague")), numbers(), "dozens states no bound"),
    (counted(estimate(80, 100, 130)), numbers(low=100, high=100, median=100), "an estimate is a figure"),
    (counted(exactly(0), exactly(0)), numbers(low=0, high=0, median=0, best=[0]), "no ratio, no headline"),
]


@pytest.mark.parametrize(("evidence", "expected", "example"), POOLS, ids=[row[2] for row in POOLS])
def test_figures_floors_and_ceilings_are_pooled_apart(
    evidence: list[Judged], expected: Pooled, example: str
) -> None:
    assert pool(evidence) == expected


def test_what_does_not_count_is_not_pooled() -> None:
    assert pool([judged(cited("a", "S"), status="echo")]) == Pooled()


def test_a_mean_needs_three_estimates_with_intervals() -> None:
    two = counted(estimate(80, 100, 125), estimate(160, 200, 250), exactly(150))
    assert pool(two).mean is None
    three = pool([*two[:2], *counted(estimate(320, 400, 500))])
    assert three.mean == pytest.approx(200)
    assert three.i2 is not None
    assert 0.9 < three.i2 < 1
    assert three.tau == pytest.approx(0.69, abs=0.01)


def test_figures_are_pooled_in_the_unit_of_the_claim() -> None:
    km: dict[str, Any] = {"kind": "measure", "unit": "kilometre"}
    evidence = counted(exactly(10, kind="measure", unit="mile"), exactly(20, **km), exactly(4))
    pooled = pool(evidence, exactly(18, **km))
    assert (pooled.low, pooled.high) == (Decimal("16.09344"), 20)


BEST = [
    ((500, 500, 900), [500], "what two origins say"),
    ((500, 900), [500, 900], "two figures only: a tie"),
    ((480, 500, 520, 3000), [500], "the middle of those that lie together"),
    ((0, 0, 5), [0], "a count of none has a place"),
    ((10, 20, 1000, 2000), [20, 1000], "two pairs of one ratio: their inner figures tie"),
    ((7,), [], "a single figure agrees with nobody"),
]


@pytest.mark.parametrize(("values", "best", "example"), BEST, ids=[row[2] for row in BEST])
def test_the_best_agreeing_figures_are_all_named_where_they_tie(
    values: tuple[int, ...], best: list[int], example: str
) -> None:
    assert pool(counted(*map(exactly, values))).best == tuple(map(Decimal, best))


def test_two_figures_that_differ_tie_whatever_they_weigh() -> None:
    heavy, light = counted(exactly(1500), exactly(230))
    light = replace(light, standing=replace(light.standing, weight=0.1))
    assert pool([heavy, light]).best == (230, 1500)


@proven
@given(st.lists(st.integers(1, 5000), min_size=2, max_size=9), st.randoms())
def test_the_best_agreeing_figures_are_those_of_the_plain_double_sum(
    values: list[int], chance: Random
) -> None:
    def agreement(value: int) -> float:
        return math.fsum(math.exp(-abs(math.log(value / other)) / 0.3) for other in values)

    most = max(map(agreement, values))
    expected = sorted({value for value in values if most - agreement(value) < 1e-7})
    shuffled = chance.sample(values, len(values))
    found = pool(counted(*map(exactly, shuffled))).best
    assert all(value in expected for value in found)
    assert found == tuple(map(Decimal, sorted(set(found))))
    assert found
