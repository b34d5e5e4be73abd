"""What is counted ends before the clause begins; what happened stands plainly beside it."""

import pytest

from factcheck.language.lexicon import table
from factcheck.language.quantities import read


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("It employs 40 full-time gardeners in Kent.", "full-time gardeners"),
        ("It sold 12 old fire engines.", "old fire engines"),
        ("It hurt 12 people while they slept.", "people"),
        ("It hurt 12 injured men again.", "injured men"),
        ("It hurt 12, they said.", None),
        ("It hurt 12 of the pilgrims.", "the pilgrims"),
        ("It has 17 deaths on record.", "deaths"),
        ("It has one new case.", "new case"),
        ("A third of the harvest was lost.", "the harvest"),
        ("Some 20,000 tonnes of barley rotted.", "barley"),
        ("It fined 12 arms dealers.", "arms dealers"),
        ("Of these, 312 returned in May.", None),
        ("One in six needs glasses.", None),
        ("It freed 12 unemployed.", "unemployed"),
        ("To fell 12 elms proves little.", "elms"),
        ("It needs 12 more.", None),
        ("It closed 12 US mills.", "US mills"),
        ("It gave 12 us alone.", None),
        ("It lost 12 last week.", None),
        ("It has 12 weekly markets.", "weekly markets"),
    ],
)
def test_the_counted_words_are_a_noun_phrase(text, counted):
    assert read(text)[0][0].quantity.counted == counted


@pytest.mark.parametrize("row", table("predicates"), ids=lambda row: row["word"])
def test_a_word_of_the_table_beside_a_number_names_its_predicate(row):
    (claim,) = read(f"They said {row['word']} 12 in all.")[0]
    assert claim.predicate == row["predicate"]
