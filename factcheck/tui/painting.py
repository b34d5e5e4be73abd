"""How do the lines of `show` look on the review screen?

The same lines, the same roles, the same styles as at the terminal. Nothing here builds
markup: a text under check is text, whatever it holds.

Callers: the widgets of this package.
"""

from __future__ import annotations

from collections.abc import Iterable

from rich.text import Text

from factcheck.show.console import STYLES
from factcheck.show.lines import Line
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
