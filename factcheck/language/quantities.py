"""Which numbers does a text state, and what does each say?

Finds every numeral, reads its value, bounds, hedge, unit and what it counts, and answers
with what is a claim (`Found`) and what was declined (`Notice`). The conventions are those
of the annotation guideline: dates, years, labels and names are no claims; a bound stays a
bound. What a hedge plausibly means, and who vouches for a number, is decided elsewhere.

Pure, and linear in the length of the text. Caller: claims.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal

from factcheck.language import declined
from factcheck.language.counted import Counted, counted_after, is_plural, predicate_of
from factcheck.language.declined import REASONS
from factcheck.language.digits import groups_by_point
from factcheck.language.hedges import Hedged, hedge_after, hedge_before
from factcheck.language.intervals import Interval, interval, side
from factcheck.language.numerals import TRIGGER, Numeral, numeral_from_digits, numeral_from_word
from factcheck.language.units import DURATIONS, Unit, unit_after, unit_before
from factcheck.language.vicinity import Word, words_after, words_before
from factcheck.model import Hedge, Kind, Notice, Quantity, Span


@dataclass(frozen=True, slots=True)
class Found:
    """One stated number: the core that reads it, the phrase around it, and what it says.

    `span` holds numeral, currency, scale and unit; `phrase_span` also the hedge and the
    counted words. `predicate` is what happened to the counted ("killed"), if plainly beside.
    """

    span: Span
    phrase_span: Span
    quantity: Quantity
    predicate: str | None = None


@dataclass(slots=True)
class Memory:
    """What the text has shown so far that later numbers are read by."""

    text: str
    said: dict[Decimal, Span] = field(default_factory=dict)
    last: Found | None = None
    last_notice: Notice | None = None
    _by_point: list[bool | None] = field(default_factory=list)

    def groups_by_point(self) -> bool | None:
        """Whether the text writes thousands with a point; looked up at the first doubtful number."""
        if not self._by_point:
            self._by_point.append(groups_by_point(self.text))
        return self._by_point[0]


def read(text: str) -> tuple[tuple[Found, ...], tuple[Notice, ...]]:
    """The numbers that a text claims and those that were declined, each in order of their spans."""
    memory = Memory(text)
    found: list[Found] = []
    notices: list[Notice] = []
    place = 0
    while match := TRIGGER.search(text, place):
        outcome = _read_at(text, match, memory)
        place = match.end()
        if isinstance(outcome, Found):
            found.append(outcome)
            memory.last = outcome
            if outcome.quantity.point is not None:
                memory.said.setdefault(outcome.quantity.point, outcome.span)
        elif outcome is not None:
            notices.append(outcome)
            memory.last_notice = outcome
        if outcome is not None:
            place = max(place, outcome.span.end)
    return tuple(found), tuple(notices)


def _read_at(text: str, match: re.Match[str], memory: Memory) -> Found | Notice | None:
    start = match.start()
    before = words_before(text, start)
    if match.group()[0].isalpha():
        return _read_word(text, start, match.end(), before, memory)
    return _read_digits(text, start, before, memory)


def _notice(start: int, end: int, code: str) -> Notice:
    return Notice(Span(start, end), code, REASONS[code])


# -- digits ----------------------------------------------------------------------------------------------


def _read_digits(text: str, start: int, before: list[Word], memory: Memory) -> Found | Notice | None:
    currency = unit_before(text, start)
    if currency is None:
        glued = declined.glued_before(text, start) or declined.shape(text, start)
        if glued and not (glued.code == "date" and False):
            return _race_time(text, start) or _notice(start, glued.end, glued.code)
        if timed := _race_time(text, start):
            return timed
    numeral = numeral_from_digits(text, start, currency is not None)
    if numeral.problem:
        return _notice(start, numeral.end, numeral.problem)
    if doubtful := _doubtful(text, numeral, memory):
        if isinstance(doubtful, Notice):
            return doubtful
        numeral = doubtful
    if currency is None and (name := _glued_after(text, numeral)):
        return _notice(start, name, "name")
    return _claim(text, numeral, currency, before, memory)


_RACE = re.compile(r"(\d{1,2}):([0-5]\d):([0-5]\d(?:\.\d+)?)(?![\d:])|(\d{1,2}):([0-5]\d\.\d{1,3})(?![\d:])")


def _race_time(text: str, start: int) -> Found | None:
    """A time taken, in seconds: 2:14:04."""
    match = _RACE.match(text, start)
    if match is None or (start and text[start - 1] in ":/-T"):
        return None
    hours, minutes, seconds, only_minutes, more = match.groups()
    if hours:
        value = Decimal(hours) * 3600 + Decimal(minutes) * 60 + Decimal(seconds)
    else:
        value = Decimal(only_minutes) * 60 + Decimal(more)
    span = Span(start, match.end())
    quantity = Quantity(value, value, value, grain=Decimal(1), kind="duration", unit="seconds")
    return Found(span, span, quantity)


_DOUBTFUL = re.compile(r"[1-9]\d{0,2}\.\d{3}(?!\d)")


def _doubtful(text: str, numeral: Numeral, memory: Memory) -> Numeral | Notice | None:
    """What "1.234" is in this text: a decimal, thousands, or a notice with both readings."""
    match = _DOUBTFUL.match(text, numeral.start)
    if match is None or match.end() != numeral.end:
        return None
    if (by_point := memory.groups_by_point()) is False:
        return None
    thousands = Decimal(match.group().replace(".", ""))
    if by_point:
        return Numeral(numeral.start, numeral.end, thousands, "digits", Decimal(1), Decimal(1))
    readings = tuple(Quantity(value, value, value) for value in (numeral.value, thousands))
    return Notice(Span(numeral.start, numeral.end), "ambiguous-number", REASONS["ambiguous-number"], readings)


_MULTIPLIER = re.compile(r"[x×](?![^\W_])")
_LETTERS = re.compile(r"[^\W\d_]\w*")


def _glued_after(text: str, numeral: Numeral) -> int | None:
    """Where the name ends that digits with letters glued behind them make: 5G, 747s."""
    match = _LETTERS.match(text, numeral.end)
    if match is None or _MULTIPLIER.match(text, numeral.end):
        return None
    after = words_after(text, numeral.end)
    if unit_after(text, numeral.end, after, False):
        return None
    return match.end()


# -- words -----------------------------------------------------------------------------------------------

_MATTER = re.compile(
    r"matter\s+of\s+(?:(?:only|just|mere)\s+)?(seconds|minutes|hours|days|weeks|months|years)\b",
    re.IGNORECASE,
)


def _read_word(text: str, start: int, end: int, before: list[Word], memory: Memory) -> Found | Notice | None:
    word = text[start:end].lower()
    if word == "single":
        return _single(text, start, end)
    if word == "matter":
        return _matter(text, start, before)
    if word == "handful":
        return _notice(start, end, "no-figure") if before and before[0].lower == "a" else None
    if (
        start
        and text[start - 1] in "-‑"
        and start > 1
        and text[start - 2].isalpha()
        and not _may_follow_hyphen(text, start)
    ):
        return None
    numeral = numeral_from_word(text, start, end, before)
    if numeral is None:
        return None
    if numeral.start < start:
        before = [entry for entry in before if entry.start < numeral.start]
    after = words_after(text, numeral.end)
    if numeral.form == "ordinal":
        return _ordinal(text, numeral, before, after)
    if numeral.form == "multiple":
        return _multiple(text, numeral, before, after)
    if numeral.word == "half" and numeral.form == "fraction":
        return _half(text, numeral, before, after, memory)
    if numeral.word in DURATIONS:
        return _time_word(text, numeral, before, after)
    if numeral.word.startswith("bare ") and _is_bare_name(text, numeral, before, after):
        return _notice(numeral.start, numeral.end, "name")
    return _claim(text, numeral, None, before, memory)


_HYPHEN_PREFIX = frozenset(["about", "some", "nearly", "around", "over", "under", "plus", "minus", "sub", "million"])


def _may_follow_hyphen(text: str, start: int) -> bool:
    begin = start - 1
    while begin and text[begin - 1].isalpha():
        begin -= 1
    return text[begin : start - 1].lower() in _HYPHEN_PREFIX


def _is_bare_name(text: str, numeral: Numeral, before: list[Word], after: list[Word]) -> bool:
    """Whether a scale without a number is no figure: "per thousand", "Million Dollar Baby"."""
    if before and before[0].lower in ("per", "multi", "-", "the", "jackson"):
        return True
    return text[numeral.start].isupper() and bool(before) and before[0].lower not in (".", '"', "“", ":")


def _single(text: str, start: int, end: int) -> Found | None:
    after = words_after(text, end)
    unit = unit_after(text, end, after, False)
    if unit is None or unit.kind != "duration":
        return None
    span = Span(start, unit.edge)
    one = Decimal(1)
    return Found(span, span, Quantity(one, one, one, grain=one, kind="duration", unit=unit.name))


def _matter(text: str, start: int, before: list[Word]) -> Found | None:
    match = _MATTER.match(text, start)
    if match is None:
        return None
    begin = before[0].start if before and before[0].lower == "a" else start
    span = Span(begin, match.end())
    return Found(
        span, span, Quantity(Decimal(2), None, None, "vague", kind="duration", unit=match.group(1).lower())
    )


def _time_word(text: str, numeral: Numeral, before: list[Word], after: list[Word]) -> Found | Notice | None:
    """Decades and centuries: "in decades", "a century"."""
    if numeral.form == "vague" and before and before[0].lower in ("s", "'s"):
        return None
    hedged = hedge_before(text, before, numeral.start)
    if numeral.form == "vague":
        hedged = None
    return _build(text, numeral, None, None, hedged, None, after, 0, before, "duration", numeral.word)


def _ordinal(text: str, numeral: Numeral, before: list[Word], after: list[Word]) -> Found | Notice | None:
    counts = (
        numeral.word == "counts"
        and bool(after)
        and after[0].lower[0].isalpha()
        and after[0].lower not in _ORDINAL_LABELS
    )
    if text[numeral.start].isupper() or not counts:
        return _notice(numeral.start, numeral.end, "ordinal")
    counted = counted_after(text, after, 0, True)
    if counted is None:
        return _notice(numeral.start, numeral.end, "ordinal")
    span = Span(numeral.start, numeral.end)
    head = after[0]
    quantity = Quantity(
        numeral.value,
        numeral.value,
        numeral.value,
        grain=Decimal(1),
        kind="ordinal",
        counted=text[head.start : head.end],
    )
    return Found(span, Span(span.start, head.end), quantity, predicate_of(after, counted.next_at, before, 1))


_ORDINAL_LABELS = frozenset(
    ["time", "look", "chance", "opinion", "term", "thought", "of", "language", "home", "hand", "wave", "half", "quarter-final", "round", "reading", "nature", "year", "class", "grade", "option", "degree", "party", "place", "row", "person", "way", "wind", "date", "amendment", "helping", "one", "and", "or", "but"]
)

_MULTIPLE_OBJECTS = frozenset(
    ["the", "its", "their", "his", "her", "our", "that", "what", "this", "those", "these", "as", "in", "to", "from", "by", "over", "since", "more", "last"]
)


def _multiple(text: str, numeral: Numeral, before: list[Word], after: list[Word]) -> Found | Notice | None:
    word = numeral.word
    following = after[0].lower if after else "."
    if word == "twin":
        return _twin(text, numeral, before, after)
    hedged = hedge_before(text, before, numeral.start)
    if following == "-" and after[0].start == numeral.end:
        return _notice(numeral.start, numeral.end, "name")
    if word in ("twice", "thrice", "double", "triple", "quadruple", "doubles", "triples", "halves"):
        if not (
            hedged
            or following in _MULTIPLE_OBJECTS
            or (word == "double" and not following[0].isalpha() and before)
        ):
            return _notice(numeral.start, numeral.end, "no-figure" if word in ("twice", "thrice") else "name")
        if word in ("double", "triple") and following == "-":
            return _notice(numeral.start, numeral.end, "name")
    return _build(text, numeral, None, None, hedged, None, after, 0, before, "ratio", None, counting=False)


def _twin(text: str, numeral: Numeral, before: list[Word], after: list[Word]) -> Found | None:
    counted = counted_after(text, after, 0, False)
    if counted is None or not counted.plural or (text[numeral.start].isupper() and before):
        return None
    return _build(text, numeral, None, None, None, None, after, 0, before, "count", None)


_HALF_OBJECTS = frozenset(["of", "the", "its", "their", "his", "her", "our", "my", "your", "a", "an", "that", "those", "all", "this", "these", "as"])
_NOT_A_HALF = frozenset(
    ["first", "second", "third", "fourth", "other", "better", "latter", "top", "bottom", "front", "back", "opening", "closing", "1st", "2nd", "h"]
)


def _half(
    text: str, numeral: Numeral, before: list[Word], after: list[Word], memory: Memory
) -> Found | Notice | None:
    if (
        before
        and before[0].lower == "and"
        and len(before) > 1
        and (begun := _unit_and_a_half(text, numeral, before, after))
    ):
        return begun
    following = after[0].lower if after else "."
    hedged = hedge_before(text, before, numeral.start)
    previous = before[0].lower if before else ""
    if previous in _NOT_A_HALF or (following == "past"):
        return _notice(numeral.start, numeral.end, "name" if following != "past" else "time")
    at = 1 if following in ("a", "an") else 0
    unit = (
        unit_after(text, after[at - 1].end if at else numeral.end, after[at:], False) if after[at:] else None
    )
    if unit:
        return _build(
            text, numeral, None, unit, hedged, None, _from(after, unit.edge), 0, before, unit.kind, unit.name
        )
    if following == "-" and after[0].start == numeral.end:
        return _notice(numeral.start, numeral.end, "name")
    if (
        hedged
        or following in _HALF_OBJECTS
        or previous in ("in", "by", "to", "than", "cut", "one")
        or not following[0].isalpha()
    ):
        return _claim(text, numeral, None, before, memory)
    return _notice(numeral.start, numeral.end, "name")


def _unit_and_a_half(text: str, numeral: Numeral, before: list[Word], after: list[Word]) -> Found | None:
    """A unit of time and a half: "a year and a half" is 1.5 years."""
    unit = unit_after(text, before[1].start, [before[1]], False)
    if unit is None or unit.kind not in ("duration", "measure"):
        return None
    begin = before[1].start
    if len(before) > 2 and before[2].lower in ("a", "an", "one"):
        begin = before[2].start
    value = Decimal("1.5")
    numeral = Numeral(begin, numeral.end, value, "words", Decimal("0.5"), Decimal("0.5"))
    rest = [word for word in before if word.start < begin]
    hedged = hedge_before(text, rest, begin)
    return _build(text, numeral, None, None, hedged, None, after, 0, rest, unit.kind, unit.name)


def _from(words: list[Word], place: int) -> list[Word]:
    return [word for word in words if word.start >= place]


# -- the claim -------------------------------------------------------------------------------------------


def _claim(
    text: str, numeral: Numeral, currency: Unit | None, before: list[Word], memory: Memory
) -> Found | Notice | None:
    """The claim that a numeral makes with its neighbours, or why it makes none."""
    signed = _sign(text, numeral, currency)
    first, after = side(text, numeral, currency)
    if currency:
        before = [word for word in before if word.end <= currency.edge]
    pair = interval(text, first, before)
    end = pair.end if pair else first.end
    unit = (pair.unit if pair else None) or currency or first.unit
    after = _from(after, end) if not pair else words_after(text, end)
    hedged = hedge_before(text, [word for word in before if word.end <= signed], signed)
    if notice := _not_a_claim(text, numeral, pair, unit, hedged, before, after, memory):
        return notice
    if hedged is None:
        hedged = _ranged_from(before) if pair and pair.form == "range" else None
    kind, name = _kind(text, numeral, pair, unit, hedged, before, after)
    if name == "times" or name == "fold":
        end = _edge_of_multiple(after, end)
        after = _from(after, end)
        name = None
    if hedged and hedged.phrase == "over" and kind == "duration" and _is_span_of_time(before):
        hedged = None
    hedged = hedged or _distributed(text, numeral, kind, signed, memory)
    return _build(text, numeral, pair, unit, hedged, currency, after, end, before, kind, name, signed=signed)


def _ranged_from(before: list[Word]) -> Hedged | None:
    """Where the phrase of a range begins: "between 30", "anywhere from 40"."""
    if before and before[0].lower in ("between", "from"):
        at = 1 if len(before) > 1 and before[1].lower in ("anywhere", "somewhere", "ranging") else 0
        return Hedged("range", before[at].start, before[0].lower)
    return None


_TEMPORAL_BEFORE = frozenset(
    ["for", "after", "in", "of", "well", "lasting", "lasted", "lasts", "took", "take", "takes", "spent", "just", "waited", "with", "is", "was", "were", "been", "since", "now", "spans", "spanning", "a", "an", "aged", "at", "by", "span", "spanned", "be", "to", "than", "taking", "last"]
)


def _is_span_of_time(before: list[Word]) -> bool:
    """Whether "over" tells when and not how much: "siphoned off over six years"."""
    return len(before) < 2 or before[1].lower not in _TEMPORAL_BEFORE


def _sign(text: str, numeral: Numeral, currency: Unit | None) -> int:
    """Where the core begins: at its sign, if one touches it."""
    start = currency.edge if currency else numeral.start
    if (
        start
        and text[start - 1] in "+-−–~<>≥≤≈"
        and (start == 1 or not (text[start - 2].isalnum() or text[start - 2] in ")%"))
    ):
        return start - 1 if text[start - 1] in "+-−–~" else start
    return start


def _not_a_claim(
    text: str,
    numeral: Numeral,
    pair: Interval | None,
    unit: Unit | None,
    hedged: Hedged | None,
    before: list[Word],
    after: list[Word],
    memory: Memory,
) -> Notice | None:
    code = None
    start, end = numeral.start, numeral.end
    if numeral.bare and pair is None:
        code = _bare_code(text, numeral, unit, hedged, before, after, memory)
    if (
        code is None
        and unit is None
        and numeral.form in ("digits", "words")
        and not (pair and pair.form != "score")
    ):
        noun = after[0].lower if after else ""
        code = declined.labelled(text, start, before, is_plural(noun))
        if code in ("label",) and before and before[0].lower in ("category",):
            code = None
    if (
        code is None
        and unit is None
        and numeral.form == "digits"
        and numeral.value < 1000
        and declined.in_link(text, start)
    ):
        code = "identifier"
    if (
        code is None
        and numeral.form == "words"
        and numeral.value == 1
        and numeral.scale == 1
        and pair is None
    ):
        code = _one(text, numeral, unit, hedged, before, after, memory)
    if code is None and pair is None and unit is None and hedged is None:
        code = _mentioned_again(numeral, before, after, memory)
    return _notice(start, end, code) if code else None


def _bare_code(
    text: str,
    numeral: Numeral,
    unit: Unit | None,
    hedged: Hedged | None,
    before: list[Word],
    after: list[Word],
    memory: Memory,
) -> str | None:
    value, start, end = int(numeral.value), numeral.start, numeral.end
    if unit is None or unit.kind == "duration":
        if declined.dated(text, value, start, end, before, after) or _continues_date(
            text, value, start, memory
        ):
            return "date"
    noun = after[0].lower if after and unit is None else None
    plural = next((word.lower for word in after[:3] if is_plural(word.lower)), None) if unit is None else None
    if declined.is_year(
        value, before, hedged is not None, noun if noun in declined.PEOPLE else plural, unit is not None
    ):
        return "year"
    if unit is None and declined.listed(text, start, end):
        return "list-number"
    if unit is None and hedged is None and declined.street(text, end):
        return "identifier"
    return None


_CHAIN = re.compile(r"\s*(?:,|and|or|to|through|until|[-–—&]|,\s*and)\s*")


def _continues_date(text: str, value: int, start: int, memory: Memory) -> bool:
    last = memory.last_notice
    if last is None or last.code != "date" or (value > 31 and not 1000 <= value <= 2100):
        return False
    return start - last.span.end < 8 and _CHAIN.fullmatch(text, last.span.end, start) is not None


_ONE_COUNTED = frozenset(
    ["case", "death", "person", "man", "woman", "child", "victim", "patient", "body", "fatality", "casualty", "vote", "seat", "goal", "point", "female", "male", "girl", "boy", "survivor", "soldier", "officer", "percent", "shot", "dose"]
)


def _one(
    text: str,
    numeral: Numeral,
    unit: Unit | None,
    hedged: Hedged | None,
    before: list[Word],
    after: list[Word],
    memory: Memory,
) -> str | None:
    """Whether "one" only stands for a thing: "one of them", "one MP", "the easiest one"."""
    if unit is not None:
        return None
    following = after[0].lower if after else "."
    if hedged is not None and following != "of":
        return None
    if following in _ONE_COUNTED or (
        len(after) > 1 and after[1].lower in _ONE_COUNTED and following not in _HALF_OBJECTS
    ):
        return None
    if text[numeral.start].isupper() and following != "of":
        return "pronoun-one"
    last = memory.last
    if last and last.quantity.kind == "count" and numeral.start - last.span.end < 48 and following != "of":
        gap = text[last.span.end : numeral.start]
        if before and before[0].lower in ("and", ",", "or") and "." not in gap:
            return None
    return "pronoun-one"


def _mentioned_again(numeral: Numeral, before: list[Word], after: list[Word], memory: Memory) -> str | None:
    if not before or before[0].lower not in ("the", "these", "those") or not after:
        return None
    small = numeral.form == "words" and numeral.value <= 12 and numeral.value == int(numeral.value)
    if small and after[0].lower[0].isalpha() and after[0].lower not in ("or",):
        return "re-mention"
    if numeral.value in memory.said and numeral.form in ("digits", "words"):
        return "re-mention"
    return None


_COMPARED = frozenset(
    ["as", "more", "less", "higher", "lower", "faster", "slower", "larger", "bigger", "greater", "smaller", "better", "worse", "longer", "the", "its", "their", "that", "what", "his", "her", "likelier", "fewer", "stronger", "heavier", "cheaper", "richer"]
)
_PERSONS = frozenset(
    ["children", "people", "adults", "those", "anyone", "persons", "women", "men", "girls", "boys", "kids", "players", "age", "ages", "aged", "everyone", "patients", "residents"]
)


def _kind(
    text: str,
    numeral: Numeral,
    pair: Interval | None,
    unit: Unit | None,
    hedged: Hedged | None,
    before: list[Word],
    after: list[Word],
) -> tuple[Kind, str | None]:
    """The kind of quantity and the name of its unit."""
    if pair and pair.form in ("share", "rate", "score"):
        return "ratio", pair.unit_name
    if unit:
        return unit.kind, unit.name
    if numeral.form == "fraction":
        return "ratio", None
    following = after[0].lower if after else ""
    if _is_age(text, numeral, hedged, before, after):
        return "other", "years of age"
    if following == "times" and len(after) > 1 and after[1].lower in _COMPARED:
        return "ratio", "times"
    if following in ("x", "×") and after[0].start == numeral.end:
        return "ratio", "times"
    if following == "fold" or (following == "-" and len(after) > 1 and after[1].lower == "fold"):
        return "ratio", "fold"
    if before and before[0].lower in ("magnitude", "category"):
        return ("measure", "magnitude") if before[0].lower == "magnitude" else ("other", "category")
    if len(before) > 1 and before[0].lower == "of" and before[1].lower == "magnitude":
        return "measure", "magnitude"
    if before and before[0].lower == "top" and numeral.value <= 100:
        return "ordinal", None
    return "count", None


def _edge_of_multiple(after: list[Word], end: int) -> int:
    for word in after[:2]:
        if word.lower in ("times", "fold", "x", "×"):
            return word.end
    return end


def _is_age(
    text: str, numeral: Numeral, hedged: Hedged | None, before: list[Word], after: list[Word]
) -> bool:
    if numeral.scale != 1 or numeral.value > 125 or not before:
        return False
    ahead = [word.lower for word in before if hedged is None or word.end <= hedged.edge][:3]
    if ahead and ahead[0] in ("aged", "age", "ages"):
        return True
    if ahead[:2] == ["of", "age"] or ahead[:3] == ["between", "ages", "the"]:
        return True
    if ahead[:1] == ["between"] and len(ahead) > 1 and ahead[1] in ("aged", "ages"):
        return True
    following = after[0].lower if after else "."
    if hedged and hedged.hedge in ("over", "under") and hedged.phrase in ("over", "under", "above", "below"):
        if ahead and ahead[0] in _PERSONS and not (following[0].isalpha() and is_plural(following)):
            return numeral.value >= 5
    if hedged is None and numeral.bare and before[0].lower in (",", "(") and following in (",", ")", "."):
        name = before[1] if len(before) > 1 else None
        closes = {",": (",", "."), "(": (")",)}[before[0].lower]
        return (
            name is not None
            and name.lower[0].isalpha()
            and text[name.start].isupper()
            and following in closes
            and numeral.value >= 10
        )
    return False


def _distributed(text: str, numeral: Numeral, kind: Kind, start: int, memory: Memory) -> Hedged | None:
    """The hedge of the number before, where the two are coordinated and this one is no more precise."""
    last = memory.last
    if last is None or last.quantity.hedge not in ("about", "over", "at_least", "nearly", "up_to", "under"):
        return None
    if last.quantity.kind != kind or start - last.phrase_span.end > 6:
        return None
    if text[last.phrase_span.end : start].strip() not in ("and", ", and", "or", "and another"):
        return None
    if numeral.grain is None or numeral.form != "digits":
        return None
    if last.quantity.grain is not None and numeral.grain < last.quantity.grain and numeral.grain == 1:
        return None
    return Hedged(last.quantity.hedge, start, "distributed")


def _build(
    text: str,
    numeral: Numeral,
    pair: Interval | None,
    unit: Unit | None,
    hedged: Hedged | None,
    currency: Unit | None,
    after: list[Word],
    end: int,
    before: list[Word],
    kind: Kind,
    name: str | None,
    signed: int | None = None,
    counting: bool = True,
) -> Found:
    """The claim, once its parts are known."""
    start = signed if signed is not None else numeral.start
    end = max(end, numeral.end, unit.edge if unit and unit is not currency else 0)
    later = hedge_after(after)
    counted = _counted(text, numeral, unit, kind, after, later, end) if counting else None
    if later is None and counted:
        later = hedge_after(after[counted.next_at :])
    if later and hedged is None and numeral.form != "vague":
        hedged = later
    phrase_start = min(start, hedged.edge) if hedged and hedged is not later else start
    phrase_end = max(end, counted.end if counted else 0, later.edge if later else 0)
    quantity = _quantity(text, numeral, pair, hedged, kind, name, counted, start)
    predicate = predicate_of(
        after, counted.next_at if counted else 0, before, _words_of(before, hedged, later)
    )
    return Found(Span(start, end), Span(phrase_start, phrase_end), quantity, predicate)


def _words_of(before: list[Word], hedged: Hedged | None, later: Hedged | None) -> int:
    """How many of the words before the number belong to its hedge."""
    if hedged is None or hedged is later:
        return 0
    return sum(1 for word in before if word.start >= hedged.edge)


def _counted(
    text: str,
    numeral: Numeral,
    unit: Unit | None,
    kind: Kind,
    after: list[Word],
    later: Hedged | None,
    end: int,
) -> Counted | None:
    if kind in ("money", "other") and not (after and after[0].lower == "of"):
        return None
    at = 0
    if later:
        at = sum(1 for word in after if word.end <= later.edge)
        if at < len(after) and after[at].lower == "of":
            at += 1
    elif after and after[0].lower in "-–" and after[0].start == end:
        at = 1
    if (
        kind in ("percent", "duration", "measure", "ratio")
        and unit is not None
        and not (at < len(after) and after[at].lower == "of")
    ):
        return None
    return counted_after(text, after, at, numeral.value == 1 or (at == 1 and later is None))


_BOUNDS: dict[Hedge, tuple[bool, bool]] = {  # which ends a hedge keeps
    "exact": (True, True),
    "about": (True, True),
    "over": (True, False),
    "at_least": (True, False),
    "nearly": (False, True),
    "up_to": (False, True),
    "under": (False, True),
    "vague": (True, False),
}


def _quantity(
    text: str,
    numeral: Numeral,
    pair: Interval | None,
    hedged: Hedged | None,
    kind: Kind,
    name: str | None,
    counted: Counted | None,
    start: int,
) -> Quantity:
    words = counted.words if counted else None
    if pair and pair.form in ("range", "estimate", "score"):
        return _paired(pair, hedged, kind, name, words)
    value = tidy(pair.point if pair and pair.point is not None else numeral.value)
    if text[start] in "-−–" and start < numeral.start:
        value = -value
    hedge: Hedge = "vague" if numeral.form == "vague" else hedged.hedge if hedged else "exact"
    if text[start] == "~":
        hedge = "about"
    if hedge == "range":
        hedge = "exact"
    if kind == "ordinal" and hedge == "exact" and numeral.form != "ordinal":
        hedge = "up_to"
    keeps_low, keeps_high = _BOUNDS[hedge]
    return Quantity(
        low=value if keeps_low else None,
        high=value if keeps_high else None,
        point=None if hedge == "vague" else value,
        hedge=hedge,
        low_open=hedge == "over",
        high_open=hedge == "under",
        grain=numeral.grain if kind in ("count", "money", "ordinal") else numeral.place,
        kind=kind,
        unit=name,
        counted=words,
    )


def _paired(
    pair: Interval, hedged: Hedged | None, kind: Kind, name: str | None, words: str | None
) -> Quantity:
    if pair.form == "score":
        return Quantity(None, None, None, kind="ratio", counted=None)
    about = hedged is not None and hedged.hedge == "about" and pair.form == "range"
    assert pair.low is not None
    assert pair.high is not None
    return Quantity(
        low=tidy(pair.low),
        high=tidy(pair.high),
        point=tidy(pair.point) if pair.point is not None else None,
        hedge="about_range" if about else "range",
        grain=pair.grain,
        kind=kind,
        unit=name,
        counted=words,
    )


def tidy(value: Decimal) -> Decimal:
    """The same number without idle zeros: 500000.0 is 500000, never 5E+5."""
    if value == value.to_integral_value():
        return Decimal(int(value))
    return Decimal(f"{value:f}".rstrip("0"))
