"""How do cells become the lines of a table?

Columns of a stated width, two blanks between them. A cell that does not fit is either
wrapped (in a block that is read) or cut with an ellipsis (in a list that is scanned). In a
pipe nothing is cut: the width of a column is then only the least that it takes.

Pure. Callers: `extracts.py`, `lists.py`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from factcheck.show.lines import Line, Role, Segment, cell_width, cut, fitted, line, plain_text, wrapped
from factcheck.show.safe import one_line

GAP = "  "


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its title, its width in cells, and how its cells look."""

    title: str
    width: int
    right: bool = False
    role: Role = "plain"


def header(columns: Sequence[Column]) -> Iterator[Line]:
    """The titles and a rule."""
    titles = GAP.join(fitted(column.title, column.width, right=column.right) for column in columns)
    yield line(Segment(titles, "heading"))
    yield line(Segment(GAP.join("─" * column.width for column in columns), "muted"))


def row(columns: Sequence[Column], cells: Sequence[str]) -> Iterator[Line]:
    """One row of as many lines as its longest cell needs."""
    blocks = [
        [plain_text(part) for part in wrapped(line(one_line(cell)), column.width)]
        for column, cell in zip(columns, cells, strict=True)
    ]
    for parts in zip_longest(*blocks, fillvalue=""):
        yield _joined(columns, parts)


def cut_row(
    columns: Sequence[Column],
    cells: Sequence[str],
    *,
    uncut: bool = False,
    roles: Mapping[str, Role] | None = None,
) -> Line:
    """One row of one line; `uncut` lets a long cell push the others to the right.

    `roles` says, by title, which cells of this row look different from their column.
    """
    texts = [one_line(cell) for cell in cells]
    if not uncut:
        texts = [cut(text, column.width) for column, text in zip(columns, texts, strict=True)]
    return _joined(columns, texts, roles or {})


def _joined(columns: Sequence[Column], texts: Sequence[str], roles: Mapping[str, Role] = {}) -> Line:
    segments = []
    for position, (column, text) in enumerate(zip(columns, texts, strict=True)):
        blanks = " " * max(0, column.width - cell_width(text))
        before, after = (blanks, "") if column.right else ("", blanks)
        gap = GAP if position else ""
        role = roles.get(column.title, column.role)
        segments += [Segment(gap + before), Segment(text, role), Segment(after)]
    return line(*(segment for segment in segments if segment.text))
