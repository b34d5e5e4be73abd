"""Which evidence did people attach to a claim?

Callers: `desk`.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.errors import IntegrityFailure
from factcheck.ledger.claims import Filed, filed_of
from factcheck.ledger.ids import full_id
from factcheck.ledger.rows import quantity_values, read_quantity
from factcheck.ledger.store import Change, Ledger
from factcheck.ledger.tables import CITATIONS, Stored, canonical
from factcheck.model import Citation, Stance

_BATCH = 500
_NAMED = "SELECT c.*, s.name AS source_name FROM citations AS c JOIN sources AS s ON s.id = c.source"
_OF_CLAIMS = f"{_NAMED} WHERE c.claim IN (SELECT value FROM json_each(:ids)) ORDER BY c.entry"  # noqa: S608 - ours
_CITED = """
  SELECT c.*, d.publisher FROM claims AS c JOIN documents AS d ON d.id = c.document
  WHERE EXISTS (SELECT 1 FROM citations WHERE citations.claim = c.id) AND c.entry > :after
  ORDER BY c.entry LIMIT :limit
"""
_THESE = """
  SELECT c.*, d.publisher FROM claims AS c JOIN documents AS d ON d.id = c.document
  WHERE c.id IN (SELECT value FROM json_each(:ids)) AND c.entry > :after
  ORDER BY c.entry LIMIT :limit
"""


def add_citation(change: Change, claim_id: str, citation: Citation, *, source_id: str) -> bool:
    """Attach a citation to a recorded claim; False if it was there already."""
    there = change.ledger.row("SELECT claim FROM citations WHERE id = :id", {"id": citation.id})
    if there is not None:
        if there["claim"] != claim_id:
            raise IntegrityFailure(
                f"two citations share the id {citation.id}", "report this: ids must be unique"
            )
        return False
    change.add(CITATIONS, [_values(citation, claim_id, source_id)], subject=claim_id)
    return True


def find_citation(ledger: Ledger, short_id: str) -> tuple[str, Citation]:
    """The citation whose id is, or begins with, this, after the id of its claim."""
    citation_id = full_id(ledger, "citation", short_id)
    return ledger.values(_with_claim, f"{_NAMED} WHERE c.id = :id", {"id": citation_id})[0]


def citations_of(ledger: Ledger, claim_id: str) -> tuple[Citation, ...]:
    """The citations of a claim, in the order of recording."""
    return tuple(
        ledger.values(
            _read_citation, f"{_NAMED} WHERE c.claim = :claim ORDER BY c.entry", {"claim": claim_id}
        )
    )


@dataclass(frozen=True, slots=True)
class Cited:
    """A claim with its evidence, and who published its document: what a score is computed from."""

    filed: Filed
    publisher: str | None
    citations: tuple[Citation, ...]


def cited_claims(ledger: Ledger, ids: Sequence[str] | None = None) -> Iterator[Cited]:
    """The claims with these ids, or all that have citations, in the order of recording.

    They are read a few hundred at a time, so that a large ledger is never held in memory.
    """
    page_of = _CITED if ids is None else _THESE
    held: dict[str, object] = {"after": 0, "limit": _BATCH, "ids": canonical(ids or ())}
    while page := ledger.values(_with_entry, page_of, held):
        evidence = _citations_by_claim(ledger, [filed.claim.id for _, filed, _ in page])
        for _, filed, publisher in page:
            yield Cited(filed, publisher, tuple(evidence[filed.claim.id]))
        held["after"] = page[-1][0]


def _citations_by_claim(ledger: Ledger, ids: Sequence[str]) -> dict[str, list[Citation]]:
    """The citations of each of these claims, in the order of recording."""
    found: dict[str, list[Citation]] = defaultdict(list)
    for claim_id, citation in ledger.values(_with_claim, _OF_CLAIMS, {"ids": canonical(ids)}):
        found[claim_id].append(citation)
    return found


def _with_entry(row: sqlite3.Row) -> tuple[int, Filed, str | None]:
    """The claim of a row, after its place in the order of recording and before its publisher."""
    return row["entry"], filed_of(row), row["publisher"]


def _values(citation: Citation, claim_id: str, source_id: str) -> tuple[Stored, ...]:
    """The columns of `tables.CITATIONS`."""
    quantity, stance = citation.quantity, citation.stance
    return (
        citation.id,
        claim_id,
        source_id,
        citation.outlet,
        citation.date,
        citation.url,
        *quantity_values(quantity),
        citation.scope,
        canonical(citation.derived_from),
        citation.reliability,
        int(citation.party),
        stance.label if stance else None,
        stance.by if stance else None,
        citation.passage,
        quantity.unit if quantity else None,
        quantity.counted if quantity else None,
        citation.measure,
        citation.note,
        stance.reason if stance else None,
    )


def _read_citation(row: sqlite3.Row) -> Citation:
    """The citation of a row of `citations` joined with its source's name as `source_name`."""
    stance = Stance(row["stance"], row["stance_reason"], row["stance_by"]) if row["stance"] else None
    return Citation(
        id=row["id"],
        source=row["source_name"],
        passage=row["passage"],
        quantity=read_quantity(row) if row["hedge"] else None,
        outlet=row["outlet"],
        date=row["date"],
        url=row["url"],
        scope=row["scope"],
        derived_from=tuple(json.loads(row["derived_from"])),
        reliability=row["reliability"],
        party=bool(row["party"]),
        measure=row["measure"],
        note=row["note"],
        stance=stance,
    )


def _with_claim(row: sqlite3.Row) -> tuple[str, Citation]:
    """The id of the claim, and the citation."""
    return row["claim"], _read_citation(row)
