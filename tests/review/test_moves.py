"""Every state x move x person, against a table written down here for these people; then the finer rules."""

from dataclasses import replace
from itertools import product

import pytest

from factcheck.errors import IllegalMove
from factcheck.model import Move
from factcheck.review.blind import heads_for
from factcheck.review.chain import history_of
from factcheck.review.moves import Attempt, legal_moves, position_of, why_not
from factcheck.review.table import COLUMNS, MOVES, column_of
from tests.review.expected import CELLS, HISTORIES, PEOPLE, SIGNED, may, standing
from tests.review.newsroom import (
    AMENDER,
    ANA,
    BEN,
    CITER,
    CLEO,
    CORRECTION,
    DAN,
    RECORDER,
    Newsroom,
    alone,
    newsroom,
)


def test_the_table_of_the_tests_knows_every_move_and_state() -> None:
    assert {move.removesuffix("-blind") for move, _ in CELLS} == set(MOVES)
    assert set(HISTORIES) == set(COLUMNS)


@pytest.mark.parametrize("column", COLUMNS)
def test_every_move_is_open_to_those_whom_the_table_names_and_refused_to_all_others(column: str) -> None:
    for (row, letter), spelled in product(
        product(dict.fromkeys(m for m, _ in CELLS), PEOPLE), (str, str.upper)
    ):
        room, by = standing(column), spelled(PEOPLE[letter])
        move, blind = row.removesuffix("-blind"), row.endswith("-blind")
        correction = replace(CORRECTION, said="something else") if move == "correct" else None
        sent = room.propose(move, by, blind=blind, correction=correction, because="anew")  # type: ignore[arg-type]
        before = list(room.decisions)
        if may(CELLS[row, column], letter):
            assert room.send(sent) is not None, (row, by)
            continue
        with pytest.raises(IllegalMove) as refused:
            room.send(sent)
        assert room.decisions == before, (row, by)
        assert refused.value.message.endswith("."), (row, by)
        assert refused.value.hint.strip(), (row, by)


@pytest.mark.parametrize("column", COLUMNS)
def test_the_moves_that_a_screen_offers_are_those_that_are_accepted(column: str) -> None:
    room = standing(column)
    for letter, name in PEOPLE.items():
        expected = {
            row.removesuffix("-blind") for row, at in CELLS if at == column and may(CELLS[row, at], letter)
        }
        assert set(legal_moves(room.decisions, room.facts, name)) == expected, name


REFUSALS = [
    ("open", "sign", ANA, "This claim is open, so it cannot be signed off: it has no verdict.", "decide"),
    ("checked", "publish", BEN, "is checked, so it cannot be published: nobody has signed it off.", "sign"),
    ("checked", "sign", ANA, "Ana made its verdict, and nobody signs off their own work.", "--as NAME"),
    ("checked", "sign", RECORDER, "Rita recorded it, and nobody signs off their own work.", "--as NAME"),
    ("checked", "sign", CITER, "Cyril attached its last citation, and nobody signs off", "--as"),
    ("checked", "sign", AMENDER, "Amina amended it last, and nobody signs off their own work.", "--as NAME"),
    ("blocked", "decide", BEN, "a question to the author is open", "review answer"),
    ("withdrawn", "sign", BEN, "what is withdrawn is not reviewed", "restore"),
    ("signed off", "take", CLEO, "only after it was re-opened", "review reopen"),
    ("published", "publish", CLEO, "cannot be published again: what is in print is corrected", "correct"),
    ("signed off", "sign", CLEO, "cannot be signed off again: it is signed off already.", "review publish"),
    ("signed off", "correct", CLEO, "never published, so there is nothing to correct", "review publish"),
    ("published", "undo", BEN, "published, so its last decision stays: what is in print", "review correct"),
    ("checking", "answer", BEN, "being checked, so there is nothing to answer: no question", "review note"),
    ("in review", "take", CLEO, "Ben has this claim.", "review assign"),
    ("checked", "release", CLEO, "Nobody has this claim.", "review take"),
    ("open", "release", CLEO, "Nobody has this claim.", "review take"),
    ("signed off", "release", CLEO, "only after it was re-opened", "review reopen"),
    ("published", "release", CLEO, "only after it was re-opened", "review reopen"),
    ("corrected", "release", CLEO, "only after it was re-opened", "review reopen"),
    ("sealed", "decide", CLEO, "the second reads it blind, too", "--blind"),
    ("sealed", "decide", ANA, "does not read it a second time", "review assign"),
    ("sealed", "reopen", CLEO, "opened by a second one", "--blind"),
    ("unsettled", "sign", CLEO, "This claim is to be reconciled", "review reconcile"),
    ("signed off", "undo", CLEO, "The last decision is Ben's", "shows its history"),
    ("open", "undo", CLEO, "Nothing was decided yet.", "shows its history"),
]  # fmt: skip


@pytest.mark.parametrize(("column", "move", "by", "why", "hint"), REFUSALS)
def test_a_refusal_is_a_sentence_and_a_command(column: str, move: Move, by: str, why: str, hint: str) -> None:
    room = standing(column)
    with pytest.raises(IllegalMove) as refused:
        room.do(move, by)
    assert why in refused.value.message
    assert hint in refused.value.hint


def test_every_obstacle_of_the_table_names_the_claim_in_its_command() -> None:
    for column in COLUMNS:
        room = standing(column)
        history = history_of(room.decisions)
        position = position_of(history, room.facts, heads_for(history, CLEO))
        refusals = [why_not(Attempt("c0ffee", move, CLEO), position) for move in MOVES]
        assert all("c0ffee" in one.hint for one in refusals if one), column


# -- the two-person rule ---------------------------------------------------------------------------------


def test_a_desk_of_one_signs_its_own_work_and_that_is_called_self_signed() -> None:
    room = alone(ANA)
    room.do("decide", "ana ")
    signed = room.do("sign", "ANA")
    assert signed is not None
    assert signed.self_signed
    assert (room.state.status, room.state.self_signed, room.state.signed_by) == ("signed off", True, "ANA")


def test_a_desk_of_one_ends_with_the_second_person_who_acts_in_the_ledger() -> None:
    room = alone(ANA)
    room.do("decide", ANA)
    room.facts = replace(room.facts, people=frozenset({ANA, "Ａｎａ"}))
    assert "sign" in legal_moves(room.decisions, room.facts, ANA)
    room.facts = replace(room.facts, people=frozenset({ANA, BEN}))
    with pytest.raises(IllegalMove, match="nobody signs off their own work"):
        room.do("sign", ANA)
    signed = room.do("sign", BEN)
    assert signed is not None
    assert not signed.self_signed


def test_a_note_of_another_on_the_claim_ends_a_desk_of_one() -> None:
    room = alone(ANA)
    room.do("decide", ANA)
    room.do("note", BEN)
    with pytest.raises(IllegalMove, match="nobody signs off"):
        room.do("sign", ANA)


def test_nobody_marks_a_signature_as_self_signed_or_hides_that_it_is() -> None:
    room = newsroom(("decide", ANA))
    signed = room.do("sign", BEN, self_signed=True)
    assert signed is not None
    assert (signed.self_signed, signed.id) == (False, signed.content_id())
    room = alone(ANA)
    room.do("decide", ANA)
    signed = room.do("sign", ANA, self_signed=False)
    assert signed is not None
    assert (signed.self_signed, signed.id) == (True, signed.content_id())


def test_all_that_somebody_did_is_named_when_they_may_not_sign() -> None:
    room = newsroom(("decide", RECORDER))
    with pytest.raises(IllegalMove, match="Rita made its verdict and recorded it, and nobody"):
        room.do("sign", RECORDER)


def test_whoever_takes_a_verdict_over_lets_the_first_one_sign() -> None:
    room = newsroom(("decide", ANA), ("decide", BEN))
    with pytest.raises(IllegalMove, match="Ben made its verdict"):
        room.do("sign", BEN)
    assert room.do("sign", ANA) is not None


def test_a_late_citation_by_the_second_reader_takes_the_pen_away() -> None:
    room = newsroom(("decide", ANA), ("take", BEN))
    room.cite("ben")
    with pytest.raises(IllegalMove, match="Ben attached its last citation"):
        room.do("sign", BEN)


# -- print, undo, assignments ----------------------------------------------------------------------------


def published() -> Newsroom:
    return newsroom(*SIGNED, ("publish", BEN))


def test_another_verdict_than_the_printed_one_is_a_correction() -> None:
    room = published()
    room.do("reopen", CLEO)
    room.do("decide", ANA, verdict="mixed")
    room.do("sign", BEN)
    with pytest.raises(IllegalMove, match=r"published as “false” and is now “mixed”: that is a correction"):
        room.do("publish", BEN)
    room.do("correct", BEN)
    assert (room.state.status, room.state.published_verdict) == ("corrected", "mixed")


@pytest.mark.parametrize("column", [name for name in COLUMNS if name not in ("published", "corrected")])
def test_what_is_in_print_is_corrected_once_the_new_verdict_is_signed_off(column: str) -> None:
    room = published()
    room.do("reopen", CLEO)
    for move, by, *others in HISTORIES[column]:
        room.do(move, by, **(others[0] if others else {}))
    room.facts = replace(room.facts, withdrawn=column == "withdrawn")
    assert column_of(room.state) == column
    for name in PEOPLE.values():
        assert ("correct" in legal_moves(room.decisions, room.facts, name)) == (column == "signed off")


def test_the_same_verdict_may_be_published_anew() -> None:
    room = published()
    first = room.state.published_at
    room.do("reopen", CLEO)
    room.do("decide", ANA)
    room.do("sign", BEN)
    room.do("publish", BEN)
    assert (room.state.status, room.state.published_at) == ("published", first)


def test_an_undoing_brings_back_what_was_there_before() -> None:
    room = newsroom(("decide", ANA), ("take", BEN), ("decide", BEN))
    before = newsroom(("decide", ANA), ("take", BEN)).state
    room.do("undo", BEN)
    assert replace(room.state, heads=(), since=None) == replace(before, heads=(), since=None)


def test_an_undoing_is_not_undone_but_done_again() -> None:
    room = newsroom(("take", ANA), ("undo", ANA))
    with pytest.raises(IllegalMove, match="What was undone stays so"):
        room.do("undo", ANA, because="again")
    room.do("take", ANA)
    assert room.state.assignee == ANA


def test_a_signature_is_not_undone_once_the_evidence_has_changed() -> None:
    room = newsroom(*SIGNED)
    room.cite(DAN)
    with pytest.raises(IllegalMove, match="The evidence has changed since"):
        room.do("undo", BEN)


def test_an_undone_verdict_is_not_its_makers_any_more() -> None:
    room = newsroom(("decide", ANA), ("decide", BEN), ("undo", BEN))
    with pytest.raises(IllegalMove, match="Ana made its verdict"):
        room.do("sign", ANA)
    assert room.do("sign", BEN) is not None


@pytest.mark.parametrize("column", ["sealed", "unsettled"])
def test_whoever_is_to_read_or_reconcile_may_release_the_claim_again(column: str) -> None:
    room = standing(column)
    room.do("assign", CLEO, assignee=DAN)
    room.do("release", DAN)
    assert (column_of(room.state), room.state.assignee) == (column, None)


def test_a_claim_goes_to_whom_it_is_assigned_and_back_when_they_release_it() -> None:
    room = newsroom(("assign", CLEO))
    assert room.state.assignee == BEN
    room.do("take", BEN)
    with pytest.raises(IllegalMove, match="Ben has this claim"):
        room.do("release", CLEO)
    room.do("assign", CLEO, assignee=DAN)
    assert room.state.assignee == DAN
    room.do("release", DAN)
    assert room.state.assignee is None
