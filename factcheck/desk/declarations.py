"""How does a person say what a number counts, where and when?

Of a claim, or of one of its citations. What is not named stays as it was declared; an empty
text takes it back. The claim is scored again in the same transaction.

Callers: cli.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from factcheck.desk.signature import Signature
from factcheck.desk.states import refresh
from factcheck.errors import AskedWrongly, FactcheckError, NotFound
from factcheck.ledger.citations import find_citation
from factcheck.ledger.claims import find_claim
from factcheck.ledger.measurands import Terms, declared
from factcheck.ledger.measurands import declare_all as keep_all
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
    about = citation or find_claim(change.ledger, claim_id).claim
    return bool(put_all(change, [(claim_id, about, said)]))


def put_all(change: Change, told: Iterable[tuple[str, Claim | Citation, Declaration]]) -> tuple[str, ...]:
    """Keep what was said of claims and citations, each behind the id of its claim; of which that is new."""
    said = [one for one in told if one[2] != Declaration()]
    known = declared(change.ledger, [claim_id for claim_id, _, _ in said])
    rows = []
    for claim_id, about, declaration in said:
        held = known.get(about.id, _terms_of(about))
        measure, place, period = map(_now, held, _terms_of(declaration))
        terms = (measure, place, period)
        if terms != held:
            rows.append((claim_id, about.id if isinstance(about, Citation) else None, terms))
    return keep_all(change, rows)


def _terms_of(about: Claim | Citation | Declaration) -> Terms:
    return about.measure, about.place, about.period


def _now(was: str | None, said: str | None) -> str | None:
    """What holds of one term: what was said of it, or else what held; an empty text takes it back."""
    return was if said is None else said.strip() or None


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
