"""What do number words say that stand outside the grammar of numerals?

"Half an hour", "twice as many", "a fourth offender", "in decades", "a single day", "a
matter of only hours", "twin bombings". Each function makes a claim of its word, or
answers with the notice that says why not.

Pure. Caller: quantities.
"""

from __future__ import annotations

import re
from decimal import Decimal

from factcheck.language.lexicon import word_list
from factcheck.language.numbers.counted import STOPS, counted_after
from factcheck.language.numbers.declined import REASONS
from factcheck.language.numbers.drafts import Draft, Found, finish
from factcheck.language.numbers.hedges import hedge_before
from factcheck.language.numbers.numerals import ONE, Numeral
from factcheck.language.numbers.spelled import COUNTS
from factcheck.language.numbers.units import Unit, unit_after, unit_at
from factcheck.language.numbers.vicinity import Words, words_after, words_before
from factcheck.model import Notice, Quantity, Span

_MATTER = re.compile(
    r"matter\s{1,40}of\s{1,40}(?:(?:only|just|mere)\s{1,40})?(seconds|minutes|hours|days|weeks|months|years)\b",
    re.IGNORECASE,
)


def notice(start: int, end: int, code: str) -> Notice:
    """The notice that a number is no claim, with the reason of its code."""
    return Notice(Span(start, end), code, REASONS[code])


def single(text: str, start: int, end: int) -> Found | None:
    """A single year, week, day; of anything else "single" is only an adjective."""
    unit = unit_at(text, end)
    if unit is None or unit.kind != "duration":
        return None
    span = Span(start, unit.edge)
    return Found(span, span, Quantity(ONE, ONE, ONE, grain=ONE, kind="duration", unit=unit.name))


def matter(text: str, start: int, before: Words) -> Found | None:
    """A matter of only hours: two of them or more."""
    match = _MATTER.match(text, start)
    if match is None:
        return None
    span = Span(before[0].start if before[0].lower == "a" else start, match.end())
    unit = match.group(1).lower()
    return Found(span, span, Quantity(Decimal(2), None, None, "vague", kind="duration", unit=unit))


def time_word(text: str, numeral: Numeral, before: Words, after: Words) -> Found:
    """Decades and centuries: "in decades", "a century"."""
    hedged = None if numeral.form == "vague" else hedge_before(text, before, numeral.start)
    return finish(
        Draft(
            text, numeral, numeral.start, numeral.end, before, after, hedged, None, "duration", numeral.word
        )
    )


def ordinal(text: str, numeral: Numeral, after: Words) -> Found | Notice:
    """An ordinal that implies a count: "a fourth offender" - not "the second round", "a second chance"."""
    head = after[0]
    counted = counted_after(text, after, 0, True)
    labels = word_list("labels of ordinals")
    second = numeral.value == 2 and head.lower not in word_list("counted by one")
    if numeral.word != COUNTS or counted is None or second or head.lower in labels:
        return notice(numeral.start, numeral.end, "ordinal")
    span = Span(numeral.start, numeral.end)
    value = numeral.value
    quantity = Quantity(
        value, value, value, grain=ONE, kind="ordinal", counted=text[head.start : counted.end]
    )
    return Found(span, Span(span.start, counted.end), quantity)


# words that multiply only what follows; doubled, tripled and halving always do
_NEEDS_OBJECT = frozenset(
    ("twice", "thrice", "double", "triple", "quadruple", "doubles", "triples", "halves", "halve")
)


def multiple(text: str, numeral: Numeral, before: Words, after: Words) -> Found | Notice | None:
    """Twice as many, more than double, halving its staff; not "a double bed", "twice won"."""
    word, following = numeral.word, after[0]
    if word == "twin":
        return _twin(text, numeral, before, after)
    if (following.lower == "-" and following.start == numeral.end) or following.lower == "down":
        return notice(numeral.start, numeral.end, "name")
    hedged = hedge_before(text, before, numeral.start)
    if word in _NEEDS_OBJECT and hedged is None and not _multiplies(text, word, after):
        return notice(numeral.start, numeral.end, "no-figure" if word[0] == "t" else "name")
    return finish(
        Draft(text, numeral, numeral.start, numeral.end, before, after, hedged, None, "ratio", counting=False)
    )


def _multiplies(text: str, word: str, after: Words) -> bool:
    """Whether a word multiplies what follows: twice the rate, twice as many - not "twice as they left"."""
    following, compared = after[0].lower, after[1]
    if word[0] == "t" and word != "triple" and following not in word_list("multiplied by twice"):
        return False
    if following == "as" and compared.start >= 0:
        return text[compared.start].islower() and compared.lower not in word_list("who does")
    return following in word_list("multiplied")


def _twin(text: str, numeral: Numeral, before: Words, after: Words) -> Found | None:
    counted = counted_after(text, after, 0, False)
    if counted is None or not counted.plural or text[after[0].start].isupper():
        return None
    return finish(Draft(text, numeral, numeral.start, numeral.end, before, after))


def half(text: str, numeral: Numeral, before: Words, after: Words) -> Found | Notice:
    """Half of the wells, nearly half, half an hour, a year and a half; not "the second half", "half-time"."""
    if before[0].lower == "and" and (more := _unit_and_a_half(text, numeral, before, after)):
        return more
    following, previous = after[0], before[0].lower
    if following.lower == "past":
        return notice(numeral.start, numeral.end, "time")
    hedged = hedge_before(text, before, numeral.start)
    unit = _unit_of_half(text, numeral, after)
    if unit:
        rest = words_after(text, unit.edge)
        draft = Draft(
            text, numeral, numeral.start, unit.edge, before, rest, hedged, None, unit.kind, unit.name
        )
        return finish(draft)
    glued = following.lower == "-" and following.start == numeral.end
    stands = following.lower in STOPS or not following.lower[0].isalpha() or text[numeral.start] in "aA"
    whose = following.lower in word_list("halves of") or following.lower.endswith("'s")
    alone = hedged is None and not stands and not whose
    if (
        glued
        or previous in word_list("not a half")
        or (alone and previous not in ("in", "by", "to", "than", "cut"))
    ):
        return notice(numeral.start, numeral.end, "name")
    return finish(Draft(text, numeral, numeral.start, numeral.end, before, after, hedged, None, "ratio"))


def _unit_of_half(text: str, numeral: Numeral, after: Words) -> Unit | None:
    if after[0].lower in ("a", "an"):
        return unit_at(text, after[0].end)
    return unit_after(text, numeral.end, after, False)


def _unit_and_a_half(text: str, numeral: Numeral, before: Words, after: Words) -> Found | None:
    """A unit and a half: "a year and a half" is 1.5 years."""
    word = before[1]
    unit = unit_at(text, word.start) if word.start >= 0 else None
    if unit is None or unit.kind not in ("duration", "measure") or unit.edge != word.end:
        return None
    start = before[2].start if before[2].lower in ("a", "an", "one") else word.start
    more = Numeral(start, numeral.end, Decimal("1.5"), "words", Decimal("0.5"), Decimal("0.5"))
    rest = words_before(text, start)
    hedged = hedge_before(text, rest, start)
    return finish(Draft(text, more, start, more.end, rest, after, hedged, None, unit.kind, unit.name))
