"""Which words make up a statement, and what kind of word is each?

A statement is a sentence, or several that one quotation bridges. It is cut into words; a
whole quotation is one word, so that grammar sees `QUOTE , said the mayor .` The closed
classes (prepositions, auxiliaries, determiners, ...) come from a table. There is no
tagger: what the table does not know is an open-class word.

Pure. Callers: statements, attributions, and the modules that read words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from factcheck.language.lexicon import table
from factcheck.model import Span

_NO_CLASSES: frozenset[str] = frozenset()

CLOSED_CLASSES: dict[str, frozenset[str]] = {
    row["word"]: frozenset(row["classes"].split()) for row in table("words")
}

# "O'Neill", "3.2", "U.S.", "Sen." before more, "he" + "'d", "mill-workers" but never "said."
_WORD = re.compile(
    r"""( [A-Za-z]++ (?=\s)                                                # most words, so tried first
        | (?=[A-Za-z]\.) (?: [A-Za-z]\. ){2,} (?!\w)                       # U.S.
        | \w++ (?: (?=[.,&/'\u2019-])                                      # O'Neill, 3.2, mill-workers
                (?: [.,]\d+ | [-/&.]\w+ | ['\u2019] (?! (?:s|ve|d|re|ll|m)\b ) \w+ )*
                (?: \. (?=\s+\S|,) )? )?                                   # Sen.
        | ['\u2019] (?:s|ve|d|re|ll|m)\b                                   # 'd
        | --+ | \.\.\.+ | \S )""",
    re.VERBOSE,
)

QUOTE = "QUOTE"
_QUOTE_CLASS = frozenset({"quote"})
# "the Met Office", "Will Hay", "Majority Leader"
_NEVER_NAMES = frozenset({"finite", "auxiliary", "participle", "adverb", "share", "quantifier"})


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
        _cut(text, start, quotation.start, found)
        found.append(Word(quotation.start, quotation.end, QUOTE, False, False, _QUOTE_CLASS))
        start = quotation.end
    _cut(text, start, statement.end, found)
    if found and found[0].start == statement.start:
        found[0] = _opening(text, found[0])
    return found


def _cut(text: str, start: int, end: int, found: list[Word]) -> None:
    """Append the words of a stretch, each with the classes that it has inside a sentence."""
    parts = _WORD.split(text[start:end])  # what stands between the words, and the words, by turns
    places = tuple(accumulate(map(len, parts), initial=start))
    make = tuple.__new__  # what Word() itself calls, without a frame in between
    for surface, first, after, form in zip(
        parts[1::2], places[1:-1:2], places[2::2], map(_form, parts[1::2]), strict=True
    ):
        if surface == "-" and not text[after : after + 1].isspace():
            found.append(Word(first, after, "-", False, False, _MARK_CLASS))
        elif surface in "'\u2019" and text[first - 1 : first] == "s" and text[after : after + 1] == " ":
            found.append(Word(first, after, "'", False, False, _GENITIVE_CLASS))  # the teachers' union
        else:
            lower, capital, acronym, classes = form.inside
            found.append(make(Word, (first, after, lower, capital, acronym, classes)))


def _opening(text: str, word: Word) -> Word:
    """The word as it opens a sentence, where its capital tells nothing: "**Will** the ministry say"."""
    if not word.capital:
        return word
    return Word(word.start, word.end, *_form(text[word.start : word.end]).opening)


Form = tuple[str, bool, bool, frozenset[str]]


class _Forms(NamedTuple):
    """What a surface is inside a sentence and where it opens one: lower, capital, acronym, classes."""

    inside: Form
    opening: Form


@lru_cache(maxsize=1 << 14)
def _form(surface: str) -> _Forms:
    """What a surface tells by itself; most words of a text are met again and again."""
    lower = surface.lower().replace("\u2019", "'")
    capital = surface[0].isupper()
    acronym = capital and len(surface) > 1 and surface.isupper()
    known = None if acronym else CLOSED_CLASSES.get(lower)
    if known is None:
        form = (lower, capital, acronym, _NO_CLASSES if acronym else _open_classes(surface))
        return _Forms(form, form)
    inside = known - _NEVER_NAMES if capital else known
    return _Forms((lower, capital, acronym, inside), (lower, capital, acronym, known))


_PARTS = frozenset(row["word"] for row in table("fractions"))
_SHARE_CLASS = frozenset({"quantifier", "share"})
_MARK_CLASS = frozenset({"mark"})
_GENITIVE_CLASS = frozenset({"genitive"})
_NUMBER_CLASS = frozenset({"number"})
_ADVERB_CLASS = frozenset({"adverb"})


def _open_classes(surface: str) -> frozenset[str]:
    """What the shape of a word tells: an adverb in -ly, a number, a mark, or nothing."""
    if surface[0].isalpha():
        if "-" in surface:
            return _compound_classes(surface.lower())
        return _ADVERB_CLASS if surface.endswith("ly") and surface.islower() else _NO_CLASSES
    return _NUMBER_CLASS if surface[0].isdigit() else _MARK_CLASS


def _compound_classes(surface: str) -> frozenset[str]:
    """What a hyphen joins: a share ("three-quarters"), a number ("seventy-four"), or anything."""
    first, _, rest = surface.partition("-")
    if "number" not in CLOSED_CLASSES.get(first, _NO_CLASSES):
        return _NO_CLASSES
    if rest in _PARTS and not first.endswith("ty"):  # "twenty-fifth"
        return _SHARE_CLASS
    return _NUMBER_CLASS if "number" in CLOSED_CLASSES.get(rest, _NO_CLASSES) else _NO_CLASSES
