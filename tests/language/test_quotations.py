"""What stands between quotation marks: `[` and `]` mark the quotations."""

import pytest

from factcheck.language.quotations import quotations
from factcheck.model import Span

QUOTED = {
    "straight": 'He said ["go"] and left.',
    "curly": "He said [“go”] and left.",
    "doubled single": "He said [''go''] and left.",
    "guillemets": "Il dit [«go»] et partit.",
    "single, British": "He called it [‘a fiasco’] twice.",
    "headline": "['One in four'] shops empty",
    "apostrophes": "The dogs' owners don't mind.",
    "nested": "[“He said ‘go’ twice,”] she said.",
    "inches": 'A 6" pipe burst.',
    "two": '["One,"] he said. ["Two."]',
    "never closed": "[“It was five.]",
    "space inside": "[“ Go on,”] he said.",
    "opened straight, closed curly": '["Go on,”] he said. [“It rains.”]',
    "opened curly, closed straight": '[“Go on,"] he said. ["It rains."]',
    "another style inside": '[“He said "no" twice,”] she said.',
    "another style inside, too": '["He said “no” twice,"] she said.',
}


@pytest.mark.parametrize("marked", QUOTED.values(), ids=QUOTED)
def test_a_quotation_runs_from_mark_to_mark(marked: str) -> None:
    text = marked.replace("[", "").replace("]", "")
    opened = {found.span.start for found in quotations(text, Span(0, len(text)))}
    closed = {found.span.end for found in quotations(text, Span(0, len(text)))}
    again = "".join(
        "]" * (index in closed) + "[" * (index in opened) + character
        for index, character in enumerate(text + " ")
    )
    assert again.rstrip(" ") == marked


def test_a_quotation_that_never_closes_is_open() -> None:
    text = "“It was five."
    assert [found.open for found in quotations(text, Span(0, len(text)))] == [True]
