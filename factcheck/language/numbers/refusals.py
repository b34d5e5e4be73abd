"""Why is a candidate no claim?

Asks the questions of `declined` in the order in which they decide, and answers with the
code of a notice, or with None: the candidate is a claim. A number with a second number,
a fraction, a vague plural is always one.

Pure. Caller: quantities.
"""

from __future__ import annotations

from factcheck.language.lexicon import word_list
from factcheck.language.numbers import declined
from factcheck.language.numbers.candidates import Candidate
from factcheck.language.numbers.counted import PREDICATES, STOPS, is_plural
from factcheck.language.numbers.intervals import Interval
from factcheck.language.numbers.kinds import is_category
from factcheck.language.numbers.memory import Memory
from factcheck.language.numbers.shapes import in_link
from factcheck.language.numbers.units import Unit
from factcheck.language.numbers.vicinity import Words

LARGEST_MODEL = 10**6  # the Boeing 737, the postal code 122003


def refusal(claim: Candidate, memory: Memory) -> str | None:
    """The code of the notice that declines a candidate, or None if it is a claim."""
    if claim.pair is not None and claim.numeral.bare and declined.is_house(claim.text, claim.end):
        return "identifier"
    if claim.pair is not None and not claim.is_result:
        return "date" if _are_days(claim) else None
    if claim.numeral.bare and (code := _date_or_place(claim, memory)):
        return code
    if claim.unit is not None:
        return _idle_unit(claim, claim.unit)
    if claim.numeral.form not in ("digits", "words"):
        return None
    return _label(claim, memory) or _repeat(claim, memory)


def _idle_unit(claim: Candidate, unit: Unit) -> str | None:
    """Whether a number with a unit measures nothing: the 400 m hurdles, "at one point", a Boeing 777F."""
    if unit.name == "points" and claim.numeral.value == 1 and claim.before[0].lower == "at":
        return "pronoun-one"
    title = unit.kind == "duration" and declined.is_title(
        claim.text, claim.start, unit.edge, claim.before, claim.after
    )
    if title or declined.is_event(unit.name, claim.after):
        return "name"
    letter = claim.numeral.bare and unit.edge == claim.numeral.end + 1 and claim.text[unit.edge - 1].isalpha()
    return declined.label(claim.text, claim.numeral.start, claim.before, claim.after) if letter else None


def _are_days(claim: Candidate) -> bool:
    """Whether a range is one of days: Dec. 6-9."""
    pair, numeral = claim.pair, claim.numeral
    if not numeral.bare or claim.unit is not None or not isinstance(pair, Interval) or pair.high is None:
        return False
    value = int(numeral.value)
    return pair.high <= 31 and declined.is_dated(claim.text, value, claim.end, claim.before, claim.after)


def _date_or_place(claim: Candidate, memory: Memory) -> str | None:
    """Whether plain digits are a date, a year, a list number or a house."""
    numeral, before, after = claim.numeral, claim.before, claim.after
    value, hedge = int(numeral.value), claim.hedged.phrase if claim.hedged else ""
    if claim.unit is None or claim.unit.kind == "duration":
        dated = declined.is_dated(claim.text, value, numeral.end, before, after)
        if dated or (value <= 2100 and memory.continues(numeral.start, "date")):
            return "date"
    if claim.unit is not None:
        return "year" if _is_year_before_a_day(claim) else None
    if declined.is_year(value, before, hedge, _noun(after)):
        return "year"
    if declined.is_listed(claim.text, numeral.start, numeral.end):
        return "list-number"
    return "identifier" if not hedge and declined.is_house(claim.text, numeral.end) else None


def _is_year_before_a_day(claim: Candidate) -> bool:
    """Whether a year only happens to stand before a unit of time: "World Cup 2018 day five"."""
    if claim.hedged or claim.unit is None or claim.unit.kind != "duration":
        return False
    surface = claim.text[claim.numeral.end : claim.end]
    return 1900 <= claim.numeral.value <= 2050 and surface[0] == " " and surface[-1] != "s"


def _noun(after: Words) -> str | None:
    """The plural that may be counted, among the words that follow without a mark between."""
    for word in after.first(3):
        if is_plural(word.lower):
            return word.lower
        if not word.lower[0].isalpha() or word.lower in STOPS:
            return None
    return None


def _label(claim: Candidate, memory: Memory) -> str | None:
    """Whether a number without a unit is a label, part of a link, or the number of a model."""
    text, numeral, before, after = claim.text, claim.numeral, claim.before, claim.after
    if declined.is_order_of_magnitude(claim.end, after):
        return "no-figure"
    if not is_category(before, after) and (code := declined.label(text, numeral.start, before, after)):
        return code
    bore = text[numeral.start] == "." and after[0].lower in word_list("weapons")  # a .45 pistol
    if bore or declined.is_group(text, numeral.start, before):
        return "name"
    if claim.is_result:
        return None
    if numeral.bare and not is_plural(after[0].lower):
        code = memory.continues(numeral.start, "label", "reference")
        model = claim.hedged is None and numeral.value < LARGEST_MODEL
        if code or (model and _is_model(claim, memory)):
            return code or "name"
    return "identifier" if numeral.form == "digits" and in_link(text, numeral.start) else None


def _is_model(claim: Candidate, memory: Memory) -> bool:
    """Whether bare digits are part of a name: Voyager 2, an 11 Pro Max, "the 707" behind a Boeing 707."""
    numeral, before, after = claim.numeral, claim.before, claim.after
    if claim.text[numeral.start : numeral.end] in memory.named:
        return True
    return declined.is_model(claim.text, numeral.start, numeral.end, before, after) or declined.is_version(
        claim.text, before, after
    )


def _repeat(claim: Candidate, memory: Memory) -> str | None:
    """Whether "one" only stands for a thing, or a definite number only points back."""
    numeral = claim.numeral
    if claim.is_result:
        return None
    if numeral.form == "words" and numeral.value == 1:
        return None if _one_counts(claim, memory) else "pronoun-one"
    small = numeral.form == "words" and numeral.value <= 12
    if small and declined.is_enumerated(claim.text, claim.start, int(numeral.value), claim.after):
        return "list-number"
    if small and declined.is_or_two(claim.before, claim.after):
        return "no-figure"
    said = numeral.value in memory.said
    repeats = claim.hedged is None and declined.repeats(claim.before, claim.after, small, said)
    return "re-mention" if repeats else None


_NO_BOUNDS = frozenset(("about", "around", "over", "some", "not even"))  # of one


def _one_counts(claim: Candidate, memory: Memory) -> bool:
    """Whether "one" is a figure: with a hedge, before what is counted, or beside other figures."""
    signed = claim.start < claim.numeral.start
    bounded = claim.hedged is not None and claim.hedged.phrase not in _NO_BOUNDS
    previous, last = claim.before[0].lower, memory.claim
    all_but = previous == "but" and claim.before[1].lower == "all"
    if signed or all_but or declined.one_counts(bounded, claim.after):
        return True
    if claim.after[0].lower == "of":
        return False
    if previous in PREDICATES or declined.is_only_one(
        claim.before, claim.after
    ):  # killed one and injured eight
        return True
    if last is None or last.quantity.kind != "count" or previous not in ("and", ",", "or"):
        return False
    gap = claim.text[last.span.end : claim.start]
    return len(gap) < 48 and "." not in gap and not claim.text[claim.start].isupper()
