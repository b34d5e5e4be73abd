"""Under which spellings is a source filed, and which source is filed under a spelling?

`name_keys` holds, for every name and alias that stands: its folded spelling (`exact` or
`alias`), the standard one that its variants share (`variant`), that one without title or
legal form (`bare`), the acronyms that it could have (`initials`), what it looks like
(`lookalike`) and the senses of its words (`word`). It is derived from `sources` and
`aliases`, and `refile` makes it again.

Callers: `sources`, `finding`, `neighbours`, `derived`, `merging`, `bundles`, `migrations`, `desk`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from factcheck.ledger.names import fold, skeleton
from factcheck.ledger.revisions import gone_among
from factcheck.ledger.senses import acronyms_of, senses
from factcheck.ledger.store import Change, Ledger
from factcheck.ledger.tables import canonical
from factcheck.ledger.variants import bare, standard
from factcheck.model import identify

Read = Callable[[str, dict[str, object]], list[sqlite3.Row]]
Write = Callable[[str, Iterable[Any]], object]
_FILING = "INSERT INTO name_keys (key, how, source) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"
_FILED = """
SELECT source, how FROM name_keys
WHERE how IN (SELECT value FROM json_each(:hows)) AND key IN (SELECT value FROM json_each(:keys))
ORDER BY how DESC, key, source
"""


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


def due(ledger: Ledger) -> Iterator[tuple[str, set[tuple[str, str]]]]:
    """What `name_keys` has to hold of each source, by its id: every key, with how."""
    names = sorted(_names(ledger.rows))
    for source, spelled in groupby(names, key=itemgetter(0)):
        yield source, {key for _, name, how in spelled for key in _keys(name, how)}


def filed(ledger: Ledger, name: str) -> dict[str, str]:
    """The ids of the sources that go by this name, each with how: "exact" or "alias"."""
    return filed_as(ledger, [fold(name)], ("exact", "alias"))


def filed_as(ledger: Ledger, keys: Sequence[str], hows: Sequence[str]) -> dict[str, str]:
    """The ids of the sources that are filed in one of these ways under one of these keys, each with how."""
    rows = ledger.rows(_FILED, {"keys": canonical(keys), "hows": canonical(hows)})
    return {row["source"]: row["how"] for row in rows}


def lookalike_ids(ledger: Ledger, name: str) -> list[str]:
    """The ids of the sources that only look like this name (other alphabet, hidden characters)."""
    same = filed(ledger, name)
    return sorted(filed_as(ledger, [skeleton(name)], ("lookalike",)).keys() - same.keys())


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
    plain, stripped = standard(name), bare(name)
    return [
        (fold(name), how),
        (skeleton(name), "lookalike"),
        (plain, "variant"),
        *([(stripped, "bare")] if stripped != plain else ()),
        *((made, "initials") for made in acronyms_of(name)),
        *dict.fromkeys((sense.key, "word") for sense in senses(name)),
    ]
