"""What gives a copy away is suggested with its reason; what is declared, or later, is not."""

import pytest

from factcheck.agreement.consistency.echoes import echoes
from tests import factories as make

SENTENCE = "Rescuers led 1,243 villagers out of the Marn valley before the river broke its banks on Sunday."


def cited(name: str, passage: str = "1,200 people", date: str | None = "2024-05-18", **others: object):
    return make.citation(name, passage, id=f"c-{name}", date=date, **others)


def suggested(*citations, **ties: dict[str, str]) -> list[tuple[str, str, str]]:
    return [(one.citation, one.parent, one.sign) for one in echoes(citations, ties)]


@pytest.mark.parametrize(
    "passage",
    [
        "About 1,200 people were moved, according to Valley Wire.",
        "Valley Wire reported that about 1,200 people were moved.",
        "Valley Wire reported that officials had said that 1,200 people were moved.",
    ],
)
def test_a_credit_inside_the_passage_is_read(passage: str) -> None:
    (one,) = echoes([cited("Valley Wire", date="2024-05-17"), cited("The Daily Marn", passage)])
    assert (one.citation, one.parent, one.sign) == ("c-The Daily Marn", "c-Valley Wire", "credit")
    assert one.reason.startswith("The Daily Marn (2024-05-18) may repeat Valley Wire: its passage credits")


def test_an_agency_in_brackets_is_suggested_by_name_where_it_is_not_cited() -> None:
    assert suggested(cited("The Daily Marn", "MARN (AFP) About 1,200 people were moved.")) == [
        ("c-The Daily Marn", "AFP", "credit")
    ]


def test_the_same_words_are_a_copy_of_the_earliest() -> None:
    assert suggested(
        cited("C", SENTENCE, "2024-05-20"),
        cited("A", SENTENCE, "2024-05-18"),
        cited("B", SENTENCE.replace("broke", "burst"), "2024-05-19"),
    ) == [("c-C", "c-A", "copy"), ("c-B", "c-A", "copy")]


@pytest.mark.parametrize(
    ("passage", "why"),
    [
        (SENTENCE.replace("1,243", "1,342"), "another number"),
        ("Rescuers led 1,243 villagers away.", "too short to tell"),
    ],
)
def test_likeness_without_the_same_words_and_numbers_is_no_copy(passage: str, why: str) -> None:
    assert suggested(cited("A", SENTENCE, "2024-05-18"), cited("B", passage, "2024-05-19")) == [], why


def test_two_unround_figures_in_common_give_a_copy_away_and_one_does_not() -> None:
    first = cited("A", "1,243 moved, 317 of them by boat", "2024-05-18")
    both = cited("B", "Of 317 who went by boat, 1,243 in all", "2024-05-19")
    one = cited("C", "1,243 moved, 400 of them by boat", "2024-05-19")
    assert suggested(first, both, one) == [("c-B", "c-A", "figures")]


def test_sources_that_are_tied_are_suggested_once_with_why() -> None:
    given = [cited(name, date=f"2024-05-{day}") for day, name in enumerate("ABD", 18)]
    ties = {"a": {"b": "both belong to Marn Media"}, "b": {"a": "both belong to Marn Media"}}
    (one,) = echoes(given, ties)
    assert (one.citation, one.parent, one.sign) == ("c-B", "c-A", "affiliation")
    assert one.reason == "B (2024-05-19) may repeat A: both belong to Marn Media."


def test_what_is_declared_is_not_suggested_again() -> None:
    first = cited("A", SENTENCE, "2024-05-18")
    for parent in ("c-A", "A", "a"):
        assert suggested(first, cited("B", SENTENCE, "2024-05-19", derived_from=(parent,))) == []


def test_order_changes_nothing_but_the_order() -> None:
    given = [cited(name, SENTENCE, f"2024-05-1{day}") for day, name in enumerate("DBCA")]
    assert sorted(suggested(*given)) == sorted(suggested(*given[::-1]))
