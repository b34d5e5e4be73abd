"""What is known of one claim? The page that an editor reads before a number is printed.

From the top: the claim and whose word it is, its sentence, the verdict with its reasons,
the picture, the evidence by origin, and the latest of its history. The news comes first.

Pure: a dossier and a width in, lines out. Caller: `cli`, for `show`, `add` and `cite`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.agreement.wording import counted
from factcheck.model import Claim, Dossier, Event
from factcheck.show.amendments import amendment_lines
from factcheck.show.evidence import evidence_lines, head_lines
from factcheck.show.extracts import counts
from factcheck.show.forest import forest
from factcheck.show.history import SECONDS, event_lines
from factcheck.show.lines import BLANK, Line, Role, Segment, cell_width, fitted, line, shown, wrapped
from factcheck.show.passages import credited, elsewhere, marked_sentence, place
from factcheck.show.reviews import decision_lines, state_lines
from factcheck.show.scores import agreement_lines, band_line, pooled_lines, settings_lines, shares_line
from factcheck.show.series import series_lines
from factcheck.show.waterfall import waterfall_lines

LABEL_WIDTH = 12
LATEST_EVENTS = 5


def dossier_lines(dossier: Dossier, width: int, *, fold: bool = False, brief: bool = True) -> Iterator[Line]:
    """The whole page.

    With `fold`, of what does not count only the first few; with `brief`, of the history only the latest.
    """
    yield from _condition(dossier, width)
    yield from claim_lines(dossier, width)
    yield BLANK
    yield from agreement_lines(dossier.agreement, width)
    yield from settings_lines(dossier, width)
    if dossier.citations:
        yield BLANK
        yield from forest(dossier, width, fold=fold)
        yield BLANK
        yield from pooled_lines(dossier, width)
        yield from _series(dossier, width)
        yield BLANK
        yield line(Segment("Evidence by origin", "heading"))
        yield from evidence_lines(dossier.citations, width, fold=fold)
    if dossier.state and (dossier.decisions or dossier.state.blind):
        yield BLANK
        yield line(Segment("Review", "heading"))
        yield from state_lines(dossier.state, width)
        yield from decision_lines(dossier.decisions, width)
    yield from amendment_lines(dossier.amendments, width)
    if dossier.history:
        yield from _history(dossier.history, width, LATEST_EVENTS if brief else len(dossier.history))


def _series(dossier: Dossier, width: int) -> Iterator[Line]:
    """What one source's figures came to over time, where any source gave several."""
    told = tuple(series_lines([judged.citation for judged in dossier.citations], width))
    if told:
        yield BLANK
        yield from told


def _condition(dossier: Dossier, width: int) -> Iterator[Line]:
    """What must be known before anything is read: an earlier moment, a withdrawal, words that are gone."""
    told = []
    if dossier.as_of:
        told.append(f"As it stood at {dossier.as_of[:SECONDS]}Z.")
    if dossier.withdrawn:
        last = next(one for one in reversed(dossier.amendments) if one.noun != "citation" and one.withdrawn)
        told.append(f"Withdrawn by {last.by}: {last.reason}")
    if dossier.redacted:
        told.append("The words of this document were redacted; hashes of them are kept.")
    for sentence in told:
        yield from wrapped(line(shown(sentence, "warning")), width)


def claim_lines(dossier: Dossier, width: int) -> Iterator[Line]:
    """The claim, who vouches for it, where it is printed, and its sentence."""
    claim, document = dossier.claim, dossier.document
    phrase = fitted(shown(claim.phrase).text, width - cell_width(claim.id) - 2)
    yield line(Segment(phrase, "claim"), "  ", shown(claim.id, "muted"))
    yield from _field("whose word", credited(claim.attribution), width, "source")
    if dossier.source and dossier.source != claim.attribution.source:
        yield from _field("filed under", dossier.source, width)
    yield from _field("of what", ", ".join(_of_what(claim)), width)
    yield from _field("printed in", ", ".join(_imprint(dossier)), width)
    at = place(document.text, claim.span.start)
    yield from _field("where", f"{document.path}:{at}" if document.path else at, width)
    if document.url:
        yield line(Segment(fitted("address", LABEL_WIDTH), "muted"), shown(document.url))
    yield BLANK
    yield from wrapped(marked_sentence(claim, document.text), width, indent="  ")
    if note := elsewhere(claim, document.text):
        yield line(Segment(f"  ({note})", "muted"))


def _of_what(claim: Claim) -> Iterator[str]:
    """What the number counts, and where and when, as far as somebody declared it."""
    if what := counts(claim):
        yield what
    for declared in (claim.place, claim.period):
        if declared:
            yield f"in {declared}"


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
    yield from _title(dossier, width)
    yield from _verdict(dossier, width)
    for reason in dossier.agreement.reasons:
        yield from wrapped(line(shown(reason)), width, indent="  - ", hanging="    ")
    for part in settings_lines(dossier, width - 2):
        yield line("  ", *part)
    for part in pooled_lines(dossier, width - 4):
        yield line("    ", *part)
    yield BLANK


def explained_lines(dossier: Dossier, width: int) -> Iterator[Line]:
    """The score of one claim, and what each citation added to it."""
    yield from _title(dossier, width)
    yield from waterfall_lines(dossier, width)
    yield BLANK


def supposed_lines(said: str, dossier: Dossier, real: Dossier, width: int) -> Iterator[Line]:
    """What the score would be under a supposition, with the reasons that would be others."""
    title = line(Segment("What if, ", "warning"), shown(said, "warning"), ":")
    yield from wrapped(title, width, indent="  ", hanging="    ")
    yield from _verdict(dossier, width)
    *others, verdict = dossier.agreement.reasons
    for reason in (*(one for one in others if one not in real.agreement.reasons), verdict):
        yield from wrapped(line(shown(reason)), width, indent="  - ", hanging="    ")
    yield from wrapped(line(Segment("Nothing of this was recorded.", "muted")), width, indent="  - ")
    yield BLANK


def _title(dossier: Dossier, width: int) -> Iterator[Line]:
    claim = dossier.claim
    whose = dossier.source or credited(claim.attribution)
    unsaid = "" if claim.quantity.counted or not claim.measure else f" ({claim.measure})"
    named = shown(claim.phrase + unsaid, "claim")
    said = line(shown(claim.id, "muted"), "  ", named, ", ", shown(whose, "source"))
    yield from wrapped(said, width, hanging="  ")


def _verdict(dossier: Dossier, width: int) -> Iterator[Line]:
    yield from wrapped(band_line(dossier.agreement), width, indent="  ")
    if dossier.agreement.score is not None:
        yield line("  ", *shares_line(dossier.agreement))


def _history(events: Sequence[Event], width: int, shown_events: int) -> Iterator[Line]:
    """So many of the latest events, the newest last."""
    yield BLANK
    yield line(Segment("History", "heading"))
    told = list(event_lines(events))
    earlier = len(told) - shown_events
    if earlier > 0:
        yield line(Segment(f"  {counted(earlier, 'earlier entry', 'earlier entries')}", "muted"))
    for event in told[-shown_events:]:
        yield from wrapped(event, width, indent="  ", hanging="    ")
