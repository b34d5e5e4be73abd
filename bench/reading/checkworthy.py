"""Does the order of the claims follow what a person finds worth checking, and which weights make it so?

Compares `worth` with the labels 0 to 3 of the news set, by Spearman's and Kendall's (tau-b)
rank correlation, over all claims and document by document. The weights of
`data/checkworthy.tsv` come from a ridge regression of the labels on the signs: `--fit`
prints them. The figures that count are those of the cross-validation: each document is
scored with weights that were fitted on the others.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import sqrt
from pathlib import Path

from bench.reading.sets import labelled_sets, rows_of, scorer, text_of
from factcheck.language.checkworthy import SIGNS, signs, worth
from factcheck.language.claims import extract
from factcheck.reading.files import make_document

HIGHEST = 3
RIDGE = 10.0


@dataclass(frozen=True)
class Labelled:
    """One claim with its label, the signs that it shows, and the score that it gets."""

    document: str
    label: int
    signs: frozenset[str]
    score: float


def labelled_claims(data: Path) -> Iterator[Labelled]:
    """The claims of the news set that we find, too."""
    news = next(found for found in labelled_sets(data) if found.name == "news")
    match = scorer(news, "extraction").match_mentions
    for row in rows_of(news):
        document = make_document(text_of(row))
        claims = extract(document).claims
        places = [{"start": claim.span.start, "end": claim.span.end} for claim in claims]
        pairs, _ = match(row["claims"], places)
        for at, gold in enumerate(row["claims"]):
            if at in pairs:
                claim = claims[pairs[at]]
                shown = frozenset(signs(claim, document))
                yield Labelled(row["id"], gold["checkworthy"], shown, worth(claim, document).score)


# -- rank correlation ------------------------------------------------------------------------------------


def spearman(one: Sequence[float], other: Sequence[float]) -> float | None:
    """Spearman's rank correlation, ties by their mean rank; None where one side has no order."""
    return _correlation(_ranks(one), _ranks(other))


def _ranks(values: Sequence[float]) -> list[float]:
    order = sorted(range(len(values)), key=values.__getitem__)
    ranks = [0.0] * len(values)
    start = 0
    for _, tied in groupby(order, key=values.__getitem__):
        places = list(tied)
        for place in places:
            ranks[place] = start + (len(places) - 1) / 2
        start += len(places)
    return ranks


def _correlation(one: Sequence[float], other: Sequence[float]) -> float | None:
    mean, mean_other = sum(one) / len(one), sum(other) / len(other)
    both = sum((a - mean) * (b - mean_other) for a, b in zip(one, other, strict=True))
    spread = sum((a - mean) ** 2 for a in one) * sum((b - mean_other) ** 2 for b in other)
    return both / sqrt(spread) if spread else None


def kendall(one: Sequence[float], other: Sequence[float]) -> float | None:
    """Kendall's tau-b; None where one side has no order."""
    agreeing = pairs = pairs_other = 0
    for at in range(len(one)):
        for before in range(at):
            first, second = _sign(one[at] - one[before]), _sign(other[at] - other[before])
            agreeing += first * second
            pairs += first * first
            pairs_other += second * second
    return agreeing / sqrt(pairs * pairs_other) if pairs and pairs_other else None


def _sign(difference: float) -> int:
    return (difference > 0) - (difference < 0)


# -- the fit ---------------------------------------------------------------------------------------------


def fit(claims: Sequence[Labelled]) -> dict[str, float]:
    """The weights, on the scale from 0 to 1, that a ridge regression gives; "any" is the intercept."""
    names = list(SIGNS)
    means = [sum(name in claim.signs for claim in claims) / len(claims) for name in names]
    mean = sum(claim.label for claim in claims) / len(claims)
    rows = [[(name in claim.signs) - m for name, m in zip(names, means, strict=True)] for claim in claims]
    targets = [claim.label - mean for claim in claims]
    size = range(len(names))
    matrix = [[sum(row[i] * row[j] for row in rows) + RIDGE * (i == j) for j in size] for i in size]
    weights = _solved(matrix, [sum(row[i] * t for row, t in zip(rows, targets, strict=True)) for i in size])
    base = mean - sum(w * m for w, m in zip(weights, means, strict=True))
    found = {"any": base, **dict(zip(names, weights, strict=True))}
    return {name: weight / HIGHEST for name, weight in found.items()}


def _solved(matrix: list[list[float]], right: list[float]) -> list[float]:
    """The solution of a symmetric positive definite system, by elimination."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    for at, pivot in enumerate(rows):
        for row in rows[at + 1 :]:
            factor = row[at] / pivot[at]
            for column in range(at, len(row)):
                row[column] -= factor * pivot[column]
    found = [0.0] * len(rows)
    for at in reversed(range(len(rows))):
        known = sum(rows[at][column] * found[column] for column in range(at + 1, len(rows)))
        found[at] = (rows[at][-1] - known) / rows[at][at]
    return found


def scored(claim: Labelled, weights: dict[str, float]) -> float:
    return weights["any"] + sum(weights[sign] for sign in claim.signs)


def cross_validated(claims: Sequence[Labelled]) -> list[float]:
    """For each claim its score by weights that were fitted without its document."""
    by_document = {
        document: fit([claim for claim in claims if claim.document != document])
        for document in {claim.document for claim in claims}
    }
    return [scored(claim, by_document[claim.document]) for claim in claims]


# -- the report ------------------------------------------------------------------------------------------


def correlations(
    claims: Sequence[Labelled], scores: Sequence[float]
) -> dict[str, tuple[float | None, float | None]]:
    """Spearman and Kendall of each document, by its name, in order."""
    found = {}
    for document in sorted({claim.document for claim in claims}):
        at = [index for index, claim in enumerate(claims) if claim.document == document]
        labels, ours = [float(claims[index].label) for index in at], [scores[index] for index in at]
        found[document] = spearman(ours, labels), kendall(ours, labels)
    return found


def lines(title: str, claims: Sequence[Labelled], scores: Sequence[float], *, each: bool) -> Iterator[str]:
    labels = [float(claim.label) for claim in claims]
    by_document = correlations(claims, scores)
    known = [(rho, tau) for rho, tau in by_document.values() if rho is not None and tau is not None]
    yield _line(f"{title}, all claims ({len(claims)})", spearman(scores, labels), kendall(scores, labels))
    means = [sum(column) / len(known) for column in zip(*known, strict=True)]
    yield _line(f"{title}, mean of {len(known)} documents", *means)
    if each:
        for document, pair in by_document.items():
            count = sum(claim.document == document for claim in claims)
            yield _line(f"  {document} ({count})", *pair)


def _line(name: str, rho: float | None, tau: float | None) -> str:
    return f"{name:<52} rho {_shown(rho)}  tau-b {_shown(tau)}"


def _shown(value: float | None) -> str:
    return "   -" if value is None else f"{value:5.2f}"


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.reading.checkworthy", description=__doc__)
    data = os.environ.get("FACTCHECK_DATA")
    parser.add_argument("--data", default=data, help="the folder with the labelled sets (or FACTCHECK_DATA)")
    parser.add_argument("--fit", action="store_true", help="print the weights that fit the labels best")
    asked = parser.parse_args()
    if not asked.data:
        parser.error("which data? Give --data DIR or set FACTCHECK_DATA")
    claims = list(labelled_claims(Path(asked.data)))
    print("\n".join(lines("cross-validated", claims, cross_validated(claims), each=True)))
    print("\n".join(lines("as shipped", claims, [claim.score for claim in claims], each=False)))
    if asked.fit:
        shown = {sign: sum(sign in claim.signs for claim in claims) for sign in SIGNS}
        for sign, weight in fit(claims).items():
            print(f"{sign}\t{weight:+.2f}\tshown by {shown.get(sign, len(claims))}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
