"""Marked-up sentences: `{src The agency} {cue said} {con {q 3.2 million} people had fled}.`

`q` marks a number, `src` its source, `cue` the cue and `con` what the source vouches for; a
number outside `con` is the text's own. Tests compare markings, so that a failure shows the
sentence as it was read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from factcheck.language.attributions import attribute
from factcheck.model import Attribution, Span

_BRACE = re.compile(r"\{(\w+) |\}")


@dataclass(slots=True)
class Marked:
    text: str = ""
    spans: dict[str, list[Span]] = field(default_factory=dict)


def parse(marked: str) -> Marked:
    """The plain text of a marked-up sentence and the spans of its marks, by name."""
    found, start, stack = Marked(), 0, []
    for brace in _BRACE.finditer(marked):
        found.text += marked[start : brace.start()]
        start = brace.end()
        if brace.group(1):
            stack.append((brace.group(1), len(found.text)))
            continue
        name, opened = stack.pop()
        found.spans.setdefault(name, []).append(Span(opened, len(found.text)))
    found.text += marked[start:]
    return found


def read(marked: str) -> tuple[str, ...]:
    """What `attribute` makes of a marked-up sentence, one line a number."""
    found = parse(marked)
    numbers = sorted(found.spans.get("q", []))
    return tuple(map(_line, [found.text] * len(numbers), numbers, attribute(found.text, numbers)))


def expected(marked: str) -> tuple[str, ...]:
    """What the marks say, in the same lines."""
    found = parse(marked)
    source, cue = (found.spans.get(name, [None])[0] for name in ("src", "cue"))
    lines = []
    for number in sorted(found.spans.get("q", [])):
        inside = any(content.covers(number) for content in found.spans.get("con", []))
        credited = source is not None and cue is not None and inside
        vouched = (
            Attribution("named", source.of(found.text), source, cue.of(found.text), cue)
            if credited
            else Attribution()
        )
        lines.append(_line(found.text, number, vouched))
    return tuple(lines)


def _line(text: str, number: Span, found: Attribution) -> str:
    return f"{number.of(text)}: {found.source or 'own voice'} [{found.cue or ''}]"
