"""Which recorded claims share words with a text?

The index `claim_terms` holds the terms of each claim's sentence (`said`) and of what
stands around it: title, outlet, source, date (`around`). It keeps no text: it is derived
from the records, its `rowid` is the claim's `entry`, and what was recorded since it was
last asked is indexed when it is asked again. A file that cannot be written to is indexed
in memory. Terms are letters and digits only, so that nothing in a text is ever syntax of a
query. A term that a great many claims have tells little and costs much, so it is left out
where rarer ones remain.

Callers: `redactions` and `desk`.
"""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any

from factcheck.agreement.matching.terms import OF_SENTENCES, common_terms, spelled_date, terms
from factcheck.ledger.store import Change

Indexed = tuple[int, str, str]
Read = Callable[[str, dict[str, object]], list[sqlite3.Row]]
Write = Callable[[str, Iterable[Any]], object]

MOST = 100  # claims that are looked at more closely
COMMON = 0.01  # of all claims: a term that more of them have is left out,
COMMON_AT_LEAST = 2000  # but not in a small ledger,
_LEAST_TERMS = 4  # nor where so few rarer ones remain
_MOST_TERMS = 64

_INDEX = "CREATE VIRTUAL TABLE claim_terms USING fts5(said, around, content='', tokenize='ascii')"
_BATCH = 1000
_INSERTION = "INSERT INTO claim_terms (rowid, said, around) VALUES (?, ?, ?)"
_CLAIMS = """
SELECT c.entry, c.document, c.sentence_start, c.sentence_end, c.phrase, c.credited, c.canonical,
  d.sha256, d.title, d.publisher, d.date
FROM claims AS c JOIN documents AS d ON d.id = c.document
"""
_OF_LEDGER = f"{_CLAIMS} WHERE c.entry > :after ORDER BY c.entry LIMIT :limit"
_LAST_INDEXED = "SELECT coalesce(max(id), 0) FROM claim_terms_docsize"
_LAST_RECORDED = "SELECT coalesce(max(entry), 0) FROM claims"
_HOLDERS = """
SELECT count(*) FROM (SELECT 1 FROM claim_terms WHERE claim_terms MATCH :term LIMIT :most)
"""
_SHARING = """
SELECT rowid FROM claim_terms WHERE claim_terms MATCH :query ORDER BY rank, rowid LIMIT :limit
"""


@dataclass(frozen=True, slots=True)
class Candidates:
    """The entries of the claims that share words with a text, the likeliest first.

    The `rarity` of a term of the text is near 0 where most claims have it, and 1 where none does:
    the logarithm of its inverse frequency, as a share of the most that it can be. A ledger of few
    claims says little of how rare a word is, so it is seen beside ten thousand sentences of the news.
    """

    entries: tuple[int, ...]
    rarity: Mapping[str, float]


def candidates(read: Read, terms_asked: Iterable[str], *, limit: int = MOST) -> Candidates:
    """The claims that share most with these terms; `read` runs a query (`Ledger.rows`)."""
    size = _number(read, _LAST_INDEXED)
    most = max(COMMON_AT_LEAST, int(COMMON * size))
    holders = {term: _holders(read, term, most) for term in dict.fromkeys(terms_asked)}
    rarity = {
        term: _rarity(size + OF_SENTENCES, count + common_terms().get(term, 0))
        for term, count in holders.items()
    }
    planned = _planned({term: count for term, count in holders.items() if count}, most)
    if not planned:
        return Candidates((), rarity)
    found = read(_SHARING, {"query": " OR ".join(map(_quoted, planned)), "limit": limit})
    return Candidates(tuple(row[0] for row in found), rarity)


def _rarity(size: int, count: int) -> float:
    return math.log((size - count + 0.5) / (count + 0.5) + 1) / math.log((size + 0.5) / 0.5 + 1)


def _holders(read: Read, term: str, most: int) -> int:
    """How many claims have a term; `most` of one that so many have, or more."""
    count: int = read(_HOLDERS, {"term": _quoted(term), "most": most})[0][0]
    return count


def _planned(holders: Mapping[str, int], most: int) -> Sequence[str]:
    """The terms to ask for: the rarest first, the common ones only where few rarer ones remain."""
    usual = common_terms()
    ordered = sorted(holders, key=lambda term: (holders[term], usual.get(term, 0), term))[:_MOST_TERMS]
    rare = [term for term in ordered if holders[term] < most]
    return ordered[: max(len(rare), _LEAST_TERMS)]


def _quoted(term: str) -> str:
    """A term as a string of the query language; it holds nothing but letters and digits."""
    return f'"{term}"'


def is_behind(read: Read) -> bool:
    """Whether claims were recorded that are not indexed yet."""
    return _number(read, _LAST_INDEXED) < _number(read, _LAST_RECORDED)


def index_new(read: Read, write: Write) -> None:
    """Index what was recorded since the last time, a batch at a time, within the caller's transaction."""
    _index_after(_number(read, _LAST_INDEXED), read, write)


def index_in_memory(read: Read) -> Read:
    """An index of all claims beside a ledger that cannot be written to: what runs queries on it."""
    memory = sqlite3.connect(":memory:", isolation_level=None)
    memory.execute(_INDEX)
    _index_after(0, read, memory.executemany)
    return lambda sql, values: memory.execute(sql, values).fetchall()


def forget_index(change: Change) -> None:
    """Forget every term, for one taken out alone would leave its letters behind; the next search indexes."""
    change.write("INSERT INTO claim_terms (claim_terms) VALUES ('delete-all')", [()])


def put_terms(write: Write, told: Iterable[Indexed]) -> None:
    """Index claims by their entries, each with the terms of what it says and of what stands around it."""
    write(_INSERTION, told)


def _index_after(entry: int, read: Read, write: Write) -> None:
    while rows := read(_OF_LEDGER, {"after": entry, "limit": _BATCH}):
        put_terms(write, _indexed(read, rows))
        entry = rows[-1]["entry"]


def _number(read: Read, sql: str) -> int:
    number: int = read(sql, {})[0][0]
    return number


def _indexed(read: Read, rows: Iterable[sqlite3.Row]) -> Iterator[Indexed]:
    """The terms under which claims are found; each text is read once for all of its claims in a row."""
    for _, together in groupby(rows, key=itemgetter("document")):
        claims = list(together)
        found = read("SELECT text FROM texts WHERE sha256 = :sha256", {"sha256": claims[0]["sha256"]})
        text = (found[0]["text"] if found else None) or ""
        printed = _around(
            *(claims[0][name] for name in ("title", "publisher")), spelled_date(claims[0]["date"])
        )
        for row in claims:
            said = text[row["sentence_start"] : row["sentence_end"]] or row["phrase"] or ""
            yield row["entry"], " ".join(terms(said)), printed + _around(row["credited"], row["canonical"])


def _around(*names: str | None) -> str:
    """The terms of what stands around a claim, each with a blank behind it."""
    return "".join(f"{term} " for name in names if name for term in terms(name))
