"""What changed about a claim between two moments? One paragraph a record that differs.

Pure: values in, lines out. Caller: `cli`, for `diff`.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import Compared
from factcheck.show.amendments import change_lines
from factcheck.show.history import SECONDS
from factcheck.show.lines import Line, Segment, line, shown, wrapped


def difference_lines(compared: Compared, width: int) -> Iterator[Line]:
    """The claim with both moments, then each record that was added, removed or changed."""
    until = f"{compared.second[:SECONDS]}Z" if compared.second else "now"
    head = line(
        shown(compared.claim, "muted"), "  ", shown(compared.phrase, "claim"),
        Segment(f", from {compared.first[:SECONDS]}Z to {until}", "muted"),
    )  # fmt: skip
    yield from wrapped(head, width, hanging="  ")
    if not compared.differences:
        yield line("  Nothing changed.")
    for one in compared.differences:
        yield line("  ", Segment(f"{one.noun} {one.what}", "heading"), "  ", shown(one.id, "muted"))
        yield from change_lines(one.changes, width)
