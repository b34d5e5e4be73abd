"""Labels, dates, years and repeats, told apart from counts by the words around them."""

import pytest

from factcheck.language.lexicon import table
from factcheck.language.quantities import read

LABELS = [(row["example"], row["kind"]) for row in table("labels")]


@pytest.mark.parametrize(("example", "kind"), LABELS)
def test_a_number_behind_a_label_is_no_claim(example, kind):
    found, notices = read(f"They spoke of {example}, and left.")
    assert found == ()
    assert {notice.code for notice in notices} <= {kind, "name", "reference", "label", "ordinal"}


@pytest.mark.parametrize("row", table("months"), ids=lambda row: row["word"])
def test_the_day_of_a_month_is_a_date(row):
    _, notices = read(f"It opened on {row['example']}.")
    assert [notice.code for notice in notices] == ["date"]


@pytest.mark.parametrize("row", table("notices"), ids=lambda row: row["code"])
def test_a_reason_is_one_sentence_for_the_reader(row):
    assert row["reason"][0].isupper()
    assert row["reason"].endswith(".")


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("It happened in 1850.", 0),
        ("It drowned 1850 ewes.", 1),
        ("Over 1900 people came.", 1),
        ("The 2012 floods were worse.", 0),
        ("In May 22 people were hurt.", 0),  # a date for all that the words show
        ("The farm's 88 sheds burned.", 1),
        ("These two sheds burned.", 0),
        ("It killed one and hurt eight.", 2),
        ("One of the sheds burned.", 0),
        ("One person was hurt.", 1),
        ("It ranks the top five.", 1),
        ("A Category 5 hurricane came.", 1),
        ("Prices on the FTSE 100 fell.", 0),
        ("The iPhone 14's screen broke.", 0),
        ("They met in the year 2040.", 0),
        ("Pledged: 781.", 1),
        ("About a third agreed.", 1),
        ("He doubled down on it.", 0),
        ("They met at least one another time.", 0),
        ("About <b>20</b> eels died.", 1),
    ],
)
def test_a_number_is_a_claim_only_where_it_counts(text, claims):
    assert len(read(text)[0]) == claims
