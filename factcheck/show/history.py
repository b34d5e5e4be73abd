"""Who did what to a record, and when? One line a deed of the audit log.

Pure: events in, lines out. Callers: `dossiers.py`, and `cli` for `audit log`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from factcheck.model import Event
from factcheck.show.lines import Line, Segment, line, shown

VERB_WIDTH = 10
SECONDS = len("2026-11-24T12:00:00")


def event_lines(events: Iterable[Event]) -> Iterator[Line]:
    """A line an event, in the order given: when, who, what, and to which record.

    What one person did to one record at one moment, as an import does, is one line with its count.
    """
    for (at, verb, subject, who), same in groupby(events, key=_deed):
        times = sum(1 for _ in same)
        yield line(
            shown(f"{at[:SECONDS]}Z", "muted"),
            "  ",
            shown(verb, "heading"),
            " " * max(1, VERB_WIDTH - len(verb)),
            shown(subject),
            "  by ",
            shown(who, "source"),
            Segment(f"  ({times} events)", "muted") if times > 1 else None,
        )


def _deed(event: Event) -> tuple[str, str, str, str]:
    return event.at, event.verb, event.subject, event.who
