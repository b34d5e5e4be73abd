"""How is a whole ledger written as text that a version control can compare, and made again from it?

A bundle is JSON lines: what it is, then every row of every table, table by table in the
order of recording, so that what is added to a ledger is added at the end of a few sections.
What is derived from other rows alone (spellings, the index of words) is not in it. A ledger
made from a bundle verifies, and writes the same bundle again, byte for byte.

Callers: `desk`.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from factcheck.errors import IntegrityFailure, Unreadable
from factcheck.ledger.audit import verify
from factcheck.ledger.schema import VERSION
from factcheck.ledger.spellings import refile
from factcheck.ledger.store import Ledger
from factcheck.ledger.tables import AUDITED

FORMAT = "factcheck bundle"
_SINCE = 3  # the schema from which on every table has the columns that it has now
_BATCH = 500
_TABLES = ("texts", *(name for name in AUDITED if name != "agreements"), "events", "agreements", "states")
_ORDER = {"texts": "sha256"}
Line = dict[str, Any]


def bundle(ledger: Ledger) -> Iterator[str]:
    """The lines of the bundle of this ledger, without line ends, of one moment."""
    with ledger.snapshot():
        yield _line({"format": FORMAT, "schema": VERSION, "ledger": ledger.id})
        for table in _TABLES:
            for row in _rows(ledger, table):
                yield _line({"table": table, "row": row})


def unbundle(lines: Iterable[str], name: str, make: Callable[[str], Ledger]) -> Ledger:
    """The ledger that `make(ledger_id)` makes, filled from the lines of a bundle called `name`.

    Raises Unreadable for lines that are no bundle, IntegrityFailure for one that does not verify;
    then nothing of it is kept.
    """
    numbered = enumerate(lines, start=1)
    head = _read(next(numbered, (1, "")), name)
    if head.get("format") != FORMAT or not isinstance(head.get("ledger"), str):
        raise Unreadable(f"{name}:1: this is no bundle", "`factcheck export bundle` writes one.")
    if head.get("schema") not in range(_SINCE, VERSION + 1):
        what = f"{name}:1: a bundle of schema {head.get('schema')}; this program knows {VERSION}"
        raise Unreadable(what, "Make it with the same version of factcheck.")
    ledger = make(head["ledger"])
    with ledger.filling():
        columns = {table: _columns(ledger, table) for table in _TABLES}
        for number, text in numbered:
            _add(ledger, columns, _read((number, text), name), f"{name}:{number}")
        refile(ledger.rows, ledger.write)
        if problems := verify(ledger):
            what = f"{name} does not verify: {problems[0].where}: {problems[0].what}"
            raise IntegrityFailure(what, "It was changed by hand, or cut short; nothing was imported.")
    return ledger


def _rows(ledger: Ledger, table: str) -> Iterator[Line]:
    """The rows of a table in the order of recording, a batch at a time."""
    order = _ORDER.get(table, "entry")
    after: object = "" if order == "sha256" else -1
    page_of = f"SELECT * FROM {table} WHERE {order} > :after ORDER BY {order} LIMIT :limit"  # noqa: S608 - ours
    while page := ledger.rows(page_of, {"after": after, "limit": _BATCH}):
        yield from map(dict, page)
        after = page[-1][order]


def _line(content: Line) -> str:
    return json.dumps(content, ensure_ascii=False, sort_keys=True, allow_nan=False)


def _read(numbered: tuple[int, str], name: str) -> Line:
    number, text = numbered
    try:
        content = json.loads(text)
    except (ValueError, RecursionError) as error:
        what = f"{name}:{number}: not JSON: {error}"
        raise Unreadable(what, "`factcheck export bundle` writes one JSON object a line.") from None
    if not isinstance(content, dict):
        raise Unreadable(f"{name}:{number}: not an object", "A bundle has one JSON object a line.")
    return content


def _columns(ledger: Ledger, table: str) -> tuple[str, ...]:
    return tuple(info["name"] for info in ledger.rows(f"PRAGMA table_info({table})"))


def _add(ledger: Ledger, columns: dict[str, tuple[str, ...]], line: Line, where: str) -> None:
    table, row = str(line.get("table")), line.get("row")
    if table not in columns or not isinstance(row, dict) or row.keys() != set(columns[table]):
        raise Unreadable(f"{where}: no row of a table of ours", "The bundle was changed by hand.")
    if not all(isinstance(value, str | int | float | None) for value in row.values()):
        raise Unreadable(f"{where}: a row holds texts and numbers only", "The bundle was changed by hand.")
    names, places = ", ".join(columns[table]), ", ".join(f":{name}" for name in columns[table])
    try:
        ledger.write(f"INSERT INTO {table} ({names}) VALUES ({places})", [row])  # noqa: S608 - names of ours
    except sqlite3.IntegrityError as error:
        raise Unreadable(f"{where}: no row for {table}: {error}", "The bundle was changed by hand.") from None
