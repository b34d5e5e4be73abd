"""What number does a numeral state that begins with a digit?

Its digits, its scale, its fractions. Numerals that begin with a word are read in `spelled`.
Whether it is a claim, a year or a house number is decided elsewhere; so are units and hedges.

Pure. Callers: spelled, intervals, quantities.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Literal, NamedTuple

from factcheck.language.numbers.digits import Digits, read_digits
from factcheck.language.numbers.number_words import EXACT, PARTS, ROLES, VALUES, fraction

Form = Literal["digits", "words", "vague", "fraction", "multiple", "ordinal"]

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
# " and a half", "-and-three-quarters", " and a third" of two and a third hours; not "and a third was hurt"
_NTHS = "|".join(name for name in PARTS if name not in ("half", "halves", "quarter", "quarters"))
AND_A_PART = re.compile(
    rf"""
    [ -]and[ -] (?:
        (?P<top> an?|one|three|two ) [ -] (?:
            (?P<part> half|quarters? ) (?![^\W_])
          | (?P<nth> {_NTHS} ) (?= [ ]?[.,;:!?)] | \s*\Z | [ ](?:million|billion|percent|per[ ]cent)\b
                                 | [ ](?!was|is|has|does)[a-z]{{2,20}}s\b )
        )
      | (?P<over>\d)/(?P<under>\d) (?![\d/])
    )
    """,
    re.VERBOSE | re.IGNORECASE,
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
    if match.group("top"):
        name = match.group("part") or match.group("nth")
        top, parts = _TOPS[match.group("top").lower()], PARTS[name.lower()]
    else:
        top, parts = int(match.group("over")), int(match.group("under"))
    if not 0 < top < parts:
        return numeral
    part = EXACT.multiply(fraction(Decimal(top), parts), numeral.scale)
    grain = EXACT.multiply(Decimal("0.1"), numeral.scale)
    value = EXACT.add(numeral.value, part)
    added = numeral._replace(end=match.end(), value=value, grain=grain, place=grain, bare=False)
    return scaled(text, added, False) if numeral.scale == 1 else added
