"""Which recorded claims share words with a text?

The index `claim_terms` holds the terms of each claim's sentence (`said`) and of what
stands around it: title, outlet, source, date (`around`). It keeps no text: it is derived
from the records, may be emptied and filled again, and its `rowid` is the claim's `entry`.
Terms are letters and digits only, so that nothing in a text is ever syntax of a query.

Callers: `claims`, which indexes what it records, and `desk`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any

from factcheck.agreement.matching.terms import terms
from factcheck.language.lexicon import table
from factcheck.ledger.store import Change

DDL = """
CREATE VIRTUAL TABLE claim_terms USING fts5(said, around, content='', tokenize='ascii')
"""
VECTORS_DDL = """
CREATE TABLE claim_vectors (
  entry INTEGER PRIMARY KEY REFERENCES claims (entry),
  model TEXT NOT NULL,
  vector BLOB NOT NULL
) STRICT
"""

Indexed = tuple[int, str, str]
Read = Callable[[str, dict[str, object]], list[sqlite3.Row]]
Write = Callable[[str, Iterable[Any]], object]

_BATCH = 1000
_INSERTION = "INSERT INTO claim_terms (rowid, said, around) VALUES (?, ?, ?)"
_DELETION = "INSERT INTO claim_terms (claim_terms, rowid, said, around) VALUES ('delete', ?, ?, ?)"
_EMPTYING = "INSERT INTO claim_terms (claim_terms) VALUES ('delete-all')"
_CLAIMS = """
SELECT c.entry, c.sentence_start, c.sentence_end, c.phrase, c.credited, c.canonical,
  d.sha256, d.title, d.publisher, d.date
FROM claims AS c JOIN documents AS d ON d.id = c.document
"""
_OF_DOCUMENT = f"{_CLAIMS} WHERE c.document = :document AND c.entry > :after ORDER BY c.entry"
_OF_LEDGER = f"{_CLAIMS} WHERE c.entry > :after ORDER BY c.entry LIMIT :limit"
_MONTHS = {row["month"]: row["word"] for row in reversed(table("months"))}


def index_claims(change: Change, document_id: str, *, after: int = 0) -> None:
    """Index the claims of a document whose entry is above `after`, in the transaction that recorded them."""
    read = change.ledger.rows
    change.write(_INSERTION, _indexed(read, read(_OF_DOCUMENT, {"document": document_id, "after": after})))


def unindex_claims(change: Change, document_id: str) -> None:
    """Take the claims of a document out of the index, before their words are blanked."""
    read = change.ledger.rows
    rows = read(_OF_DOCUMENT, {"document": document_id, "after": 0})
    change.write(_DELETION, list(_indexed(read, rows)))


def reindex(read: Read, write: Write) -> None:
    """Empty the index and fill it from the records, a batch at a time, within the caller's transaction."""
    write(_EMPTYING, [()])
    after = 0
    while rows := read(_OF_LEDGER, {"after": after, "limit": _BATCH}):
        write(_INSERTION, _indexed(read, rows))
        after = rows[-1]["entry"]


def _indexed(read: Read, rows: Iterable[sqlite3.Row]) -> Iterator[Indexed]:
    """The terms under which claims are found; each text is read once for all of its claims in a row."""
    for sha256, claims in groupby(rows, key=itemgetter("sha256")):
        found = read("SELECT text FROM texts WHERE sha256 = :sha256", {"sha256": sha256})
        text = (found[0]["text"] if found else None) or ""
        for row in claims:
            said = text[row["sentence_start"] : row["sentence_end"]] or row["phrase"] or ""
            around = (
                row["title"],
                row["publisher"],
                row["credited"],
                row["canonical"],
                _spelled(row["date"]),
            )
            yield row["entry"], " ".join(terms(said)), " ".join(terms(" ".join(filter(None, around))))


def _spelled(date: str | None) -> str:
    """A date as texts print it: "2019-12-06" is "6 december 2019"."""
    if not date:
        return ""
    year, month, day = (*date.split("-"), "", "")[:3]
    return f"{day.lstrip('0')} {_MONTHS.get(month.lstrip('0'), '')} {year}"
