"""Under which spellings is a source filed, and which source is filed under a spelling?

`name_keys` holds, for every name and alias, its folded spelling, the initials that it
could be shortened to, and what it looks like. It is derived from `sources` and
`aliases`, and `refile` makes it again.

Callers: `sources`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Literal

from factcheck.ledger.names import ReadName, fits, fold, initials, is_acronym, skeleton
from factcheck.ledger.revisions import gone_among
from factcheck.ledger.store import Change, Ledger
from factcheck.model import identify

How = Literal["exact", "alias", "acronym", "none"]
Read = Callable[[str, dict[str, object]], list[sqlite3.Row]]
Write = Callable[[str, Iterable[Any]], object]
_FILING = "INSERT INTO name_keys (key, how, source) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"
_SURE_INITIALS = 3  # two letters fit too many names: MP is not Mike Pence


def file_under(change: Change, source_id: str, name: str, how: str) -> None:
    """File a source under a name ("exact") or an alias of it."""
    change.write(_FILING, [(key, kind, source_id) for key, kind in _keys(name, how)])


def refile(read: Read, write: Write) -> None:
    """Make `name_keys` again from the sources and their aliases, within the caller's transaction."""
    write("DELETE FROM name_keys", [()])
    for source_id, name, how in _names(read):
        write(_FILING, [(key, kind, source_id) for key, kind in _keys(name, how)])


def refile_source(change: Change, source_id: str) -> None:
    """Make the keys of one source again from its name and the aliases that stand."""
    change.write("DELETE FROM name_keys WHERE source = :source", [{"source": source_id}])
    name = change.ledger.rows("SELECT name FROM sources WHERE id = :id", {"id": source_id})[0]["name"]
    file_under(change, source_id, name, "exact")
    for _, alias in standing_aliases(change.ledger, source_id):
        file_under(change, source_id, alias, "alias")


def due(ledger: Ledger) -> set[tuple[str, str, str]]:
    """What `name_keys` has to hold: key, how, source."""
    return {
        (key, kind, source) for source, name, how in _names(ledger.rows) for key, kind in _keys(name, how)
    }


def filed(ledger: Ledger, name: str, hows: Sequence[str] = ("exact", "alias")) -> dict[str, str]:
    """The ids of the sources that are filed under this name, each with how."""
    rows = ledger.rows("SELECT source, how FROM name_keys WHERE key = :key", {"key": fold(name)})
    return {row["source"]: row["how"] for row in rows if row["how"] in hows}


def lookalike_ids(ledger: Ledger, name: str) -> list[str]:
    """The ids of the sources that only look like this name (other alphabet, hidden characters)."""
    rows = ledger.rows(
        "SELECT DISTINCT source FROM name_keys WHERE key = :key AND how = 'lookalike' ORDER BY source",
        {"key": skeleton(name)},
    )
    same = filed(ledger, name)
    return [row["source"] for row in rows if row["source"] not in same]


def find(ledger: Ledger, named: ReadName) -> tuple[How, str | None]:
    """The id of the one source that the name surely means, and how it was found."""
    for source_id, how in filed(ledger, named.name).items():
        return ("exact" if how == "exact" else "alias"), source_id
    trusted = _trusted(named)
    printed = [source for acronym in trusted for source in filed(ledger, acronym)]
    declared = _only(printed)
    if declared is not None and (len(printed) > 1 or _is_only_short(ledger, declared)):
        return "alias", declared
    shortened = _only((*_longer(ledger, named.name), *_shorter(ledger, named.name)))
    return ("acronym", shortened) if shortened is not None else ("none", None)


def _trusted(named: ReadName) -> tuple[str, ...]:
    """The acronyms beside a name, if one of them can be made from it (or it from one of them)."""
    fitting = any(fits(acronym, named.name) or fits(named.name, acronym) for acronym in named.acronyms)
    return named.acronyms if fitting else ()


def _longer(ledger: Ledger, name: str) -> list[str]:
    """The sources whose initials are this acronym."""
    if not is_acronym(name) or len(fold(name)) < _SURE_INITIALS:
        return []
    return list(filed(ledger, name, ("initials",)))


def _shorter(ledger: Ledger, name: str) -> list[str]:
    """The sources that go by an acronym made of this name's initials, and by no long name yet."""
    made = [short for short in initials(name) if len(short) >= _SURE_INITIALS]
    return [source for short in made for source in filed(ledger, short) if _is_only_short(ledger, source)]


def _is_only_short(ledger: Ledger, source_id: str) -> bool:
    """Whether the source is known by acronyms alone: two long names may well share their initials."""
    names = [row["name"] for row in ledger.rows("SELECT name FROM sources WHERE id = :id", {"id": source_id})]
    names += [alias for _, alias in standing_aliases(ledger, source_id)]
    return all(is_acronym(part) for name in names for part in name.split("/"))


def standing_aliases(ledger: Ledger, source_id: str | None = None) -> list[tuple[str, str]]:
    """The aliases that stand, of one source or of all: the source's id and the spelling, as recorded."""
    return _aliases(ledger.rows, source_id)


def _aliases(read: Read, source_id: str | None = None) -> list[tuple[str, str]]:
    every = "SELECT source, alias FROM aliases"
    one = f"{every} WHERE source = :source ORDER BY entry"
    rows = read(f"{every} ORDER BY entry" if source_id is None else one, {"source": source_id})
    ids = [identify("alias", row[0], row[1]) for row in rows]
    gone = gone_among(read, "alias", ids)
    return [(row[0], row[1]) for row, alias_id in zip(rows, ids, strict=True) if alias_id not in gone]


def _names(read: Read) -> list[tuple[str, str, str]]:
    """Every name and alias that stands: the source's id, the spelling, and how it is found by it."""
    names = [(row["id"], row["name"], "exact") for row in read("SELECT id, name FROM sources", {})]
    return names + [(source, alias, "alias") for source, alias in _aliases(read)]


def _keys(name: str, how: str) -> list[tuple[str, str]]:
    """Every key of a name or alias, with how a source is found by it."""
    return [
        (fold(name), how),
        (skeleton(name), "lookalike"),
        *((made, "initials") for made in initials(name)),
    ]


def _only(found: Iterable[str]) -> str | None:
    """The one id among those found; None if there is none, or more than one."""
    distinct = set(found)
    return distinct.pop() if len(distinct) == 1 else None
