"""What would an event say of each row of a table, one row after the other?

`Recorded` reads a table in the order of recording, and is asked about the events in their
order: does this one state the rows that come next? SQLite itself spells the facts of a row
as the canonical JSON that events hold, which takes half the time that reading every column
and encoding it here would take. Where it spells something otherwise than `tables.canonical`
(none is known but U+007F), the event does not match, and the caller compares the columns.

Callers: `follows`, `links`.
"""

from __future__ import annotations

import hashlib
import json
import re
from bisect import bisect
from collections.abc import Sequence

from factcheck.ledger.store import Ledger
from factcheck.ledger.tables import Table

Row = tuple[int, bytes, bytes | None, bytes]
_START = b'{"":0,'  # so that every member has a comma before it
_EMPTY = re.compile(rb',"[^"]+":null')  # a member; within a value, the quotes are escaped
_BEYOND_ASCII = re.compile(r"[^\x00-\x7e]+")


class Recorded:
    """The rows of one table that no event has accounted for yet; read within a snapshot."""

    def __init__(self, ledger: Ledger, table: Table) -> None:
        self.table = table
        self.disorder: int | None = None  # the first entry that does not stand where it was recorded
        self._pages = ledger.pages(_spelling(table))
        self._opening = b'{"%b":[' % table.name.encode("ascii")
        self._entries: list[int] = []  # of the rows that were read
        self._alone: list[bytes] = []  # the content of the event that would state each of them alone
        self._next = 0  # the first of them that no event accounts for
        self._last = 0
        self._passed: set[int] = set()

    def begins(self, contents: Sequence[bytes]) -> bool:
        """Whether the next rows are those that these contents state, one each."""
        return self._has(len(contents)) and self._alone[self._next : self._next + len(contents)] == contents

    def skip(self, count: int) -> None:
        """Account for so many rows more."""
        self._next += count

    def takes(self, content: bytes) -> bool:
        """Whether this content states exactly the rows that come next; they are then accounted for."""
        frame, count, parts = len(self._opening), 0, []
        size = frame + 1
        while size < len(content) and self._has(count + 1):
            parts.append(self._alone[self._next + count][frame:-2])
            size += len(parts[-1]) + 1
            count += 1
        if content != self._opening + b",".join(parts) + b"]}":
            return False
        self._next += count
        return True

    def account(self, entry: int) -> None:
        """Note that an event states the row with this entry, wherever it stands."""
        while self._has(1) and self._entries[self._next] < entry:
            self._passed.add(self._entries[self._next])
            self._next += 1
        if self._has(1) and self._entries[self._next] == entry:
            self._next += 1
        elif entry in self._passed:
            self._passed.remove(entry)
            self.disorder = entry if self.disorder is None else self.disorder

    def left(self) -> list[int]:
        """The entries of the rows that no event accounts for, once all events were asked about."""
        while self._has(1):
            self._passed.update(self._entries[self._next :])
            self._next = len(self._entries)
        return sorted(self._passed)

    def _has(self, count: int) -> bool:
        """Whether there are so many rows more; reads on where need be."""
        while self._next + count > len(self._entries):
            rows = next(self._pages, None)
            if rows is None:
                return False
            self._read(rows)
        return True

    def _read(self, rows: Sequence[Row]) -> None:
        """Put these rows behind those that are not accounted for."""
        entries = [row[0] for row in rows]
        due = range(self._last + 1, self._last + 1 + len(entries))
        if entries != list(due) and self.disorder is None:
            self.disorder = next(entry for entry, place in zip(entries, due, strict=True) if entry != place)
        self._last = entries[-1]
        self._entries = self._entries[self._next :] + entries
        self._alone = self._alone[self._next :] + _events(self._opening, rows)
        self._next = 0


def escaped(text: bytes) -> bytes:
    """JSON as SQLite spells it, every character beyond ASCII as an escape."""
    if text.isascii():
        return text
    return _BEYOND_ASCII.sub(lambda run: json.dumps(run[0])[1:-1], text.decode("utf-8", "replace")).encode()


def _events(opening: bytes, rows: Sequence[Row]) -> list[bytes]:
    """Of each row that `_spelling` selects, the content of the event that would state it alone."""
    told = b"\n".join(
        [members[:-1] + (_hash_of(words) if words else b"") + end for _, members, words, end in rows]
    )
    opening += b"{"
    skipped = len(_START)
    return [opening + facts[skipped:] + b"]}" for facts in escaped(_EMPTY.sub(b"", told)).split(b"\n")]


def _hash_of(words: bytes) -> bytes:
    """The member that holds the hash of what a row quotes."""
    return b',"texts":"' + hashlib.sha256(escaped(words)).hexdigest().encode("ascii") + b'"'


def _spelling(table: Table) -> str:
    """The query for what each row says: members up to the hash of its words, the words, and how it ends."""
    names = sorted(table.stated)
    split = len(names) if not table.quoted else bisect(names, "texts")
    members = f"json_object('', 0, {_members(names[:split])})"
    words = f"json_array({', '.join(table.quoted)})" if table.quoted else "NULL"
    end = f"',' || substr(json_object({_members(names[split:])}), 2)" if names[split:] else "'}'"
    parts = ", ".join(f"CAST({part} AS BLOB)" for part in (members, words, end))
    return f"SELECT entry, {parts} FROM {table.name} ORDER BY entry"  # noqa: S608 - names of ours


def _members(names: Sequence[str]) -> str:
    """The arguments of a JSON object of these columns."""
    return ", ".join(f"'{name}', {name}" for name in names)
