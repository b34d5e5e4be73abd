"""Relations, with the sentence that an editor reads."""

from decimal import Decimal
from typing import Any

import pytest

from factcheck.agreement.compare import compare
from factcheck.model import Quantity, Scope
from tests.factories import about, at_least, between, exactly, over, quantity, up_to

ONE = Decimal(1)
PERCENT: dict[str, Any] = {"kind": "percent", "unit": "percent", "grain": ONE}
CELSIUS: dict[str, Any] = {"kind": "measure", "unit": "°C", "grain": ONE}


def nearly(value: int, **others: Any) -> Quantity:
    return quantity(None, value, value, hedge="nearly", **others)


def under(value: int, **others: Any) -> Quantity:
    return quantity(None, value, None, hedge="under", high_open=True, **others)


def vague(low: int) -> Quantity:
    return Quantity(Decimal(low), None, None, "vague")


SENTENCES: list[tuple[Quantity, Quantity, Scope, str]] = [
    (over(700), about(700), "same",
     "Corroborates: “about 700” puts forward the same figure as “over 700”; who writes “over” has "
     "usually rounded down."),
    (exactly(9000), over(9000), "same",
     "Corroborates: “over 9,000” puts forward the same figure as “9,000”; who writes “over” has "
     "usually rounded down."),
    (exactly(52), exactly(52), "same", "Corroborates: the citation states the same, “52”."),
    (over(700), exactly(880), "same", "Corroborates: “880” lies within “over 700”."),
    (over(700), exactly(690, grain=ONE), "same",
     "Corroborates: “690” is close enough to “over 700” for rounding to explain the difference."),
    (at_least(30), at_least(45), "same",
     "Corroborates: “at least 45” is a floor that makes “at least 30” true."),
    (at_least(30), over(30), "same",
     "Corroborates: “over 30” lies within “at least 30”."),
    (over(30), at_least(30), "same", "Corroborates: “at least 30” sets the same floor as “over 30”."),
    (up_to(90), under(90), "same", "Corroborates: “fewer than 90” sets the same ceiling as “up to 90”."),
    (up_to(90), under(70), "same", "Corroborates: “fewer than 70” is a ceiling that makes “up to 90” true."),
    (about(400), exactly(391, grain=ONE), "same",
     "Corroborates: “391” agrees with “about 400”, allowing for rounding."),
    (over(200), exactly(260), "part",
     "Corroborates: “260” counts only a part, and that alone makes “over 200” true."),
    (under(90), exactly(50), "whole",
     "Corroborates: “50” counts more than the claim does, and still makes “fewer than 90” true."),
    (over(700), at_least(120), "same",
     "Not ruled out: “at least 120” is a floor, and the claim “over 700” can still be true above it."),
    (over(700), up_to(4000), "same",
     "Not ruled out: “up to 4,000” is a ceiling, and the claim “over 700” can still be true below it."),
    (about(30), vague(24), "same",
     "Not ruled out: “dozens” (read as 24 to 99) leaves room for the claim “about 30”, but does not "
     "establish it."),
    (exactly(2003), exactly(1937, grain=ONE), "same",
     "Not ruled out: “1,937” is close to “2,003”, but not close enough to confirm it."),
    (over(700), exactly(88), "part",
     "Not ruled out: “88” counts only a part, so it is a floor, and the claim “over 700” can still "
     "be true above it."),
    (over(700), up_to(88), "part",
     "Not ruled out: “up to 88” counts only a part, and sets no floor for the whole."),
    (exactly(40), exactly(95), "whole",
     "Not ruled out: “95” counts more than the claim does, so it is a ceiling, "
     "and the claim “40” can still be true below it."),
    (exactly(40), at_least(95), "whole",
     "Not ruled out: “at least 95” counts more than the claim does, and sets no ceiling for a part."),
    (over(700), exactly(110, grain=ONE), "same",
     "Conflicts: “110” is at least 6.3 times lower than “over 700”."),
    (exactly(31), exactly(1240), "same", "Conflicts: “1,240” is at least 40 times higher than “31”."),
    (at_least(500), exactly(465, grain=ONE), "same", "Conflicts: “465” is 35 lower than “at least 500”."),
    (under(90), exactly(200), "part",
     "Conflicts: “200” counts only a part, and is already at least 2.2 times higher than “fewer than 90”."),
    (over(900), exactly(300), "whole",
     "Conflicts: “300” counts more than the claim does, and is still at least 3 times lower than "
     "“over 900”."),
    (over(80), under(80), "same", "Conflicts: “fewer than 80” and “over 80” cannot both be true."),
    (exactly(-8, **CELSIUS), exactly(14, **CELSIUS), "same",
     "Conflicts: “14 °C” is 22 °C higher than “-8 °C”."),
    (exactly(0), exactly(60), "same", "Conflicts: “60” is 60 higher than “0”."),
    (exactly(50, kind="measure", unit="mile", grain=ONE),
     exactly(80, kind="measure", unit="kilometre", grain=ONE), "same",
     "Corroborates: “80 kilometres” (about 49.71 miles) agrees with “50 miles”, allowing for rounding."),
    (exactly(20), exactly(20, **PERCENT), "same",
     "Not comparable, because of the unit: “20 percent” is a percentage and “20” is a count."),
    (exactly(20), exactly(20), "different",
     "Not comparable, because of the scope: the citation counts another thing, place or period."),
    (exactly(20, **PERCENT), exactly(35, **PERCENT), "part",
     "Not comparable, because of the scope: “35 percent” is a percentage, "
     "and that of a part bounds nothing about the whole."),
    (exactly(20), Quantity(None, None, None), "same",
     "Not comparable: a single number is missing on one side."),
]  # fmt: skip


@pytest.mark.parametrize(
    ("claim", "citation", "scope", "sentence"), SENTENCES, ids=[row[3][:60] for row in SENTENCES]
)
def test_a_relation_says_its_sentence(
    claim: Quantity, citation: Quantity, scope: Scope, sentence: str
) -> None:
    assert compare(claim, citation, scope).reason == sentence


LABELS = [
    (nearly(500), over(300), "compatible", "over is bounded the other way from nearly: its worst end counts"),
    (between(300, 500), over(350), "compatible", "and from a range"),
    (up_to(500), over(350), "compatible", "and from a ceiling"),
    (about(400), over(400), "corroborates", "but not from a figure: who writes over rounds down"),
    (over(300), nearly(500), "corroborates", "the worst end of nearly 500 still lies above"),
    (over(480), nearly(500), "compatible", "or does not"),
    (
        between(300, 500),
        quantity(280, 420, 350, hedge="range"),
        "compatible",
        "an estimate with both its ends",
    ),
    (between(300, 500), quantity(310, 420, 350, hedge="range"), "corroborates", "both inside"),
    (at_least(80), under(80), "conflicts", "at least 80 and fewer than 80 exclude each other"),
    (at_least(80), up_to(80), "compatible", "but 80 itself is at least and at most 80"),
    (over(80), up_to(80), "conflicts", "and not over 80"),
    (over(80), exactly(80), "corroborates", "writers round down"),
    (vague(2000), exactly(1600, grain=ONE), "compatible", "a vague plural has a wide ramp"),
    (exactly(0), exactly("0.4"), "corroborates", "counts below one half count as one half"),
    (exactly(0), exactly(1), "conflicts", "so that none and one are told apart"),
    (exactly(0, **PERCENT), exactly(0, **PERCENT), "corroborates", "zero percent agrees with itself"),
    (about(40, **PERCENT), exactly(47, **PERCENT), "compatible", "percentages on a linear scale"),
    (exactly(-20, kind="money", unit="EUR"), exactly(-90, kind="money", unit="EUR"), "conflicts", "losses"),
]


@pytest.mark.parametrize(("claim", "citation", "label", "example"), LABELS, ids=[row[3] for row in LABELS])
def test_a_pair_has_its_relation(claim: Quantity, citation: Quantity, label: str, example: str) -> None:
    assert compare(claim, citation).label == label


def test_a_part_that_exceeds_the_bound_of_the_whole_conflicts() -> None:
    assert compare(up_to(80), over(80), "part").label == "conflicts"
    assert compare(at_least(80), under(80), "whole").label == "conflicts"
    assert compare(up_to(80), at_least(80), "part").label == "compatible"


def test_the_figures_of_the_model_on_its_own_example() -> None:
    """1,480 against over 1,500: possibility .897, necessity .725."""
    relation = compare(over(1500), exactly(1480, grain=Decimal(10)))
    assert relation.possibility == pytest.approx(0.8970, abs=1e-4)
    assert relation.necessity == pytest.approx(0.7249, abs=1e-4)
    assert relation.s == pytest.approx(0.6219, abs=1e-4)


@pytest.mark.parametrize(
    ("claim", "citation", "factor", "direction"),
    [
        (over(700), exactly(110), "6.3", "lower"),
        (exactly(110), over(700), "6.3", "higher"),
        (between(20, 30), between(75, 90), "2.5", "higher"),
        (exactly(900), vague(24), "9.0", "lower"),
        (exactly(100), nearly(5000), "45.0", "higher"),
        (exactly(4), exactly(-4), None, "lower"),
        (exactly(1), exactly("1E+90"), "1E+90", "higher"),
    ],
)
def test_a_factor_is_the_least_that_the_nearest_bounds_allow(
    claim: Quantity, citation: Quantity, factor: str | None, direction: str
) -> None:
    relation = compare(claim, citation)
    assert relation.factor == (None if factor is None else Decimal(factor))
    assert relation.direction == direction
