"""Print how well the reader does on every labelled set, and how fast it is.

Quantity sets have two lines: as the scorer takes our output, and in the set's own terms
(see `sets`).
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from pathlib import Path

from bench.reading.misses import misses
from bench.reading.readers import predict
from bench.reading.sets import figures, in_terms_of, labelled_sets, rows_of

LEFT_OUT = ("input_ok", "span_exact", "type", "attributed", "source_overlap", "source_exact")
REPEATS = 5


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.reading", description=__doc__)
    data = os.environ.get("FACTCHECK_DATA")
    parser.add_argument("--data", default=data, help="the folder with the labelled sets (or FACTCHECK_DATA)")
    parser.add_argument("--half", choices=("even", "odd"), help="grade only every second row")
    parser.add_argument("--errors", metavar="SET", help="show what was read otherwise than labelled")
    parser.add_argument("sets", nargs="*", help="names of sets; all of them without")
    asked = parser.parse_args()
    if not asked.data:
        parser.error("which data? Give --data DIR or set FACTCHECK_DATA")
    return asked


def main() -> int:
    asked = arguments()
    data = Path(asked.data)
    wanted = [asked.errors] if asked.errors else asked.sets
    for labelled in labelled_sets(data):
        if wanted and labelled.name not in wanted:
            continue
        rows = rows_of(labelled, asked.half)
        own = in_terms_of(labelled, predict)
        if asked.errors:
            print("\n".join(misses(labelled, rows, own)))
            continue
        print(line(labelled.name, figures(labelled, rows, predict)))
        if labelled.scorer == "quantity":
            print(line("  in its own terms", figures(labelled, rows, own)))
    if not wanted:
        print(speed(data))
    return 0


def line(name: str, found: dict[str, float]) -> str:
    shown = [f"{figure} {value:5.1f}" for figure, value in found.items() if figure not in LEFT_OUT]
    return f"{name:<44} " + "  ".join(shown)


def speed(data: Path) -> str:
    """Megabytes of news text read in a second of CPU time, one process."""
    paths = sorted((data / "news" / "texts").glob("*.txt"))
    text = "\n\n".join(path.read_text(encoding="utf-8") for path in paths)
    size = len(text.encode("utf-8")) / 1e6
    predict(text)
    began = time.process_time()
    for _ in range(REPEATS):
        predict(text)
    rate = REPEATS * size / (time.process_time() - began)
    return f"{'speed on the news texts':<44} {rate:.2f} MB/s of CPU time"


if __name__ == "__main__":
    sys.exit(main())
