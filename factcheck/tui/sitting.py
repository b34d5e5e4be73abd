"""What does the screen know of the ledger, and how does it change it?

One person's sitting: a connection to read by, opened once, and one to write by for each
act. What the desk refuses is a sentence, not an exception, for the screen goes on. A long
queue is there at once; what it is worth checking is weighed meanwhile, some claims at a time.

Caller: `app`.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from factcheck.desk.dossiers import dossier
from factcheck.desk.queues import Queued, done, queue, weigh
from factcheck.desk.reviews import followed
from factcheck.desk.scales import scale
from factcheck.desk.signature import Signature
from factcheck.errors import FactcheckError, LedgerBusy
from factcheck.ledger.opening import open_ledger
from factcheck.ledger.store import Ledger
from factcheck.ledger.waiting import WaitingClaim
from factcheck.model import Dossier, Scale
from factcheck.review.queue import Turn
from factcheck.tui.keys import with_keys
from factcheck.tui.queue_list import Row

AT_ONCE = 1000  # claims that are weighed before anything else happens
MARKS: dict[Turn, str] = {"yours": "▸", "free": " ", "others": "·", "author": "?"}


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
        self._unweighed: list[WaitingClaim] = []

    def close(self) -> None:
        """Let go of the file."""
        self._ledger.close()

    @property
    def is_old(self) -> bool:
        """Whether somebody has changed the ledger since the queue was read."""
        return self._ledger.version() != self._seen

    def waiting(self) -> tuple[Row, ...]:
        """The claims that wait, the next one first, as far as they are weighed."""
        self._seen = self._ledger.version()
        lined = queue(self._ledger, self.who, document=self._document, weighed=self._weighed, most=AT_ONCE)
        self._unweighed = [one.claim for one in lined if one.worth is None]
        return tuple(map(_row, lined))

    @property
    def is_weighed(self) -> bool:
        """Whether every claim that waits is weighed."""
        return not self._unweighed

    def weigh_some(self) -> bool:
        """Weigh some of the claims that wait and are not weighed yet; whether there were any."""
        some, self._unweighed = self._unweighed[:AT_ONCE], self._unweighed[AT_ONCE:]
        weigh(self._ledger, some, self._weighed)
        return bool(some)

    def done(self) -> tuple[Row, ...]:
        """The claims that wait for nobody: signed off, in print, corrected."""
        self._seen = self._ledger.version()
        found = done(self._ledger, document=self._document)
        return tuple(Row(one.id, one.status, one.phrase) for one in found)

    def page(self, claim: str) -> Page:
        """The claim as it now is, for this person's eyes."""
        with self._ledger.snapshot():
            return Page(dossier(self._ledger, claim, who=self.who), followed(self._ledger, claim, self.who))

    def scale(self) -> Scale:
        """The scale that verdicts stand on."""
        return scale(self._ledger)

    def refusal(self, verb: Callable[[Ledger, Signature], object]) -> str:
        """Do something, signed; why it was refused, or nothing if it is done."""
        try:
            with open_ledger(self._path, mode="write") as ledger:
                verb(ledger, Signature(self.who, self._clock()))
        except FactcheckError as error:
            return with_keys(f"{error.message} {error.hint}".strip())
        return ""


def _row(one: Queued) -> Row:
    turn = one.place.turn
    return Row(one.claim.id, one.state.status, one.claim.phrase, MARKS[turn], turn in ("others", "author"))
