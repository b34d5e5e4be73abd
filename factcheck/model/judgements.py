"""What follows from the evidence? Relations, standings and agreement.

All of it is derived: it can be dropped and computed again, and comes out the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from factcheck.model.evidence import Anchor, Citation, RelationLabel

Direction = Literal["higher", "lower"]
StandingStatus = Literal[
    "independent", "echo", "superseded", "own source", "affiliate", "mixed", "withdrawn", "incomparable"
]
Band = Literal[
    "corroborated",
    "single-source support",
    "contested",
    "contradicted",
    "disputed by one source",
    "not ruled out",
    "no independent evidence",
]


@dataclass(frozen=True, slots=True)
class Relation:
    """How a claim and one citation stand to each other, with the sentence that says so.

    `possibility` (can both be true?) and `necessity` (does the citation make the claim
    true?) are in [0, 1], `s = possibility + necessity - 1` in [-1, 1]; all None when
    incomparable. `factor` is the ratio of the nearest stated bounds of a conflict,
    rounded down to one decimal; None where no ratio exists.
    """

    label: RelationLabel
    reason: str
    s: float | None = None
    possibility: float | None = None
    necessity: float | None = None
    factor: Decimal | None = None
    direction: Direction | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether one citation counts, as which origin's word, with what weight, and why."""

    status: StandingStatus
    origin: str
    counted: bool
    weight: float
    reason: str


@dataclass(frozen=True, slots=True)
class Judged:
    """One citation with its relation to the claim and its standing among the others.

    `doubt` is a warning that the two may not count the same thing; it decides nothing. `anchor`
    says where the passage stands, as far as anybody recorded it.
    """

    citation: Citation
    relation: Relation
    standing: Standing
    contribution: float = 0.0
    doubt: str | None = None
    anchor: Anchor | None = None


@dataclass(frozen=True, slots=True)
class Agreement:
    """The score of a claim: never shown without its band and its reasons.

    `support + conflict + unknown == 1`; `score` is None when no independent citation
    counts. The counts are of independent origins, not of citations.
    """

    band: Band
    score: float | None
    support: float
    conflict: float
    unknown: float
    independent: int
    corroborates: int
    compatible: int
    conflicts: int
    citations: int
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pooled:
    """What the independent figures say together. `headline` only where they lie within a factor of 2.

    `mean`, `i2` and `tau` only from three independent estimates with stated intervals on.
    `best` are the figures that the others agree with best: more than one is a tie.
    """

    low: Decimal | None = None
    high: Decimal | None = None
    median: Decimal | None = None
    floor: Decimal | None = None
    ceiling: Decimal | None = None
    headline: Decimal | None = None
    mean: float | None = None
    i2: float | None = None
    tau: float | None = None
    best: tuple[Decimal, ...] = ()


@dataclass(frozen=True, slots=True)
class Setting:
    """A constant of the model as a ledger has it: its value, and who set it, when and why."""

    name: str
    value: Decimal
    reason: str
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class Event:
    """One entry of the audit log: who did what to which record, when, chained by hash."""

    ledger: str
    seq: int
    at: str
    who: str
    version: str
    verb: str
    subject: str
    content: str
    previous: str
    hash: str
