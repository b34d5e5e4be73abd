"""How are words taken out of a ledger that a court or a person's safety demands?

The words are blanked; the hashes of them stay, so the chain of events still verifies and
still proves what was there. An event that names the record comes first, with the reason;
the triggers allow nothing else. Copies, backups and exports keep what they hold: nobody
but their keepers can take it from there.

Callers: `desk`.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.ledger.candidates import forget_index
from factcheck.ledger.store import Change, Ledger
from factcheck.ledger.tables import (
    ANCHORS,
    CITATIONS,
    CLAIMS,
    DOCUMENTS,
    ORIGINALS,
    REVISIONS,
    VARIANTS,
    Table,
    canonical,
)

VERB = "redact"
_EMPTY = {
    **dict.fromkeys(("surface", "phrase", "passage", "reason"), ""),
    **dict.fromkeys(("via", "places"), "[]"),
    "words": "{}",
}
# Which table's words go with which owner; a citation's stance keeps its reason, if an empty one.
_OWNED = (
    *((DOCUMENTS, "id"), (CLAIMS, "document"), (ORIGINALS, "document"), (ANCHORS, "citation")),
    *((REVISIONS, "subject"), (VARIANTS, "subject")),
)
_REASONS = "SELECT subject, content FROM events WHERE verb = 'redact' ORDER BY entry"
# What belongs to a redacted text or document and is named by no event yet, and what it belongs to.
_DOCUMENTS = """
SELECT id, sha256 AS owner FROM documents
WHERE sha256 IN (SELECT subject FROM events WHERE verb = 'redact')
  AND id NOT IN (SELECT subject FROM events WHERE verb = 'redact') ORDER BY entry
"""
_CLAIMS = """
SELECT id, document AS owner FROM claims
WHERE document IN (SELECT subject FROM events WHERE verb = 'redact')
  AND id NOT IN (SELECT subject FROM events WHERE verb = 'redact') ORDER BY entry
"""
_HELD_AGAIN = """
SELECT 1 FROM texts
WHERE text IS NOT NULL AND sha256 IN (SELECT subject FROM events WHERE verb = 'redact')
"""
_WORDLESS = """
SELECT id FROM claims WHERE document IN (SELECT id FROM documents WHERE sha256 = :sha256) ORDER BY entry
"""

# What people wrote of these claims and citations in their own words, and the names of their sources.
_LEFT = """
SELECT 'citation' AS noun, id FROM citations WHERE claim IN (SELECT value FROM json_each(:claims))
  AND id NOT IN (SELECT subject FROM events WHERE verb = 'redact')
UNION ALL SELECT 'decision', id FROM decisions WHERE claim IN (SELECT value FROM json_each(:claims))
  AND coalesce(because, correction) IS NOT NULL
UNION ALL SELECT 'declaration', id FROM measurands
  WHERE claim IN (SELECT value FROM json_each(:claims)) OR citation = :citation
UNION ALL SELECT 'derivation', id FROM derivations
  WHERE claim IN (SELECT value FROM json_each(:claims)) OR citation = :citation
UNION ALL SELECT 'judgement', id FROM judgements
  WHERE one IN (SELECT value FROM json_each(:claims)) OR other IN (SELECT value FROM json_each(:claims))
UNION SELECT 'source', source FROM claims
  WHERE id IN (SELECT value FROM json_each(:claims)) AND source IS NOT NULL
UNION SELECT 'source', source FROM citations WHERE id = :citation
ORDER BY noun, id
"""


@dataclass(frozen=True, slots=True)
class Left:
    """A record that may hold the words as well, and was not blanked: somebody has to look."""

    noun: str
    id: str


def redact_document(change: Change, document_id: str, reason: str) -> tuple[str, ...]:
    """Blank a document: text, title, and the words of its claims; the claims that lost their words.

    Other documents that hold the very same text are blanked with it.
    """
    sha256 = change.ledger.rows("SELECT sha256 FROM documents WHERE id = :id", {"id": document_id})[0][0]
    for subject in (document_id, sha256):
        change.event(subject, {"reason": reason})
    forget_index(change)
    _blank(change, [document_id, sha256, *_name_what_belongs(change)])
    return tuple(row["id"] for row in change.ledger.rows(_WORDLESS, {"sha256": sha256}))


def redact_citation(change: Change, citation_id: str, reason: str) -> None:
    """Blank the words of a citation: its passage, its note, what stood around it, and what was amended."""
    change.event(citation_id, {"reason": reason})
    _blank(change, [citation_id])


def left(ledger: Ledger, claims: Sequence[str], citation: str | None = None) -> tuple[Left, ...]:
    """What may still hold words that were blanked of these claims, or of a citation."""
    rows = ledger.rows(_LEFT, {"claims": canonical(claims), "citation": citation})
    return tuple(Left(row["noun"], row["id"]) for row in rows)


def redact_again(change: Change) -> None:
    """Blank what was redacted before, wherever a merge has brought words of it back."""
    if change.ledger.row(_HELD_AGAIN) is not None:
        forget_index(change)
    _name_what_belongs(change)
    _blank(change, [row["subject"] for row in change.ledger.rows(_REASONS)])


def _name_what_belongs(change: Change) -> list[str]:
    """Append the events that redact what belongs to a redacted text or document; the records they name."""
    named = []
    for belonging in (_DOCUMENTS, _CLAIMS):
        reasons = {row["subject"]: row["content"] for row in change.ledger.rows(_REASONS)}
        for row in change.ledger.rows(belonging):
            change.event(row["id"], json.loads(reasons[row["owner"]]), verb=VERB)
            named.append(row["id"])
    return named


def _blank(change: Change, subjects: Sequence[str]) -> None:
    """Blank the words of everything that these redacted texts, documents, claims and citations own."""
    owners = [{"owner": subject} for subject in subjects]
    change.write("UPDATE texts SET text = NULL WHERE sha256 = :owner AND text IS NOT NULL", owners)
    for table, owner in _OWNED:
        change.write(_blanking(table, owner), owners)
    change.write(_blanking(CITATIONS, "id", keep="stance_reason"), owners)
    stanced = "UPDATE citations SET stance_reason = '' WHERE id = :owner AND stance IS NOT NULL"
    change.write(stanced, owners)
    vectors = "DELETE FROM claim_vectors WHERE entry = (SELECT entry FROM claims WHERE id = :owner)"
    change.write(vectors, owners)


def _blanking(table: Table, owner: str, keep: str = "") -> str:
    """The statement that blanks every column of a table that may quote somebody."""
    blanked = [name for name in table.quoted if name != keep]
    values = ", ".join(f"{name} = {_literal(_EMPTY.get(name))}" for name in blanked)
    return f"UPDATE {table.name} SET {values} WHERE {owner} = :owner"  # noqa: S608 - names of ours


def _literal(value: str | None) -> str:
    return "NULL" if value is None else f"'{value}'"
