"""How often is the best-agreeing figure wrong, where editors contradict each other?

    python -m bench.agreement.population --data DIR      (or FACTCHECK_DATA)

DIR holds `agreement/population/claims.jsonl` and `truth.jsonl`. A figure is wrong if it is off
by more than one percent. Of a tie every figure counts in part, as if one were drawn; the
majority vote beside it is taken in the same way. Without a history nothing is learnt from
other items; with one, each editor's figures weigh by the track record that the same editor
has on all other items, from agreement alone, and then with half of the truths decided,
measured on the other half. Exit 1 if either misses what is to be reached.
"""

import argparse
import json
import os
import random
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from factcheck.agreement.constants import DEFAULTS
from factcheck.agreement.pool import NO_RECORDS, pool
from factcheck.agreement.provenance import name_key
from factcheck.agreement.track_records import Matter, TrackRecords, track_records
from factcheck.model import Citation, Judged, Quantity, Relation, Standing

OFF_BY = 0.01
REACH, REACH_WITH_HISTORY = 0.21, 0.15  # to two digits
ASKED = replace(DEFAULTS, track_record=Decimal(1))
MEASURE = "population"
SPLITS = 6

Figures = Mapping[str, Mapping[str, int]]
Truths = Mapping[str, int]


def main() -> int:
    options = argparse.ArgumentParser(
        prog="python -m bench.agreement.population", description=__doc__.partition("\n")[0]
    )
    options.add_argument("--data", type=Path, default=os.environ.get("FACTCHECK_DATA"))
    given = options.parse_args()
    if given.data is None:
        options.error("where is the set? give --data DIR or set FACTCHECK_DATA")
    folder = Path(given.data) / "agreement" / "population"
    figures: dict[str, dict[str, int]] = defaultdict(dict)
    for row in lines(folder / "claims.jsonl"):
        figures[row["item"]][row["source"]] = row["value"]
    return run(figures, {row["item"]: row["truth"] for row in lines(folder / "truth.jsonl")})


def lines(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def run(figures: Figures, truths: Truths) -> int:
    """Print the errors; 1 if one of the two that are to be reached is missed."""
    voted = error(truths, {item: most_frequent(list(figures[item].values())) for item in truths})
    chosen = {item: best_agreeing(figures[item]) for item in truths}
    plain = error(truths, chosen)
    print(f"{len(truths)} items: a vote is wrong in {voted:.3f}")
    print(f"the best-agreeing figure in {plain:.3f} ({ties(chosen)} ties)")
    start = time.process_time()
    records = records_of(figures)
    chosen = {item: with_records(item, figures[item], records) for item in truths}
    learnt = error(truths, chosen)
    print(f"with track records in {learnt:.3f} ({ties(chosen)} ties), {time.process_time() - start:.1f} s")
    print(f"and with half of the truths decided, on the other half, in {half_decided(figures, truths):.3f}")
    return int(round(plain, 2) > REACH or round(learnt, 2) > REACH_WITH_HISTORY)


def half_decided(figures: Figures, truths: Truths) -> float:
    """The mean error on one half where the other is decided, over several splits, both ways round."""
    errors = []
    for seed in range(SPLITS):
        items = sorted(truths)
        random.Random(seed).shuffle(items)
        for decided, open_items in ((items[::2], items[1::2]), (items[1::2], items[::2])):
            records = records_of(figures, {item: truths[item] for item in decided})
            chosen = {item: with_records(item, figures[item], records) for item in open_items}
            errors.append(error(truths, chosen))
    return sum(errors) / len(errors)


def records_of(figures: Figures, decided: Truths = {}) -> TrackRecords:  # noqa: B006 - read only
    matters = [
        Matter(
            item,
            MEASURE,
            tuple((source, Decimal(value)) for source, value in told.items()),
            Decimal(decided[item]) if item in decided else None,
        )
        for item, told in figures.items()
    ]
    return track_records(matters, constants=ASKED)


def with_records(item: str, told: Mapping[str, int], records: TrackRecords) -> list[int]:
    """The best-agreeing figures, each source weighing by its record on all other items."""
    weights = {
        name_key(source): records.weight((name_key(source), MEASURE), leaving_out=item) for source in told
    }
    return best_agreeing(told, weights)


def best_agreeing(told: Mapping[str, int], records: Mapping[str, float] = NO_RECORDS) -> list[int]:
    """The figures that `pool` names best; a single one is itself."""
    pooled = pool([counted(source, value) for source, value in told.items()], None, ASKED, records)
    return [int(figure) for figure in pooled.best] or list(told.values())


def counted(name: str, value: int) -> Judged:
    """A citation of its own origin with this figure."""
    number = Decimal(value)
    cited = Citation(name, name, "", Quantity(number, number, number, grain=Decimal(1)))
    return Judged(cited, Relation("compatible", ""), Standing("independent", name, True, 1.0, ""))


def most_frequent(values: Sequence[int]) -> list[int]:
    """All the values that occur most often."""
    counts = Counter(values)
    return [value for value, count in counts.items() if count == max(counts.values())]


def ties(chosen: Mapping[str, Collection[int]]) -> int:
    return sum(len(values) > 1 for values in chosen.values())


def error(truths: Truths, chosen: Mapping[str, Collection[int]]) -> float:
    """The share of items whose figure is off, a tie counted in part."""
    wrong = [
        sum(abs(value - truths[item]) > OFF_BY * truths[item] for value in values) / len(values)
        for item, values in chosen.items()
    ]
    return sum(wrong) / len(wrong)


if __name__ == "__main__":
    sys.exit(main())
