"""What did the ledger hold at an earlier moment?

Records are only ever appended, so the past is the present without its tail. `as_of` lays
a view of the same name over each table of records, without what later events recorded,
and everything that reads the ledger then reads that moment. What is derived and kept (lists,
scores) is of the present and must not be asked meanwhile; a dossier is computed anew.

Callers: `desk`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from factcheck.errors import AskedWrongly, NotFound
from factcheck.ledger.moments import order_of
from factcheck.ledger.store import Ledger
from factcheck.ledger.tables import RECORDS, Table
from factcheck.model import is_date

_BATCH = 1000
_DIGITS = len("2026-11-24T15:30:00.000000")
# 2026-11-24, 2026-11-24T15:30, 2026-11-24 15:30:07Z, 2026-11-24T17:30+02:00; not: 24.11.2026, 2026-11-24T25
_TIME = re.compile(
    r"(?P<date>\d{4}-\d\d-\d\d)"
    r"(?:[T ](?P<time>(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,6})?)?)(?P<zone>Z|[+-]\d\d:[0-5]\d)?)?",
    re.ASCII,
)


def read_moment(text: str) -> str:
    """The moment that a person means, in UTC: a day stands for its end, a minute for its end."""
    match = _TIME.fullmatch(text.strip())
    if match is None or not is_date(match["date"]):
        raise _no_moment(text)
    time = match["time"] or "23:59:59.999999"
    moment = (f"{match['date']}T{time}" + {5: ":59.999999", 8: ".999999"}.get(len(time), "")).ljust(
        _DIGITS, "0"
    )
    if match["zone"] in (None, "Z"):
        return moment
    try:
        there = datetime.fromisoformat(f"{moment}{match['zone']}")
        return there.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds")
    except (ValueError, OverflowError):
        raise _no_moment(text) from None


def _no_moment(text: str) -> AskedWrongly:
    return AskedWrongly(
        f"no moment: {text!r}", "Write 2026-11-24, 2026-11-24T15:30 (UTC), or 2026-11-24T17:30+02:00."
    )


@contextmanager
def as_of(ledger: Ledger, moment: str) -> Iterator[None]:
    """Read the ledger as it stood at this moment (`read_moment`); NotFound where nothing was there yet."""
    last = ledger.row(
        "SELECT entry FROM events WHERE ledger = :ledger AND rtrim(at, 'Z') <= :moment "
        "ORDER BY seq DESC LIMIT 1",
        {"ledger": ledger.id, "moment": order_of(moment)},
    )
    if last is None:
        first = ledger.row("SELECT at FROM events ORDER BY entry LIMIT 1")
        hint = f"The first change was made at {first['at']}." if first else ""
        raise NotFound(f"nothing was recorded yet at {moment}", hint)
    ends = {"events": last["entry"] + 1, **_ends(ledger, last["entry"])}
    with ledger.overlaid({name: f"entry < {end}" for name, end in ends.items()}):
        yield


def _ends(ledger: Ledger, last: int) -> dict[str, int]:
    """Of each table that later events added to: the place of the first record that they added."""
    left = {table.name: table for table in RECORDS}
    found: dict[str, int] = {}
    while left and (
        page := ledger.rows(
            "SELECT entry, ledger, content FROM events WHERE entry > :last ORDER BY entry LIMIT :limit",
            {"last": last, "limit": _BATCH},
        )
    ):
        for row in page:
            if row["ledger"] == ledger.id:  # another ledger's events count in places of its own
                content = json.loads(row["content"])
                found |= {name: end for name, end in content.get("from", {}).items() if name in left}
                found |= {
                    name: _place(ledger, left[name], content[name][0]) for name in content.keys() & left
                }
            left = {name: table for name, table in left.items() if name not in found}
        last = page[-1]["entry"]
    return found


def _place(ledger: Ledger, table: Table, facts: dict[str, object]) -> int:
    """The place of a record in the order of recording."""
    where = " AND ".join(f"{name} = :{name}" for name in table.key)
    row = ledger.row(f"SELECT entry FROM {table.name} WHERE {where}", facts)  # noqa: S608 - names of ours
    assert row is not None, "records are never deleted"
    return int(row["entry"])
