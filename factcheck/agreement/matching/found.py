"""What is found: a recorded claim, how it stands to what was asked, how surely, and why.

Values for whoever shows them. Callers: `ledger.tellings`, `desk.matching`, `show`, `exchange`.
"""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.agreement.matching.answers import Answer
from factcheck.agreement.matching.numbers import Compared
from factcheck.agreement.matching.profiles import Telling
from factcheck.model import Claim


@dataclass(frozen=True, slots=True)
class Recorded:
    """A recorded claim with what it tells, its place in the order of recording, and where it was printed."""

    entry: int
    claim: Claim
    document: str
    telling: Telling
    outlet: str | None = None
    date: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """A recorded claim that is near to what was asked; `score` is the chance that it says the same."""

    recorded: Recorded
    answer: Answer
    score: float
    reasons: tuple[str, ...]
    numbers: Compared | None = None

    @property
    def id(self) -> str:
        """The claim's id."""
        return self.recorded.claim.id
