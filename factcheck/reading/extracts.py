"""What does a parser find in the bytes of a file?

The canonical text, made once, with its places and comments, and what the file says of
itself.

Pure values. Callers: the parsers; confined, which carries them over; files.
"""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.model import Notice, Span
from factcheck.reading.places import Place


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
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    date: str | None = None
    url: str | None = None
    places: tuple[Place, ...] = ()
    comments: tuple[Comment, ...] = ()
    notices: tuple[Notice, ...] = ()
