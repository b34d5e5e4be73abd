"""Which figures has their own publisher given up?

A publisher that later adopts another's figure has withdrawn its own: the government that
counted 64 and then accepts a university's 2,975 no longer says 64. Copies of the withdrawn
figure fall with it, however late they were printed.

Pure. Caller: `origins.py`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from factcheck.agreement.provenance import Trace, date_key, name_key, scope_rank
from factcheck.model import Citation


@dataclass(frozen=True, slots=True)
class Adoption:
    """A citation by which a source took over the figure of another origin, and whose that was."""

    by: Citation
    origin: str


def find_withdrawn(
    citations: Sequence[Citation], found: Trace, unusable: Collection[int]
) -> dict[int, Adoption]:
    """The withdrawn citations by index, each with the adoption that withdrew it."""
    latest = _adoptions(citations, found, unusable)
    withdrawn: dict[int, Adoption] = {}
    for members in found.components:
        for index in members:
            adoption = _given_up(index, citations, found, latest, withdrawn)
            if adoption is not None:
                withdrawn[index] = adoption
    return withdrawn


def _adoptions(
    citations: Sequence[Citation], found: Trace, unusable: Collection[int]
) -> dict[str, list[Adoption]]:
    """Of each source, its latest adoption of a count of the same, and of a part or whole."""
    latest: dict[tuple[str, int], Adoption] = {}
    for index, citation in enumerate(citations):
        source, origins = name_key(citation.source), found.origins[index]
        if index in unusable or source in origins or not citation.derived_from:
            continue
        place = source, scope_rank(citation)
        if place not in latest or date_key(latest[place].by.date) < date_key(citation.date):
            latest[place] = Adoption(citation, found.names[origins[0]])
    by_source = defaultdict(list)
    for (source, _), adoption in latest.items():
        by_source[source].append(adoption)
    return by_source


def _given_up(
    index: int,
    citations: Sequence[Citation],
    found: Trace,
    latest: dict[str, list[Adoption]],
    withdrawn: dict[int, Adoption],
) -> Adoption | None:
    citation, parents = citations[index], found.parents[index]
    if found.origins[index] == (name_key(citation.source),):
        for adoption in latest.get(name_key(citation.source), ()):
            if _displaces(adoption.by, citation):
                return adoption
        return None
    if parents and not found.uncited[index] and all(parent in withdrawn for parent in parents):
        return withdrawn[parents[0]]
    return None


def _displaces(adoption: Citation, own: Citation) -> bool:
    """A later adoption displaces an own figure, but that of a part never displaces a count of the whole."""
    return scope_rank(adoption) <= scope_rank(own) and date_key(own.date) < date_key(adoption.date)
