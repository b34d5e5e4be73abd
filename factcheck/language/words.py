"""Which words make up a statement, and what kind of word is each?

A statement is a sentence, or several that one quotation bridges. It is cut into words; a
whole quotation is one word, so that grammar sees `QUOTE , said the mayor .` The closed
classes (prepositions, auxiliaries, determiners, ...) come from a table. There is no
tagger: what the table does not know is an open-class word.

Pure. Callers: noun_phrases, cues, credits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck.language.lexicon import table
from factcheck.model import Span

_NO_CLASSES: frozenset[str] = frozenset()

CLOSED_CLASSES: dict[str, frozenset[str]] = {
    row["word"]: frozenset(row["classes"].split()) for row in table("words")
}

# "O'Neill", "3.2", "U.S.", "Sen." before more, "he" + "'d", "mill-workers" but never "said."
_WORD = re.compile(
    r"(?:[A-Za-z]\.){2,}(?!\w)"
    r"|\w+(?:[.,]\d+|[-/&.]\w+|['\u2019](?!(?:s|ve|d|re|ll|m)\b)\w+)*(?:\.(?=\s+\S|,))?"
    r"|['\u2019](?:s|ve|d|re|ll|m)\b"
    r"|--+|\.\.\.+|\S"
)

QUOTE = "QUOTE"
_NEVER_NAMES = frozenset({"finite", "auxiliary", "participle", "adverb"})  # "the Met Office", "Will Hay"


class Word(NamedTuple):
    """One word, mark or whole quotation, with its lower-case form and its closed classes.

    A named tuple, not a dataclass: a page has thousands, and this halves the time to make them.
    """

    start: int
    end: int
    lower: str
    capital: bool
    acronym: bool
    classes: frozenset[str]

    def has(self, *names: str) -> bool:
        """Whether the word belongs to one of these closed classes."""
        return not self.classes.isdisjoint(names)


def words(text: str, statement: Span, quoted: Sequence[Span]) -> list[Word]:
    """The words of a statement; each quotation in it is one word of class `quote`."""
    found: list[Word] = []
    start = statement.start
    for quotation in quoted:
        found.extend(_plain(text, start, quotation.start, statement.start))
        found.append(Word(quotation.start, quotation.end, QUOTE, False, False, frozenset({"quote"})))
        start = quotation.end
    found.extend(_plain(text, start, statement.end, statement.start))
    return found


def _plain(text: str, start: int, end: int, first: int) -> Iterator[Word]:
    for match in _WORD.finditer(text, start, end):
        surface = match.group()
        lower = surface.lower()
        if "\u2019" in lower:
            lower = lower.replace("\u2019", "'")
        capital = surface[0].isupper()
        acronym = capital and len(surface) > 1 and surface.isupper()
        classes = _NO_CLASSES if acronym else CLOSED_CLASSES.get(lower)
        if classes is not None and capital and match.start() > first:
            classes -= _NEVER_NAMES
        if classes is None or (surface == "-" and not text[match.end() : match.end() + 1].isspace()):
            classes = _open_classes(surface)
        yield Word(match.start(), match.end(), lower, capital, acronym, classes)


_MARK_CLASS = frozenset({"mark"})
_NUMBER_CLASS = frozenset({"number"})
_ADVERB_CLASS = frozenset({"adverb"})


def _open_classes(surface: str) -> frozenset[str]:
    """What the shape of a word tells: an adverb in -ly, a number, a mark, or nothing."""
    if surface[0].isalpha():
        return _ADVERB_CLASS if surface.endswith("ly") and surface.islower() else _NO_CLASSES
    return _NUMBER_CLASS if surface[0].isdigit() else _MARK_CLASS
