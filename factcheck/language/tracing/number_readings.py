"""Which rules read this number, or declined it?

Reads the numbers of a place once more, watched, and picks out of the trace what the
outcome rests on: the numeral, its hedge with the row of the table, the unit, a second
number, what is counted; of a declined one the rule that said so.

Pure. Callers: explanations.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.language.numbers.candidates import Candidate
from factcheck.language.numbers.counted import PREDICATES, Counted
from factcheck.language.numbers.hedges import Hedged
from factcheck.language.numbers.intervals import Interval
from factcheck.language.numbers.kinds import Sort
from factcheck.language.numbers.memory import Memory
from factcheck.language.numbers.numerals import Numeral
from factcheck.language.numbers.units import Unit
from factcheck.language.numbers.vicinity import words_after, words_before
from factcheck.language.quantities import Found, read_at, steps
from factcheck.language.tracing.readings import (
    Fact,
    Reading,
    Row,
    Tried,
    answers,
    asked_in_vain,
    below,
    is_no,
    maker,
    row_of,
    shown_trace,
)
from factcheck.language.tracing.watch import Asked, watched
from factcheck.model import Hedge, Notice, Span

# Where it is asked what a number might be instead, or together with another one.
ALTERNATIVES = ("shapes", "declined", "refusals", "idioms", "intervals", "shares", "kinds")
UNIT_TABLES = ("units", "currencies")


def number_readings(text: str, span: Span) -> Iterator[Reading]:
    """The readings of the places inside a span where a number may stand, in order."""
    memory = Memory(text)
    for place, outcome in steps(text, memory):
        where = outcome.span if outcome else Span(place.start, place.end)
        if place.start >= span.end:
            return
        if where.meets(span):
            again, trace = watched(lambda place=place: read_at(text, place, memory))  # type: ignore[misc]  # bound now
            yield _reading(text, where, again, trace)


def _reading(text: str, span: Span, outcome: Found | Notice | None, trace: tuple[Asked, ...]) -> Reading:
    if isinstance(outcome, Found):
        facts, used = _facts(text, outcome, trace)
        tried = (*_unused(used, trace), *_in_vain(trace))
    else:
        facts, tried = list(_refused(text, span, outcome, trace)), tuple(_in_vain(trace))
    return Reading(span, tuple(facts), tried, shown_trace(trace))


# -- what a claim rests on -------------------------------------------------------------------------------


def _facts(text: str, found: Found, trace: Sequence[Asked]) -> tuple[list[Fact], list[object]]:
    """The facts of a claim, and the answers that they are made of."""
    facts: list[Fact] = []
    used: list[object] = []
    for fact, answer in (
        _numeral(text, trace),
        _second(text, trace),
        _unit(text, found, trace),
        _hedge(text, found, trace),
        _kind(found, trace),
        _counted(found, trace),
    ):
        if fact:
            facts.append(fact)
            used.append(answer)
    if found.predicate:
        facts.append(_predicate(text, found, found.predicate))
    return facts, used


Made = tuple[Fact | None, object]
NOTHING: Made = (None, None)


def _numeral(text: str, trace: Sequence[Asked]) -> Made:
    """The numeral itself, as the candidate has it."""
    candidate = next(iter(answers(trace, Candidate)), None)
    numeral = candidate.numeral if candidate else next(iter(answers(trace, Numeral)), None)
    if numeral is None:
        return NOTHING
    grain = f", to the {numeral.grain:f}" if numeral.grain is not None else ""
    says = f"{numeral.value:f} ({numeral.form}{grain})"
    return _made(trace, numeral, "numeral", text[numeral.start : numeral.end], says), numeral


def _second(text: str, trace: Sequence[Asked]) -> Made:
    """What a second number makes of it: a range, a result, a share."""
    candidate = next(iter(answers(trace, Candidate)), None)
    pair = candidate.pair if candidate else None
    if candidate is None or pair is None:
        return NOTHING
    form = pair.form if isinstance(pair, Interval) else "share"
    return _made(trace, pair, "with another", text[candidate.start : pair.end], form), pair


def _unit(text: str, found: Found, trace: Sequence[Asked]) -> Made:
    """The unit with the row of the table that knows its form."""
    unit = next((unit for unit in answers(trace, Unit) if unit.name == found.quantity.unit), None)
    if unit is None:
        return NOTHING
    numeral = next(iter(answers(trace, Numeral)), None)
    start, end = (numeral.start, numeral.end) if numeral else (found.span.start, found.span.start)
    words = text[unit.edge : start] if unit.edge < start else text[end : unit.edge]
    form, row = _unit_row(words)
    return _made(trace, unit, "unit", form, f"{unit.name} ({unit.kind})", row), unit


def _unit_row(words: str) -> tuple[str, Row | None]:
    """The form of a unit at the end of a stretch of words, with its row: "km" of "to 40 km"."""
    parts = words.strip(" -\n").split()
    for first in range(len(parts)):
        form = " ".join(parts[first:])
        for name in UNIT_TABLES:
            if row := row_of(name, "form", form.lower()):
                return form, row
    return " ".join(parts[-1:]), None


_LOOSENS: dict[Hedge, Hedge] = {"about_range": "about"}  # the word that makes a range a loose one


def _hedge(text: str, found: Found, trace: Sequence[Asked]) -> Made:
    """The hedge that holds, with its row."""
    hedge = found.quantity.hedge
    same = [hedged for hedged in answers(trace, Hedged) if hedged.hedge == _LOOSENS.get(hedge, hedge)]
    if not same:
        return NOTHING
    hedged = same[-1]
    return _made(trace, hedged, "hedge", _hedge_words(text, hedged, found), hedge, _hedge_row(hedged)), hedged


def _hedge_words(text: str, hedged: Hedged, found: Found) -> str:
    if hedged.edge <= found.span.start:
        return text[hedged.edge : found.span.start].strip()
    return text[found.span.end : hedged.edge].strip()


def _hedge_row(hedged: Hedged) -> Row | None:
    return row_of("hedges", "phrase", hedged.phrase, hedge=hedged.hedge)


def _kind(found: Found, trace: Sequence[Asked]) -> Made:
    """Of what kind it is, and by which rule where a rule had to say."""
    sort = next(iter(answers(trace, Sort)), None)
    fact = Fact("kind", "", found.quantity.kind)
    return (fact, None) if sort is None else (_made(trace, sort, "kind", "", found.quantity.kind), sort)


def _counted(found: Found, trace: Sequence[Asked]) -> Made:
    counted = next((one for one in answers(trace, Counted) if one.words == found.quantity.counted), None)
    return NOTHING if counted is None else (_made(trace, counted, "counted", counted.words, ""), counted)


def _predicate(text: str, found: Found, predicate: str) -> Fact:
    """What happened to the counted, with the word beside it that says so."""
    span = found.phrase_span
    near = (*words_after(text, found.span.end).first(12), *words_before(text, span.start).first(3))
    word = next((word.lower for word in near if PREDICATES.get(word.lower) == predicate), "")
    return Fact("happened", word, predicate, row=row_of("predicates", "word", word))


def _made(
    trace: Sequence[Asked], answer: object, what: str, words: str, says: str, row: Row | None = None
) -> Fact:
    """A fact with the innermost rule that gave the answer behind it."""
    made = maker(trace, answer)
    if made is None:
        return Fact(what, words, says, row=row)
    return Fact(what, words, says, made.rule, made.question, row)


def _unused(used: Sequence[object], trace: Sequence[Asked]) -> Iterator[Tried]:
    """The hedges that were found and do not hold."""
    seen = list(used)
    for hedged in answers(trace, Hedged):
        if hedged not in seen and (made := maker(trace, hedged)):
            seen.append(hedged)
            outcome, row = "does not hold here", _hedge_row(hedged)
            yield Tried(hedged.phrase, outcome, made.rule, made.question, hedged.hedge, row)


def _in_vain(trace: Sequence[Asked]) -> Iterator[Tried]:
    for asked in asked_in_vain(trace, ALTERNATIVES):
        yield Tried("", "", asked.rule, asked.question, "no")


# -- why it is none --------------------------------------------------------------------------------------


def _refused(text: str, span: Span, outcome: Notice | None, trace: Sequence[Asked]) -> Iterator[Fact]:
    """Why a number is no claim: the code of its notice, and the rule that decided."""
    words = span.of(text)
    if outcome is None:
        rule = _last_word(trace)
        yield Fact("no number", words, "the word states no number here", rule.rule, rule.question)
        return
    rule = _deciding(outcome, trace)
    says = f"{outcome.reason} ({outcome.code})"
    row = row_of("notices", "code", outcome.code)
    yield Fact("declined", words, says, rule.rule, rule.question, row)
    for reading in outcome.readings:
        yield Fact("reading", words, f"{reading.point:f}")


def _last_word(trace: Sequence[Asked]) -> Asked:
    """The last question that was answered with no."""
    return next((asked for asked in reversed(trace) if asked.question and is_no(asked.answer)), trace[0])


def _deciding(notice: Notice, trace: Sequence[Asked]) -> Asked:
    """The innermost rule that answered with the notice or its code, or the one whose yes it rests on."""
    saying = [
        at for at, asked in enumerate(trace) if _says(asked.answer, notice) and "code" not in asked.given
    ]
    at = max(saying, key=lambda at: (trace[at].question != "", trace[at].depth, -at), default=0)
    grounds = [
        asked
        for asked in below(trace, at)
        if asked.depth == trace[at].depth + 1 and asked.question and asked.answer is True
    ]
    return grounds[-1] if grounds else trace[at]


def _says(answer: object, notice: Notice) -> bool:
    """Whether an answer is the notice's code, or carries it."""
    carried = answer if isinstance(answer, str) else getattr(answer, "code", getattr(answer, "problem", None))
    return carried == notice.code
