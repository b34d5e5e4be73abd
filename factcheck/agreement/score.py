"""How well do independent origins agree with a claim, and why?

Each citation is compared with the claim and given its standing; those that stand for an
origin add evidence for or against by their weight. The opinion (support, conflict, unknown)
follows Jøsang's mapping of evidence, and the band follows from counting origins, not from
the score: a score never stands without its band and its reasons.

Pure: values in, an assessment out. Callers: `desk`, and the rescoring of a ledger.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from factcheck.agreement.compare import compare
from factcheck.agreement.explain import give_reasons
from factcheck.agreement.origins import has_reasoned_stance, stand
from factcheck.agreement.pool import pool
from factcheck.agreement.sentences import NO_NUMBER, say_measures_differ
from factcheck.model import (
    Agreement,
    Band,
    Citation,
    Judged,
    Pooled,
    Quantity,
    Relation,
    RelationLabel,
    Standing,
)

MODEL_VERSION = "1"  # goes up when the same evidence may score otherwise
MODEL_VERSION = "1"  # kept beside every stored agreement: which model computed it
PRIOR_WEIGHT = 2.0
BASE_RATE = 0.5
STANCE_SCORES: dict[RelationLabel, float] = {"corroborates": 0.5, "compatible": 0.0, "conflicts": -0.5}


@dataclass(frozen=True, slots=True)
class Assessment:
    """A claim's citations as judged, in the order given, with what follows from them."""

    citations: tuple[Judged, ...]
    agreement: Agreement
    pooled: Pooled


def assess(
    claim: Quantity,
    own_source: str | None,
    citations: Sequence[Citation],
    affiliations: Iterable[tuple[str, str]] = (),
    measure: str | None = None,
) -> Assessment:
    """Judge every citation against the claim, and add up what the independent ones say.

    `own_source` is the canonical name of the claim's attributed source, `affiliations` pairs
    of names that speak as one, `measure` what the claim was declared to count.
    """
    relations = [_relate(claim, citation, measure) for citation in citations]
    barred = {
        place
        for place, (citation, relation) in enumerate(zip(citations, relations, strict=True))
        if _label(citation, relation) == "incomparable"
    }
    standings = stand(citations, own_source, affiliations, barred)
    judged = tuple(map(_judge, citations, relations, standings))
    return Assessment(judged, _agree(judged), pool(judged, claim))


def label_of(judged: Judged) -> RelationLabel:
    """The side that a citation counts on: the computed one, or that of a stance with a reason."""
    return _label(judged.citation, judged.relation)


def band_of(corroborates: int, compatible: int, conflicts: int) -> Band:
    """The band, from how many independent origins stand on each side."""
    if corroborates and conflicts:
        return "contested"
    if corroborates:
        return "corroborated" if corroborates > 1 else "single-source support"
    if conflicts:
        return "contradicted" if conflicts > 1 else "disputed by one source"
    return "not ruled out" if compatible else "no independent evidence"


def _relate(claim: Quantity, citation: Citation, measure: str | None) -> Relation:
    if citation.quantity is None:
        return Relation("incomparable", NO_NUMBER)
    if measure and citation.measure and measure.casefold() != citation.measure.casefold():
        return Relation("incomparable", say_measures_differ(measure, citation.measure))
    return compare(claim, citation.quantity, citation.scope)


def _label(citation: Citation, relation: Relation) -> RelationLabel:
    stance = citation.stance
    return stance.label if stance is not None and has_reasoned_stance(citation) else relation.label


def _judge(citation: Citation, relation: Relation, standing: Standing) -> Judged:
    if not standing.counted:
        return Judged(citation, relation, standing)
    label = _label(citation, relation)
    s = STANCE_SCORES[label] if label != relation.label or relation.s is None else relation.s
    return Judged(citation, relation, standing, standing.weight * s)


def _agree(judged: Sequence[Judged]) -> Agreement:
    counted = [one for one in judged if one.standing.counted]
    labels = [label_of(one) for one in counted]
    corroborates, compatible = labels.count("corroborates"), labels.count("compatible")
    conflicts = labels.count("conflicts")
    band = band_of(corroborates, compatible, conflicts)
    pro = math.fsum(one.contribution for one in counted if one.contribution > 0)
    contra = math.fsum(-one.contribution for one in counted if one.contribution < 0)
    total = pro + contra + PRIOR_WEIGHT
    support, conflict, unknown = pro / total, contra / total, PRIOR_WEIGHT / total
    return Agreement(
        band=band,
        score=support + BASE_RATE * unknown if counted else None,
        support=support,
        conflict=conflict,
        unknown=unknown,
        independent=len(counted),
        corroborates=corroborates,
        compatible=compatible,
        conflicts=conflicts,
        citations=len(judged),
        reasons=give_reasons(judged, labels, band),
    )
