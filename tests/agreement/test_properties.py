"""What the model owes whatever the evidence: each property is drawn, not picked."""

import math
from dataclasses import astuple, replace
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from factcheck.agreement.compare import compare, relate
from factcheck.agreement.cores import Core, core_of
from factcheck.agreement.score import Assessment, assess
from factcheck.agreement.units import KNOWN, Scale
from factcheck.model import Citation, Quantity, RelationLabel
from tests.agreement.strategies import (
    AFFILIATE,
    COUNT,
    DATES,
    NUMBERS,
    OWN,
    World,
    pairs,
    proven,
    quantities,
    said,
    worlds,
)


def assessed(world: World, *more: Citation) -> Assessment:
    return assess(world.claim, OWN, (*world.citations, *more), [(OWN, AFFILIATE)])


def opinion(assessment: Assessment) -> tuple[object, ...]:
    """All that follows, without how many citations were given and the sentences that say so."""
    return *astuple(replace(assessment.agreement, citations=0, reasons=())), assessment.pooled


@proven
@given(worlds())
def test_the_order_of_the_citations_changes_nothing(world: World) -> None:
    one = assessed(world)
    other = assess(world.claim, OWN, world.shuffled, [(OWN, AFFILIATE)])
    assert one.agreement == other.agreement
    assert one.pooled == other.pooled
    by_id = {judged.citation.id: judged for judged in other.citations}
    assert list(one.citations) == [by_id[citation.id] for citation in world.citations]


@proven
@given(worlds(), st.data())
def test_a_repeated_citation_changes_nothing(world: World, data: st.DataObject) -> None:
    assume(world.citations)
    repeated = replace(data.draw(st.sampled_from(world.citations)), id="z9")
    assert opinion(assessed(world, repeated)) == opinion(assessed(world))


@proven
@given(worlds())
def test_the_very_same_citation_given_twice_counts_once(world: World) -> None:
    assert opinion(assessed(world, *world.citations)) == opinion(assessed(world))


@proven
@given(worlds(), st.data())
def test_a_derived_citation_with_any_figure_changes_nothing(world: World, data: st.DataObject) -> None:
    """A primary citation that can be compared stands before everybody who takes its figure."""
    primary = [
        one for one in world.citations if not one.derived_from and one.quantity and one.scope != "different"
    ]
    assume(primary)
    parent = data.draw(st.sampled_from(primary))
    derived = Citation(
        "z9", "Newcomer", "as drawn", data.draw(quantities(COUNT)), scope=parent.scope,
        derived_from=(parent.id,), date=data.draw(st.sampled_from(DATES)),
    )  # fmt: skip
    assert opinion(assessed(world, derived)) == opinion(assessed(world))


@pytest.mark.parametrize(("label", "direction"), [("corroborates", 1), ("conflicts", -1)])
def test_an_added_independent_citation_moves_the_score_to_its_side(
    label: RelationLabel, direction: int
) -> None:
    @proven
    @given(worlds(), quantities(COUNT), st.sampled_from("ABCDEF"), st.booleans())
    def holds(world: World, figure: Quantity, reliability: str, party: bool) -> None:
        assume(compare(world.claim, figure).label == label)
        added = Citation("z9", "Newcomer", "as drawn", figure, reliability=reliability, party=party)  # type: ignore[arg-type]
        before, after = assessed(world).agreement.score, assessed(world, added).agreement.score
        assert after is not None
        assert (after - (0.5 if before is None else before)) * direction >= 0

    holds()


@proven
@given(worlds())
def test_scores_and_counts_keep_their_bounds(world: World) -> None:
    assessment = assessed(world)
    agreement = assessment.agreement
    parts = agreement.support, agreement.conflict, agreement.unknown
    assert math.isclose(sum(parts), 1)
    assert all(0 <= part <= 1 for part in parts)
    sides = agreement.corroborates + agreement.compatible + agreement.conflicts
    assert sides == agreement.independent == sum(one.standing.counted for one in assessment.citations)
    if agreement.score is None:
        assert agreement.independent == 0
    else:
        assert agreement.support <= agreement.score <= agreement.support + agreement.unknown


@proven
@given(pairs(), st.sampled_from(("same", "part", "whole", "different")))
def test_a_relation_keeps_its_bounds_and_its_label(pair: tuple[Quantity, Quantity], scope: str) -> None:
    relation = compare(*pair, scope)  # type: ignore[arg-type]
    if relation.label == "incomparable":
        assert (relation.s, relation.possibility, relation.necessity) == (None, None, None)
        return
    possibility, necessity = relation.possibility, relation.necessity
    assert possibility is not None
    assert necessity is not None
    assert 0 <= necessity <= possibility <= 1
    assert relation.s == possibility + necessity - 1
    assert (relation.label == "corroborates") == (necessity >= 0.5)
    assert (relation.label == "conflicts") == (possibility < 0.5)
    assert (relation.direction is not None) == (relation.label == "conflicts")


@proven
@given(quantities())
def test_a_claim_never_speaks_against_itself(quantity: Quantity) -> None:
    relation = compare(quantity, quantity)
    assert relation.s is not None
    assert relation.s >= 0


@proven
@given(pairs())
def test_possibility_is_symmetric(pair: tuple[Quantity, Quantity]) -> None:
    one, other = compare(*pair), compare(*reversed(pair))
    assert one.possibility == pytest.approx(other.possibility, abs=1e-12)
    if one.direction and other.direction:
        assert one.direction != other.direction
        assert one.factor == other.factor


def converted(core: Core, to: Scale, unit: str) -> Core:
    def move(value: Decimal | None) -> Decimal | None:
        return None if value is None else to.printed(core.scale.base(value))

    stated = core.quantity
    quantity = replace(
        stated, low=move(stated.low), high=move(stated.high), point=move(stated.point), unit=unit
    )
    return Core(quantity, to, core.hedge, move(core.low), move(core.high), move(core.figure), core.ramp)


@proven
@given(
    quantities({"kind": "measure", "unit": "kilometre"}), quantities({"kind": "measure", "unit": "kilometre"})
)
def test_a_core_in_another_unit_stands_in_the_same_relation(claim: Quantity, citation: Quantity) -> None:
    ours, theirs = core_of(claim), core_of(citation)
    assert ours is not None
    assert theirs is not None
    elsewhere = converted(theirs, KNOWN["mile"], "mile")
    one, other = relate(ours, theirs), relate(ours, elsewhere)
    assume(
        not (one.possibility == 0 and other.possibility == 1)
    )  # a bound that conversion no longer meets exactly
    assert one.s == pytest.approx(other.s, abs=1e-9)


@proven
@given(NUMBERS, NUMBERS, quantities(COUNT))
def test_a_figure_that_moves_away_never_gains(near: Decimal, further: Decimal, claim: Quantity) -> None:
    core = core_of(claim)
    assert core is not None
    start = core.high if core.high is not None else core.low
    assume(start is not None and core.high is not None)
    assert core.high is not None
    one, other = sorted((near, further))
    first, second = (said("exact", core.high + far, core.high, grain=Decimal(1)) for far in (one, other))
    before, after = compare(claim, first).s, compare(claim, second).s
    assert before is not None
    assert after is not None
    assert after <= before


@proven
@given(worlds(most=12))
def test_every_derivation_ends_and_each_origin_counts_at_most_once(world: World) -> None:
    assessment = assessed(world)
    counted = [one for one in assessment.citations if one.standing.counted]
    origins = [one.standing.origin.casefold() for one in counted]
    assert len(origins) == len(set(origins))
    assert all(one.standing.reason.endswith(".") for one in assessment.citations)
    assert all(one.citation.source not in (OWN, AFFILIATE) for one in counted)
    assert all(one.contribution == 0 for one in assessment.citations if not one.standing.counted)


@proven
@given(worlds(), st.data())
def test_whoever_repeats_the_claimant_never_counts(world: World, data: st.DataObject) -> None:
    repeats = Citation("z9", "Newcomer", "as drawn", data.draw(quantities(COUNT)), derived_from=(OWN,))
    from_elsewhere = any(one.source == OWN and one.derived_from for one in world.citations)
    assume(not from_elsewhere)
    assert not assessed(world, repeats).citations[-1].standing.counted


@proven
@given(worlds(), st.data())
def test_whoever_stands_in_a_circle_with_the_claimant_never_counts(world: World, data: st.DataObject) -> None:
    figure, way_out = data.draw(quantities(COUNT)), data.draw(st.sampled_from(((), ("Wire",))))
    circle = (
        Citation("z8", OWN, "as drawn", figure, derived_from=("z9",)),
        Citation(
            "z9",
            "Newcomer",
            "as drawn",
            figure,
            derived_from=("z8", *way_out),
        ),
    )
    assert not any(one.standing.counted for one in assessed(world, *circle).citations[-2:])


@proven
@given(worlds(), quantities(COUNT), st.integers(1, 5))
def test_sources_that_take_a_figure_from_each_other_are_one_origin(
    world: World, figure: Quantity, size: int
) -> None:
    circle = [
        Citation(
            f"z{index}", f"Newcomer {index}", "as drawn", figure, derived_from=(f"z{(index + 1) % size}",)
        )
        for index in range(size)
    ]
    more = assessed(world, *circle).agreement.independent - assessed(world).agreement.independent
    assert more == 1
