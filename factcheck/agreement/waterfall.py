"""What does each citation add to the score, one after the other?

The citations in the order of an explanation: those that count, first for the claim, then
against it, then those that leave it open; last those that count for nothing. After each
stands the opinion so far, so that the last line is the score, and every step can be
checked by hand.

Pure: judged citations in, steps out. Callers: `show`, `exchange`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.agreement.constants import DEFAULTS, Constants
from factcheck.agreement.score import Opinion, label_of, opinion_of
from factcheck.model import Judged, RelationLabel

_SIDES: tuple[RelationLabel, ...] = ("corroborates", "conflicts", "compatible", "incomparable")


@dataclass(frozen=True, slots=True)
class Step:
    """One citation, and the opinion of all steps up to it. `adds` is positive for the claim."""

    judged: Judged
    adds: float
    after: Opinion


def waterfall(judged: Sequence[Judged], constants: Constants = DEFAULTS) -> tuple[Step, ...]:
    """The steps from no evidence at all to the agreement, whatever the order of the citations."""
    steps, pro, contra = [], 0.0, 0.0
    for one in sorted(judged, key=_place):
        pro += max(0.0, one.contribution)
        contra += max(0.0, -one.contribution)
        steps.append(Step(one, one.contribution, opinion_of(pro, contra, constants)))
    return tuple(steps)


def _place(one: Judged) -> tuple[bool, int, float, str, str, str]:
    """Counted before the others; by side, the weightiest first; then by name, date and id."""
    side = _SIDES.index(label_of(one)) if one.standing.counted else 0
    citation = one.citation
    name = citation.source if one.standing.counted else one.standing.origin
    return not one.standing.counted, side, -abs(one.contribution), name, citation.date or "", citation.id
