"""Which record does a person mean by an id?

A document, a claim or a citation may be named by the beginning of its id, as long as it
begins only one of them.

Callers: the modules of `desk` that change a record of any kind.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from factcheck.errors import AskedWrongly, NotFound
from factcheck.ledger.citations import find_citation
from factcheck.ledger.claims import find_claim
from factcheck.ledger.documents import find_document
from factcheck.ledger.store import Ledger

RecordNoun = Literal["document", "claim", "citation"]


@dataclass(frozen=True, slots=True)
class Named:
    """A record by its noun and its whole id; of a citation also the claim that it is attached to."""

    noun: RecordNoun
    id: str
    claim: str | None = None


def record_named(ledger: Ledger, text: str) -> Named:
    """The one record whose id is, or begins with, this; NotFound for none, AskedWrongly for several."""
    found = [
        named for named in (_claim(ledger, text), _citation(ledger, text), _document(ledger, text)) if named
    ]
    if not found:
        hint = "`factcheck list` and `factcheck show CLAIM` show the ids."
        raise NotFound(f"there is no claim, citation or document {text!r}", hint)
    if len(found) > 1:
        nouns = " and a ".join(named.noun for named in found)
        raise AskedWrongly(f"{text!r} begins a {nouns}", "Give more characters.")
    return found[0]


def _claim(ledger: Ledger, text: str) -> Named | None:
    try:
        claim = find_claim(ledger, text).claim
    except NotFound:
        return None
    return Named("claim", claim.id, claim.id)


def _citation(ledger: Ledger, text: str) -> Named | None:
    try:
        claim_id, citation = find_citation(ledger, text)
    except NotFound:
        return None
    return Named("citation", citation.id, claim_id)


def _document(ledger: Ledger, text: str) -> Named | None:
    try:
        return Named("document", find_document(ledger, text).id)
    except NotFound:
        return None
