"""What number is stated here, before anyone asks of what?

Finds the places where a number may stand (a digit, or a word of the number tables) and
reads the numeral there: digits with their scale, number words, vague plurals,
fractions, multiples, ordinals. Whether it is a claim, a year or a house number is
decided elsewhere; so are units and hedges.

Pure. Caller: quantities.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from factcheck.language.digits import Digits, read_digits
from factcheck.language.lexicon import table
from factcheck.language.number_words import (
    EXACT,
    NEXT,
    PARTS,
    ROLES,
    VALUES,
    Sum,
    begin,
    fraction,
    read_words,
)
from factcheck.language.vicinity import Word

Form = Literal["digits", "words", "vague", "fraction", "multiple", "ordinal"]

MULTIPLES = {row["word"]: Decimal(row["value"]) for row in table("multiples")}
QUANTIFIERS = {"several": 3, "many": 4, "few": 2, "couple": 2}
TIME_PLURALS = {"decades", "centuries"}
TIME_WORDS = {"decade", "century"} | TIME_PLURALS


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as printed. `mantissa` times `scale` is its value.

    `grain` is the place of the last digit that is not a trailing zero, `place` that of
    the last printed digit; None where neither makes sense (a third, dozens).
    """

    start: int
    end: int
    value: Decimal
    form: Form
    grain: Decimal | None = None
    place: Decimal | None = None
    scale: Decimal = Decimal(1)
    bare: bool = False  # plain digits: no grouping, no decimals, no scale, nothing glued
    problem: str | None = None
    other: Decimal | None = None
    word: str = ""

    @property
    def mantissa(self) -> Decimal:
        """The number before its scale word: 2.7 of 2.7 million."""
        return EXACT.divide(self.value, self.scale)


def trigger() -> re.Pattern[str]:
    """A pattern that finds every place where a numeral may stand.

    Finds "12", "Twelve", "half", "dozens", but not the "one" of "bone" or the "ten" of "often".
    """
    words = [word for word, role in ROLES.items() if "scale" not in role or role == "scale"]
    words += [*PARTS, *MULTIPLES, *TIME_WORDS, "single", "matter", "handful"]
    rests: dict[str, set[str]] = {}
    for word in words:
        rests.setdefault(word[0], set()).add(word[1:])
    by_letter = (
        f"[{first}{first.upper()}](?i:{'|'.join(sorted(tails, key=lambda tail: (-len(tail), tail)))})"
        for first, tails in sorted(rests.items())
    )
    return re.compile(rf"[\d½¼¾⅓⅔⅛⅜⅝⅞]|\b(?:{'|'.join(by_letter)})(?![^\W_])")


TRIGGER = trigger()

# " million" of 2.7 million, "-million", "bn" of 1.5bn; never the "m" of 5 mm
SCALE = re.compile(
    r"(?:[ \t\u00a0\u202f]*\r?\n?[ \t]*|-)"
    r"(hundred|thousand|lakh|lac|million|crore|billion|trillion|quadrillion|dozen)(s?)(?![^\W_])",
    re.IGNORECASE,
)
GLUED_SCALE = re.compile(r"[ ]?(bn|mn|mln|tn|trn|cr)\b|(k|m|b|t)(?![\w²³/])", re.IGNORECASE)
AND_A_HALF = re.compile(
    r"(?:[ ]|-)and(?:[ ]|-)(?:(a|one|three|two)(?:[ ]|-))(half|quarters?|thirds?|fifth|third)(?![^\W_])",
    re.IGNORECASE,
)
AND_DIGITS = re.compile(r"[ ]and[ ](\d)/(\d)(?![\d/])")
OF_PLURAL = re.compile(r"\s+of\s+(thousands|millions|billions|trillions|lakhs|crores)\b", re.IGNORECASE)
OF_A_SCALE = re.compile(
    r"(?:[ -](?:of[ -])?an?[ -]|[ -])(million|billion|trillion|dozen|crore|lakh|thousand|hundred)(?![^\W_])",
    re.IGNORECASE,
)
SMALL_TOPS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3}


def numeral_from_digits(text: str, start: int, money: bool) -> Numeral:
    """The numeral whose first digit stands at `start`; `money` lets "m" and "b" be scales."""
    digits = read_digits(text, start)
    if digits.problem:
        return Numeral(start, digits.end, digits.value, "digits", problem=digits.problem)
    if (of_whole := _digit_fraction(text, digits)) is not None:
        return of_whole
    bare = not digits.grouped and digits.place == 1
    numeral = Numeral(
        start,
        digits.end,
        digits.value,
        "digits",
        grain=grain_of(digits.value, digits.place),
        place=digits.place,
        bare=bare,
        other=digits.other,
    )
    numeral = _scaled(text, numeral, money)
    return _and_a_half(text, numeral)


def grain_of(value: Decimal, place: Decimal) -> Decimal:
    """The place value of the last digit that the writer stood behind: 100 for 1,500; 0.1 for 4.0."""
    if place < 1 or not value:
        return place
    _, digits, exponent = value.as_tuple()
    assert isinstance(exponent, int)  # a finite number
    zeros = len(digits) - len("".join(map(str, digits)).rstrip("0"))
    return Decimal(1).scaleb(exponent + zeros, EXACT)


def _digit_fraction(text: str, digits: Digits) -> Numeral | None:
    match = _FRACTION.match(text, digits.start)
    if match is None:
        return None
    top, parts = int(match.group(1)), int(match.group(2))
    if not 0 < top < parts:
        return None
    return Numeral(digits.start, match.end(), fraction(Decimal(top), parts), "fraction", word=match.group())


_FRACTION = re.compile(r"(\d{1,2})/(\d{1,3})(?![\d/]|th\b)")


def _scaled(text: str, numeral: Numeral, money: bool) -> Numeral:
    while match := SCALE.match(text, numeral.end):
        name = match.group(1).lower()
        numeral = _times(numeral, VALUES[name], match.end())
        if name == "dozen":
            break
    if numeral.scale != 1:
        return _indian_remainder(text, numeral)
    match = GLUED_SCALE.match(text, numeral.end)
    if match is None:
        return numeral
    letter = match.group(2)
    if letter and not (money or _letter_is_scale(text, letter, match.end(), numeral)):
        return numeral
    name = (match.group(1) or letter).lower()
    return _times(numeral, VALUES[name], match.end())


def _times(numeral: Numeral, scale: Decimal, end: int) -> Numeral:
    assert numeral.grain is not None
    assert numeral.place is not None
    return replace(
        numeral,
        end=end,
        value=EXACT.multiply(numeral.value, scale),
        grain=EXACT.multiply(numeral.grain, scale),
        place=EXACT.multiply(numeral.place, scale),
        scale=EXACT.multiply(numeral.scale, scale),
        bare=False,
    )


_DIMENSION = re.compile(
    r"[ -]+(?:tall|wide|long|high|deep|away|race|sprint|hurdles|freestyle|above|below|relay|butterfly|backstroke|"
    r"breaststroke|dash|final|track|world|event|run|from|of|off|in|by|x|thick|across|to|and|or|distance|medley|steeplechase)\b"
    r"|[ ]?[).,;:]|\s*$",
    re.IGNORECASE,
)


def _letter_is_scale(text: str, letter: str, end: int, numeral: Numeral) -> bool:
    """Whether a glued letter means a scale: 20K, 1.3m people - not 100m hurdles, 5b."""
    if letter in "kKMB":
        return not (letter == "M" and numeral.place != 1 and False)
    if letter != "m":
        return False
    return _DIMENSION.match(text, end) is None


_REMAINDER = re.compile(r"\s(\d{1,2})[ ](lakh|thousand)\b", re.IGNORECASE)


def _indian_remainder(text: str, numeral: Numeral) -> Numeral:
    """The numeral with what "5 crore 30 lakh" adds to its crores."""
    match = _REMAINDER.match(text, numeral.end)
    if match is None or VALUES[match.group(2).lower()] >= numeral.scale or numeral.scale > 10**7:
        return numeral
    scale = VALUES[match.group(2).lower()]
    more = EXACT.multiply(Decimal(match.group(1)), scale)
    return replace(numeral, end=match.end(), value=EXACT.add(numeral.value, more), grain=scale, place=scale)


def _and_a_half(text: str, numeral: Numeral) -> Numeral:
    """The numeral with " and a half" added, before or after its scale: two and a half million."""
    if text[numeral.end : numeral.end + 4] not in (" and", "-and"):
        return numeral
    if match := AND_A_HALF.match(text, numeral.end):
        top, parts = SMALL_TOPS[match.group(1).lower()], PARTS[match.group(2).lower()]
    elif match := AND_DIGITS.match(text, numeral.end):
        top, parts = int(match.group(1)), int(match.group(2))
    else:
        return numeral
    if not 0 < top < parts:
        return numeral
    part = fraction(Decimal(top), parts)
    value = EXACT.add(numeral.value, EXACT.multiply(part, numeral.scale))
    grain = EXACT.multiply(Decimal("0.1"), numeral.scale)
    added = replace(numeral, end=match.end(), value=value, grain=grain, place=grain, bare=False)
    return _scaled(text, added, False) if numeral.scale == 1 else added


# -- number words -------------------------------------------------------------------------------------


def numeral_from_word(text: str, start: int, end: int, before: list[Word]) -> Numeral | None:
    """The numeral that begins with the number word at [start, end), or None if none does."""
    word = text[start:end].lower()
    if word in TIME_WORDS:
        return _time_word(word, start, end, before)
    if word in MULTIPLES:
        if word != "halves" or not (before and before[0].lower in PARTS):
            return Numeral(start, end, MULTIPLES[word], "multiple", word=word)
    reader = _READERS.get(ROLES.get(word, "fraction"))
    return reader(text, start, end, word, before) if reader else None


def _counting(text: str, start: int, end: int, word: str, before: list[Word]) -> Numeral | None:
    del before
    so_far = begin(word)
    assert so_far is not None
    if (parts := _parts(text, start, end, so_far.value)) is not None:
        return parts
    end = read_words(text, end, so_far)
    ordinal = NEXT.match(text, end)
    if ordinal and ROLES.get(ordinal.group(1).lower()) == "ordinal" and so_far.last != "digit":
        return Numeral(start, ordinal.end(), so_far.value, "ordinal", word="label")
    return _and_a_half(text, _of_words(so_far, start, end))


def _of_words(so_far: Sum, start: int, end: int) -> Numeral:
    value = so_far.value
    grain = grain_of(value, Decimal(1))
    scale = so_far.scale if so_far.last == "scale" and so_far.section == 0 else Decimal(1)
    if so_far.last == "hundred" and value % 100 == 0:
        scale = Decimal(100)
    return Numeral(
        start,
        end,
        value,
        "words",
        grain=grain,
        place=min(grain, scale) if scale > 1 else Decimal(1),
        scale=scale,
    )


def _parts(text: str, start: int, end: int, top: Decimal) -> Numeral | None:
    """ "two-thirds", "one fifth", "three quarters of a million"; not "two second", "one thirds"."""
    match = NEXT.match(text, end)
    if match is None:
        return None
    name = match.group(1).lower()
    parts = PARTS.get(name)
    if parts is None or top >= 20 or (name.endswith(("s", "halves")) != (top > 1)):
        return None
    if not 0 < top < parts:
        return None
    value = fraction(top, parts)
    return _of_a_scale(text, Numeral(start, match.end(), value, "fraction", word=name))


def _of_a_scale(text: str, numeral: Numeral) -> Numeral:
    """The fraction of a scale: half a million, a quarter of a million, half a dozen."""
    match = OF_A_SCALE.match(text, numeral.end)
    if match is None:
        return numeral
    scale = VALUES[match.group(1).lower()]
    value = EXACT.multiply(numeral.value, scale)
    grain = grain_of(value, Decimal(1))
    return replace(numeral, end=match.end(), value=value, form="words", grain=grain, place=grain)


def _scale_word(text: str, start: int, end: int, word: str, before: list[Word]) -> Numeral | None:
    """A scale with its article or quantifier: a million, several hundred, a couple of dozen."""
    begins, many = _quantifier(before, start)
    so_far = begin(word)
    assert so_far is not None
    if many:
        end = read_words(text, end, so_far)
        return Numeral(begins, end, so_far.value * many, "vague", word=word)
    end = read_words(text, end, so_far)
    article = before and before[0].lower in ("a", "an") and before[0].end <= start <= before[0].end + 2
    numeral = _of_words(so_far, before[0].start if article else start, end)
    if not article:
        numeral = replace(numeral, word="bare " + word)
    return _and_a_half(text, numeral)


def _quantifier(before: list[Word], start: int) -> tuple[int, int]:
    """Where "several", "a few", "a couple of" before a scale begins, and how many units it means."""
    at = 1 if before and before[0].lower == "of" else 0
    if at < len(before) and before[at].lower in QUANTIFIERS:
        word = before[at]
        begins = word.start
        if word.lower in ("few", "couple") and at + 1 < len(before) and before[at + 1].lower == "a":
            begins = before[at + 1].start
        return begins, QUANTIFIERS[word.lower]
    return start, 0


def _plural(text: str, start: int, end: int, word: str, before: list[Word]) -> Numeral | None:
    unit = VALUES[word]
    if match := OF_PLURAL.match(text, end):
        unit, end = unit * VALUES[match.group(1).lower()], match.end()
    elif word == "tens" or (word == "scores" and not _scores_are_many(text, end, before)):
        return None
    begins, many = _quantifier(before, start)
    return Numeral(begins, end, unit * (many or 2), "vague", word=word)


_SCORES_OF = re.compile(
    r"\s+(?:of\s+(?!\d)(?!the\s+game)|more\b|(?:were|are|have|had|remain|others|dead|injured|killed|wounded|arrested|missing|died)\b)",
    re.IGNORECASE,
)


def _scores_are_many(text: str, end: int, before: list[Word]) -> bool:
    if before and before[0].lower not in {
        "and", "or", ",", ".", ";", ":", "with", "killed", "killing", "kills", "injured", "injuring", "of", "that", "said",
        "wounded", "by", "after", "as", "left", "leaving", "from", "in", "while", "“", '"', "arrested", "for", "to", "among",
        "were", "also", "but", "–", "—", "are", "have", "at",
    }:  # fmt: skip
        return False
    return _SCORES_OF.match(text, end) is not None


def _fraction_word(text: str, start: int, end: int, word: str, before: list[Word]) -> Numeral | None:
    """ "half", "a third", "a quarter of a million"; a fraction with a number before it is read from there."""
    article = bool(before) and before[0].lower in ("a", "an") and start - before[0].end <= 2
    if word in ("half", "halves"):
        numeral = Numeral(before[0].start if article else start, end, Decimal("0.5"), "fraction", word="half")
        return _of_a_scale(text, numeral)
    if not article or word.endswith("s"):
        return Numeral(start, end, VALUES.get(word, Decimal(0)), "ordinal", word="label")
    numeral = _of_a_scale(
        text, Numeral(before[0].start, end, fraction(Decimal(1), PARTS[word]), "fraction", word=word)
    )
    if numeral.form == "words" or re.match(r"\s+of\b|-(?:million|mile|hour|inch)", text[numeral.end :]):
        return numeral
    return _ordinal(text, start, end, word, before)


def _ordinal(text: str, start: int, end: int, word: str, before: list[Word]) -> Numeral | None:
    """An ordinal word, marked `counts` when it implies a count ("a fourth offender")."""
    if (
        word in PARTS
        and before
        and before[0].lower in ("a", "an")
        and re.match(r"\s+of\b|-mile|-hour", text[end:])
    ):
        return _fraction_word(text, start, end, word, before)
    counts = bool(before) and before[0].lower in ("a", "an", "another")
    if word in ROLES:
        return Numeral(start, end, VALUES[word], "ordinal", word="counts" if counts else "label")
    return None


def _time_word(word: str, start: int, end: int, before: list[Word]) -> Numeral | None:
    unit = "decades" if word.startswith("decade") else "centuries"
    if word in TIME_PLURALS:
        begins, many = _quantifier(before, start)
        return Numeral(begins, end, Decimal(many or 2), "vague", word=unit)
    if before and before[0].lower == "a":
        return Numeral(
            before[0].start, end, Decimal(1), "words", grain=Decimal(1), place=Decimal(1), word=unit
        )
    return None


_Reader = Callable[[str, int, int, str, list[Word]], Numeral | None]
_READERS: dict[str, _Reader] = {
    "digit": _counting,
    "teen": _counting,
    "tens": _counting,
    "hundred": _scale_word,
    "scale": _scale_word,
    "dozen": _scale_word,
    "plural": _plural,
    "ordinal": _ordinal,
    "fraction": _fraction_word,
}
