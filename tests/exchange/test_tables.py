import csv
import io
import json
from collections.abc import Iterator
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.exchange.cells import FORMULA_STARTS
from factcheck.exchange.tables import Format, Row, write_objects, write_rows
from factcheck.show.safe import UNSAFE

ANY_TEXT = st.text(alphabet=st.characters(exclude_categories=()))
COLUMNS = ("source", "low", "score", "party")


def row(source: str | None, low: str | None = "-12", score: float | None = 0.5, party: bool = False) -> Row:
    return {"source": source, "low": None if low is None else Decimal(low), "score": score, "party": party}


def written(rows: list[Row], form: Format) -> str:
    out = io.StringIO(newline="")
    assert write_rows(rows, COLUMNS, form, out, name="sources") == len(rows)
    return out.getvalue()


def cells(text: str, form: Format) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), delimiter="," if form == "csv" else "\t"))


ROWS = [row("MEK"), row(None, None, None, True)]


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("csv", "source,low,score,party\nMEK,-12,0.5,false\n,,,true\n"),
        ("tsv", "source\tlow\tscore\tparty\nMEK\t-12\t0.5\tfalse\n\t\t\ttrue\n"),
        (
            "nl",
            '{"source": "MEK", "low": "-12", "score": 0.5, "party": false}\n'
            '{"source": null, "low": null, "score": null, "party": true}\n',
        ),
        (
            "json",
            '{"schema_version": 1, "sources": [\n'
            '{"source": "MEK", "low": "-12", "score": 0.5, "party": false},\n'
            '{"source": null, "low": null, "score": null, "party": true}\n]}\n',
        ),
    ],
)
def test_each_format_has_these_bytes(form: Format, text: str) -> None:
    assert written(ROWS, form) == text


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("csv", "source,low,score,party\n"),
        ("tsv", "source\tlow\tscore\tparty\n"),
        ("nl", ""),
        ("json", '{"schema_version": 1, "sources": []}\n'),
    ],
)
def test_an_empty_list_is_still_well_formed(form: Format, text: str) -> None:
    assert written([], form) == text


@pytest.mark.parametrize(
    ("text", "cell", "example_of"),
    [
        ('=HYPERLINK("https://x.example","R")', '\'=HYPERLINK("https://x.example","R")', "a formula"),
        ("-2+3+cmd|' /C calc'!A0", "'-2+3+cmd|' /C calc'!A0", "a call of a program"),
        ("+1", "'+1", "a sum"),
        ("@SUM(A1)", "'@SUM(A1)", "a function of old spreadsheets"),
        ("\t=1", r"'\t=1", "a tab before a formula"),
        ("＝1", "'＝1", "a full-width equals sign"),
        ("-12", "'-12", "a number that is text: a surface"),
        ("one\u000btwo\fthree\x1fend", r"one\u000btwo\fthree\u001fend", "other line ends"),
        ("over\r\n1,500", r"over\r\n1,500", "a wrapped phrase"),
        (r"C:\new", r"C:\\new", "a backslash, so that an escape is never ambiguous"),
        ("\x1b[31mred", r"\u001b[31mred", "an escape sequence"),
        ("a\u202eb", r"a\u202eb", "a bidi override"),
        ('say "so"', 'say "so"', "quotation marks"),
    ],
)
@pytest.mark.parametrize("form", ["csv", "tsv"])
def test_text_cells_have_no_teeth(form: Format, text: str, cell: str, example_of: str) -> None:
    assert cells(written([row(text)], form), form)[1] == [cell, "-12", "0.5", "false"]


@given(st.lists(ANY_TEXT, max_size=3), st.sampled_from(["csv", "tsv", "nl"]))
def test_one_record_is_one_line_and_nothing_in_it_is_unsafe(texts: list[str], form: Format) -> None:
    text = written([row(text) for text in texts], form)
    assert text.count("\n") == len(texts) + (form != "nl")
    assert set(UNSAFE.findall(text)) <= {"\n", "\t"}
    text.encode("utf-8")


@given(ANY_TEXT, st.sampled_from(["csv", "tsv"]))
def test_no_text_cell_opens_a_formula_and_every_cell_keeps_its_column(text: str, form: Format) -> None:
    (cell, *others) = cells(written([row(text)], form), form)[1]
    assert not cell.startswith(FORMULA_STARTS)
    assert others == ["-12", "0.5", "false"]


@given(ANY_TEXT)
def test_json_gives_the_text_back(text: str) -> None:
    assert json.loads(written([row(text)], "json"))["sources"][0]["source"] == text


@pytest.mark.parametrize("form", ["json", "nl", "csv", "tsv"])
def test_rows_are_written_as_they_come(form: Format) -> None:
    out = io.StringIO()
    seen = []

    def rows() -> Iterator[Row]:
        for name in ("first", "second", "third"):
            seen.append(out.getvalue().count("source") + out.getvalue().count("first"))
            yield row(name)

    write_rows(rows(), COLUMNS, form, out)
    assert sorted(seen) == seen
    assert seen[2] > seen[0], "the first row was out before the third was asked for"


def test_nested_shapes_are_written_one_a_line() -> None:
    out = io.StringIO()
    shapes: list[dict[str, object]] = [{"id": "a", "agreement": {"reasons": ["x\ny"]}}, {"id": "b"}]
    assert write_objects(shapes, "json", out) == 2
    assert json.loads(out.getvalue()) == {"schema_version": 1, "claims": shapes}
    assert out.getvalue().count("\n") == 4
