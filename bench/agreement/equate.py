"""How often is numeric entailment right on EQUATE, and what do its few weights weigh?

    python -m bench.agreement.equate --data DIR [--errors SET] [--fit]   (or FACTCHECK_DATA)

DIR holds `agreement/equate/*.jsonl`. Beside each accuracy stand what the commonest label
and the mere overlap of numbers reach, and the milliseconds a pair takes. `--fit` fits the
weights on one half of the premises, tells what they reach on the other, and prints the
table fitted on all for `factcheck/agreement/data/entailment_weights.tsv`.
"""

import argparse
import hashlib
import json
import math
import os
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from factcheck.agreement.entailment import overlap
from factcheck.agreement.entailment.alignment import align
from factcheck.agreement.entailment.figures import state
from factcheck.agreement.entailment.judgement import entail

# accuracy in percent to reach, and milliseconds a pair may take
REACH = {"StressTest": 99, "AWPNLI": 93, "NewsNLI": 74, "RTE_Quant": 72, "RedditNLI": 73}
MOST_MILLISECONDS = 5.0
VERBAL = ("NewsNLI", "RTE_Quant", "RedditNLI")
STEPS, RATE, SHRINKAGE = 4000, 0.5, 0.002


@dataclass(frozen=True, slots=True)
class Pair:
    premise: str
    hypothesis: str
    label: str

    @property
    def in_first_half(self) -> bool:
        """By premise, so that no premise is in both halves."""
        return hashlib.sha256(self.premise.encode()).digest()[0] % 2 == 0


def main() -> int:
    options = argparse.ArgumentParser(
        prog="python -m bench.agreement.equate", description=__doc__.partition("\n")[0]
    )
    options.add_argument(
        "--data", type=Path, default=os.environ.get("FACTCHECK_DATA"), help="folder of the labelled sets"
    )
    options.add_argument("--errors", choices=sorted(REACH), help="print the pairs of one set that are wrong")
    options.add_argument("--fit", action="store_true", help="fit the weights of shared words")
    given = options.parse_args()
    if given.data is None:
        options.error("where are the labelled sets? give --data DIR or set FACTCHECK_DATA")
    folder = Path(given.data) / "agreement" / "equate"
    sets = {name: pairs(folder / f"{name}.jsonl") for name in REACH}
    if given.fit:
        return refit({name: sets[name] for name in VERBAL})
    if given.errors:
        return errors(sets[given.errors])
    return max(grade(name, sets[name]) for name in REACH)


def pairs(path: Path) -> list[Pair]:
    rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return [Pair(row["premise"], row["hypothesis"], row["label"]) for row in rows]


def grade(name: str, labelled: Sequence[Pair]) -> int:
    """Print the accuracy beside its baselines; 1 if it is too low or too slow."""
    start = time.perf_counter()
    given = [entail(pair.premise, pair.hypothesis).label for pair in labelled]
    spent = (time.perf_counter() - start) * 1000 / len(labelled)
    right = [label == pair.label for label, pair in zip(given, labelled, strict=True)]
    halves = [
        percent([ok for ok, pair in zip(right, labelled, strict=True) if pair.in_first_half is first])
        for first in (True, False)
    ]
    commonest = percent([pair.label == common(labelled) for pair in labelled])
    numbers = percent([share_numbers(pair) == (pair.label == "entailment") for pair in labelled])
    print(
        f"{name:10} {len(labelled):5} pairs: {percent(right):5.1f} (reach {REACH[name]}; halves "
        f"{halves[0]:.1f} {halves[1]:.1f}; commonest label {commonest:.1f}; shared numbers {numbers:.1f}), "
        f"{spent:.2f} ms a pair"
    )
    return int(percent(right) < REACH[name] or spent > MOST_MILLISECONDS)


def percent(right: Sequence[bool]) -> float:
    return 100 * sum(right) / len(right)


def common(labelled: Sequence[Pair]) -> str:
    return Counter(pair.label for pair in labelled).most_common(1)[0][0]


def share_numbers(pair: Pair) -> bool:
    """Whether every number of the hypothesis is printed in the premise."""
    said = {word.lower for word in state(pair.premise).words if word.is_number}
    return all(word.lower in said for word in state(pair.hypothesis).words if word.is_number)


def errors(labelled: Sequence[Pair]) -> int:
    for pair in labelled:
        answer = entail(pair.premise, pair.hypothesis)
        if answer.label != pair.label:
            print(f"{pair.label} read as {answer.label}: {pair.premise} => {pair.hypothesis}")
            print(f"    {answer.reason}")
    return 0


# -- fitting ---------------------------------------------------------------------------------------------

Example = tuple[list[float], bool]


def refit(sets: dict[str, list[Pair]]) -> int:
    """Print what weights of one half reach on the other, then the table fitted on all."""
    together = [pair for labelled in sets.values() for pair in labelled]
    for first in (True, False):
        weights = fit(examples([pair for pair in together if pair.in_first_half is first]))
        reached = {
            name: percent(
                [
                    guess(weights, pair) == (pair.label == "entailment")
                    for pair in labelled
                    if pair.in_first_half is not first
                ]
            )
            for name, labelled in sets.items()
        }
        print(
            f"# fitted on the {'first' if first else 'second'} half, on the other:",
            *(f"{name} {value:.1f}" for name, value in reached.items()),
        )
    print("measure\tweight")
    for measure, weight in zip(measure_names(), fit(examples(together)), strict=True):
        print(f"{measure}\t{weight:.2f}")
    return 0


def measure_names() -> list[str]:
    return list(overlap.measures(state("5 men"), state("5 men")))


def examples(labelled: Sequence[Pair]) -> list[Example]:
    """The pairs that words must settle, because all numbers agree."""
    return [(measured(pair), pair.label == "entailment") for pair in labelled if numbers_agree(pair)]


def measured(pair: Pair) -> list[float]:
    return list(overlap.measures(state(pair.premise), state(pair.hypothesis)).values())


def numbers_agree(pair: Pair) -> bool:
    return all(pairing.is_met for pairing in align(state(pair.premise), state(pair.hypothesis)))


def guess(weights: Sequence[float], pair: Pair) -> bool:
    return numbers_agree(pair) and score(weights, measured(pair)) > 0


def score(weights: Sequence[float], values: Sequence[float]) -> float:
    return sum(weight * value for weight, value in zip(weights, values, strict=True))


def fit(labelled: Sequence[Example]) -> list[float]:
    """Logistic regression by plain gradient descent, lightly shrunk."""
    weights = [0.0] * len(labelled[0][0])
    for _ in range(STEPS):
        slopes = [0.0] * len(weights)
        for values, is_true in labelled:
            off = 1 / (1 + math.exp(-score(weights, values))) - is_true
            slopes = [slope + off * value for slope, value in zip(slopes, values, strict=True)]
        weights = [
            weight - RATE * (slope / len(labelled) + SHRINKAGE * weight * (place > 0))
            for place, (weight, slope) in enumerate(zip(weights, slopes, strict=True))
        ]
    return weights


if __name__ == "__main__":
    sys.exit(main())
