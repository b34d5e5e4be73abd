"""Who may see what while a claim is read blind by two?

The first blind reading seals itself: from then on, until another person has read the claim
blind too, its maker alone sees it. Everybody else sees the claim, its evidence, and of the
history only what they did themselves, that they were assigned, and what the author was
asked and answered, without the name of whoever asked: no verdict, name or note.

A decision follows what its maker saw. So the second reading follows what the first one did,
and the two stand beside each other on purpose; that is no dispute. When both are in, nothing
is hidden, and a decision that follows both reconciles them.

Pure. Callers: `moves.py`, `acceptance.py`, and `desk` for whatever it shows of a history.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from factcheck.model import Decision
from factcheck.review.chain import History, ends, history_of, in_order
from factcheck.review.people import is_same_person, person_key

SOMEBODY = "another reviewer"


def is_sealed_from(history: History, person: str) -> bool:
    """Whether a blind reading stands that this person may not see."""
    return history.tally.is_sealed and person_key(person) not in history.tally.makers


def visible_to(decisions: Iterable[Decision], person: str) -> tuple[Decision, ...]:
    """What this person may see of the decisions of one claim, in order, notes among them."""
    ordered = in_order(decisions)
    if not is_sealed_from(history_of(ordered), person):
        return ordered
    return tuple(_unsealed(ordered, person))


def _unsealed(ordered: Iterable[Decision], person: str) -> Iterator[Decision]:
    for one in ordered:
        if is_same_person(one.by, person):
            yield one
        elif one.move in ("ask", "answer") or is_same_person(one.assignee, person):
            yield replace(one, by=SOMEBODY)


def heads_for(history: History, person: str) -> tuple[Decision, ...]:
    """The decisions that this person's next one has to follow: the latest of what they may see."""
    if not is_sealed_from(history, person):
        return history.heads
    return ends(history.decisions, history.tally.readings)


def blind_readings(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """The blind readings of the last round that was complete, for whoever measures agreement."""
    tally = history_of(decisions).tally
    complete = tally.readings if tally.is_blind and not tally.is_sealed else tally.compared
    return tuple(sorted(complete, key=lambda one: (person_key(one.by), one.id)))
