"""What was a document made from: which file, by which program, and where are its pages?

A text or Markdown file is its own canonical text and has no original. Of every other
file, the hash of its bytes is kept, how the text was made of them, who wrote it, and which
characters stand on which page, in which paragraph or cell.

Callers: `desk`.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from factcheck.ledger.store import Change, Ledger
from factcheck.ledger.tables import ORIGINALS, Stored, canonical
from factcheck.model import Span


@dataclass(frozen=True, slots=True)
class StoredPlace:
    """A stretch of the text and what it was in the file: the kind, the number and the label of the place.

    `at` is where the text refers to a footnote.
    """

    span: Span
    kind: str
    number: int
    label: str = ""
    at: int | None = None


@dataclass(frozen=True, slots=True)
class Original:
    """The file behind a document. `sha256` is that of its bytes; `places` stand in order of their spans."""

    sha256: str
    made: str
    author: str | None = None
    places: tuple[StoredPlace, ...] = ()


def add_original(change: Change, document_id: str, original: Original) -> bool:
    """Keep what a recorded document was made from; False if that is kept already."""
    if original_of(change.ledger, document_id) is not None:
        return False
    places = canonical([_place_values(one) for one in original.places])
    row = (document_id, original.sha256, original.made, original.author, places)
    change.add(ORIGINALS, [row], subject=document_id)
    return True


def original_of(ledger: Ledger, document_id: str) -> Original | None:
    """What a document was made from; None for a text that is its own original."""
    row = ledger.row("SELECT * FROM originals WHERE document = :document", {"document": document_id})
    if row is None:
        return None
    places = tuple(
        StoredPlace(Span(start, end), *others) for start, end, *others in json.loads(row["places"])
    )
    return Original(row["sha256"], row["made"], row["author"], places)


def _place_values(place: StoredPlace) -> list[Stored]:
    return [place.span.start, place.span.end, place.kind, place.number, place.label, place.at]
