"""Which citations count, and as whose word?

Ten papers that repeat one agency are one origin. So one citation stands for each origin and
the others are shown as what they are: echoes, figures that their source has superseded or
withdrawn, mixtures of several origins. The claim's own source, whoever is affiliated with
it, and whoever repeats them check the attribution ("did they say so?"), never the number.

Pure: citations in, standings out, in the same order. Caller: `score.py`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from decimal import Decimal

from factcheck.agreement.affiliations import Family, family_of
from factcheck.agreement.constants import DEFAULTS, Constants
from factcheck.agreement.provenance import Trace, date_key, name_key, precedence, trace
from factcheck.agreement.reasons import Case, say_standing
from factcheck.agreement.withdrawals import Adoption, find_withdrawn
from factcheck.model import Citation, Standing, StandingStatus


def stand(
    citations: Sequence[Citation],
    own_source: str | None,
    affiliations: Iterable[tuple[str, str]] = (),
    incomparable: Collection[int] = (),
    constants: Constants = DEFAULTS,
) -> tuple[Standing, ...]:
    """The standing of each citation, in the order given.

    `affiliations` are pairs of source names that speak as one; they chain. `incomparable`
    are indices of citations whose number cannot be held against the claim (another unit or
    measure): like those without a number or of a different scope, they count on no side.
    """
    places = sorted(range(len(citations)), key=lambda place: _identity(citations[place]))
    ordered = [citations[place] for place in places]
    unusable = {
        index
        for index, place in enumerate(places)
        if place in incomparable or not is_usable(citations[place])
    }
    cases = _judge(ordered, family_of(own_source, affiliations), unusable)
    by_place = {place: _standing(case, constants) for place, case in zip(places, cases, strict=True)}
    return tuple(by_place[place] for place in range(len(citations)))


def weight_of(citation: Citation, constants: Constants = DEFAULTS) -> float:
    """The declared weight: reliability over the neutral one, half for a party to the dispute."""
    reliability: Decimal = getattr(constants, f"reliability_{citation.reliability.lower()}")
    weight = float(reliability) / float(constants.neutral)
    return weight * float(constants.party) if citation.party else weight


def is_usable(citation: Citation) -> bool:
    """Whether a citation speaks to the claimed number; without a number of its own it is only shown."""
    return citation.scope != "different" and citation.quantity is not None


def has_reasoned_stance(citation: Citation) -> bool:
    """Whether the person who cited it took a stance and said why; a stance without a reason is none."""
    return citation.stance is not None and bool(citation.stance.reason.strip())


def _identity(citation: Citation) -> tuple[str, str, str, str]:
    return citation.id, citation.source, citation.date or "", citation.passage


def _judge(citations: Sequence[Citation], family: Family, unusable: set[int]) -> list[Case]:
    found = trace(citations, family.members)
    withdrawn = find_withdrawn(citations, found, unusable)
    settled: list[StandingStatus | None] = []
    groups: dict[str, list[int]] = defaultdict(list)
    for index, citation in enumerate(citations):
        status = "incomparable" if index in unusable else _barred(index, citation, found, family, withdrawn)
        settled.append(status)
        if status is None:
            groups[found.origins[index][0]].append(index)
    leading = {
        origin: sorted(group, key=lambda index: precedence(citations[index]))[:2] if group[1:] else group
        for origin, group in groups.items()
    }
    first = {origin: tuple(citations[index] for index in group) for origin, group in leading.items()}
    spelt = {origins: tuple(found.names[key] for key in origins) for origins in set(found.origins)}
    return [
        Case(
            citation,
            settled[index] or _rank(index, leading[found.origins[index][0]][0], citations),
            spelt[found.origins[index]],
            family.name,
            first.get(found.origins[index][0], ()),
            withdrawn.get(index),
            found.loop[index],
        )
        for index, citation in enumerate(citations)
    ]


def _barred(
    index: int, citation: Citation, found: Trace, family: Family, withdrawn: dict[int, Adoption]
) -> StandingStatus | None:
    """Why a citation cannot stand for its origin; None if it may."""
    source, origins = name_key(citation.source), found.origins[index]
    if source in family.members:
        return "own source" if source == family.own else "affiliate"
    if family.members.issuperset(origins):
        return "own source" if found.loop[index] else "echo"
    if len(origins) > 1:
        return "mixed"
    return "withdrawn" if index in withdrawn else None


def _rank(index: int, first: int, citations: Sequence[Citation]) -> StandingStatus:
    """What a citation is among those of its origin, the first of which stands for it."""
    if index == first:
        return "independent"
    citation, leader = citations[index], citations[first]
    older = date_key(citation.date) < date_key(leader.date)
    return "superseded" if older and not citation.derived_from else "echo"


def _standing(case: Case, constants: Constants) -> Standing:
    counted = case.status == "independent"
    weight = weight_of(case.citation, constants) if counted else 0.0
    return Standing(case.status, " + ".join(case.origins), counted, weight, say_standing(case))
