"""Which claims wait, and which of them is looked at? The list on the left of the screen.

Draws only the lines in view, so that ten thousand claims cost no more than ten.

Caller: `app`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from factcheck.desk.queues import Queued
from factcheck.show.lines import fitted
from factcheck.show.safe import one_line

STATUS_WIDTH = 11
MARKS = {"yours": "▸", "free": " ", "others": "·", "author": "?"}


class QueueList(ScrollView, can_focus=True):
    """The queue, one line a claim: whose turn, where it stands, and its phrase."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "move(1)", "next", show=False),
        Binding("up,k", "move(-1)", "previous", show=False),
        Binding("pagedown", "move(20)", show=False),
        Binding("pageup", "move(-20)", show=False),
        Binding("home", "move(-1000000)", show=False),
        Binding("end", "move(1000000)", show=False),
    ]

    class Chosen(Message):
        """Another claim is looked at."""

        def __init__(self, claim: str) -> None:
            super().__init__()
            self.claim = claim

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._queue: tuple[Queued, ...] = ()
        self._at = 0

    @property
    def claim(self) -> str | None:
        """The id of the claim that is looked at."""
        return self._queue[self._at].claim.id if self._queue else None

    def fill(self, queue: Sequence[Queued], keep: str | None) -> None:
        """Show another queue; the same claim stays chosen, if it is still in it, else its place."""
        self._queue = tuple(queue)
        places = {one.claim.id: place for place, one in enumerate(self._queue)}
        self._at = places.get(keep or "", min(self._at, max(len(self._queue) - 1, 0)))
        self.virtual_size = Size(self.size.width, len(self._queue))
        self._show()

    def action_move(self, by: int) -> None:
        """Look at a claim so many places further down."""
        if not self._queue:
            return
        self._at = min(max(self._at + by, 0), len(self._queue) - 1)
        self._show()

    def _show(self) -> None:
        self.scroll_to_region(Region(0, self._at, 1, 1), animate=False, force=True)
        self.refresh()
        if (claim := self.claim) is not None:
            self.post_message(self.Chosen(claim))

    def render_line(self, y: int) -> Strip:
        """One line of the window."""
        place, width = y + round(self.scroll_offset.y), self.size.width
        if place >= len(self._queue):
            return Strip.blank(width)
        one = self._queue[place]
        status = fitted(one.state.status, STATUS_WIDTH)
        text = fitted(f"{MARKS[one.place.turn]} {status} {one_line(one.claim.phrase)}", width)
        style = Style(reverse=True, bold=self.has_focus) if place == self._at else Style()
        return Strip([Segment(text, style)], width)
