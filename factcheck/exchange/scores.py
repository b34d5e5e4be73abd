"""Which JSON does a script get of a score: the agreement, what explains it, and the model behind it?

The keys are always there, in a fixed order (docs/columns.md); what is not known is null.

Pure: values in, dicts out. Callers: `shapes.py`, and `cli` for `score`.
"""

from __future__ import annotations

from typing import Any

from factcheck.agreement.constants import default_of, with_settings
from factcheck.agreement.score import label_of
from factcheck.agreement.waterfall import Step, waterfall
from factcheck.exchange.notation import number, score
from factcheck.model import Agreement, Dossier, Pooled, Setting

Shape = dict[str, Any]


def agreement_shape(agreement: Agreement) -> Shape:
    """The score with its band, its counts of origins, and its reasons."""
    return {
        "band": agreement.band,
        "score": score(agreement.score),
        "support": score(agreement.support),
        "conflict": score(agreement.conflict),
        "unknown": score(agreement.unknown),
        "independent": agreement.independent,
        "corroborates": agreement.corroborates,
        "compatible": agreement.compatible,
        "conflicts": agreement.conflicts,
        "citations": agreement.citations,
        "reasons": list(agreement.reasons),
    }


def pooled_shape(pooled: Pooled) -> Shape:
    """What the independent figures say together; null where they say nothing."""
    return {
        "low": number(pooled.low),
        "high": number(pooled.high),
        "median": number(pooled.median),
        "floor": number(pooled.floor),
        "ceiling": number(pooled.ceiling),
        "headline": number(pooled.headline),
        "mean": score(pooled.mean),
        "i2": score(pooled.i2),
        "tau": score(pooled.tau),
        "best": [number(figure) for figure in pooled.best],
    }


def setting_shape(setting: Setting) -> Shape:
    """A constant of the model that the ledger has set otherwise."""
    return {
        "name": setting.name,
        "value": number(setting.value),
        "default": number(default_of(setting.name)),
        "reason": setting.reason,
        "by": setting.by,
        "at": setting.at,
    }


def step_shape(step: Step) -> Shape:
    """One citation of a waterfall: what it is, what it adds, and the opinion after it."""
    citation, relation, standing = step.judged.citation, step.judged.relation, step.judged.standing
    return {
        "id": citation.id,
        "source": citation.source,
        "relation": label_of(step.judged),
        "s": score(relation.s),
        "origin": standing.origin,
        "status": standing.status,
        "counted": standing.counted,
        "weight": score(standing.weight),
        "contribution": score(step.adds),
        "support": score(step.after.support),
        "conflict": score(step.after.conflict),
        "unknown": score(step.after.unknown),
        "reason": relation.reason,
        "status_reason": standing.reason,
    }


def model_shape(dossier: Dossier) -> Shape:
    """Which model judged, and the constants of it that the ledger has set otherwise."""
    return {"model": dossier.model, "settings": [setting_shape(setting) for setting in dossier.settings]}


def score_shape(dossier: Dossier, supposed: tuple[str, Dossier] | None = None) -> Shape:
    """One claim of `score`: its id with the agreement, and the one under a supposition, if one was made."""
    what_if = None
    if supposed is not None:
        said, otherwise = supposed
        what_if = {"supposing": said, "agreement": agreement_shape(otherwise.agreement)}
    return {
        "id": dossier.claim.id,
        "agreement": agreement_shape(dossier.agreement),
        **model_shape(dossier),
        "what_if": what_if,
    }


def explained_shape(dossier: Dossier, supposed: tuple[str, Dossier] | None = None) -> Shape:
    """One claim of `score --explain`: its score with the steps that lead to it."""
    steps = waterfall(dossier.citations, with_settings(dossier.settings))
    shape = score_shape(dossier, supposed) | {"steps": [step_shape(step) for step in steps]}
    if supposed is not None:
        steps = waterfall(supposed[1].citations, with_settings(dossier.settings))
        shape["what_if"]["steps"] = [step_shape(step) for step in steps]
    return shape
