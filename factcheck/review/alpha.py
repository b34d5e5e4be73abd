"""How far do reviewers agree beyond chance, where some steps of the scale are nearer than others?

Krippendorff's alpha: one minus the disagreement observed within units over the disagreement
expected if the same values were handed out at random. It takes any number of reviewers,
missing readings, and four ways to measure how far two values are apart. Where all values are
alike nothing could disagree, and there is no alpha.

After K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), by the coincidence
matrix: values of units that only one reviewer read pair with nothing, and are left out.

Pure. Caller: `concordance.py`. Tests hold it against the published example with missing
data, and against another implementation on generated data.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from decimal import Decimal
from itertools import permutations
from typing import Literal

Metric = Literal["nominal", "ordinal", "interval", "ratio"]
Value = int | Decimal
Unit = tuple[Value, ...]
_Totals = Mapping[Value, float]


def alpha(counted: Mapping[Unit, int], metric: Metric = "nominal") -> float | None:
    """Alpha of units, of which alike ones are counted once with their number; None where it has none.

    A unit is the values that it was given, by however many reviewers.
    """
    pairs = _coincidences(counted)
    totals: dict[Value, float] = {}
    for (one, _), weight in pairs.items():
        totals[one] = totals.get(one, 0.0) + weight
    apart = _DISTANCES[metric]
    between = {(one, other): apart(one, other, totals) for one in totals for other in totals if one != other}
    expected = math.fsum(totals[one] * totals[other] * far for (one, other), far in between.items())
    if expected == 0:
        return None
    observed = math.fsum(weight * between[pair] for pair, weight in pairs.items() if pair in between)
    return 1 - (math.fsum(totals.values()) - 1) * observed / expected


def _coincidences(counted: Mapping[Unit, int]) -> dict[tuple[Value, Value], float]:
    """How often each value met each other one within a unit; a unit weighs as many as it has values."""
    met: dict[tuple[Value, Value], float] = {}
    for unit, times in sorted(counted.items()):
        for pair in permutations(unit, 2):
            met[pair] = met.get(pair, 0.0) + times / (len(unit) - 1)
    return dict(sorted(met.items()))


def _nominal(_one: Value, _other: Value, _totals: _Totals) -> float:
    return 1.0


def _ordinal(one: Value, other: Value, totals: _Totals) -> float:
    """How many values were given from the one to the other, the two ends half."""
    low, high = sorted((one, other))
    between = math.fsum(many for value, many in totals.items() if low <= value <= high)
    return (between - (totals[low] + totals[high]) / 2) ** 2


def _interval(one: Value, other: Value, _totals: _Totals) -> float:
    return float(one - other) ** 2


def _ratio(one: Value, other: Value, _totals: _Totals) -> float:
    return (float(one - other) / float(one + other)) ** 2 if one + other else 0.0


_DISTANCES: dict[Metric, Callable[[Value, Value, _Totals], float]] = {
    "nominal": _nominal,
    "ordinal": _ordinal,
    "interval": _interval,
    "ratio": _ratio,
}
