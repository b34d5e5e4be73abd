"""Which claims wait for a reviewer, and what is known of each without reading its decisions?

A claim without a row in `states` was never taken up: it is open. One that is withdrawn,
signed off or in print waits for nobody.

Callers: `desk`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.ledger.moments import order_of
from factcheck.ledger.store import Ledger
from factcheck.model import Band

_BATCH = 2000
_COLUMNS = """
  c.entry, c.id, c.document, c.phrase, s.name AS source, d.publisher, d.recorded_at, a.band,
  st.status, st.assignee, st.since
FROM claims AS c
LEFT JOIN states AS st ON st.entry = c.entry
JOIN documents AS d ON d.id = c.document
LEFT JOIN sources AS s ON s.id = coalesce(st.source, c.source)
LEFT JOIN agreements AS a ON a.entry = c.entry
"""
_PAGE = f"""
SELECT {_COLUMNS}
WHERE c.entry > :after AND {{of_document}}
  AND (st.entry IS NULL OR (st.withdrawn = 0 AND st.status NOT IN ('signed off', 'published', 'corrected')))
ORDER BY c.entry LIMIT :limit
"""


@dataclass(frozen=True, slots=True)
class WaitingClaim:
    """A claim that waits: whether it was ever taken up, and what a list shows of it."""

    id: str
    document: str
    phrase: str
    source: str | None
    outlet: str | None
    recorded_at: str
    band: Band
    status: str
    assignee: str | None
    since: str
    reviewed: bool


def waiting_claims(ledger: Ledger, document_id: str | None = None) -> Iterator[WaitingClaim]:
    """The claims that wait, of one document or of all, in the order of recording."""
    held: dict[str, object] = {"after": 0, "limit": _BATCH, "document": document_id}
    page_of = _PAGE.format(of_document="c.document = :document" if document_id else "TRUE")
    while page := ledger.rows(page_of, held):
        yield from ledger.read(_read, page)
        held["after"] = page[-1]["entry"]


def counts(ledger: Ledger) -> dict[str, int]:
    """How many claims there are in each status; those that nobody took up are open."""
    total = int(ledger.rows("SELECT count(*) FROM claims")[0][0])
    found = {
        row["status"]: int(row["n"])
        for row in ledger.rows(
            "SELECT CASE WHEN withdrawn THEN 'withdrawn' ELSE status END AS status, count(*) AS n "
            "FROM states GROUP BY 1 ORDER BY 1"
        )
    }
    found["open"] = found.get("open", 0) + total - sum(found.values())
    return found


def _read(row: sqlite3.Row) -> WaitingClaim:
    return WaitingClaim(
        id=row["id"],
        document=row["document"],
        phrase=row["phrase"],
        source=row["source"],
        outlet=row["publisher"],
        recorded_at=row["recorded_at"],
        band=row["band"] or "no independent evidence",
        status=row["status"] or "open",
        assignee=row["assignee"],
        since=max(row["since"] or "", row["recorded_at"], key=order_of),
        reviewed=row["status"] is not None,
    )
