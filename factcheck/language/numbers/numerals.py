"""Where may a number stand, and what do its digits say?

Finds the places where a number may stand (a digit, or a word of the number tables) and
reads a numeral that begins with a digit: its value, its scale, its fractions. Numerals
that begin with a word are read in `spelled`. Whether it is a claim, a year or a house
number is decided elsewhere; so are units and hedges.

Pure. Callers: spelled, intervals, quantities.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Literal, NamedTuple

from factcheck.language.lexicon import table
from factcheck.language.numbers.digits import VULGAR, Digits, read_digits
from factcheck.language.numbers.number_words import EXACT, PARTS, ROLES, VALUES, fraction

Form = Literal["digits", "words", "vague", "fraction", "multiple", "ordinal"]

MULTIPLES = {row["word"]: Decimal(row["value"]) for row in table("multiples")}
TIME_PLURALS = {"decades": "decades", "centuries": "centuries"}
TIME_WORDS = {"decade": "decades", "century": "centuries"} | TIME_PLURALS
ONE = Decimal(1)


class Numeral(NamedTuple):
    """A number as printed; its value is a number before the scale word times `scale`.

    A named tuple, as all that is made anew for every number of a text: it costs a third.


    `grain` is the place of the last digit that is not a trailing zero, `place` that of
    the last printed digit; None where neither makes sense (a third, dozens). `word` is
    the word that decides how a spelled numeral goes on ("half", "twice").
    """

    start: int
    end: int
    value: Decimal
    form: Form
    grain: Decimal | None = None
    place: Decimal | None = None
    scale: Decimal = ONE
    bare: bool = False  # plain digits: no grouping, no decimals, no scale
    problem: str | None = None
    word: str = ""


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


ENDS = frozenset(("", *",.;:!?)]"))  # nothing that belongs to a number begins with these

# " million" of 2.7 million, "-million", "\nmillion" of a wrapped line
SCALE = re.compile(
    r"(?:[ \t\u00a0\u202f]{0,4}(?:\r?\n[ \t]{0,40})?|-)"
    r"(hundred|thousand|lakh|lac|million|crore|billion|trillion|quadrillion|dozen)s?(?![^\W_])",
    re.IGNORECASE,
)
# "bn" of 1.5bn, "K" of 20K; whether "m" is a million depends on what follows
GLUED_SCALE = re.compile(
    r"[ ]?(bn|bln|mn|mln|mio|tn|tln|trn|cr)\b|[ ]?(k|mm|mil|m|bil|b|t)(?![\w²³/])"
    r"|[ ]?([mk])(?=(?:usd|eur|gbp|aud|cad|chf|sek|nok|dkk)\b)",  # 30 MUSD
    re.IGNORECASE,
)
AND_A_PART = re.compile(
    r"[ -]and[ -](?:(?P<top>an?|one|three|two)[ -](?P<part>half|quarters?|thirds?|fifths?)(?![^\W_])"
    r"|(?P<over>\d)/(?P<under>\d)(?![\d/]))",
    re.IGNORECASE,
)
_SMALL = "|".join(word for word, role in ROLES.items() if role in ("digit", "teen", "tens") and VALUES[word])
AND_UNITS = re.compile(
    rf"[ ]and[ ](?:([1-9]\d?)|({_SMALL}))"
    r"(?![\w%]|[.,]\d|[ ](?:hundred|thousand|million|per|half|quarter|third))",
    re.IGNORECASE,
)
_TOPS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3}
# " thousandths" of 5 thousandths, "-thirds"; not the three quarters of a year
_CUT_INTO = re.compile(
    rf"[ -]({'|'.join(name for name in PARTS if name.endswith(('ths', 'rds')))})(?![^\W_])", re.IGNORECASE
)
_FRACTION = re.compile(r"(\d{1,2})[/⁄](\d{1,3})(?![\d/]|th\b)")


def numeral_from_digits(text: str, start: int, money: bool) -> Numeral:
    """The numeral whose first digit stands at `start`; `money` lets "m" and "b" be scales."""
    digits = read_digits(text, start)
    if digits.problem:
        return Numeral(start, digits.end, digits.value, "digits", problem=digits.problem)
    end = digits.end
    if text[end : end + 1] in ("/", "⁄") and (part := _digit_fraction(text, digits)) is not None:
        return part
    bare = not digits.grouped and digits.place == 1
    grain = grain_of(digits.value, digits.place)
    numeral = Numeral(digits.start, end, digits.value, "digits", grain, digits.place, bare=bare)
    if text[end : end + 1] in ENDS:
        return numeral
    if bare and (cut := _CUT_INTO.match(text, end)):
        value = fraction(digits.value, PARTS[cut.group(1).lower()])
        return Numeral(digits.start, cut.end(), value, "fraction", word=cut.group(1).lower())
    return and_a_part(text, scaled(text, numeral, money))


def grain_of(value: Decimal, place: Decimal) -> Decimal:
    """The place value of the last digit that the writer stood behind: 100 for 1,500; 0.1 for 4.0."""
    if place < 1 or not value:
        return place
    digits = str(int(value))
    zeros = len(digits) - len(digits.rstrip("0"))
    return ONE.scaleb(zeros, EXACT) if zeros else ONE


def _digit_fraction(text: str, digits: Digits) -> Numeral | None:
    match = _FRACTION.match(text, digits.start)
    if match is None:
        return None
    top, parts = int(match.group(1)), int(match.group(2))
    if not 0 < top < parts:
        return None
    value = fraction(Decimal(top), parts)
    return Numeral(digits.start, match.end(), value, "fraction", word=match.group())


def scaled(text: str, numeral: Numeral, money: bool) -> Numeral:
    """The numeral with the scale behind it: " million", " lakh crore", "bn", "K"."""
    while match := SCALE.match(text, numeral.end):
        name = match.group(1).lower()
        numeral = times(numeral, VALUES[name], match.end())
        if name == "dozen":
            return numeral
    if numeral.scale != 1:
        return _remainder(text, numeral)
    match = GLUED_SCALE.match(text, numeral.end)
    if match is None:
        return numeral
    letter = match.group(2)
    glued = match.end() - numeral.end == 1
    if letter and not (money if money else glued and _is_scale(text, letter, match.end())):
        return numeral
    name = (match.group(1) or letter or match.group(3)).lower()
    return times(numeral, VALUES[name], match.end())


def times(numeral: Numeral, scale: Decimal, end: int) -> Numeral:
    """The numeral multiplied by the scale that ends at `end`."""
    assert numeral.grain is not None
    assert numeral.place is not None
    multiply = EXACT.multiply
    return Numeral(
        numeral.start,
        end,
        multiply(numeral.value, scale),
        numeral.form,
        multiply(numeral.grain, scale),
        multiply(numeral.place, scale),
        multiply(numeral.scale, scale),
    )


# what makes "100m" a length: " hurdles", " tall", a closing mark, the end
_LENGTH = re.compile(
    r"[ -]+(?:tall|wide|long|high|deep|away|race|sprint|hurdles|freestyle|above|below|relay|butterfly"
    r"|backstroke|breaststroke|dash|final|track|world|event|run|from|of|off|in|by|x|thick|across|to|and|or|distance"
    r"|medley|steeplechase|is|at|down|up|apart)\b"
    r"|[ ]?[).,;:(]|\s?$",
    re.IGNORECASE,
)


# " and 6m" of "between 5m and 6m people"
_SECOND_M = re.compile(r"[ ](?:to|and|or)[ ]\d{1,3}(?:\.\d+)?m(?!\w)", re.IGNORECASE)


def _is_scale(text: str, letter: str, end: int) -> bool:
    """Whether a glued letter means a scale: 20K, 1.3m people - not 100m hurdles, 5b."""
    if letter in "kKMB":
        return True
    if letter != "m":
        return False
    if paired := _SECOND_M.match(text, end):  # the second number of a pair tells for both
        end = paired.end()
    return _LENGTH.match(text, end) is None


_AND_SMALLER = re.compile(r"\s(\d{1,3})[ ](hundred|thousand|lakh|million)\b", re.IGNORECASE)


def _remainder(text: str, numeral: Numeral) -> Numeral:
    """The numeral with what "5 crore 30 lakh" and "4 thousand 3 hundred and 21" add to it."""
    scale = numeral.scale
    while scale >= 1000 and (match := _AND_SMALLER.match(text, numeral.end)):
        smaller = VALUES[match.group(2).lower()]
        if smaller >= scale:
            return numeral
        scale = smaller
        numeral = _plus(numeral, EXACT.multiply(Decimal(match.group(1)), scale), match.end())
    if scale == 100 and (match := AND_UNITS.match(text, numeral.end)):
        more = VALUES[match.group(2).lower()] if match.group(2) else Decimal(match.group(1))
        return _plus(numeral, more, match.end())
    return numeral


def _plus(numeral: Numeral, more: Decimal, end: int) -> Numeral:
    grain = grain_of(more, ONE)
    return numeral._replace(end=end, value=EXACT.add(numeral.value, more), grain=grain, place=grain)


def and_a_part(text: str, numeral: Numeral) -> Numeral:
    """The numeral with " and a half" added, before or after its scale: two and a half million."""
    if text[numeral.end : numeral.end + 5] not in (" and ", "-and-"):
        return numeral
    match = AND_A_PART.match(text, numeral.end)
    if match is None:
        return numeral
    if match.group("part"):
        top, parts = _TOPS[match.group("top").lower()], PARTS[match.group("part").lower()]
    else:
        top, parts = int(match.group("over")), int(match.group("under"))
    if not 0 < top < parts:
        return numeral
    part = EXACT.multiply(fraction(Decimal(top), parts), numeral.scale)
    grain = EXACT.multiply(Decimal("0.1"), numeral.scale)
    value = EXACT.add(numeral.value, part)
    added = numeral._replace(end=match.end(), value=value, grain=grain, place=grain, bare=False)
    return scaled(text, added, False) if numeral.scale == 1 else added
