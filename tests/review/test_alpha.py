"""Alpha equals the published figures, another implementation, and what is true of it by reason."""

import importlib.util
from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.review.alpha import Metric, Value, alpha

METRICS: tuple[Metric, ...] = ("nominal", "ordinal", "interval", "ratio")

# Four coders, twelve units, some values missing (0): Krippendorff's example.
CODERS = ("123321412000", "123322412503", "033323422510", "123324412510")
UNITS = [[int(value) for value in unit if value != "0"] for unit in zip(*CODERS, strict=True)]


def of(units: Iterable[Sequence[Value]], metric: Metric) -> float | None:
    return alpha(Counter(tuple(unit) for unit in units), metric)


@pytest.mark.parametrize(
    ("metric", "published"), [("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849), ("ratio", 0.797)]
)
def test_it_equals_the_published_example_with_missing_data(metric: Metric, published: float) -> None:
    assert of(UNITS, metric) == pytest.approx(published, abs=0.0005)


@pytest.mark.skipif(
    importlib.util.find_spec("krippendorff") is None, reason="the oracle krippendorff is not installed"
)
@settings(max_examples=150, derandomize=True, deadline=None)
@given(st.lists(st.lists(st.integers(0, 5), max_size=5), min_size=1, max_size=12), st.sampled_from(METRICS))
def test_it_equals_another_implementation(units: list[list[int]], metric: Metric) -> None:
    import krippendorff

    pairable = [unit for unit in units if len(unit) > 1]
    if len({value for unit in pairable for value in unit}) < 2:
        assert of(units, metric) is None
        return
    counts = [[unit.count(value) for value in range(6)] for unit in units]
    expected = krippendorff.alpha(
        value_counts=counts, value_domain=list(range(6)), level_of_measurement=metric
    )
    assert of(units, metric) == pytest.approx(expected, abs=1e-9)


@pytest.mark.parametrize("metric", METRICS)
def test_perfect_agreement_is_one(metric: Metric) -> None:
    assert of([[1, 1], [2, 2, 2], [4, 4]], metric) == pytest.approx(1)


@pytest.mark.parametrize("units", [[], [[1], [2]], [[3, 3], [3, 3, 3]]])
def test_there_is_no_alpha_where_nothing_could_disagree(units: list[list[int]]) -> None:
    assert all(of(units, metric) is None for metric in METRICS)


@settings(max_examples=60, derandomize=True, deadline=None)
@given(st.lists(st.lists(st.integers(1, 4), min_size=2, max_size=4), min_size=2, max_size=8), st.randoms())
def test_neither_the_order_of_units_nor_that_of_reviewers_changes_it(units: list[list[int]], dice) -> None:
    shuffled = [dice.sample(unit, len(unit)) for unit in dice.sample(units, len(units))]
    for metric in METRICS:
        assert of(shuffled, metric) == pytest.approx(of(units, metric))


def test_values_may_be_decimals() -> None:
    scaled = [[Decimal(value) / 10 for value in unit] for unit in UNITS]
    for metric in METRICS:
        assert of(scaled, metric) == pytest.approx(of(UNITS, metric))
