"""How quantities read in a sentence."""

from decimal import Decimal

import pytest

from factcheck.agreement.compare import compare
from factcheck.agreement.wording import amount, listed, number, state, times, unit_name
from factcheck.model import Quantity
from tests.factories import about, at_least, between, exactly, over, quantity, up_to


def vague(low: int) -> Quantity:
    return Quantity(Decimal(low), None, None, "vague")


STATED = [
    (exactly(87), "87"),
    (over(2400), "over 2,400"),
    (at_least(17), "at least 17"),
    (quantity(None, 800, 800, hedge="nearly"), "nearly 800"),
    (up_to(60), "up to 60"),
    (quantity(None, 60, None, hedge="under", high_open=True), "fewer than 60"),
    (
        quantity(None, 60, None, hedge="under", high_open=True, kind="percent", unit="percent"),
        "under 60 percent",
    ),
    (between(15, 25), "between 15 and 25"),
    (quantity(15, 25, hedge="about_range"), "about 15 to 25"),
    (quantity(310, 505, 400, hedge="range"), "400 (310 to 505)"),
    (about("3.4", kind="percent", unit="percent"), "about 3.4 percent"),
    (exactly(2_400_000, kind="money", unit="USD"), "$2.4 million"),
    (between(2, 3, kind="money", unit="EUR"), "between €2 and €3"),
    (exactly(90, kind="money", unit="NOK"), "90 NOK"),
    (exactly(1, kind="measure", unit="mile"), "1 mile"),
    (exactly(3, kind="measure", unit="square foot"), "3 square feet"),
    (exactly("0.2", kind="ratio"), "1 in 5"),
    (exactly("0.666666666667", kind="ratio"), "2 in 3"),
    (exactly(3, kind="ratio"), "3 times"),
    (exactly(14, kind="ratio", unit="per 1,000"), "14 per 1,000"),
    (vague(24), "dozens"),
    (vague(3000), "3,000 or more"),
    (vague(200000), "hundreds of thousands"),
    (Quantity(None, None, None), "no single number"),
]


@pytest.mark.parametrize(("said", "words"), STATED)
def test_a_quantity_reads_as_it_was_stated(said: Quantity, words: str) -> None:
    assert state(said) == words


@pytest.mark.parametrize(
    ("value", "digits"),
    [
        ("1500", "1,500"),
        ("1500.00", "1,500"),
        ("0.05", "0.05"),
        ("-12", "-12"),
        ("1234567", "1,234,567"),
        ("1940000", "1.94 million"),
        ("7E+9", "7 billion"),
        ("1E+200", "1E+200"),
    ],
)
def test_a_number_is_grouped_and_never_rounded(value: str, digits: str) -> None:
    assert number(Decimal(value)) == digits


@pytest.mark.parametrize(
    ("unit", "one", "many"),
    [
        ("kilometre", "kilometre", "kilometres"),
        ("foot", "foot", "feet"),
        ("metre per second", "metre per second", "metres per second"),
        ("kilowatt hour", "kilowatt hour", "kilowatt hours"),
        ("years of age", "year of age", "years of age"),
        ("°C", "°C", "°C"),
        ("celsius", "°C", "°C"),
        ("megawatt", "megawatt", "megawatts"),
        ("km/h", "km/h", "km/h"),
        ("mph", "mph", "mph"),
    ],
)
def test_a_unit_is_inflected_with_its_value(unit: str, one: str, many: str) -> None:
    assert (unit_name(unit, Decimal(1)), unit_name(unit, Decimal(2))) == (one, many)


def test_a_difference_of_percentages_is_in_percentage_points() -> None:
    assert amount(Decimal(3), exactly(40, kind="percent", unit="percent")) == "3 percentage points"


def test_names_are_listed_as_english_does() -> None:
    assert [listed(names) for names in ([], ["A"], ["A", "B"], ["A", "B", "C"])] == [
        "",
        "A",
        "A and B",
        "A, B and C",
    ]


def test_a_share_in_another_unit_is_converted_to_percent_not_to_points() -> None:
    claim = Quantity(Decimal(8), Decimal(8), Decimal(8), kind="percent", unit="percent")
    cited = Quantity(Decimal(8000), Decimal(8000), Decimal(8000), kind="ratio", unit="per 100,000")
    assert "“8,000 per 100,000” (about 8 percent)" in compare(claim, cited).reason


@pytest.mark.parametrize(
    ("factor", "said"), [("6.5", "6.5 times"), ("99.9", "99.9 times"), ("18181.8", "18,181 times")]
)
def test_a_factor_is_never_told_more_exactly_than_it_matters(factor: str, said: str) -> None:
    assert times(Decimal(factor)) == said
