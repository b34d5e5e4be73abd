"""How does a person read why a number was read so?

One page: the sentence with the claim and its source marked; then for the number, and for
its source, what each rests on (the words, what they say, the row of the table, the rule
with its question) and what was tried in vain. With `trace` every question in the order
asked, each indented below the one that asked it.

Pure: an explanation and a width in, lines out. Caller: `cli`, for `explain`.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.language.explanations import Explanation
from factcheck.language.tracing.readings import Fact, Reading, Row, Tried, in_words
from factcheck.language.tracing.watch import Asked
from factcheck.model import Claim, Span
from factcheck.show.lines import BLANK, Line, Segment, cut, line, shown, wrapped
from factcheck.show.passages import credited, marked_sentence, place

LABELS = 14  # cells for the name of a fact
INDENT = "  "
HANGING = INDENT + " " * LABELS
DEEPEST = 20  # levels of a trace that are indented
SHOWN_WORDS = 160
AROUND = 60  # characters shown on both sides of a number that is no claim


def explanation_lines(
    explanation: Explanation, width: int, *, recorded: Claim | None = None, trace: bool = False
) -> Iterator[Line]:
    """The page of one explanation."""
    document = explanation.document
    text = document.text
    where = place(text, explanation.span.start)
    name = shown(document.path or document.title or document.id, "heading")
    offset = Segment(f"(offset {explanation.span.start})", "muted")
    yield from wrapped(line(name, f"  {where}  ", offset), width, hanging=INDENT)
    yield BLANK
    claim = explanation.claim
    around = marked_sentence(claim, text) if claim else _window(text, explanation.span)
    yield from wrapped(around, width, indent=INDENT)
    for number in explanation.numbers:
        yield BLANK
        heading = line(Segment("The number", "heading"), "  ", shown(number.span.of(text), "number"))
        yield from _reading((*heading, *_verdict(explanation)), number, text, width, trace)
    if explanation.claim and explanation.source:
        yield BLANK
        said = shown(credited(explanation.claim.attribution), "source")
        heading = line(Segment("The source", "heading"), "  ", said)
        yield from _reading(heading, explanation.source, text, width, trace)
    if recorded:
        yield BLANK
        yield from _recorded(recorded, width)


def _window(text: str, span: Span) -> Line:
    """A stretch of text around a number that is no claim, the number marked as one would be."""
    start, end = max(0, span.start - AROUND), span.end + AROUND
    before = ("…" if start else "") + text[start : span.start]
    after = text[span.end : end] + ("…" if end < len(text) else "")
    gaps = [" " if edge.isspace() else "" for edge in (before[-1:], after[:1])]
    number = (Segment("[", "number"), shown(span.of(text), "number"), Segment("]", "number"))
    return line(shown(before), gaps[0], *number, gaps[1], shown(after))


def _verdict(explanation: Explanation) -> Line:
    if explanation.claim:
        return line(" is a claim: ", shown(explanation.claim.phrase))
    return line(" is no claim")


def _recorded(claim: Claim, width: int) -> Iterator[Line]:
    """How the ledger holds a claim that is read otherwise today, or was declared by hand."""
    held = line(Segment("The record", "heading"), "  differs: ", shown(claim.phrase, "number"), ", ")
    yield from wrapped((*held, shown(credited(claim.attribution), "source")), width, hanging=INDENT)


def _reading(heading: Line, reading: Reading, text: str, width: int, trace: bool) -> Iterator[Line]:
    yield from wrapped(heading, width, hanging=INDENT)
    for fact in reading.facts:
        yield from _fact(fact, width)
    if reading.tried:
        yield line(INDENT, Segment("Tried in vain", "heading"))
        for tried in reading.tried:
            yield from _tried(tried, width)
    if trace:
        yield line(INDENT, Segment("Every question, in order", "heading"))
        yield from (_asked(asked, text, width) for asked in reading.trace)


def _fact(fact: Fact, width: int) -> Iterator[Line]:
    """The words with what they say; below them the row and the rule."""
    words = Segment(f"“{_short(fact.words)}”", "number") if fact.words else None
    arrow = ": " if fact.words and fact.says else None
    lead = INDENT + fact.what.ljust(LABELS)
    if fact.words or fact.says:
        yield from wrapped(line(words, arrow, shown(fact.says)), width, indent=lead, hanging=HANGING)
        lead = HANGING
    for ground in _grounds(fact.row, fact.rule, fact.question):
        yield from wrapped(line(Segment(ground, "muted")), width, indent=lead, hanging=HANGING)
        lead = HANGING


def _tried(tried: Tried, width: int) -> Iterator[Line]:
    """The words with what came of them; below them the question that decided, or that question alone."""
    lead = INDENT * 2
    if tried.words:
        row = f" ({tried.row.table}: {tried.row.example})" if tried.row else ""
        words = Segment(f"“{_short(tried.words)}” ", "number")
        yield from wrapped(line(words, shown(tried.outcome + row)), width, indent=lead, hanging=lead + INDENT)
        lead += INDENT
    asked = line(shown(tried.answer), "  ", shown(f"{tried.question} ({tried.rule})", "muted"))
    yield from wrapped(asked, width, indent=lead, hanging=lead + INDENT * 2)


def _grounds(row: Row | None, rule: str, question: str) -> Iterator[str]:
    if row:
        yield f"{row.table}: {row.example}"
    if rule:
        yield f"{rule}: {question}" if question else rule


def _asked(asked: Asked, text: str, width: int) -> Line:
    """One question of a trace on one line: the rule and its answer, indented by its depth."""
    lead = INDENT + " " * min(asked.depth, DEEPEST)
    room = width - len(lead)
    answer = in_words(asked.answer, text)
    said = shown(cut(f"{asked.rule} → {answer}", room))
    return line(lead, said)


def _short(words: str) -> str:
    """The words on one line, the middle left out where there are many."""
    flat = " ".join(words.split())
    half = SHOWN_WORDS // 2
    return flat if len(flat) <= SHOWN_WORDS else f"{flat[:half]} … {flat[-half:]}"
