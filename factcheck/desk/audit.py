"""Who changed what, when, and does everything still follow from it?

Callers: cli.
"""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.ledger import audit
from factcheck.ledger.claims import find_claim
from factcheck.ledger.store import Ledger
from factcheck.model import Event


def log(ledger: Ledger, claim: str | None = None) -> Iterable[Event]:
    """Every event, or those of one claim (its id may be shortened), the oldest first."""
    return audit.history(ledger, find_claim(ledger, claim).claim.id) if claim else audit.events(ledger)


def check(ledger: Ledger, against: str | None = None) -> tuple[list[str], int]:
    """What is wrong with the chain or with the records, in sentences, and how many events there are."""
    problems = audit.verify(ledger, against=against)
    events = int(audit.checkpoint(ledger).split()[1])
    return [f"{problem.where}: {problem.what}" for problem in problems], events


def checkpoint(ledger: Ledger) -> str:
    """One line to keep elsewhere."""
    return audit.checkpoint(ledger)
