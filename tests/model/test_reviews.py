"""Decisions hold what their move needs and nothing else, and are named by what they say."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from factcheck.model import DEFAULT_SCALE, Correction, Decision, Seen

SAW = Seen("contested", 0.48, "2", "0f1e")
GIVEN: dict[str, Any] = {"claim": "c1", "move": "decide", "by": "Ana", "at": "2026-03-01T12:00:00Z"}


def verdict(**others: Any) -> Decision:
    return Decision(**{**GIVEN, "verdict": "false", "saw": SAW, **others})


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"by": "  "}, "a name"),
        ({"claim": ""}, "a claim"),
        ({"at": ""}, "a date"),
        ({"verdict": None}, "a verdict is decided"),
        ({"move": "sign"}, "a verdict is decided"),
        ({"move": "assign", "verdict": None}, "somebody is assigned"),
        ({"assignee": "Ben"}, "somebody is assigned"),
        ({"move": "correct", "verdict": None}, "a correction corrects"),
        ({"correction": Correction("a", "b", "c")}, "a correction corrects"),
        ({"move": "reconcile", "blind": True}, "decided blind"),
        ({"self_signed": True}, "self-signed"),
        ({"saw": None}, "has seen something"),
    ],
)
def test_a_decision_says_what_its_move_needs_and_nothing_else(wrong: dict[str, Any], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        verdict(**wrong)


def test_the_same_act_has_the_same_id_and_any_other_has_another() -> None:
    one = verdict(follows=("b", "a"))
    assert verdict(follows=("a", "b", "a")).id == one.id
    others = (
        {"at": "2026-03-01T12:00:01Z"},
        {"by": "Ben"},
        {"claim": "c2"},
        {"verdict": "true"},
        {"because": "so it is"},
        {"follows": ("a",)},
        {"blind": True},
        {"saw": replace(SAW, evidence="ffff")},
        {"saw": replace(SAW, score=None)},
    )
    assert len({one.id, *(verdict(**{"follows": ("a", "b"), **other}).id for other in others)}) == 10


def test_a_stored_id_stays_and_shows_whether_the_content_was_changed() -> None:
    one = verdict()
    assert replace(one).id == one.content_id()
    tampered = replace(one, verdict="true")
    assert tampered.id == one.id != tampered.content_id()


def test_the_default_scale_has_five_steps_in_order_and_one_beside_them() -> None:
    *steps, beside = DEFAULT_SCALE
    assert [one.order for one in steps] == [5, 4, 3, 2, 1]
    assert [one.value for one in steps] == [Decimal(order) for order in (5, 4, 3, 2, 1)]
    assert (beside.label, beside.order, beside.value) == ("unverifiable", None, None)
    assert all(one.meaning for one in DEFAULT_SCALE)
