"""How are words taken out of a ledger that a court or a person's safety demands?

The words are blanked; the hashes of them stay, so the chain of events still verifies and
still proves what was there. An event that names the record comes first, with the reason;
the triggers allow nothing else. Copies, backups and exports keep what they hold: nobody
but their keepers can take it from there.

Callers: `desk`.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.ledger.candidates import unindex_claims
from factcheck.ledger.claims import claims_of
from factcheck.ledger.store import Change
from factcheck.ledger.tables import CITATIONS, CLAIMS, DOCUMENTS, REVISIONS, Table

VERB = "redact"
_EMPTY = {
    **dict.fromkeys(("surface", "phrase", "passage", "reason"), ""),
    "via": "[]",
    "words": "{}",
}


def redact_document(change: Change, document_id: str, reason: str) -> int:
    """Blank a document: text, title, and the words of its claims; how many claims there are.

    Other documents that share the text lose it, too.
    """
    row = change.ledger.rows("SELECT sha256 FROM documents WHERE id = :id", {"id": document_id})[0]
    claims = [filed.claim.id for filed in claims_of(change.ledger, document_id, withdrawn=True)]
    unindex_claims(change, document_id)
    for subject in (document_id, row["sha256"], *claims):
        change.event(subject, {"reason": reason})
    change.write("UPDATE texts SET text = NULL WHERE sha256 = :sha256", [{"sha256": row["sha256"]}])
    change.write(_blanking(DOCUMENTS, "id"), [{"owner": document_id}])
    change.write(_blanking(CLAIMS, "document"), [{"owner": document_id}])
    change.write(_blanking(REVISIONS, "subject"), [{"owner": subject} for subject in (document_id, *claims)])
    return len(claims)


def redact_citation(change: Change, citation_id: str, reason: str) -> None:
    """Blank the words of a citation: its passage, its note, and what was amended of them."""
    change.event(citation_id, {"reason": reason})
    _blank_citations(change, [{"owner": citation_id}])
    change.write(_blanking(REVISIONS, "subject"), [{"owner": citation_id}])


def redact_again(change: Change, subjects: Sequence[str]) -> None:
    """Blank what was redacted before, wherever a merge has brought words of it back."""
    owners = [{"owner": subject} for subject in subjects]
    change.write("UPDATE texts SET text = NULL WHERE sha256 = :owner AND text IS NOT NULL", owners)
    change.write(_blanking(DOCUMENTS, "id"), owners)
    change.write(_blanking(CLAIMS, "document"), owners)
    _blank_citations(change, owners)
    change.write(_blanking(REVISIONS, "subject"), owners)


def _blank_citations(change: Change, owners: Sequence[dict[str, str]]) -> None:
    change.write(_blanking(CITATIONS, "id", keep="stance_reason"), owners)
    stanced = "UPDATE citations SET stance_reason = '' WHERE id = :owner AND stance IS NOT NULL"
    change.write(stanced, owners)


def _blanking(table: Table, owner: str, keep: str = "") -> str:
    """The statement that blanks every column of a table that may quote somebody."""
    blanked = [name for name in table.quoted if name != keep]
    values = ", ".join(f"{name} = {_literal(_EMPTY.get(name))}" for name in blanked)
    return f"UPDATE {table.name} SET {values} WHERE {owner} = :owner"  # noqa: S608 - names of ours


def _literal(value: str | None) -> str:
    return "NULL" if value is None else f"'{value}'"
