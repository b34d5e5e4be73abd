"""What was read from a file, and how?

A `Reading` is a document with what leads back from it to the original. What cannot be
read is `Refused`, whose sentence still wants the name of the file.

Pure values, in a module that loads no other of this package: a plain text wants no more.
Callers: everything in `reading`; desk, which stores them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.model import Document, Notice

if TYPE_CHECKING:
    from factcheck.reading.extracts import Comment
    from factcheck.reading.places import Place


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
