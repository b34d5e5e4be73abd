"""What does our reader say of a text, in the shape that the scorers take?"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from factcheck.language.attributions import attribute
from factcheck.language.claims import extract
from factcheck.model import Attribution, Document, Quantity, Span

Claims = list[dict[str, Any]]


def predict(text: str) -> Claims:
    """The claims of a text as `factcheck extract --json` prints them, as far as the scorers look."""
    return [
        {
            "span": _pair(claim.span),
            "phrase_span": _pair(claim.phrase_span),
            "quantity": _quantity(claim.quantity),
            "attribution": _credit(claim.attribution),
        }
        for claim in extract(document(text)).claims
    ]


def credited(text: str, numbers: Iterable[tuple[int, int]]) -> Claims:
    """Whom each number is credited to, where somebody else has said which numbers there are."""
    spans = [Span(start, end) for start, end in numbers]
    return [
        {"span": _pair(span), "attribution": _credit(attribution)}
        for span, attribution in zip(spans, attribute(text, spans), strict=True)
    ]


def document(text: str) -> Document:
    """A text as a document of no publisher."""
    return Document("d", text, "0" * 64)


def _quantity(quantity: Quantity) -> dict[str, str | None]:
    names = ("low", "high", "point", "hedge", "kind", "unit", "counted")
    return {name: _plain(getattr(quantity, name)) for name in names}


def _credit(attribution: Attribution) -> dict[str, Any]:
    source, cue = attribution.source_span, attribution.cue_span
    return {
        "type": attribution.type,
        "source_span": _pair(source) if source else None,
        "cue_span": _pair(cue) if cue else None,
    }


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]


def _plain(value: object) -> str | None:
    return None if value is None else str(value)
