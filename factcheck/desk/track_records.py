"""How did the sources on a claim do elsewhere in this ledger, on the same measure?

Claims of one declared measure are put together to matters: those that share evidence, and
those that a person declared to be of the same place and period. The matter of the claim at
hand is left out. Where a claim stands as right, by the best verdict of the scale, its figure
settles its matter.

Nothing is recorded, and where the ledger asks for no track records nothing is computed.

Callers: `dossiers.py`, cli.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from factcheck.agreement.constants import Constants
from factcheck.agreement.pool import NO_RECORDS, figure_in, figures_by_origin
from factcheck.agreement.provenance import date_key, name_key
from factcheck.agreement.track_records import Matter, TrackRecords, track_records
from factcheck.desk.grounds import Grounds, grounds_of, model_of, weigh
from factcheck.ledger.citations import cited_claims
from factcheck.ledger.decisions import scale_of
from factcheck.ledger.documents import get_document
from factcheck.ledger.measurands import declared, with_terms
from factcheck.ledger.sources import list_sources
from factcheck.ledger.states import review_state
from factcheck.ledger.store import Ledger
from factcheck.model import Claim, Judged

Mark = tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class Weighed:
    """A claim with its evidence as judged, when it was printed, and whether it stands as right."""

    grounds: Grounds
    judged: tuple[Judged, ...]
    date: str | None
    is_right: bool

    @property
    def claim(self) -> Claim:
        """The claim, with what was declared of it."""
        return self.grounds.claim

    def figure(self, unit: Weighed) -> Decimal | None:
        """The figure that the claim puts forward, in the unit of another's."""
        return figure_in(self.claim.quantity, unit.claim.quantity)

    @property
    def marks(self) -> frozenset[Mark]:
        """By what it is known to be of the same matter as another claim."""
        place, period = self.claim.place, self.claim.period
        evidence: set[Mark] = {
            (one.source, one.passage, one.date, one.url)
            for one in self.grounds.citations
            if one.date or one.url
        }
        return frozenset(evidence | ({(name_key(place), period)} if place and period else set()))


def records_on(ledger: Ledger, claim: Claim) -> TrackRecords | None:
    """The records of all sources by what they said on other matters of a claim's measure.

    None where the claim has no declared measure, or the ledger asks for no records.
    """
    constants = model_of(ledger).constants
    if not constants.track_record or not claim.measure:
        return None
    groups = _grouped(list(_weighed(ledger, claim.measure, constants)))
    others = [group for group in groups if claim.id not in {one.claim.id for one in group}]
    return track_records([_matter(group) for group in others], _affiliations(ledger), constants)


def weights_on(ledger: Ledger, claim: Claim) -> Mapping[str, float]:
    """What sources weigh on a claim by their records, by name key, as `pool` takes it."""
    records = records_on(ledger, claim)
    return NO_RECORDS if records is None else {key[0]: records.weight(key) for key in records.trials}


def _weighed(ledger: Ledger, measure: str, constants: Constants) -> Iterator[Weighed]:
    """The claims of this measure that have evidence, in the order of recording."""
    terms, best = declared(ledger), scale_of(ledger)[0].label
    for cited in cited_claims(ledger):
        filed = cited.filed
        if name_key(with_terms(filed.claim, terms).measure or "") != name_key(measure):
            continue
        document = get_document(ledger, filed.document)
        grounds = grounds_of(ledger, filed, document)
        verdict = review_state(ledger, filed.claim.id).verdict
        judged = weigh(grounds, constants).citations
        yield Weighed(grounds, judged, document.date, verdict == best)


def _grouped(claims: Sequence[Weighed]) -> list[list[Weighed]]:
    """The claims put together that share a mark, also by way of others."""
    groups: list[list[Weighed]] = []
    by_mark: dict[Mark, list[Weighed]] = {}
    for claim in claims:
        group = [claim]
        for shared in {id(by_mark[mark]): by_mark[mark] for mark in claim.marks if mark in by_mark}.values():
            group += shared
            groups.remove(shared)
        groups.append(group)
        by_mark |= {mark: group for one in group for mark in one.marks}
    return groups


def _matter(group: Sequence[Weighed]) -> Matter:
    """One matter of several claims: of each source its latest figure, in the unit of the first claim."""
    first = min(group, key=lambda one: one.claim.id)
    told = sorted(
        (date_key(date), source, figure) for one in group for date, source, figure in _told(one, first)
    )
    right = sorted((one.claim.id, figure) for one in group if one.is_right and (figure := one.figure(first)))
    figures = {name_key(source): (source, figure) for _, source, figure in told}
    return Matter(
        first.claim.id,
        first.claim.measure or "",
        tuple(figures[key] for key in sorted(figures)),
        right[0][1] if right else None,
    )


def _told(one: Weighed, unit: Weighed) -> Iterator[tuple[str | None, str, Decimal]]:
    """When, by whom and what: the claim's own figure, and those that count among its evidence."""
    own = one.figure(unit)
    if own is not None and one.grounds.own_source:
        yield one.date, one.grounds.own_source, own
    for judged, figure in figures_by_origin(one.judged, unit.claim.quantity):
        yield judged.citation.date, judged.standing.origin, figure


def _affiliations(ledger: Ledger) -> tuple[tuple[str, str], ...]:
    """All pairs of names that speak as one."""
    sources = list_sources(ledger)
    names = {source.id: source.name for source in sources}
    return tuple((one.name, names[other]) for one in sources for other in one.affiliations if other in names)
