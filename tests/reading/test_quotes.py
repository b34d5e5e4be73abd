"""A quotation is found where it stands, or the reason is given; nothing that only resembles it is found."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from factcheck.model import Span
from factcheck.reading.folding import fold
from factcheck.reading.quotes import NoPlace, find_quote

TEXT = (
    "In all, 1,500 died. The ministry said “at least 12 peo-\nple  were ﬁned”, unlikely but 15% true.\n"
    "At least 12 people were fined. He paid $15 million for 12.5 km of road; it did not kill 12, he said.\n"
    "The toll was 1\u00a0500 in May, 2 700 in June, 3–4 a day… and -5 degrees. In 2019 600 fled."
)


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("1,500 died", "1,500 died"),
        ("at least 12 people were fined", "at least 12 peo-\nple  were ﬁned"),
        ("\n“at least 12 people were fined” ", "“at least 12 peo-\nple  were ﬁned”"),
        ('"at least 12 people were fined"', "“at least 12 peo-\nple  were ﬁned”"),
        ("At least 12 people were fined", "At least 12 people were fined"),
        ("true. At  least", "true.\nAt least"),
        ("toll was 1 500 in May", "toll was 1\u00a0500 in May"),
        ("3-4 a day...", "3–4 a day…"),
        ("\u22125 degrees", "-5 degrees"),
        ("15%", "15%"),
        ("600 fled", "600 fled"),
        ("$15 million", "$15 million"),
        ("did not kill 12", "did not kill 12"),
    ],
)
def test_a_quotation_is_found_as_another_printing_may_have_it(quote: str, found: str) -> None:
    span = find_quote(TEXT, quote)
    assert isinstance(span, Span), span
    assert span.of(TEXT) == found


@pytest.mark.parametrize(
    ("quote", "reason"),
    [
        ("500 died", "only as part of a longer number"),
        ("1,50", "only as part of a longer number"),
        ("likely but", "only as part of a longer number or word"),
        ("15 million", "only as part of a longer number"),
        ("but 15", "only as part of a longer number"),
        ("5 km of road", "only as part of a longer number"),
        ("700 in June", "only as part of a longer number"),
        ("4 a day", "only as part of a longer number"),
        ("5 degrees", "only as part of a longer number"),
        ("at least 19 people were fined", "another number: 12 instead of 19"),
        ("1,600 died", "another number: 1,500 instead of 1,600"),
        ("toll was 1500 in May", "do not stand"),
        ("did kill 12", "do not stand"),
        ("at Least 12 people", "do not stand"),
        ("15 percent", "do not stand"),
        ("nobody was fined", "do not stand"),
        (" \n", "empty"),
    ],
)
def test_what_is_not_quoted_word_for_word_and_digit_for_digit_is_not_found(quote: str, reason: str) -> None:
    answer = find_quote(TEXT, quote)
    assert isinstance(answer, NoPlace), answer
    assert reason in answer.reason


@pytest.mark.parametrize(
    ("prefix", "suffix", "before"),
    [
        ("In May, ", "", "In May, "),
        ("In  May,\n", "", "In May, "),
        ("", " in Orl", "In June, "),
        ("in July, ", " in Marn", "In July, "),
        ("", "", None),
        ("nothing of that", "", None),
    ],
)
def test_several_places_are_told_apart_by_what_surrounds_them(
    prefix: str, suffix: str, before: str | None
) -> None:
    text = "In May, 40 died in Marn. In June, 40 died in Orl. In July, 40 died in Marn."
    answer = find_quote(text, "40 died", prefix=prefix, suffix=suffix)
    if before is None:
        assert answer == NoPlace("It stands in 3 places, and what surrounds it does not tell them apart.")
    else:
        assert isinstance(answer, Span)
        assert text[: answer.start].endswith(before)


def test_a_script_without_capitals_is_quoted_inside_its_words() -> None:
    text = "一周内有1500多人死亡"
    assert find_quote(text, "多人死") == Span(8, 11)
    assert isinstance(find_quote(text, "500多人"), NoPlace)


PRINTED = st.text(st.sampled_from("ab 1,.5%-–\n\u00a0\u00ad\u200b’'“\"ﬁ…é"), max_size=40)


@given(PRINTED)
@example("1\u200b2")
@example("a-\n b…")
def test_folding_changes_no_digit_and_every_folded_character_knows_its_origin(text: str) -> None:
    folded = fold(text)
    assert [sign for sign in folded.text if sign.isdigit()] == [sign for sign in text if sign.isdigit()]
    for at, sign in enumerate(folded.text):
        origin = folded.origin(at, at + 1).of(text)
        assert sign in f"{origin}{fold(origin).text} "


@given(PRINTED, st.data())
def test_what_is_found_is_the_quotation_but_for_its_printing(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    quote = text[start : data.draw(st.integers(start, len(text)))]
    answer = find_quote(text, quote)
    if isinstance(answer, Span):
        found = answer.of(text)
        assert fold(found.strip()).text == fold(quote.strip()).text or found == quote.strip()
