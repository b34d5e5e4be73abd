"""Which citations may only repeat another, and what did a person decide about it?

Suggestions are computed from what was recorded, each with its reason; only a decision
makes a citation an echo, and a decision can be revised by another.

Callers: cli, findings.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.agreement.affiliations import family_of
from factcheck.agreement.consistency.echoes import EchoSuggestion, Ties, echoes
from factcheck.desk.grounds import Grounds, grounds_of
from factcheck.desk.kinships import ties
from factcheck.desk.signature import Signature
from factcheck.desk.states import refresh
from factcheck.errors import AskedWrongly, NotFound
from factcheck.ledger.citations import find_citation
from factcheck.ledger.claims import find_claim
from factcheck.ledger.derivations import Decided, decide, decided
from factcheck.ledger.documents import get_document
from factcheck.ledger.search import cited_ids
from factcheck.ledger.store import Ledger


@dataclass(frozen=True, slots=True)
class Suggested:
    """A suggestion on a citation of this claim."""

    claim: str
    echo: EchoSuggestion


@dataclass(frozen=True, slots=True)
class Settled:
    """What was decided of a citation, and whether that is new."""

    claim: str
    citation: str
    parent: str
    new: bool


def suggest(ledger: Ledger, claim: str | None = None) -> Iterator[Suggested]:
    """The open suggestions on one claim (its id may be shortened), or on all that have evidence."""
    ids = [find_claim(ledger, claim).claim.id] if claim is not None else cited_ids(ledger)
    tied = ties(ledger)
    for claim_id in ids:
        filed = find_claim(ledger, claim_id)
        grounds = grounds_of(ledger, filed, get_document(ledger, filed.document))
        for echo in open_echoes(grounds, decided(ledger, [claim_id]), tied):
            yield Suggested(claim_id, echo)


def open_echoes(grounds: Grounds, holds: Decided, tied: Ties) -> tuple[EchoSuggestion, ...]:
    """What the evidence on a claim suggests, but for what was decided.

    Of those who speak as one with the claimant nothing is suggested by their ties: they count for
    nothing as they are.
    """
    family = family_of(grounds.own_source, grounds.affiliations).members
    others = {name: partners for name, partners in tied.items() if name not in family}
    suggested = echoes(grounds.citations, others)
    return tuple(echo for echo in suggested if echo.parent not in holds.get(echo.citation, {}))


def settle(
    ledger: Ledger,
    short_id: str,
    signature: Signature,
    *,
    accepted: bool,
    parent: str | None = None,
    reason: str = "",
) -> Settled:
    """Accept or reject that a citation is derived from `parent`, and score its claim again.

    `parent` is the id of another citation of the claim, which may be shortened, or the name
    of a source; without it, what is suggested, if that is one.
    """
    claim_id, citation = find_citation(ledger, short_id)
    origin = parent_named(ledger, claim_id, parent) if parent else _suggested(ledger, claim_id, citation.id)
    if origin == citation.id:
        raise AskedWrongly("a citation cannot be derived from itself", "Name another with --from.")
    with signature.change(ledger, "echo accept" if accepted else "echo reject") as change:
        new = decide(change, claim_id, citation.id, origin, accepted, reason)
        refresh(change, [claim_id])
    return Settled(claim_id, citation.id, origin, new)


def parent_named(ledger: Ledger, claim_id: str, text: str) -> str:
    """What a person means by "derived from": the id of a citation of this claim, or a source's name."""
    try:
        owner, citation = find_citation(ledger, text)
    except (NotFound, AskedWrongly):
        return text
    return citation.id if owner == claim_id else text


def _suggested(ledger: Ledger, claim_id: str, citation_id: str) -> str:
    parents = {one.echo.parent for one in suggest(ledger, claim_id) if one.echo.citation == citation_id}
    if len(parents) == 1:
        return parents.pop()
    if not parents:
        raise AskedWrongly(
            f"nothing is suggested of {citation_id}", "Name what it was taken from with --from."
        )
    listed = ", ".join(sorted(parents))
    raise AskedWrongly(f"several origins are suggested of {citation_id}: {listed}", "Name one with --from.")
