"""Which printed lines make a paragraph?

A paragraph ends where the page shows it: at a change of size, a wider gap, an indented
line after the end of a sentence, a bullet, or a line that stops so early that the next
word would have fitted, unless that is in lower case. Over the end of a page or a column
it goes on if its sentence does.

Pure. Runs in the child process. Caller: pdf.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median, quantiles

from factcheck.reading.parsers.lines import Line

OTHER_SIZE = 0.08  # of the size
WIDER = 1.25  # of the usual distance of two lines
INDENTED = (0.7, 8.0)  # of the size
EARLY = 0.75  # of a full line
FARTHEST = 3  # sizes: what is farther apart is no matter of leading
ENDED = re.compile(r"[.!?:;\u2026][\"'\u2019\u201d\u00bb)\]]*\Z")
BULLET = re.compile(r"[\u2022\u25cf\u25aa\u25a0\u2023\u25e6\u00b7]\s")
# "1. ", "(b) ", "- ": after the end of a sentence only, for a line may also begin with a number or a dash
ITEM = re.compile(r"(?:\(?\d{1,2}[.)]|\(?[a-z][.)]|[*\u2013\u2014-])\s")


def paragraphs_of(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines in groups, one a paragraph, in their order."""
    setting = _Setting(lines)
    group = list(lines[:1])
    for line, following in pairwise(lines):
        if setting.parts(line, following):
            yield group
            group = []
        group.append(following)
    if group:
        yield group


class _Setting:
    """How a document is set: how far its lines are apart, and how long a full one is."""

    def __init__(self, lines: Sequence[Line]) -> None:
        gaps: defaultdict[int, list[float]] = defaultdict(list)
        lengths: defaultdict[tuple[int, int, int], list[int]] = defaultdict(list)
        for line, following in pairwise(lines):
            gap = line.y - following.y
            if _on_one_page(line, following) and 0 < gap < FARTHEST * line.size:
                gaps[round(line.size)].append(gap)
        for line in lines:
            lengths[_column(line)].append(len(line.text))
        self._leading = {size: median(found) for size, found in gaps.items()}
        self._full = {column: _upper_quarter(found) for column, found in lengths.items()}

    def parts(self, line: Line, following: Line) -> bool:
        """Whether the following line begins a paragraph."""
        ended = ENDED.search(line.text) is not None
        if abs(line.size - following.size) > OTHER_SIZE * line.size or BULLET.match(following.text):
            return True
        if ended and ITEM.match(following.text):
            return True
        if not _on_one_page(line, following) or following.y > line.y:
            return ended
        gap = line.y - following.y
        if gap > WIDER * self._leading.get(round(line.size), gap):
            return True
        least, most = (share * line.size for share in INDENTED)
        return (ended and least < following.x - line.x < most) or self._stops_early(line, following)

    def _stops_early(self, line: Line, following: Line) -> bool:
        """Whether the next word would have fitted on the line."""
        word = len(following.text.split(maxsplit=1)[0])
        fits = len(line.text) + 1 + word < EARLY * self._full[_column(line)]
        return fits and not following.text[0].islower()


def _on_one_page(line: Line, following: Line) -> bool:
    return line.page == following.page


def _column(line: Line) -> tuple[int, int, int]:
    """The lines that are set below each other: on one page, in one size, from one edge."""
    return line.page, round(line.size), round(line.x / 4)


def _upper_quarter(lengths: Sequence[int]) -> float:
    return quantiles(lengths, n=4)[2] if len(lengths) > 1 else lengths[0]
