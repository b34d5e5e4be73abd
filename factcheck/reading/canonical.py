"""How is the canonical text of a page, a PDF or a Word file put together?

From paragraphs, two line ends apart, in the order of reading; while it grows, stretches
of it are marked as places of the original. Once a character is written, it stands: offsets
are never moved, which is why nothing is trimmed or replaced afterwards.

What no text may hold goes in as U+FFFD (half a surrogate pair, NUL), one for one.
Callers: the parsers.
"""

from __future__ import annotations

import re

from factcheck.model import Span
from factcheck.reading.places import Place, PlaceKind, in_order

BETWEEN_PARAGRAPHS = "\n\n"
NO_CHARACTER = re.compile("[\x00\ud800-\udfff]")

_RAISED = str.maketrans("0123456789+-()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾")
_LOWERED = str.maketrans("0123456789+-()", "₀₁₂₃₄₅₆₇₈₉₊₋₍₎")


def raised(text: str) -> str:
    """The text with its digits as superscripts: a footnote's mark must not lengthen a number."""
    return text.translate(_RAISED)


def lowered(text: str) -> str:
    """The text with its digits as subscripts."""
    return text.translate(_LOWERED)


def one_line(text: str | None) -> str | None:
    """What a file says of itself, as one line without what no text may hold; None where it says nothing."""
    return NO_CHARACTER.sub("\ufffd", " ".join((text or "").split())) or None


class CanonicalText:
    """The canonical text in the making: what is written stays where it stands."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._places: list[Place] = []
        self._ended = False
        self.length = 0

    @property
    def next(self) -> int:
        """Where the next character will stand."""
        return self.length + (len(BETWEEN_PARAGRAPHS) if self._ended and self.length else 0)

    @property
    def text(self) -> str:
        """What is written so far."""
        return "".join(self._pieces)

    def write(self, text: str) -> None:
        """Go on with the paragraph, or begin one; blanks at its beginning are left out."""
        if self._ended or not self.length:
            text = text.lstrip()
        if not text:
            return
        if self._ended and self.length:
            self._add(BETWEEN_PARAGRAPHS)
        self._ended = False
        self._add(NO_CHARACTER.sub("\ufffd", text))

    def end_paragraph(self) -> None:
        """Let the next character begin a paragraph."""
        self._ended = True

    def mark(
        self, start: int, kind: PlaceKind, number: int, label: str = "", *, at: int | None = None
    ) -> Span | None:
        """Mark what was written from `start` on as one place; None where that is nothing."""
        if start >= self.length:
            return None
        span = Span(start, self.length)
        self._places.append(Place(span, kind, number, label, at))
        return span

    def places(self) -> tuple[Place, ...]:
        """The places that were marked, in order."""
        return in_order(self._places)

    def _add(self, piece: str) -> None:
        self._pieces.append(piece)
        self.length += len(piece)
