"""The steps of an explanation lead from nothing to the score."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given

from factcheck.agreement.constants import with_settings
from factcheck.agreement.score import assess
from factcheck.agreement.waterfall import waterfall
from factcheck.model import Setting
from tests.agreement.strategies import AFFILIATE, OWN, World, proven, worlds
from tests.agreement.worlds import cited
from tests.factories import at_least, exactly, over


@proven
@given(worlds())
def test_the_last_step_is_the_opinion_and_the_order_of_citations_changes_nothing(world: World) -> None:
    assessment = assess(world.claim, OWN, world.citations, [(OWN, AFFILIATE)])
    steps = waterfall(assessment.citations)
    assert len(steps) == len(world.citations)
    if steps:
        last = steps[-1].after
        agreement = assessment.agreement
        assert (last.support, last.conflict, last.unknown) == pytest.approx(
            (agreement.support, agreement.conflict, agreement.unknown)
        )
    shuffled = waterfall(assess(world.claim, OWN, world.shuffled, [(OWN, AFFILIATE)]).citations)
    assert [step.judged.citation for step in shuffled] == [step.judged.citation for step in steps]


@proven
@given(worlds())
def test_a_step_that_does_not_count_changes_nothing_and_stands_after_those_that_do(world: World) -> None:
    steps = waterfall(assess(world.claim, OWN, world.citations, [(OWN, AFFILIATE)]).citations)
    counted = [step.judged.standing.counted for step in steps]
    assert counted == sorted(counted, reverse=True)
    for before, step in pairwise(steps):
        if not step.judged.standing.counted:
            assert step.after == before.after


def test_the_sides_stand_in_the_order_of_an_explanation() -> None:
    judged = assess(
        over(500),
        "Claimant",
        [
            cited("a", "Daily", "d"),
            cited("b", "Red Cross", said=at_least(120)),
            cited("c", "Army", said=exactly(30), party=True),
            cited("d", "Ministry"),
            cited("e", "Claimant"),
        ],
    ).citations
    steps = waterfall(judged)
    assert [step.judged.citation.id for step in steps] == ["d", "c", "b", "e", "a"]
    assert [(step.adds, round(step.after.support, 3), round(step.after.conflict, 3)) for step in steps] == [
        (1.0, 0.333, 0.0),
        (-0.5, 0.286, 0.143),
        (0.0, 0.286, 0.143),
        (0.0, 0.286, 0.143),
        (0.0, 0.286, 0.143),
    ]


def test_the_steps_follow_the_constants_of_the_ledger() -> None:
    chosen = with_settings([Setting("prior_weight", Decimal(1), "few sources", "ana", "2024")])
    judged = assess(over(500), None, [cited("a", "Ministry")], constants=chosen).citations
    assert waterfall(judged, chosen)[-1].after.support == 0.5
