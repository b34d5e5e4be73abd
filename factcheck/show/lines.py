"""What is a printed page made of, before anybody decides on colours?

A page is lines, a line is segments, and a segment is a safe text with a role: what it is,
never how it looks. The layout (widths, wrapping, cutting) is done here, in terminal cells,
so that a terminal, a pipe and a picture show the same thing. Colour is added at the very
end, by `console`, and carries no meaning that the text does not carry as well.

Pure. Callers: the renderers of this package.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from factcheck.show.safe import UNSAFE, one_line, safe_text

Role = Literal[
    "plain",
    "heading",
    "number",
    "source",
    "muted",
    "claim",
    "band",
    "corroborates",
    "compatible",
    "conflicts",
    "warning",
]
ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Segment:
    """A text on one line and what it is; made safe at birth."""

    text: str
    role: Role = "plain"

    def __post_init__(self) -> None:
        if UNSAFE.search(self.text):
            object.__setattr__(self, "text", safe_text(self.text))


Line = tuple[Segment, ...]
BLANK: Line = ()


def line(*parts: Segment | str | None) -> Line:
    """A line of these parts; a bare string is plain, nothing is left out."""
    return tuple(Segment(part) if isinstance(part, str) else part for part in parts if part)


def shown(text: str | None, role: Role = "plain") -> Segment:
    """Text from outside as a segment: safe, on one line."""
    return Segment(one_line(text or ""), role)


def plain_text(parts: Line) -> str:
    """The line without its roles and without blanks at its end."""
    return "".join(part.text for part in parts).rstrip(" ")


@lru_cache(maxsize=4096)
def character_width(character: str) -> int:
    """How many cells a terminal gives the character: 0, 1 or 2."""
    if unicodedata.category(character) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def cell_width(text: str) -> int:
    """How many cells the text takes."""
    return len(text) if text.isascii() else sum(map(character_width, text))


def line_width(parts: Line) -> int:
    """How many cells the line takes."""
    return sum(cell_width(part.text) for part in parts)


def cut(text: str, width: int) -> str:
    """The text in at most `width` cells, an ellipsis at the end of what had to be cut."""
    if cell_width(text) <= width:
        return text
    kept, room = [], width - 1
    for character in text:
        room -= character_width(character)
        if room < 0:
            break
        kept.append(character)
    return "".join(kept).rstrip() + ELLIPSIS if width > 0 else ""


def fitted(text: str, width: int, *, right: bool = False) -> str:
    """The text in exactly `width` cells: cut, or filled up with blanks."""
    kept = cut(text, width)
    blanks = " " * (width - cell_width(kept))
    return blanks + kept if right else kept + blanks


def wrapped(parts: Line, width: int, *, indent: str = "", hanging: str | None = None) -> tuple[Line, ...]:
    """The line broken at blanks into lines of at most `width` cells.

    The first begins with `indent`, the others with `hanging` (by default the same). A word
    longer than a line is broken where the line ends.
    """
    hanging = indent if hanging is None else hanging
    room = max(1, width - max(cell_width(indent), cell_width(hanging)))
    cells = [(character, part.role) for part in parts for character in part.text]
    rows = list(_rows(cells, room))
    leads = (indent if position == 0 else hanging for position in range(len(rows)))
    return tuple(line(lead, *_joined(row)) for lead, row in zip(leads, rows, strict=True))


Cells = list[tuple[str, Role]]


def _rows(cells: Cells, room: int) -> Iterator[Cells]:
    """Fill each row with as many whole words as fit."""
    start = 0
    while start < len(cells):
        stop = _stop(cells, start, room)
        yield cells[start:stop]
        start = stop
        while start < len(cells) and cells[start][0] == " ":
            start += 1


def _stop(cells: Cells, start: int, room: int) -> int:
    """Where the row that begins at `start` ends: at its last blank, else where it is full."""
    used, blank = 0, start
    for place in range(start, len(cells)):
        character = cells[place][0]
        blank = place if character == " " else blank
        used += character_width(character)
        if used > room:
            return blank if blank > start else max(place, start + 1)
    return len(cells)


def _joined(cells: Iterable[tuple[str, Role]]) -> Iterator[Segment]:
    """The characters back in segments, neighbours of one role in one."""
    text, role = "", None
    for character, next_role in cells:
        if role is not None and next_role != role:
            yield Segment(text, role)
            text = ""
        text, role = text + character, next_role
    if role is not None:
        yield Segment(text, role)
