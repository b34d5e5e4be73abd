"""Of a PDF the running text is read, page by page, and every page keeps its index and its label."""

import io

import pypdf
import pytest

from factcheck.reading.extracts import Extracted
from factcheck.reading.parsers.pdf import read_pdf
from factcheck.reading.places import place_of
from factcheck.reading.readings import Refused
from tests.reading.makers import Placed, article, pdf, pdf_of, printed

FLOOD = (
    "Some 40 families fled the valley on Sunday, the mayor said, and more are on their way to the coast. "
    "The river had been rising since Friday, when the first of the bridges was closed."
)
ROAD = (
    "By Saturday the road along it could no longer be used, and 12 boats were sent for those who had stayed."
)


def read(*pages: list[Placed], labels: str = "", title: str = "") -> Extracted:
    return read_pdf(pdf(pages, labels=labels, title=title), None)


def column(*texts: str, x: float = 72, y: float = 700, size: float = 11) -> list[Placed]:
    return [(x, y - 14 * row, size, text) for row, text in enumerate(texts)]


def test_the_lines_of_a_paragraph_are_joined_and_paragraphs_stay_apart() -> None:
    found = read(*printed([FLOOD, ROAD], columns=40))
    assert found.text.split("\n\n")[:2] == [FLOOD, ROAD]
    assert found.made.startswith("pypdf ")


def test_every_page_is_a_place_with_its_index_and_its_printed_label() -> None:
    labels = "<< /Nums [0 << /S /r /St 9 >> 2 << /S /D /St 1 /P (A-) >>] >>"
    found = read(column(FLOOD), column(ROAD), column("The end of 40 days."), labels=labels)
    pages = {
        surface: place_of(found.places, found.text.index(surface), "page")
        for surface in ("40 f", "12", "40 d")
    }
    assert [(page.number, page.label) for page in pages.values() if page] == [(1, "ix"), (2, "x"), (3, "A-1")]
    paragraph = place_of(found.places, found.text.index("12 boats"))
    assert paragraph is not None
    assert (paragraph.kind, paragraph.number) == ("paragraph", 2)


def test_a_sentence_goes_on_over_the_end_of_a_page_and_its_halves_know_theirs() -> None:
    found = read(column("Some 40 families fled the valley, and"), column("another 12 followed on Monday."))
    assert found.text == "Some 40 families fled the valley, and another 12 followed on Monday."
    pages = [place_of(found.places, found.text.index(number), "page") for number in ("40", "12")]
    assert [page.number for page in pages if page] == [1, 2]


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (("The govern-", "ment counted 40."), "The government counted 40."),
        (("Some 40 mem-", "bers of the govern-", "ment left."), "Some 40 members of the government left."),
        (
            ("It is well-", "known. A well-known", "fact of 1987."),
            "It is well-known. A well-known fact of 1987.",
        ),
        (("In all twenty-", "five died."), "In all twenty-five died."),
        (("Between 1,500-", "2,000 people fled."), "Between 1,500-2,000 people fled."),
        (("It was Anglo-", "Saxon."), "It was Anglo-Saxon."),
        (("The co\xad", "operation of 40"), "The cooperation of 40"),
        (("The toll in 2019", "12 people died"), "The toll in 2019\n12 people died"),
        (("It rose in 2018 \u2013", "the year of 40 floods"), "It rose in 2018 \u2013 the year of 40 floods"),
    ],
)
def test_words_and_numbers_that_a_line_end_broke_are_put_together_where_that_is_sure(
    lines: tuple[str, ...], text: str
) -> None:
    found = read(column(*lines))
    assert (found.text, found.notices) == (text, ())


def test_a_doubtful_hyphen_stays_aloud() -> None:
    found = read(column("The anti-", "government march drew 40. No government", "fell."))
    assert found.text == "The anti-government march drew 40. No government fell."
    assert [(notice.code, notice.span.of(found.text)) for notice in found.notices] == [("hyphen", "-")]


def test_running_heads_and_page_numbers_are_dropped_aloud() -> None:
    pages = [
        [(72, 760, 9, "Marn Gazette, 5 May"), *column(text), (300, 40, 9, f"{number} of 3")]
        for number, text in enumerate((FLOOD, ROAD, "The end of 40 days."), start=1)
    ]
    found = read(*pages)
    assert found.text == "\n\n".join((FLOOD, ROAD, "The end of 40 days."))
    assert [notice.code for notice in found.notices] == ["running-line"] * 2
    assert "“Marn Gazette, 5 May”" in found.notices[0].reason
    assert "on 3 pages" in found.notices[0].reason


def test_page_numbers_in_roman_are_dropped() -> None:
    pages = [
        [*column(text), (300, 40, 9, label)]
        for text, label in ((FLOOD, "viii"), (ROAD, "ix"), ("The end of 40 days.", "x"))
    ]
    assert read(*pages).text == "\n\n".join((FLOOD, ROAD, "The end of 40 days."))


@pytest.mark.parametrize(
    "pages",
    [
        [[*column(FLOOD), (72, 40, 11, "In all 214 died.")]],
        [[*column(FLOOD), (72, 40, 11, f"In all {toll} died.")] for toll in (214, 218, 230)],
        [[*column(FLOOD), (72, 40, 11, "In all 214 died.")], [*column(ROAD)], [*column("The 40 days.")]],
        [
            [*column(FLOOD), (72, 40, 11, "In all 214 died.")],
            [*column(ROAD), (72, 40, 11, "In all 215 died.")],
        ],
        [[*column(FLOOD), (72, 40, 11, "In all 214 died.")], [(72, 40, 11, "9" * 5_000)]],
    ],
)
def test_a_line_at_the_edge_that_does_not_repeat_is_text(pages: list[list[Placed]]) -> None:
    found = read(*pages)
    assert "In all 214 died." in found.text
    assert all("In all" not in notice.reason for notice in found.notices)


@pytest.mark.parametrize(
    ("mark", "text"),
    [
        ((140, 704, 6, "3"), "A toll of 1,500³ was named."),
        ((140, 700, 6, "3"), "A toll of 1,500³ was named."),
        ((140, 697, 6, "2"), "A toll of 1,500₂ was named."),
        ((140, 700, 11, "3"), "A toll of 1,5003 was named."),
    ],
)
def test_a_mark_set_small_does_not_lengthen_the_number_before_it(mark: Placed, text: str) -> None:
    found = read([(72, 700, 11, "A toll of 1,500"), mark, (151, 700, 11, "was named.")])
    assert (
        found.text.replace("  ", " ").replace("00 ³", "00³").replace("00 ₂", "00₂").replace("00 3", "003")
        == text
    )


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        ([*column("\u2022 40 died in Marn", "\u2022 12 died in Orl")], 2),
        ([*column("Flood in Marn", size=18), *column(FLOOD, y=680)], 2),
        ([*column("It was over."), *column("Then 40 came back.", x=90, y=686)], 2),
        ([*column("They fled from"), *column("Marn with 40 boats.", x=90, y=686)], 1),
        ([*column(ROAD[:60], ROAD[60:90]), *column(FLOOD[:60], y=640)], 2),
        ([*column(ROAD[:60], "and on.", FLOOD[:60], FLOOD[60:120])], 2),
    ],
)
def test_a_paragraph_ends_where_the_page_shows_it(lines: list[Placed], count: int) -> None:
    assert len(read(lines).text.split("\n\n")) == count


def test_two_columns_are_read_one_after_the_other() -> None:
    left = column("Some 40 families fled", "the valley on Sunday, the")
    right = column("mayor said, and 12 boats", "were sent for them.", x=320)
    assert read([*left, *right]).text == (
        "Some 40 families fled the valley on Sunday, the mayor said, and 12 boats were sent for them."
    )


def test_the_title_is_the_declared_one_if_it_is_printed() -> None:
    assert read(column("Flood in Marn", size=18), title="Flood in Marn").title == "Flood in Marn"
    assert read(column("Flood in Marn", size=18), title="Microsoft Word - draft7.doc").title is None


def test_a_page_without_text_is_named() -> None:
    found = read(column(FLOOD), [], column(ROAD))
    assert [(notice.code, notice.reason) for notice in found.notices] == [
        ("page-without-text", "Pages that hold no text, by their index: 2.")
    ]


def encrypted(password: str) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf([column(FLOOD)])))
    writer.encrypt(password, "owner", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_a_pdf_that_only_its_owner_may_change_is_read() -> None:
    assert read_pdf(encrypted(""), None).text == FLOOD


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (encrypted("secret"), "encrypted"),
        (pdf([[], []]), "scanned"),
        (pdf([column(FLOOD)])[:-200], "malformed"),
    ],
    ids=["locked", "scanned", "cut"],
)
def test_what_has_no_text_to_read_is_refused_with_a_sentence(data: bytes, word: str) -> None:
    with pytest.raises(Refused) as refused:
        read_pdf(data, None)
    assert refused.value.word == word


def test_what_is_no_pdf_raises_and_does_not_hang() -> None:
    for data in (pdf_of([]), b"%PDF-1.7\nstartxref\n9\n%%EOF", article(["40", "12"]) + b"startxref"):
        with pytest.raises(Exception):  # noqa: B017, PT011 - whatever pypdf raises, the child answers for
            read_pdf(data, None)
