"""What did reviewers do with a claim, and where does it stand?

A decision is one dated act by one person, and names the decision that it follows, so the
decisions of a claim form a chain: two desks that decided apart show up as a fork, and no
clock has to be believed. What a chain adds up to is a `State`, which is derived and never
stored. Unknown, unchecked and unverifiable are three things: the first is the agreement's
word for evidence that says nothing, the second is a claim without a verdict, and the third
is a verdict of its own.

Names are declared, not proven.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from factcheck.model.identity import identify

if TYPE_CHECKING:
    from factcheck.model.judgements import Band  # whose dossier holds the state, in turn

Move = Literal[
    "take",
    "assign",
    "release",
    "decide",
    "reconcile",
    "ask",
    "answer",
    "sign",
    "reopen",
    "publish",
    "correct",
    "note",
    "undo",
]
Status = Literal[
    "open",
    "checking",
    "checked",
    "in review",
    "signed off",
    "published",
    "corrected",
    "blocked",
    "withdrawn",
]
Blinding = Literal["sealed", "to reconcile"]

VERDICT_MOVES: tuple[Move, ...] = ("decide", "reconcile")
JUDGING_MOVES: tuple[Move, ...] = (*VERDICT_MOVES, "sign", "publish", "correct")


@dataclass(frozen=True, slots=True)
class Seen:
    """What the maker of a decision had before them: the agreement, the model that gave it, the evidence.

    `evidence` is a digest of claim and citations as they stood (`review.evidence.digest_of`).
    """

    band: Band
    score: float | None
    model: str
    evidence: str


@dataclass(frozen=True, slots=True)
class Correction:
    """What was said, what is right, and where the correction is published."""

    said: str
    right: str
    where: str


@dataclass(frozen=True, slots=True)
class Decision:
    """One dated act by one reviewer on one claim.

    `follows` are the ids of the decisions that its maker saw last: none for the first, several
    where it joins a fork. `because` is the reason, the question, the answer or the note, by what
    the move is. `at` is ISO 8601 in UTC. The id is made of all the rest where none is given, so
    that the very same act has the same id however often it is sent.
    """

    claim: str
    move: Move
    by: str
    at: str
    follows: tuple[str, ...] = ()
    verdict: str | None = None
    because: str | None = None
    assignee: str | None = None
    blind: bool = False
    self_signed: bool = False
    correction: Correction | None = None
    saw: Seen | None = None
    id: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "follows", tuple(sorted(set(self.follows))))
        if not (self.claim and self.by.strip() and self.at):
            raise ValueError("a decision has a claim, a name and a date")
        for holds, where in (
            (
                (self.verdict is not None) == (self.move in VERDICT_MOVES),
                "a verdict is decided or reconciled",
            ),
            ((self.assignee is not None) == (self.move == "assign"), "somebody is assigned"),
            ((self.correction is not None) == (self.move == "correct"), "a correction corrects"),
            (not self.blind or self.move == "decide", "only a verdict is decided blind"),
            (not self.self_signed or self.move == "sign", "only a signature is self-signed"),
            (self.saw is not None or self.move not in JUDGING_MOVES, "who judges has seen something"),
        ):
            if not holds:
                raise ValueError(f"{where}: {self.move}")
        if not self.id:
            object.__setattr__(self, "id", self.content_id())

    def content_id(self) -> str:
        """The id that the content asks for; a stored decision with another one was tampered with."""
        correction = self.correction or Correction("", "", "")
        saw = (self.saw.band, repr(self.saw.score), self.saw.model, self.saw.evidence) if self.saw else ()
        return identify(
            "decision",
            *(self.claim, self.move, self.by, self.at, " ".join(self.follows)),
            *(self.verdict, self.because, self.assignee, int(self.blind), int(self.self_signed)),
            *(correction.said, correction.right, correction.where, *saw),
        )


@dataclass(frozen=True, slots=True)
class ScaleStep:
    """One verdict of a scale.

    `order` runs from the worst (least) to the best, `value` is the step's number in exports and
    where distances are measured. A verdict beside the scale, such as unverifiable, has neither.
    """

    label: str
    order: int | None
    value: Decimal | None
    meaning: str


Scale = tuple[ScaleStep, ...]

DEFAULT_SCALE: Scale = (
    ScaleStep("true", 5, Decimal(5), "The number is right as printed, hedge included."),
    ScaleStep("mostly true", 4, Decimal(4), "The number is close, or right but for a detail."),
    ScaleStep("mixed", 3, Decimal(3), "Part of it holds, or good sources tell against each other."),
    ScaleStep("mostly false", 2, Decimal(2), "A grain of it holds; what a reader takes from it does not."),
    ScaleStep("false", 1, Decimal(1), "The evidence rules the number out."),
    ScaleStep(
        "unverifiable", None, None, "Looked into, and the evidence that would decide it is not to be had."
    ),
)


@dataclass(frozen=True, slots=True)
class State:
    """What the history of a claim adds up to. It tells nothing of a verdict that is still sealed.

    `verdict` is None until one stands alone: `readings` are the ids of the verdict decisions that
    stand, several of them in dispute or to be reconciled. `saw` is what the maker of the verdict
    saw. `published_at` and `published_verdict` outlive a re-opening, whose reason is `reopened`.
    `heads` are the decisions that nobody followed yet, `since` the moment of the last change.
    """

    status: Status
    verdict: str | None = None
    decided_by: str | None = None
    decided_at: str | None = None
    saw: Seen | None = None
    assignee: str | None = None
    question: str | None = None
    signed_by: str | None = None
    signed_at: str | None = None
    self_signed: bool = False
    published_at: str | None = None
    published_verdict: str | None = None
    corrected_at: str | None = None
    reopened: str | None = None
    disputed: bool = False
    blind: Blinding | None = None
    readings: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    since: str | None = None
