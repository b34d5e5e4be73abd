"""What a child extracted comes over the pipe unchanged, and what does not fit does not come over."""

import json
from typing import Any

import pytest

from factcheck.model import Notice, Span
from factcheck.reading.confined.wire import AnswerError, from_wire, to_wire
from factcheck.reading.extracts import Comment, Extracted
from factcheck.reading.places import Place, in_order
from factcheck.reading.readings import Refused
from tests.reading.confined.misbehaving import EXTRACTED

WHOLE = Extracted(
    text="Some 40 fled — 🌊.\u2028",
    made="by hand",
    title="Flood",
    publisher="The Gazette",
    author="Ada Roe",
    date="2024-05-06",
    url="https://gazette.example/",
    places=in_order([Place(Span(0, 4), "footnote", 2, "1", 3), Place(Span(0, 9), "page", 1, "ix")]),
    comments=(Comment("per whom?", "Bo", "2024", Span(5, 7), True, (Comment("the mayor"),)),),
    notices=(Notice(Span(0, 1), "running-line", "“9” was left out."),),
)


def test_an_extract_comes_back_as_it_was() -> None:
    assert from_wire(to_wire(WHOLE)) == WHOLE


def test_a_refusal_is_raised_again() -> None:
    with pytest.raises(Refused) as refused:
        from_wire(to_wire(Refused("empty", "holds no text", "Look.")))
    assert (refused.value.word, refused.value.says, refused.value.hint) == ("empty", "holds no text", "Look.")


ENDLESS: dict[str, Any] = {
    "text": "",
    "author": None,
    "date": None,
    "anchor": None,
    "resolved": False,
    "replies": [],
}
for _ in range(200):
    ENDLESS = {**ENDLESS, "replies": [ENDLESS]}


@pytest.mark.parametrize(
    "changed",
    [
        {"text": None},
        {"text": "\ud800"},
        {"title": 9},
        {"places": [[0, 99, "page", 1, "", None]]},
        {"places": [[3, 3, "page", 1, "", None]]},
        {"places": [["0", 3, "page", 1, "", None]]},
        {"places": [[0, 3, "leaf", 1, "", None]]},
        {"places": [[0, 3, "page", "1", "", None]]},
        {"places": [[0, 3]]},
        {"notices": [[0, 99, "code", "reason"]]},
        {"comments": [{"text": "?"}]},
        {"comments": [{**ENDLESS, "replies": [], "anchor": [5, 99]}]},
        {"comments": [ENDLESS]},
        {"comments": None},
    ],
    ids=lambda changed: str(changed)[:40],
)
def test_an_answer_that_does_not_fit_is_an_error(changed: dict[str, Any]) -> None:
    with pytest.raises(AnswerError):
        from_wire(json.dumps({**EXTRACTED, **changed}).encode())
