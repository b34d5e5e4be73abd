"""Which of the candidates is most likely what was asked, and is it there at all?

Two sums of weighed measures (`data/match_weights.tsv`) answer. The first, `rank`, orders
the candidates; it was fitted to put the right one first. The second, `accept`, adds how far
a candidate leads the others, and gives the chance that it says the same; it was fitted on
questions whose claim was there and on the same questions after it was taken out. With
sentence vectors both have weights of their own.

Pure: measures in, an order and chances out. Callers: `desk.matching`, and the bench.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Literal, NamedTuple

from factcheck.agreement.wordlists import rows

Use = Literal["rank", "accept", "rank with meaning", "accept with meaning"]
Measured = Mapping[str, float]


class Ranked(NamedTuple):
    """A candidate by its place among those given, and the chance that it says what was asked."""

    place: int
    chance: float


def ranked(candidates: Sequence[Measured], *, meaning: bool = False) -> tuple[Ranked, ...]:
    """The candidates with their chances, the likeliest first; of equals, the earlier one first.

    `meaning` says that their measures include the nearness of their sentence vectors.
    """
    values = [rank(measured, meaning=meaning) for measured in candidates]
    order = sorted(range(len(values)), key=lambda place: -values[place])
    leads = leads_of([values[place] for place in order])
    accept = weights("accept with meaning" if meaning else "accept")
    return tuple(
        Ranked(place, _chance(accept, {**candidates[place], "rank": values[place], "lead": lead}))
        for place, lead in zip(order, leads, strict=True)
    )


def rank(measured: Measured, *, meaning: bool = False) -> float:
    """The value by which a candidate is ordered."""
    return _sum(weights("rank with meaning" if meaning else "rank"), measured)


def leads_of(values: Sequence[float]) -> list[float]:
    """How far each of these falling values is above the best of the others; 0 for all but the first."""
    if not values:
        return []
    return [values[0] - values[1] if len(values) > 1 else 0.0, *[0.0] * (len(values) - 1)]


@cache
def weights(use: Use) -> Mapping[str, float]:
    """The fitted weights of one use, by the names of the measures that it has."""
    return {row["measure"]: float(row[use]) for row in rows("match_weights") if row[use]}


def _sum(weighed: Mapping[str, float], measured: Measured) -> float:
    return sum(weight * measured[name] for name, weight in weighed.items())


def _chance(weighed: Mapping[str, float], measured: Measured) -> float:
    return 1 / (1 + math.exp(-_sum(weighed, measured)))
