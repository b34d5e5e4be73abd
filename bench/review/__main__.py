"""Measure the review screen: `python -m bench.review [--claims N]`; figures stand in docs/figures.md."""

import argparse
import asyncio
import statistics
import tempfile
import time
from pathlib import Path

from textual.pilot import Pilot

from bench.ledger.articles import CLAIMS_IN_EACH, articles
from bench.ledger.recording import record
from factcheck.desk.queues import queue
from factcheck.ledger.opening import open_ledger
from factcheck.tui.app import ReviewApp

KEYS, DEAD = 60, "f5"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=10_000, help="how many claims wait")
    documents = parser.parse_args().claims // CLAIMS_IN_EACH + 1
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "claims.db"
        record(path, list(articles(documents)))
        with open_ledger(path, mode="read") as ledger:
            start = time.perf_counter()
            waits = len(queue(ledger, "ana"))
        print(f"queue of {waits:,} claims: {time.perf_counter() - start:.2f} s")
        asyncio.run(screen(path))


async def screen(path: Path) -> None:
    """Open the screen, and move down the queue key by key."""
    start = time.perf_counter()
    app = ReviewApp(path, "ana", lambda: "2026-01-02T12:00:00Z")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        print(f"opened and drawn: {time.perf_counter() - start:.2f} s")
        spent = {key: [await pressed(pilot, key) for _ in range(KEYS)] for key in (DEAD, "j")}
        dead, moved = (1000 * statistics.median(times) for times in spent.values())
        print(f"a key that moves, until its page is drawn: median {moved:.0f} ms")
        print(f"a key that does nothing, which is the pilot's own time: median {dead:.0f} ms")


async def pressed(pilot: Pilot, key: str) -> float:
    """How long a key takes until everything is drawn; the pilot itself takes what a dead key does."""
    start = time.perf_counter()
    await pilot.press(key)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
