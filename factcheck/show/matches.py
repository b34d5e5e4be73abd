"""Which recorded claims are near to what was asked? One paragraph each, the likeliest first.

The answer leads, for that is what an editor looks for; the claim's number stands in
brackets in its sentence, and every reason on a line of its own.

Pure: matches in, lines out. Caller: `cli`, for `match`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.agreement.matching.answers import Answer
from factcheck.agreement.matching.found import Match, Recorded
from factcheck.model import Span
from factcheck.show.lines import BLANK, Line, Role, Segment, line, shown, wrapped
from factcheck.show.passages import OWN_VOICE, pieces

ROLES: dict[Answer, Role] = {
    "same claim": "corroborates",
    "same fact, other number": "warning",
    "negated": "conflicts",
    "related": "muted",
}
INDENT = "    "
NOTHING = "nothing near is recorded"


def match_lines(found: Sequence[Match], width: int) -> Iterator[Line]:
    """The matches: answer, score and id, where and by whom, the sentence, and the reasons."""
    if not found:
        yield line(NOTHING)
    for place, one in enumerate(found):
        if place:
            yield BLANK
        yield _head(one)
        yield from wrapped(_sentence(one.recorded), width, indent="  ")
        yield from wrapped(line(shown(_printed(one.recorded), "muted")), width, indent="  ")
        for reason in one.reasons:
            yield from wrapped(line(shown(reason)), width, indent="  - ", hanging=INDENT)


def _head(found: Match) -> Line:
    return line(
        Segment(found.answer.upper(), ROLES[found.answer]),
        f"  score {found.score:.2f}  ",
        Segment(found.id, "muted"),
    )


def _sentence(recorded: Recorded) -> Line:
    """The claim's sentence with its number marked."""
    telling = recorded.telling
    if telling.span is None:
        return line(shown(telling.said))
    return tuple(pieces(telling.said, Span(0, len(telling.said)), [(telling.span, "number")]))


def _printed(recorded: Recorded) -> str:
    """Whose word it is, and where and when it was printed."""
    printed = ", ".join(filter(None, (recorded.outlet, recorded.date)))
    source = recorded.source or OWN_VOICE
    return f"{source}; {printed}" if printed else source
