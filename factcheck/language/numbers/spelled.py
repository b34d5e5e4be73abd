"""What number do these words state: twelve hundred, several dozen, a third, twice?

Reads a numeral that begins with a word of the number tables, together with the article
or quantifier before it ("a million", "a couple of dozen"). Answers None where the word
states no number ("test scores"), and marks ordinals, of which few count anything.

Pure. Callers: intervals, quantities.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from factcheck.language.lexicon import word_list
from factcheck.language.numbers.beginnings import MULTIPLES, TIME_PLURALS, TIME_WORDS, Place
from factcheck.language.numbers.counted import STOPS
from factcheck.language.numbers.number_words import (
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
from factcheck.language.numbers.numerals import (
    ONE,
    Numeral,
    and_a_part,
    grain_of,
    scaled,
)
from factcheck.language.numbers.vicinity import Words
from factcheck.model import Span

QUANTIFIERS = {"several": 3, "many": 4, "few": 2, "couple": 2}
LABEL, COUNTS, BARE = "label", "counts", "bare"

OF_PLURAL = re.compile(
    r"\s{1,40}of\s{1,40}(thousands|millions|billions|trillions|lakhs|crores)\b", re.IGNORECASE
)
# " a million" of half a million, "-million" of quarter-million, " of a million" of a quarter of a million
OF_A_SCALE = re.compile(
    r"(?:[ -](?:of[ -])?an?[ -]|[ -])(million|billion|trillion|dozen|crore|lakh|thousand|hundred)(?![^\W_])",
    re.IGNORECASE,
)
_OF = re.compile(r"\s{1,40}of\b|-(?:million|mile|hour|inch|century)")
_SCORES_OF = re.compile(
    r"\s{1,40}(?:of\s{1,40}(?!\d)(?!the\s{1,40}game)|more\b"
    r"|(?:were|are|have|had|remain|others|dead|injured|killed|wounded|arrested|missing|died)\b)",
    re.IGNORECASE,
)


def numeral_from_word(text: str, place: Place, before: Words) -> Numeral | None:
    """The numeral that begins with the number word at `place`, or None if none does."""
    word = text[place.start : place.end].lower()
    if word in TIME_WORDS:
        return _time_word(place, word, before)
    if word in MULTIPLES and not (word == "halves" and before[0].lower in ROLES):
        return Numeral(place.start, place.end, MULTIPLES[word], "multiple", word=word)
    reader = _READERS.get(ROLES.get(word, "fraction"))
    return reader(text, place, word, before) if reader else None


def _counting(text: str, place: Place, word: str, before: Words) -> Numeral | None:
    """Twelve, forty-two, two hundred and fifty thousand, two-thirds, two and a half."""
    del before
    so_far = begin(word)
    assert so_far is not None  # the roles that come here all begin a number
    end = read_words(text, place.end, so_far)
    if (parts := _parts(text, place.start, end, so_far)) is not None:
        return parts
    following = NEXT.match(text, end)
    role = ROLES.get(following.group(1).lower()) if following else None
    if following and role == "ordinal" and so_far.last != "digit":  # twenty-fifth
        return Numeral(place.start, following.end(), so_far.value, "ordinal", word=LABEL)
    numeral = _of_words(so_far, place.start, end)
    return and_a_part(text, _with_decimals(text, numeral) or numeral)


_POINT = re.compile(r"\s{1,4}point(?=\s)", re.IGNORECASE)


def _with_decimals(text: str, numeral: Numeral) -> Numeral | None:
    """The numeral with its spelled decimals: three point five million, ten point seventy-one."""
    point = _POINT.match(text, numeral.end) if numeral.scale <= 100 else None
    if point is None:
        return None
    decimals, end = "", point.end()
    while (match := NEXT.match(text, end)) and ROLES.get(match.group(1).lower()) in ("digit", "teen", "tens"):
        word = match.group(1).lower()
        tens = decimals and decimals[-1] == "0" and ROLES[word] == "digit" and text[match.start()] == "-"
        decimals = (decimals[:-1] if tens else decimals) + str(VALUES[word])
        end = match.end()
    if not decimals:
        return None
    place = ONE.scaleb(-len(decimals))
    value = EXACT.add(numeral.value, Decimal(decimals) * place)
    return scaled(text, Numeral(numeral.start, end, value, "words", place, place), False)


def _of_words(so_far: Sum, start: int, end: int) -> Numeral:
    value = so_far.value
    grain = grain_of(value, ONE)
    scale = so_far.scale if so_far.last == "scale" and so_far.section == 0 else ONE
    if so_far.last in ("hundred", "dozen") and value % VALUES[so_far.last] == 0:
        scale = VALUES[so_far.last]
    return Numeral(start, end, value, "words", grain, min(grain, scale) if scale > 1 else ONE, scale)


def _parts(text: str, start: int, end: int, so_far: Sum) -> Numeral | None:
    """ "Two-thirds", "one fifth", "three quarters of a million", "one twenty-fifth"; not "two second"."""
    match = NEXT.match(text, end)
    if match is None:
        return None
    top, name, tens = so_far.value, match.group(1).lower(), 0
    if text[end] == "-" and so_far.last == "tens" and top > 100:  # one hundred thirty-fifths
        tens = int(top) % 100
        top -= tens
    elif ROLES.get(name) == "tens" and text[match.end() : match.end() + 1] == "-":  # one twenty-fifth
        tens = int(VALUES[name])
        match = NEXT.match(text, match.end())
        name = match.group(1).lower() if match else ""
    parts = _cut_into(name, tens)
    if match is not None and parts and (mixed := _mixed(text, Span(start, end), so_far, parts)):
        return Numeral(start, match.end(), mixed, "fraction", word=name)
    if match is None or not parts or not _makes_parts(top, name, parts) or _is_ordinal(text, end, so_far):
        return None
    return _of_a_scale(text, Numeral(start, match.end(), fraction(top, parts), "fraction", word=name))


def _mixed(text: str, number: Span, so_far: Sum, parts: int) -> Decimal | None:
    """A whole number "and" a fraction of such parts: two hundred **and fifty-four** hundredths."""
    last = number.of(text).lower().rfind(" and ")
    match = NEXT.match(text, number.start + last + 4) if last > 0 else None
    tail = begin(match.group(1).lower()) if match and match.group(1).lower() in ROLES else None
    if match is None or tail is None or read_words(text, match.end(), tail) != number.end:
        return None
    if not 0 < tail.value < parts:
        return None
    return EXACT.add(EXACT.subtract(so_far.value, tail.value), fraction(tail.value, parts))


def _cut_into(name: str, tens: int) -> int:
    """The number of parts that "fifths" name, with the tens before them: 25 in "one twenty-fifth"; or 0."""
    if not tens:
        return PARTS.get(name, 0)
    one = name.removesuffix("s")
    digit = int(VALUES[one]) if ROLES.get(one) == "ordinal" else 0
    return tens + digit if 0 < digit < 10 else 0


def _makes_parts(top: Decimal, name: str, parts: int) -> bool:
    """Whether so many parts are a fraction: three fifths, six fifths - not six quarters, one fifths."""
    if top <= 0 or (name[-1] == "s") != (top > 1):
        return False
    return top < parts or name not in ("quarters", "halves")


def _is_ordinal(text: str, end: int, so_far: Sum) -> bool:
    """Whether the next word only ends an ordinal: the "fifths" of twenty-fifths."""
    return text[end] == "-" and so_far.last == "tens" and so_far.value < 100


def _of_a_scale(text: str, numeral: Numeral) -> Numeral:
    """The fraction of a scale: half a million, a quarter of a million, half a dozen."""
    match = OF_A_SCALE.match(text, numeral.end)
    if match is None:
        return numeral
    value = EXACT.multiply(numeral.value, VALUES[match.group(1).lower()])
    grain = grain_of(value, ONE)
    return Numeral(numeral.start, match.end(), value, "words", grain, grain, word=numeral.word)


def _scale_word(text: str, place: Place, word: str, before: Words) -> Numeral | None:
    """A scale with its article or quantifier: a million, several hundred, a couple of dozen."""
    start, many = _quantifier(before, place.start)
    so_far = begin(word)
    assert so_far is not None  # a scale begins a number
    end = read_words(text, place.end, so_far)
    if many:
        return Numeral(start, end, so_far.value * many, "vague", word=word)
    article = before[0].lower in ("a", "an") and place.start - before[0].end <= 2
    numeral = _of_words(so_far, before[0].start if article else start, end)
    return and_a_part(text, numeral if article else numeral._replace(word=BARE))


def _quantifier(before: Words, start: int) -> tuple[int, int]:
    """Where "several", "a few", "a couple of" before a scale begins, and how many units it means."""
    at = 1 if before[0].lower == "of" else 0
    many = QUANTIFIERS.get(before[at].lower, 0)
    if not many:
        return start, 0
    if before[at].lower in ("few", "couple") and before[at + 1].lower == "a":
        at += 1
    return before[at].start, many


def _plural(text: str, place: Place, word: str, before: Words) -> Numeral | None:
    """Dozens, tens of thousands, several tens of thousands; not "test scores"."""
    unit, end = VALUES[word], place.end
    if match := OF_PLURAL.match(text, end):
        unit, end = unit * VALUES[match.group(1).lower()], match.end()
    elif word == "tens" or (word == "scores" and not _scores_are_many(text, end, before)):
        return None
    while (again := _AGAIN.match(text, end)) and again.group(1).lower() == word:
        end = again.end()
    start, many = _quantifier(before, place.start)
    return Numeral(start, end, unit * (many or 2), "vague", word=word)


_AGAIN = re.compile(r"\s(?:and|upon)\s([a-z]+s)\b")  # dozens and dozens


def _scores_are_many(text: str, end: int, before: Words) -> bool:
    previous = before[0].lower
    did = previous.endswith("ed") and previous not in (
        "combined",
        "adjusted",
        "weighted",
    )  # uncovered scores of
    return (did or previous in word_list("before scores")) and _SCORES_OF.match(text, end) is not None


def _fraction_word(text: str, place: Place, word: str, before: Words) -> Numeral | None:
    """ "Half", "a third of", "quarter of a million"."""
    article = before[0].lower in ("a", "an") and place.start - before[0].end <= 2
    start = before[0].start if article else place.start
    if word == "half":
        return _of_a_scale(text, Numeral(start, place.end, Decimal("0.5"), "fraction", word=word))
    if word.endswith("s"):
        return None
    numeral = _of_a_scale(text, Numeral(start, place.end, fraction(ONE, PARTS[word]), "fraction", word=word))
    if numeral.form == "words" or (article and _is_part(text, numeral.end, before)):
        return numeral
    return Numeral(place.start, place.end, Decimal(PARTS[word]), "ordinal", word=LABEL)


def _is_part(text: str, end: int, before: Words) -> bool:
    """Whether "a third" is a share: a third of it, a third were - not a third body, "and a third was"."""
    if before[1].lower in _APPROXIMATELY or _OF.match(text, end):
        return True
    if (following := NEXT.match(text, end)) and following.group(1).lower() in word_list("comparatives"):
        return True
    another = before[1].lower in ("and", ",", ";", "while") and _IS.match(text, end)
    return not another and not _noun_at(text, end)


_IS = re.compile(r"\s{1,4}(?:was|is|has|had|remains|remained|died|fled|escaped)\b")
_APPROXIMATELY = frozenset(
    ("than", "about", "nearly", "almost", "over", "roughly", "around", "least", "only")
)


def _noun_at(text: str, end: int) -> bool:
    """Whether a noun may follow, as in "a third body"; not in "a third to veto", "by a quarter"."""
    following = NEXT.match(text, end)
    return following is not None and following.group(1).lower() not in STOPS


def _ordinal(text: str, place: Place, word: str, before: Words) -> Numeral | None:
    """An ordinal word; it counts after an indefinite article ("a fourth offender")."""
    if word in PARTS:
        numeral = _fraction_word(text, place, word, before)
        if numeral and numeral.form != "ordinal":
            return numeral
    counts = before[0].lower in ("a", "an", "another")
    return Numeral(place.start, place.end, VALUES[word], "ordinal", word=COUNTS if counts else LABEL)


def _time_word(place: Place, word: str, before: Words) -> Numeral | None:
    """Decades, centuries; one of them only with its article: "a century"."""
    unit = TIME_WORDS[word]
    if word in TIME_PLURALS:
        start, many = _quantifier(before, place.start)
        return Numeral(start, place.end, Decimal(many or 2), "vague", word=unit)
    if before[0].lower == "a":
        return Numeral(before[0].start, place.end, ONE, "words", ONE, ONE, word=unit)
    return None


_READERS: dict[str, Callable[[str, Place, str, Words], Numeral | None]] = {
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
