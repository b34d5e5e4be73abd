"""Which rule says what of which claim; a row is what is wrong, the rule that says so, and how."""

from dataclasses import replace
from typing import Any

import pytest

from factcheck.errors import AskedWrongly
from factcheck.model import State
from factcheck.review.profiles import (
    CONDITIONS,
    PROFILES,
    Checked,
    Shown,
    conditions_named,
    failures,
    profile_named,
)
from tests.review.newsroom import ANA, BEN, seen

CITED = (
    Shown("t1", "Reuters", url="https://reuters.example/1"),
    Shown("t2", "Amnesty", archive="https://archive.example/2"),
    Shown("t3", "Yearbook", locator="p. 12", derived=True, counted=False),
)
PRINTED = State(
    "published",
    verdict="true",
    decided_by=ANA,
    saw=seen(band="corroborated"),
    signed_by=BEN,
    published_at="2026-03-02T00:00:00Z",
    published_verdict="true",
    readings=("d1",),
)
SOUND = Checked("c1", PRINTED, "corroborated", 2, 2, 0, CITED, because="Both counted for themselves.")
OPEN = State("open")


def failing(checked: Checked) -> dict[str, str]:
    """What each rule of all profiles and conditions says of a claim, where it is not met."""
    rules = {
        one.name: one for one in (*CONDITIONS.values(), *(r for rules in PROFILES.values() for r in rules))
    }
    return {one.rule: one.why for one in failures([checked], rules.values())}


def test_a_sound_claim_meets_every_rule() -> None:
    assert failing(SOUND) == {}


@pytest.mark.parametrize(
    ("others", "rule", "why"),
    [
        ({"state": OPEN}, "open", "Nobody has decided it."),
        (
            {"state": State("blocked", question="Which year?")},
            "open",
            "A question to its author is open: “Which year?”",
        ),
        (
            {"state": State("checking", blind="sealed", readings=("d1",))},
            "open",
            "Its second blind reading is still to come.",
        ),
        (
            {"state": State("checked", readings=("d1", "d2"))},
            "open",
            "Several verdicts stand beside each other.",
        ),
        ({"state": State("open", reopened="Ana re-opened it.")}, "open", "Ana re-opened it."),
        (
            {"conflicts": 1, "band": "contested"},
            "conflict",
            "One independent origin conflicts with it: contested.",
        ),
        (
            {"conflicts": 2, "band": "contradicted"},
            "conflict",
            "2 independent origins conflict with it: contradicted.",
        ),
        ({"state": State("checked", verdict="true")}, "unsigned", "It is checked, and not signed off."),
        ({"state": replace(PRINTED, self_signed=True)}, "self-signed", "Ben signed off their own work."),
        (
            {"state": replace(PRINTED, disputed=True)},
            "disputed",
            "Reviewers decided beside each other, and nobody has settled it.",
        ),
        (
            {"band": "contested"},
            "changed",
            "It was decided when the evidence was “corroborated”, and is now “contested”.",
        ),
        ({"citations": ()}, "cited", "It has no citation."),
        (
            {"citations": (Shown("t1", "Reuters"), Shown("t2", "AFP"))},
            "replicable",
            "Nothing says where to find Reuters and AFP.",
        ),
        ({"independent": 1}, "several-sources", "Only one independent origin speaks to it."),
        ({"independent": 0}, "several-sources", "No independent origin speaks to it."),
        ({"corroborates": 1}, "two-sources", "Only one independent origin corroborates it."),
        (
            {"citations": (Shown("t1", "The Post", url="u", derived=True),)},
            "first-hand",
            "The Post took the figure from elsewhere.",
        ),
        ({"because": " "}, "explained", "Nothing says why it is “true”."),
        (
            {"state": replace(PRINTED, status="checked")},
            "corrected",
            "It is in print as “true”, and under review again.",
        ),
        (
            {"state": replace(PRINTED, status="open", verdict=None, reopened="Its evidence changed.")},
            "corrected",
            "Its evidence changed.",
        ),
    ],
)
def test_a_rule_says_what_is_wrong(others: dict[str, Any], rule: str, why: str) -> None:
    assert failing(replace(SOUND, **others))[rule] == why


def test_a_withdrawn_claim_is_not_asked() -> None:
    assert failing(replace(SOUND, state=State("withdrawn"), citations=())) == {}


def test_failures_come_claim_by_claim_in_the_order_of_the_rules() -> None:
    claims = [replace(SOUND, claim="c2", state=OPEN), SOUND, replace(SOUND, claim="c3", state=OPEN)]
    found = failures(claims, conditions_named("unsigned, open"))
    assert [(one.claim, one.rule) for one in found] == [
        ("c2", "unsigned"),
        ("c2", "open"),
        ("c3", "unsigned"),
        ("c3", "open"),
    ]


@pytest.mark.parametrize("names", ["open,bogus", "", " , "])
def test_a_condition_that_is_none_is_refused_with_all_that_are(names: str) -> None:
    with pytest.raises(AskedWrongly) as refused:
        conditions_named(names)
    assert all(name in refused.value.hint for name in ("open", "conflict", "unsigned", "changed"))


def test_a_profile_is_found_by_its_name_alone() -> None:
    assert profile_named("two-source") == PROFILES["two-source"]
    with pytest.raises(AskedWrongly) as refused:
        profile_named("ICFN")
    assert "ifcn" in refused.value.hint


def test_a_profile_names_each_rule_once_and_every_rule_says_what_it_wants() -> None:
    for rules in PROFILES.values():
        assert len({one.name for one in rules}) == len(rules)
        assert all(one.sentence.endswith(".") for one in rules)
