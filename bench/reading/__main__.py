"""Print how well the reader does on every labelled set, and how fast it is.

Quantity sets have two lines: as the scorer takes our output, and in the set's own terms
(see `sets`).
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from bench.reading import log
from bench.reading.misses import misses
from bench.reading.readers import document, predict
from bench.reading.sets import OWN_TERMS, Figures, LabelledSet, figures, in_terms_of, labelled_sets, rows_of
from factcheck.language.claims import extract
from factcheck.language.quantities import read

LEFT_OUT = ("input_ok", "span_exact")
REPEATS = 5


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.reading", description=__doc__)
    data = os.environ.get("FACTCHECK_DATA")
    parser.add_argument("--data", default=data, help="the folder with the labelled sets (or FACTCHECK_DATA)")
    parser.add_argument("--half", choices=("even", "odd"), help="grade only every second row")
    parser.add_argument("--errors", metavar="SET", help="show what was read otherwise than labelled")
    parser.add_argument("--log", metavar="FILE", type=Path, help="append the figures to this table")
    parser.add_argument("sets", nargs="*", help="names of sets; all of them without")
    asked = parser.parse_args()
    if not asked.data:
        parser.error("which data? Give --data DIR or set FACTCHECK_DATA")
    return asked


def main() -> int:
    asked = arguments()
    data = Path(asked.data)
    wanted = [asked.errors] if asked.errors else asked.sets
    found: dict[str, Figures] = {}
    for labelled in labelled_sets(data):
        if wanted and labelled.name not in wanted:
            continue
        rows = rows_of(labelled, asked.half)
        if asked.errors:
            print("\n".join(misses(labelled, rows, in_terms_of(labelled, predict))))
            continue
        for name, graded in graded_lines(labelled, asked.half):
            print(line(name, graded))
            found[name] = graded
    if not wanted:
        found["speed"] = speed(data)
        print(line("speed on the news texts, MB/s of CPU time", found["speed"], 2))
    if asked.log:
        log.append(asked.log, found)
    return 0


def graded_lines(labelled: LabelledSet, half: str | None) -> Iterator[tuple[str, Figures]]:
    """The lines of one set: its figures as the scorer takes our output, and in its own terms."""
    yield labelled.name, figures(labelled, rows_of(labelled, half), predict)
    if labelled.scorer == "quantity":
        yield (
            labelled.name + OWN_TERMS,
            figures(labelled, rows_of(labelled, half), in_terms_of(labelled, predict)),
        )


def line(name: str, found: Figures, places: int = 1) -> str:
    shown = [f"{figure} {value:5.{places}f}" for figure, value in found.items() if figure not in LEFT_OUT]
    return f"{name:<54} " + "  ".join(shown)


def speed(data: Path) -> Figures:
    """Megabytes of news text read in a second of CPU time, one process, the best of a few runs."""
    paths = sorted((data / "news" / "texts").glob("*.txt"))
    texts = [path.read_bytes().decode("utf-8") for path in paths]
    return {"numbers": rate(read, texts), "both": rate(lambda text: extract(document(text)), texts)}


def rate(reader: Callable[[str], object], texts: list[str]) -> float:
    """Megabytes of UTF-8 read in a second of CPU time."""
    size = sum(len(text.encode()) for text in texts) / 1e6
    took = []
    for _ in range(REPEATS):
        began = time.process_time()
        for text in texts:
            reader(text)
        took.append(time.process_time() - began)
    return size / max(min(took), 1e-6)


if __name__ == "__main__":
    sys.exit(main())
