"""Which two claims, or two sources, did people judge to be the same, or not the same?

A judgement is a row, and the latest on a pair holds; one that is withdrawn leaves the pair
as if nobody had judged. Nothing is merged in the records: whoever reads them follows what
was judged.

Callers: `sources` and `desk`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from factcheck.errors import AskedWrongly
from factcheck.ledger.revisions import standing
from factcheck.ledger.store import Change, Ledger
from factcheck.ledger.tables import JUDGEMENTS
from factcheck.model import identify

JudgedNoun = Literal["claim", "source"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What somebody said of a pair of records, in the order of their ids."""

    id: str
    noun: JudgedNoun
    one: str
    other: str
    same: bool
    at: str
    by: str
    reason: str


def judge(change: Change, noun: JudgedNoun, pair: tuple[str, str], *, same: bool, reason: str) -> bool:
    """Say that two records are, or are not, the same; False if that holds already."""
    one, other = sorted(pair)
    if one == other:
        raise AskedWrongly(f"that is one {noun}, not two", f"name two {noun}s")
    held = judged(change.ledger, noun).get((one, other))
    if held is not None and held.same is same:
        return False
    judgement_id = identify("judgement", noun, one, other, int(same), change.at, change.who)
    row = (judgement_id, noun, one, other, int(same), change.at, change.who, reason)
    change.add(JUDGEMENTS, [row], subject=one)
    return True


def judged(ledger: Ledger, noun: JudgedNoun) -> dict[tuple[str, str], Judgement]:
    """The judgement that holds of each pair of this noun."""
    rows = ledger.rows("SELECT * FROM judgements WHERE noun = :noun", {"noun": noun})
    made = ledger.read(_read, standing(ledger, "judgement", rows, "judged_at"))
    return {(one.one, one.other): one for one in made}


def not_the_same(ledger: Ledger, noun: JudgedNoun, record_id: str) -> frozenset[str]:
    """The ids of the records that people judged not to be the same as this one."""
    return frozenset(
        other
        for pair, judgement in judged(ledger, noun).items()
        if record_id in pair and not judgement.same
        for other in pair
        if other != record_id
    )


def groups(judgements: Iterable[Judgement]) -> dict[str, tuple[str, ...]]:
    """Of each record that is the same as others: all of its group, in the order of their ids."""
    found: dict[str, set[str]] = {}
    for judgement in judgements:
        if judgement.same:
            joined = found.get(judgement.one, {judgement.one}) | found.get(judgement.other, {judgement.other})
            for member in joined:
                found[member] = joined
    return {member: tuple(sorted(group)) for member, group in sorted(found.items())}


def _read(row: sqlite3.Row) -> Judgement:
    return Judgement(
        id=row["id"],
        noun=row["noun"],
        one=row["one"],
        other=row["other"],
        same=bool(row["same"]),
        at=row["judged_at"],
        by=row["judged_by"],
        reason=row["reason"],
    )
