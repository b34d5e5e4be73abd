"""Which record does a shortened id mean?

Any id may be shortened as long as it stays unique among the records of its kind. Ids
themselves come from `model.identity`; capitals and the letters that Crockford's
alphabet leaves out (O for 0, I and L for 1) are understood.

Callers: `documents`, `claims`, `citations`, `sources`.
"""

from __future__ import annotations

from factcheck.errors import AskedWrongly, NotFound
from factcheck.ledger.store import Ledger

_READ_AS = str.maketrans("oil", "011")
_LISTED = 10

_LOOKUPS = {
    "claim": (
        "SELECT id, phrase FROM claims WHERE id >= :short AND id < :after ORDER BY id LIMIT :limit",
        "`factcheck list` shows the ids",
    ),
    "citation": (
        "SELECT id, passage FROM citations WHERE id >= :short AND id < :after ORDER BY id LIMIT :limit",
        "`factcheck show CLAIM` shows the ids of its citations",
    ),
    "document": (
        "SELECT id, coalesce(title, path, '') FROM documents "
        "WHERE id >= :short AND id < :after ORDER BY id LIMIT :limit",
        "`factcheck list` shows the documents",
    ),
    "source": (
        "SELECT id, name FROM sources WHERE id >= :short AND id < :after ORDER BY id LIMIT :limit",
        "`factcheck source list` shows the ids",
    ),
}


def full_id(ledger: Ledger, noun: str, short: str) -> str:
    """The id of the one record of this kind (a key of `_LOOKUPS`) whose id begins so.

    None raises NotFound; several raise AskedWrongly, which lists them.
    """
    sql, hint = _LOOKUPS[noun]
    found = _candidates(ledger, sql, short.strip()) if short.strip() else []
    if not found:
        raise NotFound(f"there is no {noun} {short!r}", hint)
    if len(found) == 1:
        return found[0][0]
    listed = "; ".join(f"{identity} {_brief(words)}".rstrip() for identity, words in found[:_LISTED])
    more = "; ..." if len(found) > _LISTED else ""
    raise AskedWrongly(
        f"{short!r} is the beginning of several {noun}s: {listed}{more}", "give more characters"
    )


def _candidates(ledger: Ledger, sql: str, short: str) -> list[tuple[str, str]]:
    """Ids and first words of the records whose id begins so, as it stands or as Crockford reads it."""
    for spelling in dict.fromkeys((short, short.lower(), short.lower().translate(_READ_AS))):
        span = {"short": spelling, "after": f"{spelling}\U0010ffff", "limit": _LISTED + 1}
        if found := ledger.rows(sql, span):
            whole = found[:1] if found[0][0] == spelling else found
            return [(str(row[0]), str(row[1])) for row in whole]
    return []


def _brief(words: str) -> str:
    """The beginning of a text on one line, in quotation marks."""
    line = " ".join(words.split())
    return f"({line[:40]}...)" if len(line) > 40 else f"({line})" if line else ""
