"""Which claims have been recorded, in which document, and credited to which source?

The claims of a document go in together, with one audit event. A claim that is there
already is left as it is, so recording a document twice adds nothing.

Callers: `desk`.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from factcheck.errors import IntegrityFailure
from factcheck.ledger.ids import full_id
from factcheck.ledger.revisions import Holding, holdings, revised
from factcheck.ledger.rows import Columns, ends, quantity_values, read_quantity, span_of
from factcheck.ledger.store import Change, Ledger
from factcheck.ledger.tables import CLAIMS, Stored, canonical
from factcheck.model import Attribution, Claim, Credit, Document, Span


@dataclass(frozen=True, slots=True)
class Filed:
    """A claim as it now holds, with the ids of its document and of its canonical source, if it has one.

    `holding` is what was revised of it since it was recorded.
    """

    claim: Claim
    document: str
    source: str | None = None
    holding: Holding | None = None

    @property
    def withdrawn(self) -> bool:
        """Whether somebody has withdrawn it."""
        return self.holding is not None and self.holding.revision.withdrawn


Sourced = Iterable[tuple[Claim, str | None]]  # each with the id of its source


def add_claims(change: Change, document: Document, claims: Sourced) -> int:
    """Record claims of a recorded document, each with its source's id; how many of them were new.

    One event states them all; its subject is the document.
    """
    return sum(add_all_claims(change, [(document, claims)]))


def add_all_claims(change: Change, told: Iterable[tuple[Document, Sourced]]) -> list[int]:
    """Record the claims of several recorded documents, in the same way; how many of each were new."""
    asked = [(document, tuple(read)) for document, read in told]
    owners = {claim.id: document.id for document, read in asked for claim, _ in read}
    there = _there(change.ledger, owners)
    groups = []
    for document, read in asked:
        fresh = {claim.id: (claim, source) for claim, source in read if claim.id not in there}
        there |= fresh.keys()
        groups.append((document.id, [_values_at(*one, document) for one in fresh.values()]))
    change.add_each(CLAIMS, groups)
    return [len(rows) for _, rows in groups]


def add_claim(change: Change, document: Document, claim: Claim, source_id: str | None = None) -> bool:
    """Record one claim of a recorded document; False if it was there already."""
    return add_claims(change, document, [(claim, source_id)]) == 1


def find_claim(ledger: Ledger, short_id: str) -> Filed:
    """The claim whose id is, or begins with, this."""
    claim_id = full_id(ledger, "claim", short_id)
    return claims_with(ledger, [claim_id])[claim_id]


def claims_with(ledger: Ledger, ids: Sequence[str]) -> dict[str, Filed]:
    """The claims with exactly these ids, of those that are there; withdrawn or not."""
    held = holdings(ledger, "claim", ids)
    these = "SELECT * FROM claims WHERE id IN (SELECT value FROM json_each(:ids))"
    found = ledger.values(lambda row: filed_of(row, held.get(row["id"])), these, {"ids": canonical(ids)})
    return {filed.claim.id: filed for filed in found}


def claims_of(ledger: Ledger, document_id: str, *, withdrawn: bool = False) -> tuple[Filed, ...]:
    """The claims of a document, in the order of their spans; also the withdrawn ones, if they are wanted."""
    held = holdings_in(ledger, document_id)
    rows = "SELECT * FROM claims WHERE document = :document ORDER BY span_start, span_end, entry"
    found = ledger.values(lambda row: filed_of(row, held.get(row["id"])), rows, {"document": document_id})
    return tuple(
        sorted(
            (filed for filed in found if withdrawn or not filed.withdrawn), key=lambda filed: filed.claim.span
        )
    )


def differing(ledger: Ledger, claim_id: str, read: Claim, source_id: str | None) -> dict[str, Stored]:
    """The columns in which this reading differs from the one that was recorded first under this id."""
    row = ledger.rows("SELECT * FROM claims WHERE id = :id", {"id": claim_id})[0]
    values = zip(CLAIMS.columns, _values(read, row["document"], source_id), strict=True)
    return {name: value for name, value in values if name != "id" and value != row[name]}


def holdings_in(ledger: Ledger, document_id: str) -> dict[str, Holding]:
    """What was revised of the claims of a document, by claim."""
    ids = ledger.rows(
        "SELECT id FROM claims WHERE document = :document "
        "AND EXISTS (SELECT 1 FROM revisions WHERE noun = 'claim' AND subject = claims.id)",
        {"document": document_id},
    )
    return holdings(ledger, "claim", [row["id"] for row in ids]) if ids else {}


def _there(ledger: Ledger, owners: Mapping[str, str]) -> set[str]:
    """Which of these ids are recorded already; one that another document has a claim of is refused."""
    held = ledger.rows(
        "SELECT id, document FROM claims WHERE id IN (SELECT value FROM json_each(:ids))",
        {"ids": canonical([*owners])},
    )
    for row in held:
        if row["document"] != owners[row["id"]]:
            raise IntegrityFailure(f"two claims share the id {row['id']}", "report this: ids must be unique")
    return {row["id"] for row in held}


def _values_at(claim: Claim, source_id: str | None, document: Document) -> tuple[Stored, ...]:
    """The columns of a claim that stands where it says in this document."""
    if claim.span.of(document.text) != claim.surface:
        raise ValueError(f"the claim {claim.id} does not stand at {claim.span} of {document.id}")
    return _values(claim, document.id, source_id)


def _values(claim: Claim, document_id: str, source_id: str | None) -> tuple[Stored, ...]:
    """The columns of `tables.CLAIMS`."""
    quantity, said = claim.quantity, claim.attribution
    return (
        claim.id,
        document_id,
        *ends(claim.span),
        *ends(claim.phrase_span),
        *ends(claim.sentence_span),
        *quantity_values(quantity),
        said.type,
        *ends(said.source_span),
        *ends(said.cue_span),
        int(said.inherited),
        int(said.quoted),
        said.polarity,
        source_id,
        claim.surface,
        claim.phrase,
        quantity.unit,
        quantity.counted,
        said.source,
        said.cue,
        said.canonical,
        canonical([_credit_values(credit) for credit in said.via]) if said.via else "[]",
        claim.measure,
    )


def filed_of(first: sqlite3.Row, holding: Holding | None = None) -> Filed:
    """The claim of a row of `claims`, with what was revised of it, and where it is filed."""
    row = revised(first, holding)
    claim = Claim(
        id=row["id"],
        span=Span(row["span_start"], row["span_end"]),
        surface=row["surface"],
        phrase_span=Span(row["phrase_start"], row["phrase_end"]),
        phrase=row["phrase"],
        sentence_span=Span(row["sentence_start"], row["sentence_end"]),
        quantity=read_quantity(row),
        attribution=_read_attribution(row),
        measure=row["measure"],
    )
    return Filed(claim, row["document"], row["source"], holding)


def _read_attribution(row: Columns) -> Attribution:
    """The attribution columns of a row of `claims`."""
    return Attribution(
        type=row["attribution"],
        source=row["credited"],
        source_span=span_of(row["credited_start"], row["credited_end"]),
        cue=row["cue"],
        cue_span=span_of(row["cue_start"], row["cue_end"]),
        canonical=row["canonical"],
        via=tuple(_read_credit(values) for values in json.loads(row["via"] or "[]")),
        inherited=bool(row["inherited"]),
        quoted=bool(row["quoted"]),
        polarity=row["polarity"],
    )


def _credit_values(credit: Credit) -> list[Stored]:
    """One reporter of a chain as a list: source, its span, cue, its span."""
    return [credit.source, *ends(credit.source_span), credit.cue, *ends(credit.cue_span)]


def _read_credit(values: list[Any]) -> Credit:
    """The reporter that `_credit_values` listed."""
    source, source_start, source_end, cue, cue_start, cue_end = values
    return Credit(source, span_of(source_start, source_end), cue, span_of(cue_start, cue_end))
