"""Do stated parts make the stated whole?

"12 people: seven men, three women and one child"; "All 48 crew are safe. The crew were 31
Filipinos, twelve Indians and four Greeks"; "of the 40 passengers, 12 were injured and the
other 30 unhurt". Parts that are only examples ("including") may be fewer, never more.

Pure. Caller: findings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.agreement.consistency.bounds import Bounds, exactly, total
from factcheck.agreement.consistency.finding import Finding
from factcheck.agreement.consistency.forms import Passage, matches
from factcheck.agreement.consistency.reckoning import (
    Evidence,
    are_alike,
    figure,
    is_share,
    judge,
    report,
    say,
    say_value,
    states_number,
    values,
)
from factcheck.agreement.consistency.things import happenings, head_noun, kin, singular
from factcheck.agreement.wording import listed
from factcheck.model import Claim

# A list with a clause of its own, or of several years, is no breakdown.
_NO_LIST = re.compile(
    r"""\b(?: is | are | was | were | has | have | had | will | each | per | them | whom | which
    | who | that | \d{4} | a\ day | more | aged? )\b""",
    re.IGNORECASE | re.VERBOSE,
)
_THEY = frozenset({"they", "these", "those", "dead", "victims"})


@dataclass(frozen=True, slots=True)
class Breakdown:
    """A whole and its parts; `complete` unless the parts are only some of it."""

    whole: Claim
    parts: tuple[Claim, ...]
    complete: bool = True


def totals(passages: Sequence[Passage]) -> Iterator[Finding]:
    """The breakdowns whose parts do not make the whole, and the shares that make more than all."""
    for passage in passages:
        told: set[Claim] = set()
        for breakdown in _breakdowns(passage):
            if breakdown.whole not in told and (finding := check_total(breakdown)):
                told.add(breakdown.whole)
                yield finding
        for match in matches(passage, "opposed shares"):
            if finding := check_opposed(match.slots["one"], match.slots["other"]):
                yield finding


def check_total(breakdown: Breakdown) -> Finding | None:
    """What is wrong with "the whole is made of these parts"; None where it holds."""
    whole, parts = breakdown.whole, breakdown.parts
    if len(parts) < 2 or not are_alike(whole, *parts) or any(figure(part) > figure(whole) for part in parts):
        return None
    summed = total(values(part).allowed for part in parts)
    stated = total(values(part).stated for part in parts)
    if breakdown.complete:
        verdict = judge(Evidence(summed, stated), values(whole).allowed)
    else:
        over = values(whole).allowed.is_below(summed)
        verdict = "fails" if over else None
    if verdict is None:
        return None
    made = say_value(sum(map(figure, parts), exactly(0).low or figure(whole) * 0), whole.quantity)
    named = listed([say(part) for part in parts])
    claim = "make" if breakdown.complete else "already make"
    sentence = f"{named} {claim} {made}, not {say(whole)}."
    least = "" if breakdown.complete else "at least "
    settle = (
        "Check the parts and the whole at their source: "
        f"the whole is {least}{made}, or a part is wrong or missing."
    )
    return report(verdict, sentence, settle, (whole, *parts))


def check_opposed(one: Claim, other: Claim) -> Finding | None:
    """What is wrong with two shares that exclude each other; None where they leave room."""
    if not (is_share(one) and is_share(other) and one.quantity.kind == other.quantity.kind == "percent"):
        return None
    both: Bounds = values(one).allowed + values(other).allowed
    if not exactly(100).is_below(both):
        return None
    made = say_value(figure(one) + figure(other), one.quantity)
    sentence = f"{say(one)} and {say(other)} make {made}, more than all."
    left = say_value(100 - figure(one), one.quantity)
    settle = f"Check both figures at their source: next to {say(one)}, the other is at most {left}."
    return report("fails", sentence, settle, (one, other))


def _breakdowns(passage: Passage) -> Iterator[Breakdown]:
    for group, complete in (("all parts", True), ("some parts", False)):
        for match in matches(passage, group):
            if not _NO_LIST.search(match.words["PARTS"]):
                yield Breakdown(match.slots["whole"], passage.slots_in(match.words["PARTS"]), complete)
    for match in matches(passage, "parts of those before"):
        parts = passage.slots_in(match.words["PARTS"])
        whole = _told_before(match.words["NOUN"], (*passage.before, *passage.claims), parts[0])
        if whole and not _NO_LIST.search(match.words["PARTS"]):
            yield Breakdown(whole, parts, not match.words["VERB"].casefold().startswith("include"))
    for group, complete in (("part and rest", True), ("part and part", False)):
        for match in matches(passage, group):
            yield Breakdown(match.slots["whole"], (match.slots["one"], match.slots["other"]), complete)


def _told_before(named: str, claims: Sequence[Claim], first: Claim) -> Claim | None:
    """The one figure before the list that counts what the noun names."""
    earlier = [claim for claim in claims if claim.span < first.span and states_number(claim)]
    noun = kin(singular(named))
    if named.casefold() in _THEY or happenings([named]):
        found = [claim for claim in earlier if are_alike(claim, first)]
    else:
        found = [claim for claim in earlier if kin(head_noun(claim.quantity.counted) or "") == noun]
    return found[0] if len(found) == 1 else None
