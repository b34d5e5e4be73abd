"""Every row of the table of hedges at work in its own example."""

import pytest

from factcheck.language.lexicon import table
from factcheck.language.quantities import read

ROWS = [(row["phrase"], row["hedge"], row["example"]) for row in table("hedges")]


@pytest.mark.parametrize(("phrase", "hedge", "example"), ROWS)
def test_a_hedge_is_read_in_its_example(phrase, hedge, example):
    (claim,) = read(example)[0]
    assert claim.quantity.hedge == hedge
    assert claim.phrase_span.of(example).startswith(example[: len(phrase)].split()[0])


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("a book about 14 women", "exact"),
        ("The chain takes over 19 stores.", "exact"),
        ("It was built over six years.", "exact"),
        ("He waited for over six years.", "over"),
        ("The rate edged up to 14%.", "exact"),
        ("The house passed two laws.", "exact"),
        ("Cases passed the 20,000 mark.", "over"),
        ("As many, rescuers fear, as 70 hikers fell.", "up_to"),
        ("At the very least, 900 votes were lost.", "at_least"),
        ("At least about 30 eels died.", "at_least"),
        ("About 500 or more eels died.", "at_least"),
        ("It found 350 new cases and over 20 deaths.", "exact"),
    ],
)
def test_a_word_hedges_only_where_it_says_how_much(text, hedge):
    assert read(text)[0][0].quantity.hedge == hedge
