"""Numbers and sources come together in claims that stand where they say."""

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.language.claims import LONGEST_SIDE, extract
from factcheck.model import Document
from factcheck.reading.files import make_document

WORDS = st.sampled_from(
    [
        "over",
        "1,500",
        "people",
        "were",
        "killed",
        ",",
        ".",
        "said",
        "the",
        "MEK",
        "“",
        "”",
        "\n\n",
        "12%",
        "\n",
        "according to",
        "Reuters",
        "nearly",
        "two",
        "dozen",
        "in 2019",
        "(",
        ")",
        "\u200b",
        "é",
        "😀",
        "1.234",
    ]
)


def read(text: str) -> Document:
    return make_document(text)


@settings(max_examples=150)
@given(st.lists(WORDS, max_size=60).map(" ".join))
def test_claims_and_notices_stand_in_order_and_apart_and_reproduce_the_text(text: str) -> None:
    found = extract(read(text))
    spans = sorted([claim.span for claim in found.claims] + [notice.span for notice in found.notices])
    assert all(one.end <= other.start for one, other in itertools.pairwise(spans))
    assert [claim.span for claim in found.claims] == sorted(claim.span for claim in found.claims)
    for claim in found.claims:
        assert claim.span.of(text) == claim.surface
        assert claim.phrase_span.of(text) == claim.phrase
        assert claim.sentence_span.covers(claim.phrase_span)
        assert claim.phrase_span.covers(claim.span)
        source = claim.attribution.source_span
        assert source is None or source.of(text) == claim.attribution.source


def test_the_same_text_gives_the_same_claims_with_the_same_ids() -> None:
    text = "Over 1,500 people were killed, the MEK said. Some 40 fled."
    assert extract(read(text)).claims == extract(read(text)).claims


def test_a_sentence_without_end_is_kept_only_near_its_numbers() -> None:
    text = "Police said 40 died and 30 fled " * 500
    for claim in extract(read(text)).claims:
        assert len(claim.sentence_span.of(text)) <= 2 * LONGEST_SIDE + len(claim.phrase)


def test_markup_is_no_part_of_the_reading_but_of_the_spans() -> None:
    text = "Over **1,500** people were [killed](https://example.org/2019), the *MEK* said."
    document = make_document(text, media_type="text/markdown")
    (claim,) = extract(document).claims
    assert (claim.surface, claim.attribution.canonical) == ("1,500", "MEK")
    assert claim.phrase == "Over **1,500** people"
