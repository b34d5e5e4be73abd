"""Every row of the tables of units and currencies at work in its own example."""

from decimal import Decimal

import pytest

from factcheck.language.lexicon import table
from factcheck.language.numbers.units import ONLY_GLUED, ONLY_SCALED
from factcheck.language.quantities import read

UNITS = [
    (row["form"], row["unit"])
    for row in table("units")
    if row["form"] not in ONLY_GLUED and row["form"].isascii()
]
GLUED = ("ps", "y=")  # signs that a converter spelled touch their figure
BEFORE = [(row["form"], row["unit"]) for row in table("currencies") if row["place"] != "after"]
AFTER = [
    (row["form"], row["unit"])
    for row in table("currencies")
    if row["place"] == "after" and row["form"] not in ONLY_SCALED
]


@pytest.mark.parametrize(("form", "unit"), UNITS)
def test_a_unit_has_one_name_however_it_is_written(form, unit):
    assert [claim.quantity.unit for claim in read(f"It took 12 {form}, they said.")[0]] == [unit]


@pytest.mark.parametrize(("form", "unit"), BEFORE)
def test_a_currency_before_the_figure_gives_its_code(form, unit):
    printed = form.upper() if "$" in form else form[0].upper() + form[1:]
    printed = printed.upper() if len(form) == 3 and form.isalpha() else printed
    printed = printed.upper() if form in GLUED else f"{printed} "
    (claim,) = read(f"It cost {printed}45,000, they said.")[0]
    assert (claim.quantity.kind, claim.quantity.unit) == ("money", unit)


@pytest.mark.parametrize(("form", "unit"), AFTER)
def test_a_currency_after_the_figure_gives_its_code(form, unit):
    (claim,) = read(f"It cost 45,000 {form}, they said.")[0]
    assert (claim.quantity.kind, claim.quantity.unit) == ("money", unit)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("It weighed 12 pounds.", "12", "pound"),
        ("It cost 12 million pounds.", "12000000", "GBP"),
        ("It covers 40 km^2.", "40", "square kilometre"),
        ("He is 5 feet 6 inches tall.", "5.5", "foot"),
        ("It cost 3 dollars and 50 cents.", "3.5", "USD"),
        ("It cost 3 dollars 50.", "3.5", "USD"),
        ("He is 5 ft 6 in and thin.", "5.5", "foot"),
        ("It makes 310 Nm of torque.", "310", "newton metre"),
        ("The film is 310 nm thin.", "310", "nanometre"),
        ("It was 31 C outside.", "31", "celsius"),
        ("It has a 7 W lamp.", "7", "watt"),
        ("It sold for 40 MEUR in May.", "40000000", "EUR"),
        ("It cost 40 usd.", "40", "USD"),
        ("It lost PS4.1m there.", "4100000", "GBP"),
        ("It fell from 3.1 to 2.9 percent.", "3.1", "percent"),
        ("They won 31 and 29 percent.", "31", "percent"),
        ("It took ten full months.", "10", "months"),
        ("It came in one week's time.", "1", "weeks"),
        ("Crores of rupees went.", "20000000", "INR"),
        ("The 1.3m-strong crowd left.", "1300000", None),
        ("He ran the 100m in June.", "100", "metre"),
    ],
)
def test_the_words_around_a_number_decide_between_two_units(text, value, unit):
    claim = read(text)[0][0]
    assert (claim.quantity.unit, claim.quantity.low) == (unit, Decimal(value))
