"""Which evidence did people attach to a claim?

Callers: `desk`.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from factcheck.errors import IntegrityFailure
from factcheck.ledger.claims import Filed, filed_of
from factcheck.ledger.ids import full_id
from factcheck.ledger.merged_sources import merged
from factcheck.ledger.revisions import Holding, holdings, revised
from factcheck.ledger.rows import Columns, quantity_values, read_quantity
from factcheck.ledger.store import Change, Ledger, Parameters
from factcheck.ledger.tables import CITATIONS, Stored, canonical
from factcheck.model import Citation, Stance

_BATCH = 500
_NAMED = "SELECT c.*, s.name AS source_name FROM citations AS c JOIN sources AS s ON s.id = c.source"
_OF_CLAIMS = f"{_NAMED} WHERE c.claim IN (SELECT value FROM json_each(:ids)) ORDER BY c.entry"  # noqa: S608 - ours
_WITH_IDS = f"{_NAMED} WHERE c.id IN (SELECT value FROM json_each(:ids))"  # noqa: S608 - ours
_CITED = """
  SELECT c.*, d.publisher FROM claims AS c JOIN documents AS d ON d.id = c.document
  WHERE EXISTS (SELECT 1 FROM citations WHERE citations.claim = c.id) AND c.entry > :after
  ORDER BY c.entry LIMIT :limit
"""
_IN_ORDER = "SELECT entry FROM claims WHERE id IN (SELECT value FROM json_each(:ids)) ORDER BY entry"
_THESE = """
  SELECT c.*, d.publisher FROM claims AS c JOIN documents AS d ON d.id = c.document
  WHERE c.entry IN (SELECT value FROM json_each(:entries)) ORDER BY c.entry
"""


def add_citations(change: Change, attached: Iterable[tuple[str, Citation, str]]) -> int:
    """Attach citations, each between the ids of its claim and of its source; how many of them were new.

    The claims and sources are recorded; an event states each citation.
    """
    asked = tuple(attached)
    there = _owners(change.ledger, [citation.id for _, citation, _ in asked])
    rows = []
    for claim_id, citation, source_id in asked:
        owner = there.get(citation.id)
        if owner is None:
            there[citation.id] = claim_id
            rows.append((claim_id, [_values(citation, claim_id, source_id)]))
        elif owner != claim_id:
            raise IntegrityFailure(
                f"two citations share the id {citation.id}", "report this: ids must be unique"
            )
    change.add_each(CITATIONS, rows)
    return len(rows)


def add_citation(change: Change, claim_id: str, citation: Citation, *, source_id: str) -> bool:
    """Attach a citation to a recorded claim; False if it was there already."""
    return add_citations(change, [(claim_id, citation, source_id)]) == 1


def find_citation(ledger: Ledger, short_id: str) -> tuple[str, Citation]:
    """The citation whose id is, or begins with, this, after the id of its claim; withdrawn or not."""
    citation_id = full_id(ledger, "citation", short_id)
    attached = _attached(ledger, _WITH_IDS, {"ids": canonical([citation_id])})[0]
    return attached.claim, attached.citation


def citations_with(ledger: Ledger, ids: Sequence[str]) -> dict[str, Citation]:
    """The citations with exactly these ids, of those that are there; withdrawn or not."""
    found = _attached(ledger, _WITH_IDS, {"ids": canonical(ids)})
    return {one.citation.id: one.citation for one in found}


def citations_of(ledger: Ledger, claim_id: str) -> tuple[Citation, ...]:
    """The citations of a claim that stand, in the order of recording."""
    return tuple(one.citation for one in attached_to(ledger, claim_id) if not one.withdrawn)


def attached_to(ledger: Ledger, claim_id: str) -> tuple[Attached, ...]:
    """Every citation that was ever attached to a claim, in the order of recording."""
    return attached_by_claim(ledger, [claim_id])[claim_id]


def attached_by_claim(ledger: Ledger, ids: Sequence[str]) -> dict[str, tuple[Attached, ...]]:
    """Every citation that was ever attached to each of these claims, in the order of recording."""
    found: dict[str, list[Attached]] = {claim_id: [] for claim_id in ids}
    for one in _attached(ledger, _OF_CLAIMS, {"ids": canonical(ids)}):
        found[one.claim].append(one)
    return {claim_id: tuple(attached) for claim_id, attached in found.items()}


@dataclass(frozen=True, slots=True)
class Attached:
    """A citation as it now holds, the claim that it is attached to, and what was revised of it."""

    claim: str
    citation: Citation
    holding: Holding | None = None

    @property
    def withdrawn(self) -> bool:
        """Whether somebody has withdrawn it."""
        return self.holding is not None and self.holding.revision.withdrawn


@dataclass(frozen=True, slots=True)
class Cited:
    """A claim with all citations that it ever had, and who published its document."""

    filed: Filed
    publisher: str | None
    attached: tuple[Attached, ...]


def cited_claims(ledger: Ledger, ids: Sequence[str] | None = None) -> Iterator[Cited]:
    """The claims with these ids, or all that have citations, in the order of recording.

    They are read a few hundred at a time, so that a large ledger is never held in memory.
    """
    for page in _every_cited(ledger) if ids is None else _named(ledger, ids):
        yield from _with_evidence(ledger, page)


def _every_cited(ledger: Ledger) -> Iterator[list[sqlite3.Row]]:
    """Pages of the claims that have citations."""
    after = 0
    while page := ledger.rows(_CITED, {"after": after, "limit": _BATCH}):
        yield page
        after = page[-1]["entry"]


def _named(ledger: Ledger, ids: Sequence[str]) -> Iterator[list[sqlite3.Row]]:
    """Pages of the claims with these ids."""
    entries = [row["entry"] for row in ledger.rows(_IN_ORDER, {"ids": canonical(ids)})]
    for start in range(0, len(entries), _BATCH):
        yield ledger.rows(_THESE, {"entries": canonical(entries[start : start + _BATCH])})


def _with_evidence(ledger: Ledger, page: Sequence[sqlite3.Row]) -> list[Cited]:
    """The claims of these rows, each with its citations."""
    claims = [row["id"] for row in page]
    evidence, revisions = attached_by_claim(ledger, claims), holdings(ledger, "claim", claims)

    def read(row: sqlite3.Row) -> Cited:
        return Cited(filed_of(row, revisions.get(row["id"])), row["publisher"], evidence[row["id"]])

    return ledger.read(read, page)


def _owners(ledger: Ledger, citation_ids: Sequence[str]) -> dict[str, str]:
    """The claims that these citations are attached to, of those that are there."""
    held = "SELECT id, claim FROM citations WHERE id IN (SELECT value FROM json_each(:ids))"
    return {row["id"]: row["claim"] for row in ledger.rows(held, {"ids": canonical(citation_ids)})}


def _attached(ledger: Ledger, statement: str, parameters: Parameters) -> list[Attached]:
    """What the rows of a query hold now, and of which claims."""
    rows = ledger.rows(statement, parameters)
    held = holdings(ledger, "citation", [row["id"] for row in rows])
    into = merged(ledger) if rows else {}
    named = dict(map(tuple, ledger.rows("SELECT id, name FROM sources"))) if held or into else {}

    def read(row: sqlite3.Row) -> Attached:
        holding = held.get(row["id"])
        now = revised(row, holding)
        source = into.get(now["source"], now["source"])
        name = row["source_name"] if source == row["source"] else named[source]
        return Attached(row["claim"], _read_citation(now, name), holding)

    return ledger.read(read, rows)


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


def _read_citation(row: Columns, source_name: str) -> Citation:
    """The citation of a row of `citations`."""
    stance = Stance(row["stance"], row["stance_reason"], row["stance_by"]) if row["stance"] else None
    return Citation(
        id=row["id"],
        source=source_name,
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
