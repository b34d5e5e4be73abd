"""How often is the best-agreeing figure wrong, where editors contradict each other?

    python -m bench.agreement.population --data DIR      (or FACTCHECK_DATA)

DIR holds `agreement/population/claims.jsonl` and `truth.jsonl`. A figure is wrong if it is off
by more than one percent. Of a tie every figure counts in part, as if one were drawn; the
majority vote beside it is taken in the same way. Nothing is learnt from other items.
"""

import argparse
import json
import os
from collections import Counter, defaultdict
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

from factcheck.agreement.pool import pool
from factcheck.model import Citation, Judged, Quantity, Relation, Standing

OFF_BY = 0.01


def main() -> None:
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
    items = [(row["truth"], list(figures[row["item"]].values())) for row in lines(folder / "truth.jsonl")]
    chosen = [(truth, best_agreeing(values)) for truth, values in items]
    voted = [(truth, most_frequent(values)) for truth, values in items]
    ties = sum(len(values) > 1 for _, values in chosen)
    print(f"{len(items)} items: the best-agreeing figure is wrong in {error(chosen):.3f} ({ties} ties)")
    print(f"a vote in {error(voted):.3f}")


def lines(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def best_agreeing(values: Sequence[int]) -> list[int]:
    """The figures that `pool` names best; a single one is itself."""
    pooled = pool([counted(str(place), value) for place, value in enumerate(values)])
    return [int(figure) for figure in pooled.best] or list(values)


def counted(name: str, value: int) -> Judged:
    """A citation of its own origin with this figure."""
    number = Decimal(value)
    cited = Citation(name, name, "", Quantity(number, number, number, grain=Decimal(1)))
    return Judged(cited, Relation("compatible", ""), Standing("independent", name, True, 1.0, ""))


def most_frequent(values: Sequence[int]) -> list[int]:
    """All the values that occur most often."""
    counts = Counter(values)
    return [value for value, count in counts.items() if count == max(counts.values())]


def error(chosen: Sequence[tuple[int, list[int]]]) -> float:
    """The share of items whose figure is off, a tie counted in part."""
    wrong = [
        sum(abs(value - truth) > OFF_BY * truth for value in values) / len(values) for truth, values in chosen
    ]
    return sum(wrong) / len(wrong)


if __name__ == "__main__":
    main()
