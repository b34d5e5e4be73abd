"""What does an article claim, and how does that get into the ledger?

Extraction looks and records nothing; recording stores the document with its claims and
sources in one transaction. Recording the same document again adds nothing.

Callers: cli.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from factcheck.desk.signature import Signature
from factcheck.desk.sources import by_name, credited_source
from factcheck.errors import FactcheckError
from factcheck.language.checkworthy import ranked, weighed
from factcheck.language.claims import extract
from factcheck.ledger.claims import add_claims
from factcheck.ledger.documents import add_document
from factcheck.ledger.store import Ledger
from factcheck.model import Document, Extract, identify
from factcheck.reading.files import read_documents


@dataclass(frozen=True, slots=True)
class Recorded:
    """What recording one document did: `added` claims are new, the others were there already."""

    extract: Extract
    added: int
    new_document: bool


def extract_all(paths: list[str], *, rank: bool = False) -> Iterator[Extract | FactcheckError]:
    """The extract of each document that the paths hold, or the error that stands in its place.

    Its claims stand in the order of the text, or with `rank` the ones most worth checking first.
    """
    in_order = ranked if rank else weighed
    for document in read_documents(paths):
        yield document if isinstance(document, FactcheckError) else in_order(extract(document))


def published(document: Document, publisher: str | None, date: str | None, url: str | None) -> Document:
    """The document as published; another publisher or URL makes it another document."""
    return replace(
        document,
        id=identify("document", document.sha256, publisher, url),
        publisher=publisher,
        date=date,
        url=url,
    )


def record(ledger: Ledger, document: Document, signature: Signature) -> Recorded:
    """Record a document with all its claims, or nothing of it."""
    found = extract(document)
    introduced = by_name(document.text)
    with signature.change(ledger, "record") as change:
        new_document = add_document(change, document, reader=change.version)
        sources = [credited_source(change, claim.attribution, introduced) for claim in found.claims]
        ids = [source.id if source else None for source in sources]
        added = add_claims(change, document, zip(found.claims, ids, strict=True))
    return Recorded(found, added, new_document)
