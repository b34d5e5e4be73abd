"""How well do independent origins agree with a claim, and why?

Each citation is compared with the claim and given its standing; those that stand for an
origin add evidence for or against by their weight. The opinion (support, conflict, unknown)
follows Jøsang's mapping of evidence, and the band follows from counting origins, not from
the score: a score never stands without its band and its reasons.

Pure: values in, an assessment out. Callers: `desk`, and the rescoring of a ledger.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from factcheck.agreement.compare import compare
from factcheck.agreement.constants import DEFAULTS, Constants
from factcheck.agreement.explain import give_reasons
from factcheck.agreement.likeness import UNDECLARED, Measurand, doubt, why_unlike
from factcheck.agreement.origins import has_reasoned_stance, stand
from factcheck.agreement.pool import NO_RECORDS, pool
from factcheck.agreement.sentences import NO_NUMBER
from factcheck.model import (
    Agreement,
    Band,
    Citation,
    Judged,
    Pooled,
    Quantity,
    Relation,
    RelationLabel,
    Scope,
    Standing,
)

Compared = dict[tuple[Quantity, Scope], Relation]
STANCE_SIGNS: dict[RelationLabel, int] = {"corroborates": 1, "compatible": 0, "conflicts": -1}


@dataclass(frozen=True, slots=True)
class Opinion:
    """How much of the evidence supports, how much conflicts, and how much is unknown; they add up to 1."""

    support: float
    conflict: float
    unknown: float

    def score(self, constants: Constants = DEFAULTS) -> float:
        """The support, and of the unknown the share that the model counts."""
        return self.support + float(constants.base_rate) * self.unknown


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
    measurand: Measurand = UNDECLARED,
    constants: Constants = DEFAULTS,
    records: Mapping[str, float] = NO_RECORDS,
) -> Assessment:
    """Judge every citation against the claim, and add up what the independent ones say.

    `own_source` is the canonical name of the claim's attributed source, `affiliations` pairs
    of names that speak as one, `measurand` what the claim counts, where and when. `records` are
    the weights of track records by name key, where the ledger asks for them (see `pool`).
    """
    judged = judge(claim, own_source, citations, affiliations, measurand, constants)
    return Assessment(judged, agree(judged, constants), pool(judged, claim, constants, records))


def judge(
    claim: Quantity,
    own_source: str | None,
    citations: Sequence[Citation],
    affiliations: Iterable[tuple[str, str]] = (),
    measurand: Measurand = UNDECLARED,
    constants: Constants = DEFAULTS,
) -> tuple[Judged, ...]:
    """Each citation with its relation and its standing, in the order given; arguments as for `assess`."""
    compared: Compared = {}
    relations = [_relate(claim, citation, measurand, constants, compared) for citation in citations]
    barred = {
        place
        for place, (citation, relation) in enumerate(zip(citations, relations, strict=True))
        if _label(citation, relation) == "incomparable"
    }
    standings = stand(citations, own_source, affiliations, barred, constants)
    return tuple(
        Judged(
            citation,
            relation,
            standing,
            _contribution(citation, relation, standing, constants),
            doubt(measurand, citation),
        )
        for citation, relation, standing in zip(citations, relations, standings, strict=True)
    )


def agree(judged: Sequence[Judged], constants: Constants = DEFAULTS) -> Agreement:
    """What the citations that count add up to, with the reasons."""
    counted = [one for one in judged if one.standing.counted]
    labels = [label_of(one) for one in counted]
    corroborates, compatible = labels.count("corroborates"), labels.count("compatible")
    conflicts = labels.count("conflicts")
    band = band_of(corroborates, compatible, conflicts)
    opinion = opinion_of(
        math.fsum(one.contribution for one in counted if one.contribution > 0),
        math.fsum(-one.contribution for one in counted if one.contribution < 0),
        constants,
    )
    return Agreement(
        band=band,
        score=opinion.score(constants) if counted else None,
        support=opinion.support,
        conflict=opinion.conflict,
        unknown=opinion.unknown,
        independent=len(counted),
        corroborates=corroborates,
        compatible=compatible,
        conflicts=conflicts,
        citations=len(judged),
        reasons=give_reasons(judged, labels, band),
    )


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


def opinion_of(pro: float, contra: float, constants: Constants = DEFAULTS) -> Opinion:
    """The opinion that follows from so much weighed evidence for and against."""
    prior = float(constants.prior_weight)
    total = pro + contra + prior
    return Opinion(pro / total, contra / total, prior / total)


def _relate(
    claim: Quantity, citation: Citation, measurand: Measurand, constants: Constants, compared: Compared
) -> Relation:
    """The relation of one citation; `compared` remembers those of numbers that are cited again and again."""
    if citation.quantity is None:
        return Relation("incomparable", NO_NUMBER)
    if citation.scope != "different" and (why := why_unlike(measurand, citation)) is not None:
        return Relation("incomparable", why)
    said = citation.quantity, citation.scope
    if said not in compared:
        compared[said] = compare(claim, *said, constants)
    return compared[said]


def _label(citation: Citation, relation: Relation) -> RelationLabel:
    stance = citation.stance
    return stance.label if stance is not None and has_reasoned_stance(citation) else relation.label


def _contribution(citation: Citation, relation: Relation, standing: Standing, constants: Constants) -> float:
    """What a citation that counts adds: for the claim, or, negative, against it."""
    if not standing.counted:
        return 0.0
    label = _label(citation, relation)
    if label == relation.label and relation.s is not None:
        return standing.weight * relation.s
    return standing.weight * STANCE_SIGNS[label] * float(constants.stance_score)
