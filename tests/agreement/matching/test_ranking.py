"""Candidates are ordered by a sum; chances fall with the order of likeness; ties keep their order."""

import pytest

from factcheck.agreement.matching.measures import measures
from factcheck.agreement.matching.profiles import Telling, profile
from factcheck.agreement.matching.ranking import Use, leads_of, ranked, weights
from factcheck.agreement.wordlists import rows

ASKED = profile(Telling("The Marn dam broke and drove 340 people from Lowdale"))
RARITY = dict.fromkeys(ASKED.said, 0.7)


def measured(*texts: str) -> list[dict[str, float]]:
    return measures(ASKED, [profile(Telling(text)) for text in texts], RARITY)


def test_the_same_words_come_before_fewer_of_them_before_none() -> None:
    found = ranked(measured("Tea is dear", "340 people fled Lowdale", ASKED.telling.said))
    assert [one.place for one in found] == [2, 1, 0]
    chances = [one.chance for one in found]
    assert chances == sorted(chances, reverse=True)
    assert chances[0] > 0.9
    assert chances[-1] < 0.1


def test_of_equals_the_earlier_stays_first() -> None:
    assert [one.place for one in ranked(measured(*["The Marn dam broke"] * 3))] == [0, 1, 2]


def test_nothing_in_nothing_out() -> None:
    assert ranked([]) == ()


def test_who_stands_out_of_a_crowd_leads_it_by_more() -> None:
    alone, crowded = leads_of([20.0, 12.0, 12.0])[0], leads_of([20.0, *[18.0] * 10])[0]
    assert alone > crowded == pytest.approx(2)


def test_a_claim_that_is_recorded_twenty_times_still_leads_each_time() -> None:
    once, again = leads_of([20.0, 12.0]), leads_of([*[20.0] * 20, 12.0])
    assert again[0] == again[19] == once[0]


def test_those_that_a_small_ledger_lacks_are_taken_for_usual_ones() -> None:
    assert leads_of([20.0])[0] == leads_of([20.0, 3.0])[0] < leads_of([25.0])[0]


def test_a_name_that_is_spelled_otherwise_is_a_sign() -> None:
    alike, other = measured("floods in Lowdayle", "floods in Highdale")
    assert alike["spelled"] > other["spelled"] == 0


def test_digits_are_never_compared_by_their_look() -> None:
    one, other = measured("drove 340 people", "drove 349 people")
    assert one["order"] == other["order"]
    assert (one["numbers_shared"], other["numbers_shared"]) == (1.0, 0.0)
    assert (one["numbers_differ"], other["numbers_differ"]) == (0.0, 1.0)


@pytest.mark.parametrize("use", ["rank", "accept", "rank with meaning", "accept with meaning"])
def test_every_weight_is_of_a_measure_that_is_taken(use: Use) -> None:
    taken = {*measured("The Marn dam broke")[0], "meaning", "constant", "lead"}
    assert set(weights(use)) <= taken
    assert weights(use)


def test_every_row_of_the_weights_has_an_example() -> None:
    assert all(row["example"] for row in rows("match_weights"))
