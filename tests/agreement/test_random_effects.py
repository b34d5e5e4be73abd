"""The random-effects mean against numbers worked out by hand, and against statsmodels."""

import importlib.util
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.agreement.random_effects import Estimate, combine
from tests.agreement.strategies import proven


def with_error(log: float, error: float) -> Estimate:
    half = 1.96 * error
    return Estimate(math.exp(log), math.exp(log - half), math.exp(log + half))


def test_three_estimates_by_hand() -> None:
    """Logs 0, 1, 2 with errors 1/2: weights 4, centre 1, Q 8, tau2 (8 - 2) / (12 - 4) = .75, I2 .75."""
    combined = combine([with_error(log, 0.5) for log in (0.0, 1.0, 2.0)])
    assert combined.mean == pytest.approx(math.e)
    assert combined.i2 == pytest.approx(0.75)
    assert combined.tau == pytest.approx(math.sqrt(0.75))


def test_unequal_errors_by_hand() -> None:
    """Logs 0, 0, 3 with errors 1, 1/2, 1: weights 1, 4, 1; centre .5; Q 7.5; tau2 5.5 / (6 - 18/6) = 11/6.

    Then the weights are 6/17, 12/25, 6/17, and the mean log 3 x (6/17) / (12/17 + 12/25) = 25/28.
    """
    combined = combine([with_error(0, 1), with_error(0, 0.5), with_error(3, 1)])
    assert combined.tau == pytest.approx(math.sqrt(11 / 6))
    assert combined.i2 == pytest.approx(5.5 / 7.5)
    assert math.log(combined.mean) == pytest.approx(25 / 28)


def test_estimates_that_agree_have_no_heterogeneity() -> None:
    combined = combine([with_error(2, 0.3)] * 3)
    assert (combined.i2, combined.tau) == (0, 0)
    assert combined.mean == pytest.approx(math.exp(2))


@pytest.mark.parametrize(
    ("logs_and_errors", "mean", "tau2", "i2"),
    [
        (((7.1, 0.2), (7.4, 0.15), (6.6, 0.3)), 7.0966105685199325, 0.08614754098358343, 0.6681500317863359),
        (
            ((0.0, 0.05), (0.02, 0.04), (0.9, 0.5), (-0.1, 0.08)),
            *(-0.005319932787065124, 0.0029315617420647474, 0.4062121654907528),
        ),
        (
            ((11.2, 1.4), (8.1, 0.02), (8.0, 0.03), (9.5, 0.6), (7.2, 0.9)),
            *(8.07425656829948, 0.009903614709002634, 0.7928187816499792),
        ),
        (((2.5, 0.4), (2.45, 0.3), (2.6, 0.5)), 2.4927178153446032, 0, 0),
    ],
)
def test_it_equals_what_statsmodels_gave(
    logs_and_errors: tuple[tuple[float, float], ...], mean: float, tau2: float, i2: float
) -> None:
    """By statsmodels 0.15.0, `combine_effects(logs, errors ** 2, method_re="dl")`."""
    combined = combine([with_error(*pair) for pair in logs_and_errors])
    assert math.log(combined.mean) == pytest.approx(mean, rel=1e-9, abs=1e-9)
    assert combined.tau**2 == pytest.approx(tau2, rel=1e-9, abs=1e-9)
    assert combined.i2 == pytest.approx(i2, rel=1e-9, abs=1e-9)


@pytest.mark.skipif(
    importlib.util.find_spec("statsmodels") is None, reason="the oracle statsmodels is not installed"
)
@proven
@given(st.lists(st.tuples(st.floats(-3, 12), st.floats(0.01, 2)), min_size=3, max_size=8))
def test_it_equals_statsmodels(logs_and_errors: list[tuple[float, float]]) -> None:
    import numpy as np
    from statsmodels.stats.meta_analysis import combine_effects

    combined = combine([with_error(*pair) for pair in logs_and_errors])
    logs, errors = (np.array(column) for column in zip(*logs_and_errors, strict=True))
    with np.errstate(all="ignore"):
        oracle = combine_effects(logs, errors**2, method_re="dl")
    heterogeneous = oracle.tau2 > 0  # statsmodels does not cut a negative tau2 off at 0
    mean = oracle.mean_effect_re if heterogeneous else oracle.mean_effect_fe
    assert math.log(combined.mean) == pytest.approx(mean, rel=1e-9, abs=1e-9)
    assert combined.tau**2 == pytest.approx(oracle.tau2 if heterogeneous else 0, rel=1e-9, abs=1e-9)
    assert combined.i2 == pytest.approx(oracle.i2 if heterogeneous else 0, rel=1e-9, abs=1e-9)
