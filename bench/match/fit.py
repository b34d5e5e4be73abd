"""Which weights put the right claim first, and tell whether it is there at all?

    python -m bench.match.fit --data DIR > factcheck/agreement/data/match_weights.tsv

Fits on the training split only. `rank` maximises the chance of the right candidate among
all of a query (a conditional logit), `accept` the chance that the first one is right, over
the queries with their claim and the same ones after it, and every claim of the same words,
was taken out. Both are shrunk a little and rounded to two digits.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from bench.match.collection import Collection, Pair
from bench.match.meanings import meanings
from bench.match.sets import Query, corpus, queries
from factcheck.agreement.matching.ranking import leads_of, weights
from factcheck.agreement.matching.terms import plain

RANK = (
    *("found", "found_of_all", "order", "part", "rarest"),
    *("spelled", "names", "numbers_shared", "numbers_differ"),
)
ACCEPT = ("constant", "lead")
MEANING = "meaning"
RANK_SHRINKAGE, ACCEPT_SHRINKAGE = 0.01, 0.001
STEPS, LEAST_STEP = 40, 1e-6
EXAMPLES = {
    "constant": "always 1",
    "found": "0.5: another candidate has terms in common that are worth twice as much",
    "found_of_all": "0.3: by BM25, the terms in common are worth 30% of all that were asked for",
    "order": "0.6: letters in common, the words of both in the order of the alphabet",
    "part": "0.8: letters in common with the part that fits best",
    "rarest": "0.9: both have a term that hardly any other claim has",
    "spelled": "0.33: one rare term has a twin that is spelled nearly like it",
    "names": "0.5: the claim has half of the capitalised words asked for",
    "numbers_shared": "1: they have a number in common",
    "numbers_differ": "1: both have numbers, and none in common",
    "meaning": "0.7: the cosine of their sentence vectors",
    "lead": "how far the sum of the measures is above the middle of the ten that follow",
}
USES = ("rank", "accept", "rank with meaning", "accept with meaning")

Array = Any
Table = dict[str, dict[str, float]]
Bent = tuple[Any, Array, Array]  # a loss, its slope and its second derivatives


@dataclass(frozen=True, slots=True)
class Asked:
    """A query with its candidates, and with those that remain after its claims were taken out."""

    query: Query
    known: tuple[Pair, ...]
    taken_out: tuple[Pair, ...]


def main() -> int:
    options = argparse.ArgumentParser(
        prog="python -m bench.match.fit", description=__doc__.partition("\n")[0]
    )
    options.add_argument("--data", type=Path, default=os.environ.get("FACTCHECK_DATA"))
    given = options.parse_args()
    if given.data is None:
        options.error("where are the labelled sets? give --data DIR or set FACTCHECK_DATA")
    collection = Collection(corpus(given.data), meanings(given.data))
    asked = ask(collection, queries(given.data, "train"))
    table = fit(asked)
    if collection.has_meaning:
        table |= {f"{use} with meaning": fitted for use, fitted in fit(asked, meaning=True).items()}
    print_table(table)
    return 0


def ask(collection: Collection, asked: Sequence[Query]) -> list[Asked]:
    twins = twins_of(collection)
    return [
        Asked(
            query,
            collection.pairs(query.text),
            collection.pairs(query.text, without=set().union(*(twins[entry] for entry in query.gold))),
        )
        for query in asked
    ]


def twins_of(collection: Collection) -> dict[int, set[int]]:
    """Each claim with those of the same words: the labelled claims hold a few hundred of them twice."""
    by_words: dict[str, set[int]] = {}
    words = {
        entry: " ".join(re.findall(r"\w+", plain(claim.text))) for entry, claim in collection.claims.items()
    }
    for entry, said in words.items():
        by_words.setdefault(said, set()).add(entry)
    return {entry: by_words[said] for entry, said in words.items()}


def kept_table(meaning: bool) -> Table:
    """The weights that the package has."""
    suffix = " with meaning" if meaning else ""
    return {use: dict(weights(f"{use}{suffix}")) for use in ("rank", "accept")}


def fit(asked: Sequence[Asked], *, meaning: bool = False) -> Table:
    """The weights of both sums, by the name of the measure."""
    more = (MEANING,) if meaning else ()
    rank = fit_rank(asked, (*RANK, *more))
    return {"rank": rank, "accept": fit_accept(asked, rank)}


def matrix(pairs: Sequence[Pair], names: Sequence[str]) -> Array:
    return np.array([[pair.measured[name] for name in names] for pair in pairs]).reshape(-1, len(names))


def fit_rank(asked: Sequence[Asked], names: Sequence[str]) -> dict[str, float]:
    """Each query is one choice among its candidates."""
    found = [
        (matrix(one.known, names), np.array([pair.entry in one.query.gold for pair in one.known]))
        for one in asked
    ]
    found = [(values, right) for values, right in found if right.any()]
    scale = np.concatenate([values for values, _ in found]).std(axis=0) + 1e-9

    def bent(weights: Array) -> Bent:
        loss = RANK_SHRINKAGE * weights @ weights
        slope, bend = 2 * RANK_SHRINKAGE * weights, 2 * RANK_SHRINKAGE * np.eye(len(names))
        for values, right in found:
            scaled = values / scale
            chances = softmax(scaled @ weights)
            chance = chances @ right + 1e-300
            loss = loss - np.log(chance) / len(found)
            slope = slope + scaled.T @ (chances - chances * right / chance) / len(found)
            middle = scaled - chances @ scaled
            bend = bend + (middle.T * chances) @ middle / len(found)
        return loss, slope, bend

    return dict(zip(names, np.round(newton(bent, len(names)) / scale, 2), strict=True))


def newton(bent: Callable[[Array], Bent], size: int) -> Array:
    """Where a loss with this slope and bend is least; a step that does not lower it is halved."""
    weights = np.zeros(size)
    loss, slope, bend = bent(weights)
    for _ in range(STEPS):
        step = np.linalg.solve(bend, slope)
        while True:
            here = bent(weights - step)
            if here[0] <= loss or np.abs(step).max() < LEAST_STEP:
                break
            step = step / 2
        weights, (loss, slope, bend) = weights - step, here
        if np.abs(step).max() < LEAST_STEP:
            break
    return weights


def softmax(values: Array) -> Array:
    raised = np.exp(values - values.max())
    return raised / raised.sum()


def fit_accept(asked: Sequence[Asked], rank: dict[str, float]) -> dict[str, float]:
    """On the first candidate of each query, with its claim there and taken out."""
    examples = [
        (first, first[0] in one.query.gold)
        for one in asked
        for pairs in (one.known, one.taken_out)
        if (first := first_of(pairs, rank)) is not None
    ]
    values = np.array([[1.0, lead] for (_, lead), _ in examples])
    right = np.array([is_right for _, is_right in examples], dtype=float)
    scale = values.std(axis=0) + (values.std(axis=0) == 0)
    scaled = values / scale
    shrunk = 2 * ACCEPT_SHRINKAGE * np.diag([float(name != "constant") for name in ACCEPT])

    def bent(weights: Array) -> Bent:
        sums = scaled @ weights
        chances = 1 / (1 + np.exp(-sums))
        loss = (np.logaddexp(0, sums) - right * sums).mean() + weights @ shrunk @ weights / 2
        slope = scaled.T @ (chances - right) / len(right) + shrunk @ weights
        bend = (scaled.T * (chances * (1 - chances))) @ scaled / len(right) + shrunk
        return loss, slope, bend

    return dict(zip(ACCEPT, np.round(newton(bent, len(ACCEPT)) / scale, 2), strict=True))


def first_of(pairs: Sequence[Pair], rank: dict[str, float]) -> tuple[int, float] | None:
    """The entry of the first candidate, and its lead."""
    if not pairs:
        return None
    values = [sum(weight * pair.measured[name] for name, weight in rank.items()) for pair in pairs]
    order = sorted(range(len(pairs)), key=lambda index: -values[index])
    return pairs[order[0]].entry, leads_of([values[index] for index in order])[0]


def print_table(table: Table) -> None:
    print(
        "# How much each measure of likeness weighs, to order candidates and to accept one"
        " (python -m bench.match.fit)."
    )
    print("\t".join(("measure", *USES, "example")))
    for name, example in EXAMPLES.items():
        cells = [f"{table[use][name]:.2f}" if name in table.get(use, {}) else "" for use in USES]
        print("\t".join((name, *cells, example)))


if __name__ == "__main__":
    sys.exit(main())
