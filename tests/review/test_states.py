"""What a history adds up to: one row a story, and the stories that a change of evidence tells."""

import random
from dataclasses import replace

import pytest

from factcheck.model import Correction, Move, Status
from factcheck.review.states import state_of
from tests.review.newsroom import ANA, BEN, CLEO, CORRECTION, DAN, Newsroom, decision, facts, newsroom, seen

SIGNED: tuple[tuple[Move, str], ...] = (("take", ANA), ("decide", ANA), ("take", BEN), ("sign", CLEO))


@pytest.mark.parametrize(
    ("acts", "status", "assignee"),
    [
        ((), "open", None),
        ((("take", ANA),), "checking", ANA),
        ((("assign", CLEO),), "checking", BEN),
        ((("take", ANA), ("release", ANA)), "open", None),
        ((("take", ANA), ("decide", ANA)), "checked", None),
        ((("assign", CLEO), ("decide", ANA)), "in review", BEN),
        ((("decide", ANA), ("take", BEN)), "in review", BEN),
        ((("decide", ANA), ("take", ANA)), "checked", ANA),
        ((("decide", ANA), ("take", BEN), ("decide", BEN)), "checked", None),
        ((("take", ANA), ("ask", ANA)), "blocked", ANA),
        ((("take", ANA), ("ask", ANA), ("answer", BEN)), "checking", ANA),
        ((("decide", ANA), ("ask", BEN), ("answer", BEN)), "checked", None),
        ((("decide", ANA), ("take", BEN), ("ask", BEN), ("answer", ANA)), "in review", BEN),
        (SIGNED, "signed off", None),
        ((*SIGNED, ("publish", DAN)), "published", None),
        ((*SIGNED, ("publish", DAN), ("correct", DAN)), "corrected", None),
        ((*SIGNED, ("publish", DAN), ("correct", DAN), ("correct", DAN), ("note", BEN)), "corrected", None),
        ((("decide", ANA), ("reopen", BEN)), "open", None),
        ((("decide", ANA), ("take", BEN), ("reopen", BEN)), "checking", BEN),
        ((*SIGNED, ("reopen", DAN)), "open", None),
        ((*SIGNED, ("undo", CLEO)), "in review", BEN),
        ((("take", ANA), ("undo", ANA)), "open", None),
        ((("decide", ANA), ("note", BEN)), "checked", None),
    ],
)
def test_a_history_adds_up_to(
    acts: tuple[tuple[Move, str], ...], status: Status, assignee: str | None
) -> None:
    room = Newsroom()
    for move, by in acts:
        room.do(move, by, **({"correction": another(room)} if move == "correct" else {}))
    assert (room.state.status, room.state.assignee) == (status, assignee)


def another(room: Newsroom) -> Correction:
    return replace(CORRECTION, said=f"what was said at {room.ticks}")


def test_a_state_says_who_decided_signed_and_printed_and_when() -> None:
    room = newsroom(*SIGNED, ("publish", DAN))
    by_move = {one.move: one for one in room.decisions}
    state = room.state
    assert (state.verdict, state.decided_by, state.saw) == ("false", ANA, seen())
    assert (state.signed_by, state.signed_at) == (CLEO, by_move["sign"].at)
    assert (state.published_at, state.published_verdict) == (by_move["publish"].at, "false")
    assert (state.self_signed, state.disputed, state.reopened) == (False, False, None)
    assert state.heads == (by_move["publish"].id,)
    assert state.since == by_move["publish"].at


def test_an_undecided_claim_has_no_verdict_and_unverifiable_is_one() -> None:
    assert newsroom(("take", ANA)).state.verdict is None
    room = Newsroom()
    room.do("decide", ANA, verdict="Unverifiable")
    assert (room.state.verdict, room.state.status) == ("unverifiable", "checked")


def test_a_withdrawn_claim_is_withdrawn_whatever_was_decided_and_comes_back_as_it_was() -> None:
    room = newsroom(*SIGNED)
    assert state_of(room.decisions, replace(room.facts, withdrawn=True)).status == "withdrawn"
    assert room.state.status == "signed off"


# -- evidence that changes -------------------------------------------------------------------------------


def test_a_citation_after_sign_off_reopens_and_says_who_added_what() -> None:
    room = newsroom(*SIGNED)
    room.cite(DAN)
    assert room.state.status == "open"
    assert (room.state.verdict, room.state.signed_by) == (None, None)
    assert room.state.reopened == (
        "Since Cleo signed it off, its evidence changed: "
        "a citation of Reuters was added by Dan on 2026-03-01."
    )
    assert room.state.since == room.facts.changes[-1].at


def test_a_published_claim_stays_published_and_says_that_its_evidence_changed() -> None:
    room = newsroom(*SIGNED, ("publish", DAN))
    printed_at = room.state.published_at
    for by in (DAN, DAN, DAN):
        room.cite(by)
    state = room.state
    assert (state.status, state.published_at, state.published_verdict) == ("open", printed_at, "false")
    assert state.reopened == (
        "Published on 2026-03-01; since Cleo signed it off, its evidence changed: "
        "a citation of Reuters was added by Dan on 2026-03-01, and 2 more changes."
    )


def test_a_change_before_sign_off_reopens_nothing() -> None:
    room = newsroom(("decide", ANA), ("take", BEN))
    room.cite(DAN)
    assert (room.state.status, room.state.reopened) == ("in review", None)
    assert room.state.saw == seen("e0")


def test_evidence_that_is_what_it_was_is_signed_off_again() -> None:
    room = newsroom(*SIGNED)
    changed = replace(room.facts, evidence="e9")
    assert state_of(room.decisions, changed).status == "open"
    assert state_of(room.decisions, room.facts).status == "signed off"


@pytest.mark.parametrize("tells", [True, False])
def test_once_somebody_works_on_the_new_evidence_the_old_signature_is_gone_for_good(tells: bool) -> None:
    room = newsroom(*SIGNED)
    room.all_say_what_they_saw = tells
    room.cite(DAN)
    room.do("take", BEN)
    assert (room.state.status, room.state.assignee) == ("checking", BEN)
    assert room.state.reopened is not None
    reverted = replace(room.facts, evidence="e0")
    assert state_of(room.decisions, reverted).status == "checking"


def test_a_new_verdict_on_the_new_evidence_ends_the_reopening() -> None:
    room = newsroom(*SIGNED)
    room.cite(DAN)
    room.do("decide", ANA, verdict="mixed")
    assert (room.state.status, room.state.verdict, room.state.reopened) == ("checked", "mixed", None)
    room.do("sign", BEN)
    assert room.state.status == "signed off"


def test_a_reopening_by_hand_says_who_and_why() -> None:
    room = newsroom(*SIGNED)
    room.do("reopen", DAN, because="the source took its figure back")
    assert room.state.reopened == "Dan re-opened it on 2026-03-01: the source took its figure back"


def test_a_signature_of_the_verdicts_own_maker_is_self_signed_whatever_it_calls_itself() -> None:
    verdict = decision("decide", ANA)
    forged = decision("sign", " ana", [verdict], self_signed=False)
    state = state_of([verdict, forged], facts())
    assert (state.status, state.self_signed) == ("signed off", True)


# -- branches --------------------------------------------------------------------------------------------


def test_two_verdicts_on_one_predecessor_are_in_dispute_until_a_decision_names_both() -> None:
    taken = decision("take", ANA)
    one, other = decision("decide", ANA, [taken]), decision("decide", BEN, [taken], verdict="true")
    state = state_of([one, other, taken], facts())
    assert (state.status, state.disputed, state.verdict) == ("checked", True, None)
    assert set(state.readings) == set(state.heads) == {one.id, other.id}
    settled = decision("reconcile", CLEO, [one, other], verdict="mixed")
    state = state_of([settled, one, other, taken], facts())
    assert (state.disputed, state.verdict, state.decided_by) == (False, "mixed", CLEO)


def test_naming_both_without_settling_the_verdicts_leaves_the_dispute() -> None:
    one, other = decision("decide", ANA), decision("decide", BEN, verdict="true")
    asked = decision("ask", CLEO, [one, other])
    answered = decision("answer", DAN, [asked])
    state = state_of([answered, asked, one, other], facts())
    assert (state.disputed, state.verdict, len(state.readings)) == (True, None, 2)


@pytest.mark.parametrize("naming", ["take", "assign"])
def test_two_who_took_a_claim_apart_are_settled_by_any_decision_that_names_both(naming: Move) -> None:
    one, other = decision("take", ANA), decision("take", BEN)
    assert state_of([one, other], facts()).disputed
    state = state_of([one, other, decision(naming, CLEO, [one, other])], facts())
    assert (state.disputed, state.status) == (False, "checking")


def test_a_signature_in_one_branch_alone_signs_nothing_off() -> None:
    verdict = decision("decide", ANA)
    signed, taken = decision("sign", BEN, [verdict]), decision("take", CLEO, [verdict])
    state = state_of([verdict, signed, taken], facts())
    assert (state.status, state.disputed, state.signed_by) == ("in review", True, None)


def test_what_one_branch_printed_is_in_print() -> None:
    verdict = decision("decide", ANA)
    signed = decision("sign", BEN, [verdict])
    printed, reopened = decision("publish", DAN, [signed]), decision("reopen", CLEO, [signed])
    state = state_of([verdict, signed, printed, reopened], facts())
    assert (state.published_verdict, state.status, state.disputed) == ("false", "checked", True)


def test_notes_stand_beside_the_chain_and_dispute_nothing() -> None:
    verdict = decision("decide", ANA)
    notes = [decision("note", by, [verdict]) for by in (BEN, CLEO)]
    signed = decision("sign", DAN, [verdict])
    state = state_of([*notes, signed, verdict], facts())
    assert (state.status, state.disputed, state.heads) == ("signed off", False, (signed.id,))


def test_a_decision_that_follows_an_unknown_one_disputes_the_rest() -> None:
    state = state_of([decision("decide", ANA), decision("sign", BEN, ["0000000000"])], facts())
    assert (state.disputed, state.signed_by) == (True, None)


def test_decisions_that_follow_each_other_in_a_circle_do_not_count() -> None:
    one, other = decision("sign", ANA, ["two"], id="one"), decision("sign", BEN, ["one"], id="two")
    assert state_of([one, other], facts()).status == "open"


def test_order_comes_from_what_follows_what_and_not_from_the_clock() -> None:
    late = decision("decide", ANA, at="2030-01-01T00:00:00Z")
    early = decision("sign", BEN, [late], at="2020-01-01T00:00:00Z")
    assert state_of([early, late], facts()).status == "signed off"


def test_a_history_of_ten_thousand_ends_like_any_other() -> None:
    long = [decision("take", ANA)]
    for turn in range(9_999):
        long.append(decision("take", (BEN, ANA)[turn % 2], [long[-1]]))
    random.Random(1).shuffle(long)
    assert state_of(long, facts()).assignee == BEN


# -- one story, from recorded to corrected ---------------------------------------------------------------


def test_a_desk_of_three_takes_a_claim_from_recorded_to_corrected() -> None:
    checker, reader, editor = ANA, BEN, CLEO
    room = newsroom(recorded_by=checker, cited_by=checker, amended_by=None)
    story: list[tuple[Move, str, dict[str, str], Status]] = [
        ("take", checker, {}, "checking"),
        ("ask", checker, {"because": "Which week do you mean?"}, "blocked"),
        ("answer", editor, {"because": "The one that began on the 15th."}, "checking"),
        ("decide", checker, {"verdict": "true"}, "checked"),
        ("take", reader, {}, "in review"),
        ("note", reader, {"because": "I counted them again."}, "in review"),
        ("sign", editor, {}, "signed off"),
        ("publish", editor, {}, "published"),
        ("reopen", reader, {"because": "The source took its figure back."}, "open"),
        ("decide", reader, {"verdict": "mixed"}, "checked"),
        ("sign", editor, {}, "signed off"),
        ("correct", editor, {}, "corrected"),
    ]
    for move, by, words, status in story:
        room.do(move, by, **words)
        assert room.state.status == status, move
    state = room.state
    assert (state.verdict, state.decided_by, state.signed_by) == ("mixed", reader, editor)
    assert (state.published_verdict, state.corrected_at) == ("mixed", room.decisions[-1].at)
    assert (state.disputed, state.self_signed, state.reopened) == (False, False, None)
