"""From what is the agreement of many claims computed, gathered in one go?

The same grounds as of one claim (`grounds.py`), but claims are read a few hundred at a time, and
without their texts.

Callers: the modules of `desk` that look at more than one claim.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.desk.grounds import Grounds, grounding
from factcheck.ledger.citations import cited_claims
from factcheck.ledger.claims import Filed
from factcheck.ledger.store import Ledger


@dataclass(frozen=True, slots=True)
class Swept:
    """A claim as filed, who published its document, and the grounds of its agreement.

    The words around the claim are left out, so its measurand raises no doubts.
    """

    filed: Filed
    publisher: str | None
    grounds: Grounds


def sweep(ledger: Ledger, ids: Sequence[str] | None = None) -> Iterator[Swept]:
    """The claims with these ids, or all that have citations, in the order of recording."""
    ground = grounding(ledger, ids)
    for cited in cited_claims(ledger, ids):
        yield Swept(cited.filed, cited.publisher, ground(cited, ""))
