"""Numbers as they are printed and spelled, each with the value that they state."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.language.lexicon import table
from factcheck.language.quantities import read

VALUES = [
    ("1,500", "1500", "100"),
    ("1,50,000", "150000", "10000"),
    ("12\u202f000", "12000", "1000"),
    ("3.25", "3.25", "0.01"),
    ("2 1/2", "2.5", "0.1"),
    ("2½", "2.5", "0.01"),
    ("1.5bn", "1500000000", "100000000"),
    ("20K", "20000", "10000"),
    ("7.0 million", "7000000", "100000"),
    ("5 crore 30 lakh", "53000000", "1000000"),
    ("2 lakh crore", "2000000000000", "1000000000000"),
    ("3 hundred and 21", "321", "1"),
    ("4 thousand 3 hundred and 21", "4321", "1"),
    ("3 hundred and one", "301", "1"),
    ("5 million 300 thousand", "5300000", "100000"),
    ("two hundred point zero three", "200.03", "0.01"),
    ("2.345,67", "2345.67", "0.01"),
    ("$7 bln", "7000000000", "1000000000"),
    ("twelve hundred", "1200", "100"),
    ("two hundred and fifty thousand", "250000", "10000"),
    ("one million two thousand two hundred and three", "1002203", "1"),
    ("twelve and a half thousand", "12500", "100"),
    ("half a million", "500000", "100000"),
    ("a dozen", "12", "1"),
    ("forty-two", "42", "1"),
    ("2.4×10−3", "0.0024", "0.0001"),
    ("۴۵۰", "450", "10"),
]


@pytest.mark.parametrize(("printed", "value", "grain"), VALUES)
def test_a_printed_number_states_its_value_and_the_place_of_its_last_digit(printed, value, grain):
    text = f"They sold {printed} kites."
    (claim,) = read(text)[0]
    assert claim.span.of(text) == printed
    assert (claim.quantity.point, claim.quantity.grain) == (Decimal(value), Decimal(grain))


ONES = [row["word"] for row in table("number_words") if row["role"] in ("digit", "teen")]
TENS = ["", "", *(row["word"] for row in table("number_words") if row["role"] == "tens")]


def spell(number: int) -> str:
    """A slow and obvious oracle: the British spelling of a number."""
    if number < 20:
        return ONES[number]
    if number < 100:
        return TENS[number // 10] + ("-" + ONES[number % 10] if number % 10 else "")
    for scale, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= scale:
            rest = number % scale
            link = " and " if 0 < rest < 100 else " "
            return (spell(number // scale) + " " + name + (link + spell(rest) if rest else "")).strip()
    raise AssertionError(number)


@given(st.integers(min_value=2, max_value=10**12 - 1))
def test_a_number_spelled_out_reads_back_as_itself(number):
    (claim,) = read(f"They sold {spell(number)} kites.")[0]
    assert claim.quantity.point == number


@given(st.integers(min_value=2200, max_value=10**15))
def test_a_number_grouped_by_commas_reads_back_as_itself(number):
    (claim,) = read(f"They sold {number:,} kites.")[0]
    assert claim.quantity.point == number
