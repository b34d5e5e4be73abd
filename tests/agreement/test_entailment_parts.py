"""The parts of numeric entailment: strict bounds, words, pairing, stories, sums, weights."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as draw

from factcheck.agreement.entailment.alignment import align
from factcheck.agreement.entailment.derivations import derive
from factcheck.agreement.entailment.figures import state, stem
from factcheck.agreement.entailment.judgement import entail
from factcheck.agreement.entailment.overlap import are_alike, coverage, measures, weights
from factcheck.agreement.entailment.stories import tell
from factcheck.agreement.entailment.strict import judge
from factcheck.agreement.entailment.twins import only_difference
from factcheck.language.quantities import read
from factcheck.model import Hedge, Quantity

HEDGES: tuple[Hedge, ...] = ("exact", "over", "at_least", "up_to", "under")


def quantity(hedge: Hedge, value: int) -> Quantity:
    number = Decimal(value)
    return Quantity(
        None if hedge in ("up_to", "under") else number,
        None if hedge in ("over", "at_least") else number,
        number,
        hedge,
        low_open=hedge == "over",
        high_open=hedge == "under",
    )


def holds(stated: Quantity, value: Decimal) -> bool:
    """The slow and obvious reading of a bound."""
    if stated.low is not None and (value < stated.low or (value == stated.low and stated.low_open)):
        return False
    return stated.high is None or value < stated.high or (value == stated.high and not stated.high_open)


QUANTITIES = draw.builds(quantity, draw.sampled_from(HEDGES), draw.integers(0, 9))
PLACES = [Decimal(place) / 2 for place in range(-4, 26)]


@settings(max_examples=400)
@given(QUANTITIES, QUANTITIES)
def test_strict_judgement_is_that_of_trying_every_value(premise: Quantity, hypothesis: Quantity) -> None:
    meant = [holds(hypothesis, place) for place in PLACES if holds(premise, place)]
    expected = "entailment" if all(meant) else "neutral" if any(meant) else "contradiction"
    assert judge(premise, hypothesis) == expected


@settings(max_examples=400)
@given(QUANTITIES, QUANTITIES)
def test_ruling_out_is_mutual(one: Quantity, other: Quantity) -> None:
    assert (judge(one, other) == "contradiction") == (judge(other, one) == "contradiction")


@settings(max_examples=400)
@given(draw.text(max_size=60), draw.text(max_size=60))
def test_any_two_texts_have_an_answer_whose_spans_lie_in_them(premise: str, hypothesis: str) -> None:
    answer = entail(premise, hypothesis)
    assert answer.reason
    for pair in answer.aligned:
        assert pair.premise_span.end <= len(premise)
        assert pair.hypothesis_span.end <= len(hypothesis)


@pytest.mark.parametrize(
    ("premise", "hypothesis", "label"),
    [
        ("5 km", "5,000 metres", "entailment"),
        ("half of the voters", "50% of the voters", "entailment"),
        ("5 km", "5 men", None),
        ("$5", "€5", None),
    ],
)
def test_units_convert_or_stay_apart(premise: str, hypothesis: str, label: str | None) -> None:
    ours, theirs = (read(text)[0][0].quantity for text in (premise, hypothesis))
    assert judge(ours, theirs) == label


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("soldiers", "soldier"),
        ("soldier's", "soldier"),
        ("killing", "kill"),
        ("stopped", "stop"),
        ("bus", "bus"),
    ],
)
def test_a_stem_is_the_word_without_its_endings(word: str, expected: str) -> None:
    assert stem(word) == expected


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("investigat", "investigator", True),
        ("car", "care", False),
        ("north", "south", False),
        ("kill", "kill", True),
    ],
)
def test_forms_of_one_word_are_alike(one: str, other: str, alike: bool) -> None:
    assert are_alike(one, other) is alike is are_alike(other, one)


def test_coverage_is_the_share_of_words_that_are_said_too() -> None:
    assert coverage({"flood", "home"}, {"flood", "river"}) == 0.5
    assert coverage(set(), {"flood"}) == 0.5


def test_every_weight_weighs_something_that_is_measured() -> None:
    assert set(weights()) == set(measures(state("5 men came."), state("5 men came.")))


def test_a_number_is_laid_beside_the_one_that_makes_it_true() -> None:
    premise = state("The storm killed 8 people, injured 31 and cut power to 900 homes.")
    (pairing,) = align(premise, state("31 people were injured."))
    assert pairing.stated is not None
    assert pairing.stated.quantity.point == 31


def test_a_number_told_again_still_speaks() -> None:
    premise = state("A gunman shot six guards. The six guards survived.")
    assert [pairing.is_met for pairing in align(premise, state("6 guards survived."))] == [True]


@pytest.mark.parametrize(
    ("premise", "hypothesis", "found"),
    [
        ("Track 9 was closed.", "Track more than 7 was closed.", ("9", "more than 7")),
        ("The ticket costs $ 40.", "The ticket costs $ more than 30.", ("$ 40", "more than 30")),
        ("9 men came.", "9 men left.", None),
        ("9 men came.", "9 men came early.", None),
    ],
)
def test_twins_differ_in_one_number_and_nothing_else(
    premise: str, hypothesis: str, found: tuple[str, str] | None
) -> None:
    figures = only_difference(state(premise), state(hypothesis))
    surfaces = figures and (figures[0].span.of(premise), figures[1].span.of(hypothesis))
    assert surfaces == found


@pytest.mark.parametrize(
    ("premise", "changes"),
    [
        ("Ines had 20 coins, spent 6 coins and found 3 coins.", ["told", "goes", "comes"]),
        ("Ines had 20 coins and her brother gave her 6.", ["told", "comes"]),
        ("Ines had 20 coins and she gave 6 to him.", ["told", "goes"]),
        ("20 geese sat on the pond and 6 more geese flew away.", ["told", "goes"]),
        ("Ines had 20 coins and 6 were gold.", ["told", "part"]),
    ],
)
def test_a_story_tells_what_becomes_of_each_number(premise: str, changes: list[str]) -> None:
    hypothesis = state("Ines has 11 coins now.")
    story = tell(state(premise), hypothesis, hypothesis.figures[0])
    assert [told.change for told in story.numbers] == changes


def test_a_share_with_endless_decimals_is_met_to_the_printed_digit() -> None:
    hypothesis = state("Each child got 2.33 cakes.")
    story = tell(state("7 cakes were shared equally among 3 children."), hypothesis, hypothesis.figures[0])
    assert any(found.gives(hypothesis.figures[0].quantity) for found in derive(story))


@pytest.mark.parametrize(
    ("premise", "hypothesis", "label", "example"),
    [
        ("In Orle 14 miners died.", "Officials in Orle said 14 miners died.", "entailment", "who reports it"),
        ("In Orle 14 miners died.", "14 miners were killed in Orle.", "entailment", "another word for it"),
        ("In Orle 14 miners died.", "14 miners were hurt in Orle.", "neutral", "another measure"),
        ("Orle sold 300 boats.", "Orle sold 300 boats in 1974.", "neutral", "a year that nobody printed"),
        ("In 1974 Orle sold 300 boats.", "Orle sold 300 boats in 1974.", "entailment", "a year in both"),
        ("Ann had 9 coins and spent 4.", "Now Ann has 7 coins.", "contradiction", "the sum rules it out"),
        (
            "Ann had 9 coins and spent 4.",
            "Now the banks of Orle have 7 coins.",
            "neutral",
            "of another place",
        ),
    ],
)
def test_words_beside_the_numbers_decide(premise: str, hypothesis: str, label: str, example: str) -> None:
    assert entail(premise, hypothesis).label == label
