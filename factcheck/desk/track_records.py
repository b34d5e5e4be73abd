"""How did the sources on a claim do elsewhere in this ledger, on the same measure?

What was said on the claim's own matter is left out (`matters.py` says which claims speak of
one matter). Where a claim stands as right, by the best verdict of the scale, its figure
settles its matter. Nothing is recorded, and where the model asks for no track records
nothing is computed.

Callers: `dossiers.py`, `supposing.py`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from factcheck.agreement.constants import Constants
from factcheck.agreement.pool import NO_RECORDS, figure_in, figures_by_origin
from factcheck.agreement.provenance import date_key, name_key
from factcheck.agreement.track_records import Matter, TrackRecords, track_records
from factcheck.desk.grounds import weigh
from factcheck.desk.kinships import affiliated
from factcheck.desk.matters import Member, grouped, members
from factcheck.ledger.decisions import scale_of
from factcheck.ledger.sources import list_sources
from factcheck.ledger.states import review_state
from factcheck.ledger.store import Ledger
from factcheck.model import Claim, Quantity


def records_on(ledger: Ledger, claim: Claim, constants: Constants) -> TrackRecords | None:
    """The records of all sources by what they said on other matters of a claim's measure.

    None where the claim has no declared measure, or the model asks for no records.
    """
    if not constants.track_record or not claim.measure:
        return None
    groups = grouped(list(members(ledger, claim.measure)))
    others = [group for group in groups if claim.id not in {one.claim.id for one in group}]
    matters = [_matter(ledger, group, constants) for group in others]
    return track_records(matters, affiliated(list_sources(ledger)), constants)


def weights_on(ledger: Ledger, claim: Claim, constants: Constants) -> Mapping[str, float]:
    """What sources weigh on a claim by their records, by name key, as `pool` takes it."""
    records = records_on(ledger, claim, constants)
    return NO_RECORDS if records is None else {key[0]: records.weight(key) for key in records.trials}


def _matter(ledger: Ledger, group: Sequence[Member], constants: Constants) -> Matter:
    """One matter of several claims: of each source its latest figure, in the unit of the first claim."""
    first = min(group, key=lambda one: one.claim.id).claim
    unit, best = first.quantity, scale_of(ledger)[0].label
    told = sorted(
        (date_key(date), source, figure)
        for one in group
        for date, source, figure in _told(one, unit, constants)
    )
    right = sorted(one.claim.id for one in group if review_state(ledger, one.claim.id).verdict == best)
    settled = [figure_in(one.claim.quantity, unit, constants) for one in group if one.claim.id in right[:1]]
    figures = {name_key(source): (source, figure) for _, source, figure in told}
    in_order = tuple(figures[key] for key in sorted(figures))
    return Matter(first.id, first.measure or "", in_order, settled[0] if settled else None)


def _told(one: Member, unit: Quantity, constants: Constants) -> Iterator[tuple[str | None, str, Decimal]]:
    """When, by whom and what: the claim's own figure, and those that count among its evidence."""
    own = figure_in(one.claim.quantity, unit, constants)
    if own is not None and one.grounds.own_source:
        yield one.date, one.grounds.own_source, own
    for judged, figure in figures_by_origin(weigh(one.grounds, constants).citations, unit, constants):
        yield judged.citation.date, judged.standing.origin, figure
