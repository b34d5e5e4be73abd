"""Whatever the text, its claims and notices are in order, apart, and true to its characters."""

from hypothesis import given, settings
from hypothesis import strategies as st

from bench.reading.endurance import WORDS, stands
from factcheck.language.claims import extract, sentence_spans
from factcheck.language.pages import KEPT
from factcheck.model import Document, Span

pieces = st.tuples(st.sampled_from(WORDS), st.sampled_from(["", " ", " ", "\n"])).map("".join)


@given(st.lists(pieces, max_size=30).map("".join))
@settings(max_examples=150, deadline=None)
def test_the_spans_of_an_extract_are_true_in_order_and_apart(text: str) -> None:
    assert stands(text)


@given(st.text(max_size=60))
@settings(max_examples=100, deadline=None)
def test_any_characters_at_all_can_be_read(text: str) -> None:
    assert stands(text)


def said(text: str, media_type: str = "text/plain") -> list[tuple[str, str | None]]:
    found = extract(Document("d", text, "0" * 64, media_type=media_type)).claims
    return [(claim.surface, claim.attribution.source) for claim in found]


def test_the_markup_of_markdown_is_not_read_but_what_it_stands_around() -> None:
    text = (
        "**Port City**, 9 May\n\nThe [harbour board](https://example.org/12) said **14** cranes stood still."
    )
    assert said(text, "text/markdown") == [("14", "The [harbour board")]


def test_a_claim_stands_in_its_sentence() -> None:
    text = "Roads are shut. The mayor counted 40 pumps! Nobody helped."
    assert [span.of(text) for span in sentence_spans(text, [Span(34, 36)])] == ["The mayor counted 40 pumps!"]


def test_a_sentence_without_an_end_is_cut_so_that_no_claim_drags_a_whole_text_along() -> None:
    text = "and the mayor saw 40 pumps " * 400
    found = extract(Document("d", text, "0" * 64)).claims
    assert len(found) == 400
    assert max(claim.sentence_span.end - claim.sentence_span.start for claim in found) < 2_000


def test_the_readings_of_paragraphs_far_behind_are_not_needed_again() -> None:
    one = 'The board said 14 cranes stood still.\n\n"We lost 9 more."\n\n'
    often = 2 * KEPT
    assert said(one * often) == said(one) * often


def test_the_same_text_gives_the_same_claims_with_the_same_ids() -> None:
    document = Document("d", "Over 1,500 people were killed, the MEK said. Some 40 fled.", "0" * 64)
    assert extract(document).claims == extract(document).claims


def test_a_phrase_of_markdown_keeps_its_markup() -> None:
    text = "Over **1,500** people were [killed](https://example.org/2019), the *MEK* said."
    (claim,) = extract(Document("d", text, "0" * 64, media_type="text/markdown")).claims
    assert (claim.phrase, claim.attribution.canonical) == ("Over **1,500** people", "MEK")
