"""Multiples, halves, decades and ordinals that count."""

from decimal import Decimal

import pytest

from factcheck.language.lexicon import table
from factcheck.language.quantities import read


@pytest.mark.parametrize("row", table("multiples"), ids=lambda row: row["word"])
def test_a_multiple_states_its_factor(row):
    claims = read(f"They saw {row['example']} last year.")[0]
    assert [claim.quantity.point for claim in claims if claim.quantity.kind != "duration"] == [
        Decimal(row["value"])
    ]


@pytest.mark.parametrize("row", table("fractions"), ids=lambda row: row["word"])
def test_a_fraction_states_its_share(row):
    top = 2 if row["word"].endswith("s") else 1
    if row["word"] in ("half", "halves"):
        return
    (claim,) = read(f"They sold {row['example']}.")[0]
    assert abs(claim.quantity.point - Decimal(top) / int(row["parts"])) < Decimal("1e-9")


@pytest.mark.parametrize(
    ("text", "point", "kind"),
    [
        ("Half of the sheds burned.", "0.5", "ratio"),
        ("It took half an hour.", "0.5", "duration"),
        ("It is the worst in a decade.", "1", "duration"),
        ("In a single day it sank.", "1", "duration"),
        ("Twin blasts shook it.", "2", "count"),
        ("A tenfold rise came.", "10", "ratio"),
        ("They freed a third whale.", "3", "ordinal"),
        ("It lost one twenty-fifth of its crew.", "0.04", "ratio"),
        ("It needs three twenty-fifths of it.", "0.12", "ratio"),
        ("That is twelve fifths.", "2.4", "ratio"),
        ("That is one hundred forty-fifths.", "2.22222222222", "ratio"),
        ("Growth fell for six quarters.", "6", "count"),
    ],
)
def test_an_idiom_states_a_figure(text, point, kind):
    quantity = read(text)[0][0].quantity
    assert (quantity.point, quantity.kind) == (Decimal(point), kind)


@pytest.mark.parametrize(
    "text",
    [
        "The second half began.",
        "It was level at half-time.",
        "He has a second chance.",
        "It is a double-decker.",
        "Her test scores fell.",
    ],
)
def test_a_word_that_states_no_figure_makes_no_claim(text):
    assert read(text)[0] == ()


def test_a_matter_of_hours_is_two_of_them_or_more():
    (claim,) = read("It sank in a matter of only hours.")[0]
    assert (claim.quantity.low, claim.quantity.hedge, claim.quantity.unit) == (2, "vague", "hours")
