"""How well does the agreement model do on the labelled sets, and how fast is it?

    python -m bench.agreement --data DIR      (or FACTCHECK_DATA; there is no default)

DIR holds `examples/relations.jsonl`, `examples/origins.json` and `agreement/cases/*.json`.
Every disagreement with a label is printed; exit 1 if there is any, or a limit is missed.
"""

import argparse
import os
import sys
from pathlib import Path

from bench.agreement import grade, speed


def main() -> int:
    options = argparse.ArgumentParser(
        prog="python -m bench.agreement", description=__doc__.partition("\n")[0]
    )
    options.add_argument(
        "--data", type=Path, default=os.environ.get("FACTCHECK_DATA"), help="folder of the labelled sets"
    )
    options.add_argument("--speed", action="store_true", help="only measure speed, which needs no data")
    given = options.parse_args()
    if given.speed:
        return speed.run()
    if given.data is None:
        options.error("where are the labelled sets? give --data DIR or set FACTCHECK_DATA")
    return max(grade.run(Path(given.data)), speed.run())


if __name__ == "__main__":
    sys.exit(main())
