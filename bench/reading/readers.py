"""What does our reader say of a text, in the shape that the scorers take?"""

from __future__ import annotations

from typing import Any

from factcheck.language.quantities import Found, read

NOBODY = {"type": "none", "source_span": None, "cue_span": None}


def predict(text: str) -> list[dict[str, Any]]:
    """The claims of a text as `factcheck extract --json` prints them, as far as the scorers look."""
    return [_as_claim(found) for found in read(text)[0]]


def _as_claim(found: Found) -> dict[str, Any]:
    quantity = found.quantity
    numbers = {name: _plain(getattr(quantity, name)) for name in ("low", "high", "point")}
    return {
        "span": [found.span.start, found.span.end],
        "phrase_span": [found.phrase_span.start, found.phrase_span.end],
        "quantity": {
            **numbers,
            "hedge": quantity.hedge,
            "kind": quantity.kind,
            "unit": quantity.unit,
            "counted": quantity.counted,
        },
        "attribution": NOBODY,
    }


def _plain(value: object) -> str | None:
    return None if value is None else str(value)
