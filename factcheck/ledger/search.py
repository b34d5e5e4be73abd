"""Which claims fit what somebody looks for?

`list_claims` streams light rows in the order of recording, a few hundred at a time, so
that a list of a million claims needs little memory and never keeps a writer waiting.
Every filter but the text has an index; the text is looked for as a caseless substring.

Callers: `desk`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.ledger.merged_sources import meant_by
from factcheck.ledger.revisions import Holding, holdings
from factcheck.ledger.rows import Columns, read_quantity
from factcheck.ledger.store import Ledger
from factcheck.ledger.tables import canonical
from factcheck.model import AttributionType, Band, Kind, Quantity, Status

_BATCH = 500

_COLUMNS = """
  c.entry, c.id, c.document, d.publisher, d.title, d.path, d.date, c.surface, c.phrase,
  c.low, c.high, c.point, c.grain, c.low_open, c.high_open, c.hedge, c.kind, c.unit, c.counted,
  c.measure, s.name AS source, c.credited, c.attribution, c.polarity,
  a.band, a.score, a.support, a.conflict, a.unknown,
  a.independent, a.corroborates, a.compatible, a.conflicts,
  (SELECT count(*) FROM citations WHERE citations.claim = c.id) AS citations,
  coalesce(st.status, 'open') AS status, st.verdict, st.assignee, st.revised AS revision
"""
_TABLES = """
FROM claims AS c
JOIN documents AS d ON d.id = c.document
LEFT JOIN states AS st ON st.entry = c.entry
LEFT JOIN sources AS s ON s.id = CASE WHEN st.revised IS NULL THEN c.source ELSE st.source END
LEFT JOIN agreements AS a ON a.entry = c.entry
"""
_CONDITIONS = {
    "document": "c.document = :document",
    "source": """(c.source IN (SELECT value FROM json_each(:source)) AND st.revised IS NULL
      OR st.source IN (SELECT value FROM json_each(:source)) AND st.revised IS NOT NULL)""",
    "kind": "c.kind = :kind",
    "status": "coalesce(st.status, 'open') = :status",
    "assignee": "st.assignee = :assignee",
    "ids": "c.id IN (SELECT value FROM json_each(:ids))",
    "outlet": "d.publisher = :outlet COLLATE NOCASE",
    "band": "a.band = :band",
    "unscored": "a.score IS NULL",
    "text": """(
      folds_in(:text, c.phrase, c.counted, c.measure, c.credited, s.name, d.title, d.publisher)
      OR folds_in(:text, (SELECT substr(t.text, c.sentence_start + 1, c.sentence_end - c.sentence_start)
                          FROM texts AS t WHERE t.sha256 = d.sha256)))""",
}


@dataclass(frozen=True, slots=True)
class Filters:
    """What to look for; None, or False, does not narrow. `source` and `document` are ids.

    `text` is found in the sentence, what is counted, the source, the title or the outlet.
    `ids` is a JSON list of claims. `unscored` are claims without a score, scored or not.
    """

    document: str | None = None
    source: str | None = None
    kind: Kind | None = None
    outlet: str | None = None
    band: Band | None = None
    unscored: bool = False
    text: str | None = None
    status: Status | None = None
    assignee: str | None = None
    ids: str | None = None


@dataclass(frozen=True, slots=True)
class ListedClaim:
    """One line of a list: the claim, where it stands, who says so, and how it was last scored.

    `source` is the canonical name, `credited` the words of the text. Without a scoring
    the band, the score and the counts of origins are None.
    """

    id: str
    document: str
    outlet: str | None
    title: str | None
    path: str | None
    date: str | None
    surface: str
    phrase: str
    quantity: Quantity
    measure: str | None
    source: str | None
    credited: str | None
    attribution: AttributionType
    polarity: str
    band: Band | None
    score: float | None
    support: float | None
    conflict: float | None
    unknown: float | None
    independent: int | None
    corroborates: int | None
    compatible: int | None
    conflicts: int | None
    citations: int
    status: Status = "open"
    verdict: str | None = None
    assignee: str | None = None


def list_claims(
    ledger: Ledger, filters: Filters | None = None, *, limit: int | None = None, offset: int = 0
) -> Iterator[ListedClaim]:
    """The claims that fit all filters, in the order of recording, after skipping `offset` of them."""
    where, values = _where(filters or Filters())
    if filters and filters.source:
        values["source"] = canonical(meant_by(ledger, filters.source))
    entry = "a.entry" if filters and filters.band else "c.entry"  # the same number, in the order of the index
    stands = f"{entry} > :after AND (st.entry IS NULL OR st.withdrawn = 0)"
    page_of = f"{_TABLES} WHERE {stands} {where} ORDER BY {entry} LIMIT :limit OFFSET :offset"
    statement = f"SELECT {_COLUMNS} {page_of}"
    after, left = 0, limit
    while left is None or left > 0:
        size = _BATCH if left is None else min(_BATCH, left)
        rows = ledger.rows(statement, {**values, "after": after, "limit": size, "offset": offset})
        amended = [row["id"] for row in rows if row["revision"]]
        held = holdings(ledger, "claim", amended) if amended else {}
        page = ledger.read(lambda row: _listed(row, held.get(row["id"])), rows)  # noqa: B023 - read at once
        yield from (claim for _, claim in page)
        if len(page) < size:
            return
        after, offset = page[-1][0], 0
        left = None if left is None else left - size


def _where(filters: Filters) -> tuple[str, dict[str, object]]:
    """The conditions of the filters that are set, and their values."""
    asked: dict[str, object] = {
        name: value for name in _CONDITIONS if (value := getattr(filters, name)) not in (None, False)
    }
    return "".join(f" AND {_CONDITIONS[name]}" for name in asked), asked


def _listed(first: sqlite3.Row, holding: Holding | None = None) -> tuple[int, ListedClaim]:
    """The place of a claim in the order of recording, and its line of a list, as the claim now holds."""
    row = _as_it_holds(first, holding)
    listed = ListedClaim(
        id=row["id"],
        document=row["document"],
        outlet=row["publisher"],
        title=row["title"],
        path=row["path"],
        date=row["date"],
        surface=row["surface"],
        phrase=row["phrase"],
        quantity=read_quantity(row),
        measure=row["measure"],
        source=row["source"],
        credited=row["credited"],
        attribution=row["attribution"],
        polarity=row["polarity"],
        band=row["band"],
        score=row["score"],
        support=row["support"],
        conflict=row["conflict"],
        unknown=row["unknown"],
        independent=row["independent"],
        corroborates=row["corroborates"],
        compatible=row["compatible"],
        conflicts=row["conflicts"],
        citations=row["citations"],
        status=row["status"],
        verdict=row["verdict"],
        assignee=row["assignee"],
    )
    return row["entry"], listed


def _as_it_holds(row: sqlite3.Row, holding: Holding | None) -> Columns:
    """The row with what was amended of the claim; its source is named by the query already."""
    if holding is None:
        return row
    amended = {name: value for name, value in holding.revision.content.items() if name != "source"}
    return dict(row) | amended
