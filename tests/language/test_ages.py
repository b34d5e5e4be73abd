"""Words beside a number that make it somebody's age, and words that do not."""

import pytest

from factcheck.language.numbers.ages import YEARS_OF_AGE
from factcheck.language.quantities import read

AGES = [
    "Her son, {34}, sings.",
    "Ann and Bo Lund, {34} and 31, sing.",
    "She turned {34} in May.",
    "He will be {34}.",
    "Bo, who was {34} when it closed, sings.",
    "He died at {84}.",
    "Their average age was {44}.",
    "Nobody older than {64} may sing.",
    "Singers {65} and younger came.",
    "Voters under {30} stayed away.",
    "Nobody over the age of {30} may sing.",
]
OTHERS = [
    "Her songs, {34}, are short.",
    "She turned {34} pages.",
    "It will be {34}.",
    "The house at {84} Mill Lane burned.",
    "Their average wage was {44}.",
    "Voters in under {30} towns stayed away.",
]


def _unit(marked: str) -> list[str | None]:
    start = marked.index("{")
    text = marked.replace("{", "").replace("}", "")
    return [found.quantity.unit for found in read(text)[0] if found.span.start == start]


@pytest.mark.parametrize("marked", AGES)
def test_words_beside_a_number_make_it_an_age(marked):
    assert _unit(marked) == [YEARS_OF_AGE]


@pytest.mark.parametrize("marked", OTHERS)
def test_a_number_of_something_else_is_no_age(marked):
    assert YEARS_OF_AGE not in _unit(marked)
