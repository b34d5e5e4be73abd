"""A page finds the paragraph, sentence and statement of a place, and forgets what lies far behind."""

import pytest

from factcheck.language.pages import KEPT, Page
from factcheck.language.sentences import LONGEST_PARAGRAPH, paragraphs
from factcheck.model import Span

TEXT = 'The port shut. Ruiz said: "We lost 14 boats. We mourn."\n\nNobody came.'


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        ("14", 'Ruiz said: "We lost 14 boats.'),
        ("Nobody", "Nobody came."),
        ("The", "The port shut."),
        ('mourn."\n\nNobody', 'We mourn."\n\nNobody'),
    ],
)
def test_a_number_stands_in_a_sentence_that_holds_all_of_it(number: str, sentence: str) -> None:
    start = TEXT.index(number)
    assert Page(TEXT).sentence_over(Span(start, start + len(number))).of(TEXT) == sentence


def test_a_statement_goes_on_while_a_quotation_does() -> None:
    page = Page(TEXT)
    at, place = page.where(TEXT.index("mourn"))
    assert page.statements(at)[place].span.of(TEXT) == 'Ruiz said: "We lost 14 boats. We mourn."'


def test_a_text_without_a_paragraph_leaves_a_number_alone() -> None:
    assert Page(" ").sentence_over(Span(0, 1)) == Span(0, 1)


def test_what_lies_far_behind_is_forgotten_and_read_again_when_asked_for() -> None:
    page = Page("One came.\n\n" * 5 * KEPT)
    first = page.statements(0)[0].span
    for at in range(5 * KEPT):
        page.statements(at)
        page.sentences(at)
    assert len(page._statements) <= 2 * KEPT
    assert len(page._sentences) <= 2 * KEPT
    assert page.statements(0)[0].span == first


def test_a_paragraph_of_monstrous_length_comes_in_stretches_between_sentences() -> None:
    text = "The mayor counted 40 pumps. " * 1_000
    found = paragraphs(text)
    assert len(found) > 2
    assert all(part.end - part.start <= LONGEST_PARAGRAPH and part.of(text).endswith(".") for part in found)
    assert " ".join(part.of(text) for part in found) == text.strip()
