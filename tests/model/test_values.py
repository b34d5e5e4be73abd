"""Values hold their invariants from birth, and ids follow from content alone."""

from decimal import Decimal

import pytest

from factcheck.model import Quantity, Span, identify, is_date


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 3), (-1, 2)])
def test_a_span_is_never_empty_nor_negative(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


def test_a_quantity_refuses_bounds_out_of_order() -> None:
    with pytest.raises(ValueError, match="out of order"):
        Quantity(low=Decimal(2), high=Decimal(1), point=None)


@pytest.mark.parametrize("value", ["NaN", "Infinity"])
def test_a_quantity_refuses_what_is_no_number(value: str) -> None:
    with pytest.raises(ValueError, match="finite"):
        Quantity(low=None, high=None, point=Decimal(value))


def test_an_id_depends_on_every_part_and_on_their_order() -> None:
    ids = {identify("a", 1), identify("a", "1"), identify("a1"), identify(1, "a"), identify("a", None)}
    assert len(ids) == 5


def test_an_id_is_ten_characters_that_nobody_confuses() -> None:
    ids = [identify("claim", number) for number in range(500)]
    assert {len(one) for one in ids} == {10}
    assert not set("".join(ids)) & set("ilou")


def test_an_id_stands_for_text_that_no_encoding_can_write() -> None:
    assert identify("half \ud800 a pair") != identify("half  a pair")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2019", True),
        ("2019-12", True),
        ("2019-02-29", False),
        ("2020-02-29", True),
        ("16 Dec 2019", False),
        ("2019-13", False),
        ("", False),
        ("٢٠١٩", False),
    ],
)
def test_a_date_is_iso_and_in_the_calendar(text: str, expected: bool) -> None:
    assert is_date(text) is expected
