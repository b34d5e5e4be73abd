"""Which verdicts may a ledger give, and what does each of them mean?

A scale is a few labels with an order and a meaning. A verdict is given by its label, and
kept as the scale spells it. No verdict at all is not on the scale: an unchecked claim has
none, and *unverifiable* is what somebody found who looked.

Pure. Callers: `acceptance.py`, `concordance.py`, `desk`.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from factcheck.errors import AskedWrongly
from factcheck.model import Scale, ScaleStep


def find_step(scale: Scale, label: str) -> ScaleStep:
    """The step with this label, whatever its case and blanks; AskedWrongly where there is none."""
    for step in scale:
        if _key(step.label) == _key(label):
            return step
    raise AskedWrongly(
        f"no verdict of this ledger's scale: {label!r}",
        f"It has {', '.join(f'“{step.label}”' for step in scale)}; `factcheck review scale` shows them.",
    )


def check_scale(steps: Sequence[ScaleStep]) -> Scale:
    """The steps as a scale, the best first and those beside it last; AskedWrongly where they are none."""
    ordered = sorted((one for one in steps if one.order is not None), key=lambda one: -(one.order or 0))
    beside = [one for one in steps if one.order is None]
    keys = [_key(one.label) for one in steps]
    for holds, why in (
        (len(ordered) > 1, "a scale has two steps at least that can be put in order"),
        (all(keys), "every step has a label"),
        (len(set(keys)) == len(keys), "two steps have one label"),
        (all(one.order != other.order for one, other in pairwise(ordered)), "two steps have one order"),
        (all(one.meaning.strip() for one in steps), "every step has a meaning"),
        (all((one.value is None) == (one.order is None) for one in steps), "order and value go together"),
        (_descends(ordered), "values rise with the order"),
    ):
        if not holds:
            raise AskedWrongly(f"no scale: {why}", "`factcheck review scale --json` shows the one in use.")
    return (*ordered, *beside)


def _descends(ordered: Sequence[ScaleStep]) -> bool:
    values = [one.value for one in ordered if one.value is not None]
    return all(value.is_finite() for value in values) and all(one > other for one, other in pairwise(values))


def _key(label: str) -> str:
    return " ".join(label.casefold().split())
