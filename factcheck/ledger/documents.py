"""Which texts have been recorded?

A document is stored once, with its text beside it under its SHA-256; two outlets that
print the same text share it. Recording the same document again adds nothing.

Callers: `desk`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Sequence

from factcheck.errors import AskedWrongly, IntegrityFailure
from factcheck.ledger.ids import full_id
from factcheck.ledger.revisions import gone_among, holdings, revised
from factcheck.ledger.rows import Columns
from factcheck.ledger.store import Change, Ledger
from factcheck.ledger.tables import DOCUMENTS, Stored, canonical
from factcheck.model import Document

_BATCH = 1000
EMPTY = hashlib.sha256(b"").hexdigest()  # of a text that never had a word; a redacted one keeps its own


def add_documents(change: Change, documents: Iterable[Document], *, reader: str) -> set[str]:
    """Record documents and their texts; the ids of the new ones. `reader` says which program read them.

    An event states each.
    """
    asked = {document.id: document for document in documents}
    _keep_texts(change, asked.values())
    held = "SELECT id, sha256 FROM documents WHERE id IN (SELECT value FROM json_each(:ids))"
    for row in change.ledger.rows(held, {"ids": canonical([*asked])}):
        if row["sha256"] != asked.pop(row["id"]).sha256:
            raise IntegrityFailure(
                f"two documents share the id {row['id']}", "report this: ids must be unique"
            )
    recorded = (change.at, change.who, reader)
    change.add_each(DOCUMENTS, [(new.id, [_values(new, recorded)]) for new in asked.values()])
    return set(asked)


def add_document(change: Change, document: Document, *, reader: str) -> bool:
    """Record a document and its text; False if it was there already."""
    return document.id in add_documents(change, [document], reader=reader)


def is_recorded(ledger: Ledger, document_id: str) -> bool:
    """Whether a document with exactly this id is there."""
    return ledger.row("SELECT 1 FROM documents WHERE id = :id", {"id": document_id}) is not None


def document_ids(ledger: Ledger) -> Iterator[str]:
    """The ids of the documents that stand, in the order of recording."""
    after = 0
    page_of = "SELECT entry, id FROM documents WHERE entry > :after ORDER BY entry LIMIT :limit"
    while page := ledger.rows(page_of, {"after": after, "limit": _BATCH}):
        ids = [row["id"] for row in page]
        gone = gone_among(ledger.rows, "document", ids)
        yield from (document_id for document_id in ids if document_id not in gone)
        after = page[-1]["entry"]


def get_document(ledger: Ledger, document_id: str) -> Document:
    """The document with this id, which may be shortened."""
    known = full_id(ledger, "document", document_id)
    return documents_with(ledger, [known])[known]


def documents_with(ledger: Ledger, ids: Sequence[str]) -> dict[str, Document]:
    """The documents with exactly these ids, of those that are there."""
    held = holdings(ledger, "document", ids)
    these = """
    SELECT d.*, t.text FROM documents AS d JOIN texts AS t USING (sha256)
    WHERE d.id IN (SELECT value FROM json_each(:ids))
    """
    read = ledger.values(
        lambda row: _read_document(revised(row, held.get(row["id"]))), these, {"ids": canonical(ids)}
    )
    return {document.id: document for document in read}


def find_document(ledger: Ledger, text: str) -> Document:
    """The document that was recorded from this path, or whose id is, or begins with, this."""
    at_path = ledger.rows(
        "SELECT id FROM documents WHERE path = :path ORDER BY entry LIMIT 2", {"path": text}
    )
    if len(at_path) > 1:
        raise AskedWrongly(f"several documents were recorded from {text}", "name one of them by its id")
    return get_document(ledger, at_path[0]["id"] if at_path else text)


def _keep_texts(change: Change, documents: Collection[Document]) -> None:
    """Store texts under their hashes, but for those that are there; one that was redacted is refused.

    A document that was redacted before it came here has lost its words, and keeps its hash.
    """
    texts = {document.sha256: _text_of(document) for document in documents}
    held = "SELECT sha256, text IS NULL FROM texts WHERE sha256 IN (SELECT value FROM json_each(:hashes))"
    for sha256, redacted in change.ledger.rows(held, {"hashes": canonical([*texts])}):
        if redacted and texts[sha256] is not None:
            what = f"the text of {sha256[:12]} was redacted, and must not be kept"
            raise AskedWrongly(what, "`factcheck audit log` says who redacted it, and when.")
        del texts[sha256]
    change.write("INSERT INTO texts (sha256, text) VALUES (?, ?)", list(texts.items()))
    for sha256 in (sha256 for sha256, text in texts.items() if text is None):
        change.event(sha256, {"reason": "redacted before it came here"}, verb="redact")


def _text_of(document: Document) -> str | None:
    """The text, which has the hash that the document states; None of one that was redacted."""
    if not document.text and document.sha256 != EMPTY:
        return None
    try:
        actual = hashlib.sha256(document.text.encode("utf-8")).hexdigest()
    except UnicodeEncodeError:
        actual = document.sha256  # half a surrogate pair: the insertion refuses it in our words
    if actual != document.sha256:
        raise ValueError(f"the document {document.id} does not have the hash that it states")
    return document.text


def _values(document: Document, recorded: tuple[str, str, str]) -> tuple[Stored, ...]:
    """The columns of `tables.DOCUMENTS`; `recorded` is when, by whom, with which reader."""
    return (
        document.id,
        document.sha256,
        document.path,
        document.publisher,
        document.date,
        document.url,
        document.media_type,
        len(document.text),
        *recorded,
        document.title,
    )


def _read_document(row: Columns) -> Document:
    """The document of a row of `documents` joined with its `text`; a redacted text is empty."""
    return Document(
        id=row["id"],
        text=row["text"] or "",
        sha256=row["sha256"],
        path=row["path"],
        title=row["title"],
        publisher=row["publisher"],
        date=row["date"],
        url=row["url"],
        media_type=row["media_type"],
    )
