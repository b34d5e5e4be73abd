"""Which sources of this ledger speak as one, or belong to one owner?

Both are declared: affiliations of the register, and owners in the profiles of sources.
Affiliates of a claimant count for nothing; any other tie is only a reason to ask whether two
figures are one.

Callers: `echoes.py`, `findings.py`, `track_records.py`.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from factcheck.agreement.provenance import name_key
from factcheck.ledger.revisions import holdings
from factcheck.ledger.sources import list_sources
from factcheck.ledger.store import Ledger
from factcheck.model import Source

if TYPE_CHECKING:  # at run time it would load the words of the language
    from factcheck.agreement.consistency.echoes import Ties

AS_ONE = "the two are declared to speak as one"


def affiliated(sources: Sequence[Source]) -> tuple[tuple[str, str], ...]:
    """All pairs of names that are declared to speak as one."""
    names = {source.id: source.name for source in sources}
    return tuple((one.name, names[other]) for one in sources for other in one.affiliations if other in names)


def ties(ledger: Ledger) -> Ties:
    """Of each source, by name key, those that it is tied to, and why."""
    sources = list_sources(ledger)
    found: dict[str, dict[str, str]] = defaultdict(dict)
    pairs = [(one, other, AS_ONE) for one, other in affiliated(sources)]
    for one, other, why in (*pairs, *_of_one_owner(ledger, sources)):
        found[name_key(one)].setdefault(name_key(other), why)
        found[name_key(other)].setdefault(name_key(one), why)
    return dict(found)


def _of_one_owner(ledger: Ledger, sources: Sequence[Source]) -> list[tuple[str, str, str]]:
    """Pairs of names that belong to one owner, the owner's own among them, and that they do."""
    held = holdings(ledger, "source")
    by_owner: dict[str, list[str]] = defaultdict(list)
    for source in sources:
        profile = held[source.id].revision.content.get("profile") if source.id in held else None
        if owner := json.loads(str(profile)).get("owner") if profile else None:
            by_owner[owner].append(source.name)
    return [
        (one, other, f"{one} belongs to {owner}" if other == owner else f"both belong to {owner}")
        for owner, names in by_owner.items()
        for one, other in combinations((*names, owner), 2)
    ]
