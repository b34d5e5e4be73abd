"""Which single figure do several estimates support, and how much do they disagree?

The random-effects mean of DerSimonian and Laird (1986) on the log scale. Each estimate
brings a 95% interval, from which its standard error follows; what the estimates differ by
beyond their errors is `tau`, and its share of all variation is `i2`.

Pure. Caller: `pool.py`. The numbers equal statsmodels' to 1e-9 (tests).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

WIDTH_OF_95_PERCENT = 3.92  # a 95% interval spans 2 x 1.96 standard errors


@dataclass(frozen=True, slots=True)
class Estimate:
    """A positive figure with its 95% interval."""

    figure: float
    low: float
    high: float

    @property
    def error(self) -> float:
        """The standard error of the logarithm."""
        return (math.log(self.high) - math.log(self.low)) / WIDTH_OF_95_PERCENT


@dataclass(frozen=True, slots=True)
class Combined:
    """The mean as a figure, the heterogeneity as a fraction of 1, and tau on the log scale."""

    mean: float
    i2: float
    tau: float


def combine(estimates: Sequence[Estimate]) -> Combined:
    """The random-effects mean of two or more estimates, whatever their order."""
    logs = [math.log(estimate.figure) for estimate in estimates]
    variances = [estimate.error**2 for estimate in estimates]
    fixed = [1 / variance for variance in variances]
    total = math.fsum(fixed)
    centre = _mean(logs, fixed)
    q = math.fsum(weight * (log - centre) ** 2 for weight, log in zip(fixed, logs, strict=True))
    freedom = len(estimates) - 1
    tau2 = max(0.0, (q - freedom) / (total - math.fsum(weight**2 for weight in fixed) / total))
    random = [1 / (variance + tau2) for variance in variances]
    i2 = max(0.0, (q - freedom) / q) if q > 0 else 0.0
    return Combined(math.exp(_mean(logs, random)), i2, math.sqrt(tau2))


def _mean(values: Sequence[float], weights: Sequence[float]) -> float:
    weighted = math.fsum(weight * value for weight, value in zip(weights, values, strict=True))
    return weighted / math.fsum(weights)
