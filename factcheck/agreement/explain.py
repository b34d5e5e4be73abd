"""Which reasons does an agreement give?

A handful of sentences in a fixed order: how many origins there are, who stands on which side
with which figure, what was not counted and why, and what the band means. They are what an
editor reads first, so each names its origins and quotes their numbers.

Pure. Caller: `score.py`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from factcheck.agreement.cores import CEILINGS, FLOORS
from factcheck.agreement.wording import counted, listed, quoted, times
from factcheck.model import Band, Citation, Judged, RelationLabel, Scope, StandingStatus

NAMED_AT_MOST = 8
_BANDS: dict[Band, str] = {
    "corroborated": "two or more independent origins support the claim, and none conflicts with it",
    "single-source support": "one independent origin supports the claim, and none conflicts with it",
    "contested": "independent origins stand on both sides",
    "contradicted": "two or more independent origins conflict with the claim, and none supports it",
    "disputed by one source": "one independent origin conflicts with the claim, and none supports it",
    "not ruled out": "no independent origin supports the claim, and none conflicts with it",
    "no independent evidence": "nothing that was cited tests the number independently",
}
_SET_ASIDE: tuple[tuple[StandingStatus, str, str], ...] = (
    ("echo", "repeats a counted origin", "repeat counted origins"),
    ("superseded", "is superseded", "are superseded"),
    ("withdrawn", "is withdrawn or repeats a withdrawn figure", "are withdrawn or repeat withdrawn figures"),
    ("mixed", "mixes origins", "mix origins"),
    ("incomparable", "cannot be compared", "cannot be compared"),
)
_FROM_OWN = "{} from the claim's own source, its affiliates or those who repeat them"
_BY_SCOPE: dict[Scope, str] = {"part": " of a part", "whole": " of a larger whole"}
_IN_FAMILY = frozenset({"own source", "affiliate"})


def give_reasons(judged: Sequence[Judged], labels: Sequence[RelationLabel], band: Band) -> tuple[str, ...]:
    """The reasons of an agreement; `labels` are the sides of the counted citations, in their order."""
    standing = [one for one in judged if one.standing.counted]
    sides: dict[RelationLabel, list[Judged]] = {}
    for one, label in zip(standing, labels, strict=True):
        sides.setdefault(label, []).append(one)
    return (
        _how_many(len(standing), len(judged)),
        *_support(sides.get("corroborates", [])),
        *_conflict(sides.get("conflicts", [])),
        *_room(sides.get("compatible", [])),
        *_stances(standing),
        *_set_aside(judged, standing),
        f"{band[0].upper()}{band[1:]}: {_BANDS[band]}.",
    )


def _how_many(independent: int, citations: int) -> str:
    if not citations:
        return "Nothing has been cited."
    among = f"among {counted(citations, 'citation', 'citations')}"
    if not independent:
        return f"No independent origin {among}."
    return f"{counted(independent, 'independent origin', 'independent origins')} {among}."


def _support(side: Sequence[Judged]) -> Iterator[str]:
    if side:
        yield f"{_verb(side, 'corroborates', 'corroborate')}: {_named(side)}."


def _conflict(side: Sequence[Judged]) -> Iterator[str]:
    if side:
        yield f"{_verb(side, 'conflicts', 'conflict')}: {_named(side)}."


def _room(side: Sequence[Judged]) -> Iterator[str]:
    if not side:
        return
    if all(_is_floor(one.citation) for one in side):
        does = _verb(side, "sets a floor that does not rule it out", "set floors that do not rule it out")
    elif all(_is_ceiling(one.citation) for one in side):
        does = _verb(side, "sets a ceiling that does not rule it out", "set ceilings that do not rule it out")
    else:
        does = _verb(side, "neither supports it nor rules it out", "neither support it nor rule it out")
    yield f"{does}: {_named(side)}."


def _is_floor(citation: Citation) -> bool:
    """Whether it bounds the claim from below: a part does, a floor does, a floor of the whole does not."""
    hedge = citation.quantity.hedge if citation.quantity is not None else None
    if citation.scope == "part":
        return hedge not in CEILINGS
    return citation.scope == "same" and hedge in FLOORS


def _is_ceiling(citation: Citation) -> bool:
    """Whether it bounds the claim from above: a whole does, a ceiling does, a ceiling of a part does not."""
    hedge = citation.quantity.hedge if citation.quantity is not None else None
    if citation.scope == "whole":
        return hedge not in FLOORS
    return citation.scope == "same" and hedge in CEILINGS


def _stances(standing: Sequence[Judged]) -> Iterator[str]:
    for one in standing:
        stance = one.citation.stance
        if stance is not None and stance.reason.strip() and stance.label != one.relation.label:
            yield (
                f"{one.standing.origin} counts as “{stance.label}” by the stance of {stance.by}, "
                f"not as computed (“{one.relation.label}”): {stance.reason.strip().rstrip('.')}."
            )


def _set_aside(judged: Sequence[Judged], standing: Sequence[Judged]) -> Iterator[str]:
    origins = {one.standing.origin for one in standing}
    of_own = [one for one in judged if _is_of_own_source(one, origins)]
    others = Counter(
        one.standing.status
        for one in judged
        if not one.standing.counted and not _is_of_own_source(one, origins)
    )
    parts = [
        f"{number_of:,} {one if number_of == 1 else many}"
        for status, one, many in _SET_ASIDE
        if (number_of := others[status])
    ]
    if parts:
        yield f"Not counted: {listed(parts)}."
    if len(of_own) == 1:
        yield f"1 citation {_FROM_OWN.format('comes')}: it checks the attribution only."
    elif of_own:
        yield f"{len(of_own):,} citations {_FROM_OWN.format('come')}: they check the attribution only."


def _is_of_own_source(one: Judged, counted_origins: set[str]) -> bool:
    """An echo of an origin that nobody stands for repeats the claim's own source or an affiliate."""
    status = one.standing.status
    return status in _IN_FAMILY or (status == "echo" and one.standing.origin not in counted_origins)


def _verb(side: Sequence[Judged], one: str, many: str) -> str:
    return f"{len(side):,} {one if len(side) == 1 else many}"


def _named(side: Sequence[Judged]) -> str:
    ordered = sorted(side, key=lambda one: (one.standing.origin, one.citation.id))
    names = [_name(one) for one in ordered[:NAMED_AT_MOST]]
    more = [f"{len(ordered) - NAMED_AT_MOST:,} more"] if len(ordered) > NAMED_AT_MOST else []
    return listed([*names, *more], "; ")


def _name(one: Judged) -> str:
    quantity, relation = one.citation.quantity, one.relation
    if quantity is None:
        return f"{one.standing.origin}, without a number"
    said = f"{one.standing.origin} with {quoted(quantity)}{_BY_SCOPE.get(one.citation.scope, '')}"
    if relation.factor is not None and relation.factor > 1:
        return f"{said}, at least {times(relation.factor)} {relation.direction}"
    return said
