"""Change single bytes behind a ledger's back: `python -m bench.ledger.tamper [--changes N] [--seed N]`.

Of a ledger with every kind of record, one byte of what a record or an event holds is changed at
a time; `verify` has to find it, or SQLite has to refuse the file.
"""

import argparse
import random
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from bench.ledger.articles import articles
from bench.ledger.recording import record
from factcheck.errors import IntegrityFailure
from factcheck.ledger.audit import verify
from factcheck.ledger.opening import open_ledger
from factcheck.ledger.tables import AUDITED

TABLES = ("events", "texts", "meta", *AUDITED)
SCHEMA = 4096  # the first page: what is changed there is no record
SHORTEST = 3  # letters of a text that are worth looking for in the file


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--changes", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=2026)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "claims.db"
        record(path, articles(3), cited=True)
        missed = [*unfound(path, asked.changes, random.Random(asked.seed))]
    for around in missed:
        print(f"not found: {around!r}")
    print(f"{asked.changes - len(missed)} of {asked.changes} changes of one byte were found")
    raise SystemExit(bool(missed))


def unfound(path: Path, count: int, chance: random.Random) -> Iterator[bytes]:
    """What stands around each change that nobody found, of so many; the file is left as it was."""
    intact = path.read_bytes()
    places = sorted({place for text in stored_texts(path) for place in places_of(text, intact)})
    for place in chance.choices(places, k=count):
        changed = bytearray(intact)
        changed[place] ^= chance.randrange(1, 256)
        path.write_bytes(changed)
        if not is_found(path):
            yield intact[place - 20 : place + 20]
    path.write_bytes(intact)


def stored_texts(path: Path) -> set[str]:
    """Every text of some length that the records and events hold."""
    with closing(sqlite3.connect(path)) as connection:
        rows = [row for table in TABLES for row in connection.execute(f"SELECT * FROM {table}")]  # noqa: S608
    return {value for row in rows for value in row if isinstance(value, str) and len(value) >= SHORTEST}


def places_of(text: str, file: bytes) -> Iterator[int]:
    """The places in the file of the bytes of a text, outside of the schema."""
    wanted = text.encode()
    start = file.find(wanted, SCHEMA)
    while start >= 0:
        yield from range(start, start + len(wanted))
        start = file.find(wanted, start + 1)


def is_found(path: Path) -> bool:
    """Whether the ledger is refused, or does not verify."""
    try:
        with open_ledger(path, mode="read") as ledger:
            return verify(ledger) != ()
    except IntegrityFailure:
        return True


if __name__ == "__main__":
    main()
