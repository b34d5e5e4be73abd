"""Pooled figures are told in the claim's unit, as few or many as there are."""

from decimal import Decimal

import pytest

from factcheck.model import Pooled, Quantity
from factcheck.show.scores import pooled_lines
from tests import factories as make
from tests.factories import exactly

MILES = exactly("120", unit="mile", kind="measure")
DOLLARS = exactly("54000000", unit="USD", kind="money")


def pooled(**given: str) -> Pooled:
    return Pooled(**{name: Decimal(value) for name, value in given.items()})


@pytest.mark.parametrize(
    ("claim", "figures", "said"),
    [
        (exactly("40"), pooled(low="41", high="41", median="41"), "Independent figure: 41."),
        (
            exactly("40"),
            pooled(floor="12", ceiling="60"),
            "Independent bounds: highest floor 12; lowest ceiling 60.",
        ),
        (
            exactly("40"),
            pooled(low="38", high="45", median="41.5", headline="41.5"),
            "Independent figures: between 38 and 45; median 41.5, the best single figure.",
        ),
        (
            exactly("40"),
            pooled(low="4", high="45", median="24.5"),
            "Independent figures: between 4 and 45; median 24.5; too far apart for one figure.",
        ),
        (MILES, pooled(low="119.924640101", high="119.924640101"), "Independent figure: 119.925 miles."),
        (
            DOLLARS,
            pooled(low="50000000", high="57000000"),
            "Independent figures: between $50 million and $57 million; too far apart for one figure.",
        ),
    ],
)
def test_what_is_pooled_is_said_in_the_unit_of_the_claim(claim: Quantity, figures: Pooled, said: str) -> None:
    dossier = make.dossier(claim=make.claim(quantity=claim), pooled=figures)
    assert " ".join(s.text for one in pooled_lines(dossier, 200) for s in one) == said
