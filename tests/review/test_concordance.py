"""Agreement over a ledger and between each two reviewers, and the claims that divide them."""

import random
from collections import Counter

import pytest

from factcheck.model import DEFAULT_SCALE
from factcheck.review.alpha import alpha
from factcheck.review.blind import blind_readings
from factcheck.review.concordance import Reading, concordance_of, readings_of
from tests.review.newsroom import ANA, BEN, CLEO, Newsroom

SHEET = {
    "c1": ("true", "true", None),
    "c2": ("false", "false", "false"),
    "c3": ("true", "mostly true", None),
    "c4": ("mixed", "false", "true"),
    "c5": (None, "mixed", "mixed"),
    "c6": ("unverifiable", "false", None),
    "c7": ("mostly false", None, None),
}
READINGS = [
    Reading(claim, person, label)
    for claim, labels in SHEET.items()
    for person, label in zip((ANA, BEN, CLEO), labels, strict=True)
    if label
]


def of(readings: list[Reading], **others: int):
    return concordance_of(readings, DEFAULT_SCALE, **{"seed": 7, "repeats": 200, **others})


def test_over_the_ledger_the_figures_are_those_of_all_readings_together() -> None:
    order = {step.label: step.order for step in DEFAULT_SCALE}
    index = {step.label: place for place, step in enumerate(DEFAULT_SCALE)}
    found = of(READINGS).overall
    rows = [[label for label in labels if label] for labels in SHEET.values()]
    assert found.claims == 6
    assert found.alpha.value == pytest.approx(
        alpha(Counter(tuple(index[label] for label in row) for row in rows))
    )
    ordered = [[step for label in row if (step := order[label]) is not None] for row in rows]
    assert found.ordinal.value == pytest.approx(alpha(Counter(map(tuple, ordered)), "ordinal"))
    assert found.raw == pytest.approx((1 + 1 + 0 + 0 + 1 + 0) / 6)


def test_every_pair_that_read_a_claim_in_common_is_measured() -> None:
    pairs = {(pair.one, pair.other): pair.figures for pair in of(READINGS).pairs}
    assert set(pairs) == {(ANA, BEN), (ANA, CLEO), (BEN, CLEO)}
    assert (pairs[ANA, BEN].claims, pairs[ANA, BEN].raw) == (5, pytest.approx(2 / 5))
    assert (pairs[BEN, CLEO].claims, pairs[BEN, CLEO].raw) == (3, pytest.approx(2 / 3))
    assert len(of(READINGS[:2]).pairs) == 1


def test_the_claims_that_divide_are_named_the_furthest_apart_first() -> None:
    assert [(one.claim, one.steps) for one in of(READINGS).divided] == [("c6", 5), ("c4", 4), ("c3", 1)]
    assert of(READINGS).divided[1].said == ((ANA, "mixed"), (BEN, "false"), (CLEO, "true"))


def test_the_interval_holds_the_figure_and_comes_from_the_seed() -> None:
    one = of(READINGS * 1, seed=7).overall.alpha
    assert one == of(READINGS, seed=7).overall.alpha
    assert one.low is not None
    assert one.low <= one.value <= one.high
    assert one != of(READINGS, seed=8).overall.alpha


def test_without_draws_there_is_no_interval_but_the_figure() -> None:
    found = of(READINGS, repeats=0).overall.alpha
    assert (found.value, found.low, found.high) == (of(READINGS).overall.alpha.value, None, None)


def test_more_claims_make_a_narrower_interval() -> None:
    many = [Reading(f"{one.claim}-{copy}", one.person, one.label) for copy in range(20) for one in READINGS]
    few, wide = of(many).overall.alpha, of(READINGS).overall.alpha
    assert few.high - few.low < wide.high - wide.low


def test_perfect_agreement_on_one_verdict_has_no_alpha_but_full_agreement() -> None:
    same = [Reading(claim, person, "true") for claim in ("c1", "c2") for person in (ANA, BEN)]
    found = of(same).overall
    assert (found.alpha.value, found.alpha.low, found.raw, found.ac1) == (None, None, 1, 1)


def test_nobody_to_compare_has_no_figures() -> None:
    found = of([])
    assert (found.overall.claims, found.overall.raw, found.overall.ac1, found.pairs, found.divided) == (
        *(0, None, None),
        *((), ()),
    )


def test_two_spellings_of_a_name_are_one_reviewer() -> None:
    spelled = [
        Reading(one.claim, one.person.upper() if one.claim > "c3" else one.person, one.label)
        for one in READINGS
    ]
    assert of(spelled).overall == of(READINGS).overall
    assert len(of(spelled).pairs) == 3


def test_the_order_of_readings_changes_nothing() -> None:
    shuffled = random.Random(3).sample(READINGS, len(READINGS))
    assert of(shuffled) == of(READINGS)


def test_a_verdict_that_is_not_on_the_scale_any_more_still_counts_for_the_raw_agreement() -> None:
    old = [Reading("c9", ANA, "dubious"), Reading("c9", BEN, "dubious")]
    assert of(old).overall.raw == 1


def test_the_readings_of_a_complete_blind_round_are_compared() -> None:
    room = Newsroom()
    room.do("decide", ANA, blind=True)
    assert readings_of(blind_readings(room.decisions)) == ()
    room.do("decide", BEN, blind=True, verdict="true")
    claim = room.decisions[0].claim
    assert readings_of(blind_readings(room.decisions)) == (
        Reading(claim, ANA, "false"),
        Reading(claim, BEN, "true"),
    )
