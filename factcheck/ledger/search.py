"""Which claims fit what somebody looks for?

`list_claims` streams light rows in the order of recording, a few hundred at a time, so
that a list of a million claims needs little memory and never keeps a writer waiting. Where
one of the filters leaves few claims, an index tells which; otherwise the claims are walked
through in their order, which soon fills a page. Only a text (a caseless substring) that few
claims hold has to be looked for in all of them.

Callers: `desk`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from factcheck.ledger.measurands import TERMS, declared
from factcheck.ledger.merged_sources import meant_by
from factcheck.ledger.revisions import Holding, holdings
from factcheck.ledger.rows import QUANTITY_FIELDS, quantity_of
from factcheck.ledger.store import Ledger
from factcheck.ledger.tables import canonical
from factcheck.model import AttributionType, Band, Kind, Quantity, Status

Values = dict[str, object]
Page = list[sqlite3.Row]

_BATCH = 500  # rows that are read at once
_STRETCH = 10_000  # entries that are walked through at once, so that no writer waits for long
_FEW = 20_000  # claims that are better looked up by an index than met on the way

# The columns of `ListedClaim`, with those of its quantity in the place of that; then what only we need.
_COLUMNS = f"""
  c.id, c.document, d.publisher AS outlet, d.title, d.path, d.date, d.url,
  c.span_start, c.span_end, c.surface, c.phrase,
  {", ".join(f"c.{name}" for name in QUANTITY_FIELDS)},
  c.measure, NULL AS place, NULL AS period, s.name AS source, c.credited, c.attribution, c.polarity,
  a.band, a.score, a.support, a.conflict, a.unknown,
  a.independent, a.corroborates, a.compatible, a.conflicts,
  (SELECT count(*) FROM citations WHERE citations.claim = c.id) AS citations,
  coalesce(st.status, 'open') AS status, st.verdict, st.assignee,
  st.revised AS revision, EXISTS (SELECT 1 FROM variants WHERE variants.subject = d.id) AS versions, c.entry
"""  # noqa: S608 - names of ours
_QUANTITY = slice(11, 11 + len(QUANTITY_FIELDS))
_OURS = 3
_TABLES = """
FROM claims AS c
JOIN documents AS d ON d.id = c.document
LEFT JOIN states AS st ON st.entry = c.entry
LEFT JOIN sources AS s ON s.id = CASE WHEN st.revised IS NULL THEN c.source ELSE st.source END
LEFT JOIN agreements AS a ON a.entry = c.entry
"""
_SELECTION = f"SELECT {_COLUMNS} {_TABLES}"
_STANDS = "(st.entry IS NULL OR st.withdrawn = 0)"
_CONDITIONS = {
    "document": "c.document = :document",
    "source": """CASE WHEN st.revised IS NULL THEN c.source ELSE st.source END
      IN (SELECT value FROM json_each(:source))""",
    "kind": "CASE WHEN st.revised IS NULL THEN c.kind ELSE st.kind END = :kind",
    "status": "coalesce(st.status, 'open') = :status",
    "assignee": "st.assignee = :assignee",
    "ids": "c.id IN (SELECT value FROM json_each(:ids))",
    "outlet": "d.publisher = :outlet COLLATE NOCASE",
    "band": "a.band = :band",
    "unscored": "a.score IS NULL",
    "text": """folds_in(:text, c.phrase, c.counted, c.measure, c.credited, s.name, d.title, d.publisher,
      (SELECT substr(t.text, c.sentence_start + 1, c.sentence_end - c.sentence_start)
       FROM texts AS t WHERE t.sha256 = d.sha256))""",
}
# What an index alone tells of a filter: the claims that may fit it, among them all that do.
_INDEXED = {
    "ids": "SELECT entry FROM claims WHERE id IN (SELECT value FROM json_each(:ids))",
    "document": "SELECT entry FROM claims WHERE document = :document",
    "assignee": "SELECT entry FROM states WHERE assignee = :assignee",
    "status": "SELECT entry FROM states WHERE status = :status",
    "source": """SELECT entry FROM claims WHERE source IN (SELECT value FROM json_each(:source))
      UNION ALL SELECT entry FROM states WHERE source IN (SELECT value FROM json_each(:source))""",
    "outlet": """SELECT c.entry FROM documents AS d JOIN claims AS c ON c.document = d.id
      WHERE d.publisher = :outlet COLLATE NOCASE""",
    "band": "SELECT entry FROM agreements WHERE band = :band",
    "kind": """SELECT entry FROM claims WHERE kind = :kind AND kind <> 'count'
      UNION ALL SELECT entry FROM states WHERE kind = :kind AND kind <> 'count'""",
}
_UNTOLD = {("status", "open"), ("kind", "count")}  # most claims: no index tells them


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

    `start` and `end` are where the number stands in the text. `measure`, `place` and `period` are as
    last declared. `source` is the canonical name, `credited` the words of the text. Without a scoring
    the band, the score and the counts of origins are None.
    """

    id: str
    document: str
    outlet: str | None
    title: str | None
    path: str | None
    date: str | None
    url: str | None
    start: int
    end: int
    surface: str
    phrase: str
    quantity: Quantity
    measure: str | None
    place: str | None
    period: str | None
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
    ledger: Ledger, filters: Filters | None = None, *, limit: int | None = None
) -> Iterator[ListedClaim]:
    """The claims that fit all filters, in the order of recording."""
    where, values = _where(filters or Filters())
    if filters and filters.source:
        values["source"] = canonical(meant_by(ledger, filters.source))
    if filters and filters.text:
        values["text"] = filters.text.casefold()
    size = _BATCH if limit is None else min(_BATCH, limit)
    few = _few(ledger, values)
    walked = _walked(ledger, where, values, size)
    pages = walked if few is None else _looked_up(ledger, where, values, few, size)
    for page in pages:
        claims = _listed_all(ledger, page)
        yield from claims if limit is None else claims[:limit]
        if limit is not None and (limit := limit - len(claims)) <= 0:
            return


def cited_ids(ledger: Ledger) -> list[str]:
    """The claims that have citations and are not withdrawn, in the order of recording."""
    return _ids(ledger, "SELECT claim FROM citations")


def told_ids(ledger: Ledger) -> list[str]:
    """Of the claims that stand, those that have citations, or of which it is declared what they count."""
    return _ids(
        ledger,
        "SELECT claim FROM citations UNION SELECT claim FROM measurands "
        "UNION SELECT id FROM claims WHERE measure IS NOT NULL",
    )


def _ids(ledger: Ledger, among: str) -> list[str]:
    """The claims among those of a query that stand, in the order of recording."""
    stand = f"""
    SELECT c.id FROM claims AS c LEFT JOIN states AS st ON st.entry = c.entry
    WHERE c.id IN ({among}) AND {_STANDS} ORDER BY c.entry
    """  # noqa: S608 - queries of ours
    return [row["id"] for row in ledger.rows(stand)]


def _few(ledger: Ledger, values: Values) -> list[int] | None:
    """The entries of the claims that the most telling of the filters leaves; None where all leave many."""
    for name, told in _INDEXED.items():
        if name in values and (name, values[name]) not in _UNTOLD:
            found = ledger.rows(f"{told} LIMIT :most", {**values, "most": _FEW})
            if len(found) < _FEW:
                return sorted({row[0] for row in found})
    return None


def _looked_up(
    ledger: Ledger, where: str, values: Values, entries: Sequence[int], size: int
) -> Iterator[Page]:
    """Pages of the claims with these entries that meet all conditions."""
    among = f"{_SELECTION} WHERE c.entry IN (SELECT value FROM json_each(:entries)) AND {where}"  # noqa: S608
    for start in range(0, len(entries), size):
        some = canonical(entries[start : start + size])
        yield ledger.rows(f"{among} ORDER BY c.entry", {**values, "entries": some})


def _walked(ledger: Ledger, where: str, values: Values, size: int) -> Iterator[Page]:
    """Pages of the claims that meet all conditions, met on the way from the first to the last."""
    stretch = f"{_SELECTION} WHERE c.entry > :after AND c.entry <= :upto AND {where}"
    last = ledger.rows("SELECT coalesce(max(entry), 0) FROM claims")[0][0]
    after = 0
    while after < last:
        upto = after + _STRETCH
        page = ledger.rows(
            f"{stretch} ORDER BY c.entry LIMIT :size",
            {**values, "after": after, "upto": upto, "size": size},
        )
        yield page
        after = page[-1]["entry"] if len(page) == size else upto


def _where(filters: Filters) -> tuple[str, Values]:
    """The conditions of the filters that are set, and their values."""
    asked: Values = {
        name: value for name in _CONDITIONS if (value := getattr(filters, name)) not in (None, False)
    }
    return " AND ".join((_STANDS, *(_CONDITIONS[name] for name in asked))), asked


def _listed_all(ledger: Ledger, page: Page) -> list[ListedClaim]:
    """The claims of a page, and their documents, as they now hold."""
    amended = [row["id"] for row in page if row["revision"] is not None]
    versions = [row["document"] for row in page if row["versions"]]
    claims = holdings(ledger, "claim", amended) if amended else {}
    documents = holdings(ledger, "document", versions) if versions else {}
    terms = declared(ledger, [row["id"] for row in page])

    def read(row: sqlite3.Row) -> ListedClaim:
        said = dict(zip(TERMS, terms[row["id"]], strict=True)) if row["id"] in terms else {}
        return _listed(_as_it_holds(row, claims.get(row["id"]), documents.get(row["document"]), said))

    return ledger.read(read, page)


def _listed(row: Sequence[Any]) -> ListedClaim:
    """The line of a list for a claim, from the values of `_COLUMNS`."""
    values = [*row[: _QUANTITY.start], quantity_of(row[_QUANTITY]), *row[_QUANTITY.stop : -_OURS]]
    return ListedClaim(*values)


def _as_it_holds(
    row: sqlite3.Row, claim: Holding | None, document: Holding | None, said: Mapping[str, str | None]
) -> Sequence[Any]:
    """The row with what holds of claim and document, and what was said that the claim counts.

    Its source is named by the query already.
    """
    if claim is None and document is None and not said:
        return row
    held = {
        **(document.revision.content if document else {}),
        **(claim.revision.content if claim else {}),
        **said,
    }
    told = {name: value for name, value in held.items() if name not in ("id", "document", "source")}
    return [told.get(name, row[name]) for name in row.keys()]  # noqa: SIM118 - a row has no names of its own
