"""How do rows become an Excel workbook, a million of them in the memory of one?

One sheet, written row by row into its zip: nothing is kept. The same rows give the same
bytes, for the file holds no clock: its members are dated 1980, and it says nothing of when
and by whom it was made. Texts are inline strings, never formulas, and look as in CSV
(`cells.py`); they stay texts when a spreadsheet saves them. Numbers are numbers, digit for
digit; one of more than fifteen digits is a text, because a spreadsheet would round it.

What a sheet cannot hold is refused: more rows than Excel has, a longer text than a cell takes.

Callers: `cli`, for `export --format xlsx`.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import BinaryIO

from factcheck.errors import AskedWrongly
from factcheck.exchange.cells import cell_of
from factcheck.exchange.notation import plain, score
from factcheck.exchange.tables import Cell, Row

MOST_ROWS = 1_048_576
MOST_DIGITS = 15
MOST_MAGNITUDE = 300
LONGEST_CELL = 32_767  # in UTF-16 units
LARGEST_SHEET = 2**31 - 2**20  # a larger member would need zip64, which Excel does not read in a stream
INSTEAD = "export as csv, tsv or nl instead"
_EPOCH = (1980, 1, 1, 0, 0, 0)
_HEADER_STYLE = 1

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_CONTENT_TYPES = f"""{_XML}<Types xmlns="{_PACKAGE}/content-types">\
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
<Default Extension="xml" ContentType="application/xml"/>\
<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>\
<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/>\
<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/></Types>"""
_ROOT = f"""{_XML}<Relationships xmlns="{_PACKAGE}/relationships">\
<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>"""
_BOOK = f"""{_XML}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>\
<sheet name="{{name}}" sheetId="1" r:id="rId1"/></sheets></workbook>"""
_PARTS = f"""{_XML}<Relationships xmlns="{_PACKAGE}/relationships">\
<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>\
<Relationship Id="rId2" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>"""
_FONT = '<sz val="11"/><name val="Calibri"/>'
_STYLES = f"""{_XML}<styleSheet xmlns="{_MAIN}">\
<fonts count="2"><font>{_FONT}</font><font><b/>{_FONT}</font></fonts>\
<fills count="2"><fill><patternFill patternType="none"/></fill>\
<fill><patternFill patternType="gray125"/></fill></fills>\
<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>\
<cellXfs count="2"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/></cellXfs>\
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>"""
_SHEET = f"""{_XML}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" \
topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>"""
_SHEET_END = "</sheetData></worksheet>"

# Matches the start of "_x000D_", which Excel reads as a carriage return; not that of "x_y".
_ESCAPE_OF_EXCEL = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def write_workbook(
    rows: Iterable[Row], columns: Sequence[str], out: BinaryIO, *, name: str = "claims"
) -> int:
    """Write the columns of the rows to `out` and return how many rows there were.

    `name` is that of the sheet. Raises AskedWrongly for what no sheet can hold.
    """
    written = 0
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, text in (
            ("[Content_Types].xml", _CONTENT_TYPES),
            ("_rels/.rels", _ROOT),
            ("xl/workbook.xml", _BOOK.format(name=name)),
            ("xl/_rels/workbook.xml.rels", _PARTS),
            ("xl/styles.xml", _STYLES),
        ):
            archive.writestr(_member(path), text)
        with archive.open(_member("xl/worksheets/sheet1.xml"), "w") as sheet:
            size = sheet.write(_SHEET.encode())
            for written, line in enumerate(_lines(rows, columns)):  # noqa: B007 - the count is the answer
                size += sheet.write(line.encode("utf-8"))
                if size > LARGEST_SHEET:
                    raise AskedWrongly("the sheet would be larger than 2 GB", INSTEAD)
            sheet.write(_SHEET_END.encode())
    return written


def _member(path: str) -> zipfile.ZipInfo:
    """A member of the archive that is the same whenever and wherever it is made."""
    member = zipfile.ZipInfo(path, _EPOCH)
    member.compress_type = zipfile.ZIP_DEFLATED
    member.create_system = 3
    return member


def _lines(rows: Iterable[Row], columns: Sequence[str]) -> Iterator[str]:
    """The header, and each row, as the XML of a row."""
    letters = [_letters(place) for place in range(len(columns))]
    head = (_text(f"{at}1", column, _HEADER_STYLE) for at, column in zip(letters, columns, strict=True))
    yield f'<row r="1">{"".join(head)}</row>'
    for number, row in enumerate(rows, start=2):
        if number > MOST_ROWS:
            raise AskedWrongly(f"a sheet holds {MOST_ROWS - 1:,} rows, and there are more", INSTEAD)
        cells = [_cell(f"{at}{number}", row[column]) for at, column in zip(letters, columns, strict=True)]
        yield f'<row r="{number}">{"".join(cells)}</row>'


def _letters(place: int) -> str:
    """The name of a column: A for 0, Z for 25, AA for 26."""
    place, last = divmod(place, 26)
    return (_letters(place - 1) if place else "") + chr(ord("A") + last)


def _cell(at: str, cell: Cell) -> str:
    """The XML of one cell; nothing where nothing stands in it."""
    if cell is None or cell == "":
        return ""
    if isinstance(cell, str):
        return _text(at, cell)
    if isinstance(cell, bool):
        return f'<c r="{at}" t="b"><v>{int(cell)}</v></c>'
    if isinstance(cell, float):
        return f'<c r="{at}"><v>{score(cell)}</v></c>'
    exact = Decimal(cell)
    if len(exact.as_tuple().digits) > MOST_DIGITS or abs(exact.adjusted()) > MOST_MAGNITUDE:
        return f'<c r="{at}" t="inlineStr"><is><t>{plain(exact)}</t></is></c>'
    return f'<c r="{at}"><v>{plain(exact)}</v></c>'


def _text(at: str, text: str, style: int = 0) -> str:
    """The XML of a text, which nothing takes for a formula."""
    shown = cell_of(text)
    if len(shown) > LONGEST_CELL // 2 and len(shown.encode("utf-16-le")) > 2 * LONGEST_CELL:
        raise AskedWrongly(
            f"{at}: the text is longer than a cell holds ({LONGEST_CELL:,} characters)", INSTEAD
        )
    if "_" in shown:
        shown = _ESCAPE_OF_EXCEL.sub("_x005F_", shown)
    shown = shown.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    styled = f' s="{style}"' if style else ""
    return f'<c r="{at}"{styled} t="inlineStr"><is><t xml:space="preserve">{shown}</t></is></c>'
