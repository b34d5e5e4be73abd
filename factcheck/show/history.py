"""Who did what to a record, and when? One line an event of the audit log.

Pure: events in, lines out. Callers: `dossiers.py`, and `cli` for `audit log`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.model import Event
from factcheck.show.lines import Line, line, shown

VERB_WIDTH = 10


def event_lines(events: Iterable[Event]) -> Iterator[Line]:
    """A line an event, in the order given: when, who, what, and to which record."""
    for event in events:
        yield line(
            shown(event.at, "muted"),
            "  ",
            shown(event.verb, "heading"),
            " " * max(1, VERB_WIDTH - len(event.verb)),
            shown(event.subject),
            "  by ",
            shown(event.who, "source"),
        )
