"""The canonical text grows paragraph by paragraph, and what is written keeps its place."""

from factcheck.model import Span
from factcheck.reading.canonical import CanonicalText, lowered, one_line, raised


def test_paragraphs_are_two_line_ends_apart_and_begin_without_blanks() -> None:
    canonical = CanonicalText()
    canonical.end_paragraph()
    for text in ("  Some 40 ", "", "\tfled.  ", "  "):
        for part in text.split("|"):
            canonical.write(part)
        canonical.end_paragraph()
    assert canonical.text == "Some 40 \n\nfled.  "


def test_a_place_covers_what_was_written_since_its_beginning() -> None:
    canonical = CanonicalText()
    canonical.write("Flood")
    canonical.end_paragraph()
    start = canonical.next
    canonical.write("Some ")
    canonical.write("40 fled.")
    assert canonical.mark(start, "paragraph", 2) == Span(7, 20)
    assert canonical.mark(canonical.next, "paragraph", 3) is None
    assert [place.span.of(canonical.text) for place in canonical.places()] == ["Some 40 fled."]


def test_what_no_text_may_hold_is_replaced_one_for_one() -> None:
    canonical = CanonicalText()
    canonical.write("1\x00500 \ud800")
    assert canonical.text == "1\ufffd500 \ufffd"
    assert one_line(" The \n Gazette\x00 ") == "The Gazette\ufffd"
    assert one_line(" \n") is None


def test_marks_and_exponents_are_characters_of_their_own() -> None:
    assert raised("1,500") + lowered("2") == "¹,⁵⁰⁰₂"
