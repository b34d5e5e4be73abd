"""Which of the candidates is most likely what was asked, and is it there at all?

Two sums (`data/match_weights.tsv`) answer. The first, `rank`, weighs the measures and orders
the candidates; it was fitted to put the right one first. The second, `accept`, goes by how far
that sum stands out of the crowd, and gives the chance that a candidate says the same; it was
fitted on questions whose claim was there and on the same questions after it was taken out.
With sentence vectors both have weights of their own.

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

_CROWD = 10  # candidates behind one, out of which it stands if it says the same
_AGAIN = 0.5  # one so close behind tells the same again, and is no crowd
_USUAL = 11.0  # what one of a crowd comes to among ten thousand claims: supposed where a ledger has few


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
    accept = weights("accept with meaning" if meaning else "accept")
    found = zip(order, leads_of([values[place] for place in order]), strict=True)
    return tuple(Ranked(place, _chance(accept, lead)) for place, lead in found)


def rank(measured: Measured, *, meaning: bool = False) -> float:
    """The value by which a candidate is ordered."""
    return _sum(weights("rank with meaning" if meaning else "rank"), measured)


def leads_of(values: Sequence[float]) -> list[float]:
    """How far each of these falling values is above the middle of the ten that follow it."""
    return [value - _crowd(value, values[place + 1 :]) for place, value in enumerate(values)]


def _crowd(value: float, behind: Sequence[float]) -> float:
    """What those behind come to; one that is missing, or comes to less, is taken for a usual one."""
    others = [other for other in behind if other <= value - _AGAIN][:_CROWD]
    return _USUAL + sum(max(0.0, other - _USUAL) for other in others) / _CROWD


@cache
def weights(use: Use) -> Mapping[str, float]:
    """The fitted weights of one use, by the names of the measures that it has."""
    return {row["measure"]: float(row[use]) for row in rows("match_weights") if row[use]}


def _sum(weighed: Mapping[str, float], measured: Measured) -> float:
    return sum(weight * measured[name] for name, weight in weighed.items())


def _chance(accept: Mapping[str, float], lead: float) -> float:
    return 1 / (1 + math.exp(-_sum(accept, {"constant": 1.0, "lead": lead})))
