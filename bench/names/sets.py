"""Which names of which bodies are asked for, and in which register?

DIR/matching/alias_registry.jsonl has the bodies, each under one name; aliases.jsonl other
names of half of them. Bodies whose names fold alike are one source here, as they would be
on a desk.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from factcheck.errors import AskedWrongly
from factcheck.ledger.opening import open_ledger
from factcheck.ledger.sources import add_alias, add_source, new_source
from factcheck.ledger.store import Ledger, change

AT = "2024-05-18T12:00:00Z"
WHO = {"who": "bench", "at": AT, "version": "0", "verb": "source"}


class Asked(NamedTuple):
    """A name, the name of the body that it means, and what sort of body and name it is."""

    name: str
    body: str
    group: str


def asked(data: Path, *, parties: bool) -> list[Asked]:
    """The names to ask for."""
    rows = _rows(data / "matching" / "aliases.jsonl", parties=parties)
    return [Asked(row["alias"], row["canonical"], f"{row['group']} {row['kind']}") for row in rows]


def bodies(data: Path, *, parties: bool) -> list[str]:
    """The names that the bodies are registered under."""
    return [row["canonical"] for row in _rows(data / "matching" / "alias_registry.jsonl", parties=parties)]


def _rows(path: Path, *, parties: bool) -> list[dict[str, str]]:
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [row for row in rows if parties or row["group"] != "party"]


@contextmanager
def register(names: Iterable[str], aliases: Iterable[Asked] = ()) -> Iterator[Ledger]:
    """A ledger with these sources and other names; a name that means another source already is left out."""
    with TemporaryDirectory() as folder, open_ledger(Path(folder) / "names.db", mode="write") as ledger:
        with change(ledger, **WHO) as changes:
            for name in names:
                add_source(changes, new_source(name))
            for alias in aliases:
                try:
                    add_alias(changes, new_source(alias.body).id, alias.name)
                except AskedWrongly:
                    continue
        yield ledger
