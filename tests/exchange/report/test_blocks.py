import pytest

from factcheck.exchange.report.blocks import blocks_of
from tests import factories as make


def told(text: str, media_type: str = "text/markdown") -> list[tuple[str, str]]:
    document = make.document(text, media_type=media_type)
    return [(block.kind, block.span.of(text)) for block in blocks_of(document)]


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("# Title #\n", [("heading", "Title")]),
        ("#5 on the list\n", [("paragraph", "#5 on the list")]),
        ("One\ntwo\n\nthree", [("paragraph", "One\ntwo"), ("paragraph", "three")]),
        ("- one\n  more\n- two", [("item", "one\n  more"), ("item", "two")]),
        ("1. one\n2) two", [("step", "one"), ("step", "two")]),
        ("-12 degrees\n", [("paragraph", "-12 degrees")]),
        ("2024 was wet\n", [("paragraph", "2024 was wet")]),
        ("> said\n> twice", [("quote", "said"), ("quote", "twice")]),
        ("a\n\n* * *\n\nb", [("paragraph", "a"), ("paragraph", "b")]),
        ("```\n# code\n\nx = 1\n```\nend", [("code", "# code\n\nx = 1"), ("paragraph", "end")]),
        ("~~~\nnever closed", [("code", "never closed")]),
        ("##\n", []),
        ("", []),
        ("\r\n\r\nOne\r\ntwo\r\n", [("paragraph", "One\r\ntwo")]),
    ],
)
def test_markdown_is_parted_like_this(text: str, blocks: list[tuple[str, str]]) -> None:
    assert told(text) == blocks


def test_a_row_of_a_table_has_a_cell_for_each_column_even_where_one_is_empty() -> None:
    text = "| Place | Moved |\n|---|:-:|\n|  | 12 |\n"
    head, row = blocks_of(make.document(text, media_type="text/markdown"))
    assert head.is_head
    assert not row.is_head
    assert [cell and cell.of(text) for cell in (*head.cells, *row.cells)] == ["Place", "Moved", None, "12"]


def test_a_plain_text_has_paragraphs_between_blank_lines_and_no_signs() -> None:
    assert told("# One\ntwo\n\n> three", "text/plain") == [
        ("paragraph", "# One\ntwo"),
        ("paragraph", "> three"),
    ]


def test_each_line_is_a_paragraph_where_no_line_is_blank() -> None:
    assert told("One\ntwo\n", "text/plain") == [("paragraph", "One"), ("paragraph", "two")]
