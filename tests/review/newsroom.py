"""A claim and the people who work on it: what the tests of the review play with.

`Newsroom` keeps what a ledger would keep, stamps every act a second after the last, and
asks `accept` for everything, as the desk does.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from factcheck.model import DEFAULT_SCALE, Band, Correction, Decision, Move, Seen, State
from factcheck.model.reviews import JUDGING_MOVES
from factcheck.review.acceptance import accept
from factcheck.review.blind import heads_for
from factcheck.review.chain import history_of
from factcheck.review.states import Alteration, Deed, Facts, state_of

CLAIM = "c1a2m3n4p5"
RECORDER, CITER, AMENDER = "Rita", "Cyril", "Amina"
ANA, BEN, CLEO, DAN = "Ana", "Ben", "Cleo", "Dan"
CORRECTION = Correction("said 1,500 died", "at least 300 died", "page 2 of the issue of 7 May")


def seen(evidence: str = "e0", band: Band = "contested") -> Seen:
    return Seen(band, 0.5, "2", evidence)


def decision(move: Move, by: str, follows: Iterable[Decision | str] = (), **others: Any) -> Decision:
    """A decision with what its move needs, unless the test says otherwise."""
    if move in ("decide", "reconcile"):
        others.setdefault("verdict", "false")
    if move in ("decide", "reconcile", "ask", "answer", "reopen", "note"):
        others.setdefault("because", f"{by} says why")
    if move == "assign":
        others.setdefault("assignee", BEN)
    if move == "correct":
        others.setdefault("correction", CORRECTION)
    others = {"claim": CLAIM, "at": "2026-03-01T12:00:00Z", "saw": seen(), **others}
    names = tuple(one if isinstance(one, str) else one.id for one in follows)
    return Decision(move=move, by=by, follows=names, **others)


def facts(**others: Any) -> Facts:
    given: dict[str, Any] = {
        "recorded_by": RECORDER,
        "cited_by": CITER,
        "amended_by": AMENDER,
        "citations": 2,
        "evidence": "e0",
        "people": frozenset({RECORDER, CITER, AMENDER, ANA}),
        "changes": (
            Alteration("2026-02-01T12:00:00Z", CITER, "a citation was added", "cited"),
            Alteration("2026-02-02T12:00:00Z", AMENDER, "its number was amended", "amended"),
        ),
    }
    return Facts(**{**given, **others})


@dataclass
class Newsroom:
    """One claim with its history."""

    facts: Facts = field(default_factory=facts)
    decisions: list[Decision] = field(default_factory=list)
    ticks: int = 0
    all_say_what_they_saw: bool = True  # or only those who judge

    @property
    def state(self) -> State:
        return state_of(self.decisions, self.facts)

    def now(self) -> str:
        self.ticks += 1
        return f"2026-03-01T{self.ticks // 3600:02}:{self.ticks // 60 % 60:02}:{self.ticks % 60:02}Z"

    def propose(self, move: Move, by: str, **others: Any) -> Decision:
        """What this person would send after looking at the claim as it is."""
        follows = heads_for(history_of(self.decisions), by)
        tells = self.all_say_what_they_saw or move in JUDGING_MOVES
        others = {"at": self.now(), "saw": seen(self.facts.evidence) if tells else None, **others}
        return decision(move, by, others.pop("follows", follows), **others)

    def do(self, move: Move, by: str, **others: Any) -> Decision | None:
        """Have it accepted and kept; None where it was there already."""
        return self.send(self.propose(move, by, **others))

    def send(self, proposed: Decision) -> Decision | None:
        kept = accept(proposed, self.decisions, self.facts, DEFAULT_SCALE)
        if kept is not None:
            self.decisions.append(kept)
            self.facts = replace(self.facts, people=self.facts.people | {kept.by})
        return kept

    def cite(self, by: str, what: str = "a citation of Reuters was added") -> None:
        self._alter(by, what, "cited", cited_by=by, citations=self.facts.citations + 1)

    def amend(self, by: str) -> None:
        self._alter(by, "its number was amended", "amended", amended_by=by)

    def _alter(self, by: str, what: str, deed: Deed, **others: Any) -> None:
        altered = Alteration(self.now(), by, what, deed)
        self.facts = replace(
            self.facts,
            evidence=f"e{self.ticks}",
            people=self.facts.people | {by},
            changes=(*self.facts.changes, altered),
            **others,
        )


def newsroom(*acts: tuple[Move, str], **others: Any) -> Newsroom:
    """A newsroom in which these acts were done, in order."""
    room = Newsroom(facts=facts(**others))
    for move, by in acts:
        assert room.do(move, by) is not None
    return room


def alone(by: str = ANA) -> Newsroom:
    """A desk of one, who recorded and cited everything."""
    return Newsroom(
        facts=facts(recorded_by=by, cited_by=by, amended_by=None, people=frozenset({by}), changes=()),
    )
