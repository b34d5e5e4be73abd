"""Which short names does the article itself give to a source?

"the People's Mojahedin Organization of Iran (PMOI/MEK)" says that PMOI, MEK and the long
name are one. The rule of Schwartz and Hearst (2003), for bodies: capitalised words, then
a parenthesis of capitals; one of the short names must be made of the words' initials,
and then those beside it in the same parenthesis are taken with it.

Pure: text in, pairs out. Caller: desk, when it records a document.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

SMALL_WORDS = frozenset(
    "a an and at by de del der des du et for in la of on the to und with y".split()  # noqa: SIM905 - a list of words
)
_WORD = r"[A-Z][\w'’&.-]*"
_SHORT = r"[A-Z][\w&.-]{1,11}"

# "World Health Organization (WHO)", "Organization of Iran (PMOI/MEK)"; not "(aged 5)".
INTRODUCTION = re.compile(
    rf"""
    (?P<long> {_WORD} (?: [ \t\n]{{1,2}} (?: {_WORD} | {"|".join(sorted(SMALL_WORDS))} ) ){{1,12}} )
    [ ]? \( (?P<short> {_SHORT} (?: (?:\s?/\s?|\sor\s|,\s) {_SHORT} ){{0,3}} ) \)
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Introduction:
    """A long name and the short ones that the text gives for it."""

    name: str
    short: tuple[str, ...]


def introductions(text: str) -> tuple[Introduction, ...]:
    """Every long name that the text introduces with its short ones, in order."""
    found = []
    for match in INTRODUCTION.finditer(text):
        words = match["long"].split()
        short = tuple(part for part in re.split(r"\s?/\s?|\sor\s|,\s", match["short"]))
        starts = [_start_of(words, name) for name in short]
        named = [start for start in starts if start is not None]
        if named:
            found.append(Introduction(" ".join(words[min(named) :]), short))
    return tuple(found)


def _start_of(words: list[str], short: str) -> int | None:
    """From which word on the initials spell the short name, small words counted or not; None if nowhere."""
    letters = "".join(filter(str.isalpha, short)).casefold()
    for start in range(len(words) - 1, -1, -1):
        if words[start] in SMALL_WORDS:
            continue
        tail = words[start:]
        bold = [word for word in tail if word not in SMALL_WORDS]
        if _spells(letters, _initials(tail)) or _spells(letters, _initials(bold)):
            return start
    return None


def _spells(letters: str, initials: str) -> bool:
    """Whether the letters are the initials, or (CDC) the first three or more of them."""
    return len(letters) > 1 and (letters == initials or (len(letters) > 2 and initials.startswith(letters)))


def _initials(words: list[str]) -> str:
    parts = [part for word in words for part in re.split(r"[-/]", word) if part]
    return "".join(part[0] for part in parts).casefold()
