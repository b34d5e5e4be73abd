"""Measure the ledger: `python -m bench.ledger [--claims N]`; figures stand in docs/ledger.md."""

import argparse
import gc
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import AbstractContextManager
from pathlib import Path

from sqlite_utils import Database

from bench.ledger.articles import CLAIMS_IN_EACH, articles, body
from factcheck.ledger.audit import verify
from factcheck.ledger.claims import add_claims
from factcheck.ledger.documents import add_document
from factcheck.ledger.schema import STATEMENTS
from factcheck.ledger.sources import register
from factcheck.ledger.store import Change, Ledger, change, open_ledger
from factcheck.ledger.tables import CLAIMS, Stored

DOCUMENTS_A_CHANGE = 100
LIST_PAGE = (
    "import sys; from pathlib import Path; from factcheck.ledger.store import open_ledger;"
    "from factcheck.ledger.search import list_claims;"
    "print(len(list(list_claims(open_ledger(Path(sys.argv[1]), mode='read'), limit=50))))"
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=100_000, help="how many claims the large ledger has")
    documents = parser.parse_args().claims // CLAIMS_IN_EACH
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        bulk(folder, documents)
        pages(folder, documents)
        verification(folder / "ledger.db")
        singles(folder)


def bulk(folder: Path, documents: int) -> None:
    """The same claims through the ledger, through bare sqlite3, and through sqlite-utils without audit."""
    made = list(articles(documents))
    gc.freeze()  # what is measured is the ledger, not the walk through these
    spent = {"ledger": timed(lambda: record(folder / "ledger.db", made))}
    with open_ledger(folder / "ledger.db", mode="read") as ledger:
        rows = [tuple(row) for row in ledger.rows(f"SELECT {', '.join(CLAIMS.columns)} FROM claims")]  # noqa: S608
    gc.freeze()
    spent["bare sqlite3, claims only"] = timed(lambda: bare(folder / "bare.db", rows))
    spent["sqlite-utils, claims only"] = timed(lambda: through_sqlite_utils(folder / "utils.db", rows))
    for name, seconds in spent.items():
        print(f"bulk, {name}: {len(rows) / seconds:,.0f} claims/s")
    size = (folder / "ledger.db").stat().st_size
    print(f"size: {size / len(rows):,.0f} bytes a claim with its share of text and log ({size / 1e6:.0f} MB)")


def record(path: Path, made: Sequence[tuple]) -> None:
    """Record the articles, a hundred in each change, with their sources, texts and events."""
    with open_ledger(path, mode="write") as ledger:
        for start in range(0, len(made), DOCUMENTS_A_CHANGE):
            with by(ledger) as changes:
                for number, (document, claims) in enumerate(made[start : start + DOCUMENTS_A_CHANGE], start):
                    add_document(changes, document, reader="bench")
                    source = register(changes, body(number))
                    add_claims(changes, document, [(claim, source.id) for claim in claims])


def bare(path: Path, rows: Sequence[Sequence[Stored]]) -> None:
    """The same rows into the same table, without triggers, foreign keys, texts or events."""
    with sqlite3.connect(path) as connection:
        connection.executescript(";".join(table_only()))
        connection.executemany(CLAIMS.insertion, rows)


def through_sqlite_utils(path: Path, rows: Sequence[Sequence[Stored]]) -> None:
    """The same rows into the same table, as sqlite-utils inserts dictionaries."""
    database = Database(path)
    for statement in table_only():
        database.execute(statement)
    database.table("claims").insert_all(dict(zip(CLAIMS.columns, row, strict=True)) for row in rows)
    database.close()


def table_only() -> list[str]:
    """The statements that make the table of claims and its indexes."""
    return [line for line in STATEMENTS if line.startswith("CREATE TABLE claims") or " ON claims (" in line]


def pages(folder: Path, documents: int) -> None:
    """A page of fifty claims by a new process, beside the bare start of Python and of sqlite-utils."""
    small = folder / "small.db"
    record(small, list(articles(1000 // CLAIMS_IN_EACH)))
    tool = str(Path(sys.executable).parent / "sqlite-utils")
    commands = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "sqlite-utils --version": [tool, "--version"],
        "list 50 of 1,000 claims": [sys.executable, "-c", LIST_PAGE, str(small)],
        f"list 50 of {documents * CLAIMS_IN_EACH:,} claims": [
            sys.executable, "-c", LIST_PAGE, str(folder / "ledger.db"),
        ],
    }  # fmt: skip
    for name, command in commands.items():
        print(f"cold, {name}: {1000 * best(lambda command=command: run(command)):.0f} ms")


def verification(path: Path) -> None:
    """How long it takes to check everything."""
    with open_ledger(path, mode="read") as ledger:
        seconds = timed(lambda: print(f"verify: {len(verify(ledger))} problems"))
        events = ledger.rows("SELECT count(*) FROM events")[0][0]
        claims = ledger.rows("SELECT count(*) FROM claims")[0][0]
    rate = f"{events / seconds:,.0f} events/s, {claims / seconds:,.0f} claims/s"
    print(f"verify: {seconds:.1f} s for {events:,} events of {claims:,} claims ({rate})")


def singles(folder: Path) -> None:
    """Changes of one record each, by one process and by eight at once."""
    for workers in (1, 8):
        path, times = folder / f"singles{workers}.db", 400 // workers
        open_ledger(path, mode="write").close()
        start = time.perf_counter()
        with ProcessPoolExecutor(workers) as pool:
            for done in [pool.submit(append, path, worker, times) for worker in range(workers)]:
                done.result()
        seconds = time.perf_counter() - start
        print(f"single adds, {workers} process(es): {workers * times / seconds:,.0f} a second")


def append(path: Path, worker: int, times: int) -> None:
    """Register some sources, each in a change of its own."""
    with open_ledger(path, mode="write") as ledger:
        for number in range(times):
            with by(ledger) as changes:
                register(changes, f"Witness {worker} {number}")


def by(ledger: Ledger) -> AbstractContextManager[Change]:
    """A change by the bench, at a fixed time."""
    return change(ledger, who="bench", at="2024-05-18T12:00:00Z", version="0", verb="record")


def run(command: Sequence[str]) -> None:
    """Run a command to its end, in silence."""
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def timed(work: Callable[[], object]) -> float:
    """How many seconds the work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def best(work: Callable[[], object], times: int = 7) -> float:
    """The shortest of several runs, in seconds."""
    return min(timed(work) for _ in range(times))


if __name__ == "__main__":
    main()
