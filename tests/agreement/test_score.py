"""What a claim's citations add up to, with the reasons that an editor reads."""

from typing import Any

import pytest

from factcheck.agreement.likeness import Measurand
from factcheck.agreement.score import Assessment, assess, band_of
from factcheck.model import Citation, Stance
from tests.agreement.worlds import cited
from tests.factories import about, at_least, exactly, over, up_to

CLAIM = over(500)
KILLED = Measurand(measure="killed")


def judge(*citations: Citation, **others: Any) -> Assessment:
    return assess(CLAIM, "Claimant", citations, **others)


BANDS = [
    (0, 0, 0, "no independent evidence"),
    (0, 3, 0, "not ruled out"),
    (1, 0, 0, "single-source support"),
    (1, 5, 0, "single-source support"),
    (2, 0, 0, "corroborated"),
    (0, 0, 1, "disputed by one source"),
    (0, 4, 2, "contradicted"),
    (1, 0, 1, "contested"),
    (5, 0, 1, "contested"),
]


@pytest.mark.parametrize(("corroborates", "compatible", "conflicts", "band"), BANDS)
def test_the_band_follows_from_counting_origins(
    corroborates: int, compatible: int, conflicts: int, band: str
) -> None:
    assert band_of(corroborates, compatible, conflicts) == band


def test_the_opinion_follows_from_the_weighed_evidence() -> None:
    """One supports with weight 1, a party (weight 1/2) and a doubtful one (1/3) conflict: r 1, q 5/6."""
    agreement = judge(
        cited("a", "Ministry"),
        cited("b", "Army", said=exactly(30), party=True),
        cited("c", "Blog", said=exactly(40), reliability="E"),
    ).agreement
    total = 1 + 5 / 6 + 2
    assert agreement.support == pytest.approx(1 / total)
    assert agreement.conflict == pytest.approx(5 / 6 / total)
    assert agreement.unknown == pytest.approx(2 / total)
    assert agreement.score == pytest.approx(2 / total)


def test_without_independent_evidence_there_is_no_score() -> None:
    for assessment in (
        judge(),
        judge(cited("a", "Claimant")),
        judge(cited("a", "Ministry", scope="different")),
    ):
        agreement = assessment.agreement
        assert (agreement.score, agreement.support, agreement.conflict, agreement.unknown) == (None, 0, 0, 1)
        assert agreement.band == "no independent evidence"


STANCES = [
    (exactly(700), Stance("corroborates", "as computed", "rk"), 1.0, (1, 0, 0)),
    (exactly(700), Stance("conflicts", "it counts soldiers too", "rk"), -0.5, (0, 0, 1)),
    (exactly(700), Stance("compatible", "it is second-hand", "rk"), 0.0, (0, 1, 0)),
    (exactly(700), Stance("conflicts", "", "rk"), 1.0, (1, 0, 0)),
    (None, Stance("conflicts", "it denies any deaths", "rk"), 0.0, (0, 0, 0)),
    (at_least(40), Stance("corroborates", "its annex lists 620 names", "rk"), 0.5, (1, 0, 0)),
]


@pytest.mark.parametrize(("said", "stance", "contribution", "sides"), STANCES)
def test_a_stance_with_a_reason_scores_half_beside_the_computed_relation(
    said: Any, stance: Stance, contribution: float, sides: tuple[int, int, int]
) -> None:
    assessment = judge(cited("a", "Ministry", said=said, stance=stance))
    [judged] = assessment.citations
    agreement = assessment.agreement
    assert judged.contribution == contribution
    assert (agreement.corroborates, agreement.compatible, agreement.conflicts) == sides
    assert judged.relation.label == (
        "incomparable"
        if said is None
        else assess(CLAIM, None, [cited("a", "M", said=said)]).citations[0].relation.label
    )


def test_a_stance_of_incomparable_takes_a_citation_out() -> None:
    stance = Stance("incomparable", "it counts the wounded", "rk")
    assessment = judge(cited("a", "Ministry", stance=stance))
    assert assessment.citations[0].standing.status == "incomparable"
    assert assessment.agreement.score is None


def test_another_measure_is_incomparable_because_of_the_measure() -> None:
    [judged] = judge(cited("a", "Ministry", measure="wounded"), measurand=KILLED).citations
    assert judged.relation.label == "incomparable"
    assert judged.relation.reason == (
        "Not comparable, because of the measure: the citation counts “wounded”, the claim “killed”."
    )
    [alike] = judge(cited("a", "Ministry", measure="Killed"), measurand=KILLED).citations
    [undeclared] = judge(cited("a", "Ministry"), measurand=KILLED).citations
    assert alike.relation.label == undeclared.relation.label == "corroborates"


def test_another_unit_is_shown_and_is_no_independent_origin() -> None:
    percent = exactly(60, kind="percent", unit="percent")
    agreement = judge(cited("a", "Ministry", said=percent), cited("b", "Ministry", date="2020")).agreement
    assert (agreement.independent, agreement.corroborates) == (1, 1)


def test_the_reasons_name_origins_and_quote_their_numbers() -> None:
    agreement = judge(
        cited("a", "Ministry", said=about(520), date="2023-02-02"),
        cited("b", "Ministry", said=exactly(90), date="2023-01-01"),
        cited("c", "Army", said=exactly(80)),
        cited("d", "Red Cross", said=at_least(120)),
        cited("e", "Town Clerk", said=exactly(33), scope="part"),
        cited("f", "Daily", "d"),
        cited("g", "Claimant"),
        cited("h", "Post", "g"),
        cited("i", "Weekly", "a", "c"),
    ).agreement
    assert agreement.reasons == (
        "4 independent origins among 9 citations.",
        "1 corroborates: Ministry with “about 520”.",
        "1 conflicts: Army with “80”, at least 6.2 times lower.",
        "2 set floors that do not rule it out: Red Cross with “at least 120”; "
        "and Town Clerk with “33” of a part.",
        "Not counted: 1 repeats a counted origin, 1 is superseded and 1 mixes origins.",
        "2 citations come from the claim's own source, its affiliates or those who repeat them: "
        "they check the attribution only.",
        "Contested: independent origins stand on both sides.",
    )


REASONS = [
    ((), "Nothing has been cited."),
    (
        (cited("a", "Army", said=at_least(5), scope="whole"),),
        "1 neither supports it nor rules it out: Army with “at least 5” of a larger whole.",
    ),
    ((cited("a", "Claimant"),), "No independent origin among 1 citation."),
    (
        (cited("a", "Claimant"),),
        "1 citation comes from the claim's own source, its affiliates or those who repeat them: "
        "it checks the attribution only.",
    ),
    (
        (cited("a", "Army", said=up_to(4000)),),
        "1 sets a ceiling that does not rule it out: Army with “up to 4,000”.",
    ),
    (
        (cited("a", "Army", said=up_to(4000)), cited("b", "Church", said=at_least(5))),
        "2 neither support it nor rule it out: Army with “up to 4,000”; and Church with “at least 5”.",
    ),
    (
        (cited("a", "Army", said=exactly(700), stance=Stance("conflicts", "It counts soldiers.", "rk")),),
        "Army counts as “conflicts” by the stance of rk, not as computed (“corroborates”): "
        "It counts soldiers.",
    ),
]


@pytest.mark.parametrize(("citations", "reason"), REASONS, ids=[row[1][:40] for row in REASONS])
def test_a_reason_is_a_whole_sentence(citations: tuple[Citation, ...], reason: str) -> None:
    assert reason in judge(*citations).agreement.reasons


def test_citations_come_back_in_the_order_given() -> None:
    citations = [cited(name, f"Source {name}") for name in "dacb"]
    assert [judged.citation for judged in judge(*citations).citations] == citations
