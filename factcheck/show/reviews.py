"""Where do reviews stand, and what did reviewers do? In lines.

Pure: values in, lines out. Callers: `dossiers.py`, and `cli` for `review` and `check`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from factcheck.model import Decision, Scale, State
from factcheck.review.concordance import Concordance, Estimate, Figures
from factcheck.review.profiles import Failure, Rule
from factcheck.review.states import day
from factcheck.review.table import DONE
from factcheck.show.lines import BLANK, Line, Segment, cell_width, fitted, line, line_width, shown, wrapped

LABEL_WIDTH = 12
COUNT_WIDTH = 6
NAMES = ("open", "checking", "checked", "in review", "blocked", "signed off", "published", "corrected")


def state_lines(state: State, width: int) -> Iterator[Line]:
    """The status in a sentence, and below it whatever an editor must know of it."""
    yield from wrapped(line(Segment(state.status.upper(), "band"), *_verdict(state)), width)
    for told in _told(state):
        yield from wrapped(line(shown(told)), width, indent="- ", hanging="  ")


def replaced_lines(before: State, now: State, width: int) -> Iterator[Line]:
    """Whose verdict another one has taken the place of: nobody overrules a colleague unawares."""
    if before.verdict and now.decided_by and now.decided_by != before.decided_by:
        told = f"This takes the place of “{before.verdict}” by {before.decided_by}; `undo` brings it back."
        yield from wrapped(line(shown(told, "warning")), width)


def _verdict(state: State) -> Iterator[Segment]:
    if state.verdict:
        yield Segment(": ")
        yield shown(state.verdict, "heading")
        if state.decided_by and state.decided_at:
            yield Segment(", decided by ")
            yield shown(f"{state.decided_by} on {day(state.decided_at)}")


def _told(state: State) -> Iterator[str]:
    if state.signed_by and state.signed_at:
        own = " SELF-SIGNED: nobody else has read it." if state.self_signed else ""
        yield f"Signed off by {state.signed_by} on {day(state.signed_at)}.{own}"
    if state.published_at:
        yield f"Published on {day(state.published_at)} as “{state.published_verdict}”."
    if state.corrected_at:
        yield f"Corrected on {day(state.corrected_at)}."
    if state.question:
        yield f"Waits for an answer: {state.question}"
    if state.reopened:
        yield state.reopened
    if state.disputed:
        yield "In dispute: decisions were made beside each other; one that follows both settles it."
    if state.blind == "sealed":
        yield "Read blind by one reviewer; a second reads it blind before anything is shown."
    if state.blind == "to reconcile":
        yield "Two have read it blind, and differ or agree: `factcheck review reconcile` settles it."
    if state.assignee:
        yield f"{state.assignee} has it."


def decision_lines(decisions: Iterable[Decision], width: int) -> Iterator[Line]:
    """A line a decision: when, what, by whom; its reason below."""
    for one in decisions:
        marks = "".join((", blind" if one.blind else "", ", SELF-SIGNED" if one.self_signed else ""))
        head = line(
            shown(day(one.at), "muted"), "  ", DONE[one.move], *_object(one), " by ", shown(one.by, "source"),
            marks, "  ", shown(one.id, "muted"),
        )  # fmt: skip
        yield from wrapped(head, width, indent="  ", hanging="    ")
        for text in _words(one):
            yield from wrapped(line(shown(text)), width, indent="    ", hanging="    ")


def _object(one: Decision) -> Iterator[Segment]:
    """The verdict that was given, or to whom the claim went."""
    if one.verdict:
        yield Segment(" ")
        yield shown(f"“{one.verdict}”", "heading")
    if one.assignee:
        yield Segment(" to ")
        yield shown(one.assignee, "source")


def _words(one: Decision) -> Iterator[str]:
    if one.because:
        yield one.because
    if one.correction:
        yield f"said: {one.correction.said}"
        yield f"right: {one.correction.right}"
        yield f"where: {one.correction.where}"


def queue_lines(
    queued: Iterable[tuple[str, str, str | None, Sequence[str]]], left: int, width: int
) -> Iterator[Line]:
    """Two lines a claim: id, phrase and source; then why it stands where it stands.

    `queued` are ids, phrases, sources and reasons; `left` is how many more there are.
    """
    for claim_id, phrase, source, reasons in queued:
        credit = (", ", shown(source, "source")) if source else ()
        head = line(shown(claim_id, "muted"), "  ")
        yield from _beside(head, line(shown(phrase, "claim"), *credit), width)
        yield from wrapped(line(shown("; ".join(reasons), "muted")), width, indent=" " * line_width(head))
    if left:
        yield line(Segment(f"… and {left} more; --all shows them.", "muted"))


def status_lines(
    by_status: Mapping[str, int], facts: Iterable[tuple[str, str]], held: Mapping[str, int], width: int
) -> Iterator[Line]:
    """The dashboard: claims by status, what to know, and who has how many."""
    for name in (*NAMES, *sorted(by_status.keys() - set(NAMES))):
        if by_status.get(name):
            yield line(fitted(str(by_status[name]), COUNT_WIDTH, right=True), "  ", Segment(name, "heading"))
    yield BLANK
    for label, text in facts:
        for position, part in enumerate(wrapped(line(shown(text)), width - LABEL_WIDTH)):
            yield line(Segment(fitted("" if position else label, LABEL_WIDTH), "muted"), *part)
    if held:
        yield BLANK
        for person, many in held.items():
            yield line(fitted(str(many), COUNT_WIDTH, right=True), "  with ", shown(person, "source"))


def concordance_lines(found: Concordance, width: int) -> Iterator[Line]:
    """The figures over all and of each pair, and the claims that divide reviewers."""
    if not found.overall.claims:
        yield line("No claim was read blind by two reviewers yet: `review decide --blind` does that.")
        return
    yield from _figure_lines("all", found.overall, width)
    for one in found.pairs:
        yield from _figure_lines(f"{one.one} and {one.other}", one.figures, width)
    for divided in found.divided:
        said = "; ".join(f"{person}: {label}" for person, label in divided.said)
        yield from _beside(line(shown(divided.claim, "muted"), "  "), line(shown(said)), width)


def _figure_lines(who: str, figures: Figures, width: int) -> Iterator[Line]:
    raw, chance = (f"{value:.2f}" if value is not None else "-" for value in (figures.raw, figures.ac1))
    told = (
        f"{figures.claims} claims; agreement {raw}, alpha {_estimated(figures.alpha)}, "
        f"ordinal {_estimated(figures.ordinal)}, AC1 {chance}"
    )
    yield from wrapped(line(shown(who, "source"), ": ", Segment(told)), width, hanging="  ")


def _estimated(estimate: Estimate) -> str:
    if estimate.value is None:
        return "-"
    if estimate.low is None or estimate.high is None:
        return f"{estimate.value:.2f}"
    return f"{estimate.value:.2f} ({estimate.low:.2f} to {estimate.high:.2f})"


def scale_lines(scale: Scale, width: int) -> Iterator[Line]:
    """A line a verdict: its order, label and meaning."""
    labels = max(cell_width(step.label) for step in scale)
    for step in scale:
        order = fitted("-" if step.order is None else str(step.order), 3, right=True)
        label = Segment(fitted(step.label, labels), "heading")
        head = line(Segment(order, "muted"), "  ", label, "  ")
        yield from _beside(head, line(shown(step.meaning)), width)


def check_lines(rules: Sequence[Rule], failures: Sequence[Failure], width: int) -> Iterator[Line]:
    """Each rule with the claims that fall short of it, and why."""
    for rule in rules:
        failing = [one for one in failures if one.rule == rule.name]
        told = "met" if not failing else f"{len(failing)} fall short" if failing[1:] else "1 falls short"
        head = line(Segment(rule.name, "heading"), f": {rule.sentence} ", Segment(told, "band"))
        yield from wrapped(head, width, hanging="  ")
        for one in failing:
            yield from _beside(line("  ", shown(one.claim, "muted"), "  "), line(shown(one.why)), width)


def _beside(head: Line, text: Line, width: int) -> Iterator[Line]:
    """A text in a column of its own, right of a head."""
    column = line_width(head)
    for place, part in enumerate(wrapped(text, width - column)):
        yield (*head, *part) if place == 0 else line(" " * column, *part)
