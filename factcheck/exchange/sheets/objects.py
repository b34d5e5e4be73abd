"""Which lines would a table have that came as JSON?

The rows of `export --format json` and `nl`, or of anybody's program that writes such rows: an
object a row, its keys the columns. A text is taken as it stands, for nothing in JSON is an
escape of a table. The keys of the first row are the header; an export of no rows has one, too.
A line has the number that it has
in our own export, where each row is a line.

Pure but for the stream. Callers: `rows.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any, BinaryIO

from factcheck.errors import Unreadable
from factcheck.exchange.notation import SCHEMA_VERSION, plain
from factcheck.exchange.sheets.headers import Imported, fields_of
from factcheck.exchange.sheets.sheet import Form, Line, Odd, Verbatim
from factcheck.exchange.strict_json import LARGEST, read_json, read_json_lines

_HINT = "write rows as `factcheck export --format json` or `nl` does"


def object_lines(stream: BinaryIO, name: str, form: Form, noun: Imported) -> Iterator[Line]:
    """The header and the rows of a JSON file, or of lines of JSON; `name` stands in messages."""
    if form == "nl":
        return _lines(read_json_lines(stream, name, _HINT), name, noun)
    rows = _listed(read_json(stream.read(LARGEST + 1), name, _HINT), name, noun)
    return _lines(enumerate(rows, start=2), name, noun)


def _listed(value: Any, name: str, noun: str) -> list[Any]:
    """The rows of a JSON file: a list, or the list under the noun in an object."""
    if isinstance(value, dict):
        if (version := value.get("schema_version", SCHEMA_VERSION)) != SCHEMA_VERSION:
            what = f"has version {version!r:.20}, and this program reads {SCHEMA_VERSION}"
            raise Unreadable(f"{name}:1:1: {what}", "read it with the version of factcheck that wrote it")
        value = value.get(noun)
    if not isinstance(value, list):
        raise Unreadable(f"{name}:1:1: holds no list of {noun}", _HINT)
    return value


def _lines(rows: Iterable[tuple[int, Any]], name: str, noun: Imported) -> Iterator[Line]:
    """A header and a line for each row, what stands under another key behind it."""
    columns: tuple[str, ...] | None = None
    for number, row in rows:
        if not isinstance(row, dict):
            raise Unreadable(f"{name}:{number}:1: holds no JSON object", _HINT)
        if columns is None:
            columns = tuple(row)
            yield Line(1, columns)
        others = [key for key in row if key not in columns]
        yield Line(number, tuple(_cell(row.get(key)) for key in (*columns, *others)))
    if columns is None:
        yield Line(1, tuple(field.name for field in fields_of(noun)))


def _cell(value: Any) -> str | Odd:
    """A value as it would be typed into a cell."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | Decimal):
        return plain(Decimal(value))
    if isinstance(value, str):
        return Verbatim(value)
    return Odd("holds a list or an object", "write one text, several names between semicolons")
