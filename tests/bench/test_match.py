"""The figures of matching are what they say, and the contrast set changes only what it means to."""

from types import SimpleNamespace
from typing import Any

import pytest

from bench.match.contrast import CLAUSE, Plain, denying, with_other_number
from bench.match.sets import Query, Verified, average_precision, reciprocal_rank
from bench.match.textbook import filled, found
from tests.factories import exactly


@pytest.mark.parametrize(
    ("ranked", "gold", "precision", "reciprocal"),
    [
        ([7, 2, 3], {7}, 1.0, 1.0),
        ([2, 7, 3], {7}, 0.5, 0.5),
        ([2, 3, 7, 8], {7, 8}, (1 / 3 + 2 / 4) / 2, 1 / 3),
        ([1, 2, 3, 4, 5, 7], {7}, 0.0, 0.0),
        ([], {7}, 0.0, 0.0),
    ],
)
def test_precision_and_rank_are_taken_over_the_first_five(
    ranked: list[int], gold: set[int], precision: float, reciprocal: float
) -> None:
    assert average_precision(ranked, gold) == pytest.approx(precision)
    assert reciprocal_rank(ranked, gold) == pytest.approx(reciprocal)


CLAIM = Verified(1, "Some 40 boats sank off Highport", "Did 40 boats sink?")
HELD: Any = SimpleNamespace(claims={1: CLAIM})  # a collection, as far as the contrast set looks at one


def plain(text: str) -> Plain:
    return Plain(Query("q", text, frozenset({1})), 1, exactly(40))


def test_a_number_is_changed_wherever_it_stands() -> None:
    changed = with_other_number(HELD, plain("40 boats sank in 3 hours; all 40 boats were new"))
    assert changed == "60 boats sank in 3 hours; all 60 boats were new"


def test_the_clause_that_shares_most_is_denied() -> None:
    denied = denying(HELD, plain("I was there, and 40 boats have sunk off Highport"))
    assert denied == "I was there, and 40 boats have not sunk off Highport"
    without = denying(HELD, plain("Look, 40 boats sank off Highport"))
    assert without == "Look, it is not true that 40 boats sank off Highport"


def test_what_denies_already_is_not_denied_again() -> None:
    assert denying(HELD, plain("40 boats never sank off Highport")) is None


def test_a_clause_keeps_its_numbers_whole() -> None:
    assert [found[0] for found in CLAUSE.finditer("1,200.5 boats, and more")] == [
        "1,200.5 boats",
        " and more",
    ]


def test_the_plain_index_finds_by_the_words_of_tags_and_by_the_author() -> None:
    index = filled([Verified(1, "Tea grew dearer.", "Tea"), Verified(2, "The dam at Marn broke.", "Jo Lowd")])
    assert found(index, "#DamBroke https://marn.example/tea") == [2]
    assert found(index, "Look! — Jo Lowd (@jo) May 4, 2019") == [2]
    assert found(index, 'the "and" NEAR( of') == []
