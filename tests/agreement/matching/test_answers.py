"""Each of the four answers has its reasons; what is not near has none."""

import pytest

from factcheck.agreement.matching.answers import NEAR_FROM, SAME_FROM, judge
from factcheck.agreement.matching.profiles import profile, telling_of
from tests.agreement.matching.test_numbers import told

CLAIM = "Over 340 people fled Lowdale in 2019, the Marn Relief Council said"
CASES = (
    ("About 340 people fled Lowdale", "same claim", "number: “about 340” is the figure of “over 340”"),
    ("Over 340 people fled Lowdale", "same claim", "number: both say “over 340”"),
    (
        "100 people fled Lowdale",
        "same fact, other number",
        "“100” is not “over 340”. Conflicts: “100” is at least 3.4 times",
    ),
    ("It is false that 340 people fled Lowdale", "negated", "negation: what was asked denies"),
    ("340 people fled Lowdale in 2016", "related", "time: 2016, not 2019"),
    ("People fled Lowdale", "related", "number: nothing that was asked speaks to “over 340”"),
    ("340 homes in Lowdale, 12% of all, burnt", "related", "words: both have"),
)


@pytest.mark.parametrize(("asked", "answer", "reason"), CASES)
def test_an_answer_says_why(asked: str, answer: str, reason: str) -> None:
    judgement = judge(profile(telling_of(asked)), profile(told(CLAIM, "340")), 0.9, {})
    assert judgement is not None
    assert judgement.answer == answer
    assert any(reason in one for one in judgement.reasons), judgement.reasons


def test_what_is_not_sure_enough_is_related_at_most() -> None:
    asked, claim = profile(telling_of("Over 340 people fled Lowdale")), profile(told(CLAIM, "340"))
    unsure = judge(asked, claim, (NEAR_FROM + SAME_FROM) / 2, {})
    assert unsure is not None
    assert unsure.answer == "related"
    assert judge(asked, claim, NEAR_FROM / 2, {}) is None


def test_places_and_sources_are_named() -> None:
    asked = profile(telling_of("340 people fled in Lowdale, the Lowdale Police said"))
    claim = profile(told("340 people fled in Highdale, the Marn Relief Council said", "340"))
    judgement = judge(asked, claim, 0.9, {})
    assert judgement is not None
    assert "place: Lowdale, not Highdale" in judgement.reasons
    assert "source: Lowdale Police, not Marn Relief Council" in judgement.reasons
