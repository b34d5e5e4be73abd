"""Who changed what, when, and does everything still follow from it?

Callers: cli.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from factcheck.ledger import audit
from factcheck.ledger.claims import find_claim
from factcheck.ledger.store import Ledger
from factcheck.model import Event


@dataclass(frozen=True, slots=True)
class Verified:
    """How many events there are, and what is wrong."""

    events: int
    problems: tuple[audit.Problem, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """A checkpoint line, and its parts: the ledger's id, how many events it has, the hash of the last."""

    checkpoint: str
    ledger: str
    size: int
    root: str


def log(ledger: Ledger, claim: str | None = None) -> Iterable[Event]:
    """Every event, or those of one claim (its id may be shortened), the oldest first."""
    return audit.history(ledger, find_claim(ledger, claim).claim.id) if claim else audit.events(ledger)


def check(ledger: Ledger, against: str | None = None) -> Verified:
    """What is wrong with the chain or with the records, and how many events there are."""
    problems = audit.verify(ledger, against=against)
    return Verified(kept(ledger).size, problems)


def checkpoint(ledger: Ledger) -> str:
    """One line to keep elsewhere."""
    return audit.checkpoint(ledger)


def kept(ledger: Ledger) -> Kept:
    """The line to keep elsewhere, and what it says."""
    line = checkpoint(ledger)
    name, size, root = line.split()
    return Kept(line, name, int(size), root)
