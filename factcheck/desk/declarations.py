"""How does a person say what a number counts, where and when?

Of a claim, or of one of its citations. What is not named stays as it was declared; an empty
text takes it back. The claim is scored again in the same transaction.

Callers: cli.
"""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.desk.signature import Signature
from factcheck.desk.states import refresh
from factcheck.errors import AskedWrongly, FactcheckError, NotFound
from factcheck.ledger.citations import find_citation
from factcheck.ledger.claims import find_claim
from factcheck.ledger.measurands import declare as keep
from factcheck.ledger.measurands import declared, with_terms
from factcheck.ledger.store import Change, Ledger
from factcheck.model import Citation, Claim, is_date


@dataclass(frozen=True, slots=True)
class Declaration:
    """What a person says; None is not said, "" takes back. The period is EDTF."""

    measure: str | None = None
    place: str | None = None
    period: str | None = None

    def __post_init__(self) -> None:
        if self.period and not is_date(self.period.strip()):
            hint = "Write 2019-11, 2019-11-15/2019-11-19, or 2019~ for about."
            raise AskedWrongly(f"no period: {self.period!r}", hint)


@dataclass(frozen=True, slots=True)
class Declared:
    """The ids of the claim, and of the citation that it was said of, if of one; and whether it is new."""

    claim: str
    citation: str | None
    new: bool


def declare(ledger: Ledger, short_id: str, said: Declaration, signature: Signature) -> Declared:
    """Declare measure, place and period of the claim or citation whose id is, or begins with, this."""
    if said == Declaration():
        raise AskedWrongly("nothing is declared", "Give --measure, --place or --period.")
    claim_id, citation = _subject(ledger, short_id)
    with signature.change(ledger, "declare") as change:
        new = put(change, claim_id, said, citation)
        refresh(change, [claim_id])
    return Declared(claim_id, citation.id if citation else None, new)


def put(change: Change, claim_id: str, said: Declaration, citation: Citation | None = None) -> bool:
    """Keep a declaration, within the caller's change; False if all of it holds already."""
    if said == Declaration():
        return False
    known = declared(change.ledger, [claim_id])
    about: Claim | Citation
    if citation is not None:
        about = with_terms(citation, known)
    else:
        about = with_terms(find_claim(change.ledger, claim_id).claim, known)
    held = (about.measure, about.place, about.period)
    told = (said.measure, said.place, said.period)
    terms = [was if now is None else now.strip() or None for was, now in zip(held, told, strict=True)]
    if tuple(terms) == held:
        return False
    return keep(
        change, claim_id, (terms[0], terms[1], terms[2]), citation_id=citation.id if citation else None
    )


def _subject(ledger: Ledger, short_id: str) -> tuple[str, Citation | None]:
    """The claim, or the citation after its claim, that is meant."""
    citation: tuple[str, Citation] | None = None
    error: FactcheckError | None = None
    try:
        citation = find_citation(ledger, short_id)
    except NotFound as missing:
        error = missing
    try:
        claim_id = find_claim(ledger, short_id).claim.id
    except NotFound:
        if citation is None:
            hint = "`factcheck list` and `factcheck show CLAIM` show the ids"
            raise NotFound(f"there is no claim or citation {short_id!r}", hint) from error
        return citation
    if citation is not None:
        raise AskedWrongly(f"{short_id!r} begins a claim and a citation", "give more characters")
    return claim_id, None
