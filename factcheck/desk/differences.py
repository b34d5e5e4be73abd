"""What changed about a claim between two moments?

Both dossiers are computed from the records of their moment, and compared part by part: what
the claim says, its evidence, and what follows from it.

Callers: cli.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.desk.dossiers import dossier
from factcheck.ledger.moments import order_of
from factcheck.ledger.past import read_moment
from factcheck.ledger.store import Ledger
from factcheck.model import Change, Citation, Claim, Compared, Difference, Dossier, Judged


def diff(ledger: Ledger, short_id: str, first: str | None = None, second: str | None = None) -> Compared:
    """What changed about a claim from one moment to another: from its recording, to the present.

    Moments are read as in `dossiers.dossier`; NotFound where the claim was not recorded yet.
    """
    after = dossier(ledger, short_id, at=second)
    start = read_moment(first) if first else order_of(after.history[0].at)
    before = dossier(ledger, after.claim.id, at=start)
    return Compared(
        after.claim.id, after.claim.phrase, start, after.as_of, tuple(_differences(before, after))
    )


def _differences(before: Dossier, after: Dossier) -> Iterator[Difference]:
    if changed := tuple(_changes(_claim_parts(before), _claim_parts(after))):
        yield Difference("claim", after.claim.id, "changed", changed)
    was = {judged.citation.id: judged for judged in before.citations}
    now = {judged.citation.id: judged for judged in after.citations}
    for citation_id in sorted(now.keys() - was.keys()):
        yield Difference("citation", citation_id, "added", tuple(_changes({}, _parts(now[citation_id]))))
    for citation_id in sorted(was.keys() - now.keys()):
        yield Difference("citation", citation_id, "removed", tuple(_changes(_parts(was[citation_id]), {})))
    for citation_id in sorted(now.keys() & was.keys()):
        if changed := tuple(_changes(_parts(was[citation_id]), _parts(now[citation_id]))):
            yield Difference("citation", citation_id, "changed", changed)
    if changed := tuple(_changes(_agreement_parts(before), _agreement_parts(after))):
        yield Difference("agreement", after.claim.id, "changed", changed)


def _claim_parts(told: Dossier) -> dict[str, str | None]:
    claim = told.claim
    return {
        "number": _number(claim),
        "counted": claim.quantity.counted,
        "source": told.source or claim.attribution.source,
        "polarity": claim.attribution.polarity,
        "measure": claim.measure,
        "place": claim.place,
        "period": claim.period,
        "withdrawn": "yes" if told.withdrawn else None,
        "status": told.state.status if told.state else None,
        "verdict": told.state.verdict if told.state else None,
    }


def _parts(judged: Judged) -> dict[str, str | None]:
    citation = judged.citation
    return {
        "passage": citation.passage,
        "number": _number(citation),
        "source": citation.source,
        "outlet": citation.outlet,
        "date": citation.date,
        "scope": citation.scope,
        "derived from": ", ".join(citation.derived_from) or None,
        "relation": judged.relation.label,
        "status": judged.standing.status,
    }


def _agreement_parts(told: Dossier) -> dict[str, str | None]:
    agreement = told.agreement
    score = None if agreement.score is None else f"{agreement.score:.2f}"
    return {
        "band": agreement.band,
        "score": score,
        "independent": str(agreement.independent),
        "model": told.model,
    }


def _number(record: Claim | Citation) -> str | None:
    """A stated number in a few words: hedge, bounds and unit."""
    quantity = record.quantity
    if quantity is None:
        return None
    ends = [
        str(value)
        for value in dict.fromkeys((quantity.low, quantity.point, quantity.high))
        if value is not None
    ]
    return " ".join(filter(None, (quantity.hedge.replace("_", " "), " to ".join(ends), quantity.unit)))


def _changes(before: dict[str, str | None], after: dict[str, str | None]) -> Iterator[Change]:
    for part in dict.fromkeys((*before, *after)):
        if before.get(part) != after.get(part):
            yield Change(part, before.get(part), after.get(part))
