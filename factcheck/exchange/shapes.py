"""Which JSON does a script get? One shape a noun, its keys in a fixed order (docs/columns.md).

A shape is a dict of strings, numbers, lists and nulls, ready for `json_text`. Every key is
always there: what is not known is null or an empty list. Only `readings` of a notice is
left out where there are none.

Pure: values in, dicts out. Callers: `tables.py` through the command line; `desk` for exports.
"""

from __future__ import annotations

from typing import Any

from factcheck.exchange.notation import SCHEMA_VERSION, number, score
from factcheck.exchange.scores import agreement_shape, model_shape, pooled_shape
from factcheck.model import (
    Anchor,
    Attribution,
    Citation,
    Claim,
    Credit,
    Document,
    Dossier,
    Event,
    Extract,
    Judged,
    Notice,
    Quantity,
    Relation,
    Span,
    Stance,
    Worth,
)

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


def document_shape(document: Document) -> Shape:
    """The document behind a claim of `show`; its text is not repeated."""
    return {
        "id": document.id,
        "path": document.path,
        "sha256": document.sha256,
        "title": document.title,
        "outlet": document.publisher,
        "date": document.date,
        "url": document.url,
        "characters": len(document.text),
    }


def relation_shape(relation: Relation) -> Shape:
    """How the citation stands to the claim, with its sentence."""
    return {
        "label": relation.label,
        "s": score(relation.s),
        "factor": number(relation.factor),
        "direction": relation.direction,
        "reason": relation.reason,
        "possibility": score(relation.possibility),
        "necessity": score(relation.necessity),
    }


def stance_shape(stance: Stance | None) -> Shape | None:
    """What the person who cited says of it, or null."""
    return None if stance is None else {"label": stance.label, "reason": stance.reason, "by": stance.by}


def judged_shape(judged: Judged) -> Shape:
    """One citation with its relation, and whether and why it counts."""
    citation, standing = judged.citation, judged.standing
    return {
        **_evidence(citation),
        "relation": relation_shape(judged.relation),
        "stance": stance_shape(citation.stance),
        "origin": standing.origin,
        "status": standing.status,
        "status_reason": standing.reason,
        "counted": standing.counted,
        "weight": score(standing.weight),
        "contribution": score(judged.contribution),
        "reliability": citation.reliability,
        "party": citation.party,
        "measure": citation.measure,
        "place": citation.place,
        "period": citation.period,
        "doubt": judged.doubt,
        "note": citation.note,
        "anchor": anchor_shape(judged.anchor),
    }


def anchor_shape(anchor: Anchor | None) -> Shape | None:
    """Where the passage of a citation stands, or null where nobody said."""
    if anchor is None:
        return None
    return {
        "sha256": anchor.sha256,
        "path": anchor.path,
        "locator": anchor.locator,
        "archive": anchor.archive,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
    }


def _evidence(citation: Citation) -> Shape:
    """What was attached, before any judgement."""
    quantity = citation.quantity
    return {
        "id": citation.id,
        "source": citation.source,
        "outlet": citation.outlet,
        "date": citation.date,
        "url": citation.url,
        "passage": citation.passage,
        "quantity": None if quantity is None else quantity_shape(quantity),
        "scope": citation.scope,
        "derived_from": list(citation.derived_from),
    }


def event_shape(event: Event) -> Shape:
    """One line of a claim's history."""
    return {"seq": event.seq, "at": event.at, "who": event.who, "verb": event.verb, "hash": event.hash}


def dossier_shape(dossier: Dossier) -> Shape:
    """All that is known of one claim: what `show --json` prints."""
    return {
        "schema_version": SCHEMA_VERSION,
        "claim": claim_shape(dossier.claim),
        "document": document_shape(dossier.document),
        "source": dossier.source,
        "citations": [judged_shape(judged) for judged in dossier.citations],
        "agreement": agreement_shape(dossier.agreement),
        "pooled": pooled_shape(dossier.pooled),
        "history": [event_shape(event) for event in dossier.history],
        **model_shape(dossier),
    }
