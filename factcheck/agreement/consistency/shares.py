"""Is a stated part the stated share of its whole?

"Of those, 600, or 35%" behind 2,400 tenants; "one-fifth of those killed, 400 people". The
whole is named in the same sentence, or it is the one figure that the sentence refers back
to; where there are several that it could be, nothing is said.

Pure. Caller: findings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck.agreement.consistency.finding import Finding
from factcheck.agreement.consistency.forms import WAYS, Passage, matches
from factcheck.agreement.consistency.reckoning import (
    Evidence,
    are_alike,
    figure,
    is_amount,
    is_share,
    judge,
    percent,
    report,
    say,
    say_number,
    say_value,
    share_of,
    values,
)
from factcheck.agreement.consistency.things import WORD, happenings, head_noun, kin, singular
from factcheck.language.lexicon import alternation
from factcheck.model import Claim

# "rose by 300, or 12%": a share of what it was before
_CHANGED = re.compile(rf"\b(?:{alternation(WAYS)}|by)\b", re.IGNORECASE)


def shares(passages: Sequence[Passage]) -> Iterator[Finding]:
    """The parts that are not the stated share of their whole."""
    for passage in passages:
        for part, whole, share in _triples(passage, passages):
            if _fit(part, whole, share) and (finding := check_share(part, whole, share)):
                yield finding


def check_share(part: Claim, whole: Claim, share: Claim) -> Finding | None:
    """What is wrong with "part is share of whole"; None where it holds."""
    ours, all_of_it, stated = values(part), values(whole), share_of(share)
    evidence = Evidence(ours.allowed / all_of_it.allowed, ours.stated / all_of_it.stated)
    verdict = judge(evidence, stated.allowed)
    if verdict is None:
        return None
    true_share = percent(figure(part) / figure(whole))
    needed = say_value(_as_part(share) * figure(whole), part.quantity, share.quantity.hedge)
    sentence = (
        f"{say(part)} of {say(whole)} is {true_share}, not {say_number(share)}; "
        f"{say_number(share)} of {say(whole)} would be {needed}."
    )
    return report(
        verdict,
        sentence,
        f"Check the three figures at their source: write {true_share}, or {needed}, or name another whole.",
        (part, whole, share),
    )


def _triples(passage: Passage, all_of_them: Sequence[Passage]) -> Iterator[tuple[Claim, Claim, Claim]]:
    for match in matches(passage, "share of whole"):
        yield match.slots["part"], match.slots["whole"], match.slots["share"]
    yield from _shares_of_the_one_before(passage)
    for match in matches(passage, "share of those before"):
        if whole := _sole_amount(passage.before, match.slots["part"]):
            yield match.slots["part"], whole, match.slots["share"]
    for match in matches(passage, "share of the named"):
        if whole := _named_whole(match.words["WHOLE"], match.slots["part"], passage, all_of_them):
            yield match.slots["part"], whole, match.slots["share"]


def _shares_of_the_one_before(passage: Passage) -> Iterator[tuple[Claim, Claim, Claim]]:
    """Parts with their shares where only one other count stands before them: 520, or 52%, and 480, or 48%."""
    found = [match.slots for match in matches(passage, "share alone")]
    parts = [slots["part"] for slots in found]
    if not parts or _CHANGED.search(passage.masked):
        return
    others = [claim for claim in passage.claims if is_amount(claim) and claim not in parts]
    first = min(part.span for part in parts)
    if len(others) == 1 and others[0].span < first and others[0].quantity.kind == "count":
        yield from ((slots["part"], others[0], slots["share"]) for slots in found)


def _fit(part: Claim, whole: Claim, share: Claim) -> bool:
    return is_share(share) and are_alike(part, whole) and figure(whole) > 0


def _sole_amount(claims: Sequence[Claim], like: Claim) -> Claim | None:
    """The one amount among the claims that the part could belong to."""
    alike = [claim for claim in claims if is_amount(like) and are_alike(claim, like)]
    return alike[0] if len(alike) == 1 else None


def _named_whole(named: str, part: Claim, passage: Passage, others: Sequence[Passage]) -> Claim | None:
    """The figure told earlier of what the words name ("those killed", "the tenants"), if it is but one."""
    words = WORD.findall(named)
    befell = happenings(words[-1:])
    noun = None if befell or not words else kin(singular(words[-1]))
    found = [
        claim
        for other in others
        if other.span <= passage.span
        for claim in other.claims
        if claim.span < part.span and is_amount(part) and are_alike(claim, part)
        if (noun and kin(head_noun(claim.quantity.counted) or "") == noun)
        or (befell and befell & happenings(WORD.findall(other.masked)))
    ]
    numbers = {figure(claim) for claim in found}
    return found[-1] if len(numbers) == 1 else None


def _as_part(share: Claim) -> Fraction:
    return figure(share) / 100 if share.quantity.kind == "percent" else figure(share)
