"""What is known of one claim? The page that an editor reads before a number is printed.

From the top: the claim and whose word it is, its sentence, the verdict with its reasons,
the picture, the evidence by origin, and the latest of its history. The news comes first.

Pure: a dossier and a width in, lines out. Caller: `cli`, for `show`, `add` and `cite`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.agreement.wording import counted
from factcheck.model import Dossier, Event
from factcheck.show.evidence import evidence_lines, head_lines
from factcheck.show.extracts import counts
from factcheck.show.forest import forest
from factcheck.show.history import event_lines
from factcheck.show.lines import BLANK, Line, Role, Segment, cell_width, fitted, line, shown, wrapped
from factcheck.show.passages import credited, elsewhere, marked_sentence, place
from factcheck.show.scores import agreement_lines, band_line, pooled_lines, shares_line

LABEL_WIDTH = 12
LATEST_EVENTS = 5


def dossier_lines(dossier: Dossier, width: int, *, fold: bool = False) -> Iterator[Line]:
    """The whole page; with `fold`, of what does not count only the first few."""
    yield from claim_lines(dossier, width)
    yield BLANK
    yield from agreement_lines(dossier.agreement, width)
    if dossier.citations:
        yield BLANK
        yield from forest(dossier, width, fold=fold)
        yield BLANK
        yield from pooled_lines(dossier.pooled, width)
        yield BLANK
        yield line(Segment("Evidence by origin", "heading"))
        yield from evidence_lines(dossier.citations, width, fold=fold)
    if dossier.history:
        yield from _history(dossier.history, width)


def claim_lines(dossier: Dossier, width: int) -> Iterator[Line]:
    """The claim, who vouches for it, where it is printed, and its sentence."""
    claim, document = dossier.claim, dossier.document
    phrase = fitted(shown(claim.phrase).text, width - cell_width(claim.id) - 2)
    yield line(Segment(phrase, "claim"), "  ", shown(claim.id, "muted"))
    yield from _field("whose word", credited(claim.attribution), width, "source")
    if dossier.source and dossier.source != claim.attribution.canonical:
        yield from _field("filed under", dossier.source, width)
    yield from _field("of what", counts(claim), width)
    yield from _field("printed in", ", ".join(_imprint(dossier)), width)
    at = place(document.text, claim.span.start)
    yield from _field("where", f"{document.path}:{at}" if document.path else at, width)
    if document.url:
        yield line(Segment(fitted("address", LABEL_WIDTH), "muted"), shown(document.url))
    yield BLANK
    yield from wrapped(marked_sentence(claim, document.text), width, indent="  ")
    if note := elsewhere(claim, document.text):
        yield line(Segment(f"  ({note})", "muted"))


def _imprint(dossier: Dossier) -> Iterator[str]:
    document = dossier.document
    for part in (document.title, document.publisher, document.date):
        if part:
            yield part


def _field(label: str, value: str, width: int, role: Role = "plain") -> Iterator[Line]:
    """A labelled value; nothing where there is no value."""
    if value:
        parts = wrapped(line(shown(value, role)), width - LABEL_WIDTH)
        for position, part in enumerate(parts):
            yield line(Segment(fitted("" if position else label, LABEL_WIDTH), "muted"), *part)


def cited_lines(dossier: Dossier, citation: str, width: int) -> Iterator[Line]:
    """How one citation stands to the claim, whether it counts, and what the agreement is now."""
    judged = next(judged for judged in dossier.citations if judged.citation.id == citation)
    yield from head_lines(judged, width)
    yield BLANK
    yield from score_lines(dossier, width)


def score_lines(dossier: Dossier, width: int) -> Iterator[Line]:
    """The score of one claim with its band, the origins behind it, and its reasons."""
    claim, agreement = dossier.claim, dossier.agreement
    whose = dossier.source or credited(claim.attribution)
    unsaid = "" if claim.quantity.counted or not claim.measure else f" ({claim.measure})"
    named = shown(claim.phrase + unsaid, "claim")
    said = line(shown(claim.id, "muted"), "  ", named, ", ", shown(whose, "source"))
    yield from wrapped(said, width, hanging="  ")
    yield line("  ", *band_line(agreement))
    if agreement.score is not None:
        yield line("  ", *shares_line(agreement))
    for reason in agreement.reasons:
        yield from wrapped(line(shown(reason)), width, indent="  - ", hanging="    ")
    for part in pooled_lines(dossier.pooled, width - 4):
        yield line("    ", *part)
    yield BLANK


def _history(events: Sequence[Event], width: int) -> Iterator[Line]:
    """The latest events, the newest last."""
    yield BLANK
    yield line(Segment("History", "heading"))
    earlier = len(events) - LATEST_EVENTS
    if earlier > 0:
        yield line(Segment(f"  {counted(earlier, 'earlier event', 'earlier events')}", "muted"))
    for event in event_lines(events[-LATEST_EVENTS:]):
        yield from wrapped(event, width, indent="  ", hanging="    ")
