"""What was put right, and what differs between two moments? In lines.

Pure: values in, lines out. Callers: `dossiers.py`, and `cli` for `diff`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from factcheck.model import Amendment, Change
from factcheck.show.history import SECONDS
from factcheck.show.lines import BLANK, Line, Segment, line, shown, wrapped

NOTHING = "nothing"


def amendment_lines(amendments: Sequence[Amendment], width: int) -> Iterator[Line]:
    """Each revision with its reason, and what it changed below; the oldest first."""
    if not amendments:
        return
    yield BLANK
    yield line(Segment("Put right", "heading"))
    for one in amendments:
        head = line(
            shown(f"{one.at[:SECONDS]}Z", "muted"), "  ", _deed(one), " ", one.noun, " ", shown(one.subject),
            "  by ", shown(one.by, "source"), Segment("  in dispute", "warning") if one.disputed else None,
        )  # fmt: skip
        yield from wrapped(head, width, indent="  ", hanging="    ")
        if one.reason:
            yield from wrapped(line(shown(one.reason)), width, indent="    ", hanging="    ")
        yield from change_lines(one.changes, width)


def change_lines(changes: Iterable[Change], width: int) -> Iterator[Line]:
    """A line a part that holds otherwise: before, and now."""
    for change in changes:
        told = line(
            Segment(f"{change.part}: ", "muted"), shown(change.before or NOTHING), Segment(" -> ", "muted"),
            shown(change.now or NOTHING),
        )  # fmt: skip
        yield from wrapped(told, width, indent="    - ", hanging="      ")


def _deed(one: Amendment) -> Segment:
    if one.changes:
        return Segment("amended", "heading")
    return Segment("withdrew", "warning") if one.withdrawn else Segment("restored", "heading")
