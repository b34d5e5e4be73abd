"""Where exactly does the passage of a citation stand, and in which file or archive?

An anchor belongs to a citation: the hash and name of the file that the passage was found
in, its page or other locator, an archived copy, and the words before and after it. The
latest anchor of a citation holds.

Callers: `desk`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence

from factcheck.ledger.moments import order_of
from factcheck.ledger.store import Change, Ledger
from factcheck.ledger.tables import ANCHORS, Stored, canonical
from factcheck.model import Anchor, identify


def add_anchors(change: Change, placed: Iterable[tuple[str, Anchor]]) -> int:
    """Say where the passages of citations stand, each behind the citation's id; how many did not hold yet."""
    asked = tuple(placed)
    held = anchors_of(change.ledger, [citation_id for citation_id, _ in asked])
    rows = []
    for citation_id, anchor in asked:
        if held.get(citation_id) != anchor:
            held[citation_id] = anchor
            rows.append((citation_id, [_values(change, citation_id, anchor)]))
    change.add_each(ANCHORS, rows)
    return len(rows)


def add_anchor(change: Change, citation_id: str, anchor: Anchor) -> bool:
    """Say where the passage of a citation stands; False if that holds already."""
    return add_anchors(change, [(citation_id, anchor)]) == 1


def anchors_of(ledger: Ledger, citation_ids: Sequence[str]) -> dict[str, Anchor]:
    """The anchor that holds of each of these citations that has one."""
    found = ledger.rows(
        "SELECT * FROM anchors WHERE citation IN (SELECT value FROM json_each(:ids))",
        {"ids": canonical(citation_ids)},
    )
    ordered = sorted(found, key=lambda row: (order_of(row["anchored_at"]), row["id"]))
    return {row["citation"]: _read(row) for row in ordered}


def claims_anchored(ledger: Ledger) -> list[str]:
    """The ids of the claims that have a citation with an anchor, in the order of recording."""
    found = ledger.rows(
        "SELECT DISTINCT c.claim FROM anchors AS a JOIN citations AS c ON c.id = a.citation ORDER BY c.entry"
    )
    return list(dict.fromkeys(row["claim"] for row in found))


def _values(change: Change, citation_id: str, anchor: Anchor) -> tuple[Stored, ...]:
    """The columns of `tables.ANCHORS`."""
    where = (anchor.sha256, anchor.path, anchor.locator, anchor.archive)
    anchor_id = identify("anchor", citation_id, *where, anchor.prefix, anchor.suffix, change.at)
    return (anchor_id, citation_id, *where, change.at, change.who, anchor.prefix, anchor.suffix)


def _read(row: sqlite3.Row) -> Anchor:
    return Anchor(row["sha256"], row["path"], row["locator"], row["archive"], row["prefix"], row["suffix"])
