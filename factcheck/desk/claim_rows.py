"""How do the claims of a table get into the ledger?

Each row is recorded by its phrase, as if somebody had typed it. A row of our own export whose
claim is here already is that claim, wherever it was read.

Callers: cli.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from factcheck.desk.claims import (
    Credited,
    Draft,
    Publication,
    claim_of,
    credit_as_told,
    credit_by_hand,
    declared,
    phrase_document,
)
from factcheck.desk.declarations import Declaration, put_all
from factcheck.desk.incoming import Imported, Incoming, bring_in
from factcheck.desk.passages import the_number
from factcheck.desk.signature import Signature
from factcheck.errors import AskedWrongly
from factcheck.exchange.problems import RowProblem
from factcheck.exchange.sheets.rows import ClaimRow
from factcheck.ledger.claims import Filed, add_all_claims, claims_with
from factcheck.ledger.documents import add_documents
from factcheck.ledger.store import Change, Ledger
from factcheck.model import Claim, Document

Credit = Callable[[str], Credited]


@dataclass(frozen=True, slots=True)
class _Read:
    """A row as a claim of a document, the id of its source, and what was said of it."""

    document: Document
    claim: Claim
    source_id: str | None
    said: Declaration


def import_claims(
    ledger: Ledger, rows: Iterable[ClaimRow | RowProblem], signature: Signature, *, dry_run: bool = False
) -> Imported:
    """Record the claims of these rows."""
    with signature.change(ledger, "import") as change:

        @cache
        def credit(typed: str) -> Credited:
            return credit_by_hand(change, declared(ledger, typed))

        return bring_in(change, rows, lambda done, some: _take(done, some, credit), dry_run=dry_run)


def _take(done: Incoming[ClaimRow], some: Sequence[ClaimRow | RowProblem], credit: Credit) -> None:
    """Record the claims of some rows."""
    rows = tuple(done.sound(some))
    known = claims_with(done.change.ledger, [row.own.id for row in rows if row.own])
    read: dict[str, _Read] = {}
    for row in rows:
        with done.watching(row):
            if row.own and (filed := known.get(row.own.id)):
                _refuse_another(row, filed)
            else:
                one = _read(done.change, row, credit)
                read.setdefault(one.claim.id, one)
    _record(done, tuple(read.values()))


def _refuse_another(row: ClaimRow, filed: Filed) -> None:
    """Refuse a row of our own export that says of a claim which is here what it does not say."""
    claim = filed.claim
    if row.phrase != claim.phrase:
        what = f"the claim {claim.id} says “{claim.phrase}” here, and not “{row.phrase}”"
        raise AskedWrongly(what, f"`factcheck amend {claim.id}` puts it right; without its id it is another.")


def _read(change: Change, row: ClaimRow, credit: Credit) -> _Read:
    """The claim that a row makes, its source registered."""
    document = phrase_document(row.phrase, Publication(row.outlet, row.date, row.url))
    drafted = Draft(document, the_number(row.phrase, row.numbers, row.pick))
    credited = credit(row.source) if row.source else credit_as_told(change, drafted)
    claim = claim_of(drafted, credited, row.measure)
    return _Read(document, claim, credited.source_id, Declaration(None, row.place, row.period))


def _record(done: Incoming[ClaimRow], read: Sequence[_Read]) -> None:
    """Record these claims, and note which of them had been here and now hold otherwise."""
    change = done.change
    before = claims_with(change.ledger, [one.claim.id for one in read])
    add_documents(change, [one.document for one in read], reader=change.version)
    done.new += sum(add_all_claims(change, [(one.document, [(one.claim, one.source_id)]) for one in read]))
    changed = put_all(change, [(one.claim.id, one.claim, one.said) for one in read])
    done.concerned |= dict.fromkeys(claim_id for claim_id in changed if claim_id in before)
