"""Which numbers does a text state, and what does each say?

Finds every numeral, reads its value, bounds, hedge, unit and what it counts, and answers
with what is a claim (`Found`) and what was declined (`Notice`). The conventions are those
of the annotation guideline: dates, years, labels and names are no claims; a bound stays a
bound. What a hedge plausibly means, and who vouches for a number, is decided elsewhere.

Pure, and linear in the length of the text. Caller: claims.
"""

from __future__ import annotations

import re
from decimal import Decimal

from factcheck.language import declined, idioms, shapes
from factcheck.language.counted import PREDICATES, is_plural
from factcheck.language.declined import REASONS
from factcheck.language.drafts import Draft, Found, finish, join
from factcheck.language.hedges import Hedged, hedge_before
from factcheck.language.idioms import notice
from factcheck.language.intervals import Interval, Side, interval, side
from factcheck.language.kinds import YEARS_OF_AGE, Sort, is_aged, is_category, sort_of
from factcheck.language.lexicon import word_list
from factcheck.language.memory import Memory
from factcheck.language.numerals import (
    ONE,
    Numeral,
    Place,
    next_place,
    numeral_from_digits,
)
from factcheck.language.shares import Share
from factcheck.language.spelled import BARE, numeral_from_word
from factcheck.language.units import DURATIONS, Unit, unit_after, unit_at, unit_before
from factcheck.language.vicinity import Words, words_after, words_before
from factcheck.model import Notice, Quantity, Span

__all__ = ["Found", "read"]


def read(text: str) -> tuple[tuple[Found, ...], tuple[Notice, ...]]:
    """The numbers that a text claims and those that were declined, each in order of their spans."""
    memory = Memory(text)
    found: list[Found] = []
    notices: list[Notice] = []
    at = 0
    while place := next_place(text, at):
        outcome = (
            _read_word(text, place, memory) if place.is_word else _read_digits(text, place.start, memory)
        )
        at = place.end
        if outcome is None:
            continue
        at = max(at, outcome.span.end)
        memory.keep(outcome)
        if isinstance(outcome, Notice):
            notices.append(outcome)
        else:
            _add(text, found, outcome)
    return tuple(found), tuple(notices)


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


def _read_digits(text: str, start: int, memory: Memory) -> Found | Notice | None:
    currency = unit_before(text, start)
    if currency is None:
        if timed := _race_time(text, start):
            return timed
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
    return _claim(text, settled, currency, memory)


# 2:14:04 and 9:58.24, a time taken; not 10:30, a time of day
_RACE = re.compile(r"(?:(\d\d?):)?([0-5]?\d):([0-5]\d(?:\.\d{1,3})?)(?![\d:])")


def _race_time(text: str, start: int) -> Found | None:
    """A time taken, in seconds."""
    if text[start + 1 : start + 2] != ":" and text[start + 2 : start + 3] != ":":
        return None
    match = _RACE.match(text, start)
    if (
        match is None
        or (match.group(1) is None and "." not in match.group(3))
        or text[start - 1 : start] in ("/", ":")
    ):
        return None
    hours, minutes, seconds = (Decimal(part or 0) for part in match.groups())
    value = hours * 3600 + minutes * 60 + seconds
    span = Span(start, match.end())
    return Found(span, span, Quantity(value, value, value, grain=ONE, kind="duration", unit="seconds"))


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
    if by_point is False:
        return numeral
    thousands = Decimal(text[numeral.start : numeral.end].replace(".", ""))
    if by_point:
        return Numeral(numeral.start, numeral.end, thousands, "digits", ONE, ONE)
    readings = tuple(Quantity(value, value, value) for value in (numeral.value, thousands))
    return Notice(Span(numeral.start, numeral.end), "ambiguous-number", REASONS["ambiguous-number"], readings)


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
    start, end = place.start, place.end
    word = text[start:end].lower()
    before = words_before(text, start)
    if word == "single":
        return idioms.single(text, start, end)
    if word == "matter":
        return idioms.matter(text, start, before)
    if word == "handful":
        return notice(start, end, "no-figure") if before[0].lower == "a" else None
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


def _may_follow_hyphen(text: str, start: int) -> bool:
    word, _ = shapes.word_before_hyphen(text, start)
    return word in word_list("number prefixes")


def _spelled(text: str, numeral: Numeral, before: Words, memory: Memory) -> Found | Notice | None:
    after = words_after(text, numeral.end)
    if numeral.form == "ordinal":
        return idioms.ordinal(text, numeral, before, after)
    if numeral.form == "multiple":
        return idioms.multiple(text, numeral, before, after)
    if numeral.form == "fraction" and numeral.word == "half":
        return idioms.half(text, numeral, before, after)
    if numeral.word in DURATIONS:
        return idioms.time_word(text, numeral, before, after)
    if numeral.word == BARE and _is_name(text, numeral, before):
        return notice(numeral.start, numeral.end, "name")
    return _claim(text, numeral, None, memory)


def _is_name(text: str, numeral: Numeral, before: Words) -> bool:
    """Whether a scale without a number is no figure: "per thousand", "the Million Dollar Man"."""
    if before[0].lower in ("per", "multi", "-", "the", "every") or before[0].lower[0].isdigit():
        return True
    return text[numeral.start].isupper() and before[0].lower not in (".", '"', "“", ":", "¶")


# -- the claim -------------------------------------------------------------------------------------------


def _claim(text: str, numeral: Numeral, currency: Unit | None, memory: Memory) -> Found | Notice:
    """The claim that a numeral makes with its neighbours, or why it makes none."""
    start = _start(text, currency.edge if currency else numeral.start)
    before = words_before(text, start)
    after = words_after(text, numeral.end)
    first = side(text, numeral, currency, after)
    pair = interval(text, first, before)
    end = pair.end if pair else first.end
    if end != numeral.end:
        after = words_after(text, end)
    hedged = hedge_before(text, before, start)
    unit = _unit(text, first, pair, after)
    if unit and numeral.form == "vague" and unit.edge > end:
        end, after = unit.edge, words_after(text, unit.edge)
    code = _declined(text, numeral, pair, unit, hedged, before, after, memory)
    if code:
        return notice(numeral.start, numeral.end, code)
    sort = _sort(text, numeral, pair, unit, hedged, before, after, memory)
    if sort.edge:
        end, after = sort.edge, words_after(text, sort.edge)
    if hedged and not _bounds(hedged, numeral, sort, pair, before):
        hedged = None
    hedged = hedged or _from_to(before, pair) or _distributed(text, numeral, sort.kind, start, memory)
    return finish(Draft(text, numeral, start, end, before, after, hedged, pair, sort.kind, sort.unit))


def _start(text: str, start: int) -> int:
    """Where the core begins: at its sign, if one touches it and is one."""
    sign = text[start - 1] if start else ""
    if sign == "-" and text[max(0, start - 6) : start].lower() == "minus-":
        return start - 6
    if sign in ("+", "~") and not text[max(0, start - 2) : start - 1].isalnum():
        return start - 1
    if sign in ("-", "−", "–"):
        return start - 1 if _is_minus(text, start - 1) else start
    if sign == " " and (word := words_before(text, start)[0]).lower in ("minus", "negative"):
        return word.start
    return start


def _is_minus(text: str, at: int) -> bool:
    """Whether a dash is a sign: behind a bracket, a preposition, or nothing; not in "COVID -19"."""
    if at and not (text[at - 1].isspace() or text[at - 1] in "(["):
        return False
    return words_before(text, at)[0].lower in word_list("before a sign")


def _unit(text: str, first: Side, pair: Interval | Share | None, after: Words) -> Unit | None:
    if isinstance(pair, Interval) and pair.unit:
        return pair.unit
    if first.numeral.form == "vague" and after[0].lower == "of":  # crores of rupees, hundreds of miles
        return unit_at(text, after[0].end)
    return first.currency or first.unit


def _sort(
    text: str,
    numeral: Numeral,
    pair: Interval | Share | None,
    unit: Unit | None,
    hedged: Hedged | None,
    before: Words,
    after: Words,
    memory: Memory,
) -> Sort:
    if isinstance(pair, Share):
        return Sort("ratio", pair.base)
    if pair and pair.form == "score":
        return Sort("ratio")
    if unit and unit.kind == "duration" and is_aged(before, hedged):
        return Sort("other", f"{unit.name} of age")
    if unit:
        return Sort(unit.kind, unit.name)
    if memory.continues_age(numeral.start) and numeral.bare:
        return Sort("other", YEARS_OF_AGE)
    return sort_of(text, numeral, hedged, before, after)


def _bounds(
    hedged: Hedged, numeral: Numeral, sort: Sort, pair: Interval | Share | None, before: Words
) -> bool:
    """Whether a hedge says how much: not "siphoned off over six years", "passed two laws", "won 3-1"."""
    if isinstance(pair, Interval) and pair.form == "score":
        return False
    if hedged.phrase == "over" and sort.kind == "duration":
        return before[1].lower in word_list("before a length of time")
    if hedged.phrase in ("passed", "crossed") and before[0].lower != "the":
        return numeral.value >= 1000 or sort.kind in ("money", "percent")
    return True


def _from_to(before: Words, pair: Interval | Share | None) -> Hedged | None:
    """Where the phrase of a range begins: "between 30", "anywhere from 40"."""
    if not isinstance(pair, Interval) or pair.form != "range" or before[0].lower not in ("between", "from"):
        return None
    start = before[1].start if before[1].lower in ("anywhere", "somewhere", "ranging") else before[0].start
    return Hedged("range", start, "between")


_DISTRIBUTED = frozenset(("about", "over", "at_least", "nearly", "up_to", "under"))
_AND = frozenset(("and", ", and", "or", "and another"))


# shares of one whole: "about 52% voted to leave and 48% to stay"
_SHARED = re.compile(r"[^.;:\d\n]{0,50}\sand\s")


def _distributed(text: str, numeral: Numeral, kind: str, start: int, memory: Memory) -> Hedged | None:
    """The hedge of the number before, where the two are coordinated and this one is no more precise."""
    last = memory.claim
    if last is None or last.quantity.hedge not in _DISTRIBUTED or last.quantity.kind != kind:
        return None
    gap = text[last.phrase_span.end : start]
    if gap.strip() not in _AND and not (kind == "percent" and _SHARED.fullmatch(gap)):
        return None
    grain = last.quantity.grain
    if numeral.form != "digits" or numeral.grain is None or grain is None:
        return None
    if numeral.grain == 1 and grain > 1:
        return None
    return Hedged(last.quantity.hedge, start, "distributed")


def _declined(
    text: str,
    numeral: Numeral,
    pair: Interval | Share | None,
    unit: Unit | None,
    hedged: Hedged | None,
    before: Words,
    after: Words,
    memory: Memory,
) -> str | None:
    """The code of the notice that declines the number, or None: it is a claim."""
    if pair is not None and not (isinstance(pair, Interval) and pair.form == "score"):
        return None
    if numeral.bare and (code := _bare(text, numeral, unit, hedged is not None, before, after, memory)):
        return code
    if unit is not None and declined.is_event(unit.name, after):
        return "name"
    if unit is not None or numeral.form not in ("digits", "words"):
        return None
    if not is_category(before, after) and (code := declined.label(text, numeral.start, before, after)):
        return code
    if pair is not None:
        return None
    if code := memory.continues(numeral.start, "label", "reference"):
        return code if numeral.bare and not is_plural(after[0].lower) else None
    if numeral.form == "digits" and numeral.value < 10**4 and shapes.in_link(text, numeral.start):
        return "identifier"
    if hedged is None and numeral.bare and numeral.value < 10**6:
        if declined.is_model(text, numeral.start, numeral.end, before, after):
            return "name"
    if numeral.form == "words" and numeral.value == 1:
        return (
            None if _one_counts(text, numeral, hedged is not None, before, after, memory) else "pronoun-one"
        )
    small = numeral.form == "words" and numeral.value <= 12
    if hedged is None and declined.repeats(before, after, small, numeral.value in memory.said):
        return "re-mention"
    return None


def _bare(
    text: str, numeral: Numeral, unit: Unit | None, hedged: bool, before: Words, after: Words, memory: Memory
) -> str | None:
    """Whether plain digits are a date, a year, a list number or a house."""
    value, start, end = int(numeral.value), numeral.start, numeral.end
    if unit is None or unit.kind == "duration":
        if declined.is_dated(text, value, end, before, after) or (
            value <= 2100 and memory.continues(start, "date")
        ):
            return "date"
    if unit is not None:
        return None
    noun = after[0].lower
    if noun not in word_list("common counts"):
        noun = next((word.lower for word in after.first(3) if is_plural(word.lower)), "")
    if declined.is_year(value, before, hedged, noun or None):
        return "year"
    if declined.is_listed(text, start, end):
        return "list-number"
    return "identifier" if not hedged and declined.is_house(text, end) else None


def _one_counts(
    text: str, numeral: Numeral, hedged: bool, before: Words, after: Words, memory: Memory
) -> bool:
    """Whether "one" is a figure: with a hedge, before what is counted, or beside other figures."""
    if declined.one_counts(hedged, after):
        return True
    last = memory.claim
    if before[0].lower in PREDICATES and after[0].lower != "of":  # killed one and injured eight
        return True
    if last is None or text[numeral.start].isupper() or after[0].lower == "of":
        return False
    gap = text[last.span.end : numeral.start]
    return (
        len(gap) < 48
        and last.quantity.kind == "count"
        and before[0].lower in ("and", ",", "or")
        and "." not in gap
    )
