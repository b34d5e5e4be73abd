"""What was read from a file, and from where in it?

A parser answers with `Extracted`: the canonical text, made once, with its places and
comments, and what the file says of itself. `Reading` is that with the document made of
it. What cannot be read is `Refused`, whose sentence still wants the name of the file.

Pure values. Callers: everything in `reading`; desk, which stores them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from factcheck.model import Document, Notice, Span

PlaceKind = Literal["page", "paragraph", "element", "footnote", "cell"]
PLACE_KINDS: tuple[PlaceKind, ...] = ("page", "paragraph", "element", "footnote", "cell")  # the outer first


@dataclass(frozen=True, slots=True)
class Place:
    """A part of the original, and the stretch of the canonical text that came from it.

    `number` counts the parts of a kind from 1, so a page's is its index. `label` is what is
    printed on a page ("xii"), the style of a paragraph ("Heading 1"), the tag of an element
    ("h2"), the mark of a footnote ("1"), or where a cell stands ("table 1, row 2, column 3").
    `at` is where the text refers to a footnote: the offset after the word that carries its mark.
    """

    span: Span
    kind: PlaceKind
    number: int
    label: str = ""
    at: int | None = None


@dataclass(frozen=True, slots=True)
class Comment:
    """What somebody wrote in the margin, of which characters, and what others answered.

    `date` is as the file has it ("2024-05-06T10:00:00Z"). A comment that is set at a point is
    anchored in its paragraph; one whose text is gone has no anchor.
    """

    text: str
    author: str | None = None
    date: str | None = None
    anchor: Span | None = None
    resolved: bool = False
    replies: tuple[Comment, ...] = ()


@dataclass(frozen=True, slots=True)
class Extracted:
    """What a parser found in the bytes of a file; `made` says in one line how the text was made."""

    text: str
    made: str
    media_type: str = "text/plain"
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    date: str | None = None
    url: str | None = None
    places: tuple[Place, ...] = ()
    comments: tuple[Comment, ...] = ()
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """A document with how it was made, from which bytes, and what leads back into the original."""

    document: Document
    author: str | None
    made: str
    original_sha256: str
    places: tuple[Place, ...] = ()
    comments: tuple[Comment, ...] = ()
    notices: tuple[Notice, ...] = ()


class Refused(Exception):
    """Why a file cannot be read: a word for it, what is to be said of the file, and what to do.

    Said of notes.docx: "encrypted: notes.docx is locked with a password".
    """

    def __init__(self, word: str, says: str, hint: str) -> None:
        super().__init__(word, says, hint)
        self.word = word
        self.says = says
        self.hint = hint


def in_order(places: Sequence[Place]) -> tuple[Place, ...]:
    """The places by where they begin, an outer one before those inside it."""
    return tuple(sorted(places, key=lambda one: (one.span.start, -one.span.end, PLACE_KINDS.index(one.kind))))


def place_of(places: Sequence[Place], offset: int, kind: PlaceKind | None = None) -> Place | None:
    """The innermost place, or the innermost of one kind, that holds a character of the text.

    `places` are in the order in which a reading has them.
    """
    after = bisect_right(places, offset, key=lambda place: place.span.start)
    held = (place for place in reversed(places[:after]) if offset < place.span.end)
    return next((place for place in held if kind is None or place.kind == kind), None)
