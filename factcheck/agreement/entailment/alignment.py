"""Which number of the premise speaks to which number of the hypothesis?

A number is laid beside one that it can be compared with, before others beside one that
makes it true and counts the same thing. A result such as "4-1" has no bounds and is
compared as it is printed.

Pure: two statements in, one pairing for each number of the hypothesis out. Caller:
`entailment.py`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from factcheck.agreement.entailment.figures import Figure, Statement
from factcheck.agreement.entailment.overlap import are_alike
from factcheck.agreement.entailment.strict import Label, ends_of, judge
from factcheck.model import Quantity


@dataclass(frozen=True, slots=True)
class Pairing:
    """A number of the hypothesis, the number of the premise that speaks to it, and what that one says."""

    asked: Figure
    stated: Figure | None = None
    label: Label | None = None
    same_thing: bool = False

    @property
    def is_met(self) -> bool:
        """Whether the premise's number makes the hypothesis's true."""
        return self.label == "entailment"

    @property
    def is_ruled_out(self) -> bool:
        """Whether the premise's number makes it false: of one thing, in one unit, or both of nothing said."""
        if self.stated is None or self.label != "contradiction":
            return False
        ours, theirs = self.stated.quantity, self.asked.quantity
        if self.same_thing or (ours.kind, ours.unit) != (theirs.kind, theirs.unit):
            return self.same_thing
        return theirs.unit is not None or not (self.stated.things or self.asked.things)


def align(premise: Statement, hypothesis: Statement) -> tuple[Pairing, ...]:
    """For each number of the hypothesis, in order, the best number of the premise to hold against it."""
    stated = premise.figures + premise.mentions
    return tuple(_best(asked, stated, premise, hypothesis) for asked in hypothesis.figures)


def _best(asked: Figure, stated: tuple[Figure, ...], premise: Statement, hypothesis: Statement) -> Pairing:
    best = Pairing(asked)
    for figure in stated:
        label = _label(figure, asked, premise, hypothesis)
        if label is None:
            continue
        pairing = Pairing(asked, figure, label, _count_the_same(figure, asked))
        if best.stated is None or _worth(pairing) > _worth(best):
            best = pairing
    return best


def _label(stated: Figure, asked: Figure, premise: Statement, hypothesis: Statement) -> Label | None:
    if ends_of(stated.quantity) or ends_of(asked.quantity):
        label = judge(stated.quantity, asked.quantity)
        if label is None and (_is_bare(stated) or _is_bare(asked)):
            return judge(_as_count(stated.quantity), _as_count(asked.quantity))
        return label
    same = stated.span.of(premise.text) == asked.span.of(hypothesis.text)
    return "entailment" if same else "neutral"


def _worth(pairing: Pairing) -> tuple[bool, bool]:
    return pairing.is_met, pairing.same_thing


def _count_the_same(one: Figure, other: Figure) -> bool:
    return bool(one.things and other.things) and are_alike(one.things[-1], other.things[-1])


def _is_bare(figure: Figure) -> bool:
    """Whether the number says neither what it counts nor its unit: it may be of any ("girls of 8 to 16")."""
    return figure.quantity.kind == "count" and not figure.things


def _as_count(quantity: Quantity) -> Quantity:
    return replace(quantity, kind="count", unit=None)
