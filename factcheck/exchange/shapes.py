"""Which JSON does a script get of a claim and its evidence? (docs/columns.md)

Shapes as in `extracts.py`: keys in a fixed order and always there.

Pure: values in, dicts out. Callers: cli; `desk` for exports.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.exchange.extracts import Shape, claim_shape, quantity_shape, relation_shape
from factcheck.exchange.notation import SCHEMA_VERSION, score
from factcheck.exchange.reviews import decision_shape, state_shape
from factcheck.exchange.scores import agreement_shape, model_shape, pooled_shape
from factcheck.model import (
    Anchor,
    Citation,
    Decision,
    Document,
    Dossier,
    Event,
    Judged,
    Stance,
    State,
)


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
        "status": dossier.state.status if dossier.state else None,
        "review": _review_shape(dossier.state, dossier.decisions),
        "history": [event_shape(event) for event in dossier.history],
        **model_shape(dossier),
    }


def _review_shape(state: State | None, decisions: Sequence[Decision]) -> Shape | None:
    """Where the review stands, and how it came there; null where that is not to be told."""
    if state is None:
        return None
    return {**state_shape(state), "decisions": [decision_shape(one) for one in decisions]}
