"""What the reader asks can be watched, and watching changes nothing."""

import sys
from itertools import pairwise

import pytest

from factcheck.language.quantities import read
from factcheck.language.tracing.watch import watched

TEXT = "On May 12 the mayor said at least 40 boats sank, up from 30 to 35."


def test_a_watched_reading_answers_as_an_unwatched_one() -> None:
    assert watched(lambda: read(TEXT))[0] == read(TEXT)


def test_every_question_is_noted_with_its_answer_below_the_one_that_asked_it() -> None:
    _, trace = watched(lambda: read(TEXT))
    assert trace[0].rule == "quantities.read"
    assert trace[0].depth == 0
    assert all(after.depth <= before.depth + 1 for before, after in pairwise(trace))
    dated = next(asked for asked in trace if asked.rule == "declined.is_dated")
    assert dated.answer is True
    assert dated.question.startswith("Whether the number is the day")


def test_nothing_is_noted_of_other_packages_nor_after_the_reading() -> None:
    _, trace = watched(lambda: sorted([3, 1], key=lambda number: -number))
    assert trace == ()
    assert sys.getprofile() is None


def test_an_error_passes_through_and_ends_the_watch() -> None:
    with pytest.raises(TypeError):
        watched(lambda: read(None))  # type: ignore[arg-type]
    assert sys.getprofile() is None


def test_a_watch_inside_another_hands_the_hook_back() -> None:
    def other(*_: object) -> None: ...

    sys.setprofile(other)
    try:
        watched(lambda: read(TEXT))
        assert sys.getprofile() is other
    finally:
        sys.setprofile(None)
