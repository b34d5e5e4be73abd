"""Print how well the reader does on every labelled set, and how fast it is."""

from __future__ import annotations

import argparse
import os
import sys
import time
from pathlib import Path

from bench.reading.misses import misses
from bench.reading.readers import predict
from bench.reading.sets import figures, labelled_sets, rows_of


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.reading", description=__doc__)
    parser.add_argument(
        "--data", default=os.environ.get("FACTCHECK_DATA"), help="the folder with the labelled sets"
    )
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
    for labelled in labelled_sets(data):
        if (asked.errors and labelled.name != asked.errors) or (
            asked.sets and labelled.name not in asked.sets
        ):
            continue
        rows = rows_of(labelled, asked.half)
        if asked.errors:
            print("\n".join(misses(labelled, rows, predict)))
        else:
            line = figures(labelled, rows, predict)
            print(
                f"{labelled.name:<40}",
                "  ".join(f"{name} {value:5.1f}" for name, value in line.items() if value),
            )
    if not asked.errors and not asked.sets:
        print(speed(data))
    return 0


def speed(data: Path) -> str:
    """Megabytes of news text read in a second of CPU time, one process."""
    text = "\n\n".join(
        path.read_text(encoding="utf-8") for path in sorted((data / "news" / "texts").glob("*.txt"))
    )
    size = len(text.encode("utf-8")) / 1e6
    predict(text)
    began = time.process_time()
    for _ in range(5):
        predict(text)
    return f"{'speed on the news texts':<40} {5 * size / (time.process_time() - began):.2f} MB/s"


if __name__ == "__main__":
    sys.exit(main())
