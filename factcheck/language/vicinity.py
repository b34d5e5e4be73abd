"""Which words stand directly before and after a place in a text?

A number is read from its neighbours: a hedge before it, a unit and a noun after it.
Both windows are short and end at a blank line, so that reading stays linear however
long the text is. A mark of punctuation is a word of its own; nothing is normalised
but case and the typographic apostrophe.

Pure. Callers: the modules that read numbers.
"""

from __future__ import annotations

import re
from typing import NamedTuple

REACH_BEFORE = 72
REACH_AFTER = 112

# "year's", "U.S." before a capital, "3.2", "½", "&" - but never "year-old" as one
_WORD = re.compile(
    r"[^\W\d_]+(?:['’][^\W\d_]+)?"  # a word, or two halves of one: protesters', don't
    r"|\d+(?:[.,:/]\d+)*"  # 1,500 or 3.2 or 10:30
    r"|\n[ \t\r]*\n"  # a blank line ends a paragraph
    r"|[^\w\s]"
)
PARAGRAPH = "¶"


class Word(NamedTuple):
    """A word in lower case, a run of digits, a mark, or PARAGRAPH, and where it stands."""

    lower: str
    start: int
    end: int


def words_before(text: str, place: int) -> list[Word]:
    """The words that end at or before `place`, nearest first, back to the paragraph's start."""
    start = max(0, place - REACH_BEFORE)
    if start and text[start - 1].isalnum():
        while start < place and text[start].isalnum():
            start += 1
    found = _words(text, start, place)
    found.reverse()
    for at, word in enumerate(found):
        if word.lower == PARAGRAPH:
            return found[:at]
    return found


def words_after(text: str, place: int) -> list[Word]:
    """The words that begin at or after `place`, nearest first, to the paragraph's end."""
    end = min(len(text), place + REACH_AFTER)
    if end < len(text) and text[end].isalnum():
        while end > place and text[end - 1].isalnum():
            end -= 1
    found = _words(text, place, end)
    for at, word in enumerate(found):
        if word.lower == PARAGRAPH:
            return found[:at]
    return found


def _words(text: str, start: int, end: int) -> list[Word]:
    found = []
    for match in _WORD.finditer(text, start, end):
        surface = match.group()
        if surface[0] == "\n":
            surface = PARAGRAPH
        elif "’" in surface:
            surface = surface.replace("’", "'")
        found.append(Word(surface.lower(), match.start(), match.end()))
    return found
