"""Where in this text does that quotation stand?

Exactly, first; then as another printing may have it (see folding). Several places are
told apart by what stands before and after. There is no third way: nothing that merely
resembles the quotation is ever found, so no digit, negation or unit can change. A place
that cuts a number, a unit or a word in two is no place either ("500 died" in "1,500
died", "likely" in "unlikely"). What is not found is told with the nearest reason: where
the words stand with another number, which.

Pure. Callers: desk, for citations that quote a file, their recheck, and annotations.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, takewhile

from factcheck.model import Span
from factcheck.reading.folding import fold

CONTEXT = 64  # characters on either side that are compared
MOST = 1_000  # places that are told apart
_SIGNS = "%\u2030\u00b0$\u00a3\u20ac\u00a5\u20b9+-\u2212\u00b1~\u2248<>\u2264\u2265"
_GROUPED = re.compile(r"(?<!\d)\d{1,3}(?:[ ]\d{3})+(?!\d)")  # "1 500" and "12 500 000", not "2019 500"
AROUND = 16  # characters in which a grouped number is looked for
_SEPARATORS = ".,'\u2019\u00a0\u202f\u2013"
_NUMBER = re.compile(r"(?<![\d.,])\d++(?:[.,]\d++)*+")
_fold_whole = lru_cache(maxsize=2)(fold)  # a text is searched for many quotations


@dataclass(frozen=True, slots=True)
class NoPlace:
    """Why a quotation was not placed, in a sentence for whoever quoted it."""

    reason: str


def find_quote(text: str, quote: str, *, prefix: str = "", suffix: str = "") -> Span | NoPlace:
    """The characters of the text that the quotation quotes, or why it cannot be placed.

    `prefix` and `suffix` are what the quoter saw before and after it, as much as is known.
    """
    quote = quote.strip()
    if not quote:
        return NoPlace("The quotation is empty.")
    hits = list(islice(_places(text, quote), MOST)) or list(islice(_folded_places(text, quote), MOST))
    if not hits:
        return NoPlace(_why_not(text, quote))
    if len(hits) == 1:
        return hits[0]
    return _told_apart(text, hits, prefix, suffix)


def _folded_places(text: str, quote: str) -> Iterator[Span]:
    folded, sought = _fold_whole(text), fold(quote).text
    for hit in _places(folded.text, sought) if sought else ():
        yield folded.origin(hit.start, hit.end)


def _places(text: str, quote: str) -> Iterator[Span]:
    """Each place where the quotation stands, whole at both ends."""
    start = text.find(quote)
    while start >= 0:
        end = start + len(quote)
        if not (_cuts(text, start) or _cuts(text, end)):
            yield Span(start, end)
        following = next((at for at in range(start + 1, len(text)) if not _cuts(text, at)), len(text))
        start = text.find(quote, following)


def _cuts(text: str, at: int) -> bool:
    """Whether parting the text here parts a word, a number, or a number and its sign."""
    before, after = text[max(0, at - 1) : at], text[at : at + 1]
    if not before or not after:
        return False
    if " " in (before, after):
        around = text[max(0, at - AROUND) : at + AROUND]
        place = min(at, AROUND)
        return any(found.start() < place < found.end() for found in _GROUPED.finditer(around))
    if before.isdigit() or after.isdigit():
        return _belongs(before, text[max(0, at - 2) : at - 1]) and _belongs(after, text[at + 1 : at + 2])
    return _is_cased(before) and _is_cased(after)


def _belongs(sign: str, beyond: str) -> bool:
    """Whether a sign beside a digit may be part of the number; a separator is if a digit is beyond it."""
    if sign in _SEPARATORS:
        return beyond.isdigit()
    return sign.isdigit() or sign in _SIGNS or _is_cased(sign)


def _is_cased(sign: str) -> bool:
    """Whether it is a letter of a script with capitals; others write words together."""
    return sign.lower() != sign.upper()


def _told_apart(text: str, hits: list[Span], prefix: str, suffix: str) -> Span | NoPlace:
    """The hit whose surroundings are most like those that are known, if one of them is."""
    wanted = fold(prefix).text[::-1], fold(suffix).text
    likeness = [_likeness(text, hit, *wanted) for hit in hits]
    best = max(likeness)
    if likeness.count(best) == 1:
        return hits[likeness.index(best)]
    return NoPlace(f"It stands in {len(hits)} places, and what surrounds it does not tell them apart.")


def _likeness(text: str, hit: Span, prefix: str, suffix: str) -> int:
    """How many characters around the hit are those that are wanted; the prefix is read backwards."""
    before = fold(text[max(0, hit.start - CONTEXT) : hit.start]).text[::-1]
    after = fold(text[hit.end : hit.end + CONTEXT]).text
    return _shared(before, prefix) + _shared(after, suffix)


def _shared(one: str, other: str) -> int:
    """How many characters two texts have in common at their beginning."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _why_not(text: str, quote: str) -> str:
    """Whether it stands there in part of something longer, or with other numbers, or not at all."""
    folded, sought = _fold_whole(text).text, fold(quote).text
    if sought in folded:
        return "It stands in the text only as part of a longer number or word."
    words = _NUMBER.split(sought)
    found = re.search(_NUMBER.pattern.join(map(re.escape, words)), folded)
    if len(words) == 1 or not any(words) or found is None:
        return "Its words do not stand in the text."
    pairs = zip(_NUMBER.findall(sought), _NUMBER.findall(found.group()), strict=False)
    changed = ", ".join(f"{new} instead of {old}" for old, new in pairs if old != new)
    return f"Its words stand in the text with another number: {changed}."
