"""Every constant of the model has a place, a reason and limits, and can be set."""

import dataclasses
import re
from decimal import Decimal
from pathlib import Path

import pytest

from factcheck.agreement.compare import compare
from factcheck.agreement.constants import (
    CONSTANTS,
    DEFAULTS,
    MODEL_VERSION,
    Constants,
    changed,
    hold,
    model_name,
    parse_constant,
    with_settings,
)
from factcheck.agreement.score import assess
from factcheck.agreement.track_records import Matter, track_records
from factcheck.errors import AskedWrongly
from factcheck.model import Setting, Stance
from tests.agreement.worlds import cited
from tests.factories import about, at_least, exactly, over, quantity

MANUAL = (Path(__file__).parents[2] / "docs" / "agreement.md").read_text(encoding="utf-8")


def setting(name: str, value: str) -> Setting:
    return Setting(name, Decimal(value), "tried out", "ana", "2024-05-18T12:00:00Z")


def test_every_field_has_limits_and_a_sentence_and_its_default_lies_within() -> None:
    fields = [one.name for one in dataclasses.fields(Constants) if one.compare]
    assert [*(one.name for one in CONSTANTS), "rates"] == fields
    assert all(one.least <= getattr(DEFAULTS, one.name) <= one.most for one in CONSTANTS)
    assert all(one.says for one in CONSTANTS)


@pytest.mark.parametrize("one", CONSTANTS, ids=lambda one: one.name)
def test_every_constant_is_in_the_manual_with_its_default(one) -> None:
    row = re.search(rf"^\|[^|]*`{one.name}`[^|]*\|(?P<value>[^|]*)\|", MANUAL, re.MULTILINE)
    assert row is not None
    assert f"{getattr(DEFAULTS, one.name).normalize():f}" in re.split(r"[ ,;]+", row["value"].strip())


def differing(**values: str) -> Constants:
    return with_settings(setting(name, value) for name, value in values.items())


EFFECTS = [
    ({"round_at_most": "0"}, over(2000), exactly(1960, grain=Decimal(20)), "a round figure is read sharply"),
    ({"about_at_least": "0.01", "about_at_most": "0.02"}, about(100), exactly(108), "about reaches less far"),
    ({"nearly_from": "0.99"}, quantity(None, 700, 700, hedge="nearly"), exactly(650), "nearly begins later"),
    ({"ramp": "1.001"}, exactly(100), exactly(103), "nothing but the same is close"),
    ({"ramp_loose": "1.9"}, about(100), exactly(125), "close to about is further"),
    ({"ramp_vague": "1.01"}, quantity(200, hedge="vague"), exactly(180), "hundreds has a sharp edge"),
    ({"least_count": "1"}, exactly(0), exactly(1), "none lies where one does"),
    ({"corroborates_from": "1"}, exactly(100), exactly(102), "only full necessity corroborates"),
    ({"conflicts_below": "0.01"}, exactly(100), exactly(108), "only the impossible conflicts"),
]


@pytest.mark.parametrize(("values", "claim", "other", "example"), EFFECTS, ids=[row[3] for row in EFFECTS])
def test_a_constant_of_the_comparison_changes_it(values, claim, other, example) -> None:
    usual, otherwise = compare(claim, other), compare(claim, other, "same", differing(**values))
    assert usual != otherwise


FIGURES = (500, 500, 900, 950, 1000)  # two that are the same, and three that are near each other
WEIGHED = [
    ({"reliability_a": "0.7"}, [cited("a", "S", reliability="A")]),
    ({"reliability_b": "0.7"}, [cited("a", "S", reliability="B")]),
    ({"reliability_c": "0.7"}, [cited("a", "S", reliability="C")]),
    ({"reliability_d": "0.7"}, [cited("a", "S", reliability="D")]),
    ({"reliability_e": "0.7"}, [cited("a", "S", reliability="E")]),
    ({"reliability_f": "0.7"}, [cited("a", "S")]),
    ({"neutral": "0.7"}, [cited("a", "S")]),
    ({"party": "1"}, [cited("a", "S", party=True)]),
    ({"prior_weight": "1"}, [cited("a", "S")]),
    ({"base_rate": "0.3"}, [cited("a", "S")]),
    ({"stance_score": "0.2"}, [cited("a", "S", stance=Stance("conflicts", "it errs", "ana"))]),
    ({"headline_within": "1.2"}, [cited("a", "S", said=exactly(600)), cited("b", "T", said=exactly(900))]),
    ({"kernel_width": "0.01"}, [cited(f"{i}", f"{i}", said=exactly(v)) for i, v in enumerate(FIGURES)]),
    (
        {"estimates_needed": "2"},
        [cited(n, n, said=quantity(80, 130, 100, hedge="range")) for n in ("a", "b")],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("values", "citations"), WEIGHED, ids=[next(iter(row[0])) for row in WEIGHED])
def test_a_constant_of_the_score_changes_it(values, citations) -> None:
    usual = assess(over(500), None, citations)
    assert assess(over(500), None, citations, constants=differing(**values)) != usual


TRIED = [Matter(f"m{n}", "sold", (("Vets", Decimal(70)), ("Press", Decimal(71)))) for n in range(3)]
LEARNT = [{"track_record": "1"}, {"track_record": "1", "track_prior": "9"}]


def test_the_constants_of_track_records_change_them() -> None:
    weights = [
        track_records(TRIED, constants=differing(**values)).of("Vets", "sold").weight
        for values in ({}, *LEARNT)
    ]
    assert len(set(weights)) == len(weights)


def test_every_constant_is_tried_above() -> None:
    tried = {name for row in (*EFFECTS, *WEIGHED) for name in row[0]} | {
        name for row in LEARNT for name in row
    }
    assert tried == {one.name for one in CONSTANTS}


def test_the_model_is_named_by_its_version_and_a_digest_of_what_was_set() -> None:
    assert model_name(DEFAULTS) == MODEL_VERSION
    one, other = differing(ramp="1.08"), differing(ramp="1.09")
    assert model_name(one).startswith(f"{MODEL_VERSION}+")
    assert model_name(one) != model_name(other)
    assert model_name(one) == model_name(differing(ramp="1.080"))
    assert changed(one) == ("ramp",)
    assert model_name(differing(ramp="1.05")) == MODEL_VERSION


def test_a_setting_that_this_version_does_not_know_is_left_out() -> None:
    assert differing(of_a_later_version="7") == DEFAULTS


def test_what_is_held_says_who_set_it() -> None:
    held = {one.name: one for one in hold(differing(ramp="1.08"), [setting("ramp", "1.08")])}
    assert (held["ramp"].value, held["ramp"].default) == (Decimal("1.08"), Decimal("1.05"))
    assert held["ramp"].setting is not None
    assert held["party"].setting is None


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("rampe", "1.1", "no constant 'rampe'"),
        ("ramp", "much", "no number"),
        ("ramp", "NaN", "cannot be"),
        ("ramp", "0.9", "cannot be 0.9"),
        ("party", "1.5", "cannot be 1.5"),
    ],
)
def test_what_makes_no_sense_is_refused(name: str, value: str, said: str) -> None:
    with pytest.raises(AskedWrongly, match=said):
        parse_constant(name, value)


def test_default_means_the_default() -> None:
    assert parse_constant("ramp", "default") == DEFAULTS.ramp
    assert parse_constant("ramp", "1.2") == Decimal("1.2")


def test_constants_that_contradict_each_other_are_refused() -> None:
    with pytest.raises(AskedWrongly, match="contradict"):
        differing(about_at_least="0.4")


def test_at_least_is_not_touched_by_the_slack_of_about() -> None:
    assert compare(over(500), at_least(600), "same", differing(about_at_most="0.5")) == compare(
        over(500), at_least(600)
    )
