"""How do rows reach another program, however many there are, and however hostile their text?

Four formats of the same rows: `json` (one object with a `schema_version`), `nl` (one object
a line), `csv` and `tsv`. Rows are written as they come, so memory does not grow with them.
In CSV and TSV a record is always one line, and no text cell is a formula (`cells.py`). A
typed number is never touched: -12 stays -12.

Callers: `desk` and `cli`, for every list and export; `workbook.py` writes the same rows.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Literal, TextIO, get_args

from factcheck.exchange.cells import cell_of
from factcheck.exchange.notation import SCHEMA_VERSION, json_text, plain, score

Format = Literal["json", "nl", "csv", "tsv"]
FORMATS: tuple[Format, ...] = get_args(Format)
Cell = str | bool | int | float | Decimal | None
Row = Mapping[str, Cell]


def write_rows(
    rows: Iterable[Row], columns: Sequence[str], form: Format, out: TextIO, *, name: str = "claims"
) -> int:
    """Write the columns of the rows to `out` and return how many rows there were.

    `name` is the key of the list in JSON. An empty list still has its header.
    """
    if form in ("json", "nl"):
        names = tuple(columns)
        return write_objects((_json_row(row, names) for row in rows), form, out, name=name)
    writer = csv.writer(out, delimiter="," if form == "csv" else "\t", lineterminator="\n")
    writer.writerow(columns)
    count = 0
    for row in rows:
        writer.writerow([_table_cell(row[column]) for column in columns])
        count += 1
    return count


def write_objects(
    objects: Iterable[Mapping[str, object]], form: Format, out: TextIO, *, name: str = "claims"
) -> int:
    """Write shapes as JSON: an object a line, and for `json` a list of them under `name`."""
    assert form in ("json", "nl"), f"nested shapes have no {form}"
    before, between, after = "", "", "\n"
    if form == "json":
        out.write(f'{{"schema_version": {SCHEMA_VERSION}, {json_text(name)}: [')
        before, between, after = "\n", ",", ""
    count = 0
    for shape in objects:
        out.write((between if count else "") + before + json_text(shape) + after)
        count += 1
    if form == "json":
        out.write("\n]}\n" if count else "]}\n")
    return count


def _json_row(row: Row, columns: tuple[str, ...]) -> Row:
    """The columns of the row, scores rounded; most rows have no score, and are what is asked for."""
    if tuple(row) == columns and float not in map(type, row.values()):
        return row
    return {column: score(cell) if isinstance(cell := row[column], float) else cell for column in columns}


def _table_cell(cell: Cell) -> str:
    """One line of text: nothing for None, a number plainly, a text without teeth."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return cell_of(cell)
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return plain(cell) if isinstance(cell, Decimal) else str(score(cell) if isinstance(cell, float) else cell)
