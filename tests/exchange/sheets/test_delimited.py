import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import Unreadable
from factcheck.exchange.cells import cell_of
from factcheck.exchange.sheets import delimited
from factcheck.exchange.sheets.delimited import delimited_lines
from factcheck.exchange.sheets.sheet import Line
from factcheck.exchange.tables import write_rows
from tests.exchange.values import TEXT


def lines(content: bytes, form: str = "csv") -> list[Line]:
    return list(delimited_lines(io.BytesIO(content), "x.csv", form))


@pytest.mark.parametrize(
    ("content", "form", "rows", "example_of"),
    [
        (b"a,b\n1,2\n", "csv", [(1, "a", "b"), (2, "1", "2")], "a plain file"),
        (b"\xef\xbb\xbfa,b\r\n1,2", "csv", [(1, "a", "b"), (2, "1", "2")], "a byte order mark, CRLF, no end"),
        (b"a\rb\r", "csv", [(1, "a"), (2, "b")], "the line ends of old Macs"),
        (b"a;b\n1,5;2\n", "csv", [(1, "a", "b"), (2, "1,5", "2")], "semicolons, as in much of Europe"),
        (b'"a;;;",b,c\n', "csv", [(1, "a;;;", "b", "c")], "delimiters in quotation marks"),
        (b"a\tb\n1,5\t2\n", "csv", [(1, "a", "b"), (2, "1,5", "2")], "tabs in a .csv file"),
        (b"a,x\tb\n", "tsv", [(1, "a,x", "b")], "tabs alone in a .tsv file"),
        (
            b'a,b\n"one\ntwo",2\n3,4',
            "csv",
            [(1, "a", "b"), (2, "one\ntwo", "2"), (4, "3", "4")],
            "a line end",
        ),
        (b"\n,,\na\n\n \nb\n", "csv", [(3, "a"), (6, "b")], "blank lines"),
        ("a,é\n".encode("utf-16"), "csv", [(1, "a", "é")], "UTF-16 with its mark"),
        (b"a,\x00\n", "csv", [(1, "a", "\x00")], "a null character"),
        (b"", "csv", [], "an empty file"),
    ],
)
def test_a_file_has_these_lines(
    content: bytes, form: str, rows: list[tuple[object, ...]], example_of: str
) -> None:
    assert [(line.number, *line.cells) for line in lines(content, form)] == rows


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b'a,b\n"x"y,2\n', "x.csv:2:1: is no table: "),
        (b'a,b\n1,"never closed\n2,3\n', "x.csv:2:1: is no table: unexpected end of data"),
        (b"a,b\n1,\xff\n", "x.csv:"),
        (b"\xff\xfea", "x.csv:1:1: there, or soon after, it is not UTF-8"),
        (b"," * 300, "x.csv:1:1: has more than 256 cells"),
    ],
)
def test_what_is_no_table_is_refused_with_its_place(content: bytes, says: str) -> None:
    with pytest.raises(Unreadable) as caught:
        lines(content)
    assert caught.value.message.startswith(says)


def test_a_line_or_a_cell_without_end_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delimited, "LONGEST_LINE", 100)
    for content in (b"x" * 200, b'a\n"' + b"x" * 90 + b"\n" + b"y" * 90 + b'"'):
        with pytest.raises(Unreadable):
            lines(content)


@given(st.lists(st.tuples(TEXT, TEXT), max_size=4), st.sampled_from(["csv", "tsv"]))
def test_what_we_write_has_the_cells_that_we_wrote(rows: list[tuple[str, str]], form: str) -> None:
    out = io.StringIO(newline="")
    write_rows([{"id": one, "note": other} for one, other in rows], ("id", "note"), form, out)  # type: ignore[arg-type]
    read = lines(out.getvalue().encode(), form)
    assert len(read) == 1 + sum(bool(cell_of(one).strip() + cell_of(other).strip()) for one, other in rows)
    assert {len(line.cells) for line in read} == {2}
