"""What was the agreement of a claim when it was last scored?

Derived: computed from the records by `agreement`, kept so that lists can sort and
filter by it, and droppable. Scoring again with the same outcome writes nothing; another
outcome replaces the row, and the event log keeps both.

Callers: `desk`.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from itertools import islice

from factcheck.errors import NotFound
from factcheck.ledger.store import Change, Ledger
from factcheck.ledger.tables import AGREEMENTS, Stored, canonical
from factcheck.model import Agreement

_BATCH = 500
_KEPT = f"""
SELECT c.id, c.entry, {", ".join(f"a.{name}" for name in AGREEMENTS.columns)}
FROM json_each(:ids) JOIN claims AS c ON c.id = value LEFT JOIN agreements AS a ON a.claim = c.id
"""  # noqa: S608 - names of ours


def put_agreements(change: Change, scored: Iterable[tuple[str, Agreement]], *, model: str) -> int:
    """Keep the agreement of each claim id; how many differ from what was kept.

    `model` is the version of the model that computed them.
    """
    waiting, differing = iter(scored), 0
    while some := dict(islice(waiting, _BATCH)):
        differing += _put(change, some, model)
    return differing


def agreement_of(ledger: Ledger, claim_id: str) -> Agreement | None:
    """The agreement as last scored; None before the first scoring."""
    kept = ledger.values(
        _read_agreement, "SELECT * FROM agreements WHERE claim = :claim", {"claim": claim_id}
    )
    return kept[0] if kept else None


def agreements(ledger: Ledger) -> dict[str, Agreement]:
    """Every agreement as last scored, by claim, in the order of recording."""
    kept = ledger.values(
        lambda row: (str(row["claim"]), _read_agreement(row)), "SELECT * FROM agreements ORDER BY entry"
    )
    return dict(kept)


def drop_agreements(change: Change) -> None:
    """Forget every score; they can be computed again from the records."""
    if change.ledger.row("SELECT 1 FROM agreements LIMIT 1") is not None:
        change.write("DELETE FROM agreements", [{}])
        change.event("", {"dropped": AGREEMENTS.name})


def _put(change: Change, scored: Mapping[str, Agreement], model: str) -> int:
    """Keep a few agreements, by claim; how many differ from what was kept."""
    kept = {row[0]: tuple(row)[1:] for row in change.ledger.rows(_KEPT, {"ids": canonical([*scored])})}
    if missing := scored.keys() - kept.keys():
        raise NotFound(f"there is no claim {min(missing)!r}", "`factcheck list` shows the ids")
    now = {one: _values(agreement, kept[one][0], one, model) for one, agreement in scored.items()}
    put = [(claim_id, [values]) for claim_id, values in now.items() if kept[claim_id][1:] != values]
    change.write("DELETE FROM agreements WHERE claim = ?", [(claim_id,) for claim_id, _ in put])
    change.add_each(AGREEMENTS, put)
    return len(put)


def _values(agreement: Agreement, entry: int, claim_id: str, model: str) -> tuple[Stored, ...]:
    """The columns of `tables.AGREEMENTS`; `entry` is that of the claim."""
    return (
        entry,
        claim_id,
        agreement.band,
        None if agreement.score is None else float(agreement.score),
        float(agreement.support),
        float(agreement.conflict),
        float(agreement.unknown),
        agreement.independent,
        agreement.corroborates,
        agreement.compatible,
        agreement.conflicts,
        agreement.citations,
        model,
        canonical(agreement.reasons),
    )


def _read_agreement(row: sqlite3.Row) -> Agreement:
    """The agreement of a row of `agreements`."""
    return Agreement(
        band=row["band"],
        score=row["score"],
        support=row["support"],
        conflict=row["conflict"],
        unknown=row["unknown"],
        independent=row["independent"],
        corroborates=row["corroborates"],
        compatible=row["compatible"],
        conflicts=row["conflicts"],
        citations=row["citations"],
        reasons=tuple(json.loads(row["reasons"])),
    )
