"""Which column of somebody's table holds which field?

Headers are recognised by a table of synonyms (`exchange/data/headers.tsv`); whoever uses
other words says so in a mapping, `{"phrase": "Was behauptet wird"}`. Two columns for one
field are a question, not a choice: Unreadable. A table with all the columns of our own
export is one, and then the escapes of its cells are undone.

Callers: `rows.py`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from factcheck.errors import AskedWrongly, Unreadable
from factcheck.exchange.data_tables import table
from factcheck.exchange.nouns import CITATIONS, CLAIMS
from factcheck.exchange.sheets.sheet import Line, Odd

Imported = Literal["claims", "citations"]

_OURS: dict[Imported, frozenset[str]] = {
    "claims": frozenset(CLAIMS.names),
    "citations": frozenset(CITATIONS.names),
}
_APART = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Field:
    """One field of an import: its name, the headers that mean it, and what a cell may look like."""

    name: str
    headers: tuple[str, ...]
    example: str


@dataclass(frozen=True, slots=True)
class Header:
    """What the header of a table says: where each field stands, and which titles mean nothing to us.

    A table with all the columns of our own export is `ours`, and `columns` says where each of them
    stands; `width` is how many columns there are.
    """

    places: dict[str, int]
    ignored: tuple[str, ...]
    columns: dict[str, int]
    width: int

    @property
    def ours(self) -> bool:
        """Whether it is the table of an export of ours."""
        return bool(self.columns)


@cache
def fields_of(noun: Imported) -> tuple[Field, ...]:
    """The fields of an import, in the order of a template."""
    return tuple(
        Field(row["field"], tuple(row["headers"].split("; ")), row["example"])
        for row in table("headers")
        if row["noun"] == noun
    )


def is_title(line: Line, noun: Imported, mapping: Mapping[str, str]) -> bool:
    """Whether a line above the header is a title: its one cell heads no column that we know."""
    known = _meanings(noun, False, {}).keys() | set(map(_folded, mapping.values()))
    filled = [cell for cell in line.cells if isinstance(cell, Odd) or cell.strip()]
    return len(filled) == 1 and (isinstance(filled[0], Odd) or _folded(filled[0]) not in known)


def read_header(line: Line, noun: Imported, mapping: Mapping[str, str], name: str) -> Header:
    """What stands where; `mapping` is from fields to headers, and goes before what we recognise."""
    titles = [title.strip() if isinstance(title, str) else "" for title in line.cells]
    ours = _OURS[noun] <= set(titles)
    meanings = _meanings(noun, ours, _checked(mapping, titles, noun, name))
    places: dict[str, int] = {}
    ignored = []
    for place, title in enumerate(titles):
        field = meanings.get(_folded(title))
        if field is None:
            ignored += [title] if title and title not in (_OURS[noun] if ours else ()) else []
        elif field in places:
            both = f"{titles[places[field]]!r} and {title!r}"
            hint = f"say which one it is: {field}={title}"
            raise Unreadable(f"{name}:{line.number}:{place + 1}: {both} both mean {field}", hint)
        else:
            places[field] = place
    columns = {title: place for place, title in enumerate(titles) if title in _OURS[noun]} if ours else {}
    return Header(places, tuple(ignored), columns, len(titles))


def _meanings(noun: Imported, ours: bool, mapping: Mapping[str, str]) -> dict[str, str]:
    """Which field each header means; of our own tables only the names of the fields themselves."""
    meanings = {
        _folded(header): field.name
        for field in fields_of(noun)
        if field.name not in mapping
        for header in ((field.name,) if ours else field.headers)
    }
    return meanings | {_folded(title): field for field, title in mapping.items()}


def _checked(mapping: Mapping[str, str], titles: Sequence[str], noun: Imported, name: str) -> dict[str, str]:
    """The mapping by the names of our fields; each header in it must stand in the table."""
    known, checked = _meanings(noun, False, {}), {}
    for key, title in mapping.items():
        field = known.get(_folded(key))
        if field is None:
            fields = ", ".join(field.name for field in fields_of(noun))
            raise AskedWrongly(f"{key!r} is no field of {noun}", f"the fields are {fields}")
        if _folded(title) not in map(_folded, titles):
            headed = ", ".join(map(repr, filter(None, titles)))
            raise AskedWrongly(f"{name}: no column is headed {title!r}", f"its columns are {headed}")
        checked[field] = title
    return checked


def _folded(header: str) -> str:
    return _APART.sub(" ", header.casefold()).strip()
