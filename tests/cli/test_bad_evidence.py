"""What cannot be judged gets an answer or a clear error: never a silent nought."""

import re

import pytest

from tests.cli.conftest import Answer, Typed


@pytest.fixture
def claim(type_in: Typed) -> str:
    answer = type_in("add", "over 500 people were hurt", "--source", "Council")
    found = re.search(r" as ([0-9a-z]{10})", answer.out)
    assert found is not None, answer
    return found[1]


def said(answer: Answer) -> str:
    assert answer.code == 0, answer
    return " ".join(answer.out.split())


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("add", ""), "no number in ''"),
        (("add", "  \n "), "no number in"),
        (("add", "the mayor was hurt", "--source", "Mayor"), "no number in 'the mayor was hurt'"),
        (("add", "500 people", "--source", " "), "no source in"),
        (("cite", "CLAIM", "", "--source", "Mayor"), "no number in ''"),
        (("cite", "CLAIM", "it never happened", "--source", "Mayor"), "for a denial without one"),
        (("cite", "CLAIM", "300 people", "--source", ""), "no source in ''"),
        (("cite", "CLAIM", "300 people", "--source", "E", "--date", "next week"), "no date: 'next week'"),
        (("cite", "CLAIM", "300 people", "--source", "E", "--date", "2024-02-30"), "no date: '2024-02-30'"),
        (("declare", "CLAIM", "--period", "2024-13"), "no period: '2024-13'"),
        (("score", "CLAIM", "--if-reliability", "E=Z"), "no reliability in 'E=Z'"),
        (("model", "set", "EUR in USD", "1.08", "--because", "as usual"), "an exchange rate has a date"),
    ],
)
def test_what_makes_no_sense_is_asked_wrongly_with_a_hint(
    type_in: Typed, claim: str, arguments: tuple[str, ...], words: str
) -> None:
    answer = type_in(*(claim if word == "CLAIM" else word for word in arguments))
    assert (answer.code, answer.out) == (2, "")
    assert words in answer.err
    assert "hint:" in answer.err


def test_a_denial_without_a_number_is_kept_with_its_stance_and_scores_nothing(
    type_in: Typed, claim: str
) -> None:
    stance = ("--stance", "conflicts", "--note", "denies it outright")
    told = said(type_in("cite", claim, "it never happened", "--source", "Mayor", *stance))
    assert "Not comparable: the citation gives no number." in told
    assert "NO INDEPENDENT EVIDENCE no score: no independent citation counts" in told
    assert "Test Desk holds that it conflicts: denies it outright." in said(type_in("show", claim))


def test_citations_that_derive_from_each_other_are_one_origin(type_in: Typed, claim: str) -> None:
    type_in("cite", claim, "310 people", "--source", "Radio", "--derived-from", "Town TV")
    told = said(type_in("cite", claim, "310 people", "--source", "Town TV", "--derived-from", "Radio"))
    assert "1 independent origin among 2 citations" in told
    assert "the sources that take this figure from each other are one origin" in said(type_in("show", claim))


def test_a_citation_that_derives_from_itself_counts_once_and_says_so(type_in: Typed, claim: str) -> None:
    told = said(type_in("cite", claim, "310 people", "--source", "Radio", "--derived-from", "Radio"))
    assert "Counts for Radio, although it is said to take this figure from itself." in told


def test_a_circle_with_the_claimant_counts_for_nothing(type_in: Typed, claim: str) -> None:
    type_in("cite", claim, "510 people", "--source", "Council", "--derived-from", "Radio")
    told = said(type_in("cite", claim, "510 people", "--source", "Radio", "--derived-from", "Council"))
    assert "goes in a circle with Council, the claim's own source" in told
    assert "NO INDEPENDENT EVIDENCE" in told


def test_one_passage_as_a_part_and_as_the_whole_counts_once(type_in: Typed, claim: str) -> None:
    type_in("cite", claim, "300 people", "--source", "Herald", "--scope", "part")
    told = said(type_in("cite", claim, "300 people", "--source", "Herald", "--scope", "whole"))
    assert "1 independent origin among 2 citations" in told


@pytest.mark.parametrize(
    ("passage", "words"),
    [
        ("44 kilometres", "“44 kilometres” is a figure in kilometres and “over 500” is a count"),
        ("44 percent", "“44 percent” is a percentage and “over 500” is a count"),
        ("$44 million", "“$44 million” is an amount in USD and “over 500” is a count"),
    ],
)
def test_another_unit_is_no_conflict(type_in: Typed, claim: str, passage: str, words: str) -> None:
    told = said(type_in("cite", claim, passage, "--source", "Clerk"))
    assert words in told
    assert "NO INDEPENDENT EVIDENCE" in told
