"""What does the screen show of a claim? Its whole page, drawn only where it is in view.

The lines of `show`, laid out for the width that there is, and anew whenever that changes.
Nothing here builds markup: a text under check is text, whatever it holds. What is marked
with the mouse can be copied.

Caller: `app`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip

from factcheck.model import Dossier
from factcheck.show.console import STYLES
from factcheck.show.dossiers import dossier_lines
from factcheck.show.lines import Line, Segment, line, plain_text, shown, wrapped
from factcheck.show.reviews import state_lines
from factcheck.show.safe import safe_text

NARROWEST = 40
NOTHING = line(Segment("No claim here: d shows what is done, or what waits.", "muted"))


class PageView(ScrollView, can_focus=True):
    """The page of the claim that is looked at; the keys that move down a queue move down it, too."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "scroll_down", show=False),
        Binding("k", "scroll_up", show=False),
    ]

    def __init__(self, who: str, *, id: str) -> None:
        super().__init__(id=id)
        self._who = who
        self._told: Dossier | None = None
        self._lines: tuple[Line, ...] = (NOTHING,)

    @property
    def text(self) -> str:
        """The page without its styles."""
        return "\n".join(map(plain_text, self._lines))

    def show(self, told: Dossier | None) -> None:
        """Show a claim, or that there is none; another claim than before from its top."""
        is_another = told is None or self._told is None or told.claim.id != self._told.claim.id
        self._told = told
        self._lay_out()
        if is_another:
            self.scroll_home(animate=False)

    def on_resize(self) -> None:
        """Lay the page out for another width."""
        self._lay_out()

    def _lay_out(self) -> None:
        width = max(self.scrollable_content_region.width, NARROWEST)
        self._lines = tuple(page_lines(self._told, self._who, width)) if self._told else (NOTHING,)
        self.virtual_size = Size(width, len(self._lines))
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One line of the window."""
        left, top = self.scroll_offset
        place, width = top + y, self.size.width
        if place >= len(self._lines):
            return Strip.blank(width)
        text = painted(self._lines[place])
        if self.text_selection and (marked := self.text_selection.get_span(place)):
            start, end = marked
            style = self.screen.get_component_rich_style("screen--selection")
            text.stylize(style, start, len(text) if end == -1 else end)
        strip = Strip(text.render(self.app.console))
        return strip.crop_extend(left, left + width, None).apply_offsets(left, place)

    def get_selection(self, selection: Selection) -> tuple[str, str]:
        """The text that is marked, for the clipboard."""
        return selection.extract(self.text), "\n"


def page_lines(told: Dossier, who: str, width: int) -> Iterator[Line]:
    """A claim as the screen shows it: for whom, where its review stands, and its whole page."""
    yield from wrapped(line(shown(f"you are {who}", "muted")), width)
    if told.state is not None:
        yield from state_lines(told.state, width)
    yield from dossier_lines(told, width, fold=True)


def painted(parts: Line) -> Text:
    """A line in the styles of the terminal."""
    text = Text(end="")
    for part in parts:
        text.append(safe_text(part.text), STYLES[part.role])
    return text
