"""Which short names does the article itself give to a source?

"the People's Mojahedin Organization of Iran (PMOI/MEK)" says that PMOI, MEK and the long
name are one; so do "WHO (World Health Organization)" and "the World Health Organization, or
WHO,". The rule of Schwartz and Hearst (2003), for bodies: one of the short names must be
made of the initials of the words beside it, and then those beside it are taken with it. A
country before the words belongs to the name ("the U.S. Tea Board (TB)"). Whatever is not
made so may say something else ("OSLO (NTB)"), and is left alone.

Pure: text in, pairs out. Callers: desk, when it records a document, and `ledger.names`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from factcheck.language.lexicon import table

SMALL_WORDS = frozenset(
    "a an and at by de del der des du et for in la of on the to und with y".split()  # noqa: SIM905 - a list of words
)
_MOST = 12  # words of a long name that are looked at
_BETWEEN = re.compile(r"\s?/\s?|\s(?:or|and)\s|,\s(?:or\s)?")
_SHORT = r"[^\W\d_a-z][\w&.-]{1,11}"  # WHO, MoD, G7; the first is no small letter of ASCII
_SHORTS = rf"{_SHORT}(?:(?:\s?/\s?|\s(?:or|and)\s|,\s(?:or\s)?){_SHORT}){{0,3}}"

# "Health Organization (WHO)", "of Iran (the PMOI/MEK)", "Statistics (hereafter “ONS”)"; not "(aged 5)".
_BRACKETED = re.compile(
    rf"[ ]? \( (?:the\s|an?\s|or\s|hereafter\s|henceforth\s)? [“\"'‘]? (?P<short> {_SHORTS} ) [”\"'’]? \)",
    re.VERBOSE,
)
# "Health Organization, or WHO,", "Health Organization, known as the WHO,"; not "Marn, or OSLO".
_APPOSED = re.compile(
    rf", \s (?: or | (?:also\s|better\s)? known\s (?:as|by\s its\s (?:acronym|initials)) ) \s (?:the\s)? "
    rf"(?P<short> {_SHORTS} ) (?=[,.;:)])",
    re.VERBOSE,
)
# "WHO (World Health Organization)", "the MEK (the People's Mojahedin)"; not "MEK (in Paris)".
_SPELLED_OUT = re.compile(
    rf"\b (?P<short> {_SHORTS} ) [ ]? \( (?:the\s)? (?P<long> [^()\n]{{4,120}} ) \)", re.VERBOSE
)
# The words that end where a bracket opens: "met the World Health Organization"; not across "... ended. "
_WORDS_BEFORE = re.compile(
    rf"(?<!\w) (?: [^\W_][\w'’&.-]* ,? [ \t\n]{{1,2}} ){{0,{_MOST}}} [^\W_][\w'’&.-]* \Z", re.VERBOSE
)


@dataclass(frozen=True, slots=True)
class Introduction:
    """A long name and the short ones that the text gives for it."""

    name: str
    short: tuple[str, ...]


def introductions(text: str) -> tuple[Introduction, ...]:
    """Every long name that the text introduces with its short ones, in order."""
    found = sorted(
        (*_behind(text, _BRACKETED), *_behind(text, _APPOSED), *_before(text)), key=lambda pair: pair[0]
    )
    return tuple(dict.fromkeys(introduced for _, introduced in found))


def _behind(text: str, pattern: re.Pattern[str]) -> Iterator[tuple[int, Introduction]]:
    """Long names with the short ones behind them, each with its place."""
    for match in pattern.finditer(text):
        short = tuple(_BETWEEN.split(match["short"]))
        name = _name_made_so(_words_before(text, match.start()), short)
        if name:
            yield match.start(), Introduction(name, short)


def _before(text: str) -> Iterator[tuple[int, Introduction]]:
    """Short names with the long one behind them in brackets: all of the words must make one of them."""
    for match in _SPELLED_OUT.finditer(text):
        short = tuple(_BETWEEN.split(match["short"]))
        words = match["long"].split()
        if _name_made_so(words, short) == " ".join(words):
            yield match.start(), Introduction(" ".join(words), short)


def _words_before(text: str, end: int) -> list[str]:
    """The words right before a place, as far back as nothing but blanks and commas parts them."""
    match = _WORDS_BEFORE.search(text[max(0, end - 20 * _MOST) : end].rstrip(" "))
    return match[0].split() if match else []


def _name_made_so(words: Sequence[str], short: Sequence[str]) -> str | None:
    """The last of these words, whose initials make one of the short names, with a country before them."""
    starts = [start for name in short if (start := _start_of(words, name)) is not None]
    if not starts:
        return None
    start = min(starts)
    return " ".join(words[start - (start > 0 and words[start - 1] in _countries()) :])


def _start_of(words: Sequence[str], short: str) -> int | None:
    """From which capital on the initials spell the short name, small words counted or not; or None."""
    letters = "".join(filter(str.isalpha, short)).casefold()
    for start in range(len(words) - 1, -1, -1):
        if words[start] in SMALL_WORDS or not words[start][0].isupper():
            continue
        tail = words[start:]
        capitals = all(word[0].isupper() for word in tail if word not in SMALL_WORDS)
        bold = [word for word in tail if word not in SMALL_WORDS]
        if any(_spells(letters, _initials(made), capitals=capitals) for made in (tail, bold)):
            return start
    return None


def _spells(letters: str, initials: str, *, capitals: bool) -> bool:
    """Whether the letters are the initials; of capitals also if three or more begin alike (CDC, IHRNGO)."""
    if len(letters) < 2 or letters == initials:
        return letters == initials and len(letters) > 1
    return (
        capitals
        and min(len(letters), len(initials)) > 2
        and (initials.startswith(letters) or letters.startswith(initials))
    )


def _initials(words: Sequence[str]) -> str:
    parts = [part for word in words for part in re.split(r"[-/]", word) if part]
    return "".join(part[0] for part in parts).casefold()


@cache
def _countries() -> frozenset[str]:
    """The names and adjectives of countries, as one word each: "U.S.", "Iranian"."""
    rows = table("countries")
    spelled = (
        name for row in rows for kind in ("other_names", "adjectives") for name in row[kind].split("; ")
    )
    return frozenset((*spelled, *(row["name"] for row in rows), "U.S.", "U.K.", "U.N.")) - {""}
