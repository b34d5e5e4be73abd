"""Does every constant of the model matter, and does a case of ours or of the labelled sets pin it?

    python -m bench.agreement.mutations --data DIR      (or FACTCHECK_DATA; without it, our own cases only)

Each constant is moved down and up by a small step; printed is how many answers of each kind
change: of our own cases (`pins.py`), of the labelled relations, provenance scenarios and real
cases. Exit 1 if a step changes none of our own, or a case of ours is not answered as expected.
"""

import argparse
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from bench.agreement.pins import PINS
from factcheck.agreement.constants import CONSTANTS, DEFAULTS, Constants

STEPS: Mapping[str, tuple[str, ...]] = {
    "round_at_most": ("0.04", "0.06"),
    "about_at_least": ("0.09", "0.11"),
    "about_at_most": ("0.14", "0.16"),
    "nearly_from": ("0.88", "0.92"),
    "ramp": ("1.04", "1.06"),
    "ramp_loose": ("1.08", "1.12"),
    "ramp_vague": ("1.4", "1.6"),
    "least_count": ("0.4", "0.6"),
    "corroborates_from": ("0.4", "0.6"),
    "conflicts_below": ("0.4", "0.6"),
    "reliability_a": ("0.95",),  # it can be no more than 1
    "reliability_b": ("0.75", "0.85"),
    "reliability_c": ("0.55", "0.65"),
    "reliability_d": ("0.35", "0.45"),
    "reliability_e": ("0.15", "0.25"),
    "reliability_f": ("0.55", "0.65"),
    "neutral": ("0.55", "0.65"),
    "party": ("0.45", "0.55"),
    "prior_weight": ("1.9", "2.1"),
    "base_rate": ("0.45", "0.55"),
    "stance_score": ("0.45", "0.55"),
    "headline_within": ("1.9", "2.1"),
    "estimates_needed": ("2", "4"),
    "kernel_width": ("0.25", "0.35"),
    "track_record": ("0.1",),  # it can be no less than 0
    "track_prior": ("1.5", "2.5"),
}

Answers = dict[str, object]
Kind = Callable[[Constants], Answers]


def own(constants: Constants) -> Answers:
    """What our own cases are answered with."""
    return {pin.example: pin.answer(constants) for pin in PINS}


def steps() -> Iterator[tuple[str, str, Constants]]:
    """Every constant with each value that it is moved to, and the constants with that one moved."""
    for one in CONSTANTS:
        for value in STEPS[one.name]:
            yield one.name, value, replace(DEFAULTS, **{one.name: Decimal(value)})


def changing(kind: Kind, moved: Constants) -> list[str]:
    """The cases of a kind that are answered otherwise under other constants."""
    usual, otherwise = kind(DEFAULTS), kind(moved)
    return [name for name in usual if usual[name] != otherwise[name]]


def main() -> int:
    options = argparse.ArgumentParser(
        prog="python -m bench.agreement.mutations", description=__doc__.partition("\n")[0]
    )
    options.add_argument("--data", type=Path, default=os.environ.get("FACTCHECK_DATA"))
    given = options.parse_args()
    kinds: dict[str, Kind] = {"our own": own}
    if given.data is not None:
        from bench.agreement.grade import labelled

        kinds |= labelled(Path(given.data))
    return run(kinds)


def run(kinds: Mapping[str, Kind]) -> int:
    """Print how many cases of each kind each step changes; 1 if one changes none of our own."""
    wrong = [pin.example for pin in PINS if pin.answer(DEFAULTS) != pin.expected]
    for example in wrong:
        print(f"not answered as expected: {example}")
    print("constant", "value", *kinds, sep="\t")
    unpinned = 0
    for name, value, moved in steps():
        counts = {kind: len(changing(answers, moved)) for kind, answers in kinds.items()}
        print(name, value, *counts.values(), sep="\t")
        unpinned += not counts["our own"]
    print(f"{unpinned} steps change none of our own cases")
    return int(bool(unpinned or wrong))


if __name__ == "__main__":
    sys.exit(main())
