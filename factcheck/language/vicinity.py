"""Which words stand directly before and after a place in a text?

A number is read from its neighbours: a hedge before it, a unit and a noun after it.
Both windows are short, end at a blank line, and are cut into words only as far as
somebody looks, so that reading stays linear and fast however long the text is. A mark
of punctuation is a word of its own; nothing is normalised but case and the
typographic apostrophe.

Pure. Callers: the modules that read numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

REACH_BEFORE = 72
REACH_AFTER = 96

# "year's" and "3.2" are one word each, "year-old" is three
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d+(?:[.,:/]\d+)*|[^\w\s]|_")
BLANK_LINE = re.compile(r"\n[ \t\r]*\n")


class Word(NamedTuple):
    """A word in lower case, a run of digits or a mark, and where it stands."""

    lower: str
    start: int
    end: int


NOTHING = Word("¶", -1, -1)  # what stands beyond a paragraph's edge: no letter, no mark of English


class Words:
    """The words on one side of a place, nearest first; beyond the last one stands NOTHING."""

    __slots__ = ("_rest", "_seen")

    def __init__(self, words: Iterator[Word]) -> None:
        self._rest = words
        self._seen = list(islice(words, 2))

    def __getitem__(self, at: int) -> Word:
        seen = self._seen
        if at >= len(seen):
            seen += islice(self._rest, at + 1 - len(seen))
            if at >= len(seen):
                return NOTHING
        return seen[at]

    def first(self, many: int, skip: int = 0) -> list[Word]:
        """The nearest words, at most so many of them, after skipping some."""
        last = skip + many
        if last > len(self._seen):
            self._seen += islice(self._rest, last - len(self._seen))
        return self._seen[skip:last]


def words_before(text: str, place: int) -> Words:
    """The words that end at or before `place`, nearest first, back to the paragraph's start."""
    start = max(0, place - REACH_BEFORE)
    window = text[start:place]
    if "\n" in window:
        breaks = [match.end() for match in BLANK_LINE.finditer(window)]
        if breaks:
            start += breaks[-1]
            window = window[breaks[-1] :]
    return Words(_backwards(window, start, text))


def _backwards(window: str, start: int, text: str) -> Iterator[Word]:
    end = len(window)
    chunks = window.split()
    if start and chunks and not window[0].isspace() and text[start - 1].isalnum():
        del chunks[0]  # half a word
    for chunk in reversed(chunks):
        at = window.rindex(chunk, 0, end)
        end = at
        if chunk.isalpha():
            yield Word(chunk.lower(), start + at, start + at + len(chunk))
        else:
            yield from reversed(_cut(chunk, start + at))


def words_after(text: str, place: int) -> Words:
    """The words that begin at or after `place`, nearest first, to the paragraph's end."""
    window = text[place : place + REACH_AFTER]
    cut = len(window) == REACH_AFTER
    if "\n" in window and (match := BLANK_LINE.search(window)):
        window = window[: match.start()]
        cut = False
    return Words(_forwards(window, place, cut))


def _forwards(window: str, start: int, cut: bool) -> Iterator[Word]:
    chunks = window.split()
    if cut and len(chunks) > 1:
        del chunks[-1]  # perhaps half a word
    end = 0
    for chunk in chunks:
        at = window.index(chunk, end)
        end = at + len(chunk)
        if chunk.isalpha():
            yield Word(chunk.lower(), start + at, start + end)
        else:
            yield from _cut(chunk, start + at)


def _cut(chunk: str, start: int) -> list[Word]:
    """The words of what stands between two blanks: "year-old", "said,", "“about"."""
    if "’" in chunk:
        chunk = chunk.replace("’", "'")
    return [
        Word(match.group().lower(), start + match.start(), start + match.end())
        for match in WORD.finditer(chunk)
    ]
