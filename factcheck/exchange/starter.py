"""Which sources may a desk start from, so that "WHO" and "AFP" need no introduction?

`data/starter.tsv` holds agencies, papers, monitors, bodies of the United Nations, statistics
offices, ministries and parties to conflicts as facts: names, owners, identifiers, whose
texts they print, with whom they speak as one. Nothing is loaded unless somebody asks, and
whatever was loaded can be changed like any other source. No reliability is given: that is
for the desk to say.

Pure but for the packaged table. Callers: `desk`.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from factcheck.model import SourceProfile

_TABLE = Path(__file__).with_name("data") / "starter.tsv"
_APART = "; "


@dataclass(frozen=True, slots=True)
class Entry:
    """One source of the pack. `affiliations` are the names of other entries that speak as one with it."""

    name: str
    kind: str
    aliases: tuple[str, ...]
    affiliations: tuple[str, ...]
    profile: SourceProfile


@cache
def starter_pack() -> tuple[Entry, ...]:
    """Every entry, in the order of the table: by kind, then by name."""
    with _TABLE.open(encoding="utf-8", newline="") as lines:
        told = (line for line in lines if not line.startswith("#"))
        return tuple(map(_entry, csv.DictReader(told, delimiter="\t", quoting=csv.QUOTE_NONE, strict=True)))


def _entry(row: Mapping[str, str]) -> Entry:
    """The entry of a row; what nobody knows is an empty cell."""
    profile = SourceProfile(
        owner=row["owner"] or None,
        interests=_several(row["interests"]),
        party_to=row["party_to"] or None,
        country=row["country"] or None,
        wires=_several(row["wires"]),
        wikidata=row["wikidata"] or None,
        ror=row["ror"] or None,
        domain=row["domain"] or None,
    )
    return Entry(row["name"], row["kind"], _several(row["aliases"]), _several(row["affiliations"]), profile)


def _several(cell: str) -> tuple[str, ...]:
    return tuple(cell.split(_APART)) if cell else ()
