import io
import zipfile
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.errors import AskedWrongly
from factcheck.exchange import workbook
from factcheck.exchange.cells import FORMULA_STARTS, cell_of
from factcheck.exchange.tables import Row
from factcheck.exchange.workbook import write_workbook

COLUMNS = ("source", "low", "score", "party", "independent")
TEXT = st.text(alphabet=st.characters(exclude_categories=("Cs",)))


def row(source: str | None = "MEK", low: str | None = "-12", **others: Any) -> Row:
    given = {"score": 0.5, "party": True, "independent": 3, **others}
    return {"source": source, "low": None if low is None else Decimal(low), **given}


def written(*rows: Row) -> bytes:
    out = io.BytesIO()
    assert write_workbook(rows, COLUMNS, out) == len(rows)
    return out.getvalue()


def cells(book: bytes) -> list[list[tuple[object, str]]]:
    """Value and type of each cell, as another program reads them."""
    sheet = openpyxl.load_workbook(io.BytesIO(book)).active
    return [[(cell.value, cell.data_type) for cell in line] for line in sheet.iter_rows()]


def test_a_sheet_has_a_header_and_typed_cells() -> None:
    header, first, second = cells(written(row(), row(None, None, score=None, party=False, independent=None)))
    assert header == [(column, "s") for column in COLUMNS]
    assert first == [("MEK", "s"), (-12, "n"), (0.5, "n"), (True, "b"), (3, "n")]
    assert second == [(None, "n"), (None, "n"), (None, "n"), (False, "b"), (None, "n")]


@pytest.mark.parametrize(
    ("low", "cell"),
    [
        ("1500", (1500, "n")),
        ("-0.05", (-0.05, "n")),
        ("123456789012345", (123456789012345, "n")),
        ("1234567890123456.7", ("1234567890123456.7", "s")),
        ("0.1000000000000000055", ("0.1000000000000000055", "s")),
        ("1E+400", ("1" + "0" * 400, "s")),
    ],
)
def test_a_number_is_a_number_unless_a_spreadsheet_would_round_it(low: str, cell: object) -> None:
    assert cells(written(row(low=low)))[1][1] == cell


@settings(max_examples=60)
@given(TEXT)
def test_a_text_is_a_text_and_no_formula(text: str) -> None:
    value, kind = cells(written(row(text)))[1][0]
    assert (value or "").replace("_x005F_", "_") == cell_of(text)
    assert kind != "f"
    assert not str(value).startswith(FORMULA_STARTS)


def test_what_excel_would_take_for_an_escape_is_escaped() -> None:
    assert cells(written(row("a_x000D_b")))[1][0] == ("a_x005F_x000D_b", "s")


def test_the_same_rows_are_the_same_bytes_and_no_clock_is_in_them() -> None:
    book = written(row(), row("Zoë"))
    assert book == written(row(), row("Zoë"))
    members = zipfile.ZipFile(io.BytesIO(book)).infolist()
    assert {member.date_time for member in members} == {(1980, 1, 1, 0, 0, 0)}
    assert not any("docProps" in member.filename for member in members)


def test_columns_beyond_z_have_two_letters() -> None:
    columns = [f"c{number}" for number in range(60)]
    out = io.BytesIO()
    write_workbook([dict.fromkeys(columns, "x")], columns, out)
    sheet = openpyxl.load_workbook(out).active
    assert [cell.coordinate for cell in sheet[2]][25:28] == ["Z2", "AA2", "AB2"]
    assert sheet["BH1"].value == "c59"


def test_more_rows_than_a_sheet_holds_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MOST_ROWS", 3)
    assert written(row(), row())
    with pytest.raises(AskedWrongly, match="a sheet holds 2 rows, and there are more"):
        written(row(), row(), row())


def test_a_text_that_a_cell_would_cut_is_refused_with_its_place() -> None:
    assert cells(written(row("x" * 32_767)))[1][0][0] == "x" * 32_767
    for text in ("x" * 32_768, "😀" * 16_384):
        with pytest.raises(AskedWrongly, match="A3: the text is longer than a cell holds"):
            written(row(), row(text))


def test_a_sheet_that_no_spreadsheet_opens_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "LARGEST_SHEET", 1000)
    with pytest.raises(AskedWrongly, match="larger than 2 GB"):
        written(*[row()] * 10)


def test_rows_are_written_as_they_come() -> None:
    asked: list[int] = []
    out = io.BytesIO()

    def rows() -> Iterator[Row]:
        for number in range(20_000):
            if number % 5_000 == 0:
                asked.append(out.tell())
            yield row(f"{number * 7919 % 65537:x}" * 20)

    write_workbook(rows(), COLUMNS, out)
    assert asked == sorted(set(asked)), "what came before was out before the next was asked for"
