"""Does a stated change lead from the one figure to the other?

"Doubled from 40 to 70", "52 clubs, at least 15 more than the 36 it had", "up 5 points from
58%", "14 more died, bringing the toll from 50 to 60". Both ends stand in the same sentence;
comparisons with what stands elsewhere are in `comparisons.py`.

Pure. Caller: findings.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from factcheck.agreement.consistency.bounds import Bounds, exactly
from factcheck.agreement.consistency.finding import Finding
from factcheck.agreement.consistency.forms import WAYS, Passage, matches
from factcheck.agreement.consistency.reckoning import (
    Evidence,
    are_alike,
    figure,
    is_share,
    judge,
    percent,
    report,
    say,
    say_number,
    say_value,
    share_of,
    states_number,
    values,
)
from factcheck.agreement.consistency.things import head_noun, is_general, may_be_the_same
from factcheck.model import Claim, Quantity

Way = Literal["up", "down"]
_POINTS = frozenset({"percentage points", "points"})


@dataclass(frozen=True, slots=True)
class Change:
    """A figure that is said to have changed by so much into another; of a multiple, `way` tells nothing."""

    old: Claim
    new: Claim
    by: Claim
    way: Way


def changes(passages: Sequence[Passage]) -> Iterator[Finding]:
    """The stated changes that do not lead from the one figure to the other."""
    for passage in passages:
        told: set[Claim] = set()
        for change in _changes(passage):
            if change.by not in told and _nouns_fit(change) and (finding := check_change(change)):
                told.add(change.by)
                yield finding


def _changes(passage: Passage) -> Iterator[Change]:
    for match in matches(passage, "change"):
        way: Way = "down" if WAYS.get(match.words.get("WAY", "").casefold()) == "down" else "up"
        yield Change(match.slots["old"], match.slots["new"], match.slots["by"], way)
    for match in matches(passage, "multiple"):
        if is_multiple(match.slots["by"]):
            yield Change(match.slots["old"], match.slots["new"], match.slots["by"], "up")
    for match in matches(passage, "addition"):
        yield Change(match.slots["old"], match.slots["new"], match.slots["by"], "up")


def check_change(change: Change) -> Finding | None:
    """What is wrong with a change; None where it holds, or cannot be reckoned."""
    new = change.new.quantity
    change = replace(change, old=_in_unit_of(new, change.old), by=_in_unit_of(new, change.by))
    if not (states_number(change.old) and states_number(change.new) and states_number(change.by)):
        return None
    if not _are_of_one_kind(change.old, change.new):
        return None
    if is_multiple(change.by):
        return _check_multiple(change)
    if is_share(change.by):
        return _check_percent(change)
    if are_alike(change.old, change.new, change.by) or _is_points(change):
        return check_difference(change)
    return None


def is_multiple(claim: Claim) -> bool:
    """Doubled, three times, halved: what one figure is multiplied by."""
    quantity = claim.quantity
    return quantity.kind == "ratio" and quantity.unit is None and (figure(claim) > 1 or _is_halving(claim))


def check_difference(
    change: Change, elsewhere: Sequence[str] = (), named: str | None = None
) -> Finding | None:
    """What is wrong with "new is so much more (or less) than old"; None where it holds.

    An old figure from elsewhere has no place in the text: `elsewhere` are the ids of who cited
    it, `named` is how a sentence names it.
    """
    old, new, by = change.old, change.new, change.by
    verdict = judge(_apart(change), values(by).allowed)
    if verdict is None:
        return None
    sign = 1 if change.way != "down" else -1
    apart = say_value(abs(figure(new) - figure(old)), by.quantity)
    more = "more" if figure(new) >= figure(old) else "less"
    needed = say_value(
        figure(old) + sign * figure(by), new.quantity, by.quantity.hedge if sign > 0 else "exact"
    )
    verb = "only " if verdict == "short" else ""
    sentence = (
        f"{say(new)} is {verb}{apart} {more} than {named or say(old)}, not {say(by)}{_way_word(by, change)}; "
        f"to hold, {say(new)} would have to be {needed}."
    )
    settle = (
        f"Check the three figures at their source: the difference is {apart}, or the new figure {needed}."
    )
    printed = (new, by) if elsewhere else (old, new, by)
    return report(verdict, sentence, settle, printed, elsewhere)


def _way_word(by: Claim, change: Change) -> str:
    if any(word in WAYS for word in by.phrase.casefold().split()):
        return ""
    return " more" if change.way == "up" else " less"


def _check_multiple(change: Change) -> Finding | None:
    if figure(change.old) <= 0:
        return None
    old, new, by = values(change.old), values(change.new), values(change.by)
    evidence = Evidence(new.allowed / old.allowed, new.stated / old.stated)
    verdict = judge(evidence, by.allowed)
    if verdict is None:
        return None
    times = figure(change.new) / figure(change.old)
    needed = say_value(figure(change.by) * figure(change.old), change.new.quantity, change.by.quantity.hedge)
    sentence = (
        f"{say(change.new)} is {say_value(times, change.by.quantity)} times {say(change.old)}, "
        f"not {say(change.by)}; that would be {needed}."
    )
    settle = f"Check the three figures at their source: write {needed}, or say how many times it was."
    return report(verdict, sentence, settle, (change.old, change.new, change.by))


def _check_percent(change: Change) -> Finding | None:
    if figure(change.old) <= 0:
        return None
    old, new, by = values(change.old), values(change.new), share_of(change.by)
    grown = Evidence(new.allowed / old.allowed, new.stated / old.stated)
    one = exactly(1)
    evidence = Evidence(grown.allowed - one, grown.stated - one)
    if change.way == "down":
        evidence = Evidence(-evidence.allowed, -evidence.stated)
    verdict = judge(evidence, by.allowed)
    if verdict is None or (is_share(change.old) and _holds_in_points(change)):
        return None
    share = figure(change.new) / figure(change.old) - 1
    by_stated = figure(change.by) / (100 if change.by.quantity.kind == "percent" else 1)
    sign = 1 if change.way == "up" else -1
    needed = say_value(figure(change.old) * (1 + sign * by_stated), change.new.quantity)
    went = f"a {'rise' if share >= 0 else 'fall'} of {percent(abs(share))}"
    by_said, more = say_number(change.by), "more" if sign > 0 else "less"
    sentence = (
        f"From {say(change.old)} to {say(change.new)} is {went}, not {by_said}; "
        f"{by_said} {more} would be {needed}."
    )
    settle = f"Check the three figures at their source: write {percent(abs(share))}, or {needed}."
    return report(verdict, sentence, settle, (change.old, change.new, change.by))


def _holds_in_points(change: Change) -> bool:
    """Whether "fell 5% from 40% to 35%" holds, loosely, as percentage points."""
    return judge(_apart(change), values(change.by).allowed) is None


def _apart(change: Change) -> Evidence:
    old, new = values(change.old), values(change.new)
    if change.way == "down":
        old, new = new, old
    return Evidence(_difference(new.allowed, old.allowed), _difference(new.stated, old.stated))


def _difference(larger: Bounds, smaller: Bounds) -> Bounds:
    return larger - smaller


def _in_unit_of(like: Quantity, claim: Claim) -> Claim:
    """A bare number in the unit of what it is compared with: 80 million crowns, and "the 60 million"."""
    bare = claim.quantity
    if like.kind not in ("money", "measure") or bare.kind != "count" or bare.unit is not None:
        return claim
    if not is_general(head_noun(bare.counted)):
        return claim
    return replace(claim, quantity=replace(bare, kind=like.kind, unit=like.unit))


def _are_of_one_kind(old: Claim, new: Claim) -> bool:
    return are_alike(old, new) or (is_share(old) and is_share(new) and old.quantity.kind == new.quantity.kind)


def _is_points(change: Change) -> bool:
    return is_share(change.old) and is_share(change.new) and (change.by.quantity.unit or "") in _POINTS


def _is_halving(claim: Claim) -> bool:
    return figure(claim) == Fraction(1, 2) and claim.surface.casefold().startswith("halv")


def _nouns_fit(change: Change) -> bool:
    """Whether old and new may count the same: no nouns, general ones, or kin."""
    old, new = head_noun(change.old.quantity.counted), head_noun(change.new.quantity.counted)
    if old is None or new is None or is_general(old) or is_general(new):
        return True
    return may_be_the_same(old, new)
