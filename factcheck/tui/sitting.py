"""What does the screen know of the ledger, and how does it change it?

One person's sitting: a connection to read by, opened once, and one to write by for each
act. What the desk refuses is a sentence, not an exception, for the screen goes on.

Caller: `app`.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from factcheck.desk.dossiers import dossier
from factcheck.desk.queues import Queued, queue
from factcheck.desk.reviews import review
from factcheck.desk.scales import scale
from factcheck.desk.signature import Signature
from factcheck.errors import FactcheckError, LedgerBusy
from factcheck.ledger.opening import open_ledger
from factcheck.ledger.store import Ledger
from factcheck.model import Dossier, Scale


@dataclass(frozen=True, slots=True)
class Page:
    """A claim as it is looked at, and the decisions that the next one follows."""

    told: Dossier
    follows: tuple[str, ...]


class Sitting:
    """A ledger and a person before it; close it when they leave."""

    def __init__(self, path: Path, who: str, clock: Callable[[], str], document: str | None) -> None:
        self._path, self.who, self._clock, self._document = path, who, clock, document
        with suppress(LedgerBusy):  # a ledger that is only to be read is read all the same
            open_ledger(path, mode="write").close()  # brings an older one up to date
        self._ledger = open_ledger(path, mode="read")
        self._seen = -1
        self._weighed: dict[str, float] = {}

    def close(self) -> None:
        """Let go of the file."""
        self._ledger.close()

    @property
    def is_old(self) -> bool:
        """Whether somebody has changed the ledger since the queue was read."""
        return self._ledger.version() != self._seen

    def queue(self) -> tuple[Queued, ...]:
        """The claims that wait, the next one first."""
        self._seen = self._ledger.version()
        return queue(self._ledger, self.who, document=self._document, weighed=self._weighed)

    def page(self, claim: str) -> Page:
        """The claim as it now is, for this person's eyes."""
        told = dossier(self._ledger, claim, who=self.who)
        return Page(told, review(self._ledger, claim, self.who).follows)

    def scale(self) -> Scale:
        """The scale that verdicts stand on."""
        return scale(self._ledger)

    def refusal(self, verb: Callable[[Ledger, Signature], object]) -> str:
        """Do something, signed; why it was refused, or nothing if it is done."""
        try:
            with open_ledger(self._path, mode="write") as ledger:
                verb(ledger, Signature(self.who, self._clock()))
        except FactcheckError as error:
            return f"{error.message} {error.hint}".strip()
        return ""
