"""Who sees which claim first, and what is said about it."""

import random
from typing import Any

import pytest

from factcheck.model import State
from factcheck.review.queue import Waiting, line_up
from tests.review.newsroom import ANA, BEN

FREE = State("open")
MINE = State("checking", assignee="ana ")
BENS = State("checking", assignee=BEN)


def waiting(claim: str, state: State = FREE, **others: Any) -> Waiting:
    return Waiting(claim, state, **{"band": "not ruled out", "since": "2026-03-01T00:00:00Z", **others})


@pytest.mark.parametrize(
    ("first", "second", "because"),
    [
        (waiting("z", MINE), waiting("a", worth=1.0), "what is assigned comes before what is worthy"),
        (waiting("z"), waiting("a", BENS, worth=1.0), "what nobody has comes before what others have"),
        (
            waiting("z", BENS),
            waiting("a", State("blocked", question="?")),
            "what waits for its author is last",
        ),
        (
            waiting("z"),
            waiting("a", State("checked", verdict="true", decided_by=ANA)),
            "one's own verdict waits for somebody else",
        ),
        (
            waiting("z"),
            waiting("a", State("checking", blind="sealed"), read_blind=True),
            "one's own blind reading waits for somebody else",
        ),
        (waiting("z", worth=0.8), waiting("a", worth=0.6), "the worthier is first"),
        (waiting("z", worth=0.1), waiting("a"), "and what was weighed before what was not"),
        (
            waiting("z", worth=0.81, band="contested"),
            waiting("a", worth=0.84),
            "of equal worth, to the tenth, what sources dispute is first",
        ),
        (
            waiting("z", State("checked", disputed=True)),
            waiting("a", band="contested"),
            "and what reviewers dispute before that",
        ),
        (
            waiting("z", State("checked", blind="to reconcile")),
            waiting("a", band="contested"),
            "so is what they have to reconcile",
        ),
        (waiting("z", since="2026-02-01T00:00:00Z"), waiting("a"), "then the older"),
        (
            waiting("z", State("open", since="2026-02-02T00:00:00Z")),
            waiting("a", since="2026-02-03T00:00:00Z"),
            "by what happened last",
        ),
        (waiting("a"), waiting("b"), "then the id"),
    ],
)
def test_one_comes_before_the_other(first: Waiting, second: Waiting, because: str) -> None:
    for given in ([first, second], [second, first]):
        assert [one.claim for one in line_up(given, ANA)] == [first.claim, second.claim], because


@pytest.mark.parametrize("status", ["signed off", "published", "corrected", "withdrawn"])
def test_what_is_done_is_in_nobodys_queue(status: Any) -> None:
    assert line_up([waiting("a", State(status))], ANA) == ()


def test_what_was_reopened_is_in_the_queue_again_with_its_reason() -> None:
    state = State("open", reopened="Its evidence changed.", published_at="2026-03-01T00:00:00Z")
    assert line_up([waiting("a", state)], ANA)[0].reasons == (
        "nobody has it",
        "Its evidence changed.",
        "since 2026-03-01",
    )


@pytest.mark.parametrize(
    ("one", "turn", "reasons"),
    [
        (
            waiting("a", MINE, worth=0.75, band="contested"),
            "yours",
            (
                "assigned to you",
                "has no verdict",
                "worth checking: 0.8",
                "its sources disagree (contested)",
                "since 2026-03-01",
            ),
        ),
        (waiting("a", BENS), "others", ("Ben has it", "has no verdict", "since 2026-03-01")),
        (
            waiting("a", State("checked", verdict="mixed", decided_by=BEN)),
            "free",
            (
                "nobody has it",
                "decided as “mixed”, needs a second person to sign it off",
                "since 2026-03-01",
            ),
        ),
        (
            waiting("a", State("checked", readings=("d1", "d2"), disputed=True)),
            "free",
            (
                "nobody has it",
                "its verdicts are to be reconciled",
                "reviewers disagree",
                "since 2026-03-01",
            ),
        ),
        (
            waiting("a", State("checking", blind="sealed"), read_blind=True),
            "others",
            ("waits for somebody other than you", "needs a second blind reading", "since 2026-03-01"),
        ),
        (
            waiting("a", State("blocked", question="Which year?")),
            "author",
            ("waits for an answer to “Which year?”", "has no verdict", "since 2026-03-01"),
        ),
    ],
)
def test_a_place_says_whose_turn_it_is_and_why(one: Waiting, turn: str, reasons: tuple[str, ...]) -> None:
    (place,) = line_up([one], ANA)
    assert (place.turn, place.reasons) == (turn, reasons)


def test_the_order_in_which_claims_are_given_changes_nothing() -> None:
    claims = [waiting(f"c{n}", (FREE, MINE, BENS)[n % 3], worth=n % 7 / 10) for n in range(60)]
    shuffled = random.Random(5).sample(claims, len(claims))
    assert line_up(shuffled, ANA) == line_up(claims, ANA)
