import io
import zipfile
from datetime import date, datetime, time
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.styles.numbers import FORMAT_PERCENTAGE

from factcheck.errors import NotFound, Unreadable
from factcheck.exchange.cells import text_of
from factcheck.exchange.sheets.sheet import Odd
from factcheck.exchange.sheets.spreadsheet import spreadsheet_lines
from factcheck.exchange.workbook import write_workbook


def book(*rows: list[Any], formats: dict[str, str] | None = None) -> io.BytesIO:
    """A workbook of these rows, as another program writes it."""
    made = openpyxl.Workbook()
    for row in rows:
        made.active.append(row)
    for cell, shown_as in (formats or {}).items():
        made.active[cell].number_format = shown_as
    out = io.BytesIO()
    made.save(out)
    return out


def cells(stream: io.BytesIO, sheet: str | None = None) -> list[tuple[Any, ...]]:
    lines = spreadsheet_lines(stream.getvalue(), "x.xlsx", sheet)
    return [
        (line.number, *(cell.what if isinstance(cell, Odd) else cell for cell in line.cells))
        for line in lines
    ]


@pytest.mark.parametrize(
    ("value", "shown_as", "text"),
    [
        ("over 1,500", "General", "over 1,500"),
        (" a ", "General", " a "),
        ("a_x000D_b", "General", "a\rb"),
        (1500, "General", "1500"),
        (1500, "#,##0", "1500"),
        (0.1 + 0.2, "General", "0.3"),
        (-12.50, "0.00", "-12.5"),
        (1e21, "General", "1000000000000000000000"),
        (True, "General", "true"),
        (date(2019, 12, 16), "yyyy-mm-dd", "2019-12-16"),
        (datetime(2019, 12, 16), "yyyy-mm-dd", "2019-12-16"),
        (datetime(2019, 12, 16, 14, 30), "yyyy-mm-dd", "holds a time of day: 2019-12-16 14:30:00"),
        (time(14, 30), "h:mm", "holds a time of day: 14:30:00"),
        (0.85, FORMAT_PERCENTAGE, "holds 0.85 and shows it as 0%"),
        (1500, '"$"#,##0', 'holds 1500 and shows it as "$"#,##0'),
        ("=1+1", "General", "holds a formula that was never calculated"),
        ("#N/A", "General", "holds the error #N/A"),
    ],
)
def test_a_cell_is_what_it_shows_and_nothing_is_guessed(value: object, shown_as: str, text: str) -> None:
    assert cells(book(["x"], [value], formats={"A2": shown_as})) == [(1, "x"), (2, text)]


def test_of_a_calculated_formula_the_result_is_taken() -> None:
    stream = book(["x"], ["=1+1"])
    out = io.BytesIO()
    with zipfile.ZipFile(stream) as old, zipfile.ZipFile(out, "w") as new:
        for member in old.infolist():
            new.writestr(
                member, old.read(member).replace(b"<v></v>", b"<v>2</v>").replace(b"<v />", b"<v>2</v>")
            )
    assert cells(out) == [(1, "x"), (2, "2")]


def test_blank_lines_and_a_million_lines_of_nothing_are_passed_over() -> None:
    made = openpyxl.Workbook()
    made.active["A3"] = "x"
    made.active["B1048576"] = "y"
    out = io.BytesIO()
    made.save(out)
    assert [(line[0], *filter(None, line[1:])) for line in cells(out)] == [(3, "x"), (1048576, "y")]


def test_a_sheet_is_the_first_one_unless_it_is_named() -> None:
    made = openpyxl.Workbook()
    made.active.append(["first"])
    made.create_sheet("Belege").append(["second"])
    out = io.BytesIO()
    made.save(out)
    assert cells(out) == [(1, "first")]
    assert cells(out, "Belege") == [(1, "second")]
    with pytest.raises(NotFound, match="has no sheet 'Claims'"):
        cells(out, "Claims")


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.text(alphabet=st.characters(exclude_categories=("Cs",)), min_size=1, max_size=30), min_size=1)
)
def test_a_workbook_of_ours_is_read_cell_for_cell(texts: list[str]) -> None:
    out = io.BytesIO()
    write_workbook([{"note": f"x{text}"} for text in texts], ("note",), out)
    read = [str(line.cells[0]) for line in spreadsheet_lines(out.getvalue(), "x.xlsx")]
    assert [text_of(cell) for cell in read] == ["note", *(f"x{text}" for text in texts)]


def zipped(**members: bytes) -> io.BytesIO:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"id,claim\n", "x.xlsx: is no Excel workbook"),
        (b"", "x.xlsx: is no Excel workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "x.xlsx: is encrypted, or of an old version of Excel"),
        (book(["x"]).getvalue()[:-30], "x.xlsx: is no Excel workbook"),
        (zipped(a=b"x").getvalue(), "x.xlsx: is no Excel workbook that can be read: "),
        (zipped(bomb=b"\0" * 20_000_000).getvalue(), "x.xlsx: would unpack to 20 MB, as a zip bomb does"),
    ],
    ids=["a text", "nothing", "locked", "cut", "another zip", "a bomb"],
)
def test_what_is_no_workbook_is_refused_in_a_sentence(content: bytes, says: str) -> None:
    with pytest.raises(Unreadable) as caught:
        cells(io.BytesIO(content))
    assert caught.value.message.startswith(says)
    assert caught.value.hint


WHOLE = book(["x", 1], ["=1", True]).getvalue()


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_a_damaged_workbook_is_read_or_refused_and_nothing_else(data: st.DataObject) -> None:
    whole = bytearray(WHOLE)
    for _ in range(data.draw(st.integers(1, 6))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    try:
        cells(io.BytesIO(bytes(whole)))
    except Unreadable:
        return
