"""Measure the ledger beside bare sqlite3 and sqlite-utils: `python -m bench.ledger [SIZE...]`.

Processor time where it is not said otherwise, so that a busy machine tells the same; the
figures stand in docs/ledger.md.
"""

import argparse
import gc
import tempfile
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from bench.ledger.articles import CLAIMS_IN_EACH, articles, phrases
from bench.ledger.commands import seconds
from bench.ledger.recording import bare, record, rows_of, through_sqlite_utils
from bench.ledger.singles import rates
from bench.ledger.streaming import streamed
from bench.ledger.timing import spent
from bench.ledger.verifying import verified

SINGLES = 400
EXPORTS = ("list --nl", *(f"export claims --format {form}" for form in ("csv", "json", "nl")))
Line = tuple[str, str, str, str]


def main() -> None:
    """Print one table; its rows appear as they are measured."""
    parser = argparse.ArgumentParser(prog="python -m bench.ledger", description=__doc__)
    sizes = parser.add_argument("sizes", nargs="*", type=int, help="numbers of claims (1000 100000)")
    sizes.metavar = "SIZE"
    parser.add_argument("--folder", type=Path, help="where the files are made (else a temporary folder)")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=asked.folder) as name:
        _print(("what", "factcheck", "sqlite3", "sqlite-utils"))
        _print(("---", "---:", "---:", "---:"))
        for line in _lines(Path(name), asked.sizes or [1000, 100_000]):
            _print(line)


def _print(line: Line) -> None:
    print("|", " | ".join(line), "|", flush=True)


def _lines(folder: Path, sizes: Sequence[int]) -> Iterator[Line]:
    yield from _singly(folder)
    yield from _commands(folder, CLAIMS_IN_EACH)
    for size in sizes:
        yield from _in_bulk(folder, size)
        yield from _commands(folder, size)
        yield from _verified(folder, size)
        for words in EXPORTS:
            rate, memory = streamed(folder / f"{size}.db", words)
            yield f"rows a second of `{words}`, {size:,} claims", f"{rate:,.0f}", "", ""
            yield "its memory above that of Python", f"{memory:.0f} MB", "", ""
        for path in folder.glob(f"{size}*"):
            path.unlink()


def _singly(folder: Path) -> Iterator[Line]:
    for workers, name in ((1, "one process"), (8, "eight")):
        ledger, plain, utils = rates(folder, SINGLES, workers)
        yield (
            f"single adds a second by {name}, by the clock",
            f"{ledger:,.0f}",
            f"{plain:,.0f}",
            f"{utils:,.0f}",
        )


def _in_bulk(folder: Path, size: int) -> Iterator[Line]:
    """The same rows; ours with sources found by their names, references checked, and the events."""
    made = list(articles(size // CLAIMS_IN_EACH))
    count = len(made) * CLAIMS_IN_EACH
    gc.freeze()  # what is measured is the ledger, not the walk through these
    paths = [folder / f"{size} {name}.db" for name in ("bulk", "bare", "utils")]
    ours = spent(lambda: record(paths[0], made))
    rows = rows_of(paths[0])
    gc.freeze()
    plain, utils = spent(lambda: bare(paths[1], rows)), spent(lambda: through_sqlite_utils(paths[2], rows))
    rate, *others = (f"{count / one:,.0f}" for one in (ours, plain, utils))
    yield f"claims a second in bulk, {count:,}", rate, others[0], others[1]
    yield "bytes a claim", *(f"{path.stat().st_size / count:,.0f}" for path in paths)


def _commands(folder: Path, size: int) -> Iterator[Line]:
    ledger, plain = folder / f"{size}.db", folder / f"{size} bare.db"
    record(ledger, articles(size // CLAIMS_IN_EACH), cited=True)
    if not plain.exists():
        bare(plain, rows_of(ledger))
    for name, found in seconds(ledger, plain).items():
        ours, *others = ("" if one is None else f"{1000 * one:.0f} ms" for one in found)
        yield f"`{name}` of {size:,} claims", ours, others[0], others[1]


def _verified(folder: Path, size: int) -> Iterator[Line]:
    """Of the ledger in bulk, and of one whose events state one record each."""
    singly = folder / f"{size} singly.db"
    record(singly, ((document, [claim]) for document, claim in islice(phrases(size // 2), size // 2)))
    for path, name in ((folder / f"{size} bulk.db", "15 claims an event"), (singly, "one record an event")):
        found = verified(path)
        ours = f"{found.wall:.2f} s ({found.processor:.2f} s)"
        yield (
            f"verify {found.events:,} events, {name}; by the clock (processor)",
            ours,
            f"{found.sqlite:.2f} s",
            "",
        )
        rate = f"{found.events / found.wall:,.0f} events, {found.claims / found.wall:,.0f} claims"
        yield "a second, by the clock", rate, "", ""


if __name__ == "__main__":
    main()
