"""Where sentences and paragraphs end: `|` marks the ends between them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.language.sentences import paragraphs, sentences

SENTENCES = {
    "plain": "It rained. |Then it stopped.",
    "title": "Mr. Lund sold 3,100 passes. |He fled.",
    "initials": "Inspector R. K. Yadav spoke.",
    "initialism before a name": "The U.S. Navy came.",
    "initialism at the end": "He left the U.S. |The ship stayed.",
    "decimal": "It rose 3.5 points. |It fell.",
    "hours": "At 6 a.m. Tuesday it burned.",
    "number abbreviation": "See No. 14 below. |He said no. |It stopped.",
    "quotation": '"We are out." |He left.',
    "question in quotation": "“Ready?” she said. |They were.",
    "ellipsis": "It went on... |Then it stopped.",
    "bracket": "It burned (twice.) |It rained.",
    "lower case goes on": "He works at Acme Inc. and at home.",
    "exclamation": "Stop! |They stopped.",
}

PARAGRAPHS = {
    "blank line": "One line.\n\n|Another.",
    "windows line ends": "One line.\r\n\r\n|Another.",
    "wrapped prose": "The rate of those out of work fell\nto 3.2 percent and stayed\nthere all year.",
    "headlines": "Fire kills nine in Leeds\n|Storm shuts two ports in Peru\n|Rents rise again",
    "transcript": "SENATOR HOLT: We lost jobs.\n|MR. DANE: Nobody disputes that.",
    "bullets": "He listed:\n|- two cars\n|- six vans",
}


def split(text: str, spans: tuple) -> str:
    starts = {span.start for span in spans[1:]}
    return "".join("|" * (index in starts) + character for index, character in enumerate(text))


@pytest.mark.parametrize("marked", SENTENCES.values(), ids=SENTENCES)
def test_a_sentence_ends_at_its_stop(marked: str) -> None:
    text = marked.replace("|", "")
    assert split(text, sentences(text)) == marked


@pytest.mark.parametrize("marked", PARAGRAPHS.values(), ids=PARAGRAPHS)
def test_a_paragraph_ends_where_no_wrapping_explains_the_line_break(marked: str) -> None:
    text = marked.replace("|", "")
    assert split(text, paragraphs(text)) == marked


@given(st.text(alphabet='aB .!?"”\n\r\t(', max_size=80))
def test_sentences_are_trimmed_in_order_and_hold_every_visible_character(text: str) -> None:
    found = sentences(text)
    assert all(span.of(text) == span.of(text).strip() for span in found)
    assert all(before.end <= after.start for before, after in pairwise(found))
    assert "".join("".join(span.of(text).split()) for span in found) == "".join(text.split())
