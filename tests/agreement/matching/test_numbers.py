"""A number is held against the one that tells of the same thing, and the two are the same or not."""

import pytest

from factcheck.agreement.matching.numbers import compare_numbers, numbers_of
from factcheck.agreement.matching.profiles import Telling
from factcheck.language.quantities import read
from factcheck.model import Span
from tests.factories import exactly

SAME, OTHER, NEITHER, APART = "same", "other", "neither", "apart"


def told(text: str, own: str | None) -> Telling:
    """What a recorded claim with this number tells; without one, any text."""
    if own is None:
        return Telling(text)
    number = next(found for found in read(text)[0] if own in found.span.of(text))
    return Telling(text, quantity=number.quantity, span=number.span)


CASES = (
    ("12 sailors drowned", "12 sailors drowned", None, SAME, "the same"),
    ("about 1,500 sheep died", "over 1,500 sheep died", "1,500", SAME, "one figure under two hedges"),
    ("1,487 sheep died", "about 1,500 sheep died", "1,500", SAME, "each makes the other true"),
    ("1,500 sheep died", "over 300 sheep died", "300", OTHER, "true, and another number"),
    ("19 sailors drowned", "12 sailors drowned", "12", OTHER, "another number"),
    (
        "40 homes burnt and 3 people died",
        "3 people died and 55 homes burnt",
        "55",
        OTHER,
        "by what is counted",
    ),
    ("in 5 towns, 300 died", "in 5 towns, 450 died", "450", OTHER, "a shared minor number decides nothing"),
    ("in 5 towns, 300 died", "in 5 towns, 450 died", None, OTHER, "nor where no number is the claim's own"),
    ("in 5 towns, 300 died", "in 5 towns, 450 died", "5", SAME, "the minor number, if it is the claim's own"),
    ("12 were killed", "at least 19 were killed and 40 injured", "40", NEITHER, "another measure"),
    ("12 sailors", "12 percent of sailors", "12", NEITHER, "another dimension"),
    ("30 million euros a day", "30 million euros a year", "30", APART, "a rate and another rate"),
    ("it took 8 years", "it took eight years", "eight", SAME, "lengths of time"),
    ("seven in ten agreed", "70% agreed", "70", SAME, "two ways to print a share"),
    ("nobody was hurt", "12 were hurt", "12", NEITHER, "no number was asked"),
    ("since 2015", "12 ships since 2018", "12", NEITHER, "years are no numbers"),
)


@pytest.mark.parametrize(
    ("asked", "said", "own", "expected", "example"), CASES, ids=[case[4] for case in CASES]
)
def test_two_texts_agree_on_their_numbers_or_not(
    asked: str, said: str, own: str | None, expected: str, example: str
) -> None:
    compared = compare_numbers(Telling(asked), told(said, own))
    if expected == NEITHER:
        assert compared is None
        return
    assert compared is not None
    assert compared.same is (expected == SAME)
    assert (compared.relation.label == "incomparable") is (expected == APART)


def test_a_recorded_number_takes_the_place_of_what_is_read_there() -> None:
    text = "some 12 ships sank"
    amended = Telling(text, quantity=exactly(15), span=Span(5, 7))
    assert [(one.quantity.point, one.own) for one in numbers_of(amended)] == [(15, True)]


def test_a_number_that_nobody_reads_there_is_still_the_claim_s_own() -> None:
    amended = Telling("ships sank", quantity=exactly(15), span=Span(0, 5))
    assert [one.own for one in numbers_of(amended)] == [True]
