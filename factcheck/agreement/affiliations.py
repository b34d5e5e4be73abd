"""Who speaks as one with a source, such as the claim's own?

Affiliations are declared, never inferred: pairs of source names. They chain, because whoever
speaks as one with an affiliate of the claimant is no more independent than the affiliate.

Pure. Callers: `origins.py`, `track_records.py`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from factcheck.agreement.provenance import name_key


@dataclass(frozen=True, slots=True)
class Family:
    """The claim's own source by name, and the name keys of it and of its affiliates."""

    name: str
    own: str
    members: frozenset[str]


NOBODY = Family("", "", frozenset())


def family_of(own_source: str | None, affiliations: Iterable[tuple[str, str]]) -> Family:
    """Whoever is tied to the own source by a chain of declared affiliations; nobody without a source."""
    if own_source is None or not own_source.strip():
        return NOBODY
    near: dict[str, set[str]] = defaultdict(set)
    for one, other in affiliations:
        near[name_key(one)].add(name_key(other))
        near[name_key(other)].add(name_key(one))
    own = name_key(own_source)
    members, fresh = {own}, [own]
    while fresh:
        joining = near[fresh.pop()] - members
        members |= joining
        fresh.extend(joining)
    return Family(own_source, own, frozenset(members))
