"""Every constant of the model is pinned by a case of ours: a small step up or down changes its answer."""

import pytest

from bench.agreement.mutations import STEPS, changing, own, steps
from bench.agreement.pins import PINS, Pin
from factcheck.agreement.constants import CONSTANTS, DEFAULTS, Constants


@pytest.mark.parametrize("pin", PINS, ids=[pin.example for pin in PINS])
def test_a_case_near_a_border_is_answered_like_this(pin: Pin) -> None:
    assert pin.answer(DEFAULTS) == pin.expected


@pytest.mark.parametrize(
    ("name", "value", "moved"), list(steps()), ids=[f"{name} {value}" for name, value, _ in steps()]
)
def test_a_small_step_of_a_constant_changes_a_case(name: str, value: str, moved: Constants) -> None:
    assert changing(own, moved)


def test_every_constant_is_moved_both_ways_where_its_limits_allow_it() -> None:
    assert list(STEPS) == [one.name for one in CONSTANTS]
    for one in CONSTANTS:
        default, values = getattr(DEFAULTS, one.name), [float(value) for value in STEPS[one.name]]
        assert any(value < default for value in values) == (one.least < default)
        assert any(value > default for value in values) == (one.most > default)


def test_the_examples_are_told_apart() -> None:
    assert len({pin.example for pin in PINS}) == len(PINS)
