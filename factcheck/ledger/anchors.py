"""Where exactly does the passage of a citation stand, and in which file or archive?

An anchor belongs to a citation: the hash and name of the file that the passage was found
in, its page or other locator, an archived copy, and the words before and after it. The
latest anchor of a citation holds.

Callers: `desk`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from factcheck.ledger.moments import order_of
from factcheck.ledger.store import Change, Ledger
from factcheck.ledger.tables import ANCHORS, canonical
from factcheck.model import Anchor, identify


def add_anchor(change: Change, citation_id: str, anchor: Anchor) -> bool:
    """Say where the passage of a citation stands; False if that holds already."""
    if anchors_of(change.ledger, [citation_id]).get(citation_id) == anchor:
        return False
    where = (anchor.sha256, anchor.path, anchor.locator, anchor.archive)
    anchor_id = identify("anchor", citation_id, *where, anchor.prefix, anchor.suffix, change.at)
    row = (anchor_id, citation_id, *where, change.at, change.who, anchor.prefix, anchor.suffix)
    change.add(ANCHORS, [row], subject=citation_id)
    return True


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


def _read(row: sqlite3.Row) -> Anchor:
    return Anchor(row["sha256"], row["path"], row["locator"], row["archive"], row["prefix"], row["suffix"])
