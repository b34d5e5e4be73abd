"""What a writer of a number plausibly meant, wording by wording."""

from decimal import Decimal
from typing import Any

import pytest

from factcheck.agreement.cores import core_of, under_scope
from factcheck.model import Quantity
from tests.factories import about, at_least, between, exactly, over, quantity, up_to

PERCENT: dict[str, Any] = {"kind": "percent", "unit": "percent"}
KM: dict[str, Any] = {"kind": "measure", "unit": "kilometre"}


def vague(low: int) -> Quantity:
    return Quantity(Decimal(low), None, None, "vague")


CORES = [
    (exactly(412, grain=Decimal(1)), "412", "412", "a count to the last digit"),
    (exactly(1800, grain=Decimal(100)), "1750", "1850", "a round count: half its grain"),
    (exactly(300, grain=Decimal(100)), "285", "315", "but at most 5%"),
    (exactly(40000, kind="money", unit="EUR", grain=Decimal(10000)), "38000", "42000", "money likewise"),
    (exactly(1800), "1800", "1800", "a grain that nobody knows does not widen"),
    (exactly(60, grain=Decimal(1), **PERCENT), "59.5", "60.5", "a percentage: half the last printed digit"),
    (exactly("3.7", grain=Decimal("0.1"), **KM), "3.65", "3.75", "a measure likewise"),
    (exactly("3.7", **KM), "3.65", "3.75", "its last digit is seen without a grain"),
    (exactly("0.25", kind="ratio", grain=Decimal(1)), "0.25", "0.25", "one in four has no last digit"),
    (about(900, grain=Decimal(100)), "810", "990", "about: at least 10%"),
    (about(1000, grain=Decimal(1000)), "850", "1150", "at most 15%"),
    (about(2500, grain=Decimal(700)), "2150", "2850", "half its grain between the two"),
    (quantity(None, 700, 700, hedge="nearly"), "630", "700", "nearly reaches down a tenth"),
    (over(80), "80", None, "over is a floor with a figure"),
    (at_least(80), "80", None, "a floor"),
    (up_to(80), "0", "80", "a ceiling"),
    (quantity(None, 80, None, hedge="under", high_open=True), "0", "80", "a ceiling that is excluded"),
    (up_to(-4, kind="measure", unit="°C"), None, "-4", "a temperature has no least value"),
    (between(30, 45), "30", "45", "a range as stated"),
    (quantity(30, 50, hedge="about_range", grain=Decimal(1)), "27", "55", "each end as about"),
    (vague(24), "24", "99", "dozens"),
    (vague(40), "40", "99", "scores"),
    (vague(300), "300", "999", "several hundred"),
    (vague(20000), "20000", "99999", "tens of thousands"),
]


@pytest.mark.parametrize(("said", "low", "high", "example"), CORES, ids=[row[3] for row in CORES])
def test_a_wording_has_its_core(said: Quantity, low: str | None, high: str | None, example: str) -> None:
    core = core_of(said)
    assert core is not None
    assert core.low == (None if low is None else Decimal(low))
    assert core.high == (None if high is None else Decimal(high))


@pytest.mark.parametrize(
    ("said", "figure"),
    [
        (exactly(12), 12),
        (about(12), 12),
        (over(12), 12),
        (quantity(None, 12, 12, hedge="nearly"), 12),
        (at_least(12), None),
        (up_to(12), None),
        (between(12, 14), None),
        (quantity(12, 14, 13, hedge="range"), None),
        (vague(24), None),
    ],
)
def test_only_a_wording_that_puts_one_number_forward_has_a_figure(said: Quantity, figure: int | None) -> None:
    core = core_of(said)
    assert core is not None
    assert core.figure == figure


def test_a_part_is_a_floor_and_a_whole_a_ceiling() -> None:
    core = core_of(exactly(300, grain=Decimal(100)))
    assert core is not None
    part, whole = under_scope(core, "part"), under_scope(core, "whole")
    assert (part.low, part.high, part.figure) == (285, None, None)
    assert (whole.low, whole.high, whole.figure) == (0, 315, None)


def test_a_quantity_without_a_number_has_no_core() -> None:
    assert core_of(Quantity(None, None, None, kind="ratio")) is None


def test_equal_quantities_have_equal_cores_however_their_digits_are_held() -> None:
    assert core_of(exactly("2.50", **KM)) == core_of(exactly("2.5", **KM))
