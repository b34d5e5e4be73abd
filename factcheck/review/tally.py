"""What does a history add up to at one decision, and what does the next decision change?

A tally holds the decisions that still count: the verdicts that stand, who has the claim,
the open question, the signature, what is in print. Where branches of a history meet, their
tallies are joined, with nothing gained by the join: a claim is signed off only if it was
in every branch, and all verdicts stand that stood in any.

Pure. Callers: `chain.py`, which folds a history with it, and whoever reads the result.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from factcheck.model import Decision, Move
from factcheck.review.people import is_same_person, person_key

WORK: tuple[Move, ...] = ("take", "assign", "release", "ask", "answer")
UNKNOWN = ""  # evidence that nobody has a digest of


def order_of(at: str) -> str:
    """A moment as text to sort by: without its Z, "12:00:00" comes before "12:00:00.000001"."""
    return at.rstrip("Z")


def moment(decision: Decision) -> tuple[str, str]:
    """By what decisions that do not follow each other are ordered: time, then id."""
    return order_of(decision.at), decision.id


@dataclass(frozen=True, slots=True)
class Tally:
    """What a history adds up to, before anybody asks what the ledger knows besides.

    `readings` are the verdict decisions that stand, `seat` the last one on who has the claim (an
    act that leaves it with nobody, too), `talk` the last question or answer, `printed` the
    publication or correction since the signature. `reopened` and `lapsed` say why there is no
    verdict any more: somebody re-opened the claim, or acted on other evidence than this signature
    saw. What follows outlives all that: the first publication, the last correction, the verdict
    decision that is `in_print`, and the blind readings that were `compared` when the last round
    was complete.
    """

    readings: frozenset[Decision] = frozenset()
    seat: Decision | None = None
    talk: Decision | None = None
    signed: Decision | None = None
    printed: Decision | None = None
    reopened: Decision | None = None
    lapsed: Decision | None = None
    published: Decision | None = None
    corrected: Decision | None = None
    in_print: Decision | None = None
    compared: frozenset[Decision] = frozenset()

    @property
    def makers(self) -> frozenset[str]:
        """The keys of those whose verdicts stand."""
        return frozenset(person_key(one.by) for one in self.readings)

    @property
    def is_blind(self) -> bool:
        """Whether all that stands was read blind."""
        return bool(self.readings) and all(one.blind for one in self.readings)

    @property
    def is_sealed(self) -> bool:
        """Whether one reviewer has read the claim blind, and nobody else."""
        return self.is_blind and len(self.makers) == 1

    @property
    def verdict(self) -> Decision | None:
        """The verdict decision that stands alone; a reading that is blind never does."""
        return next(iter(self.readings)) if len(self.readings) == 1 and not self.is_blind else None

    def on(self, evidence: str) -> Tally:
        """The same on this evidence: a signature upon other evidence has lapsed, and its verdict with it."""
        signed = self.signed
        if signed is None or signed.saw is None or signed.saw.evidence == evidence:
            return self
        return replace(self, readings=frozenset(), signed=None, printed=None, reopened=None, lapsed=signed)

    def found_by(self, decision: Decision) -> Tally:
        """The same on the evidence that the maker of this decision saw.

        Who sets to work without saying what they saw did so because a signature had lapsed: before,
        it would not have been legal.
        """
        if decision.saw is not None:
            return self.on(decision.saw.evidence)
        return self.on(UNKNOWN) if decision.move in WORK else self

    @property
    def holder(self) -> str | None:
        """Who has the claim."""
        seat = self.seat
        return (seat.assignee or seat.by) if seat and seat.move in ("take", "assign") else None

    @property
    def question(self) -> Decision | None:
        """The question that is open."""
        return self.talk if self.talk and self.talk.move == "ask" else None


def changed_by(tally: Tally, decision: Decision) -> Tally:
    """What the history adds up to after this decision."""
    return _CHANGES[decision.move](tally.found_by(decision), decision)


def join(branches: Sequence[Tally], order: Mapping[str, int]) -> Tally:
    """What branches add up to together; of two decisions, `order` knows the later by its id."""
    if len(branches) == 1:
        return branches[0]

    def rank(decision: Decision) -> int:
        return order[decision.id]

    def last(found: Iterable[Decision | None]) -> Decision | None:
        return max((one for one in found if one), key=rank, default=None)

    def last_of(round_of_readings: Iterable[Decision]) -> int:
        return max(map(rank, round_of_readings), default=-1)

    def last_of_all(found: Sequence[Decision | None]) -> Decision | None:
        return last(found) if all(found) else None

    return Tally(
        readings=frozenset().union(*(one.readings for one in branches)),
        seat=last(one.seat for one in branches),
        talk=last(one.talk for one in branches),
        signed=last_of_all([one.signed for one in branches]),
        printed=last_of_all([one.printed for one in branches]),
        reopened=last(one.reopened for one in branches),
        lapsed=last(one.lapsed for one in branches),
        published=min((one.published for one in branches if one.published), key=rank, default=None),
        corrected=last(one.corrected for one in branches),
        in_print=last(one.in_print for one in branches),
        compared=max((one.compared for one in branches), key=last_of, default=frozenset()),
    )


# -- what each move changes --------------------------------------------------------------------------------


def _seated(tally: Tally, move: Decision) -> Tally:
    return replace(tally, seat=move)


def _decided(tally: Tally, verdict: Decision) -> Tally:
    """The verdict stands alone, or beside what else was read blind; its maker has nothing left to do."""
    beside = {one for one in tally.readings if one.blind} if verdict.blind else set()
    return replace(
        _cleared(tally),
        readings=frozenset({*beside, verdict}),
        seat=verdict if is_same_person(tally.holder, verdict.by) else tally.seat,
    )


def _reopened(tally: Tally, move: Decision) -> Tally:
    return replace(_cleared(tally), reopened=move)


def _cleared(tally: Tally) -> Tally:
    """Without verdict, signature, or why there is none; a complete round of blind readings is remembered."""
    complete = tally.is_blind and not tally.is_sealed
    return replace(
        tally,
        readings=frozenset(),
        signed=None,
        printed=None,
        reopened=None,
        lapsed=None,
        compared=tally.readings if complete else tally.compared,
    )


def _talked(tally: Tally, move: Decision) -> Tally:
    return replace(tally, talk=move)


def _signed(tally: Tally, signature: Decision) -> Tally:
    return replace(tally, signed=signature, seat=signature)


def _published(tally: Tally, move: Decision) -> Tally:
    return replace(
        tally,
        printed=move,
        published=tally.published or move,
        in_print=max(tally.readings, key=moment, default=tally.in_print),
    )


def _corrected(tally: Tally, move: Decision) -> Tally:
    return replace(_published(tally, move), corrected=move)


def _unchanged(tally: Tally, _: Decision) -> Tally:
    return tally


_CHANGES: dict[Move, Callable[[Tally, Decision], Tally]] = {
    "take": _seated,
    "assign": _seated,
    "release": _seated,
    "decide": _decided,
    "reconcile": _decided,
    "ask": _talked,
    "answer": _talked,
    "sign": _signed,
    "reopen": _reopened,
    "publish": _published,
    "correct": _corrected,
    "note": _unchanged,
    "undo": _unchanged,
}
