"""What does a row hold in a field, and what is wrong with it?

`Cells` hands out the cells of one row by field, and collects what is wrong with them, each
with its place. A figure must be readable by the same grammar that reads articles; here it
is only asked whether it is.

Pure. Callers: `rows.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, get_args

from factcheck.exchange.cells import disarmed, text_of
from factcheck.exchange.problems import RowProblem
from factcheck.exchange.sheets.headers import Header
from factcheck.exchange.sheets.sheet import Line, Odd, Verbatim
from factcheck.language.quantities import Found, read
from factcheck.model import is_date

_FLAGS = {"true": True, "yes": True, "false": False, "no": False}
_DATE_HINT = "write 2019-12-16, 2019-12, 2019, or 2019-12~ for about"


class Cells:
    """One row of a table, read field by field; `problems` are the faults met so far."""

    def __init__(self, line: Line, header: Header, name: str) -> None:
        self.line = line
        self.header = header
        self.name = name
        self.problems: list[RowProblem] = []
        for place, cell in enumerate(line.cells[header.width :], start=header.width):
            if cell:
                what, hint = f"{str(cell)[:40]!r} stands under no header", "quote cells that hold a delimiter"
                self.problems.append(RowProblem(self._at(place), what, hint))

    @property
    def where(self) -> str:
        """The place of the row."""
        return self._at(0)

    def are(self, typed: Mapping[str, object]) -> bool:
        """Whether every field of the row is as in this one."""
        return all(self._text(self._cell(field)) == typed[field] for field in self.header.places)

    def text(self, field: str) -> str | None:
        """The text of a field; None where nothing stands there."""
        cell = self._cell(field)
        if isinstance(cell, Odd):
            self.fault(field, cell.what, cell.hint)
            return None
        return self._text(cell) or None

    def needed(self, field: str) -> str:
        """The text of a field that must not be empty; "" beside a fault where it is."""
        before = len(self.problems)
        text = self.text(field)
        if text is None and len(self.problems) == before:
            self.fault(field, "is empty", "every row needs it")
        return text or ""

    def figure(self, field: str) -> tuple[str, tuple[Found, ...]]:
        """The text of a field that must hold a number, and the numbers that were read in it."""
        text = self.needed(field)
        if not text:
            return text, ()
        numbers = read_numbers(text)
        if isinstance(numbers, Unread):
            self.fault(field, numbers.what, numbers.hint)
            return text, ()
        return text, numbers

    def own(self, column: str) -> str:
        """What stands in a column of our own export, as it was written."""
        cell = self.line.cells[place] if (place := self.header.columns[column]) < len(self.line.cells) else ""
        return self._text(cell)

    def date(self, field: str) -> str | None:
        """An EDTF date, as exact as known."""
        text = self.text(field)
        if text is not None and not is_date(text):
            self.fault(field, f"{text[:40]!r} is no date", _DATE_HINT)
            return None
        return text

    def word(self, field: str, words: Any, default: Any) -> Any:
        """One of the words of a Literal, whatever its case."""
        text = self.text(field)
        if text is None:
            return default
        known = get_args(words)
        if text in known:
            return text
        for word in known:
            if word.casefold() == text.casefold():
                return word
        self.fault(field, f"{text[:40]!r} is none of {', '.join(known)}", "write one of these words")
        return default

    def flag(self, field: str) -> bool:
        """Yes or no; no where nothing stands."""
        text = self.text(field)
        flag = _FLAGS.get((text or "no").casefold())
        if flag is None:
            self.fault(field, f"{text!r:.40} is neither yes nor no", "write yes or no")
        return flag is True

    def fault(self, field: str, what: str, hint: str) -> None:
        """Note what is wrong with a field."""
        self.problems.append(RowProblem(self._at(self.header.places.get(field, 0)), f"{field}: {what}", hint))

    def _at(self, place: int) -> str:
        return f"{self.name}:{self.line.number}:{place + 1}"

    def _cell(self, field: str) -> str | Odd:
        place = self.header.places.get(field)
        return "" if place is None or place >= len(self.line.cells) else self.line.cells[place]

    def _text(self, cell: str | Odd) -> str:
        """The text of a cell: of our own tables exactly what was written, of others without blanks around."""
        if not cell or isinstance(cell, Odd):
            return ""
        if isinstance(cell, Verbatim):
            return str(cell)
        return text_of(cell) if self.header.ours else disarmed(cell.strip())


@dataclass(frozen=True, slots=True)
class Unread:
    """Why no number can be read in a text, and what to do."""

    what: str
    hint: str


def read_numbers(text: str) -> tuple[Found, ...] | Unread:
    """The numbers of a text; or why there is none."""
    found, notices = read(text)
    if found:
        return found
    for notice in notices:
        if notice.readings:
            readings = " or ".join(str(one.point) for one in notice.readings)
            surface = notice.span.of(text)
            return Unread(f"“{surface}” can be read as {readings}", "write the number out, without grouping")
    reason = f": {notices[0].reason}" if notices else ""
    return Unread(f"no number in {text[:60]!r}{reason}", "quote the words that hold the number")
