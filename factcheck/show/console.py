"""Where do lines become bytes of a terminal, and who decides on colour?

The only place that paints. A stream that is no terminal, or a terminal that is `dumb`, gets
plain text and never loads rich; `NO_COLOR` leaves bold and underlined text without colour,
`FORCE_COLOR` paints into a pipe. A stream whose encoding lacks the signs of the pictures
gets ASCII signs instead. Whatever a renderer forgot, `safe_text` catches here once more.

Callers: `cli`, with its standard output or standard error.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from typing import TYPE_CHECKING, TextIO

from factcheck.show.lines import Line, Role, plain_text
from factcheck.show.safe import safe_text

if TYPE_CHECKING:
    from rich.console import Console

PIPED_WIDTH = 80
NARROWEST, WIDEST = 60, 140

STYLES: dict[Role, str] = {
    "plain": "",
    "heading": "bold",
    "number": "bold",
    "source": "underline",
    "muted": "dim",
    "claim": "bold magenta",
    "band": "magenta dim",
    "corroborates": "green",
    "compatible": "blue",
    "conflicts": "red",
    "warning": "yellow",
}

ASCII_SIGNS = str.maketrans("●○•━─├┤┣┫┴┬░▒█▶◀…“”‘’–—⟨⟩×", "*o.=-||[]++:x#><.\"\"''--<>x")


def paints(stream: TextIO) -> bool:
    """Whether the stream shows styles."""
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and os.environ.get("TERM", "") not in ("dumb", "")


def page_width(stream: TextIO) -> int:
    """How many cells a line may take: those of the terminal, or `COLUMNS`, or 80."""
    fallback = (PIPED_WIDTH, 24)
    columns = shutil.get_terminal_size(fallback).columns if _sized(stream) else PIPED_WIDTH
    return min(max(columns, NARROWEST), WIDEST)


def list_width(stream: TextIO) -> int | None:
    """As `page_width` on a terminal; None, for uncut lines, in a pipe."""
    return page_width(stream) if _sized(stream) else None


def _sized(stream: TextIO) -> bool:
    return stream.isatty() or bool(os.environ.get("COLUMNS"))


def emit(lines: Iterable[Line], stream: TextIO) -> None:
    """Print the lines, painted where the stream shows styles."""
    if paints(stream):
        _paint(lines, stream)
        return
    for parts in lines:
        stream.write(encodable(safe_text(plain_text(parts)), stream) + "\n")


def _paint(lines: Iterable[Line], stream: TextIO) -> None:
    """Print through rich, which never lays out: a line is a line."""
    from rich.text import Text

    console = rich_console(stream)
    for parts in lines:
        text = Text(end="")
        for part in parts:
            text.append(encodable(safe_text(part.text), stream), STYLES[part.role])
        text.rstrip()
        console.print(text, no_wrap=True, overflow="ignore", crop=False)


def rich_console(stream: TextIO) -> Console:
    """The console that this program prints with: no markup, no emoji codes, no highlighting."""
    from rich.console import Console

    return Console(
        file=stream, markup=False, emoji=False, highlight=False, force_terminal=paints(stream), soft_wrap=True
    )


def encodable(text: str, stream: TextIO) -> str:
    """The text in signs that the stream's encoding has."""
    encoding = getattr(stream, "encoding", None) or "utf-8"
    if text.isascii() or encoding.lower().replace("-", "") == "utf8":
        return text
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return text.translate(ASCII_SIGNS).encode(encoding, "backslashreplace").decode(encoding)
    return text
