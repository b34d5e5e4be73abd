"""Which number of the one speaks to which of the other, and do the two agree?

Two texts may each state several numbers, and share a minor one ("in 5 towns, 300 died").
So a number is held first against one that tells of the same thing, by the words of its own
clause; what is left over on both sides, and can be compared, is what the two disagree on.
Two numbers are the same where they print the same figure, or each makes the other true:
"about 1,500" and "1,487" are, "over 300" and "1,500" are not.

Pure. Caller: `answers.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import repeat

from factcheck.agreement.compare import compare
from factcheck.agreement.consistency.mentions import clause_of
from factcheck.agreement.consistency.periods import periods
from factcheck.agreement.consistency.things import head_noun, is_known, may_be_the_same
from factcheck.agreement.cores import stated_number
from factcheck.agreement.likeness import suggested
from factcheck.agreement.matching.profiles import Telling
from factcheck.agreement.matching.terms import terms
from factcheck.agreement.units import scale_of, why_apart
from factcheck.language.attributions import attribute
from factcheck.language.claims import sentence_spans
from factcheck.language.quantities import Found, read
from factcheck.model import Attribution, Quantity, Relation, Span

_OTHER_RATE = "Not comparable, because of the period: “{}” is not “{}”."
_SHARED_WORDS = 2  # of two clauses that tell of the same thing
_MOST_NUMBERS = 12  # of one text: a table of figures says too much to be one claim


@dataclass(frozen=True, slots=True)
class Stated:
    """A number with what its clause tells of it; `rate` is that of "12 a day".

    `source` is who is named for it, and may have `denied` it. `own`: a recorded claim is about it.
    """

    span: Span
    quantity: Quantity
    noun: str | None
    measures: frozenset[str]
    clause: frozenset[str]
    rate: str
    source: str | None = None
    denied: bool = False
    own: bool = False


@dataclass(frozen=True, slots=True)
class Compared:
    """Two numbers that speak of the same thing, and how the one that was asked stands to the one told.

    `denied` says of each whether whoever is credited denies it.
    """

    asked: Quantity
    told: Quantity
    relation: Relation
    same: bool
    denied: tuple[bool, bool] = (False, False)


def compare_numbers(asked: Telling, told: Telling) -> Compared | None:
    """The numbers on which the two agree or differ; None where none can be held against another."""
    mine, yours = numbers_of(asked), numbers_of(told)
    comparable = [(one, other) for one in mine for other in yours if _can_be_compared(one, other)]
    matched = [pair for pair in comparable if _speak_of_one(*pair)] or comparable[: len(comparable) == 1]
    agreeing = [(one, other) for one, other in matched if are_the_same(one.quantity, other.quantity)]
    settled_mine = {one.span for one, _ in agreeing}
    settled_yours = {other.span for _, other in agreeing}
    left = [
        (one, other)
        for one, other in matched
        if one.span not in settled_mine and other.span not in settled_yours
    ]
    owned = any(other.own for other in yours)
    if owned and (own := [pair for pair in agreeing if pair[1].own]):
        return _compared(own)
    if owned:
        own = [pair for pair in left if pair[1].own]
        return _compared(own) if own else None
    return _compared(left or agreeing)


def are_the_same(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers print the same figure, or each makes the other true."""
    if why_apart(one, other) is not None:
        return False
    first, second = stated_number(one), stated_number(other)
    if first is not None and second is not None and scale_of(one).base(first) == scale_of(other).base(second):
        return True
    return all(compare(this, that).label == "corroborates" for this, that in ((one, other), (other, one)))


@lru_cache(maxsize=1024)
def numbers_of(telling: Telling) -> tuple[Stated, ...]:
    """The numbers of what is said, in its order; that of a recorded claim is marked as its own."""
    said = telling.said
    found = [_recorded(telling, number) for number in read(said)[0][:_MOST_NUMBERS]]
    if telling.quantity and telling.span and not any(number.span == telling.span for number in found):
        found = sorted(
            (*found, Found(telling.span, telling.span, telling.quantity)), key=lambda number: number.span
        )
    spans = [number.span for number in found]
    stated = map(_stated, repeat(said), found, sentence_spans(said, spans), attribute(said, spans))
    return tuple(
        replace(one, own=True, denied=telling.denied) if one.span == telling.span else one for one in stated
    )


def _recorded(telling: Telling, number: Found) -> Found:
    """The number as it was recorded, where it is the claim's own."""
    if telling.quantity is None or telling.span is None or not number.span.meets(telling.span):
        return number
    return replace(number, span=telling.span, quantity=telling.quantity)


def _stated(said: str, number: Found, sentence: Span, credit: Attribution) -> Stated:
    around = clause_of(said, sentence, number.span)
    clause = around.of(said)
    return Stated(
        number.span,
        number.quantity,
        head_noun(number.quantity.counted),
        measures=_measures(number.predicate or "", clause),
        clause=frozenset(term for term in terms(clause) if not term[0].isdigit()),
        rate=periods("", said[number.span.end : max(around.end, number.span.end)]).get("rate", ""),
        source=credit.canonical if credit.type in ("named", "nested") else None,
        denied=credit.polarity == "denied",
    )


def _measures(predicate: str, clause: str) -> frozenset[str]:
    """What is counted, by the verb beside the number, or else by the words of its clause."""
    if predicate:
        return suggested(predicate) or frozenset({predicate})
    return suggested(clause)


def _can_be_compared(one: Stated, other: Stated) -> bool:
    """Whether two numbers have one dimension, and no word says that they count different things."""
    if why_apart(one.quantity, other.quantity) is not None:
        return False
    if one.measures and other.measures:
        return bool(one.measures & other.measures)
    nouns = (one.noun or _of_measure(one), other.noun or _of_measure(other))
    return not all(map(is_known, nouns)) or may_be_the_same(*nouns)


def _of_measure(stated: Stated) -> str:
    """Whom a number counts that names only what befell them: "three deaths" are of persons."""
    return "person" if stated.measures else ""


def _speak_of_one(one: Stated, other: Stated) -> bool:
    """Whether something says that two numbers count the same thing, or nothing says what they count."""
    if one.measures & other.measures or len(one.clause & other.clause) >= _SHARED_WORDS:
        return True
    if one.noun is None or other.noun is None:
        return True
    return may_be_the_same(one.noun, other.noun)


def _affinity(one: Stated, other: Stated) -> tuple[bool, int]:
    """How much says that two numbers count the same thing: their nouns, then the words around them."""
    alike = one.noun is not None and other.noun is not None and may_be_the_same(one.noun, other.noun)
    return alike, len(one.clause & other.clause)


def _compared(pairs: Sequence[tuple[Stated, Stated]]) -> Compared | None:
    """The comparison of the pair that most surely counts one thing; the first of equals."""
    if not pairs:
        return None
    one, other = max(pairs, key=lambda pair: _affinity(*pair))
    if one.rate and other.rate and one.rate != other.rate:
        relation = Relation("incomparable", _OTHER_RATE.format(one.rate, other.rate))
        return Compared(one.quantity, other.quantity, relation, same=False)
    return Compared(
        one.quantity,
        other.quantity,
        compare(other.quantity, one.quantity),
        are_the_same(one.quantity, other.quantity),
        (one.denied, other.denied),
    )
