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

    def beyond(self, edge: int) -> Words:
        """The words of this side that begin at or after `edge`, the end of one of them."""
        skip = 0
        while -1 < self[skip].start < edge:
            skip += 1
        return Words(self._rest, self._seen[skip:])


def words_before(text: str, place: int) -> Words:
    """The words that end at or before `place`, nearest first, back to the paragraph's start."""
    start = place - REACH_BEFORE if place > REACH_BEFORE else 0
    window = text[start:place]
    if "\n" in window:
        breaks = [match.end() for match in BLANK_LINE.finditer(window)]
        if breaks:
            start += breaks[-1]
            window = window[breaks[-1] :]
    return Words(_backwards(window, start, text), [])


def _backwards(window: str, start: int, text: str) -> Iterator[Word]:
    end = len(window)
    chunks = window.split()
    if start and chunks and not window[0].isspace() and text[start - 1].isalnum():
        del chunks[0]  # half a word
    for chunk in reversed(chunks):
        at = window.rindex(chunk, 0, end)
        end = at
        if chunk.isalpha():
            yield _word(Word, (chunk.lower(), start + at, start + at + len(chunk)))
        else:
            yield from reversed(_cut(chunk, start + at))


def words_after(text: str, place: int) -> Words:
    """The words that begin at or after `place`, nearest first, to the paragraph's end."""
    window = text[place : place + REACH_AFTER]
    cut = len(window) == REACH_AFTER
    if "\n" in window and (match := BLANK_LINE.search(window)):
        window = window[: match.start()]
        cut = False
    return Words(_forwards(window, place, cut), [])


def _forwards(window: str, start: int, cut: bool) -> Iterator[Word]:
    chunks = window.split()
    if cut and len(chunks) > 1:
        del chunks[-1]  # perhaps half a word
    end = 0
    for chunk in chunks:
        at = window.index(chunk, end)
        end = at + len(chunk)
        if chunk.isalpha():
            yield _word(Word, (chunk.lower(), start + at, start + end))
        else:
            yield from _cut(chunk, start + at)


_word = tuple.__new__  # makes a Word at half the price


def _cut(chunk: str, start: int) -> list[Word]:
    """The words of what stands between two blanks: "year-old", "said,", "“about"."""
    if chunk[:-1].isalpha() and not chunk[-1].isalnum():  # "said,"
        edge = start + len(chunk) - 1
        return [_word(Word, (chunk[:-1].lower(), start, edge)), _word(Word, (chunk[-1], edge, edge + 1))]
    if "’" in chunk:
        chunk = chunk.replace("’", "'")
    return [
        _word(Word, (match.group().lower(), start + match.start(), start + match.end()))
        for match in WORD.finditer(chunk)
    ]
