"""Of a Word file the text is read as it would print, and its comments keep their anchors."""

import pytest

from factcheck.reading.extracts import Extracted
from factcheck.reading.parsers.parts import Package
from factcheck.reading.parsers.word import read_word
from factcheck.reading.places import place_of
from factcheck.reading.readings import Refused
from tests.reading.makers import archive, docx, paragraph, run

SUPERSCRIPT = '<w:vertAlign w:val="superscript"/>'
SHOWN = '<w:vanish w:val="0"/>'
HALF = "<m:oMath xmlns:m='m'><m:f><m:t>1</m:t><m:t>2</m:t></m:f></m:oMath>"


def read(body: str, **parts: str) -> Extracted:
    return read_word(docx(body, **parts), None)


def line(*parts: str) -> str:
    """A paragraph of runs; what begins with a tag is taken as it is."""
    return f"<w:p>{''.join(part if part.startswith('<') else run(part) for part in parts)}</w:p>"


def begin(comment: int) -> str:
    return f'<w:commentRangeStart w:id="{comment}"/>'


def end(comment: int) -> str:
    return f'<w:commentRangeEnd w:id="{comment}"/>{point(comment)}'


def point(comment: int) -> str:
    return f'<w:r><w:commentReference w:id="{comment}"/></w:r>'


def comment(key: int, text: str, name: str = "Ada Roe", marks: str = "") -> str:
    inner = f"<w:p {marks}>{run(text)}</w:p>"
    return f'<w:comment w:id="{key}" w:author="{name}" w:date="2024-05-06T10:00:00Z">{inner}</w:comment>'


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (paragraph("Some 40 fled.") + "<w:p/>" + paragraph("  "), "Some 40 fled."),
        (line("About ", "1,5", "00", " died."), "About 1,500 died."),
        (
            "<w:p><w:r><w:t>Dead</w:t><w:tab/><w:t>40</w:t><w:br/><w:t>Missing</w:t></w:r></w:p>",
            "Dead\t40\nMissing",
        ),
        (
            f"<w:p>{run('In ')}<w:hyperlink>{run('all 40')}</w:hyperlink>{run(' fled')}</w:p>",
            "In all 40 fled",
        ),
        (f"<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>{paragraph('40')}</w:sdtContent></w:sdt>", "40"),
        (
            line("<w:r><w:fldChar/></w:r><w:r><w:instrText>PAGE 7</w:instrText></w:r>", "of 12"),
            "of 12",
        ),
        (
            line("1,500", run("3", SUPERSCRIPT), " died"),
            "1,500³ died",
        ),
        (line("40", "<w:r><w:softHyphen/><w:noBreakHyphen/></w:r>", "odd"), "40\u2011odd"),
        (line("40 ", "<w:r><w:sym w:font='Wingdings' w:char='F04A'/></w:r>"), "40 \ufffd"),
        ("<!-- 12 --><w:p><?x 7?><w:r><w:t>40<!-- 3 --></w:t></w:r></w:p>", "40"),
    ],
)
def test_a_paragraph_is_read_as_it_prints(body: str, text: str) -> None:
    assert read(body).text == text


@pytest.mark.parametrize(
    ("body", "text", "code"),
    [
        (
            line(
                "Some ",
                "<w:del><w:r><w:delText>60</w:delText></w:r></w:del>",
                f"<w:ins>{run('70')}</w:ins>",
                " died.",
            ),
            "Some 70 died.",
            "tracked-changes",
        ),
        (
            line(
                "One",
                f"<w:moveFrom>{run(' two')}</w:moveFrom>",
                " three",
                f"<w:moveTo>{run(' two')}</w:moveTo>",
            ),
            "One three two",
            "tracked-changes",
        ),
        (
            paragraph("40 died and ", "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>") + paragraph("12 fled."),
            "40 died and 12 fled.",
            None,
        ),
        (
            "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>" + paragraph("60") + "</w:tc></w:tr>"
            "<w:tr><w:tc>" + paragraph("70") + "</w:tc></w:tr></w:tbl>",
            "70",
            "tracked-changes",
        ),
        (
            line("40", run("00", "<w:vanish/>"), run(" died", SHOWN)),
            "40 died",
            "hidden-text",
        ),
        (
            line("About ", HALF, "of it"),
            "About of it",
            "formula",
        ),
    ],
)
def test_what_does_not_count_as_text_is_left_out_aloud(body: str, text: str, code: str | None) -> None:
    found = read(body)
    assert found.text == text
    assert [notice.code for notice in found.notices] == ([code] if code else [])


def test_cells_are_read_row_by_row_and_know_where_they_stand() -> None:
    rows = [["Town", "Dead"], ["Marn", "1,500"]]
    inner = "<w:tbl><w:tr><w:tc>" + paragraph("inner 7") + "</w:tc></w:tr></w:tbl>"
    cells = [[f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row] for row in rows]
    cells[1][0] = f"<w:tc>{paragraph('Marn')}{inner}</w:tc>"
    table = "".join(f"<w:tr>{''.join(row)}</w:tr>" for row in cells)
    found = read(f"{paragraph('The count')}<w:tbl>{table}</w:tbl>{paragraph('So far.')}")
    assert found.text == "The count\n\nTown\n\nDead\n\nMarn\n\ninner 7\n\n1,500\n\nSo far."
    labels = [place_of(found.places, found.text.index(text)) for text in ("Dead", "inner", "1,500", "So far")]
    assert [place.label for place in labels if place] == [
        "table 1, row 1, column 2",
        "table 2, row 1, column 1",
        "table 1, row 2, column 2",
        "",
    ]


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    box = f"<w:txbxContent>{paragraph('Boxed 12')}</w:txbxContent>"
    both = (
        f"<mc:AlternateContent xmlns:mc='mc'><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>"
    )
    found = read(line("Before", f"<w:r>{both}</w:r>", " and after") + paragraph("Next"))
    assert found.text == "Before and after\n\nBoxed 12\n\nNext"


def test_footnotes_stand_below_and_know_where_the_text_refers_to_them() -> None:
    mark = "<w:r><w:{}Reference w:id='{}'/></w:r>"
    body = line("Some 1,500", mark.format("footnote", 7), " died.", mark.format("endnote", 2))
    body += line("More fled.", mark.format("footnote", 5))
    note = "<w:{} w:id='{}'><w:p><w:r><w:footnoteRef/></w:r>{}</w:p></w:{}>"
    found = read(
        body,
        footnotes=note.format("footnote", -1, run("not referred to"), "footnote")
        + note.format("footnote", 5, run("Red Cross."), "footnote")
        + note.format("footnote", 7, run("MEK reports."), "footnote"),
        endnotes=note.format("endnote", 2, run("Revised."), "endnote"),
    )
    assert found.text == "Some 1,500 died.\n\nMore fled.\n\nMEK reports.\n\nRevised.\n\nRed Cross."
    notes = [place for place in found.places if place.kind == "footnote"]
    assert [(place.label, found.text[: place.at].split("\n\n")[-1]) for place in notes] == [
        ("1", "Some 1,500"),
        ("endnote 1", "Some 1,500 died."),
        ("2", "More fled."),
    ]


def test_a_comment_is_anchored_in_the_characters_that_it_is_about() -> None:
    found = read(
        line("Before, ", begin(4), "over 1,", "500", end(4), " were killed."),
        comments=comment(4, "per MEK reports"),
    )
    (only,) = found.comments
    assert only.anchor is not None
    assert only.anchor.of(found.text) == "over 1,500"
    assert (only.text, only.author, only.date) == ("per MEK reports", "Ada Roe", "2024-05-06T10:00:00Z")


@pytest.mark.parametrize(
    ("body", "anchor"),
    [
        (
            line("One ", begin(1), "two.") + line("Three", end(1), " four."),
            "two.\n\nThree",
        ),
        (line("One.", begin(1)) + line(" Two ", end(1)), "Two"),
        (f"{begin(1)}{paragraph('One.')}{end(1)}{paragraph('Two.')}", "One."),
        (line("One 40 ", point(1), "two."), "One 40 two."),
        (line("One ", begin(1), end(1), "two."), "One two."),
        (line("One ", begin(1), f"<w:del>{run('gone')}</w:del>", end(1), "two."), "One two."),
        (line(begin(1), "One") + paragraph("Two"), None),
        (paragraph("One"), None),
    ],
)
def test_an_anchor_covers_paragraphs_and_points_and_never_blanks(body: str, anchor: str | None) -> None:
    found = read(body, comments=comment(1, "who says so?"))
    (only,) = found.comments
    assert (only.anchor and only.anchor.of(found.text)) == anchor


def test_answers_hang_below_the_comment_that_they_answer() -> None:
    found = read(
        line(begin(0), begin(1), "40 died", end(0), end(1), begin(2), " and 12 fled", end(2)),
        comments=comment(2, "source?", marks='w14:paraId="C"')
        + comment(0, "per whom?", marks='w14:paraId="A"')
        + comment(1, "the governor", "Bo Li", marks='w14:paraId="B"'),
        commentsExtended='<w15:commentEx w15:paraId="A" w15:done="1"/>'
        '<w15:commentEx w15:paraId="B" w15:paraIdParent="A"/>',
    )
    assert [
        (one.text, one.resolved, [(r.author, r.text) for r in one.replies]) for one in found.comments
    ] == [
        ("per whom?", True, [("Bo Li", "the governor")]),
        ("source?", False, []),
    ]


def test_titles_are_known_by_their_style_in_any_language() -> None:
    styles = "<w:style w:styleId='Titel'><w:name w:val='Title'/></w:style>"
    found = read(
        paragraph("Vorab") + paragraph("40 fliehen", "<w:pPr><w:pStyle w:val='Titel'/></w:pPr>"),
        styles=styles,
    )
    assert (found.title, found.author) == ("40 fliehen", "Ada Roe")


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (docx(""), "empty"),
        (docx(paragraph("40 died"))[:-40], "malformed"),
        (docx(paragraph("40 died")).replace(b"PK\x01\x02", b"PK\x01\x03"), "malformed"),
        (archive({"xl/workbook.xml": "<w/>"}), "binary"),
        (archive({"mimetype": "application/epub+zip", "META-INF/container.xml": "<c/>"}), "binary"),
        (archive({"notes.txt": "40 died"}), "binary"),
    ],
    ids=["nothing", "cut", "broken", "sheet", "book", "notes"],
)
def test_what_is_no_sound_word_file_is_refused(data: bytes, word: str) -> None:
    with pytest.raises(Refused) as refused:
        read_word(data, None)
    assert refused.value.word == word


def test_a_locked_member_is_refused() -> None:
    locked = bytearray(docx(paragraph("40 died")))
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = -1
        while (at := locked.find(mark, at + 1)) >= 0:
            locked[at + flags] |= 1
    with pytest.raises(Refused, match="encrypted"):
        Package(bytes(locked)).main_part()
