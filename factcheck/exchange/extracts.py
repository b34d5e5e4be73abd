"""Which JSON does a script get of a text, of its claims, and of two numbers held together? (docs/columns.md)

A shape is a dict of strings, numbers, lists and nulls, ready for `json_text`, its keys in a
fixed order. Every key is always there: what is not known is null or an empty list. Only
`readings` of a notice is left out where there are none.

Pure: values in, dicts out. Loads nothing of agreement, for `extract` starts quickly.
Callers: cli; `shapes.py` and the other shapes of this folder.
"""

from __future__ import annotations

from typing import Any

from factcheck.exchange.notation import number, score
from factcheck.model import Attribution, Claim, Credit, Extract, Notice, Quantity, Relation, Span, Worth

Shape = dict[str, Any]


def span_shape(span: Span | None) -> list[int] | None:
    """`[start, end]` in code points of the canonical text, or null."""
    return None if span is None else [span.start, span.end]


def quantity_shape(quantity: Quantity) -> Shape:
    """The stated number, its bounds as strings."""
    return {
        "low": number(quantity.low),
        "high": number(quantity.high),
        "point": number(quantity.point),
        "hedge": quantity.hedge,
        "low_open": quantity.low_open,
        "high_open": quantity.high_open,
        "grain": number(quantity.grain),
        "kind": quantity.kind,
        "unit": quantity.unit,
        "counted": quantity.counted,
    }


def relation_shape(relation: Relation) -> Shape:
    """How one number stands to another, with its sentence."""
    return {
        "label": relation.label,
        "s": score(relation.s),
        "factor": number(relation.factor),
        "direction": relation.direction,
        "reason": relation.reason,
        "possibility": score(relation.possibility),
        "necessity": score(relation.necessity),
    }


def credit_shape(credit: Credit) -> Shape:
    """One outer reporter of a nested attribution."""
    return {
        "source": credit.source,
        "source_span": span_shape(credit.source_span),
        "cue": credit.cue,
        "cue_span": span_shape(credit.cue_span),
    }


def attribution_shape(attribution: Attribution) -> Shape:
    """Who is credited with the number, and by which words."""
    return {
        "type": attribution.type,
        "source": attribution.source,
        "source_span": span_shape(attribution.source_span),
        "cue": attribution.cue,
        "cue_span": span_shape(attribution.cue_span),
        "canonical": attribution.canonical,
        "via": [credit_shape(credit) for credit in attribution.via],
        "inherited": attribution.inherited,
        "quoted": attribution.quoted,
        "polarity": attribution.polarity,
    }


def claim_shape(claim: Claim) -> Shape:
    """A claim as `extract` and `show` print it."""
    return {
        "id": claim.id,
        "span": span_shape(claim.span),
        "surface": claim.surface,
        "phrase_span": span_shape(claim.phrase_span),
        "phrase": claim.phrase,
        "sentence_span": span_shape(claim.sentence_span),
        "quantity": quantity_shape(claim.quantity),
        "attribution": attribution_shape(claim.attribution),
        "measure": claim.measure,
        "place": claim.place,
        "period": claim.period,
        "checkworthy": worth_shape(claim.worth),
    }


def worth_shape(worth: Worth | None) -> Shape | None:
    """How much a claim is worth checking, and why; null where nobody asked."""
    return None if worth is None else {"score": score(worth.score), "reasons": list(worth.reasons)}


def notice_shape(notice: Notice) -> Shape:
    """Something that was declined, with the readings that it was torn between, if any."""
    shape: Shape = {"span": span_shape(notice.span), "code": notice.code, "reason": notice.reason}
    if notice.readings:
        shape["readings"] = [quantity_shape(reading) for reading in notice.readings]
    return shape


def extract_shape(extract: Extract) -> Shape:
    """One document of `extract`: its claims and its notices."""
    document = extract.document
    return {
        "path": document.path,
        "sha256": document.sha256,
        "title": document.title,
        "characters": len(document.text),
        "claims": [claim_shape(claim) for claim in extract.claims],
        "notices": [notice_shape(notice) for notice in extract.notices],
    }
