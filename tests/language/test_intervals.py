"""Two numbers that belong together, and two that do not."""

from decimal import Decimal

import pytest

from factcheck.language.quantities import read

PAIRS = [
    ("They sold 10-15 kites.", [("10", "15")]),
    ("They sold 10 to 15 kites.", [("10", "15")]),
    ("They sold ten or twelve kites.", [("10", "12")]),
    ("The pipe is an 8- to 16-metre one.", [("8", "16")]),
    ("It fell between 5% and 7%.", [("5", "7")]),
    ("It rose by 5 to 7 percent.", [("5", "7")]),
    ("It rose 5% to 120.", [("5", "5"), ("120", "120")]),
    ("It fell from 9 to 4.", [("9", "9"), ("4", "4")]),
    ("It has four-, five- and six-metre pipes.", [("4", "4"), ("5", "5"), ("6", "6")]),
    ("It fell from 9 to 4.5 million.", [("9000000", "9000000"), ("4500000", "4500000")]),
    ("It sold more than 30 and less than or equal to 40 kites.", [("30", "40")]),
    ("One over twenty-five.", [("0.04", "0.04")]),
    ("He won 12 over 60 others.", [("12", "12"), ("60", None)]),
    ("It lies between -5 and -3 degrees.", [("-5", "-3")]),
    ("It ranged from -3 °C to -15 °C.", [("-15", "-3")]),
    ("It moved by −0.4 ± 0.1 percent.", [("-0.5", "-0.3")]),
    ("It was 31, now it is -12C.", [("31", "31"), ("-12", "-12")]),
    ("It fell between 2014 and 2017.", []),
    ("It has 17 out of 23 seats.", [("17", "17"), ("23", "23")]),
    ("It has nine out of ten seats.", [("0.9", "0.9")]),
    ("It cost 5 pounds and 40 euros.", [("5", "5"), ("40", "40")]),
    ("It cost $5 and $7 billion.", [("5", "5"), ("7000000000", "7000000000")]),
]


@pytest.mark.parametrize(("text", "bounds"), PAIRS)
def test_two_numbers_are_one_claim_only_where_they_are_one_statement(text, bounds):
    read_bounds = [(claim.quantity.low, claim.quantity.high) for claim in read(text)[0]]
    assert read_bounds == [(Decimal(low), high and Decimal(high)) for low, high in bounds]
