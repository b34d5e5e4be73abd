"""A source that somebody types is filed under the name that print gives it."""

import pytest

from factcheck.language.declared import declared_name


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Norwood Times", "Norwood Times"),
        ("per Norwood Times reports", "Norwood Times"),
        ("according to the coroner", "coroner"),
        ("says the Norwood Times", "Norwood Times"),
        ("the Norwood Times says", "Norwood Times"),
        ("said police,", "police"),
        ("per cent", "per cent"),
        ("Per Cent Group", "Per Cent Group"),
        ("Word of Mouth", "Word of Mouth"),
        ("who said", "who said"),
        ("Save the Seals", "Save the Seals"),
        (" - ", ""),
        ("https://www.Norwood.example/news?id=1", "norwood.example"),
        ("norwood.example", "norwood.example"),
    ],
)
def test_the_words_of_a_credit_are_no_part_of_the_name(typed: str, name: str) -> None:
    assert declared_name(typed) == name
