"""Does every event hold fast to the one before it, from the first to the last?

SQLite spells what the hash of an event was taken of, which takes a third of the time that
reading its columns and encoding them here would take; an event whose hash does not fit that
is sealed again field by field before anything is said of it.

Callers: `audit`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from hashlib import sha256
from typing import Any

from factcheck.ledger.chain import FIELDS, GENESIS, seal
from factcheck.ledger.recorded import escaped
from factcheck.ledger.store import Ledger

Found = tuple[str, str]
Head = tuple[int, str]

_START: Head = (0, GENESIS)
_LINKS = f"""
SELECT entry, ledger, seq, previous, hash, CAST(content AS BLOB),
  CAST(json_array({", ".join(FIELDS[:-1])}) AS BLOB)
FROM events ORDER BY entry
"""  # noqa: S608 - names of ours
_MERGES = """
SELECT content FROM events WHERE verb = 'merge'
  AND EXISTS (SELECT 1 FROM events WHERE ledger < :ledger OR ledger > :ledger)
"""


def linked(ledger: Ledger, broken: list[Found]) -> Iterator[tuple[tuple[int, ...], tuple[bytes, ...]]]:
    """The numbers and the contents of the events, some at a time in the order of recording; in a snapshot.

    `broken` learns of those that do not follow the one before them, or do not have the hash that
    they should. A ledger into which others were merged holds the chain of each.
    """
    merged = _merged(ledger)
    heads = {ledger.id: _START, **dict.fromkeys(merged, _START)}
    before = 0
    for page in ledger.pages(_LINKS):
        entries, names, seqs, _, stated, contents, _ = columns = tuple(zip(*page, strict=True))
        if not _holds(columns, heads, before):
            for entry, name, seq, hash_ in zip(entries, names, seqs, stated, strict=True):
                broken.extend(_faults(ledger, entry, heads, before))
                heads[name], before = (seq, hash_), entry
        heads[names[-1]], before = (seqs[-1], stated[-1]), entries[-1]
        yield seqs, contents
    for name, (size, root) in merged.items():
        broken.extend(_cut(ledger, name, size, root))


def _holds(columns: tuple[tuple[Any, ...], ...], heads: Mapping[str, Head], before: int) -> bool:
    """Whether these events are of one chain and go on where it ends, every hash as it should be."""
    entries, names, seqs, previous, stated, _, sealed = columns
    size, root = heads.get(names[0], (None, ""))
    return (
        size is not None
        and names == names[:1] * len(names)
        and seqs == tuple(range(size + 1, size + 1 + len(seqs)))
        and entries == tuple(range(before + 1, before + 1 + len(entries)))
        and previous == (root, *stated[:-1])
        and stated == tuple([sha256(one if one.isascii() else escaped(one)).hexdigest() for one in sealed])
    )


def _merged(ledger: Ledger) -> dict[str, Head]:
    """The ledgers that were merged into this one: how many events each had by then, and the last hash."""
    heads: dict[str, Head] = {}
    for (content,) in ledger.rows(_MERGES, {"ledger": ledger.id}):
        with suppress(ValueError, TypeError, AttributeError):  # no merge of ours: the chain reports it
            told = json.loads(content).get("merged", {})
            heads |= {name: max(heads.get(name, _START), (size, root)) for name, (size, root) in told.items()}
    return heads


def _cut(ledger: Ledger, name: str, size: int, root: str) -> Iterator[Found]:
    """Whether the chain of a merged ledger still reaches as far as the merge found it to."""
    row = ledger.row(
        "SELECT hash FROM events WHERE ledger = :ledger AND seq = :seq", {"ledger": name, "seq": size}
    )
    if row is None:
        yield f"event {size} of {name}", "is missing: it was there when that ledger was merged"
    elif row["hash"] != root:
        yield f"event {size} of {name}", "is not the one that was there when that ledger was merged"


def _faults(ledger: Ledger, entry: int, heads: dict[str, Head], before: int) -> Iterator[Found]:
    """What exactly is wrong with the event at this entry, given the heads of the chains before it."""
    event = ledger.rows("SELECT * FROM events WHERE entry = :entry", {"entry": entry})[0]
    size, root = heads.get(event["ledger"], _START)
    of = "" if event["ledger"] == ledger.id else f" of {event['ledger']}"
    where = f"event {event['seq']}{of}"
    if event["ledger"] not in heads:
        yield where, f"belongs to another ledger ({event['ledger']})"
    if event["seq"] != size + 1:
        yield where, f"follows event {size}: some are missing, or out of order"
    elif entry != before + 1:
        yield where, "does not stand where it was recorded"
    if event["previous"] != root:
        yield where, "does not name the hash of the event before it"
    if event["hash"] != seal(*(event[name] for name in FIELDS[:-1])):
        yield where, "was changed: its hash does not fit its content"
