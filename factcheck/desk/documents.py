"""How do an article's claims get into the ledger?

Recording stores the document with its claims and
sources in one transaction, whole or not at all; a document that is recorded already is not
read again (`rereading.py` does that), so a long run that was interrupted goes on where it
was. Many documents are recorded a few at a time, and read while nobody waits for the file.

Callers: cli.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from factcheck.desk.claims import Publication
from factcheck.desk.signature import Signature
from factcheck.desk.sources import by_name, credited_source
from factcheck.desk.withdrawals import still_withdrawn
from factcheck.language.claims import extract
from factcheck.ledger.claims import add_all_claims, claims_of
from factcheck.ledger.documents import add_documents, is_recorded
from factcheck.ledger.originals import Original, StoredPlace, add_original
from factcheck.ledger.store import Change, Ledger
from factcheck.model import Claim, Document, Extract, identify
from factcheck.reading.readings import Reading

DOCUMENTS_AT_ONCE, CLAIMS_AT_ONCE = 16, 2000


@dataclass(frozen=True, slots=True)
class Recorded:
    """What recording one document did: `added` claims are new, the others were there already.

    `warnings` say what is odd about that.
    """

    extract: Extract
    added: int
    new_document: bool
    warnings: tuple[str, ...] = ()


def published(document: Document, publisher: str | None, date: str | None, url: str | None) -> Document:
    """The document as published; another publisher or URL makes it another document."""
    return replace(
        document,
        id=identify("document", document.sha256, publisher, url),
        publisher=publisher,
        date=date,
        url=url,
    )


def as_printed(reading: Reading, printed: Publication) -> Reading:
    """The reading, published as a person says, else as the file says of itself."""
    document = reading.document
    outlet, date = printed.outlet or document.publisher, printed.date or document.date
    return replace(reading, document=published(document, outlet, date, printed.url or document.url))


def record(ledger: Ledger, document: Document, signature: Signature) -> Recorded:
    """Record a document with all its claims, or nothing of it."""
    found = extract(document)
    with signature.change(ledger, "record") as change:
        return record_within(change, found, None)


def record_all(
    ledger: Ledger, readings: Iterable[Reading], signature_now: Callable[[], Signature]
) -> Iterator[Recorded]:
    """Record what was read, a few documents in each transaction; each is told of when it is safe."""
    waiting: list[tuple[Extract, Reading]] = []
    for reading in readings:
        document = reading.document
        if any(found.document.id == document.id for found, _ in waiting):  # one text, in two files
            yield from _record(ledger, waiting, signature_now())
            waiting = []
        if is_recorded(ledger, document.id):
            gone = tuple(still_withdrawn(ledger, "document", document.id))
            yield Recorded(Extract(document, _known(ledger, document.id), ()), 0, False, gone)
            continue
        waiting.append((extract(document), reading))
        if (
            len(waiting) >= DOCUMENTS_AT_ONCE
            or sum(len(found.claims) for found, _ in waiting) >= CLAIMS_AT_ONCE
        ):
            yield from _record(ledger, waiting, signature_now())
            waiting = []
    if waiting:
        yield from _record(ledger, waiting, signature_now())


def _record(
    ledger: Ledger, waiting: Sequence[tuple[Extract, Reading]], signature: Signature
) -> tuple[Recorded, ...]:
    with signature.change(ledger, "record") as change:
        return _record_within(change, [(found, original_of(reading)) for found, reading in waiting])


def record_within(change: Change, found: Extract, original: Original | None) -> Recorded:
    """Record one document within the caller's change."""
    return _record_within(change, [(found, original)])[0]


def _record_within(change: Change, read: Sequence[tuple[Extract, Original | None]]) -> tuple[Recorded, ...]:
    """Record a few documents: all of them, then the sources that they name, then their claims."""
    new = add_documents(change, [found.document for found, _ in read], reader=change.version)
    for found, original in read:
        if original is not None and found.document.id in new:
            add_original(change, found.document.id, original)
    told = [(found.document, tuple(_sourced(change, found))) for found, _ in read]
    return tuple(
        Recorded(found, added, found.document.id in new)
        for (found, _), added in zip(read, add_all_claims(change, told), strict=True)
    )


def _sourced(change: Change, found: Extract) -> Iterator[tuple[Claim, str | None]]:
    """The claims of a text, each with the id of the source that it is credited to, if it has one."""
    introduced = by_name(found.document.text)
    for claim in found.claims:
        source = credited_source(change, claim.attribution, introduced)
        yield claim, source.id if source else None


def as_read(reading: Reading) -> tuple[Extract, Original | None]:
    """What `record_within` wants of a reading: its extract, and the file behind it."""
    return extract(reading.document), original_of(reading)


def original_of(reading: Reading) -> Original | None:
    """The file behind a document; None for a text that is its own original."""
    if reading.original_sha256 == reading.document.sha256:
        return None
    places = tuple(StoredPlace(one.span, one.kind, one.number, one.label, one.at) for one in reading.places)
    return Original(reading.original_sha256, reading.made, reading.author, places)


def _known(ledger: Ledger, document_id: str) -> tuple[Claim, ...]:
    return tuple(filed.claim for filed in claims_of(ledger, document_id))
