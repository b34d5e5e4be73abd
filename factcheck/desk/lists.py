"""Which recorded claims does a person want to see?

Callers: cli.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.ledger.claims import find_claim
from factcheck.ledger.documents import find_document
from factcheck.ledger.search import Filters, ListedClaim, list_claims
from factcheck.ledger.store import Ledger
from factcheck.ledger.tables import canonical
from factcheck.model import Band, Kind, Status


def listed(
    ledger: Ledger,
    *,
    document: str | None = None,
    source: str | None = None,
    band: Band | None = None,
    kind: Kind | None = None,
    unscored: bool = False,
    outlet: str | None = None,
    text: str | None = None,
    status: Status | None = None,
    assignee: str | None = None,
    near: str | None = None,
    limit: int | None = None,
) -> Iterator[ListedClaim]:
    """The claims that fit every filter given, in the order of recording; near a claim, the nearest first.

    `source` may be any name or id of a source, `document` its path or shortened id; NotFound where
    there is no such source or document.
    """
    ids = _near(ledger, near) if near else None
    filters = Filters(
        document=find_document(ledger, document).id if document else None,
        source=_source_id(ledger, source) if source else None,
        band=band,
        kind=kind,
        unscored=unscored,
        outlet=outlet,
        text=text,
        status=status,
        assignee=assignee,
        ids=None if ids is None else canonical(ids),
    )
    found = list_claims(ledger, filters, limit=limit)
    return found if ids is None else iter(sorted(found, key=lambda one: ids.index(one.id)))


def _source_id(ledger: Ledger, name: str) -> str:
    from factcheck.ledger.sources import source_named  # loads the words of names

    return source_named(ledger, name).id


def _near(ledger: Ledger, claim: str) -> list[str]:
    """The claim, and those that say the same or nearly, the likeliest first."""
    from factcheck.desk.matching import match  # loads the words of the language

    named = find_claim(ledger, claim).claim.id
    return [named, *(found.id for found in match(ledger, named))]
