"""Where may a number begin?

At a digit, or at a word of the number tables that is a word of its own. What stands there is
read in `numerals` and `spelled`, and may turn out to be no number ("test scores").

Pure. Callers: spelled, sides, quantities.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from factcheck.language.lexicon import table
from factcheck.language.numbers.digits import VULGAR
from factcheck.language.numbers.number_words import PARTS, ROLES

MULTIPLES = {row["word"]: Decimal(row["value"]) for row in table("multiples")}
TIME_PLURALS = {"decades": "decades", "centuries": "centuries"}
TIME_WORDS = {"decade": "decades", "century": "centuries"} | TIME_PLURALS


class Place(NamedTuple):
    """Where a numeral may stand: the digit, or the number word from its first to its last letter."""

    start: int
    end: int
    is_word: bool


def _word_pattern() -> tuple[str, str]:
    """The initials of the words that begin a number, and a pattern of those words.

    The pattern branches at the first two letters, each a set of two cases: the engine skips a
    branch by its set without entering it, and most words of a text fit none.
    """
    words = [word for word, role in ROLES.items() if role not in ("short scale", "letter scale")]
    words += [*PARTS, *MULTIPLES, *TIME_WORDS, "single", "matter", "handful"]
    rests: dict[str, dict[str, set[str]]] = {}
    for word in words:
        rests.setdefault(word[0], {}).setdefault(word[1], set()).add(word[2:])
    branches = []
    for first, seconds in sorted(rests.items()):
        ways = "|".join(_branch(second, tails) for second, tails in sorted(seconds.items()))
        branches.append(f"{_either_case(first)}(?:{ways})")
    initials = "".join(sorted(rests))
    return initials + initials.upper(), rf"(?:{'|'.join(branches)})(?![^\W_])"


def _branch(second: str, tails: set[str]) -> str:
    """What may follow the first letter of a word: its second letter and the rest, the longest first."""
    rest = "|".join(sorted(tails, key=lambda tail: (-len(tail), tail)))
    return f"{_either_case(second)}(?i:{rest})"


def _either_case(letter: str) -> str:
    return f"[{letter}{letter.upper()}]"


_INITIALS, _WORDS = _word_pattern()
_DIGIT = "\\d" + "".join(VULGAR)
# "12", " Twelve", "-half", " dozens"; not the "one" of "bone" or the "ten" of "often"
# It begins with whatever is no letter of English, for over those the engine leaps quickest.
_NEXT = re.compile(rf"[^A-Za-z](?:(?<![ ])(?<=[{_DIGIT}])|(?=[{_INITIALS}])(?<=\W){_WORDS})")
_LONGEST_WORD = 20


def next_place(text: str, place: int) -> Place | None:
    """The first place at or after `place` where a number may stand."""
    if place == 0 and (here := place_at(text, 0)):
        return here
    match = _NEXT.search(text, place)
    if match is None:
        return None
    start, end = match.span()
    return Place(start + 1, end, True) if end - start > 1 else Place(start, end, False)


def place_at(text: str, start: int) -> Place | None:
    """The number word or digit that stands exactly at `start`."""
    first = text[start : start + 1]
    if first.isdecimal() or first in VULGAR:
        return Place(start, start + 1, False)
    if start:
        match = _NEXT.match(text, start - 1)
        return Place(start, match.end(), True) if match and match.end() > start else None
    match = _NEXT.match(" " + text[:_LONGEST_WORD])
    return Place(0, match.end() - 1, True) if match and match.end() > 1 else None
