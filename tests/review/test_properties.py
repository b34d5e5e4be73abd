"""What holds of every history that people can make, alone, at once, and in two ledgers that are merged.

A story is drawn: who tries what, whether the evidence changes in between, whether a page is
old. Whatever is refused is refused; the rest makes the history. The rules are told here once
more, slowly, from the history alone.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.errors import IllegalMove, StaleReview
from factcheck.model import DEFAULT_SCALE, Correction, Decision
from factcheck.review.acceptance import accept, unlawful_in_itself
from factcheck.review.blind import heads_for, visible_to
from factcheck.review.chain import history_of
from factcheck.review.moves import legal_moves
from factcheck.review.people import person_key
from factcheck.review.states import state_of
from factcheck.review.table import MOVES
from tests.review.newsroom import RECORDER, Newsroom, facts

PEOPLE = ("Ana", "ANA ", "Ben", "Cleo", RECORDER)
LABELS = ("true", "false", "unverifiable")
WORDS = ("because", "so it is")
OFTEN = (*["legal"] * 6, *["decide"] * 4, *["sign"] * 6, *["answer", "publish", "cite"] * 2, "amend")
EXAMPLES = int(os.environ.get("FACTCHECK_EXAMPLES", "80"))


@st.composite
def acts(draw: st.DrawFn) -> tuple[str, str, dict[str, Any]]:
    """Somebody's move, or a change of the evidence. "legal" is one of those that are legal just then."""
    move = draw(st.sampled_from((*MOVES, *OFTEN)))
    others = {
        "which": draw(st.integers(0, len(MOVES))),
        "verdict": draw(st.sampled_from(LABELS)),
        "blind": draw(st.sampled_from((False, False, True))),
        "assignee": draw(st.sampled_from(PEOPLE)),
        "said": draw(st.sampled_from(WORDS)),
        "because": draw(st.sampled_from(WORDS)),
    }
    return move, draw(st.sampled_from(PEOPLE)), others


STORIES = st.lists(acts(), max_size=24)
NEWSROOMS = st.builds(Newsroom, all_say_what_they_saw=st.booleans())


def proven(test: Callable[..., Any]) -> Callable[..., Any]:
    return settings(max_examples=EXAMPLES, derandomize=True, deadline=None)(test)


def play(room: Newsroom, story: list[tuple[str, str, dict[str, Any]]]) -> Newsroom:
    """Everybody tries what the story says; what is refused leaves no trace."""
    for move, by, others in story:
        if move == "cite":
            room.cite(by)
        elif move == "amend":
            room.amend(by)
        else:
            with suppress(IllegalMove):
                attempt(room, move, by, **others)
    return room


def attempt(
    room: Newsroom, name: str, by: str, *, which: int, blind: bool, said: str, because: str, **others: str
) -> None:
    legal = legal_moves(room.decisions, room.facts, by)
    move = legal[which % len(legal)] if name == "legal" else name
    needs: dict[str, Any] = {"because": because}
    if move in ("decide", "reconcile"):
        needs["verdict"] = others["verdict"]
    if move == "decide":
        needs["blind"] = blind
    if move == "assign":
        needs["assignee"] = others["assignee"]
    if move == "correct":
        needs["correction"] = Correction(said, "right", "page 2")
    room.do(move, by, **needs)  # type: ignore[arg-type]


@proven
@given(STORIES, st.randoms())
def test_the_order_in_which_decisions_are_given_changes_nothing(story, dice) -> None:
    room = play(Newsroom(), story)
    shuffled = dice.sample(room.decisions, len(room.decisions))
    assert state_of(shuffled, room.facts) == room.state
    for person in PEOPLE:
        assert visible_to(shuffled, person) == visible_to(room.decisions, person)


@proven
@given(STORIES)
def test_replaying_a_history_gives_the_same_status_and_accepts_every_step_again(story) -> None:
    played = play(Newsroom(), story)
    again: list[Decision] = []
    for one in history_of(played.decisions).decisions:
        assert one.saw is not None
        then = facts(
            evidence=one.saw.evidence,
            cited_by=None,
            amended_by=None,
            people=frozenset({one.by}) if one.self_signed else frozenset(PEOPLE),
        )
        kept = accept(one, again, then, DEFAULT_SCALE)
        assert kept == one
        again.append(one)
    assert state_of(again, played.facts) == replace(played.state)


@proven
@given(NEWSROOMS, STORIES)
def test_nobody_decides_and_signs_whatever_is_tried(room, story) -> None:
    for step in story:
        before = room.state
        known = room.facts
        kept = len(room.decisions)
        play(room, [step])
        if len(room.decisions) == kept or room.decisions[-1].move != "sign":
            continue
        signer = person_key(room.decisions[-1].by)
        own = [before.decided_by, known.recorded_by, known.cited_by, known.amended_by]
        assert signer not in {person_key(name) for name in own if name}
        assert not room.decisions[-1].self_signed
    state = room.state
    if state.signed_by is not None:
        assert state.decided_by is not None
        assert person_key(state.signed_by) != person_key(state.decided_by)
        assert not state.self_signed


@proven
@given(st.lists(acts().map(lambda act: (act[0], "Ana", {**act[2], "assignee": "Ana"})), max_size=24))
def test_what_a_desk_of_one_signs_is_called_self_signed(story) -> None:
    room = play(
        Newsroom(facts(recorded_by="Ana", cited_by="Ana", amended_by=None, people=frozenset({"ana"}))), story
    )
    assert all(one.self_signed for one in room.decisions if one.move == "sign")
    assert room.state.self_signed == (room.state.signed_by is not None)


@proven
@given(STORIES)
def test_every_act_sent_again_is_harmless(story) -> None:
    room = play(Newsroom(), story)
    for one in room.decisions:
        assert accept(one, room.decisions, room.facts, DEFAULT_SCALE) is None
    for head in history_of(room.decisions).heads:
        if head.saw is not None and head.saw.evidence == room.facts.evidence:
            later = replace(head, at=room.now(), follows=(head.id,), id="")
            assert accept(later, room.decisions, room.facts, DEFAULT_SCALE) is None


@proven
@given(NEWSROOMS, STORIES, st.sampled_from(MOVES), st.sampled_from(PEOPLE))
def test_a_page_that_is_old_is_refused_whatever_the_move(room, story, move, by) -> None:
    play(room, story)
    chain = [one for one in room.decisions if one.move != "note"]
    now = {one.id for one in heads_for(history_of(room.decisions), by)}
    pages = [{one.id for one in heads_for(history_of(chain[:length]), by)} for length in range(len(chain))]
    for page in (page for page in pages if page != now and move != "note"):
        sent = room.propose(move, by, follows=tuple(page), because="from an old page")
        with pytest.raises(StaleReview):
            room.send(sent)


@proven
@given(NEWSROOMS, STORIES)
def test_nothing_that_was_accepted_is_unlawful(room, story) -> None:
    play(room, story)
    assert not list(unlawful_in_itself(room.decisions, room.facts))


@proven
@given(NEWSROOMS, STORIES, STORIES, STORIES, st.randoms())
def test_two_ledgers_merge_to_one_state_whichever_comes_first(room, before, here, there, dice) -> None:
    base = play(room, before)
    one, other = (
        play(replace(base, decisions=list(base.decisions), ticks=base.ticks + late), story)
        for late, story in ((0, here), (5000, there))
    )
    merged = {each.id: each for each in (*one.decisions, *other.decisions)}.values()
    state = state_of(merged, one.facts)
    assert state_of(dice.sample(list(merged), len(merged)), one.facts) == state
    assert not list(unlawful_in_itself(merged, base.facts))
    if state.signed_by is not None:
        assert state.decided_by is not None
        assert person_key(state.signed_by) != person_key(state.decided_by)
    chains = [
        {each.id for each in room.decisions if each.move != "note"} - {each.id for each in base.decisions}
        for room in (one, other)
    ]
    open_on_both_sides = [any(not each.blind for each in merged if each.id in ids) for ids in chains]
    if all(open_on_both_sides):
        assert state.disputed


@proven
@given(STORIES, STORIES)
def test_a_dispute_is_settled_by_whoever_names_all_and_says_why(here, there) -> None:
    one, other = play(Newsroom(), here), play(Newsroom(ticks=5000), there)
    merged = {each.id: each for each in (*one.decisions, *other.decisions)}
    room = Newsroom(one.facts, list(merged.values()), 10_000)
    makers = {one.by for one in room.decisions if one.id in room.state.readings}
    if len({person_key(name) for name in makers}) < 2 or room.state.status == "blocked":
        return
    room.do("reconcile", "Cleo", because="we looked at both")
    assert (room.state.disputed, room.state.decided_by, len(room.state.heads)) == (False, "Cleo", 1)


@proven
@given(NEWSROOMS, STORIES)
def test_while_a_reading_is_sealed_nobody_else_learns_of_it(room, story) -> None:
    for step in story:
        play(room, [step])
        state = room.state
        if state.blind != "sealed":
            continue
        makers = {person_key(one.by) for one in room.decisions if one.id in state.readings}
        assert (state.verdict, state.decided_by, state.saw) == (None, None, None)
        for person in (name for name in PEOPLE if person_key(name) not in makers):
            for seen in visible_to(room.decisions, person):
                own = person_key(seen.by) == person_key(person)
                assert own or (seen.verdict is None and seen.by == "another reviewer")
                assert own or seen.move in ("ask", "answer", "assign")
