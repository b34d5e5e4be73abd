"""Which claim should this reviewer look at next, and why that one?

First what is assigned to them, then what nobody has, then what is with others or waits for
somebody else, last what waits for its author. Within each: the worthier of checking (to the
tenth, so that a hair decides nothing), then what reviewers or sources disagree on, then the
older. Every place says why it is where it is. What is signed off, in print or withdrawn
is in nobody's queue, until it is re-opened.

Pure: small values in, an order out. Caller: `desk`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from factcheck.model import Band, State, Status
from factcheck.review.people import is_same_person
from factcheck.review.states import day
from factcheck.review.tally import order_of

Turn = Literal["yours", "free", "others", "author"]
TURNS: tuple[Turn, ...] = ("yours", "free", "others", "author")
WAITING: tuple[Status, ...] = ("open", "checking", "checked", "in review", "blocked")
CONFLICTING: tuple[Band, ...] = ("contested", "contradicted", "disputed by one source")


@dataclass(frozen=True, slots=True)
class Waiting:
    """What the order of a claim depends on.

    `worth` is its worth of checking from 0 to 1, where known. `read_blind` says that this
    reviewer has read it blind, and another has yet to. `since` is when the claim was recorded.
    """

    claim: str
    state: State
    band: Band
    since: str
    worth: float | None = None
    read_blind: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """A claim's place in the queue: whose turn it is, and the reasons, the weightiest first."""

    claim: str
    turn: Turn
    reasons: tuple[str, ...]


def line_up(claims: Iterable[Waiting], person: str) -> tuple[Place, ...]:
    """The queue of this reviewer, the next claim first."""
    waiting = [(_turn(one, person), one) for one in claims if one.state.status in WAITING]
    waiting.sort(key=lambda placed: _rank(*placed))
    return tuple(Place(one.claim, turn, tuple(_reasons(one, turn))) for turn, one in waiting)


def _turn(waiting: Waiting, person: str) -> Turn:
    state = waiting.state
    if state.status == "blocked":
        return "author"
    if state.assignee is not None:
        return "yours" if is_same_person(state.assignee, person) else "others"
    own = is_same_person(state.decided_by, person) or waiting.read_blind
    return "others" if own else "free"


def _rank(turn: Turn, waiting: Waiting) -> tuple[int, float, int, str, str]:
    worth = round(waiting.worth or 0.0, 1)
    return TURNS.index(turn), -worth, -_disagreement(waiting), order_of(_age(waiting)), waiting.claim


def _disagreement(waiting: Waiting) -> int:
    """2 where reviewers disagree or have to compare, 1 where sources do."""
    if waiting.state.disputed or waiting.state.blind == "to reconcile":
        return 2
    return int(waiting.band in CONFLICTING)


def _age(waiting: Waiting) -> str:
    return waiting.state.since or waiting.since


def _reasons(waiting: Waiting, turn: Turn) -> Iterator[str]:
    state = waiting.state
    yield _whose_turn(waiting, turn)
    yield _step(state)
    if waiting.worth is not None:
        yield f"worth checking: {waiting.worth:.1f}"
    if state.disputed:
        yield "reviewers disagree"
    if waiting.band in CONFLICTING:
        yield f"its sources disagree ({waiting.band})"
    yield f"since {day(_age(waiting))}"


def _whose_turn(waiting: Waiting, turn: Turn) -> str:
    if turn == "yours":
        return "assigned to you"
    if turn == "free":
        return "nobody has it"
    if turn == "author":
        return f"waits for an answer to “{waiting.state.question}”"
    return (
        f"{waiting.state.assignee} has it" if waiting.state.assignee else "waits for somebody other than you"
    )


def _step(state: State) -> str:
    """What a claim needs next."""
    if state.blind == "sealed":
        return "needs a second blind reading"
    if len(state.readings) > 1:
        return "its verdicts are to be reconciled"
    if state.verdict is not None:
        return f"decided as “{state.verdict}”, needs a second person to sign it off"
    return state.reopened or "has no verdict"
