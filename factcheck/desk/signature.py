"""Who does this, when, with which version of the program?

Every change is signed. The name is declared, not proven; the clock is read by the caller.
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import dataclass

from factcheck import __version__
from factcheck.ledger.store import Change, Ledger, change


@dataclass(frozen=True, slots=True)
class Signature:
    """A name, a moment (ISO 8601 in UTC) and the version that is recorded beside them."""

    who: str
    at: str
    version: str = __version__

    def change(self, ledger: Ledger, verb: str) -> AbstractContextManager[Change]:
        """Begin one transaction for this verb, signed; see `ledger.store.change`."""
        return change(ledger, who=self.who, at=self.at, version=self.version, verb=verb)
