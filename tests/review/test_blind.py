"""While two read a claim blind, neither learns of the other; then both do."""

import pytest

from factcheck.errors import IllegalMove
from factcheck.review.blind import SOMEBODY, blind_readings, heads_for, visible_to
from factcheck.review.chain import history_of
from factcheck.review.states import state_of
from tests.review.newsroom import ANA, BEN, CLEO, DAN, Newsroom, decision, facts, newsroom


def read_blind(by: str = ANA, **others: object) -> Newsroom:
    """A claim with a history of its own that one person has read blind."""
    room = newsroom(("take", ANA), ("note", ANA), ("ask", ANA), ("answer", DAN), ("assign", CLEO))
    room.do("decide", by, blind=True, because="secret reason", **others)
    room.do("note", by, because="a hint at it")
    return room


def test_the_second_reader_sees_no_verdict_name_or_note() -> None:
    room = read_blind()
    seen = visible_to(room.decisions, BEN)
    assert [(one.move, one.by) for one in seen] == [
        ("ask", SOMEBODY),
        ("answer", SOMEBODY),
        ("assign", SOMEBODY),
    ]
    assert not any(one.verdict for one in seen)
    assert "secret reason" not in repr(seen)
    assert all(one.id == kept.id for one in seen for kept in room.decisions if kept.id == one.id)


def test_the_first_reader_sees_all_and_everybody_else_what_they_did_themselves() -> None:
    room = read_blind()
    assert len(visible_to(room.decisions, " ana")) == len(room.decisions)
    assert [one.move for one in visible_to(room.decisions, CLEO)] == ["ask", "answer", "assign"]
    assert [one.move for one in visible_to(room.decisions, "Zoe")] == ["ask", "answer"]


def test_a_state_tells_nothing_of_a_sealed_verdict() -> None:
    state = read_blind().state
    assert (state.status, state.blind, state.verdict, state.decided_by) == ("checking", "sealed", None, None)
    assert (state.saw, state.reopened, state.disputed) == (None, None, False)
    assert ANA not in repr(state)


def test_both_are_shown_once_both_are_in_and_that_is_no_dispute() -> None:
    room = read_blind()
    first = next(one for one in room.decisions if one.blind)
    second = room.do("decide", BEN, blind=True, verdict="true")
    assert second is not None
    assert first.follows == second.follows
    assert visible_to(room.decisions, CLEO) == visible_to(room.decisions, BEN)
    assert {one.verdict for one in visible_to(room.decisions, CLEO)} == {"true", "false", None}
    state = room.state
    assert (state.status, state.blind, state.verdict, state.disputed) == (
        "checked",
        "to reconcile",
        None,
        False,
    )
    assert set(state.readings) == {first.id, second.id}


def test_a_reconciliation_names_both_and_its_maker_does_not_sign() -> None:
    room = read_blind()
    room.do("decide", BEN, blind=True, verdict="true")
    settled = room.do("reconcile", ANA, verdict="mixed", because="we counted the footnote twice")
    assert settled is not None
    assert set(settled.follows) == {one.id for one in room.decisions if one.blind}
    assert (room.state.verdict, room.state.decided_by, room.state.blind) == ("mixed", ANA, None)
    with pytest.raises(IllegalMove, match="Ana made its verdict"):
        room.do("sign", ANA)
    room.do("sign", BEN)
    assert room.state.status == "signed off"


def test_the_second_reader_may_be_sought_while_the_first_reading_is_sealed() -> None:
    room = read_blind()
    room.do("assign", CLEO, assignee=DAN)
    assert (room.state.assignee, room.state.blind, room.state.disputed) == (DAN, "sealed", False)
    with pytest.raises(IllegalMove, match="does not read it a second time"):
        room.do("assign", CLEO, assignee="ANA")
    room.do("decide", DAN, blind=True)
    assert (room.state.blind, room.state.disputed, room.state.assignee) == ("to reconcile", False, None)
    room.do("reconcile", CLEO)
    assert len(room.state.heads) == 1


def test_the_first_reader_may_seek_the_second() -> None:
    room = read_blind()
    room.do("assign", ANA, assignee=DAN)
    assert (room.state.assignee, room.state.blind) == (DAN, "sealed")
    assert not any(one.verdict for one in visible_to(room.decisions, DAN))
    room.do("decide", DAN, blind=True, verdict="true")
    assert (room.state.blind, len(room.state.readings)) == ("to reconcile", 2)


def test_the_page_of_the_second_reader_is_not_old_because_of_what_they_may_not_see() -> None:
    room = newsroom(("assign", CLEO))
    one, other = room.propose("decide", ANA, blind=True), room.propose("decide", BEN, blind=True)
    room.send(one)
    assert [each.id for each in heads_for(history_of(room.decisions), BEN)] == list(other.follows)
    assert room.send(other) is not None


def test_a_first_reader_gives_up_or_takes_back_what_nobody_has_answered() -> None:
    for move in ("reopen", "undo"):
        room = newsroom(("take", ANA))
        room.do("decide", ANA, blind=True)
        room.do(move, ANA)  # type: ignore[arg-type]
        assert (room.state.blind, room.state.readings) == (None, ())
        room.do("decide", ANA, blind=True, verdict="true")
        room.do("decide", BEN, blind=True)
        assert room.state.blind == "to reconcile"


def test_a_reading_is_not_taken_back_once_its_maker_has_seen_the_other() -> None:
    room = read_blind()
    room.do("assign", ANA, assignee=DAN)
    room.do("decide", DAN, blind=True, verdict="true")
    assert len(room.state.heads) == 1
    with pytest.raises(IllegalMove, match="Both blind readings are shown"):
        room.do("undo", DAN)


def test_a_verdict_in_view_cannot_be_read_blind() -> None:
    with pytest.raises(IllegalMove, match="A verdict stands for everybody to see"):
        newsroom(("decide", ANA)).do("decide", BEN, blind=True)


def test_blind_readings_of_two_desks_meet_as_one_round() -> None:
    taken = decision("take", CLEO)
    one = decision("decide", ANA, [taken], blind=True)
    other = decision("decide", BEN, [taken], blind=True, verdict="true")
    assert state_of([taken, one, other], facts()).blind == "to reconcile"
    again = decision("decide", " ANA", [taken], blind=True, verdict="mixed")
    assert state_of([taken, one, again], facts()).blind == "sealed"


def test_a_blind_reading_beside_an_open_one_is_a_dispute() -> None:
    one, other = decision("decide", ANA, blind=True), decision("decide", BEN)
    state = state_of([one, other], facts())
    assert (state.disputed, state.blind, state.verdict) == (True, None, None)


@pytest.mark.parametrize("tells", [True, False])
def test_a_blind_round_on_new_evidence_has_nothing_of_the_old_verdict(tells: bool) -> None:
    room = newsroom(("decide", ANA), ("sign", BEN))
    room.all_say_what_they_saw = tells
    room.cite(CLEO)
    room.do("decide", ANA, blind=True)
    room.do("assign", CLEO, assignee=DAN)
    assert (room.state.blind, room.state.disputed, room.state.reopened) == ("sealed", False, None)
    room.do("decide", DAN, blind=True)
    assert (room.state.blind, len(room.state.readings)) == ("to reconcile", 2)


def test_only_the_last_complete_round_is_compared() -> None:
    room = read_blind()
    assert blind_readings(room.decisions) == ()
    room.do("decide", BEN, blind=True, verdict="true")
    pairs = [(one.by, one.verdict) for one in blind_readings(room.decisions)]
    assert pairs == [(ANA, "false"), (BEN, "true")]
    room.do("reconcile", CLEO)
    assert [(one.by, one.verdict) for one in blind_readings(room.decisions)] == pairs
    room.do("reopen", DAN)
    room.do("decide", DAN, blind=True)
    assert [(one.by, one.verdict) for one in blind_readings(room.decisions)] == pairs
    room.do("decide", CLEO, blind=True)
    assert [one.by for one in blind_readings(room.decisions)] == [CLEO, DAN]
