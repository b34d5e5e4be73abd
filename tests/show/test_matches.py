"""A match is shown by its answer first, its number marked, its reasons below."""

from factcheck.agreement.matching.found import Match, Recorded
from factcheck.agreement.matching.profiles import Telling
from factcheck.model import Span
from factcheck.show.lines import plain_text
from factcheck.show.matches import NOTHING, match_lines
from tests import factories

CLAIM = factories.claim()
SENTENCE = CLAIM.sentence_span.of(factories.ARTICLE)
START = CLAIM.span.start - CLAIM.sentence_span.start


def shown(*found: Match, width: int = 80) -> list[str]:
    return [plain_text(line) for line in match_lines(found, width)]


def match(said: str = SENTENCE, span: Span | None = None, **others: str | None) -> Match:
    given = {"outlet": "The Marn Courier", "date": "2024-05-17", "source": "Marn Relief Council", **others}
    recorded = Recorded(1, CLAIM, "d", Telling(said, quantity=CLAIM.quantity, span=span), **given)
    return Match(recorded, "same fact, other number", 0.876, ("words: both have “villagers”", "number: no"))


def test_answer_sentence_and_reasons_in_this_order() -> None:
    assert shown(match(span=Span(START, START + 5))) == [
        "SAME FACT, OTHER NUMBER  score 0.88  c1a2m3n4p5",
        "  More than [1,200] villagers were led to safety, according to the Marn Relief",
        "  Council.",
        "  Marn Relief Council; The Marn Courier, 2024-05-17",
        "  - words: both have “villagers”",
        "  - number: no",
    ]


def test_two_matches_are_parted_by_a_blank_line() -> None:
    assert shown(match(), match()).count("") == 1


def test_what_is_not_known_is_left_out() -> None:
    assert "  the article's own voice" in shown(match(outlet=None, date=None, source=None))


def test_nothing_found_says_so() -> None:
    assert shown() == [NOTHING]


def test_no_line_is_wider_than_the_page_and_nothing_is_obeyed() -> None:
    lines = shown(match("\x1b[2J" + "a long way " * 60, source="\u202eevil"), width=60)
    assert max(map(len, lines)) <= 60
    assert not any("\x1b" in one or "\u202e" in one for one in lines)
