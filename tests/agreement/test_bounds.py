"""Interval arithmetic holds every value that the wordings allow, and no hedge is dropped."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.agreement.consistency.bounds import Bounds, as_stated, bounds_of, exactly, total
from factcheck.agreement.consistency.reckoning import Evidence, judge
from tests import factories as make

NUMBERS = st.integers(1, 10_000)


@st.composite
def intervals(draw: st.DrawFn) -> tuple[Bounds, Fraction]:
    """An interval of positive values, and one value of it."""
    low, high = sorted((draw(NUMBERS), draw(NUMBERS)))
    inside = Fraction(draw(st.integers(low, high)))
    return Bounds(Fraction(low), draw(st.sampled_from([Fraction(high), None]))), inside


def holds(bounds: Bounds, value: Fraction) -> bool:
    return bounds.meets(exactly(value))


@given(intervals(), intervals())
def test_reckoning_with_values_stays_within_reckoning_with_intervals(one, other) -> None:
    (first, x), (second, y) = one, other
    assert holds(first + second, x + y)
    assert holds(first - second, x - y)
    assert holds(first * second, x * y)
    assert holds(first / second, x / y)
    assert holds(total([first, second, first]), x + y + x)


@given(intervals(), intervals())
def test_of_two_intervals_one_is_below_or_they_meet(one, other) -> None:
    (first, _), (second, _) = one, other
    assert sum((first.is_below(second), second.is_below(first), first.meets(second))) == 1


def test_an_open_end_is_excluded() -> None:
    over = bounds_of(make.over(40))
    assert over is not None
    assert not over.meets(exactly(40))
    assert over.meets(exactly(41))
    assert not (over + exactly(5)).meets(exactly(45))
    assert not (over * exactly(2)).meets(exactly(80))
    assert (over + exactly(5)).meets(exactly(46))


@pytest.mark.parametrize(
    ("quantity", "low", "high"),
    [
        (make.exactly(40, grain=Decimal(10)), 40, 40),  # a small count was counted
        (make.exactly(2400, grain=Decimal(100)), 2350, 2450),  # a round large one was rounded
        (make.exactly(25, kind="percent", unit="percent", grain=Decimal(1)), "24.5", "25.5"),
        (make.at_least(191), 191, None),
        (make.up_to(60), 0, 60),
        (make.exactly("0.5", kind="ratio"), "0.475", "0.525"),  # half is a figure of speech
    ],
)
def test_a_wording_allows_what_it_was_rounded_from(quantity, low, high) -> None:
    expected = Bounds(Fraction(low), None if high is None else Fraction(high))
    assert bounds_of(quantity) == expected


def test_a_floor_is_taken_as_its_figure_where_only_what_is_stated_counts() -> None:
    assert as_stated(make.at_least(191)) == exactly(191)
    assert as_stated(make.about(191)) == bounds_of(make.about(191))


@pytest.mark.parametrize(
    ("new", "verdict"),
    [(make.exactly(191), "fails"), (make.at_least(191), "short"), (make.at_least(192), None)],
)
def test_a_difference_of_at_least_fifty_to_142_needs_192(new, verdict) -> None:
    evidence = Evidence(bounds_of(new) - exactly(142), as_stated(new) - exactly(142))
    assert judge(evidence, bounds_of(make.at_least(50))) == verdict
