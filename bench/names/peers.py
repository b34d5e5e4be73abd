"""Would nomenklatura's LogicV2, or rigour beneath it, put the right source first more often?

    python -m bench.names.peers --data DIR        (needs `pip install nomenklatura`)

Each name is asked for where every body has one name. LogicV2 then orders the sources that we
would have compared ourselves, so that only the comparing differs. It is not installed with
any extra: it brings sixty packages and 650 MB, and PyICU, which is built from source.
"""

from __future__ import annotations

import argparse
import os
import time
from pathlib import Path
from typing import Any

from bench.names import sets
from factcheck.ledger.neighbours import near_ids
from factcheck.ledger.sources import get_source, new_source, resolve


def main() -> None:
    options = argparse.ArgumentParser(prog="python -m bench.names.peers")
    options.add_argument("--data", type=Path, default=os.environ.get("FACTCHECK_DATA"), required=False)
    data = options.parse_args().data
    if data is None:
        options.error("where are the labelled sets? give --data DIR or set FACTCHECK_DATA")
    started = time.perf_counter()
    score = logic_v2()
    print(f"nomenklatura takes {time.perf_counter() - started:.1f} s to load")
    names = sets.bodies(Path(data), parties=False)
    wanted = sets.asked(Path(data), parties=False)
    ours = theirs = pairs = 0
    spent = 0.0
    with sets.register(names) as ledger:
        for one in wanted:
            right = new_source(one.body).id
            found = resolve(ledger, one.name)
            first = found.source or next((near.source for near in found.suggestions), None)
            ours += first is not None and first.id == right
            near = [get_source(ledger, source_id) for source_id in near_ids(ledger, one.name)]
            started = time.perf_counter()
            ranked = sorted(near, key=lambda source: -score(one.name, source.name))
            spent += time.perf_counter() - started
            pairs += len(near)
            theirs += bool(ranked) and ranked[0].id == right
    print(f"{len(wanted)} names: P@1 {ours / len(wanted):.3f} ours, {theirs / len(wanted):.3f} LogicV2")
    print(f"LogicV2 compares {pairs / spent:,.0f} pairs a second")


def logic_v2() -> Any:
    """How alike LogicV2 finds two names of organizations."""
    from followthemoney import model
    from nomenklatura.matching import get_algorithm

    algorithm = get_algorithm("logic-v2")
    config = algorithm.default_config()

    def organization(name: str) -> Any:
        return model.get_proxy({"id": name, "schema": "Organization", "properties": {"name": [name]}})

    return lambda one, other: algorithm.compare(organization(one), organization(other), config).score


if __name__ == "__main__":
    main()
