"""Which numeric claims does this document make, and who vouches for each?

Puts the two readings together: the numbers (`quantities`) and their sources
(`attributions`), each claim anchored to its sentence. Every span is of the document's
own text; markup is blanked for the reading only, never in what is kept.

Pure: a document in, an extract out, the same every time. Callers: desk, bench.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import repeat

from factcheck.language.attributions import attributions_on
from factcheck.language.markdown import blank_markup
from factcheck.language.pages import Page
from factcheck.language.quantities import Found, read
from factcheck.model import Attribution, Claim, Document, Extract, Span, identify


def extract(document: Document) -> Extract:
    """The claims and notices of a document, both in the order of the text."""
    markdown = document.media_type == "text/markdown"
    prose = blank_markup(document.text) if markdown else document.text
    found, notices = read(prose)
    page = Page(prose)
    attributions = attributions_on(page, (number.span for number in found))
    if markdown:
        attributions = (_as_printed(attribution, document.text) for attribution in attributions)
    within = (page.sentence_over(number.span) for number in found)
    claims = tuple(map(_claim, repeat(document), found, attributions, within))
    return Extract(document, claims, notices)


def sentence_spans(text: str, numbers: Sequence[Span]) -> tuple[Span, ...]:
    """For each number, the span of the sentence that holds it; the number's own where none does."""
    return tuple(map(Page(text).sentence_over, numbers))


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
