"""What one sentence says of the numbers of another, told in tables of sentences of our own."""

from __future__ import annotations

import subprocess
import sys

import pytest

import factcheck.agreement
from factcheck.agreement.entailment.judgement import Entailment, entail

FLOOD = "The flood destroyed {} homes along the river."


@pytest.mark.parametrize(
    ("premise", "hypothesis", "label"),
    [
        ("12,000", "more than 12,000", "contradiction"),
        ("12,001", "more than 12,000", "entailment"),
        ("at least 304", "304", "neutral"),
        ("304", "at least 304", "entailment"),
        ("more than 5", "more than 3", "entailment"),
        ("more than 5", "fewer than 4", "contradiction"),
        ("more than 5", "7", "neutral"),
        ("fewer than 90", "up to 90", "entailment"),
        ("up to 90", "fewer than 90", "neutral"),
        ("between 30 and 40", "at least 30", "entailment"),
        ("about 300", "300", "neutral"),
        ("300", "about 300", "entailment"),
        ("about 300", "304", "neutral"),
        ("about 300", "5,000", "contradiction"),
        ("61", "61", "entailment"),
    ],
)
def test_sentences_that_differ_in_one_number_are_settled_by_it(
    premise: str, hypothesis: str, label: str
) -> None:
    assert entail(FLOOD.format(premise), FLOOD.format(hypothesis)).label == label


@pytest.mark.parametrize(
    ("premise", "hypothesis", "label", "example_of"),
    [
        ("Lena had 14 stamps and she gave 5 stamps to Ravi.", "Lena has 9 stamps now.", "entailment", "goes"),
        (
            "Lena had 14 stamps and she gave 5 stamps to Ravi.",
            "Lena has 8 stamps now.",
            "contradiction",
            "goes",
        ),
        ("Lena had 14 stamps and Ravi gave her 5 stamps.", "Lena has 19 stamps now.", "entailment", "comes"),
        (
            "Lena had 14 stamps and Ravi gave her 5 stamps.",
            "Lena has 9 stamps now.",
            "contradiction",
            "comes",
        ),
        (
            "Omar caught 11 trout and Ines caught 6 trout.",
            "17 trout were caught in total.",
            "entailment",
            "total",
        ),
        (
            "The barn holds 23 goats and 9 hens.",
            "There are 14 more goats than hens.",
            "entailment",
            "difference",
        ),
        (
            "There are 7 crates and each crate holds 12 lamps.",
            "84 lamps are in the crates.",
            "entailment",
            "product",
        ),
        (
            "There are 7 crates and each crate holds 12 lamps.",
            "80 lamps are in the crates.",
            "contradiction",
            "product",
        ),
        (
            "60 lamps were packed equally into 5 crates.",
            "12 lamps were in each crate.",
            "entailment",
            "quotient",
        ),
        (
            "At least 15 miners died in the north and another 5 in the south.",
            "At least 20 miners died.",
            "entailment",
            "floors",
        ),
        (
            "At least 15 miners died in the north and another 5 in the south.",
            "20 miners died.",
            "neutral",
            "floors",
        ),
    ],
)
def test_what_a_story_comes_to_is_worked_out(
    premise: str, hypothesis: str, label: str, example_of: str
) -> None:
    assert entail(premise, hypothesis).label == label, example_of


@pytest.mark.parametrize(
    ("premise", "hypothesis", "label"),
    [
        (
            "Rescuers found 18 hikers on the ridge on Monday.",
            "18 hikers were found on the ridge.",
            "entailment",
        ),
        ("The home side won the final 4-1 in Porto.", "Porto final won 4-1 by home side", "entailment"),
        ("The strike cost the port $3 million.", "A new school will cost $3 million.", "neutral"),
        ("The ferry carried 212 passengers.", "The ferry carried 212 passengers and 19 cars.", "neutral"),
        ("No ferry sailed.", "The museum opened in spring.", "neutral"),
        ("", "9 people came.", "neutral"),
        ("9 people came.", "", "neutral"),
    ],
)
def test_words_must_be_shared_as_well_as_numbers(premise: str, hypothesis: str, label: str) -> None:
    assert entail(premise, hypothesis).label == label


@pytest.mark.parametrize(
    ("premise", "hypothesis", "label"),
    [
        ("The ferry did not carry 212 passengers.", "The ferry carried 212 passengers.", "contradiction"),
        ("The ferry carried 212 passengers.", "The ferry did not carry 212 passengers.", "contradiction"),
        (
            "The ferry carried 212 passengers, but not the mail.",
            "The ferry carried 212 passengers.",
            "entailment",
        ),
        ("Wool exports rose 4 percent.", "Wool exports fell 4 percent.", "contradiction"),
        ("Wool exports rose in 2018.", "Exports down, growers say", "contradiction"),
        ("Wool exports rose 4 percent.", "Wool prices fell 4 percent.", "neutral"),
        ("Exports rose and imports fell 4 percent.", "Imports fell 4 percent.", "entailment"),
        ("Did the flood kill 40 people?", "The flood killed 40 people.", "neutral"),
        ("The flood killed 40 people.", "Did the flood kill 40 people?", "neutral"),
        ("The flood may have killed 40 people.", "The flood killed 40 people.", "neutral"),
        ("The flood killed 40 people.", "The flood may have killed 40 people.", "entailment"),
        ("The port may need another $30 million.", "Port may need $50 million", "neutral"),
        ("The port needs another $30 million.", "The port does need $50 million", "contradiction"),
        ("Index at 1,200, mill ends in red", "Index below 1,200, mill ends in red", "contradiction"),
    ],
)
def test_words_may_say_the_opposite_whatever_the_numbers(premise: str, hypothesis: str, label: str) -> None:
    assert entail(premise, hypothesis).label == label


def test_the_numbers_compared_are_shown_where_they_stand() -> None:
    premise, hypothesis = FLOOD.format("over 80"), FLOOD.format("at least 70")
    answer = entail(premise, hypothesis)
    (pair,) = answer.aligned
    assert pair.premise_span.of(premise) == "over 80"
    assert pair.hypothesis_span.of(hypothesis) == "at least 70"
    assert answer == Entailment(
        "entailment", (pair,), "The two differ in one number only, and “over 80” makes “at least 70” true."
    )


def test_a_sum_is_shown_as_its_reason() -> None:
    answer = entail("Omar caught 11 trout and Ines caught 6 trout.", "17 trout were caught in total.")
    assert answer.reason == "11 + 6 makes “17”."
    assert [pair.premise.point for pair in answer.aligned] == [11, 6]


def test_a_number_that_may_be_of_something_else_is_told_so() -> None:
    answer = entail(
        "Over 1,500 protesters in the port were killed, guards said.", "1,500 protesters were killed."
    )
    assert answer.label == "neutral"
    assert answer.reason == (
        "The premise has “over 1,500”, which rules out “1,500” only if both speak of the same."
    )


def test_whole_documents_are_declined_aloud() -> None:
    answer = entail("Then 5 men came. " * 200, "Then 4 women left. " * 200)
    assert answer == Entailment(
        "neutral", (), "These are whole documents: compare them sentence by sentence."
    )


def test_the_call_is_found_on_the_package() -> None:
    assert factcheck.agreement.entail is entail
    with pytest.raises(AttributeError):
        factcheck.agreement.no_such_call  # noqa: B018


def test_the_package_loads_no_tables_before_the_call_is_asked_for() -> None:
    code = "import sys, factcheck.agreement; print('factcheck.agreement.entailment.judgement' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
