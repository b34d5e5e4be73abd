"""Which numbers does a text state, and what does each say?

Finds every numeral, reads its value, bounds, hedge, unit and what it counts, and answers
with what is a claim (`Found`) and what was declined (`Notice`). The conventions are those
of the annotation guideline: dates, years, labels and names are no claims; a bound stays a
bound. What a hedge plausibly means, and who vouches for a number, is decided elsewhere.

Pure, and linear in the length of the text. Callers: claims, desk; `steps` for whoever explains a reading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from factcheck.language.lexicon import word_list
from factcheck.language.numbers import idioms, shapes
from factcheck.language.numbers.beginnings import Place, next_place
from factcheck.language.numbers.candidates import candidate, draft_of
from factcheck.language.numbers.declined import REASONS
from factcheck.language.numbers.drafts import Found, finish, join
from factcheck.language.numbers.idioms import notice
from factcheck.language.numbers.intervals import Interval, low_in_thousands
from factcheck.language.numbers.memory import Memory
from factcheck.language.numbers.notations import notation
from factcheck.language.numbers.number_words import ROLES
from factcheck.language.numbers.numerals import ONE, Numeral, numeral_from_digits
from factcheck.language.numbers.refusals import refusal
from factcheck.language.numbers.spelled import BARE, numeral_from_word
from factcheck.language.numbers.units import DURATIONS, Unit, unit_after, unit_before
from factcheck.language.numbers.vicinity import Words, words_after, words_before
from factcheck.model import Notice, Quantity, Span

__all__ = ["Found", "read", "read_at", "steps"]


def read(text: str) -> tuple[tuple[Found, ...], tuple[Notice, ...]]:
    """The numbers that a text claims and those that were declined, each in order of their spans."""
    found: list[Found] = []
    notices: list[Notice] = []
    for _, outcome in steps(text, Memory(text)):
        if isinstance(outcome, Notice):
            notices.append(outcome)
        elif outcome is not None:
            _add(text, found, outcome)
    return tuple(found), tuple(notices)


def steps(text: str, memory: Memory) -> Iterator[tuple[Place, Found | Notice | None]]:
    """Each place where a numeral may stand, with what is read there; only then does the memory keep it."""
    at = done = crowd = 0
    while place := next_place(text, at):
        crowd = crowd + 1 if place.start - at < 6 and not place.is_word else 0
        data = crowd > _CROWD and crowd % _CROWD == 1 and _data(text, place)
        outcome = data or _beyond(done, _read_inside(text, place, memory))
        yield place, outcome
        at = place.end
        if outcome is not None:
            done = outcome.span.end
            at = max(at, done)
            memory.keep(outcome)


_CROWD = 100  # so many numbers in a row, with hardly a mark between, are looked at as a whole
_FIGURES = re.compile(r"[\W\d_]{2000,}(?<=\d)")


def _data(text: str, place: Place) -> Notice | None:
    """The notice that pages of figures without a single letter are data, not statements."""
    match = _FIGURES.match(text, place.start)
    return notice(place.start, match.end(), "data") if match else None


def _read_inside(text: str, place: Place, memory: Memory) -> Found | Notice | None:
    """What is read at one place without the line behind it, where that is another heading."""
    outcome = read_at(text, place, memory)
    if not isinstance(outcome, Found):
        return outcome
    phrase = outcome.phrase_span
    if "\n" not in phrase.of(text) or "\f" not in phrase.of(memory.parted()):
        return outcome
    return read_at(memory.parted(), place, memory)


def read_at(text: str, place: Place, memory: Memory) -> Found | Notice | None:
    """What is read at one place: a claim, a notice, or None where no number stands after all."""
    return _read_word(text, place, memory) if place.is_word else _read_digits(text, place, memory)


def _beyond(done: int, outcome: Found | Notice | None) -> Found | Notice | None:
    """The outcome without the characters that an earlier one has taken: no two spans overlap."""
    if outcome is None or outcome.span.start >= done:
        return outcome
    return replace(outcome, span=Span(done, outcome.span.end))


def _add(text: str, found: list[Found], claim: Found) -> None:
    """Add a claim, or join it to the one before where the two are bounds of one range."""
    joined = join(found[-1], claim) if found and _linked(text, found[-1], claim) else None
    if joined:
        found[-1] = joined
    else:
        found.append(claim)


def _linked(text: str, first: Found, second: Found) -> bool:
    between = slice(first.phrase_span.end, second.phrase_span.start)
    return between.stop - between.start < 12 and text[between].strip(" ,\n") in ("and", "but")


# -- a numeral that begins with a digit ------------------------------------------------------------------


def _read_digits(text: str, place: Place, memory: Memory) -> Found | Notice | None:
    start = place.start
    currency = unit_before(text, start)
    if currency is None:
        if noted := notation(text, start):
            return noted
        shaped = shapes.glued_before(text, start) or shapes.shape(text, start)
        if shaped:
            return notice(start, shaped.end, shaped.code)
    numeral = numeral_from_digits(text, start, currency is not None)
    if numeral.problem:
        return notice(start, numeral.end, numeral.problem)
    if start and text[start - 1] == "." and numeral.bare:
        numeral = _with_leading_point(text, numeral)
    settled = _settled(text, numeral, memory)
    if isinstance(settled, Notice):
        return settled
    if currency is None and (end := _end_of_model(text, settled)):
        return notice(start, end, "name")
    return _claim(text, settled, currency, None, memory)


def _with_leading_point(text: str, numeral: Numeral) -> Numeral:
    """The numeral of ".25": its digits are decimals."""
    places = numeral.end - numeral.start
    if numeral.start > 1 and not text[numeral.start - 2].isspace() and text[numeral.start - 2] not in "(-$£€":
        return numeral
    place = ONE.scaleb(-places)
    return Numeral(numeral.start - 1, numeral.end, numeral.value.scaleb(-places), "digits", place, place)


_DOUBTFUL = re.compile(r"[1-9]\d{0,2}\.\d{3}")


def _settled(text: str, numeral: Numeral, memory: Memory) -> Numeral | Notice:
    """What "1.234" is in this text: a decimal, thousands, or a notice with both readings."""
    if numeral.place != _THOUSANDTH or not _DOUBTFUL.fullmatch(text, numeral.start, numeral.end):
        return numeral
    by_point = memory.groups_by_point()
    if by_point is False and not text.endswith("000", numeral.start, numeral.end):
        return numeral
    thousands = Decimal(text[numeral.start : numeral.end].replace(".", ""))
    if by_point:
        return Numeral(numeral.start, numeral.end, thousands, "digits", ONE, ONE)
    readings = (Quantity(value, value, value) for value in (numeral.value, thousands))
    return _ambiguous(Span(numeral.start, numeral.end), *readings)


_THOUSANDTH = Decimal("0.001")
_MULTIPLIER = re.compile(r"[x×](?!\w)")


def _end_of_model(text: str, numeral: Numeral) -> int | None:
    """Where the name ends that digits make with letters glued behind them: 5G, 747s."""
    end = numeral.end
    if not text[end : end + 1].isalpha() or _MULTIPLIER.match(text, end):
        return None
    if unit_after(text, end, words_after(text, end), False):
        return None
    return shapes.end_of_name(text, end)


# -- a numeral that begins with a word -------------------------------------------------------------------


def _read_word(text: str, place: Place, memory: Memory) -> Found | Notice | None:
    start = place.start
    word = text[start : place.end].lower()
    before = words_before(text, start)
    if word in ("single", "matter", "handful"):
        return _idiom(text, place, word, before)
    if word[-4:] == "teen" and (year := shapes.end_of_year(text, start)):
        return notice(start, year, "year")
    if (
        start > 1
        and text[start - 1] in "-‑"
        and text[start - 2].isalpha()
        and not _may_follow_hyphen(text, start)
    ):
        return None
    numeral = numeral_from_word(text, place, before)
    if numeral is None:
        return None
    return _spelled(
        text, numeral, before if numeral.start == start else words_before(text, numeral.start), memory
    )


def _idiom(text: str, place: Place, word: str, before: Words) -> Found | Notice | None:
    if word == "single":
        return idioms.single(text, place.start, place.end)
    if word == "matter":
        return idioms.matter(text, place.start, before)
    return notice(place.start, place.end, "no-figure") if before[0].lower == "a" else None


def _may_follow_hyphen(text: str, start: int) -> bool:
    word, _ = shapes.word_before_hyphen(text, start)
    return word in word_list("number prefixes")


def _spelled(text: str, numeral: Numeral, before: Words, memory: Memory) -> Found | Notice | None:
    after = words_after(text, numeral.end)
    if numeral.form == "ordinal":
        return idioms.ordinal(text, numeral, after)
    if numeral.form == "multiple":
        return idioms.multiple(text, numeral, before, after)
    if numeral.form == "fraction" and numeral.word == "half":
        return idioms.half(text, numeral, before, after)
    if numeral.word in DURATIONS:
        return idioms.time_word(text, numeral, before, after)
    if numeral.word == BARE and (code := _why_bare(text, numeral, before)):
        return notice(numeral.start, numeral.end, code)
    return _claim(text, numeral, None, before, memory)


def _why_bare(text: str, numeral: Numeral, before: Words) -> str | None:
    """Why a scale without a number is no figure: "per thousand", "the Million Man", "million million"."""
    previous = before[0].lower
    if ROLES.get(previous) in ("scale", "hundred"):
        return "unreadable-number"
    if previous in ("per", "multi", "-", "the", "every") or previous[0].isdigit():
        return "name"
    capital = text[numeral.start].isupper() and previous not in (".", '"', "“", ":", "¶")
    return "name" if capital else None


# -- either ----------------------------------------------------------------------------------------------


def _claim(
    text: str, numeral: Numeral, currency: Unit | None, before: Words | None, memory: Memory
) -> Found | Notice:
    """The claim that a numeral makes with its neighbours, or why it makes none."""
    claim = candidate(text, numeral, currency, before)
    code = refusal(claim, memory)
    if code:
        return notice(numeral.start, claim.end if claim.pair else numeral.end, code)
    found = finish(draft_of(claim, memory))
    low = low_in_thousands(text, numeral, claim.pair) if isinstance(claim.pair, Interval) else None
    if low is None:
        return found
    return _ambiguous(found.span, found.quantity, replace(found.quantity, low=low))


def _ambiguous(span: Span, *readings: Quantity) -> Notice:
    return Notice(span, "ambiguous-number", REASONS["ambiguous-number"], readings)
