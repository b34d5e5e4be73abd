"""The queue as questions and answers: every act of the screen, on the page that was read out."""

import re
from pathlib import Path

import pytest

from factcheck.cli import review_plain
from factcheck.desk.reviews import Act, decide
from factcheck.desk.signature import Signature
from factcheck.ledger.opening import open_ledger
from tests.cli.conftest import Answer, Typed


@pytest.fixture
def claim(type_in: Typed) -> str:
    said = type_in("add", "over 900 homes were flooded", "--source", "Council", "--as", "Ana").out
    return re.search(r" as ([0-9a-z]{10})", said)[1]


def say(type_in: Typed, who: str, *lines: str) -> Answer:
    return type_in("review", "--plain", "--as", who, stdin="\n".join((*lines, "quit", "")).encode())


def status(type_in: Typed, claim: str) -> str:
    return type_in("show", claim, "--json").json["status"]


def test_a_claim_goes_from_open_to_corrected_by_answers(type_in: Typed, claim: str) -> None:
    say(type_in, "Cy", "take", "ask", "which flood?", "answer", "of May", "verdict", "Mixed", "two counts")
    assert status(type_in, claim) == "checked"
    say(type_in, "Di", "sign", "publish", "correct", "over 900", "over 950", "page 2")
    assert status(type_in, claim) == "corrected"


def test_only_what_may_be_done_is_offered(type_in: Typed, claim: str) -> None:
    told = say(type_in, "Cy").out
    assert f"{claim}: next, take, assign, verdict, blind, ask, note, undo, quit" in told


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        ("sign", "has no verdict"),
        ("verdict\nbogus\nwhy", "no verdict of this ledger's scale"),
        ("undo", "nothing to undo by Cy"),
        ("note\n ", "A note has words."),
        ("dance", "Answer one of: next, take"),
    ],
)
def test_what_is_refused_is_said_and_asked_again(type_in: Typed, claim: str, answer: str, says: str) -> None:
    told = say(type_in, "Cy", *answer.split("\n"), "take")
    assert says in told.out + told.err
    assert "Cy has it" in told.out


def test_whoever_decides_on_an_old_page_is_told_and_keeps_what_they_typed(
    type_in: Typed, claim: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody else decides while the reason is being typed."""
    asked = review_plain.click.prompt

    def prompt(text: str, **options: object) -> str:
        if text == "Because" and not prompt.interrupted:
            prompt.interrupted = True
            with open_ledger(Path("claims.db"), mode="write") as ledger:
                decide(ledger, claim, Act("take"), Signature("Di", "2030-01-01T12:00:00Z"))
        prompt.asked.append((text, options.get("default")))
        return asked(text, **options)

    prompt.interrupted, prompt.asked = False, []
    monkeypatch.setattr(review_plain.click, "prompt", prompt)
    told = say(type_in, "Cy", "verdict", "mixed", "my long reason", "verdict", "", "")
    assert "has moved on since you looked: it was taken by Di" in told.err
    assert "Di has it." in told.out
    assert prompt.asked.count(("Because", "my long reason")) == 1
    assert status(type_in, claim) == "in review"  # decided by Cy, and Di has it
