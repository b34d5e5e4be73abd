"""What do recorded claims tell, as they are held against what is asked?

A claim tells its sentence, in which its own number stands; its title, its outlet, its date
and whoever is credited stand around it. A claim that was amended tells what it now holds;
one that was withdrawn tells nothing. Sentence vectors are derived, kept beside the claims
with the name of the model, and made again where they are missing.

Callers: `desk`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from factcheck.agreement.matching.found import Recorded
from factcheck.agreement.matching.profiles import Telling
from factcheck.agreement.matching.terms import spelled_date
from factcheck.ledger.claims import Filed, filed_of
from factcheck.ledger.revisions import holdings
from factcheck.ledger.store import Change, Ledger
from factcheck.ledger.tables import canonical
from factcheck.model import Claim, Span

_FROM = """
FROM claims AS c
JOIN documents AS d ON d.id = c.document
JOIN texts AS t ON t.sha256 = d.sha256
LEFT JOIN states AS st ON st.entry = c.entry
LEFT JOIN sources AS s ON s.id = CASE WHEN st.revised IS NULL THEN c.source ELSE st.source END
"""
_TOLD = f"""
SELECT c.*, d.title, d.publisher, d.date, s.name AS source_name,
  substr(t.text, c.sentence_start + 1, c.sentence_end - c.sentence_start) AS sentence
{_FROM}
"""
_WANTED = "IN (SELECT value FROM json_each(:wanted)) ORDER BY c.entry"
_BY_ENTRY = f"{_TOLD} WHERE c.entry {_WANTED}"
_IN_SHORT = f"""
SELECT c.entry, c.phrase, c.credited, c.canonical, d.title, d.publisher, d.date, s.name AS source_name,
  substr(t.text, c.sentence_start + 1, c.sentence_end - c.sentence_start) AS sentence
{_FROM} WHERE NOT coalesce(st.withdrawn, 0) AND c.entry {_WANTED}
"""
_BY_ID = f"{_TOLD} WHERE c.id {_WANTED}"
_KEPT = """
SELECT entry, vector FROM claim_vectors
WHERE model = :model AND entry IN (SELECT value FROM json_each(:wanted))
"""
_KEEPING = "INSERT OR REPLACE INTO claim_vectors (entry, model, vector) VALUES (?, ?, ?)"


def told_at(ledger: Ledger, entries: Iterable[int]) -> dict[int, Telling]:
    """What the claims with these entries tell in words, of those that were not withdrawn."""
    rows = ledger.rows(_IN_SHORT, {"wanted": canonical(list(entries))})
    names = ("source_name", "canonical", "credited")
    return {row["entry"]: _in_words(row, [row[name] for name in names]) for row in rows}


def recorded_at(ledger: Ledger, entries: Iterable[int]) -> dict[int, Recorded]:
    """The claims with these entries that were not withdrawn."""
    return {one.entry: one for one in _recorded(ledger, _BY_ENTRY, list(entries))}


def recorded_as(ledger: Ledger, ids: Iterable[str]) -> tuple[Recorded, ...]:
    """The claims with these ids that were not withdrawn, in the order of recording."""
    return tuple(_recorded(ledger, _BY_ID, list(ids)))


def kept_vectors(ledger: Ledger, model: str, entries: Iterable[int]) -> dict[int, bytes]:
    """The vectors that were kept of these claims, made by this model."""
    rows = ledger.rows(_KEPT, {"model": model, "wanted": canonical(list(entries))})
    return {row["entry"]: row["vector"] for row in rows}


def keep_vectors(change: Change, model: str, vectors: Mapping[int, bytes]) -> None:
    """Keep the vectors of these claims; those of another model are replaced."""
    change.write(_KEEPING, [(entry, model, vector) for entry, vector in sorted(vectors.items())])


def _recorded(ledger: Ledger, sql: str, wanted: Sequence[int | str]) -> list[Recorded]:
    rows = ledger.rows(sql, {"wanted": canonical(wanted)})
    held = holdings(ledger, "claim", [row["id"] for row in rows]) if rows else {}
    filed = [(row, filed_of(row, held.get(row["id"]))) for row in rows]
    return [_of_row(row, one) for row, one in filed if not one.withdrawn]


def _of_row(row: sqlite3.Row, filed: Filed) -> Recorded:
    claim = filed.claim
    return Recorded(
        row["entry"],
        claim,
        filed.document,
        _telling(row, claim),
        outlet=row["publisher"],
        date=row["date"],
        source=row["source_name"] or claim.attribution.source,
    )


def _telling(row: sqlite3.Row, claim: Claim) -> Telling:
    """What a claim tells, with its own number and where that stands."""
    sentence, credit = claim.sentence_span, claim.attribution
    start = claim.span.start - sentence.start
    inside = bool(row["sentence"]) and sentence.covers(claim.span)
    return replace(
        _in_words(row, (row["source_name"], credit.canonical, credit.source)),
        quantity=claim.quantity,
        span=Span(start, start + claim.span.end - claim.span.start) if inside else None,
        denied=credit.polarity == "denied",
    )


def _in_words(row: sqlite3.Row, names: Iterable[str | None]) -> Telling:
    return Telling(
        said=row["sentence"] or row["phrase"],
        title=row["title"] or "",
        around=" ".join(filter(None, (row["publisher"], spelled_date(row["date"])))),
        sources=tuple(dict.fromkeys(name for name in names if name)),
    )
