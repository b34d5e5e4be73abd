"""Which passages no longer stand in their files? Each with its reason, then how many stand.

Pure: values in, lines out. Caller: `cli`, for `recheck`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.agreement.wording import counted
from factcheck.model import Rechecked
from factcheck.show.lines import Line, Segment, line, shown, wrapped


def recheck_lines(found: Sequence[Rechecked], width: int) -> Iterator[Line]:
    """A paragraph for each passage that is gone, and one line for the others."""
    if not found:
        yield line("No passage was cited from a file.")
        return
    gone = [one for one in found if not one.stands]
    for one in gone:
        who = shown(one.citation, "muted"), "  ", shown(one.source, "heading"), ": “"
        yield from wrapped(line(*who, shown(one.passage, "number"), "”"), width, hanging="  ")
        yield from wrapped(line(shown(f"{one.path}: {one.reason}", "warning")), width, indent="    ")
    stand = len(found) - len(gone)
    moved = sum(one.changed for one in found if one.stands)
    told = f"{counted(stand, 'passage stands', 'passages stand')} as quoted"
    others = f", {moved} of them in a file that has changed" if moved else ""
    yield from wrapped(line(Segment(f"{told}{others}.")), width)
