"""What does a note in the margin say, of which words of which page?

Pure. Callers: `reading.py`, `anchoring.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Unit = Literal["code points", "utf-16"]


@dataclass(frozen=True, slots=True)
class Quote:
    """The words that a note is about, and what stands before and behind them."""

    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Annotation:
    """A note: on which page (`source`, an address), by whom, and where it is anchored there.

    `position` is where the words begin and end, counted in `unit`: browsers count UTF-16, the
    standard counts code points. `where` is the place of the note in the file it was read from.
    """

    where: str
    id: str
    source: str
    text: str
    tags: tuple[str, ...] = ()
    by: str | None = None
    at: str | None = None
    quote: Quote | None = None
    position: tuple[int, int] | None = None
    unit: Unit = "code points"
