"""How was the number at this place read, and whose word is it?

Answers for a claim, for a number that was declined, and for a word that might have been a
number: the reading itself, and the same reading once more, watched, with what it rests on
and what was tried in vain. Who writes a rule debugs with it.

Pure. Callers: desk.
"""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.language.claims import extract
from factcheck.language.markdown import blank_markup
from factcheck.language.tracing.number_readings import number_readings
from factcheck.language.tracing.readings import Reading
from factcheck.language.tracing.source_readings import source_reading
from factcheck.model import Claim, Document, Extract, Notice, Span


@dataclass(frozen=True, slots=True)
class Explanation:
    """One place of a document: the claim or the notice that stands there, and how each was read.

    Neither stands where a word only might have been a number. A claim that several numbers
    make ("more than 100 but fewer than 200") has a reading for each.
    """

    document: Document
    span: Span
    claim: Claim | None
    notice: Notice | None
    numbers: tuple[Reading, ...]
    source: Reading | None


def explain(document: Document, offset: int) -> Explanation | None:
    """How the number at this offset was read; None where no number stands, nor a word for one."""
    found = extract(document)
    notice = notice_at(found, offset)
    claim = None if notice else claim_at(found, offset)
    stands = notice or claim
    span = stands.span if stands else Span(offset, offset + 1)
    prose = blank_markup(document.text) if document.media_type == "text/markdown" else document.text
    numbers = tuple(number_readings(prose, span))
    if not numbers:
        return None
    source = source_reading(prose, span)[1] if claim else None
    return Explanation(document, span if stands else numbers[0].span, claim, notice, numbers, source)


def claim_at(found: Extract, offset: int) -> Claim | None:
    """The claim whose number holds the offset, or else whose phrase does."""
    by_phrase = None
    for claim in found.claims:
        if _holds(claim.span, offset):
            return claim
        if by_phrase is None and _holds(claim.phrase_span, offset):
            by_phrase = claim
    return by_phrase


def notice_at(found: Extract, offset: int) -> Notice | None:
    """The notice whose number holds the offset."""
    return next((notice for notice in found.notices if _holds(notice.span, offset)), None)


def _holds(span: Span, offset: int) -> bool:
    return span.start <= offset < span.end


def nearest(found: Extract, offset: int) -> Span | None:
    """The number, claimed or declined, that stands nearest to an offset."""
    spans = [*(claim.span for claim in found.claims), *(notice.span for notice in found.notices)]
    return min(spans, key=lambda span: max(span.start - offset, offset - span.end + 1), default=None)
