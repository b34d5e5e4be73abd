"""Who may do what with a claim, as it stands?

The one place that decides it. Which move fits which state is a table (`table.py`); here
are the rules on persons. Whoever signs a claim off has not made its verdict, recorded it,
attached its last citation or amended it last. A desk of one, in whose ledger nobody else
ever acted, may sign its own work, and that is *self-signed*, and called so. No command,
screen or merge has rules of its own.

Names are declared, not proven. Every refusal is a sentence and a command that leads on.

Pure. Callers: `acceptance.py`, and `desk` for the moves that a screen may offer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from factcheck.model import Decision, Move, State
from factcheck.review.blind import SOMEBODY, heads_for
from factcheck.review.chain import LASTING, History, history_of
from factcheck.review.people import is_same_person, person_key
from factcheck.review.states import Facts, state_from
from factcheck.review.table import DONE, MOVES, OBSTACLES, cannot, obstacle


@dataclass(frozen=True, slots=True)
class Attempt:
    """What somebody wants to do: the move, and to whom a claim shall go, or whether it is read blind."""

    claim: str
    move: Move
    by: str
    assignee: str | None = None
    blind: bool = False


@dataclass(frozen=True, slots=True)
class Position:
    """A claim before somebody's next move: its state, what the move follows, and who did what.

    `makers` and `people` are keys of persons: those whose verdicts stand, sealed or not, and all
    who ever acted.
    """

    state: State
    heads: tuple[Decision, ...]
    makers: frozenset[str]
    people: frozenset[str]
    facts: Facts


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a move is not legal, and what to do instead: two sentences for an editor."""

    why: str
    hint: str


def position_of(history: History, facts: Facts, heads: tuple[Decision, ...]) -> Position:
    """Where somebody stands before a claim, whose next decision follows these."""
    acted = {person_key(name) for name in facts.people} | {person_key(one.by) for one in history.decisions}
    return Position(
        state_from(history, facts),
        heads,
        history.tally.makers,
        frozenset(acted),
        facts,
    )


def legal_moves(decisions: Iterable[Decision], facts: Facts, by: str) -> tuple[Move, ...]:
    """The moves that this person may make now, blind or not, in the order of the table."""
    history = history_of(decisions)
    position = position_of(history, facts, heads_for(history, by))
    attempts = (Attempt("", move, by, blind=blind) for move in MOVES for blind in _ways(move))
    return tuple(dict.fromkeys(one.move for one in attempts if why_not(one, position) is None))


def _ways(move: Move) -> tuple[bool, ...]:
    return (False, True) if move == "decide" else (False,)


def why_not(attempt: Attempt, position: Position) -> Refusal | None:
    """Why the move is not legal for this person; None where it is."""
    stands = obstacle(attempt.move, position.state)
    if stands is not None:
        reason, command = OBSTACLES[stands]
        return Refusal(
            f"This claim {cannot(attempt.move, position.state)}: {reason}.", _run(command, attempt)
        )
    return next((found for rule in _RULES.get(attempt.move, ()) if (found := rule(attempt, position))), None)


def is_self_signed(attempt: Attempt, position: Position) -> bool:
    """Whether a signature by this person is one upon their own work."""
    return attempt.move == "sign" and any(_own_work(attempt.by, position))


def _run(command: str, attempt: Attempt) -> str:
    return f"`factcheck {command.format(claim=attempt.claim)}`"


# -- who has it ------------------------------------------------------------------------------------------


def _held_by_another(attempt: Attempt, position: Position) -> Refusal | None:
    holder = position.state.assignee
    if holder is None or is_same_person(holder, attempt.by):
        return None
    hand_over = _run("review assign {claim} NAME", attempt)
    return Refusal(f"{holder} has this claim.", f"{hand_over} hands it over, openly.")


def _held_by_nobody(attempt: Attempt, position: Position) -> Refusal | None:
    if position.state.assignee is not None:
        return None
    return Refusal("Nobody has this claim.", f"{_run('review take {claim}', attempt)} takes it.")


def _second_reading_of_the_first_reader(attempt: Attempt, position: Position) -> Refusal | None:
    reader = attempt.assignee if attempt.move == "assign" else attempt.by
    if position.state.blind != "sealed" or reader is None or person_key(reader) not in position.makers:
        return None
    return Refusal(
        "Whoever has read a claim blind does not read it a second time.",
        f"{_run('review assign {claim} NAME', attempt)} asks somebody else.",
    )


# -- reading blind ---------------------------------------------------------------------------------------


def _seen_before_a_blind_reading(attempt: Attempt, position: Position) -> Refusal | None:
    if not attempt.blind or position.state.blind == "sealed" or not position.state.readings:
        return None
    return Refusal(
        "A verdict stands for everybody to see, so this claim cannot be read blind.",
        f"Decide without --blind, or {_run('review reopen {claim} --because …', attempt)} first.",
    )


def _open_beside_a_blind_reading(attempt: Attempt, position: Position) -> Refusal | None:
    if attempt.blind or position.state.blind != "sealed":
        return None
    return Refusal(
        "One reviewer has read this claim blind, so the second reads it blind, too.",
        f"{_run('review decide {claim} VERDICT --blind', attempt)}",
    )


def _seal_of_another(attempt: Attempt, position: Position) -> Refusal | None:
    if position.state.blind != "sealed" or person_key(attempt.by) in position.makers:
        return None
    return Refusal(
        "A sealed reading is opened by a second one, or given up by whoever made it.",
        f"{_run('review decide {claim} VERDICT --blind', attempt)}",
    )


# -- signing and printing --------------------------------------------------------------------------------


def _signing_own_work(attempt: Attempt, position: Position) -> Refusal | None:
    """The two-person rule."""
    deeds = tuple(_own_work(attempt.by, position))
    if not deeds or position.people <= {person_key(attempt.by)}:
        return None
    return Refusal(
        f"{attempt.by} {' and '.join(deeds)}, and nobody signs off their own work.",
        f"Somebody else signs: {_run('review sign {claim} --as NAME', attempt)}.",
    )


def _own_work(by: str, position: Position) -> Iterator[str]:
    """What this person did that they cannot sign off."""
    if person_key(by) in position.makers:
        yield "made its verdict"
    facts = position.facts
    for name, deed in (
        (facts.recorded_by, "recorded it"),
        (facts.cited_by, "attached its last citation"),
        (facts.amended_by, "amended it last"),
    ):
        if is_same_person(by, name):
            yield deed


def _silent_change_in_print(attempt: Attempt, position: Position) -> Refusal | None:
    before, now = position.state.published_verdict, position.state.verdict
    if before is None or before == now:
        return None
    return Refusal(
        f"It was published as “{before}” and is now “{now}”: that is a correction, and readers are told.",
        _run(OBSTACLES["printed"][1], attempt),
    )


def _correcting_what_was_never_printed(attempt: Attempt, position: Position) -> Refusal | None:
    if position.state.published_at is not None:
        return None
    return Refusal(
        "It was never published, so there is nothing to correct.", _run("review publish {claim}", attempt)
    )


# -- taking back -----------------------------------------------------------------------------------------


def _undoing_more_than_ones_last(attempt: Attempt, position: Position) -> Refusal | None:
    show = f"{_run('show {claim}', attempt)} shows its history."
    if len(position.heads) != 1:
        why = (
            "Nothing was decided yet." if not position.heads else "Several decisions stand beside each other."
        )
        return Refusal(f"{why} There is no last one to undo.", show)
    last = position.heads[0]
    if not is_same_person(last.by, attempt.by):
        is_sealed = position.state.blind == "sealed" and person_key(attempt.by) not in position.makers
        whose = SOMEBODY if is_sealed else last.by
        return Refusal(f"The last decision is {whose}'s, and only whoever made it undoes it.", show)
    if last.move in LASTING:
        return Refusal(f"What was {DONE[last.move]} stays so.", "Make the next move instead.")
    if last.blind and position.state.blind != "sealed":
        why = "Both blind readings are shown, so neither is taken back."
        return Refusal(why, _run(OBSTACLES["reconcile"][1], attempt))
    if last.saw is not None and last.saw.evidence != position.facts.evidence:
        why = "The evidence has changed since, and the decision before was made on other evidence."
        return Refusal(why, _run("review reopen {claim} --because …", attempt))
    return None


_Rule = Callable[[Attempt, Position], Refusal | None]
_RULES: dict[Move, tuple[_Rule, ...]] = {
    "take": (_held_by_another, _second_reading_of_the_first_reader),
    "assign": (_second_reading_of_the_first_reader,),
    "release": (_held_by_nobody, _held_by_another),
    "decide": (
        _second_reading_of_the_first_reader,
        _open_beside_a_blind_reading,
        _seen_before_a_blind_reading,
    ),
    "reopen": (_seal_of_another,),
    "sign": (_signing_own_work,),
    "publish": (_silent_change_in_print,),
    "correct": (_correcting_what_was_never_printed,),
    "undo": (_undoing_more_than_ones_last,),
}
