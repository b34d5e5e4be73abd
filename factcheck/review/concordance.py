"""Do the reviewers of this ledger judge alike, who differs from whom, and over which claims?

Measured on independent readings: what each of several people said of a claim without
knowing the others (`blind.blind_readings`). Three figures stand beside each other: the raw
agreement, Krippendorff's alpha (nominal, and ordinal over the steps that have an order) with
the interval of a bootstrap over claims, and Gwet's AC1. Verdicts beside the scale count for
the nominal figures, and are missing for the ordinal one.

The interval is the middle 95% of what the same figure comes to on as many claims drawn with
replacement, as A. Zapf and others recommend (BMC Medical Research Methodology 16:93, 2016).
Draws of one verdict alone have no alpha, and are left out. Where nobody ever disagreed, no
draw does: an interval from 1 to 1 says that the claims are few, not that they will agree.

Pure: readings, scale and seed in, figures out. Caller: `desk`.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from factcheck.model import Decision, Scale
from factcheck.review.alpha import Metric, Unit, Value, alpha
from factcheck.review.chance import ac1, raw_agreement
from factcheck.review.people import person_key

REPEATS = 1000
MIDDLE = 0.95


@dataclass(frozen=True, slots=True)
class Reading:
    """What one person said of one claim."""

    claim: str
    person: str
    label: str


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure with the interval that it lies in; None where there is none."""

    value: float | None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Figures:
    """How far some people agree over `claims` claims that two of them or more have read."""

    claims: int
    raw: float | None
    alpha: Estimate
    ordinal: Estimate
    ac1: float | None


@dataclass(frozen=True, slots=True)
class Pair:
    """Two reviewers, and how far they agree."""

    one: str
    other: str
    figures: Figures


@dataclass(frozen=True, slots=True)
class Divided:
    """A claim that reviewers read differently: who said what, and over how many steps of the scale."""

    claim: str
    said: tuple[tuple[str, str], ...]
    steps: int


@dataclass(frozen=True, slots=True)
class Concordance:
    """Agreement over the ledger, of every pair, and the claims that divide them, the furthest apart first."""

    overall: Figures
    pairs: tuple[Pair, ...]
    divided: tuple[Divided, ...]


def readings_of(decisions: Iterable[Decision]) -> tuple[Reading, ...]:
    """The readings that these verdict decisions are."""
    return tuple(Reading(one.claim, one.by, one.verdict) for one in decisions if one.verdict is not None)


def concordance_of(
    readings: Iterable[Reading], scale: Scale, *, seed: int, repeats: int = REPEATS
) -> Concordance:
    """How far reviewers agree. Of several readings of a claim by one person the last one given counts."""
    sheet, names = _sheet(readings)
    rows = list(sheet.values())
    pairs = tuple(
        Pair(
            names[one], names[other], _figures([_only(row, one, other) for row in rows], scale, seed, repeats)
        )
        for one, other in combinations(sorted(names), 2)
        if any(one in row and other in row for row in rows)
    )
    return Concordance(_figures(rows, scale, seed, repeats), pairs, _divided(sheet, names, scale))


def _sheet(readings: Iterable[Reading]) -> tuple[dict[str, dict[str, str]], dict[str, str]]:
    """Label by claim and person, both in order, and the spelling of every person."""
    sheet: dict[str, dict[str, str]] = {}
    names: dict[str, str] = {}
    for reading in readings:
        person = person_key(reading.person)
        names[person] = min(reading.person.strip(), names.get(person, reading.person.strip()))
        sheet.setdefault(reading.claim, {})[person] = reading.label
    return {claim: dict(sorted(sheet[claim].items())) for claim in sorted(sheet)}, names


def _only(row: dict[str, str], *people: str) -> dict[str, str]:
    return {person: label for person, label in row.items() if person in people}


def _figures(rows: Sequence[dict[str, str]], scale: Scale, seed: int, repeats: int) -> Figures:
    labels = sorted({step.label for step in scale} | {label for row in rows for label in row.values()})
    codes: dict[str, Value] = {label: code for code, label in enumerate(labels)}
    orders: dict[str, Value] = {step.label: step.order for step in scale if step.order is not None}
    units = _units(rows, codes)
    counted = Counter(units)
    return Figures(
        claims=sum(len(unit) > 1 for unit in units),
        raw=raw_agreement(counted),
        alpha=_estimate(units, "nominal", seed, repeats),
        ordinal=_estimate(_units(rows, orders), "ordinal", seed, repeats),
        ac1=ac1(counted, len(labels)),
    )


def _units(rows: Iterable[dict[str, str]], codes: dict[str, Value]) -> list[Unit]:
    """The values of each claim's readings, in order; labels without a value are missing."""
    return [tuple(sorted(codes[label] for label in row.values() if label in codes)) for row in rows]


def _estimate(units: Sequence[Unit], metric: Metric, seed: int, repeats: int) -> Estimate:
    """Alpha, and the middle of what it comes to on claims drawn with replacement."""
    pairable = [unit for unit in units if len(unit) > 1]
    value = alpha(Counter(pairable), metric)
    if value is None:
        return Estimate(None)
    draw = random.Random(seed)
    drawn = (Counter(draw.choices(pairable, k=len(pairable))) for _ in range(repeats))
    found = sorted(figure for one in drawn if (figure := alpha(one, metric)) is not None)
    if not found:
        return Estimate(value)
    tail = round((1 - MIDDLE) / 2 * (len(found) - 1))
    return Estimate(value, found[tail], found[-1 - tail])


def _divided(sheet: dict[str, dict[str, str]], names: dict[str, str], scale: Scale) -> tuple[Divided, ...]:
    """The claims that were read differently, the furthest apart first."""
    differing = (claim for claim, row in sheet.items() if len(set(row.values())) > 1)
    found = (
        Divided(
            claim,
            tuple((names[person], label) for person, label in sheet[claim].items()),
            _steps_apart(sheet[claim].values(), scale),
        )
        for claim in differing
    )
    return tuple(sorted(found, key=lambda one: (-one.steps, one.claim)))


def _steps_apart(labels: Iterable[str], scale: Scale) -> int:
    """How many steps lie between the furthest two; from beside the scale to a step upon it is all of them."""
    ranks = {step.label: rank for rank, step in enumerate(scale) if step.order is not None}
    found = [ranks.get(label) for label in labels]
    if None in found:
        return len(ranks)
    upon = [rank for rank in found if rank is not None]
    return max(upon) - min(upon)
