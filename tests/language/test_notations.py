"""Times taken and heights, as they are noted."""

from decimal import Decimal

import pytest

from factcheck.language.numbers.notations import notation

NOTED = [
    ("2:19:30", "8370", "seconds"),
    ("9:58.24", "598.24", "seconds"),
    ("6'2\" tall", "6.166666666667", "foot"),
    ("5’11” tall", "5.916666666667", "foot"),
]


@pytest.mark.parametrize(("text", "value", "unit"), NOTED)
def test_a_notation_has_its_own_unit(text, value, unit):
    found = notation(text, 0)
    assert found is not None
    assert (found.quantity.point, found.quantity.unit) == (Decimal(value), unit)
    assert found.span.of(text) == text.removesuffix(" tall")


@pytest.mark.parametrize("text", ["10:30", "5' of rope", "6'12\"", "12"])
def test_a_time_of_day_or_a_plain_number_is_none(text):
    assert notation(text, 0) is None
