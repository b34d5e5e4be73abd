"""Which lines and cells does a table hold, whatever kind of file it came in?

A line has its number in the file and its cells as texts; what cannot be a text without
guessing is an `Odd`, which becomes a problem only where somebody needs the cell.

Callers: `delimited.py`, `spreadsheet.py` and `objects.py` make lines; `rows.py` reads them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Form = Literal["csv", "tsv", "xlsx", "json", "nl"]

MOST_COLUMNS = 256


@dataclass(frozen=True, slots=True)
class Odd:
    """A cell that has no plain text: what it holds instead, and what to do about it."""

    what: str
    hint: str


class Verbatim(str):
    """A text that never stood in a cell: it is as it was written, and nothing in it is an escape."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a table: the number that an editor shows for it, and its cells in order."""

    number: int
    cells: tuple[str | Odd, ...]

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands in it."""
        return not any(isinstance(cell, Odd) or cell.strip() for cell in self.cells)
