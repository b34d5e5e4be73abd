"""What does each citation say, what follows from it, and which ones were not counted, and why?

By origin, in the order of the picture: the citation that counts with its sentence, and below
it the citations that only repeat it, folded into one line a kind or one by one, each with
its reason. Whatever belongs to no independent origin stands last, under its own.

Pure. Callers: `dossiers.py`, and the report for its words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.agreement.score import label_of
from factcheck.agreement.wording import counted
from factcheck.model import Anchor, Citation, Judged, StandingStatus
from factcheck.show.lines import BLANK, Line, Segment, line, shown, wrapped
from factcheck.show.plot import FEW, SECTIONS, groups, uncounted

INDENT = "    "
WHY: dict[StandingStatus, str] = {
    "independent": "counted",
    "echo": "of an origin that is counted already",
    "superseded": "outdated by a later figure of the same origin",
    "own source": "from the claim's own source, which shows that it said so, not that it is so",
    "affiliate": "from those who speak as one with the claim's own source",
    "mixed": "mixing several origins, and so standing for none",
    "withdrawn": "withdrawn, or repeating a withdrawn figure",
    "incomparable": "not comparable with the claim",
}
ECHOES_APART = "repeating the claim's own source or an affiliate, which shows who said so, not that it is so"
EXPLAINED: tuple[StandingStatus, ...] = ("affiliate", "mixed", "withdrawn", "incomparable")


def evidence_lines(citations: Sequence[Judged], width: int, *, fold: bool = False) -> Iterator[Line]:
    """All citations, those that count first; with `fold`, what does not count only in brief."""
    grouped = groups(citations)
    for label, *_ in SECTIONS:
        for group in grouped:
            if label_of(group.head) == label:
                yield from head_lines(group.head, width)
                yield from (_folded if fold else _listed)(group.repeats, width)
    for status, members in uncounted(citations):
        yield BLANK
        why = ECHOES_APART if status == "echo" else WHY[status]
        title = f"Not counted: {counted(len(members), 'citation', 'citations')} {why}"
        yield from wrapped(line(Segment(title, "heading")), width, hanging="  ")
        few = FEW if fold and len(members) > FEW + 1 else len(members)
        for judged in members[:few]:
            yield from _brief(judged, width, explained=not fold or status in EXPLAINED)
        if few < len(members):
            yield line(Segment(f"  and {len(members) - few} more (--all shows them)", "muted"))


def head_lines(judged: Judged, width: int) -> Iterator[Line]:
    """A citation that counts: who, what, how it stands to the claim, and where to read it."""
    citation, standing = judged.citation, judged.standing
    yield BLANK
    who = line(shown(citation.source, "heading"), ": ", Segment("“"), shown(citation.passage, "number"), "”")
    yield from wrapped((*who, *_printed(judged)), width, hanging="  ")
    yield from wrapped(_sentence(judged), width, indent=INDENT)
    if judged.doubt:
        yield from wrapped(line(shown(judged.doubt, "warning")), width, indent=INDENT)
    yield from _stance(citation, width)
    counts = f"{standing.reason} Weight {standing.weight:.2f}." if standing.counted else standing.reason
    yield from wrapped(line(shown(counts, "muted")), width, indent=INDENT)
    if citation.note:
        yield from wrapped(line(shown(f"note: {citation.note}", "muted")), width, indent=INDENT)
    if citation.url:
        yield line(INDENT, shown(citation.url, "muted"))
    if judged.anchor and (where := whereabouts(judged.anchor)):
        yield from wrapped(line(shown(where, "muted")), width, indent=INDENT)


def whereabouts(anchor: Anchor) -> str:
    """Where a passage can be looked up: its page, its file, and the archived copy."""
    place = " of ".join(part for part in (anchor.locator, anchor.path) if part)
    return "; ".join(part for part in (place, anchor.archive and f"archived at {anchor.archive}") if part)


def _sentence(judged: Judged) -> Line:
    """The sentence of the relation, its verdict in the colour of the relation."""
    label = judged.relation.label
    verdict, colon, rest = judged.relation.reason.partition(":")
    return line(shown(verdict + colon, "muted" if label == "incomparable" else label), " ", shown(rest))


def _stance(citation: Citation, width: int) -> Iterator[Line]:
    """What the person who attached it holds of it, and why."""
    if stance := citation.stance:
        said = f"{stance.by} holds that it {_holds(stance.label)}: {stance.reason.rstrip('.')}."
        yield from wrapped(line(shown(said, "warning")), width, indent=INDENT)


def _holds(label: str) -> str:
    """The stance as a predicate."""
    return {"compatible": "is compatible", "incomparable": "cannot be compared"}.get(label, label)


def _printed(judged: Judged) -> Line:
    """Outlet, date and id of a citation, for its first line."""
    citation = judged.citation
    outlet = citation.outlet if citation.outlet != citation.source else None
    known = [part for part in (outlet, citation.date, citation.id) if part]
    return line(" ", shown(f"({', '.join(known)})", "muted")) if known else ()


def _folded(repeats: Sequence[Judged], width: int) -> Iterator[Line]:
    """The repeats of one origin, a line for each reason why they do not count."""
    statuses = dict.fromkeys(judged.standing.status for judged in repeats)
    for status in statuses:
        members = [judged for judged in repeats if judged.standing.status == status]
        names = "; ".join(_name(judged) for judged in members)
        said = f"not counted, {WHY[status]}: {names}"
        yield from wrapped(line(shown(said, "muted")), width, indent=INDENT)


def _listed(repeats: Sequence[Judged], width: int) -> Iterator[Line]:
    """The repeats of one origin one by one, each with why it does not count."""
    for judged in repeats:
        yield from _brief(judged, width, explained=True)


def _name(judged: Judged) -> str:
    """Who, and when: enough to tell the repeats apart."""
    citation = judged.citation
    return f"{citation.source} {citation.date}" if citation.date else citation.source


def _brief(judged: Judged, width: int, *, explained: bool) -> Iterator[Line]:
    """A citation that does not count, on a line of its own; `explained` says why not."""
    citation = judged.citation
    said = line(shown(citation.source), ": “", shown(citation.passage), "”", *_printed(judged))
    yield from wrapped(said, width, indent="  ", hanging=INDENT)
    if explained and judged.relation.label == "incomparable":
        yield from wrapped(_sentence(judged), width, indent=INDENT)
    elif explained:
        yield from wrapped(line(shown(judged.standing.reason, "muted")), width, indent=INDENT)
    yield from _stance(citation, width)
