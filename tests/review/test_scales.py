"""A scale has labels, an order and meanings; a verdict is one of its labels."""

from dataclasses import replace
from decimal import Decimal

import pytest

from factcheck.errors import AskedWrongly
from factcheck.model import DEFAULT_SCALE, ScaleStep
from factcheck.review.scales import check_scale, find_step

RIGHT = ScaleStep("right", 2, Decimal(1), "It is so.")
WRONG = ScaleStep("wrong", 1, Decimal(0), "It is not.")
LOST = ScaleStep("lost", None, None, "Nobody can tell.")


@pytest.mark.parametrize("typed", ["mostly true", "Mostly  True", " MOSTLY TRUE "])
def test_a_verdict_is_found_however_it_is_typed(typed: str) -> None:
    assert find_step(DEFAULT_SCALE, typed).label == "mostly true"


@pytest.mark.parametrize("typed", ["", "mostly", "truth", "unchecked"])
def test_a_verdict_that_is_not_on_the_scale_is_refused_with_all_that_are(typed: str) -> None:
    with pytest.raises(AskedWrongly) as refused:
        find_step(DEFAULT_SCALE, typed)
    assert all(step.label in refused.value.hint for step in DEFAULT_SCALE)


def test_a_scale_is_put_in_order_with_what_is_beside_it_last() -> None:
    assert check_scale([LOST, WRONG, RIGHT]) == (RIGHT, WRONG, LOST)
    assert check_scale(DEFAULT_SCALE[::-1]) == DEFAULT_SCALE


@pytest.mark.parametrize(
    ("steps", "why"),
    [
        ([RIGHT], "two steps at least"),
        ([RIGHT, LOST], "two steps at least"),
        ([RIGHT, replace(WRONG, label=" ")], "a label"),
        ([RIGHT, replace(WRONG, label="Right ")], "one label"),
        ([RIGHT, replace(WRONG, order=2)], "one order"),
        ([RIGHT, replace(WRONG, meaning=" ")], "a meaning"),
        ([RIGHT, WRONG, replace(LOST, value=Decimal(3))], "go together"),
        ([RIGHT, WRONG, replace(WRONG, label="half", order=3, value=None)], "go together"),
        ([RIGHT, replace(WRONG, value=Decimal(1))], "values rise"),
        ([RIGHT, replace(WRONG, value=Decimal("NaN"))], "values rise"),
    ],
)
def test_what_is_no_scale_is_refused(steps: list[ScaleStep], why: str) -> None:
    with pytest.raises(AskedWrongly, match=why):
        check_scale(steps)
