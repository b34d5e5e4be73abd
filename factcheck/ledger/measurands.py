"""What did people declare a number to count, where and when?

Claims are read from texts and never edited, and so are citations; what a person says of
them is a record of its own. The latest declaration on a claim, or on a citation, holds as a
whole: a part of it that is empty is not declared. A measure that was given with the record
itself holds until somebody declares another.

Callers: `desk`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from factcheck.ledger.revisions import standing
from factcheck.ledger.store import Change, Ledger
from factcheck.ledger.tables import MEASURANDS, Stored, canonical
from factcheck.model import Citation, Claim, identify

About = TypeVar("About", Claim, Citation)
Terms = tuple[str | None, str | None, str | None]
TERMS = ("measure", "place", "period")


def declare_all(change: Change, told: Iterable[tuple[str, str | None, Terms]]) -> tuple[str, ...]:
    """Declare measure, place and period of claims, or of citations on them, whose id is behind the claim's.

    Returns the claims of those that did not hold yet, one for each; an event states each.
    """
    asked = tuple(told)
    held = declared(change.ledger, [claim_id for claim_id, _, _ in asked])
    rows = []
    for claim_id, citation_id, terms in asked:
        if held.get(citation_id or claim_id) != terms:
            held[citation_id or claim_id] = terms
            rows.append((claim_id, [_values(claim_id, citation_id, terms, (change.at, change.who))]))
    change.add_each(MEASURANDS, rows)
    return tuple(claim_id for claim_id, _ in rows)


def add_declared(
    change: Change, claim_id: str, citation_id: str | None, terms: Terms, made: tuple[str, str]
) -> bool:
    """Add a declaration that was made elsewhere: when, and by whom; False if it is there."""
    values = _values(claim_id, citation_id, terms, made)
    if change.ledger.row(MEASURANDS.selection, (values[0],)) is not None:
        return False
    change.add(MEASURANDS, [values], subject=claim_id)
    return True


def declare(change: Change, claim_id: str, terms: Terms, *, citation_id: str | None = None) -> bool:
    """Declare measure, place and period of a claim, or of a citation on it; False if they hold already."""
    return bool(declare_all(change, [(claim_id, citation_id, terms)]))


def _values(
    claim_id: str, citation_id: str | None, terms: Terms, made: tuple[str, str]
) -> tuple[Stored, ...]:
    """The columns of `tables.MEASURANDS`."""
    at, who = made
    return (
        identify("measurand", claim_id, citation_id, *terms, at, who),
        claim_id,
        citation_id,
        at,
        who,
        *terms,
    )


def measurands(
    ledger: Ledger, claim_id: str
) -> list[tuple[str, str | None, str | None, str | None, str | None, str, str]]:
    """Every declaration on a claim that stands: claim, citation, the terms, by whom and when."""
    rows = ledger.rows("SELECT * FROM measurands WHERE claim = :claim", {"claim": claim_id})
    columns = ("claim", "citation", "measure", "place", "period", "declared_by", "declared_at")
    made = standing(ledger, "measurand", rows, "declared_at")
    return [tuple(row[name] for name in columns) for row in made]


def declared(ledger: Ledger, claims: Sequence[str] | None = None) -> dict[str, Terms]:
    """What holds, by the id of claim or citation: of these claims and their citations, or of all."""
    everything = "SELECT * FROM measurands"
    these = f"{everything} WHERE claim IN (SELECT value FROM json_each(:claims))"  # noqa: S608 - ours
    rows = ledger.rows(everything if claims is None else these, {"claims": canonical(claims or ())})
    return {
        row["citation"] or row["claim"]: (row["measure"], row["place"], row["period"])
        for row in standing(ledger, "measurand", rows, "declared_at")
    }


def with_terms(about: About, holds: dict[str, Terms]) -> About:
    """The claim or citation with what was declared of it."""
    terms = holds.get(about.id)
    if terms is None:
        return about
    measure, place, period = terms
    return replace(about, measure=measure, place=place, period=period)
