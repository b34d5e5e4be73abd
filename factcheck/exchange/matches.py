"""Which JSON does a script get of the claims that are near to a text? (docs/columns.md)

Pure: values in, dicts out. Caller: `cli`, for `match --json`.
"""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.agreement.matching.found import Match
from factcheck.exchange.extracts import Shape, quantity_shape, relation_shape
from factcheck.exchange.notation import SCHEMA_VERSION, score


def matches_shape(found: Iterable[Match], *, by_meaning: bool) -> Shape:
    """All that is near, the likeliest first; `by_meaning`: sentence vectors were compared, too."""
    return {
        "schema_version": SCHEMA_VERSION,
        "by_meaning": by_meaning,
        "matches": list(map(match_shape, found)),
    }


def match_shape(found: Match) -> Shape:
    """One claim; `asked` and `relation` are null where no number asked for speaks to the claim's."""
    recorded, numbers = found.recorded, found.numbers
    return {
        "id": found.id,
        "answer": found.answer,
        "score": score(found.score),
        "reasons": list(found.reasons),
        "sentence": recorded.telling.said,
        "outlet": recorded.outlet,
        "date": recorded.date,
        "source": recorded.source,
        "asked": quantity_shape(numbers.asked) if numbers else None,
        "told": quantity_shape(recorded.claim.quantity),
        "relation": relation_shape(numbers.relation) if numbers else None,
    }
