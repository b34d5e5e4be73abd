import pytest

from factcheck.model import Attribution, Credit
from factcheck.show.lines import plain_text
from factcheck.show.passages import credited, elsewhere, marked_sentence, place
from tests import factories as make


@pytest.mark.parametrize(
    ("offset", "where"), [(0, "1:1"), (5, "1:6"), (24, "1:25"), (25, "2:1"), (26, "3:1")]
)
def test_a_place_is_line_and_column_from_one(offset: int, where: str) -> None:
    assert place(make.ARTICLE, offset) == where


@pytest.mark.parametrize(
    ("attribution", "said"),
    [
        (Attribution(), "the article's own voice"),
        (
            Attribution("named", "the Relief Council", canonical="Relief Council"),
            "the Relief Council (named)",
        ),
        (Attribution("anonymous", "officials", canonical="officials"), "officials (anonymous)"),
        (Attribution("pronoun", "she", canonical="Ada Holm"), "“she”: Ada Holm (pronoun)"),
        (Attribution("pronoun", "they"), "they (pronoun)"),
        (
            Attribution("nested", "the ministry", canonical="Ministry", via=(Credit("Reuters"),)),
            "the ministry (nested via Reuters)",
        ),
        (Attribution("named", "Mayor", polarity="denied"), "denied by Mayor (named)"),
        (Attribution("named", "Mayor", polarity="intended"), "a plan or wish of Mayor (named)"),
        (Attribution("named", "UN\x1b]0;owned\x07"), "UN␛]0;owned␇ (named)"),
    ],
)
def test_whose_word_it_is_in_a_few_words(attribution: Attribution, said: str) -> None:
    assert credited(attribution) == said


def test_the_claim_and_its_source_are_marked_in_the_sentence() -> None:
    said = "[More than 1,200 villagers] were led to safety, according to {the Marn Relief Council}."
    assert plain_text(marked_sentence(make.claim(), make.ARTICLE)) == said


def test_a_sentence_over_several_lines_is_shown_on_one() -> None:
    text = "About 12\r\npeople came, the\tmayor said."
    claim = make.claim(text, "12", "About 12\r\npeople", sentence=text, source="the\tmayor")
    assert plain_text(marked_sentence(claim, text)) == "[About 12 people] came, {the mayor} said."


def test_a_source_in_another_sentence_is_told_by_its_place() -> None:
    text = "The mayor spoke.\nAbout 12 people came."
    claim = make.claim(text, "12", "About 12 people", source="The mayor")
    assert plain_text(marked_sentence(claim, text)) == "[About 12 people] came."
    assert elsewhere(claim, text) == "the source is named at 1:1"
    assert elsewhere(make.claim(), make.ARTICLE) is None
