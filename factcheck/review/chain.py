"""In which order were the decisions of one claim made, and what do they add up to?

Order is what the decisions say themselves: each names those that it follows. The fold goes
along that: a decision changes what the decisions before it added up to (`tally.py`), and
where branches meet they are joined first. So the order of a merged file decides nothing,
and no clock is believed.

A note hangs beside the chain: nobody need follow it, and it changes nothing. A blind
reading follows what its maker could see, beside the readings that were sealed to them; all
of them stand until a decision reconciles them. A decision that follows an unknown one
begins a branch of its own. No decision follows itself, for ids are made from content; one
that says so is not counted.

Pure. Callers: `states.py`, `blind.py`, `moves.py`, `acceptance.py`.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from factcheck.model import Decision, Move
from factcheck.review.people import is_same_person
from factcheck.review.tally import Tally, changed_by, join, moment

LASTING: tuple[Move, ...] = ("publish", "correct", "undo")  # what no undoing takes back


@dataclass(frozen=True, slots=True)
class History:
    """The decisions of a claim with what they add up to: in all, and before each of them.

    `decisions` are in order, without the notes; `heads` are those that nobody followed.
    """

    decisions: tuple[Decision, ...]
    heads: tuple[Decision, ...]
    tally: Tally
    before: dict[str, Tally]

    @property
    def is_forked(self) -> bool:
        """Whether branches stand beside each other, other than blind readings on purpose."""
        return len(ends(self.decisions, frozenset(one for one in self.tally.readings if one.blind))) > 1


def in_order(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """The decisions, each after those that it follows; otherwise by time, then id."""
    waiting = {one.id: one for one in decisions}
    missing = {key: sum(name in waiting for name in one.follows) for key, one in waiting.items()}
    followers: dict[str, list[Decision]] = {key: [] for key in waiting}
    for one in waiting.values():
        for name in one.follows:
            followers.get(name, []).append(one)
    ready = [(moment(one), key) for key, one in waiting.items() if not missing[key]]
    heapq.heapify(ready)
    ordered = []
    while ready:
        _, key = heapq.heappop(ready)
        ordered.append(waiting[key])
        for follower in followers[key]:
            missing[follower.id] -= 1
            if not missing[follower.id]:
                heapq.heappush(ready, (moment(follower), follower.id))
    return tuple(ordered)


def ends(ordered: Sequence[Decision], beside: frozenset[Decision] = frozenset()) -> tuple[Decision, ...]:
    """The decisions that none follows, by time, then id; those `beside` the chain end and follow nothing.

    What follows one beside it follows what that one does.
    """
    followed: set[str] = set()
    for one in reversed(ordered):
        if one not in beside or one.id in followed:
            followed.update(one.follows)
    return tuple(sorted((one for one in ordered if one.id not in followed and one not in beside), key=moment))


def history_of(decisions: Iterable[Decision]) -> History:
    """What the decisions of one claim add up to."""
    ordered = tuple(one for one in in_order(decisions) if one.move != "note")
    by_id = {one.id: one for one in ordered}
    order = {one.id: place for place, one in enumerate(ordered)}
    before: dict[str, Tally] = {}
    after: dict[str, Tally] = {}
    for one in ordered:
        followed = [by_id[name] for name in one.follows if name in by_id]
        before[one.id] = join([after[each.id] for each in followed], order)
        undone = _undone_by(one, followed)
        after[one.id] = before[undone.id] if undone else changed_by(before[one.id], one)
    heads = ends(ordered)
    return History(ordered, heads, join([after[one.id] for one in heads], order), before)


def _undone_by(decision: Decision, followed: Sequence[Decision]) -> Decision | None:
    """The decision that this one takes back: the only one before it, its maker's own, and none that lasts."""
    if decision.move != "undo" or len(followed) != 1:
        return None
    last = followed[0]
    return last if is_same_person(decision.by, last.by) and last.move not in LASTING else None
