"""Which claims wait, and which of them is looked at? The list on the left of the screen.

Draws only the lines in view, so that ten thousand claims cost no more than ten.

Caller: `app`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from factcheck.show.lines import fitted
from factcheck.show.safe import one_line

TOP, BOTTOM = -1_000_000, 1_000_000


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list: a claim, where it stands, its phrase, and the sign of whose turn it is.

    `waits_for_others` says that whoever looks has nothing left to do with it.
    """

    claim: str
    status: str
    phrase: str
    mark: str = " "
    waits_for_others: bool = False


class QueueList(ScrollView, can_focus=True):
    """The claims, one line each, of which one is looked at."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "move(1)", "next", show=False),
        Binding("up,k", "move(-1)", "previous", show=False),
        Binding("pagedown", "move(20)", show=False),
        Binding("pageup", "move(-20)", show=False),
        Binding("home", f"move({TOP})", show=False),
        Binding("end", f"move({BOTTOM})", show=False),
    ]

    class Chosen(Message):
        """Another claim is looked at; of several that were passed by, only the last counts."""

        def can_replace(self, message: Message) -> bool:
            """Whether this message makes an earlier one needless."""
            return isinstance(message, QueueList.Chosen)

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._rows: tuple[Row, ...] = ()
        self._at = 0

    @property
    def claim(self) -> str | None:
        """The id of the claim that is looked at."""
        return self._rows[self._at].claim if self._rows else None

    @property
    def is_at_top(self) -> bool:
        """Whether the first claim is looked at."""
        return self._at == 0

    def fill(self, rows: Sequence[Row], keep: str | None) -> None:
        """Show another list; the claim to keep stays chosen, if it is still in it, else the place."""
        self._rows = tuple(rows)
        places = {one.claim: place for place, one in enumerate(self._rows)}
        self._at = places.get(keep or "", min(self._at, max(len(self._rows) - 1, 0)))
        self.virtual_size = Size(self.size.width, len(self._rows))
        self.refresh()
        self._look()

    def action_move(self, by: int) -> None:
        """Look at a claim so many places further down."""
        if not self._rows:
            return
        before, self._at = self._at, min(max(self._at + by, 0), len(self._rows) - 1)
        for place in (before, self._at):
            self.refresh_line(place)
        self._look()

    def _look(self) -> None:
        self.scroll_to_region(Region(0, self._at, 1, 1), animate=False, force=True)
        self.post_message(self.Chosen())

    def render_line(self, y: int) -> Strip:
        """One line of the window: the status stands right, and its phrase has what room is left."""
        place, width = y + round(self.scroll_offset.y), self.scrollable_content_region.width
        if place >= len(self._rows):
            return Strip.blank(width)
        one = self._rows[place]
        phrase = fitted(one_line(one.phrase), width - len(one.status) - 3)
        style = Style(reverse=True, bold=self.has_focus) if place == self._at else Style()
        return Strip([Segment(f"{one.mark} {phrase} {one.status}", style)], width)
