"""What stands between two lines that are joined: a blank, a hyphen, or nothing?

A hyphen at the end of a line goes only where that is sure: the whole word stands
elsewhere in the document, or the second half is no word of it. It stays where the word
stands elsewhere with its hyphen, beside a digit or a capital, and in a number in words
(twenty-five). Otherwise it stays and is doubtful. Two digits are never brought together:
their lines stay two.

Pure. Runs in the child process. Caller: pdf.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache
from unicodedata import east_asian_width

from factcheck.language.lexicon import table

SOFT_HYPHEN = "\u00ad"
WORD = re.compile(r"[^\W\d_]+(?:[-\u2010\u2011][^\W\d_]+)*")
# "govern-" and "well-" at the end of a line, not "1,500-" or a dash with a blank before it
BROKEN = re.compile(r"(?P<word>[^\W\d_]+)[-\u2010\u00ad]\Z")
BEGINNING = re.compile(r"[^\W\d_]+")
DASHES = ("-", "\u2010", "\u2013", "\u2014", SOFT_HYPHEN)


@dataclass(frozen=True, slots=True)
class Seam:
    """How two lines are joined: what the first loses, what comes between, and whether that is sure."""

    cut: int = 0
    between: str = ""
    sure: bool = True


def words_of(lines: Sequence[str]) -> frozenset[str]:
    """The words of a document, in lower case, without the halves of those that the end of a line broke."""
    whole: list[str] = []
    broken = False
    for line in lines:
        half = BEGINNING.match(line) if broken else None
        whole.append(BROKEN.sub("", line[half.end() :] if half else line))
        broken = BROKEN.search(line) is not None
    return frozenset(word.lower() for line in whole for word in WORD.findall(line) if len(word) > 1)


def seam(line: str, following: str, words: Collection[str]) -> Seam:
    """How a line is joined to the one that goes on with it; neither is empty."""
    broken = BROKEN.search(line)
    beginning = BEGINNING.match(following)
    if broken and beginning and following[0].islower():
        return _of_a_word(broken["word"].lower(), beginning.group().lower(), line[-1], words)
    if line.endswith(DASHES) and not line[-2:-1].isspace():
        return Seam()
    if line[-1].isdigit() and following[0].isdigit():
        return Seam(between="\n")
    if _is_wide(line[-1]) and _is_wide(following[0]):
        return Seam()
    return Seam(between=" ")


def _of_a_word(first: str, second: str, hyphen: str, words: Collection[str]) -> Seam:
    if hyphen == SOFT_HYPHEN or first + second in words:
        return Seam(cut=1)
    if f"{first}-{second}" in words or not _number_words().isdisjoint((first, second)):
        return Seam()
    return Seam(sure=False) if second in words else Seam(cut=1)


@cache
def _number_words() -> frozenset[str]:
    return frozenset(row["word"] for row in table("number_words"))


def _is_wide(sign: str) -> bool:
    """Whether the sign is of a script that puts no blanks between words."""
    return east_asian_width(sign) in "WF"
