"""What did one person add in one change, and has anybody built on it since?

The events of one change share its stamp, for time in a ledger never stands still. What a
change added is read from what its events state.

Callers: `desk`, which undoes.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

from factcheck.ledger.store import Ledger
from factcheck.ledger.tables import AGREEMENTS, canonical

UNDO = "undo"
_BATCH = 500


@dataclass(frozen=True, slots=True)
class Made:
    """One change of one person: its verb, its stamp, its last event, and the records that it added.

    `records` are what the events state, by table, in the order of recording.
    """

    verb: str
    at: str
    who: str
    last: int
    records: tuple[tuple[str, dict[str, Any]], ...]


def last_change(ledger: Ledger, who: str) -> Made | None:
    """The last change of this person that was not undone, and undoes nothing itself; None without any."""
    undone = _undone(ledger)
    for last, at, verb in _changes(ledger, who):
        if verb != UNDO and (ledger.id, at) not in undone:
            return Made(verb, at, who, last, tuple(_records(ledger, last, at)))
    return None


def built_on(ledger: Ledger, after: int, subjects: Sequence[str]) -> list[tuple[str, str, str]]:
    """The later changes about one of these records that were not undone: verb, person and record."""
    rows = ledger.rows(
        "SELECT ledger, at, verb, who, subject, content FROM events WHERE entry > :after "
        "AND subject IN (SELECT value FROM json_each(:subjects)) ORDER BY entry",
        {"after": after, "subjects": canonical(subjects)},
    )
    undone = _undone(ledger)
    standing = (row for row in rows if row["verb"] != UNDO and (row["ledger"], row["at"]) not in undone)
    left = [row for row in standing if _adds(row["content"])]
    return list(dict.fromkeys((row["verb"], row["who"], row["subject"]) for row in left))


def _adds(content: str) -> bool:
    """Whether an event states more than a score, which is derived."""
    return bool(json.loads(content).keys() - {AGREEMENTS.name})


def _undone(ledger: Ledger) -> frozenset[tuple[str, str]]:
    """The changes that were undone: the ledger that each was made in, and its stamp there."""
    rows = ledger.rows("SELECT ledger, content FROM events WHERE verb = 'undo'")
    told = [(row["ledger"], json.loads(row["content"])) for row in rows]
    return frozenset((name, content["undone"]) for name, content in told if "undone" in content)


def _changes(ledger: Ledger, who: str) -> Iterator[tuple[int, str, str]]:
    """The changes of a person in this ledger, the latest first: last event, stamp and verb."""
    seen = ""
    for row in _back(ledger, 1 << 62, "who = :who", who):
        if row["at"] != seen:
            yield row["entry"], row["at"], row["verb"]
        seen = row["at"]


def _records(ledger: Ledger, last: int, at: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """What the events with this stamp state, up to the last of them, in the order of recording."""
    of_change = takewhile(lambda row: row["at"] == at, _back(ledger, last + 1, "TRUE", ""))
    for row in reversed(list(of_change)):
        for table, stated in json.loads(row["content"]).items():
            if isinstance(stated, list):
                yield from ((table, facts) for facts in stated)


def _back(ledger: Ledger, before: int, condition: str, who: str) -> Iterator[sqlite3.Row]:
    """The events of this ledger that meet a condition, from the last before this one backwards."""
    page_of = (
        "SELECT entry, at, verb, content FROM events WHERE entry < :before AND ledger = :ledger "  # noqa: S608
        f"AND {condition} ORDER BY entry DESC LIMIT :limit"
    )
    while page := ledger.rows(page_of, {"before": before, "ledger": ledger.id, "who": who, "limit": _BATCH}):
        yield from page
        before = page[-1]["entry"]
