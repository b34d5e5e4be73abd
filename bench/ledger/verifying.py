"""How long does it take to verify a ledger, and how long SQLite alone to check the same file?"""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from bench.ledger.timing import elapsed, spent
from factcheck.ledger.audit import verify
from factcheck.ledger.opening import open_ledger

TIMES = 3


@dataclass(frozen=True, slots=True)
class Verified:
    """What there was to verify, and the seconds by the wall, of the processor, and of SQLite's part alone."""

    events: int
    claims: int
    wall: float
    processor: float
    sqlite: float


def verified(path: Path) -> Verified:
    """The least seconds of several runs; a ledger that does not verify is an error."""
    with open_ledger(path, mode="read") as ledger:
        events, claims = (
            ledger.rows(f"SELECT count(*) FROM {table}")[0][0]  # noqa: S608 - names of ours
            for table in ("events", "claims")
        )

        def work() -> None:
            assert verify(ledger) == (), "this ledger was not tampered with"

        wall = min(elapsed(work) for _ in range(TIMES))
        processor = min(spent(work) for _ in range(TIMES))
    return Verified(events, claims, wall, processor, min(spent(lambda: _check(path)) for _ in range(TIMES)))


def _check(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",), "nor damaged"
        assert connection.execute("PRAGMA foreign_key_check").fetchone() is None, "nor unrelated"
