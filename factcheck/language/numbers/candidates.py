"""What stands around a numeral that may be a claim, and what does it make of it?

A candidate is a numeral with its sign, currency, unit, second number, hedge and the words
on both sides. `draft_of` settles what kind of quantity it is and which hedge holds.
Whether it is a claim at all is asked in `refusals`.

Pure. Callers: refusals, quantities.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from factcheck.language.lexicon import word_list
from factcheck.language.numbers.ages import YEARS_OF_AGE, is_aged
from factcheck.language.numbers.counted import is_plural
from factcheck.language.numbers.drafts import Draft
from factcheck.language.numbers.hedges import Hedged, hedge_before
from factcheck.language.numbers.intervals import Interval, interval, shared_with_next
from factcheck.language.numbers.kinds import Sort, sort_of
from factcheck.language.numbers.memory import Memory
from factcheck.language.numbers.numerals import ENDS, Numeral
from factcheck.language.numbers.shares import Share
from factcheck.language.numbers.sides import side, side_at, with_smaller_unit
from factcheck.language.numbers.units import Unit, unit_at
from factcheck.language.numbers.vicinity import Words, words_after, words_before


class Candidate(NamedTuple):
    """A numeral with all that touches it. `before` ends and `after` begins at the core."""

    text: str
    numeral: Numeral
    start: int
    end: int
    before: Words
    after: Words
    hedged: Hedged | None
    pair: Interval | Share | None
    unit: Unit | None

    @property
    def is_result(self) -> bool:
        """Whether it is the result of a match or a vote: 3-1."""
        return isinstance(self.pair, Interval) and self.pair.form == "score"


def candidate(text: str, numeral: Numeral, currency: Unit | None, before: Words | None) -> Candidate:
    """The numeral with what touches it on both sides; `before` if its words are known already."""
    start = _start(text, currency.edge if currency else numeral.start)
    if before is None or start < numeral.start:
        before = words_before(text, start)
    if start < numeral.start and _is_negative(text, start, numeral.start):
        numeral = numeral._replace(value=-numeral.value)
    after = words_after(text, numeral.end)
    if text[numeral.end : numeral.end + 1] in ENDS:
        hedged = hedge_before(text, before, start)
        return Candidate(text, numeral, start, numeral.end, before, after, hedged, None, currency)
    first = with_smaller_unit(text, side(text, numeral, currency, after))
    numeral = first.numeral
    pair = interval(text, first, before)
    if pair is None and first.unit is None:
        first = shared_with_next(text, first, before)
        numeral = first.numeral
    end = pair.end if pair else first.end
    unit = pair.unit if isinstance(pair, Interval) and pair.unit else currency or first.unit
    if numeral.form == "vague" and after[0].lower == "of":  # crores of rupees, hundreds of miles
        unit = unit_at(text, after[0].end)
        end = unit.edge if unit else end
    elif unit is None and pair is None and _is_part(numeral):  # a third of a mile
        unit = _unit_of_part(text, after)
        end = unit.edge if unit else end
    if end != numeral.end:
        after = words_after(text, end)
    hedged = hedge_before(text, before, start)
    return Candidate(text, numeral, start, end, before, after, hedged, pair, unit)


def _is_part(numeral: Numeral) -> bool:
    """Whether the number is less than one: a third, 0.2."""
    return numeral.form == "fraction" or (numeral.form == "digits" and 0 < numeral.value < 1)


def _unit_of_part(text: str, after: Words) -> Unit | None:
    """The unit that a fraction is a part of: "a third **of a mile**"."""
    if after[0].lower != "of" or after[1].lower not in ("a", "an"):
        return None
    return unit_at(text, after[1].end)


def _is_negative(text: str, start: int, figure: int) -> bool:
    """Whether the core begins with, or has before its figure, a sign that makes it negative."""
    sign = text[start:figure].lower()
    return "-" in sign or "−" in sign or "–" in sign or sign.startswith(("minus", "negative"))


def _start(text: str, start: int) -> int:
    """Where the core begins: at its sign, if one touches it and is one."""
    sign = text[start - 1] if start else ""
    if sign in ("+", "~") and not text[max(0, start - 2) : start - 1].isalnum():
        return start - 1
    said = sign in " -" and text[max(0, start - 2)] in "seSE"
    if said and _SAID_BELOW.search(text, max(0, start - 18), start):
        return words_before(text, start)[1 if sign == "-" else 0].start
    return start - 1 if sign in ("-", "−", "–") and _is_minus(text, start - 1) else start


# "minus " of minus two, "minus-" of minus-1.4 degrees; not "plus or minus 3"
_SAID_BELOW = re.compile(r"(?<![ -]or[ -])\b(?:minus[ -]|negative[ ])\Z", re.IGNORECASE)
_SIGNED = re.compile(r"-\d+(?:\.\d+)?(?:\s?[°℃℉%]|[CF]\b|e-?\d)")  # -10C, -3%, -1e-3


def _is_minus(text: str, at: int) -> bool:
    """Whether a dash is a sign: before a unit, behind a preposition, or nothing; not in "COVID -19"."""
    if at and not (text[at - 1].isspace() or text[at - 1] in "(["):
        return False
    word = words_before(text, at)[0]
    if text[at] == "−" or _SIGNED.match(text, at):
        return not word.lower[0].isdigit()
    if word.lower in word_list("before a sign"):
        return True
    plain = word.lower[0].isalpha() and text[word.start].islower()
    return plain and text[at] == "-" and _is_signed_amount(text, at)


def _is_signed_amount(text: str, at: int) -> bool:
    """Whether a dash is followed by an amount that may be negative: a unit, and no people or things."""
    amount = side_at(text, at + 1)
    if amount is None or amount.end == at + 1:
        return False
    return amount.unit is not None or not words_after(text, amount.end)[0].lower[0].isalpha()


def draft_of(claim: Candidate, memory: Memory) -> Draft:
    """The parts of the claim that a candidate makes."""
    sort = _sort(claim, memory)
    end, after = claim.end, claim.after
    if sort.edge:
        end, after = sort.edge, words_after(claim.text, sort.edge)
    hedged = claim.hedged if claim.hedged and _bounds(claim, claim.hedged, sort) else None
    hedged = hedged or _from_to(claim) or _distributed(claim, sort, memory)
    return Draft(
        claim.text,
        claim.numeral,
        claim.start,
        end,
        claim.before,
        after,
        hedged,
        claim.pair,
        sort.kind,
        sort.unit,
        counting=not sort.edge,
    )


def _sort(claim: Candidate, memory: Memory) -> Sort:
    unit = claim.unit
    if isinstance(claim.pair, Share):
        return Sort("ratio", claim.pair.base)
    if claim.is_result:
        return Sort("ratio")
    if unit:
        aged = unit.kind == "duration" and is_aged(claim.before, claim.hedged, claim.after)
        return Sort("other", f"{unit.name} of age") if aged else Sort(unit.kind, unit.name)
    if claim.numeral.bare and memory.continues_age(claim.numeral.start):
        return Sort("other", YEARS_OF_AGE)
    if (
        claim.pair is None
        and (last := memory.changes_from(claim.start))
        and not is_plural(claim.after[0].lower)
    ):
        return Sort(last.kind, last.unit)
    return sort_of(claim.text, claim.numeral, claim.hedged, claim.before, claim.after)


def _bounds(claim: Candidate, hedged: Hedged, sort: Sort) -> bool:
    """Whether a hedge says how much: not "siphoned off over six years", "passed two laws", "won 3-1"."""
    if claim.is_result:
        return False
    if hedged.phrase == "over" and sort.kind == "duration":
        return claim.before[1].lower in word_list("before a length of time")
    if hedged.phrase == "near":  # near 100 degrees; not "near two schools"
        return sort.kind in ("percent", "money", "measure")
    if hedged.phrase in ("passed", "crossed") and claim.before[0].lower != "the":
        return claim.numeral.value >= 1000 or sort.kind in ("money", "percent")
    return True


def _from_to(claim: Candidate) -> Hedged | None:
    """Where the phrase of a range begins: "between 30", "anywhere from 40"."""
    before = claim.before
    if not isinstance(claim.pair, Interval) or claim.pair.form != "range":
        return None
    if before[0].lower not in ("between", "from"):
        return None
    opens = before[1].lower in ("anywhere", "somewhere", "ranging")
    return Hedged("range", before[1 if opens else 0].start, "between")


_DISTRIBUTED = frozenset(("about", "over", "at_least", "nearly", "up_to", "under"))
_AND = frozenset(("and", ", and", "or", "and another"))
# shares of one whole: "about 52% voted to leave and 48% to stay"
_SHARED = re.compile(r"[^.;:\d\n]{0,50}\sand\s")


def _distributed(claim: Candidate, sort: Sort, memory: Memory) -> Hedged | None:
    """The hedge of the number before, where the two are coordinated and this one is no more precise."""
    last, grain = memory.claim, claim.numeral.grain
    if last is None or last.quantity.hedge not in _DISTRIBUTED or last.quantity.kind != sort.kind:
        return None
    gap = claim.text[last.phrase_span.end : claim.start]
    if gap.strip() in ("(", ", or") and sort.kind in ("money", "measure") and sort.unit != last.quantity.unit:
        return Hedged(last.quantity.hedge, claim.start, "converted")  # over 50 miles (80 km)
    if gap.strip() not in _AND and not (sort.kind == "percent" and _SHARED.fullmatch(gap)):
        return None
    if claim.numeral.form != "digits" or grain is None or last.quantity.grain is None:
        return None
    if grain == 1 and last.quantity.grain > 1:  # "roughly 2,000 and 74": the second is counted
        return None
    return Hedged(last.quantity.hedge, claim.start, "distributed")
