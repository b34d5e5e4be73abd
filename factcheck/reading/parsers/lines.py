"""Which lines does a page of a PDF print, and where?

A PDF places pieces of text on a page; pypdf says where each line ends, and this module
keeps the place and the size of what it is made of. A mark that is set smaller than its
line, and high or low, becomes raised or lowered digits: a footnote's mark must not
lengthen the number before it. Ligatures become the letters that they join.

Runs in the child process. Callers: pdf, running, paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot
from typing import TYPE_CHECKING

from factcheck.reading.canonical import lowered, raised

if TYPE_CHECKING:
    from pypdf import PageObject

LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
SMALLER = 0.9  # of its line's size
LOW = 0.1  # of its line's size below the line
MARK = re.compile(r"[\s\d,+()\u2212-]*\d[\s\d,+()\u2212-]*")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text, where it begins, and its size in points; y grows upwards."""

    text: str
    x: float
    y: float
    size: float


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line: where it begins, the size of most of it, and the index of its page."""

    text: str
    x: float
    y: float
    size: float
    page: int


def lines_of(page: PageObject, index: int) -> list[Line]:
    """The lines of a page in the order in which the file prints them."""
    lines: list[Line] = []
    pieces: list[Piece] = []

    def place(
        text: str, matrix: Sequence[float], text_matrix: Sequence[float], _: object, size: float
    ) -> None:
        first, *others = text.split("\n")
        pieces.append(_piece(first, matrix, text_matrix, size))
        for other in others:
            lines.extend(_line(pieces, index))
            pieces[:] = [_piece(other, matrix, text_matrix, size)]

    page.extract_text(visitor_text=place)
    lines.extend(_line(pieces, index))
    return lines


def _piece(text: str, page: Sequence[float], own: Sequence[float], size: float) -> Piece:
    """A piece with its place; text that runs up or down the page is turned, as a reader turns it."""
    across = own[0] * page[0] + own[1] * page[2], own[0] * page[1] + own[1] * page[3]
    along = own[2] * page[0] + own[3] * page[2], own[2] * page[1] + own[3] * page[3]
    x = own[4] * page[0] + own[5] * page[2] + page[4]
    y = own[4] * page[1] + own[5] * page[3] + page[5]
    if abs(across[1]) > abs(across[0]):
        x, y = (y, -x) if across[1] > 0 else (-y, x)
    return Piece(text.translate(LIGATURES), x, y, size * hypot(*along))


def _line(pieces: Sequence[Piece], page: int) -> list[Line]:
    """The line that the pieces make, if there is anything in it."""
    printed = [piece for piece in pieces if piece.text.strip()]
    if not printed:
        return []
    most = max(printed, key=lambda piece: len(piece.text))
    text = "".join(_shifted(piece, most) for piece in pieces)
    return [Line(" ".join(text.split(" ")).strip(), printed[0].x, most.y, most.size, page)]


def _shifted(piece: Piece, line: Piece) -> str:
    """The text of a piece, raised or lowered if it is a mark set smaller than its line."""
    if piece.size >= SMALLER * line.size or not MARK.fullmatch(piece.text):
        return piece.text
    return lowered(piece.text) if piece.y < line.y - LOW * line.size else raised(piece.text)
