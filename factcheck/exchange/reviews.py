"""Which JSON does a script get of reviews? (docs/columns.md)

Pure: values in, dicts out. Callers: `cli`, for `review` and `check`; `shapes.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from factcheck.exchange.notation import plain, score
from factcheck.model import Decision, Scale, State
from factcheck.review.concordance import Concordance, Estimate, Figures
from factcheck.review.profiles import Failure, Rule
from factcheck.review.queue import Place

if TYPE_CHECKING:
    from factcheck.ledger.waiting import WaitingClaim

Shape = dict[str, object]


def state_shape(state: State) -> Shape:
    """Where the review of a claim stands; `reopened` says why it is open again."""
    return {
        "status": state.status,
        "verdict": state.verdict,
        "decided_by": state.decided_by,
        "decided_at": state.decided_at,
        "decided_on_band": state.saw.band if state.saw else None,
        "assignee": state.assignee,
        "question": state.question,
        "signed_by": state.signed_by,
        "signed_at": state.signed_at,
        "self_signed": state.self_signed,
        "published_at": state.published_at,
        "published_verdict": state.published_verdict,
        "corrected_at": state.corrected_at,
        "reopened": state.reopened,
        "disputed": state.disputed,
        "blind": state.blind,
        "heads": list(state.heads),
        "since": state.since,
    }


def decision_shape(decision: Decision) -> Shape:
    """One decision, with what its maker saw."""
    saw, correction = decision.saw, decision.correction
    return {
        "id": decision.id,
        "claim": decision.claim,
        "move": decision.move,
        "by": decision.by,
        "at": decision.at,
        "follows": list(decision.follows),
        "verdict": decision.verdict,
        "because": decision.because,
        "assignee": decision.assignee,
        "blind": decision.blind,
        "self_signed": decision.self_signed,
        "saw": None
        if saw is None
        else {"band": saw.band, "score": score(saw.score), "model": saw.model, "evidence": saw.evidence},
        "correction": None
        if correction is None
        else {"said": correction.said, "right": correction.right, "where": correction.where},
    }


def decided_shape(claim: str, decision: Decision | None, state: State) -> Shape:
    """What a verb of review did: `new` is false where it was there already."""
    return {
        "claim": claim,
        "new": decision is not None,
        "decision": decision_shape(decision) if decision else None,
        **state_shape(state),
    }


def reviewed_shape(
    claim: str, state: State, decisions: Sequence[Decision], moves: Sequence[str], follows: Sequence[str]
) -> Shape:
    """A claim before a reviewer: `moves` are legal for them, `follows` is what the next one follows."""
    return {
        "claim": claim,
        **state_shape(state),
        "moves": list(moves),
        "follows": list(follows),
        "decisions": [decision_shape(one) for one in decisions],
    }


def queued_shape(claim: WaitingClaim, state: State, place: Place, worth: float | None) -> Shape:
    """A claim in the queue, with why it stands there."""
    return {
        "id": claim.id,
        "phrase": claim.phrase,
        "source": claim.source,
        "outlet": claim.outlet,
        "document": claim.document,
        "status": state.status,
        "assignee": state.assignee,
        "band": claim.band,
        "worth": score(worth),
        "turn": place.turn,
        "reasons": list(place.reasons),
        "since": claim.since,
    }


def concordance_shape(found: Concordance) -> Shape:
    """How far reviewers agree: over all, by pair, and the claims that divide them."""
    return {
        "overall": _figures_shape(found.overall),
        "pairs": [{"one": one.one, "other": one.other, **_figures_shape(one.figures)} for one in found.pairs],
        "divided": [
            {"claim": one.claim, "said": [list(pair) for pair in one.said], "steps": one.steps}
            for one in found.divided
        ],
    }


def _figures_shape(figures: Figures) -> Shape:
    return {
        "claims": figures.claims,
        "raw": score(figures.raw),
        "alpha": _estimate_shape(figures.alpha),
        "ordinal_alpha": _estimate_shape(figures.ordinal),
        "ac1": score(figures.ac1),
    }


def _estimate_shape(estimate: Estimate) -> Shape:
    return {"value": score(estimate.value), "low": score(estimate.low), "high": score(estimate.high)}


def scale_shape(scale: Scale) -> list[Shape]:
    """The steps of a scale, the best first."""
    return [
        {
            "label": step.label,
            "order": step.order,
            "value": None if step.value is None else plain(step.value),
            "meaning": step.meaning,
        }
        for step in scale
    ]


def check_shape(rules: Iterable[Rule], failures: Iterable[Failure]) -> Shape:
    """What was asked, and which claim falls short of it."""
    return {
        "rules": [{"name": rule.name, "sentence": rule.sentence} for rule in rules],
        "failures": [{"claim": one.claim, "rule": one.rule, "why": one.why} for one in failures],
    }
