"""Which numeric claims does this document make, and who vouches for each?

Puts the two readings together: the numbers (`quantities`) and their sources
(`attributions`), each claim anchored to its sentence. Every span is of the document's
own text; markup is blanked for the reading only, never in what is kept.

Pure: a document in, an extract out, the same every time. Callers: desk, bench.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from factcheck.language.attributions import attribute
from factcheck.language.markdown import blank_markup
from factcheck.language.quantities import Found, read
from factcheck.language.sentences import sentences
from factcheck.model import Attribution, Claim, Document, Extract, Span, identify


def extract(document: Document) -> Extract:
    """The claims and notices of a document, both in the order of the text."""
    markdown = document.media_type == "text/markdown"
    prose = blank_markup(document.text) if markdown else document.text
    found, notices = read(prose)
    attributions = attribute(prose, [number.span for number in found])
    if markdown:
        attributions = tuple(_as_printed(attribution, document.text) for attribution in attributions)
    within = sentence_spans(prose, [number.span for number in found])
    claims = tuple(map(_claim, [document] * len(found), found, attributions, within))
    return Extract(document, claims, notices)


def sentence_spans(text: str, numbers: Sequence[Span]) -> tuple[Span, ...]:
    """For each number, the span of the sentence that holds it; the number's own where none does."""
    if not numbers:
        return ()
    bounds = sentences(text)
    starts = [sentence.start for sentence in bounds]
    spans = []
    for number in numbers:
        place = bisect_right(starts, number.start) - 1
        sentence = bounds[place] if place >= 0 else number
        spans.append(Span(min(sentence.start, number.start), max(sentence.end, number.end)))
    return tuple(spans)


def _claim(document: Document, number: Found, attribution: Attribution, sentence: Span) -> Claim:
    return Claim(
        id=claim_id(document, number.span),
        span=number.span,
        surface=number.span.of(document.text),
        phrase_span=number.phrase_span,
        phrase=number.phrase_span.of(document.text),
        sentence_span=sentence,
        quantity=number.quantity,
        attribution=attribution,
    )


def claim_id(document: Document, span: Span, declared: str | None = None) -> str:
    """The id of the claim at this place; a source that was declared by hand makes it another claim."""
    return identify("claim", document.id, span.start, span.end, declared)


def _as_printed(attribution: Attribution, text: str) -> Attribution:
    source, cue = attribution.source_span, attribution.cue_span
    return replace(
        attribution,
        source=source.of(text) if source else attribution.source,
        cue=cue.of(text) if cue else attribution.cue,
    )
