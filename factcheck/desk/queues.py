"""What should this reviewer look at next, and how does the desk stand?

The queue lines up every claim that waits, by whose turn it is, its worth of checking, what
disagrees and its age (`review.queue`). Worth is computed from the texts, and beyond so many
claims that wait not at all: then the queue says so.

Callers: cli, tui.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.desk.lists import listed
from factcheck.desk.reviews import review
from factcheck.language.checkworthy import worth
from factcheck.ledger.claims import claims_of
from factcheck.ledger.documents import find_document, get_document
from factcheck.ledger.search import ListedClaim
from factcheck.ledger.store import Ledger
from factcheck.ledger.waiting import WaitingClaim, counts, waiting_claims
from factcheck.model import State, Status
from factcheck.review.queue import CONFLICTING, Place, Waiting, line_up

MOST_WEIGHED = 20_000
OPEN = State("open")
DONE: tuple[Status, ...] = ("signed off", "published", "corrected")


@dataclass(frozen=True, slots=True)
class Queued:
    """A claim in the queue: its place with the reasons, and what a list shows of it."""

    place: Place
    claim: WaitingClaim
    state: State
    worth: float | None


@dataclass(frozen=True, slots=True)
class Dashboard:
    """How the desk stands: claims by status, the oldest that waits, and what waits for whom."""

    by_status: dict[str, int]
    oldest: WaitingClaim | None
    blocked: tuple[Queued, ...]
    contested: int
    disputed: int
    by_person: dict[str, int]


def queue(
    ledger: Ledger,
    who: str,
    *,
    document: str | None = None,
    weighed: dict[str, float] | None = None,
    most: int = MOST_WEIGHED,
) -> tuple[Queued, ...]:
    """Every claim that waits, in the order in which this person should look at them.

    `weighed` holds what was weighed before, by claim, and is added to: whoever asks again and
    again keeps it. Of more than `most` claims that are not in it none is weighed.
    """
    worths = {} if weighed is None else weighed
    with ledger.snapshot():
        wanted = find_document(ledger, document).id if document else None
        waits = list(waiting_claims(ledger, wanted))
        unweighed = [one for one in waits if one.id not in worths]
        if len(unweighed) <= most:
            weigh(ledger, unweighed, worths)
        reviews = {one.id: review(ledger, one.id, who) for one in waits if one.reviewed}
    by_id = {one.id: one for one in waits}
    states = {claim_id: found.state for claim_id, found in reviews.items()}
    sealed = {claim_id for claim_id, found in reviews.items() if found.read_blind}
    lined = line_up(
        (
            Waiting(
                one.id, states.get(one.id, OPEN), one.band, one.since, worths.get(one.id), one.id in sealed
            )
            for one in waits
        ),
        who,
    )
    return tuple(
        Queued(place, by_id[place.claim], states.get(place.claim, OPEN), worths.get(place.claim))
        for place in lined
    )


def together(ledger: Ledger, lined: Sequence[Queued]) -> tuple[Queued, ...]:
    """The queue with the claims that tell one fact behind the first of them."""
    from factcheck.desk.matching import groups  # loads the words of the language

    by_id = {one.claim.id: one for one in lined}
    return tuple(by_id[claim_id] for group in groups(ledger, list(by_id)) for claim_id in group)


def dashboard(ledger: Ledger, who: str) -> Dashboard:
    """How the desk stands, as this person may know it."""
    lined = queue(ledger, who)
    held = Counter(one.state.assignee for one in lined if one.state.assignee)
    return Dashboard(
        by_status=counts(ledger),
        oldest=min((one.claim for one in lined), key=lambda one: (one.recorded_at, one.id), default=None),
        blocked=tuple(one for one in lined if one.state.status == "blocked"),
        contested=sum(one.claim.band in CONFLICTING for one in lined),
        disputed=sum(one.state.disputed for one in lined),
        by_person=dict(sorted(held.items(), key=lambda pair: (-pair[1], pair[0]))),
    )


def weigh(ledger: Ledger, claims: Sequence[WaitingClaim], weighed: dict[str, float]) -> None:
    """Add how much each of these claims is worth checking; each document is read once."""
    wanted = {one.id for one in claims}
    for document_id in dict.fromkeys(one.document for one in claims):
        document = get_document(ledger, document_id)
        for filed in claims_of(ledger, document_id):
            if filed.claim.id in wanted:
                weighed[filed.claim.id] = worth(filed.claim, document).score if document.text else 0.0


def done(ledger: Ledger, *, document: str | None = None) -> tuple[ListedClaim, ...]:
    """The claims that wait for nobody: those that are signed off first, then what is in print."""
    return tuple(line for status in DONE for line in listed(ledger, document=document, status=status))
