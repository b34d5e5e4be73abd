"""Where on a line does a number lie, and which numbers are printed below it?

Counts and money differ by factors, so their axis is logarithmic: as far from 100 to 1,000
as from 1,000 to 10,000. Percentages, and values that may be zero or negative, lie on a
linear one. Positions are fractions of the width, from 0 to 1; who draws decides on cells.

Pure. Callers: `plot.py`, `forest.py`.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from typing import Literal

LEFT_MARGIN, RIGHT_MARGIN = Decimal("0.06"), Decimal("0.14")  # room for arrows; most bounds are floors
LONE_FACTOR = Decimal(3)  # a single value gets an axis from a third of it to three times it
MAGNITUDES = ((Decimal(10) ** 12, "T"), (Decimal(10) ** 9, "B"), (Decimal(10) ** 6, "M"))

Ticks = tuple[tuple[float, str], ...]


@dataclass(frozen=True, slots=True)
class Axis:
    """A scale between two values, the lower one first."""

    scale: Literal["log", "linear"]
    low: Decimal
    high: Decimal
    suffix: str = ""

    def position(self, value: Decimal) -> float:
        """Where the value lies: 0 at `low`, 1 at `high`, held at the ends."""
        if value <= self.low:
            return 0.0
        if value >= self.high:
            return 1.0
        if self.scale == "linear":
            return float((value - self.low) / (self.high - self.low))
        low = _log10(self.low)
        return (_log10(value) - low) / (_log10(self.high) - low)

    def ticks(self, width: int) -> Ticks:
        """The most round values whose labels have room in `width` cells, with their positions.

        Where a logarithmic axis is too short for powers of ten, steps of equal size do.
        """
        best = self._densest(_log_ticks(self.low, self.high), width) if self.scale == "log" else ()
        return (
            best
            if len(best) > 2
            else max(best, self._densest(_linear_ticks(self.low, self.high), width), key=len)
        )

    def _densest(self, candidates: Iterable[list[Decimal]], width: int) -> Ticks:
        """Of several choices of values, the one with the most labels that have room."""
        best: Ticks = ()
        for values in candidates:
            ticks = tuple((self.position(value), tick_label(value) + self.suffix) for value in values)
            if len(ticks) > len(best) and _have_room(ticks, width):
                best = ticks
        return best


@lru_cache(maxsize=65_536)
def _log10(value: Decimal) -> float:
    """The logarithm of any number above zero, kept: a report draws the same ticks on hundreds of axes."""
    return value.adjusted() + math.log10(value.scaleb(-value.adjusted()))


def _times(value: Decimal, exponent: float) -> Decimal:
    """The value times so many powers of ten."""
    whole = math.floor(exponent)
    return value.scaleb(whole) * Decimal(10 ** (exponent - whole))


def axis_for(values: Sequence[Decimal], *, linear: bool, suffix: str = "") -> Axis:
    """The axis on which all the values can be seen; linear too where one is zero or negative."""
    low, high = min(values, default=Decimal(1)), max(values, default=Decimal(1))
    if linear or low <= 0:
        low, high = (low, high) if low < high else (low - 1, high + 1)
        width = high - low
        return Axis("linear", low - width * LEFT_MARGIN, high + width * RIGHT_MARGIN, suffix)
    if low == high:
        low, high = low / LONE_FACTOR, high * LONE_FACTOR
    powers = _log10(high) - _log10(low)
    left, right = _times(low, -powers * float(LEFT_MARGIN)), _times(high, powers * float(RIGHT_MARGIN))
    return Axis("log", left, right, suffix)


def tick_label(value: Decimal) -> str:
    """A round value in few characters: 0.5, 1,500, 2M."""
    for size, letter in MAGNITUDES:
        if abs(value) >= size:
            return f"{(value / size).normalize():,f}{letter}"
    return f"{value.normalize():,f}"


def _log_ticks(low: Decimal, high: Decimal) -> Iterator[list[Decimal]]:
    """Round values: 1-2-5, then 1-3, then powers of ten, then every second power, and so on."""
    first, last = math.floor(_log10(low)), math.ceil(_log10(high))
    for step, multiples in ((1, (1, 2, 5)), (1, (1, 3)), (1, (1,)), (2, (1,)), (5, (1,)), (20, (1,))):
        values = (
            multiple * Decimal(10) ** power
            for power in range(first - first % step, last + 1, step)
            for multiple in multiples
        )
        yield [value for value in values if low <= value <= high]


def _linear_ticks(low: Decimal, high: Decimal) -> Iterator[list[Decimal]]:
    """Multiples of 1, 2 or 5 times a power of ten, twelve at most."""
    power = Decimal(10) ** math.floor((high - low).log10())
    for multiple in ("0.1", "0.2", "0.5", "1", "2", "5"):
        step = power * Decimal(multiple)
        first, last = math.ceil(low / step), math.floor(high / step)
        if last - first < 12:
            yield [step * number for number in range(first, last + 1)]


def _have_room(ticks: Sequence[tuple[float, str]], width: int) -> bool:
    """Whether two blanks lie between any two labels, each centred on its tick."""
    ends = [(place * width - len(label) / 2, place * width + len(label) / 2) for place, label in ticks]
    return all(left[1] + 2 <= right[0] for left, right in pairwise(ends))
