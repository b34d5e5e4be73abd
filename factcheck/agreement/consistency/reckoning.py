"""Do the figures that a text reckons with come out as it says?

What the other figures give (the evidence) is held against what is stated (the result). No
value in common: it *fails*. Met only beyond what is stated ("at least 191" would have to be
192 or more): it falls *short*. An answer names both numbers as stated, and what would do.

Pure. Callers: shares, changes, totals, comparisons.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from factcheck.agreement.consistency.bounds import Bounds, as_stated, bounds_of, decimal_of
from factcheck.agreement.consistency.finding import Finding, Verdict
from factcheck.agreement.cores import stated_number
from factcheck.agreement.units import scale_of
from factcheck.agreement.wording import amount, number
from factcheck.model import Claim, Hedge, Quantity

_HEDGES: dict[Hedge, str] = {
    "about": "about",
    "over": "more than",
    "at_least": "at least",
    "nearly": "nearly",
    "up_to": "at most",
    "under": "less than",
}
PARTS_OF_SHARE = Fraction(1, 100)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the other figures give for the result: as their wording allows, and as they are stated."""

    allowed: Bounds
    stated: Bounds


def judge(evidence: Evidence, result: Bounds) -> Verdict | None:
    """Whether the result fails, falls short, or holds (None)."""
    if not evidence.allowed.meets(result):
        return "fails"
    if result.high is None and evidence.stated.is_below(result):
        return "short"
    if result.low in (None, 0) and result.high is not None and result.is_below(evidence.stated):
        return "short"
    return None


def values(claim: Claim | Quantity) -> Evidence:
    """The values of one stated number."""
    quantity = claim.quantity if isinstance(claim, Claim) else claim
    allowed, stated = bounds_of(quantity), as_stated(quantity)
    assert allowed is not None, "only numbers are reckoned with"
    assert stated is not None, "only numbers are reckoned with"
    return Evidence(allowed, stated)


def states_number(claim: Claim) -> bool:
    """Whether a claim states a number that can be reckoned with."""
    bounds = bounds_of(claim.quantity)
    return bounds is not None and (bounds.low is None or bounds.low >= 0)


def is_share(claim: Claim) -> bool:
    """A part of a whole: 25 percent, one in five, a third."""
    quantity = claim.quantity
    if not states_number(claim) or scale_of(quantity).dimension != "share":
        return False
    return quantity.unit in (None, "percent") and quantity.kind in ("percent", "ratio")


def share_of(claim: Claim) -> Evidence:
    """The values of a share, as parts of one."""
    found = values(claim)
    if claim.quantity.kind != "percent":
        return found
    return Evidence(found.allowed.times(PARTS_OF_SHARE), found.stated.times(PARTS_OF_SHARE))


def is_amount(claim: Claim) -> bool:
    """A count, a sum of money, a measure: what can be part of a total."""
    return states_number(claim) and claim.quantity.kind in ("count", "money", "measure")


def are_alike(*claims: Claim) -> bool:
    """Whether amounts are printed in one unit, so that they can be added."""
    return all(is_amount(claim) for claim in claims) and len({scale_of(c.quantity) for c in claims}) == 1


def figure(claim: Claim) -> Fraction:
    """The one number that a claim states; nought where it states none."""
    return Fraction(stated_number(claim.quantity) or 0)


def say(claim: Claim) -> str:
    """The claim as printed, in quotation marks."""
    return f"“{' '.join(claim.phrase.split())}”"


def say_value(value: Fraction, like: Quantity, hedge: Hedge = "exact") -> str:
    """A value in the unit of a quantity, under a hedge: "840", "at least 192", "about 12%"."""
    places = 0 if like.kind == "count" and like.unit is None and abs(value) >= 10 else 2
    rounded = decimal_of(value, places)
    if hedge == "at_least" and Fraction(rounded) < value:
        rounded += Decimal(1).scaleb(-places)
    said = f"{number(rounded)}%" if _is_percent(like) else amount(rounded, like)
    return f"{_HEDGES[hedge]} {said}" if hedge in _HEDGES else said


def say_number(claim: Claim) -> str:
    """The number as printed with its hedge before it, without what is counted: “at least 15”."""
    words = claim.phrase[: max(0, claim.span.end - claim.phrase_span.start)] or claim.surface
    return f"“{' '.join(words.split())}”"


def _is_percent(like: Quantity) -> bool:
    return like.kind == "percent" and like.unit in (None, "percent")


def percent(share: Fraction) -> str:
    """A part of one in percent, to a tenth: "24.6%"."""
    return f"{number(decimal_of(share * 100, 1))}%"


def report(
    verdict: Verdict, sentence: str, settle: str, claims: Sequence[Claim], citations: Sequence[str] = ()
) -> Finding:
    """The finding on these claims, put in the order of the text."""
    ordered = sorted(claims, key=lambda claim: claim.span)
    return Finding(
        code="arithmetic",
        severity="error" if verdict == "fails" else "warning",
        spans=tuple(claim.span for claim in ordered),
        sentence=sentence,
        settle=settle,
        claims=tuple(claim.id for claim in ordered if claim.id),
        citations=tuple(citations),
        verdict=verdict,
    )
