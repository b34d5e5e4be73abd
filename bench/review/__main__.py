"""Measure the review screen: `python -m bench.review [--claims N]`; figures stand in docs/figures.md.

The pilot presses a key and returns when the process has been idle for 20 ms, twice: whatever a
key does, its `press` takes 40 ms, and 60 ms if it does anything. So the frames are timed as they
go to the terminal, and a bare app with the same list and page is pressed beside ours.
"""

import argparse
import asyncio
import statistics
import tempfile
import time
from pathlib import Path

from textual.app import App
from textual.pilot import Pilot

from bench.ledger.articles import CLAIMS_IN_EACH, articles
from bench.ledger.recording import record
from bench.review.bare import BareApp
from factcheck.desk.queues import queue
from factcheck.ledger.opening import open_ledger
from factcheck.tui.app import ReviewApp
from factcheck.tui.page_view import PageView

KEYS, DEAD = 40, "f5"
FRAMES: list[float] = []


class TimedReview(ReviewApp):
    """The review screen, with the time of each frame."""

    shown = 0.0

    def _display(self, screen: object, renderable: object) -> None:
        super()._display(screen, renderable)  # type: ignore[arg-type]
        FRAMES.append(time.perf_counter())
        if not self.shown and self.screen.query(PageView).filter("#page").first().text.startswith("you are"):
            self.shown = time.perf_counter()


class TimedBare(BareApp):
    """The bare app, with the time of each frame."""

    def _display(self, screen: object, renderable: object) -> None:
        super()._display(screen, renderable)  # type: ignore[arg-type]
        FRAMES.append(time.perf_counter())


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
        print("a bare app of the same size")
        asyncio.run(keys(TimedBare(waits), "down"))


async def screen(path: Path) -> None:
    """Open the screen, and move down the queue key by key."""
    start = time.perf_counter()
    app = TimedReview(path, "ana", lambda: "2026-01-02T12:00:00Z")
    await keys(app, "j", start)


async def keys(app: App[None], moving: str, start: float = 0.0) -> None:
    """Press a dead key and a moving one, and print how long each takes."""
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        if isinstance(app, TimedReview):
            print(f"  opened, the first claim drawn: {app.shown - start:.2f} s")
            print(f"  the whole queue in its order: {time.perf_counter() - start:.2f} s")
        for key in (DEAD, moving):
            spent = [await pressed(pilot, key) for _ in range(KEYS)]
            drawn, back, cpu = (1000 * statistics.median(times) for times in zip(*spent, strict=True))
            told = f"drawn in {drawn:.0f} ms, " if key == moving else ""
            print(f"  key {key}: {told}the pilot back in {back:.0f} ms, {cpu:.0f} ms of processor time")


async def pressed(pilot: Pilot[None], key: str) -> tuple[float, float, float]:
    """How long a key takes until its last frame is drawn, and until the pilot is back; processor time."""
    FRAMES.clear()
    start, begun = time.perf_counter(), time.process_time()
    await pilot.press(key)
    end, spent = time.perf_counter(), time.process_time() - begun
    return max(FRAMES, default=start) - start, end - start, spent


if __name__ == "__main__":
    main()
