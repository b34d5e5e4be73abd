"""How do the lines of `show` look on the review screen?

The same lines, the same roles, the same styles as at the terminal. Nothing here builds
markup: a text under check is text, whatever it holds.

Callers: the widgets of this package.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.text import Text

from factcheck.model import Dossier
from factcheck.show.console import STYLES
from factcheck.show.dossiers import dossier_lines
from factcheck.show.lines import Line, Segment, line
from factcheck.show.reviews import state_lines
from factcheck.show.safe import safe_text


def painted(lines: Iterable[Line]) -> Text:
    """The lines as one text."""
    page = Text(no_wrap=True, overflow="crop", end="")
    for number, parts in enumerate(lines):
        if number:
            page.append("\n")
        for part in parts:
            page.append(safe_text(part.text), STYLES[part.role])
    return page


def page_lines(told: Dossier, who: str, width: int) -> Iterator[Line]:
    """A claim as the screen shows it: for whom, where its review stands, and its whole page."""
    yield line(Segment(f"you are {who}", "muted"))
    if told.state is not None and not told.decisions:
        yield from state_lines(told.state, width)
    yield from dossier_lines(told, width, fold=True)
