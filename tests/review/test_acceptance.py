"""What is added to a history, what is answered as there already, and what is refused."""

from dataclasses import replace
from itertools import product
from typing import Any

import pytest

from factcheck.errors import AskedWrongly, IllegalMove, StaleReview
from factcheck.model import Correction, Decision, Move
from factcheck.review.acceptance import unlawful_in_itself
from factcheck.review.table import COLUMNS
from tests.review.expected import CELLS, PEOPLE, may, standing
from tests.review.newsroom import (
    ANA,
    BEN,
    CLEO,
    CORRECTION,
    RECORDER,
    Newsroom,
    alone,
    decision,
    facts,
    newsroom,
)

# -- two at once -----------------------------------------------------------------------------------------


def test_of_two_who_decide_at_once_one_wins_and_the_other_is_told_who() -> None:
    room = newsroom(("take", ANA))
    one, other = room.propose("decide", ANA), room.propose("decide", BEN, verdict="true")
    assert room.send(one) is not None
    with pytest.raises(StaleReview) as told:
        room.send(other)
    assert told.value.message == (
        f"This claim has moved on since you looked: it was decided by Ana at {one.at}."
    )
    assert "Nothing was written" in told.value.hint
    assert told.value.exit_code == 5
    assert room.state.verdict == "false"


@pytest.mark.parametrize("follows", [(), ("0000000000",)])
def test_an_old_page_is_refused_whatever_it_names(follows: tuple[str, ...]) -> None:
    room = newsroom(("take", ANA))
    with pytest.raises(StaleReview):
        room.do("decide", BEN, follows=follows)


def test_of_a_fork_both_must_be_named() -> None:
    room = Newsroom(decisions=[decision("decide", ANA), decision("decide", BEN)])
    for one in room.decisions:
        with pytest.raises(StaleReview):
            room.do("reconcile", CLEO, follows=[one])
    room.do("reconcile", CLEO, follows=room.decisions)
    assert not room.state.disputed


def test_a_note_may_speak_of_an_old_page() -> None:
    room = newsroom(("take", ANA), ("decide", ANA))
    assert room.do("note", BEN, follows=[room.decisions[0]]) is not None


# -- the same again --------------------------------------------------------------------------------------

SIGNED: tuple[tuple[Move, str], ...] = (("decide", ANA), ("sign", BEN))
LAST_ACTS: list[tuple[tuple[tuple[Move, str], ...], tuple[Move, str]]] = [
    ((), ("take", ANA)),
    ((), ("assign", ANA)),
    ((("take", ANA),), ("release", ANA)),
    ((), ("decide", ANA)),
    ((), ("ask", ANA)),
    ((("ask", ANA),), ("answer", BEN)),
    ((("decide", ANA),), ("sign", BEN)),
    (SIGNED, ("reopen", CLEO)),
    (SIGNED, ("publish", CLEO)),
    ((*SIGNED, ("publish", CLEO)), ("correct", CLEO)),
    ((("take", ANA),), ("undo", ANA)),
]  # fmt: skip


@pytest.mark.parametrize(("before", "last"), LAST_ACTS)
def test_an_act_sent_again_is_harmless_with_the_old_page_or_the_new_one(before: Any, last: Any) -> None:
    room = newsroom(*before)
    sent = room.propose(*last, because="so it is")
    kept = room.send(sent)
    assert kept is not None
    assert room.send(sent) is None
    assert room.send(replace(sent, at=room.now(), id="")) is None
    assert room.do(last[0], last[1].upper(), because="so it is") is None
    assert room.decisions[-1] == kept


def test_an_act_sent_again_is_harmless_after_others_went_on() -> None:
    room = newsroom(("take", ANA))
    sent = room.propose("decide", ANA)
    room.send(sent)
    room.do("take", BEN)
    assert room.send(replace(sent, at=room.now(), id="")) is None
    with pytest.raises(StaleReview):
        room.send(replace(sent, at=room.now(), verdict="true", id=""))


def test_what_was_undone_may_be_done_again() -> None:
    room = newsroom(("take", ANA), ("undo", ANA))
    assert room.do("take", ANA) is not None


def test_the_same_verdict_on_other_evidence_is_another_act() -> None:
    room = newsroom(("decide", ANA))
    room.cite(BEN)
    assert room.do("decide", ANA) is not None
    assert room.state.saw is not None
    assert room.state.saw.evidence == room.facts.evidence


def test_a_note_may_be_repeated_but_not_recorded_twice() -> None:
    room = Newsroom()
    first = room.propose("note", ANA, because="called, no answer")
    assert room.send(first) is not None
    assert room.send(first) is None
    assert room.do("note", ANA, because="called, no answer") is not None


# -- what has to be said ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "move", "others", "why"),
    [
        ((), "note", {"because": " "}, "A note has words"),
        ((), "ask", {"because": None}, "A question has words"),
        ((("ask", ANA),), "answer", {"because": ""}, "An answer has words"),
        ((("decide", ANA),), "reopen", {"because": None}, "A re-opening says why"),
        (
            (*SIGNED, ("publish", BEN)),
            "correct",
            {"correction": Correction("a", " ", "c")},
            "A correction says what was said, what is right, and where",
        ),
    ],
)
def test_an_act_without_its_words_is_refused(before: Any, move: Move, others: Any, why: str) -> None:
    room = newsroom(*before)
    with pytest.raises(IllegalMove, match=why) as refused:
        room.do(move, CLEO, **others)
    assert f"factcheck review {move}" in refused.value.hint


def test_a_reconciliation_says_how_the_verdicts_were_settled() -> None:
    room = Newsroom(decisions=[decision("decide", ANA), decision("decide", BEN)])
    with pytest.raises(IllegalMove, match="how the verdicts were settled"):
        room.do("reconcile", CLEO, because=None)


def test_a_verdict_without_a_citation_needs_a_written_reason() -> None:
    room = newsroom(citations=0)
    with pytest.raises(IllegalMove, match="without a citation needs a written reason"):
        room.do("decide", ANA, because=None)
    assert room.do("decide", ANA, because="the ministry's own table has it") is not None
    assert newsroom(citations=1).do("decide", ANA, because=None) is not None


def test_a_verdict_is_kept_as_the_scale_spells_it() -> None:
    room = Newsroom()
    kept = room.do("decide", ANA, verdict=" MOSTLY  true")
    assert kept is not None
    assert (kept.verdict, kept.id) == ("mostly true", kept.content_id())
    assert room.do("decide", ANA, verdict="Mostly True") is None


def test_a_verdict_beside_the_scale_is_refused() -> None:
    with pytest.raises(AskedWrongly, match="scale: 'bogus'"):
        Newsroom().do("decide", ANA, verdict="bogus")


# -- histories that others wrote -------------------------------------------------------------------------


def chain(*acts: tuple[Move, str, dict[str, Any]]) -> list[Decision]:
    """Decisions that follow each other, whether the rules allow it or not."""
    made: list[Decision] = []
    for step, (move, by, others) in enumerate(acts):
        made.append(decision(move, by, made[-1:], at=f"2026-03-01T12:00:{step:02}Z", **others))
    return made


@pytest.mark.parametrize(
    ("acts", "why"),
    [
        ([("decide", ANA, {}), ("sign", "ana", {})], "nobody signs off their own work"),
        ([("decide", ANA, {}), ("sign", RECORDER, {})], "recorded it"),
        (
            [("decide", BEN, {}), ("decide", ANA, {}), ("sign", ANA, {"self_signed": True})],
            "nobody signs off",
        ),
        ([("sign", BEN, {})], "it has no verdict"),
        ([("take", ANA, {}), ("publish", BEN, {})], "it has no verdict"),
        ([("decide", ANA, {}), ("sign", BEN, {}), ("take", CLEO, {})], "only after it was re-opened"),
        ([("take", ANA, {}), ("undo", BEN, {})], "only whoever made it"),
        ([("decide", ANA, {"blind": True}), ("sign", BEN, {})], "second blind reading"),
        ([("take", ANA, {"id": "0123456789"})], "Its id does not follow from its content."),
    ],
)
def test_a_forged_history_is_found_out(acts: Any, why: str) -> None:
    forged = chain(*acts)
    found = list(unlawful_in_itself(forged, facts()))
    assert [one for one, _ in found] == [forged[-1]]
    assert why in found[0][1]


@pytest.mark.parametrize("column", [column for column in COLUMNS if column != "withdrawn"])
def test_every_illegal_move_of_everybody_is_found_out_in_a_history(column: str) -> None:
    for row, letter in product(dict.fromkeys(move for move, _ in CELLS), PEOPLE):
        move, blind = row.removesuffix("-blind"), row.endswith("-blind")
        if may(CELLS[row, column], letter) or is_harmless_apart(move, column, letter):
            continue
        room = standing(column)
        forged = room.propose(move, PEOPLE[letter], blind=blind)  # type: ignore[arg-type]
        found = list(unlawful_in_itself([*room.decisions, forged], room.facts))
        assert [one for one, _ in found] == [forged], (row, letter)


def is_harmless_apart(move: str, column: str, letter: str) -> bool:
    """What is refused on one desk, and comes to nothing worse than was legal when two desks are joined.

    To take a claim from somebody, or release it, is no more than to assign it, which is open to
    all. Whoever decides without knowing of a sealed reading has decided apart: that is in dispute.
    """
    if move in ("take", "release"):
        return CELLS["assign", column] == "*"
    return (move, column) == ("decide", "sealed") and letter != "A"


@pytest.mark.parametrize("tells", [True, False])
def test_a_lawful_history_has_nothing_unlawful_even_if_the_evidence_changed_meanwhile(tells: bool) -> None:
    room = Newsroom(all_say_what_they_saw=tells)
    for move, by in (("take", ANA), *SIGNED, ("reopen", CLEO), ("undo", CLEO), ("reopen", ANA), *SIGNED):
        room.do(move, by)  # type: ignore[arg-type]
    room.cite(BEN)
    for move, by in (("take", CLEO), ("decide", CLEO), ("sign", ANA), ("publish", ANA)):
        room.do(move, by)  # type: ignore[arg-type]
    room.cite(CLEO)
    assert not list(unlawful_in_itself(room.decisions, room.facts))


def test_what_a_desk_of_one_signed_is_lawful_though_the_desk_has_grown() -> None:
    room = alone(ANA)
    room.do("decide", ANA)
    room.do("sign", ANA)
    assert not list(unlawful_in_itself(room.decisions, room.facts))


def test_a_correction_that_says_something_else_is_another_act() -> None:
    room = newsroom(*SIGNED, ("publish", BEN), ("correct", BEN))
    assert room.do("correct", BEN) is None
    assert room.do("correct", BEN, correction=replace(CORRECTION, where="the website")) is not None
