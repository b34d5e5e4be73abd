"""What moved when a document was read again? A line for what stands, and one for each claim that moved.

Pure: values in, lines out. Caller: `cli`, for `record --again`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.agreement.wording import counted
from factcheck.show.lines import Line, Segment, line, shown, wrapped

Moved = tuple[str, str | None, str | None, str]


def reread_lines(name: str, unchanged: int, moved: Sequence[Moved], width: int) -> Iterator[Line]:
    """How many claims stand as they were; of each that moved: its id, its phrases, and what happened."""
    stands = f"{counted(unchanged, 'claim stands', 'claims stand')} as recorded"
    told = f", {len(moved)} moved" if moved else ""
    yield from wrapped(line(shown(name, "heading"), f": {stands}{told}."), width)
    for claim_id, before, now, what in moved:
        phrases = dict.fromkeys(phrase for phrase in (before, now) if phrase)
        arrow = Segment(" -> ", "muted")
        shown_phrases = [shown(phrase, "claim") for phrase in phrases]
        both = (shown_phrases[0], arrow, shown_phrases[1]) if len(shown_phrases) > 1 else tuple(shown_phrases)
        said = line(shown(claim_id, "muted"), "  ", *both, ": ", shown(what))
        yield from wrapped(said, width, indent="  ", hanging="    ")
