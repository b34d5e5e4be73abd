"""Which units are laid side by side, and which stay apart."""

from decimal import Decimal
from typing import Any

import pytest

from factcheck.agreement.units import describe, scale_of, why_apart
from factcheck.model import Kind, Quantity
from tests.factories import exactly


def said(value: str, unit: str | None, kind: Kind = "measure", **others: Any) -> Quantity:
    return exactly(value, unit=unit, kind=kind, **others)


EQUAL = [
    (said("25", "mile"), said("40.2336", "kilometre")),
    (said("6", "foot"), said("72", "inch")),
    (said("2", "hectare"), said("20000", "square metre")),
    (said("3", "acre"), said("12140.5692672", "m²")),
    (said("5", "tonne"), said("5000", "kilograms")),
    (said("10", "pound"), said("160", "ounce")),
    (said("36", "hours", "duration"), said("1.5", "days", "duration")),
    (said("2", "decades", "duration"), said("240", "months", "duration")),
    (said("8", "percent", "percent"), said("8000", "per 100,000", "ratio")),
    (said("14", "per 1,000 live births", "ratio"), said("1.4", "percent", "percent")),
    (said("0.25", None, "ratio"), said("25", "percent", "percent")),
    (said("75", "basis points", "percent"), said("0.75", "percentage points", "percent")),
    (said("-40", "°C"), said("-40", "°F")),
    (said("100", "°C"), said("212", "°F")),
    (said("60", "mph"), said("96.56064", "km/h")),
    (said("1.5", "GW"), said("1500", "MW")),
]


@pytest.mark.parametrize(("one", "other"), EQUAL)
def test_units_of_one_dimension_convert_exactly(one: Quantity, other: Quantity) -> None:
    assert why_apart(one, other) is None
    assert one.point is not None
    assert other.point is not None
    assert scale_of(one).base(one.point) == scale_of(other).base(other.point)
    assert scale_of(other).printed(scale_of(one).base(one.point)) == pytest.approx(
        other.point, rel=Decimal("1e-20")
    )


APART = [
    (said("9", "months", "duration"), said("270", "days", "duration"), "no fixed number of days"),
    (said("5", "EUR", "money"), said("5", "USD", "money"), "exchange rates move"),
    (said("12", None, "count"), said("12", "percent", "percent"), ""),
    (said("3", "percentage points", "percent"), said("3", "percent", "percent"), ""),
    (said("3", "ton"), said("3", "tonne"), ""),
    (said("3", "mile"), said("3", "hectare"), ""),
    (said("3", None, "ordinal"), said("3", None, "count"), ""),
    (said("2", None, "ratio"), said("20", "percent", "percent"), ""),
    (said("9", "widgets"), said("9", "gadgets"), ""),
]


@pytest.mark.parametrize(("one", "other", "why"), APART)
def test_what_has_no_exact_factor_stays_apart(one: Quantity, other: Quantity, why: str) -> None:
    found = why_apart(one, other)
    assert found is not None
    assert why in found


def test_a_unit_that_nobody_knows_compares_with_itself() -> None:
    assert why_apart(said("4", "Widgets"), said("9", "widgets")) is None


@pytest.mark.parametrize(
    ("quantity", "words"),
    [
        (said("4", None, "count"), "a count"),
        (said("4", "percent", "percent"), "a percentage"),
        (said("4", "percentage points", "percent"), "a figure in percentage points"),
        (said("4", "GBP", "money"), "an amount in GBP"),
        (said("4", "square mile"), "a figure in square miles"),
        (said("4", "per 1,000", "ratio"), "a rate per 1,000"),
        (said("4", None, "ordinal"), "a rank"),
    ],
)
def test_a_quantity_is_described_with_its_article(quantity: Quantity, words: str) -> None:
    assert describe(quantity) == words
