"""What would the score be, if some of the evidence were otherwise?

A supposition leaves out citations, or an origin with all that repeats it, or gives a source
another reliability. It is computed from the same grounds as the real score and shown beside
it; nothing is recorded. What was taken from a citation that is left out keeps its origin:
its parents, or else its source.

Callers: cli.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from factcheck.agreement.wording import listed
from factcheck.desk.grounds import Grounds, grounds_of, model_of, weigh
from factcheck.desk.track_records import weights_on
from factcheck.errors import AskedWrongly, NotFound
from factcheck.ledger.citations import find_citation
from factcheck.ledger.claims import find_claim
from factcheck.ledger.sources import source_named
from factcheck.ledger.store import Ledger
from factcheck.model import Citation, Dossier, Reliability

NAMED = 3
RELIABILITIES: tuple[Reliability, ...] = ("A", "B", "C", "D", "E", "F")


@dataclass(frozen=True, slots=True)
class Supposition:
    """What to leave out: citations by id, whole origins by name; and reliabilities by name of source."""

    without: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    ratings: tuple[tuple[str, Reliability], ...] = ()


@dataclass(frozen=True, slots=True)
class Supposed:
    """What was supposed, in words, and the dossier as it would be."""

    said: str
    dossier: Dossier


def read_supposition(ledger: Ledger, without: Sequence[str], ratings: Sequence[str]) -> Supposition | None:
    """What a person typed: ids of citations or names of origins, and SOURCE=D; None for nothing."""
    if not without and not ratings:
        return None
    citations, origins = [], []
    for text in without:
        try:
            citations.append(find_citation(ledger, text)[1].id)
        except NotFound:
            origins.append(source_named(ledger, text).name)
    return Supposition(tuple(citations), tuple(origins), tuple(_rating(ledger, text) for text in ratings))


def suppose(ledger: Ledger, told: Dossier, supposition: Supposition) -> Supposed | None:
    """The dossier of a claim under a supposition; None where it concerns none of its citations."""
    grounds = grounds_of(ledger, find_claim(ledger, told.claim.id), told.document)
    gone = {
        one.citation.id
        for one in told.citations
        if one.citation.id in supposition.without or one.standing.origin in supposition.origins
    }
    ratings = dict(supposition.ratings)
    said = list(_say(grounds, gone, ratings))
    if not said:
        return None
    left = [one for one in grounds.citations if one.id not in gone]
    heirs = {one.id: one.derived_from or (one.source,) for one in grounds.citations if one.id in gone}
    supposed = tuple(
        replace(
            one,
            derived_from=_parents(one, heirs),
            reliability=ratings.get(one.source, one.reliability),
        )
        for one in left
    )
    supposition_of = replace(grounds, citations=supposed)
    constants = model_of(ledger).constants
    assessment = weigh(supposition_of, constants, weights_on(ledger, grounds.claim, constants))
    dossier = replace(
        told, citations=assessment.citations, agreement=assessment.agreement, pooled=assessment.pooled
    )
    return Supposed(" and ".join(said), dossier)


def _rating(ledger: Ledger, text: str) -> tuple[str, Reliability]:
    name, equals, wanted = text.rpartition("=")
    for reliability in RELIABILITIES:
        if equals and name.strip() and reliability == wanted.strip().upper():
            return source_named(ledger, name.strip()).name, reliability
    raise AskedWrongly(f"no reliability in {text!r}", "Write SOURCE=D, with a letter from A to F.")


def _say(grounds: Grounds, gone: set[str], ratings: dict[str, Reliability]) -> Iterator[str]:
    """What of the supposition concerns these citations, in words."""
    missing = [f"“{one.passage}” of {one.source} ({one.id})" for one in grounds.citations if one.id in gone]
    if missing:
        shown = [*missing[:NAMED], f"{len(missing) - NAMED} more"] if len(missing) > NAMED + 1 else missing
        yield f"without {listed(shown, '; ')}"
    cited = {one.source for one in grounds.citations}
    for name, reliability in ratings.items():
        if name in cited:
            yield f"with {name} of reliability {reliability}"


def _parents(citation: Citation, heirs: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Where the figure was taken from, when some of those are left out; a circle of them ends."""
    found: dict[str, None] = {}
    seen: set[str] = set()
    fresh = list(citation.derived_from)
    while fresh:
        parent = fresh.pop(0)
        if parent in heirs and parent not in seen:
            seen.add(parent)
            fresh.extend(heirs[parent])
        elif parent not in heirs:
            found[parent] = None
    return tuple(found)
