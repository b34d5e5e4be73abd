"""How do the records of a ledger become lines of JSON, and how are they read back?

The first line says what this is, the last how many records there were, so that a file that
was cut is noticed even between two lines. Settings, the scale and sources come first; a
document is followed by its claims, and a claim by all that was said of it; judgements on
pairs come last. So both sides keep one document in memory, and every reference points back.

The reader believes nothing: a text must have the hash that it states, a claim must stand at
its characters, and a record must belong to the claim or document before it. Whatever is
wrong is Unreadable with its place, and then nothing of the file may be used.

Pure but for the stream. Callers: `desk`, for the export and import of records.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO, TextIO

from factcheck.errors import Unreadable
from factcheck.exchange.notation import SCHEMA_VERSION, json_text
from factcheck.exchange.strict_json import read_json_lines
from factcheck.exchange.transfer.codec import Misfit
from factcheck.exchange.transfer.records import (
    KIND_OF,
    Attached,
    Declared,
    Derived,
    Filed,
    Made,
    Placed,
    Record,
    codecs,
)
from factcheck.model import Decision, Document

HEADER = {"record": "header", "factcheck": "records", "schema_version": SCHEMA_VERSION}
SaidOfAClaim = Attached | Placed | Declared | Derived | Decision
HINT = "nothing was imported; export the records again with `factcheck export --format records`"


def write_records(records: Iterable[Record], out: TextIO) -> int:
    """Write the records, a line each, between a header and an end; how many there were."""
    known, count = codecs(), 0
    out.write(json_text(HEADER) + "\n")
    for record in records:
        kind = KIND_OF[type(record)]
        out.write(json_text({"record": kind, **known[kind].write(record)}) + "\n")
        count += 1
    out.write(json_text({"record": "end", "records": count}) + "\n")
    return count


def read_records(stream: BinaryIO, name: str) -> Iterator[Record]:
    """The records of a file, in order; `name` stands in messages. Raises Unreadable."""
    document, claims = None, set[str]()
    for where, kind, record in _framed(stream, name):
        try:
            if isinstance(record, Document):
                _check_text(record)
                document, claims = record, set()
            elif isinstance(record, Filed):
                _check_claim(record, document)
                claims.add(record.claim.id)
            elif isinstance(record, Made):
                _check_document(record.document, document)
            elif isinstance(record, SaidOfAClaim) and record.claim not in claims:
                raise Misfit(f"{record.claim!r:.40} is no claim of the document before it", "claim")
        except Misfit as misfit:
            raise _unreadable(where, kind, misfit) from None
        yield record


def _framed(stream: BinaryIO, name: str) -> Iterator[tuple[str, str, Record]]:
    """The records between header and end, each after its place and its kind."""
    known, count, ended = codecs(), -1, False
    for where, shape in _shapes(stream, name):
        kind = shape.pop("record", None)
        if ended:
            raise Unreadable(f"{where}: there is something after the end", HINT)
        if count < 0:
            _check_header(where, kind, shape)
        elif kind == "end":
            ended = True
            if shape != {"records": count}:
                raise Unreadable(f"{where}: {count} records came, and the file says {shape}", HINT)
        elif kind not in known:
            raise Unreadable(f"{where}: {kind!r:.40} is no kind of record", HINT)
        else:
            try:
                yield where, kind, known[kind].read(shape)
            except Misfit as misfit:
                raise _unreadable(where, kind, misfit) from None
        count += 1
    if not ended:
        raise Unreadable(f"{name}: ends without its last line: it was cut", HINT)


def _shapes(stream: BinaryIO, name: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """The object of each line, after its place."""
    for number, shape in read_json_lines(stream, name, HINT):
        if not isinstance(shape, dict):
            raise Unreadable(f"{name}:{number}:1: holds no JSON object", HINT)
        yield f"{name}:{number}:1", shape


def _unreadable(where: str, kind: str, misfit: Misfit) -> Unreadable:
    path = f"{kind}.{misfit.path}" if misfit.path else kind
    return Unreadable(f"{where}: {path}: {misfit.what}", HINT)


def _check_header(where: str, kind: object, shape: dict[str, Any]) -> None:
    if kind != "header" or shape.get("factcheck") != "records":
        raise Unreadable(f"{where}: is no export of records: its first line is no header", HINT)
    if shape.get("schema_version") != SCHEMA_VERSION:
        what = f"has version {shape.get('schema_version')!r:.20}, and this program reads {SCHEMA_VERSION}"
        raise Unreadable(f"{where}: {what}", "read it with the version of factcheck that wrote it")


def _check_text(document: Document) -> None:
    digest = hashlib.sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest()
    if document.text and digest != document.sha256:
        raise Misfit("the text does not have the hash that it states", "sha256")


def _check_document(named: str, document: Document | None) -> Document:
    if document is None or named != document.id:
        raise Misfit(f"{named!r:.40} is not the document before it", "document")
    return document


def _check_claim(filed: Filed, document: Document | None) -> None:
    claim, text = filed.claim, _check_document(filed.document, document).text
    if not text:  # it was redacted
        return
    for name, span, words in (
        ("surface", claim.span, claim.surface),
        ("phrase", claim.phrase_span, claim.phrase),
        ("sentence_span", claim.sentence_span, None),
    ):
        if span.end > len(text) or (words is not None and span.of(text) != words):
            raise Misfit(f"does not stand at {span.start}-{span.end} of the text", f"claim.{name}")
