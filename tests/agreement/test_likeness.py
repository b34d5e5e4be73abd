"""Only like is held against like, and words of a passage decide nothing."""

from typing import Any

import pytest

from factcheck.agreement.likeness import Measurand, doubt, net_figure, suggested, why_unlike
from factcheck.agreement.score import assess
from tests.agreement.worlds import cited
from tests.factories import exactly, over

CLAIM = Measurand("killed", "Marn", "2024-05")
APART = [
    ({"measure": "wounded"}, "because of the measure: the citation counts “wounded”, the claim “killed”."),
    ({"place": "Tell"}, "because of the place: the citation counts in Tell, the claim in Marn; if one lies"),
    ({"period": "2024-06"}, "because of the period: the citation counts in 2024-06, the claim in 2024-05."),
    ({"period": "2024-05-01/2024-05-09"}, "a count of a part of the claim's period has the scope “part”."),
    ({"period": "2024"}, "a count of a longer period than the claim's has the scope “whole”."),
    ({"period": "2023~"}, "because of the period"),
]


@pytest.mark.parametrize(("declared", "why"), APART, ids=[str(row[0]) for row in APART])
def test_what_was_declared_otherwise_is_incomparable_and_says_why(declared: dict[str, Any], why: str) -> None:
    said = why_unlike(CLAIM, cited("a", "S", **declared))
    assert said is not None
    assert said.startswith("Not comparable, because of the ")
    assert why in said


ALIKE = [
    ({}, "nothing declared"),
    ({"measure": "Killed", "place": " marn ", "period": "2024-05"}, "the same but for case and blanks"),
    ({"period": "2024-05-01/2024-05-31"}, "the same period, written otherwise"),
    ({"period": "2024-05~"}, "the same period, approximately"),
    ({"period": "202X"}, "a year that may be the claim's"),
    ({"place": "Tell", "scope": "part"}, "a part was declared: the person knows of the other place"),
    ({"period": "2024", "scope": "whole"}, "a whole was declared"),
]


@pytest.mark.parametrize(("declared", "example"), ALIKE, ids=[row[1] for row in ALIKE])
def test_what_is_alike_or_undeclared_is_compared(declared: dict[str, Any], example: str) -> None:
    assert why_unlike(CLAIM, cited("a", "S", **declared)) is None


def test_an_incomparable_citation_is_no_independent_origin_and_its_sentence_is_the_reason() -> None:
    elsewhere = cited("a", "Ministry", place="Tell")
    assessment = assess(over(500), None, [elsewhere], measurand=CLAIM)
    assert assessment.agreement.score is None
    assert "because of the place" in assessment.citations[0].relation.reason


NET = [
    ("excess deaths", "excess deaths"),
    ("net migration", "net"),
    ("the trade balance", "balance"),
    ("unemployment", "unemployment"),
    ("growth", "growth"),
    ("deaths", None),
    ("network outages", None),
    ("dead", None),
]


@pytest.mark.parametrize(("counted", "phrase"), NET)
def test_net_figures_are_known_by_their_words(counted: str, phrase: str | None) -> None:
    assert net_figure(counted) == phrase


@pytest.mark.parametrize(
    ("scope", "tail"),
    [("part", "of a part sets no floor for the whole."), ("whole", "of a whole sets no ceiling for a part.")],
)
def test_a_part_of_a_net_figure_bounds_nothing_and_the_sentence_says_so(scope: Any, tail: str) -> None:
    claim = over(900, counted="excess deaths")
    measurand = Measurand(counted="excess deaths")
    [judged] = assess(
        claim, None, [cited("a", "S", said=exactly(310), scope=scope)], measurand=measurand
    ).citations
    assert judged.relation.label == "incomparable"
    assert "“excess deaths” is a net figure" in judged.relation.reason
    assert tail in judged.relation.reason
    [same] = assess(claim, None, [cited("a", "S", said=exactly(310))], measurand=measurand).citations
    assert same.relation.label == "conflicts"


DOUBTS = [
    (Measurand("killed"), "at least 230 were wounded", True),
    (Measurand(sentence="Over 1,500 people were killed."), "7,000 arrests", True),
    (Measurand("killed"), "230 dead", False),
    (Measurand("killed"), "230 people", False),
    (Measurand(sentence="40 were killed and 230 injured."), "230 were wounded", False),
    (Measurand(), "230 were wounded", False),
]


@pytest.mark.parametrize(("claim", "passage", "doubted"), DOUBTS)
def test_words_that_suggest_another_measure_are_a_warning_and_no_decision(
    claim: Measurand, passage: str, doubted: bool
) -> None:
    citation = cited("a", "Ministry", passage=passage)
    assert (doubt(claim, citation) is not None) == doubted
    [judged] = assess(over(500), None, [citation], measurand=claim).citations
    assert judged.relation.label == "corroborates"
    assert (judged.doubt is not None) == doubted


def test_no_doubt_remains_where_both_sides_are_declared_or_different() -> None:
    killed = Measurand("killed")
    assert doubt(killed, cited("a", "S", passage="230 wounded", measure="killed")) is None
    assert doubt(killed, cited("a", "S", passage="230 wounded", scope="different")) is None


def test_a_doubt_is_a_whole_sentence() -> None:
    assert doubt(Measurand("killed"), cited("a", "S", passage="230 were wounded, 70 missing")) == (
        "The passage speaks of injuries and missing people, the claim of deaths: "
        "if they are not the same, the scope is “different”."
    )


def test_measures_are_suggested_by_whole_words() -> None:
    assert suggested("They died; the deadline passed") == {"deaths"}
