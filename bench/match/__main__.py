"""How well are claims found again?

    python -m bench.match --data DIR [--split dev]      (or FACTCHECK_DATA; there is no default)
    python -m bench.match.fit --data DIR                fits the weights anew
    python -m bench.match.textbook --data DIR           what a plain index finds, to compare
    python -m bench.match.scale 10000 100000 1000000    how fast, and how large

DIR holds `matching/clef2020_*.jsonl`. Prints MAP@5 of the index alone and as re-ranked, how
many are accepted, and what becomes of changed and of negated questions; each by words, and
with sentence vectors where the `[semantic]` extra is installed. Of the training split, every
fold is graded by weights that were fitted on the others. Exits 1 if the contrast falls short.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from bench.match import contrast
from bench.match.collection import Collection
from bench.match.fit import Asked, Table, ask, first_of, fit, kept_table
from bench.match.meanings import meanings
from bench.match.sets import average_precision, corpus, queries, splits
from factcheck.agreement.matching.answers import SAME_FROM

FALSE_ALARMS = 0.05
FOLDS = 5
REACH = {False: {"MAP@5": 0.93, "hits": 0.82}, True: {"MAP@5": 0.96, "hits": 0.86}}
RIGHT = 0.97


def main() -> int:
    options = argparse.ArgumentParser(prog="python -m bench.match", description=__doc__.partition("\n")[0])
    options.add_argument("--data", type=Path, default=os.environ.get("FACTCHECK_DATA"))
    options.add_argument("--split", help="only this split")
    given = options.parse_args()
    if given.data is None:
        options.error("where are the labelled sets? give --data DIR or set FACTCHECK_DATA")
    data = Path(given.data)
    collection = Collection(corpus(data), meanings(data))
    ways = (False, True) if collection.has_meaning else (False,)
    for split in [given.split] if given.split else splits(data):
        asked = ask(collection, queries(data, split))
        print(
            f"{split}: {len(asked)} questions; the index alone MAP@5 {index_alone(asked):.3f}, "
            f"the claim among 100 candidates {recall(asked):.3f}"
        )
        for meaning in ways:
            grade(asked, meaning, crossed=split == "train")
    short = False
    for meaning in ways:
        print(f"contrast, {told(meaning)}:")
        short |= contrast.report(collection, queries(data, "train"), meaning)
    return int(short)


def told(meaning: bool) -> str:
    return "with meaning" if meaning else "by words"


def index_alone(asked: Sequence[Asked]) -> float:
    return contrast.mean(
        [average_precision([pair.entry for pair in one.known], one.query.gold) for one in asked]
    )


def recall(asked: Sequence[Asked]) -> float:
    return contrast.mean([any(pair.entry in one.query.gold for pair in one.known) for one in asked])


def grade(asked: Sequence[Asked], meaning: bool, *, crossed: bool) -> None:
    """Print the figures of one split; `crossed`: each fold by weights fitted on the others."""
    precision, known, right, unknown = [], [], [], []
    for part, table in _folds(asked, meaning) if crossed else [(asked, kept_table(meaning))]:
        for one in part:
            precision.append(average_precision(_order(one, table), one.query.gold))
            first, chance = _first(one, table, taken_out=False)
            known.append(chance)
            right.append(first in one.query.gold)
            unknown.append(_first(one, table, taken_out=True)[1])
    hits, least = hits_at(known, right, unknown)
    accepted = np.array(known) >= SAME_FROM
    share_right = (accepted & np.array(right)).sum() / max(1, accepted.sum())
    alarms = np.mean(np.array(unknown) >= SAME_FROM)
    reach = REACH[meaning]
    print(
        f"  {told(meaning):13} MAP@5 {contrast.mean(precision):.3f} (reach {reach['MAP@5']}); "
        f"first right {np.mean(right):.3f}; hits {hits:.3f} at 5% false alarms, from {least:.2f} on "
        f"(reach {reach['hits']}); accepted from {SAME_FROM} on: {accepted.mean():.3f} of the known, "
        f"{share_right:.3f} right (reach {RIGHT}), {alarms:.3f} of the unknown"
    )


def hits_at(known: Sequence[float], right: Sequence[bool], unknown: Sequence[float]) -> tuple[float, float]:
    """How many claims come first and are accepted, where 5% of the unknown are; and the least chance."""
    least = float(np.quantile(np.array(unknown), 1 - FALSE_ALARMS))
    return float(((np.array(known) > least) & np.array(right)).mean()), least


def _folds(asked: Sequence[Asked], meaning: bool) -> list[tuple[Sequence[Asked], Table]]:
    return [
        (
            asked[fold::FOLDS],
            fit([one for place, one in enumerate(asked) if place % FOLDS != fold], meaning=meaning),
        )
        for fold in range(FOLDS)
    ]


def _order(one: Asked, table: Table) -> list[int]:
    values = [
        sum(weight * pair.measured[name] for name, weight in table["rank"].items()) for pair in one.known
    ]
    return [one.known[place].entry for place in sorted(range(len(values)), key=lambda place: -values[place])]


def _first(one: Asked, table: Table, *, taken_out: bool) -> tuple[int, float]:
    """The first candidate and its chance; none has no chance."""
    first = first_of(one.taken_out if taken_out else one.known, table["rank"])
    if first is None:
        return 0, 0.0
    entry, lead = first
    accept = table["accept"]
    return entry, float(1 / (1 + np.exp(-(accept["constant"] + accept["lead"] * lead))))


if __name__ == "__main__":
    sys.exit(main())
