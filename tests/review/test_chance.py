"""AC1 and the raw agreement, by hand and against another implementation."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.review.alpha import alpha
from factcheck.review.chance import ac1, raw_agreement


def test_two_reviewers_by_hand() -> None:
    """8 of 10 units agree; the first label has 14 of 20: chance .7 x .3 + .3 x .7 = .42, AC1 .38 / .58."""
    counted = Counter({(0, 0): 6, (1, 1): 2, (0, 1): 2})
    assert raw_agreement(counted) == pytest.approx(0.8)
    assert ac1(counted, 2) == pytest.approx(0.38 / 0.58)


def test_where_nearly_all_get_one_verdict_alpha_falls_below_zero_and_ac1_stays() -> None:
    counted = Counter({(0, 0): 94, (0, 1): 6})
    assert raw_agreement(counted) == pytest.approx(0.94)
    found = alpha(counted)
    assert found is not None
    assert found < 0
    assert ac1(counted, 2) == pytest.approx(0.936, abs=0.001)


def test_units_that_one_person_read_count_for_chance_alone() -> None:
    counted = Counter({(0, 0): 3, (0, 1): 1})
    assert raw_agreement(counted + Counter({(1,): 4})) == raw_agreement(counted) == pytest.approx(0.75)
    assert ac1(counted + Counter({(1,): 4}), 2) != ac1(counted, 2)


@pytest.mark.parametrize(("counted", "labels"), [({}, 2), ({(0,): 3}, 2), ({(0, 0): 3}, 1)])
def test_there_is_no_ac1_without_two_readings_or_a_second_label(counted, labels: int) -> None:
    assert ac1(counted, labels) is None


@pytest.mark.filterwarnings("ignore:\\s*A value is trying to be set")  # the oracle's own
@settings(max_examples=60, derandomize=True, deadline=None)
@given(st.lists(st.lists(st.sampled_from([0, 1, 2, None]), min_size=3, max_size=3), min_size=2, max_size=10))
def test_it_equals_another_implementation(units: list[list[int | None]]) -> None:
    raw = pytest.importorskip("irrCAC.raw", reason="the oracle irrCAC is not installed")
    import pandas as pd

    given_values = [tuple(sorted(value for value in unit if value is not None)) for unit in units]
    counted = Counter(unit for unit in given_values if unit)
    if ac1(counted, 3) is None:
        return
    frame = pd.DataFrame(units, dtype="float64")
    found = raw.CAC(frame, categories=[0.0, 1.0, 2.0], digits=10).gwet()["est"]
    assert raw_agreement(counted) == pytest.approx(found["pa"], abs=1e-9)
    assert ac1(counted, 3) == pytest.approx(found["coefficient_value"], abs=1e-9)
