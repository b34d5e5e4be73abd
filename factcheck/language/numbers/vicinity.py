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
from typing import NamedTuple

REACH_BEFORE = 72
REACH_AFTER = 96

# "year's" and "3.2" are one word each, "year-old" is three; most are letters before a blank, tried first
WORD = re.compile(r"[A-Za-z]++(?=\s)|[^\W\d_]++(?:['’][^\W\d_]++)?|\d+(?:[.,:/]\d+)*|[^\w\s]|_")
BLANK_LINE = re.compile(r"\n[ \t\r]*\n|\f")


class Word(NamedTuple):
    """A word in lower case, a run of digits or a mark, and where it stands."""

    lower: str
    start: int
    end: int


NOTHING = Word("¶", -1, -1)  # what stands beyond a paragraph's edge: no letter, no mark of English


class Words:
    """The words on one side of a place, nearest first; beyond the last one stands NOTHING."""

    __slots__ = ("_rest", "_seen")

    def __init__(self, words: Iterator[Word], seen: list[Word]) -> None:
        self._rest = words
        self._seen = seen

    def __getitem__(self, at: int) -> Word:
        try:
            return self._seen[at]
        except IndexError:
            return self._reach(at)

    def _reach(self, at: int) -> Word:
        seen = self._seen
        for word in self._rest:
            seen.append(word)
            if len(seen) > at:
                return word
        return NOTHING

    def first(self, many: int, skip: int = 0) -> list[Word]:
        """The nearest words, at most so many of them, after skipping some."""
        last = skip + many
        if last > len(self._seen):
            self._reach(last - 1)
        return self._seen[skip:last]

    def go_on(self, at: int, parts: tuple[str, ...]) -> bool:
        """Whether the words from index `at` on are these parts, of which the first is known to fit."""
        if len(parts) == 1:
            return True
        return self[at + 1].lower == parts[1] and all(
            self[at + i].lower == parts[i] for i in range(2, len(parts))
        )


def words_before(text: str, place: int) -> Words:
    """The words that end at or before `place`, nearest first, back to the paragraph's start."""
    start = place - REACH_BEFORE if place > REACH_BEFORE else 0
    window = text[start:place][::-1]
    if ("\n" in window or "\f" in window) and (match := BLANK_LINE.search(window)):
        window = window[: match.start()]
    elif start and text[start - 1].isalnum():
        window = _without_last(window)
    return Words(_backwards(window, place), [])


def _backwards(window: str, place: int) -> Iterator[Word]:
    """The words of a window that was turned around, so that the nearest is found first."""
    for match in WORD.finditer(window):
        lower = match.group()[::-1].lower()
        if "’" in lower:
            lower = lower.replace("’", "'")
        yield _word(Word, (lower, place - match.end(), place - match.start()))


def words_after(text: str, place: int) -> Words:
    """The words that begin at or after `place`, nearest first, to the paragraph's end."""
    window = text[place : place + REACH_AFTER]
    if ("\n" in window or "\f" in window) and (match := BLANK_LINE.search(window)):
        window = window[: match.start()]
    elif len(window) == REACH_AFTER:
        window = _without_last(window)
    return Words(_forwards(window, place), [])


def _forwards(window: str, place: int) -> Iterator[Word]:
    for match in WORD.finditer(window):
        lower = match.group().lower()
        if "’" in lower:
            lower = lower.replace("’", "'")
        yield _word(Word, (lower, place + match.start(), place + match.end()))


def _without_last(window: str) -> str:
    """A window without what follows its last blank, which may be half a word."""
    return window[: window.rfind(" ") + 1] or window


_word = tuple.__new__  # makes a Word at half the price
