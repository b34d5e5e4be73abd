"""Does a name lead to the source that it means, how fast, and is a wrong one ever taken?

    python -m bench.names --data DIR [--parties] [--missed]     (or FACTCHECK_DATA)
    python -m bench.names --speed [10000]

Exit 1 where a wrong source is taken without asking, or a figure of LEAST is missed.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter
from pathlib import Path

from bench.names import grade, sets, speed
from bench.names.grade import Grades

LEAST = {"cold": 0.65, "with known aliases": 0.75}


def main() -> int:
    options = argparse.ArgumentParser(prog="python -m bench.names", description=__doc__.partition("\n")[0])
    options.add_argument("--data", type=Path, default=os.environ.get("FACTCHECK_DATA"))
    options.add_argument("--parties", action="store_true", help="political parties, too; many share a name")
    options.add_argument("--missed", action="store_true", help="list the names that were missed")
    options.add_argument("--speed", type=int, nargs="?", const=10_000, help="only measure speed")
    given = options.parse_args()
    if given.speed:
        speed.run(given.speed)
        return 0
    if given.data is None:
        options.error("where are the labelled sets? give --data DIR or set FACTCHECK_DATA")
    names = sets.bodies(Path(given.data), parties=given.parties)
    wanted = sets.asked(Path(given.data), parties=given.parties)
    groups = Counter(one.group for one in wanted)
    missed = False
    for told, measure in (
        ("cold", grade.cold),
        ("with known aliases", grade.warm),
        ("unknown", grade.unknown),
    ):
        grades = measure(names, wanted)
        report(told, grades, groups, given.missed)
        missed |= bool(grades.wrong) or (
            not given.parties and grades.first < LEAST.get(told, 0) * grades.asked
        )
    return int(missed)


def report(told: str, grades: Grades, groups: Counter[str], list_missed: bool) -> None:
    """Print the figures of one way of asking."""
    asked = grades.asked
    print(
        f"{told}: {asked} names, P@1 {grades.first / asked:.3f}, R@5 {grades.among_five / asked:.3f}, "
        f"taken {grades.taken}, of these wrong {len(grades.wrong)} "
        f"(and {grades.homonyms} by a name that two bodies have), said unasked {grades.said / asked:.3f}"
    )
    for name, body, taken in grades.wrong:
        print(f"  WRONG: {name!r} of {body!r} was taken for {taken!r}")
    if told == "unknown":
        return
    for group, count in sorted(groups.items()):
        print(f"  {group}: {grades.by_group[group] / count:.2f} of {count}")
    for one in grades.missed if list_missed else ():
        print(f"  missed: {one.name!r} of {one.body!r}")


if __name__ == "__main__":
    sys.exit(main())
