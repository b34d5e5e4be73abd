"""Somebody at the review screen: the pilot presses keys, and waits until all is drawn."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Static, TextArea

from factcheck.tui.app import ReviewApp
from factcheck.tui.page_view import PageView

NOON = "2026-12-02T12:00:00Z"
Keys = Callable[[Pilot], Awaitable[None]]


def on_screen(path: Path, who: str, work: Keys, size: tuple[int, int] = (100, 30)) -> None:
    """Open the screen for somebody, and press keys."""

    async def run() -> None:
        app = ReviewApp(path, who, lambda: NOON)
        async with app.run_test(size=size) as pilot:
            await settled(pilot)
            await work(pilot)

    asyncio.run(run())


async def settled(pilot: Pilot) -> None:
    """Wait until the claim that is looked at is drawn."""
    await pilot.pause()


async def press(pilot: Pilot, *keys: str) -> None:
    await pilot.press(*keys)
    await settled(pilot)


async def type_in(pilot: Pilot, *words: str) -> None:
    """Write into the boxes of a dialog, in order."""
    for box, text in zip(pilot.app.screen.query(TextArea), words, strict=True):
        box.text = text
    await pilot.pause()


async def go_to(pilot: Pilot, words: str) -> None:
    """Press j until these words stand on the page."""
    while words not in page(pilot):
        before = page(pilot)
        await press(pilot, "j")
        assert page(pilot) != before, f"no page has {words!r}"


def page(pilot: Pilot) -> str:
    return pilot.app.screen_stack[0].query_one(PageView).text


def notice(pilot: Pilot) -> str:
    return str(pilot.app.query_one("#notice", Static).visual)
