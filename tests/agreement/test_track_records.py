"""What a source said elsewhere tells how much its next figure weighs, and nothing goes in a circle."""

from dataclasses import replace
from decimal import Decimal
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.agreement.constants import DEFAULTS
from factcheck.agreement.pool import pool
from factcheck.agreement.track_records import Matter, TrackRecords, track_records
from tests.agreement.strategies import proven
from tests.agreement.worlds import cited
from tests.factories import exactly, judged

ASKED = replace(DEFAULTS, track_record=Decimal(1))
DROWNED = "drowned"


def matter(name: str, settled: int | None = None, measure: str = DROWNED, **figures: int) -> Matter:
    told = tuple((source, Decimal(value)) for source, value in figures.items())
    return Matter(name, measure, told, None if settled is None else Decimal(settled))


def learnt(*matters: Matter, **others: object) -> TrackRecords:
    return track_records(matters, constants=ASKED, **others)  # type: ignore[arg-type]


# Vets, Farmers and Press agree; Rumour never does.
WEEKS = [matter(f"week {n}", Vets=40 + n, Farmers=40 + n, Press=40 + n, Rumour=900 + n) for n in range(6)]


def test_who_agrees_with_others_weighs_more_and_who_does_not_less() -> None:
    records = learnt(*WEEKS)
    good, bad = records.of("Vets", DROWNED), records.of("Rumour", DROWNED)
    assert (len(good.trials), len(bad.trials)) == (6, 6)
    assert good.weight == pytest.approx(2 * (6 + 1) / (6 + 2))
    assert 0 < bad.weight < 0.3


def test_who_was_never_tested_weighs_one() -> None:
    records = learnt(*WEEKS)
    assert records.of("Coroner", DROWNED).weight == 1
    assert records.of("Vets", "sold").weight == 1
    assert learnt(matter("alone", Vets=40)).of("Vets", DROWNED).weight == 1


def test_a_ledger_that_does_not_ask_weighs_everybody_the_same() -> None:
    records = track_records(WEEKS)
    assert records.of("Rumour", DROWNED).weight == 1
    assert len(records.of("Rumour", DROWNED).trials) == 6


def test_what_was_decided_outweighs_what_all_others_say() -> None:
    decided = [replace(one, settled=Decimal(900 + n)) for n, one in enumerate(WEEKS)]
    records = learnt(*decided)
    assert records.of("Rumour", DROWNED).weight > 1.7
    assert records.of("Vets", DROWNED).weight < 0.3
    assert all(trial.decided for trial in records.of("Vets", DROWNED).trials)


def test_what_a_source_says_of_a_matter_is_no_part_of_its_record_for_that_matter() -> None:
    records = learnt(*WEEKS, matter("other", Vets=70, Farmers=20, Press=21))
    key = "vets", DROWNED
    assert records.weight(key, leaving_out="other") == learnt(*WEEKS).weight(key) > records.weight(key)


def test_a_source_is_held_against_others_only() -> None:
    records = learnt(matter("one", Vets=40, Farmers=80))
    (trial,) = records.of("Vets", DROWNED).trials
    assert trial.against == (Decimal(80),)


def test_who_speaks_as_one_with_a_source_is_no_witness_for_it() -> None:
    told = matter("one", Ministry=900, Agency=900, Vets=40)
    alone = learnt(told, affiliations=[("Ministry", "Agency")])
    assert alone.of("Ministry", DROWNED).trials[0].against == (Decimal(40),)
    assert learnt(told).of("Ministry", DROWNED).trials[0].against == (Decimal(40), Decimal(900))


def test_the_record_of_those_who_are_held_against_decides_what_they_agree_on() -> None:
    """In the last matter one stands against one: who is held against them meets the better one."""
    records = learnt(*WEEKS, matter("last", Vets=50, Rumour=500, Newcomer=500))
    assert records.of("Newcomer", DROWNED).trials[0].against == (Decimal(50),)


def test_two_figures_tie_unless_a_record_tells_them_apart() -> None:
    evidence = [
        judged(cited("a", "Vets", said=exactly(60))),
        judged(cited("b", "Rumour", said=exactly(700))),
    ]
    evidence = [replace(one, standing=replace(one.standing, origin=one.citation.source)) for one in evidence]
    assert pool(evidence).best == (60, 700)
    assert pool(evidence, records={"vets": 1.8, "rumour": 0.3}).best == (60,)
    assert pool(evidence, records={"vets": 1.0, "rumour": 1.0}).best == (60, 700)


@pytest.mark.parametrize(
    ("records", "source", "sentence"),
    [
        (
            learnt(*WEEKS),
            "Coroner",
            "Coroner on “drowned” elsewhere: no figure that anything tests, so its figures weigh 1.",
        ),
        (
            learnt(
                matter("one", settled=40, Vets=40), matter("two", Vets=7, Press=7), matter("three", Vets=9)
            ),
            "Vets",
            "Vets on “drowned” elsewhere: 1 figure against a decision and 1 figure against other sources, "
            "with a mean agreement of 1.00, where 1 is the same figure. "
            "So its figures weigh 1.50, where 1 is to have no record.",
        ),
    ],
)
def test_a_record_is_told_in_a_sentence(records: TrackRecords, source: str, sentence: str) -> None:
    assert records.of(source, DROWNED).sentence == sentence


def test_a_figure_below_nought_tests_nobody() -> None:
    assert learnt(matter("one", Vets=-40, Farmers=40)).trials == {}


SOURCES = ("Vets", "Farmers", "Press", "Rumour", "Agency")
MATTERS = st.lists(
    st.tuples(
        st.dictionaries(st.sampled_from(SOURCES), st.sampled_from((0, 40, 41, 60, 900)), min_size=1),
        st.sampled_from((None, None, 40)),
    ),
    max_size=6,
).map(lambda rows: [matter(f"m{n}", settled, **told) for n, (told, settled) in enumerate(rows)])


@proven
@given(MATTERS, st.randoms())
def test_order_changes_nothing_and_weights_are_bounded(matters: list[Matter], chance: Random) -> None:
    records = learnt(*matters)
    assert records == learnt(*chance.sample(matters, len(matters)))
    assert all(0 < records.weight(key) < 2 for key in records.trials)
