"""A count that adds up does not fall by itself; sources that disagree are no series."""

import pytest

from factcheck.agreement.consistency.series import series
from tests.agreement.articles import figure, found

APART = "\n\nNothing else was known.\n\n"
FALLS, LOWERED = "series-falls", "series-floor-lowered"


@pytest.mark.parametrize(
    ("first", "later", "codes"),
    [
        (
            "On Tuesday the army said 85 soldiers had been killed in the offensive.",
            "On Friday the army put the number of soldiers killed in the offensive at 70.",
            [FALLS],
        ),
        (
            "By noon police had counted 60 arrests.",
            "In the evening the police put the total at 45.",
            [],
        ),
        (
            "By noon the police had counted 60 arrests, they said.",
            "In the evening the police put the total at 45, and went home.",
            [FALLS],
        ),
        (
            "By Monday rescuers had found more than 40 bodies in the rubble, the governor said.",
            "The governor said that at least 35 bodies had been found in the rubble so far.",
            [LOWERED],
        ),
        (
            "By Monday the ministry had counted 312 deaths.",
            "The Red Crescent put the total at 288.",
            [],
        ),
        (
            "By Monday the ministry had counted 312 deaths.",
            "The ministry corrected the total number of deaths to 288.",
            [],
        ),
        (
            "By Monday the ministry had counted 312 deaths.",
            "The ministry counted 18 more deaths on Tuesday, so far.",
            [],
        ),
        (
            "By Monday the ministry had counted 312 deaths.",
            "The ministry put the total number of deaths in Corr at 40.",
            [],
        ),
        (
            "On Monday the ministry said that 40 more miners had died.",
            "The ministry said on Tuesday that 30 miners had died.",
            [],
        ),
        (
            "On Monday the ministry said that 40 miners had died.",
            "The ministry said on Tuesday that 30 miners had died.",
            [FALLS],
        ),
        (
            "By Monday the ministry had counted 312 missing.",
            "The ministry put the number of missing at 40.",
            [],
        ),
    ],
)
def test_a_total_that_falls_within_a_text(first: str, later: str, codes: list[str]) -> None:
    assert [code for code, *_ in found(first + APART + later)] == codes


def test_dated_figures_of_one_source_are_held_against_each_other_in_order() -> None:
    given = [
        figure("over 200 cities", "2019-12-10", measure="cities"),
        figure("165 cities", "2019-11-23", measure="cities"),
        figure("at least 191 cities", "2019-12-16", measure="cities"),
        figure("at least 189 cities", "2019-12-08", measure="cities"),
    ]
    (finding,) = series(given)
    assert finding.code == LOWERED
    assert finding.citations == ("f-2019-12-10", "f-2019-12-16")
    assert "“over 200” (2019-12-10) has become “at least 191” (2019-12-16)" in finding.sentence
    assert series(given[::-1]) == (finding,)


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ({"date": "2020-01-01"}, {"date": "2020-01-02", "source": "Red Crescent"}),
        ({"date": "2020-01-01"}, {"date": "2020-01-02", "measure": "arrested"}),
        ({"date": "2020-01-01"}, {"date": "2020-01-02", "whole": False}),
        ({"date": "2020-01-01"}, {"date": "2020-01-02", "derived": True}),
        ({"date": "2020-01-01"}, {"date": None}),
        ({"date": "2020-01"}, {"date": "2020-01-05"}),
        ({"date": "2020-01-01", "phrase": "312 missing"}, {"date": "2020-01-02", "phrase": "40 missing"}),
        ({"date": "2020-01-01", "phrase": "about 300 dead"}, {"date": "2020-01-02", "phrase": "288 dead"}),
        ({"date": "2020-01-01", "phrase": "30% dead"}, {"date": "2020-01-02", "phrase": "20% dead"}),
    ],
)
def test_figures_that_are_no_series_are_left_alone(earlier: dict, later: dict) -> None:
    given = {"measure": "killed", "phrase": "312 dead"}
    assert series([figure(**{**given, **earlier}), figure(**{**given, "phrase": "288 dead", **later})]) == ()


def test_a_claim_that_a_source_prints_itself_goes_on_from_what_it_was_cited_with() -> None:
    first = figure("312 dead", "2020-01-01", measure="killed")
    later = figure("288 dead", "2020-01-02", measure="killed", is_claim=True)
    (finding,) = series([later, first])
    assert (finding.code, finding.claims, finding.citations) == (FALLS, (later.id,), (first.id,))
