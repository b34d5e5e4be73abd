"""Which lines does an Excel workbook hold?

A cell counts for what it shows, and nothing is guessed. A number is its digits, a date an
EDTF date. What shows another thing than it holds (0.85 as 85%), a time of day, an error, a
formula that was never calculated: these are `Odd`. Of a calculated formula the result is
taken. A workbook is a zip, so it is weighed before it is opened: neither its size unpacked
nor its ratio may be that of a bomb. Rows are read one by one.

Runs in the child process. Caller: `rows.py`, by way of `confined.py`.
"""

from __future__ import annotations

import re
import warnings
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from decimal import Decimal
from io import BytesIO
from typing import Any

from factcheck.errors import NotFound, Unreadable
from factcheck.exchange.notation import plain
from factcheck.exchange.sheets.sheet import MOST_COLUMNS, Line, Odd

Cells = tuple[Any, ...]

LARGEST = 100_000_000
LARGEST_UNPACKED = 1_000_000_000
LARGEST_RATIO = 400
MOST_MEMBERS = 5_000
MOST_ROWS = 1_048_576
_SMALL = 10_000_000  # a member of this size harms nobody, whatever its ratio
_OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"
_HINT = "save it as an Excel workbook (.xlsx) without a password, or as CSV UTF-8"
_AS_PRINTED = "write the figure as text, as it was printed"

# Matches "General", "0", "#,##0", "0.00" and "@": number and sight are one; not "0%" or "$#,##0".
_PLAIN_FORMAT = re.compile(r"General|[#0,.?@]+")

# Matches "_x000D_", which stands for a carriage return.
_ESCAPE_OF_EXCEL = re.compile(r"_x([0-9A-Fa-f]{4})_")


def spreadsheet_lines(content: bytes, name: str, sheet: str | None = None) -> Iterator[Line]:
    """The lines of a sheet, the first one unless one is named; blank lines are left out."""
    stream = BytesIO(content)
    _weigh(stream, name)
    with _readable(name):
        import openpyxl  # heavy
        from openpyxl.cell.read_only import EMPTY_CELL

        shown = openpyxl.load_workbook(stream, read_only=True, data_only=True)
        behind = openpyxl.load_workbook(stream, read_only=True)
        title = sheet if sheet is not None else shown.worksheets[0].title
        if title not in [one.title for one in shown.worksheets]:
            raise NotFound(f"{name}: has no sheet {title!r}", f"it has {', '.join(shown.sheetnames)}")
        views = [book[title].iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS) for book in (shown, behind)]
        yield from _lines(zip(*views, strict=True), EMPTY_CELL)


def _lines(rows: Iterable[tuple[Cells, Cells]], empty: object) -> Iterator[Line]:
    """The lines of a sheet of which each row is given twice: what it shows, and the formulas behind."""
    nothing: Cells = ()  # the one row that stands for all that are not in the file
    for number, (cells, formulas) in enumerate(rows, start=1):
        if formulas is nothing:
            continue
        pairs = zip(cells, formulas, strict=True)
        texts = ["" if formula is empty else _text(cell, formula) for cell, formula in pairs]
        while texts and texts[-1] == "":
            texts.pop()
        line = Line(number, tuple(texts))
        if line.is_blank:
            nothing = formulas
        else:
            yield line


def _weigh(stream: BytesIO, name: str) -> None:
    """Unreadable where the file is no zip, or would be too much when it is unpacked."""
    stream.seek(0)
    head = stream.read(len(_OLD_OR_LOCKED))
    if head == _OLD_OR_LOCKED:
        raise Unreadable(f"{name}: is encrypted, or of an old version of Excel", _HINT)
    if stream.seek(0, 2) > LARGEST:
        raise Unreadable(f"{name}: is larger than {LARGEST // 1_000_000} MB", "split it into parts")
    try:
        members = zipfile.ZipFile(stream).infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise Unreadable(f"{name}: is no Excel workbook: {error}", _HINT) from None
    unpacked = sum(member.file_size for member in members)
    swollen = any(member.file_size > max(_SMALL, LARGEST_RATIO * member.compress_size) for member in members)
    if unpacked > LARGEST_UNPACKED or len(members) > MOST_MEMBERS or swollen:
        raise Unreadable(f"{name}: would unpack to {unpacked // 1_000_000:,} MB, as a zip bomb does", _HINT)


@contextmanager
def _readable(name: str) -> Iterator[None]:
    """Whatever the parser makes of a malformed file is Unreadable; its warnings are no news to anybody."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except (Unreadable, NotFound, GeneratorExit):
        raise
    except Exception as error:  # openpyxl raises whatever a broken file leads to
        what = f"is no Excel workbook that can be read: {type(error).__name__}"
        raise Unreadable(f"{name}: {what}", _HINT) from None


def _text(cell: Any, formula: Any) -> str | Odd:
    """What a cell shows, as text."""
    value = cell.value
    if value is None:
        if formula.value is None:
            return ""
        return Odd(
            "holds a formula that was never calculated", "save it in a spreadsheet, or write the value"
        )
    if cell.data_type == "e":
        return Odd(f"holds the error {value}", "write the value")
    if isinstance(value, str):
        return _ESCAPE_OF_EXCEL.sub(lambda match: chr(int(match[1], 16)), value)
    return _typed(value, cell.number_format)


def _typed(value: object, shown_as: str) -> str | Odd:
    """A value that is no text, as text."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return _number(value, shown_as)
    return _date(value)


def _number(value: float, shown_as: str) -> str | Odd:
    """The digits of a number that is shown as it is; a spreadsheet keeps fifteen."""
    if not _PLAIN_FORMAT.fullmatch(shown_as):
        return Odd(f"holds {value:.15g} and shows it as {shown_as}", _AS_PRINTED)
    exact = Decimal(f"{value:.15g}")
    return plain(exact) if exact.is_finite() else Odd("holds no number", _AS_PRINTED)


def _date(value: object) -> str | Odd:
    if isinstance(value, datetime) and value.time() == time():
        value = value.date()
    if type(value) is date:
        return value.isoformat()
    return Odd(f"holds a time of day: {value}", "write the day alone: 2019-12-16")
