"""How was the number at a place of a text, or of a recorded claim, read?

A place is an offset in code points, or line and column as editors count. A recorded claim
is read again in its own document; where the ledger holds it otherwise (a source declared
by hand, an older reader), the record is handed out beside the new reading.

Callers: cli.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from factcheck.errors import AskedWrongly, NotFound
from factcheck.language.claims import extract
from factcheck.language.explanations import Explanation, explain, nearest
from factcheck.ledger.claims import find_claim
from factcheck.ledger.documents import get_document
from factcheck.ledger.store import Ledger
from factcheck.model import Claim, Document
from factcheck.reading.files import read_document

# Matches "article.txt:1234", "C:\article.txt:12:40", "-:7"; not "sqnrv8z35m", "article.txt".
PLACE = re.compile(r"(?P<path>.+?):(?P<first>\d{1,12})(?::(?P<second>\d{1,12}))?", re.ASCII | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Place:
    """A place of a file: an offset, or a line and a column, both from 1."""

    path: str
    offset: int | None = None
    line: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True)
class Explained:
    """A reading explained; `recorded` is the claim as the ledger holds it, where it holds it otherwise."""

    reading: Explanation
    recorded: Claim | None = None


def place_of(text: str) -> Place | None:
    """The place that a text names; None where it names none, and so may be an id."""
    match = PLACE.fullmatch(text)
    if match is None:
        return None
    if match["second"] is None:
        return Place(match["path"], offset=int(match["first"]))
    return Place(match["path"], line=int(match["first"]), column=int(match["second"]))


def explain_place(place: Place) -> Explained:
    """How the number at a place of a file is read; NotFound, with the nearest number, where none stands."""
    document = read_document(place.path)
    offset = place.offset if place.offset is not None else offset_of(document.text, place.line, place.column)
    if offset >= len(document.text):
        hint = f"The text has {len(document.text)} characters; offsets count from 0."
        raise AskedWrongly(f"no such place: offset {offset}", hint)
    found = explain(document, offset)
    if found is None:
        raise NotFound(f"no number stands at offset {offset} of {place.path}", _nearest(document, offset))
    return Explained(found)


def explain_claim(ledger: Ledger, short_id: str) -> Explained:
    """How the number of a recorded claim is read today."""
    with ledger.snapshot():
        filed = find_claim(ledger, short_id)
        document = get_document(ledger, filed.document)
    found = explain(document, filed.claim.span.start)
    if found is None:
        hint = (
            "It was recorded by another version of the reader; extract the document to see what is read now."
        )
        raise NotFound(f"no number is read any more where claim {filed.claim.id} stands", hint)
    return Explained(found, None if _is_same(found.claim, filed.claim) else filed.claim)


def _is_same(read: Claim | None, recorded: Claim) -> bool:
    if read is None:
        return False
    said, says = recorded.attribution, read.attribution
    credited = (said.type, said.source, said.polarity) == (says.type, says.source, says.polarity)
    return credited and read.span == recorded.span and read.quantity == recorded.quantity


def offset_of(text: str, line: int, column: int) -> int:
    """The offset of a line and a column, both from 1; AskedWrongly where the text has no such place."""
    lines = text.split("\n")
    if not 1 <= line <= len(lines):
        raise AskedWrongly(f"no such place: line {line}", f"The text has {len(lines)} lines.")
    if not 1 <= column <= len(lines[line - 1]) + 1:
        hint = f"Line {line} has {len(lines[line - 1])} characters."
        raise AskedWrongly(f"no such place: line {line}, column {column}", hint)
    return sum(len(one) + 1 for one in lines[: line - 1]) + column - 1


def _nearest(document: Document, offset: int) -> str:
    span = nearest(extract(document), offset)
    if span is None:
        return "The text has no numbers."
    return f"The nearest number is “{span.of(document.text)}”, at {span.start}."
