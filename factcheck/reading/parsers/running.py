"""Which lines are printed on every page, and are no part of the text?

A running head, a foot, a page number: a line among the outermost of a page that comes
again, at the same edge, in the same size, with the same words, its numbers either the
same or counting up with the pages. Three such pages are asked for; of two pages both are
enough, but not for words beside a number that rises: that may be a figure. What is
dropped is named, so that nothing goes unsaid.

Pure. Runs in the child process. Caller: pdf.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import product

from factcheck.reading.parsers.lines import Line

OUTERMOST = 3  # lines at either edge of a page
ENOUGH = 3  # pages
MOST_NUMBERS = 4  # in a running line that counts the pages
NUMBER = re.compile(r"\d{1,9}")
ROMAN = re.compile(r"(?i)(?=[ivxl])(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50}

Key = tuple[str, float, str, tuple[int | str, ...]]


def without_running(pages: Sequence[Sequence[Line]]) -> tuple[list[list[Line]], dict[str, int]]:
    """The pages without running lines, and each that was dropped, as it first stood, with on how many."""
    seen: defaultdict[Key, set[int]] = defaultdict(set)
    keys = [{line: tuple(_keys(line, edge)) for line, edge in _edges(lines)} for lines in pages]
    for page in keys:
        for line, ways in page.items():
            for key in ways:
                seen[key].add(line.page)
    kept: list[list[Line]] = []
    dropped: defaultdict[Key, list[Line]] = defaultdict(list)
    for page, lines in zip(keys, pages, strict=True):
        kept.append([])
        for line in lines:
            repeated = [key for key in page.get(line, ()) if len(seen[key]) >= _enough(key, len(pages))]
            if repeated:
                dropped[repeated[0]].append(line)
            else:
                kept[-1].append(line)
    return kept, {lines[0].text: len({line.page for line in lines}) for lines in dropped.values()}


def _enough(key: Key, pages: int) -> int:
    """On how many pages a line must come again to be no text."""
    _, _, words, numbers = key
    rises = any(isinstance(number, int) for number in numbers)
    if rises and any(map(str.isalpha, words)):
        return ENOUGH
    return min(ENOUGH, max(2, pages))


def _edges(lines: Sequence[Line]) -> Iterator[tuple[Line, str]]:
    """The outermost lines of a page, with the edge; on a short page a line may be at both."""
    from_the_top = sorted(lines, key=lambda line: -line.y)
    yield from ((line, "foot") for line in from_the_top[-OUTERMOST:])
    yield from ((line, "head") for line in from_the_top[:OUTERMOST])


def _keys(line: Line, edge: str) -> Iterator[Key]:
    """What a line may have in common with others: its words, and each number as it is or less the page."""
    numbers = [int(found) for found in NUMBER.findall(line.text)]
    words = NUMBER.sub("#", line.text)
    if not numbers and ROMAN.fullmatch(line.text):
        numbers, words = [_roman(line.text.lower())], "#"
    fixed: list[tuple[int | str, ...]] = [(f"={number}",) for number in numbers]
    ways = (
        fixed
        if len(numbers) > MOST_NUMBERS
        else [(*way, number - line.page) for way, number in zip(fixed, numbers, strict=True)]
    )
    for way in product(*ways):
        yield edge, round(line.size), words, way


def _roman(text: str) -> int:
    values = [_ROMAN_VALUES[sign] for sign in text]
    followed = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < following else value for value, following in followed)
