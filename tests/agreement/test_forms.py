"""Each turn of phrase is had by its example, and not by the sentence beside it."""

import pytest

from factcheck.agreement.consistency.forms import matches, passages
from factcheck.agreement.consistency.mentions import told_numbers
from factcheck.agreement.wordlists import rows
from tests.agreement.articles import extracted

ROWS = [(row["group"], row["form"], row["example"], row["other"]) for row in rows("forms")]


def groups_of(text: str) -> set[str]:
    masked = passages(text, told_numbers(extracted(text)))
    return {group for group, *_ in ROWS for passage in masked if list(matches(passage, group))}


@pytest.mark.parametrize(("group", "form", "example", "other"), ROWS)
def test_a_form_is_had_by_its_example_alone(group: str, form: str, example: str, other: str) -> None:
    assert group in groups_of(example)
    assert group not in groups_of(other)


def test_a_form_matches_however_the_numbers_are_spelt() -> None:
    assert "multiple" in groups_of("Sales more than doubled from about forty in May to ninety-one in June.")


def test_a_passage_knows_the_numbers_of_the_sentence_before_but_not_across_paragraphs() -> None:
    text = "It asked 40 men. Of those, 30 came.\n\nThen 20 left."
    first, second, third = passages(text, told_numbers(extracted(text)))
    assert [claim.surface for claim in second.before] == ["40"]
    assert first.before == third.before == ()


def test_forms_take_linear_time_on_a_sentence_without_an_end() -> None:
    text = "12 men, " * 400 + "40 in all"
    masked = passages(text, told_numbers(extracted(text)))
    assert masked
    for passage in masked:
        for group, *_ in ROWS:
            assert len(list(matches(passage, group))) <= 2 * len(passage.claims)
