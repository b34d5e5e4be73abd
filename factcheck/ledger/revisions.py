"""What was changed about a record after it was made, and does it still stand?

A record is never edited. A revision says what holds instead of some of its columns, and
whether the record is withdrawn; it names the revision that it follows, states the whole
of what differs, and is itself a record. So an amendment, a withdrawal, a restoration and
an undoing are one thing. Two revisions that follow the same one (two desks, merged) leave
the record in dispute: the one made first holds until a later one names both. The same goes for
two versions of a record that two desks recorded otherwise: the one recorded first holds.

Callers: the modules of `ledger` that read records, and `desk`.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, get_args

from factcheck.errors import AskedWrongly
from factcheck.ledger.moments import order_of
from factcheck.ledger.rows import Columns
from factcheck.ledger.store import Change, Ledger
from factcheck.ledger.tables import AUDITED, REVISIONS, Stored, Table, canonical
from factcheck.model import AmendedNoun, identify

Noun = Literal[
    "document",
    "claim",
    "citation",
    "source",
    "alias",
    "affiliation",
    "setting",
    "measurand",
    "derivation",
    "judgement",
    "scale",
    "decision",
]
Read = Callable[[str, dict[str, object]], list[sqlite3.Row]]
_ALL = "SELECT * FROM revisions WHERE noun = :noun"
_THESE = f"{_ALL} AND subject IN (SELECT value FROM json_each(:subjects))"  # noqa: S608 - ours
_TABLES = {"alias": "aliases"}
_VERSION = "recorded otherwise"
# What tells nothing of the record itself, only of how it came to a desk.
OF_THE_DESK = ("recorded_at", "recorded_by", "reader", "path", "stance_by")
_MORE = {"source": ("profile", "merged_into")}  # what a source may be said to be, beyond its first columns


@dataclass(frozen=True, slots=True)
class Revision:
    """What holds of a record from some moment on: the columns that differ, and whether it is withdrawn.

    A version, of a record that merged ledgers recorded otherwise, is told alike: all of its columns, by
    the ledger that recorded it.
    """

    id: str
    noun: Noun
    subject: str
    follows: tuple[str, ...]
    withdrawn: bool
    content: Mapping[str, Stored]
    at: str
    by: str
    reason: str
    is_version: bool = False


@dataclass(frozen=True, slots=True)
class Holding:
    """The revision that holds of a record, and the other heads that dispute it."""

    revision: Revision
    disputed: tuple[Revision, ...] = ()

    @property
    def heads(self) -> tuple[str, ...]:
        """The ids that the next revision has to name."""
        return tuple(sorted(one.id for one in (self.revision, *self.disputed)))


def revise(
    change: Change,
    noun: Noun,
    subject: str,
    *,
    withdrawn: bool | None = None,
    content: Mapping[str, Stored] | None = None,
    reason: str,
) -> Revision | None:
    """State what holds of a record from now on; None if all of it holds already.

    `withdrawn` and `content` that are None stay as they are; `content` replaces all that was
    amended before, and an empty one restores what was first recorded.
    """
    held = holding(change.ledger, noun, subject)
    before = (held.revision.withdrawn, held.revision.content) if held else (False, {})
    now = (before[0] if withdrawn is None else withdrawn, before[1] if content is None else dict(content))
    if now == before and not (held and held.disputed):
        return None
    revision = _next(change, noun, subject, held.heads if held else (), *now, reason)
    facts, words = _parted(noun, revision.content)
    row = (
        *(revision.id, noun, subject, canonical(revision.follows), int(revision.withdrawn), canonical(facts)),
        *(revision.at, revision.by, canonical(words), reason),
    )
    change.add(REVISIONS, [row], subject=subject)
    return revision


def _next(
    change: Change, noun: Noun, subject: str, follows: tuple[str, ...], gone: bool,
    content: Mapping[str, Stored], reason: str,
) -> Revision:  # fmt: skip
    """The revision of a record that follows these; its id is made of all that it says."""
    said = canonical([noun, subject, *follows, gone, content, reason])
    revision_id = identify("revision", said, change.at, change.who)
    return Revision(revision_id, noun, subject, follows, gone, content, change.at, change.who, reason)


def holding(ledger: Ledger, noun: Noun, subject: str) -> Holding | None:
    """What holds of one record; None if it was never revised."""
    return holdings(ledger, noun, [subject]).get(subject)


def holdings(ledger: Ledger, noun: Noun, subjects: Sequence[str] | None = None) -> dict[str, Holding]:
    """What holds of each of these records that was revised or recorded otherwise, or of all of this noun."""
    kept, made = versions(ledger, noun, subjects), revisions(ledger, noun, subjects)
    told = _by_subject((*kept, *made))
    return {subject: _holding(chain) for subject, chain in told.items()}


def versions(ledger: Ledger, noun: Noun, subjects: Sequence[str] | None = None) -> tuple[Revision, ...]:
    """Of the records that merged ledgers recorded otherwise: each version, the first recorded first."""
    every = "SELECT * FROM variants WHERE noun = :table"
    these = f"{every} AND subject IN (SELECT value FROM json_each(:subjects))"  # noqa: S608 - ours
    wanted = {"table": table_of(noun).name, "subjects": canonical(subjects or ())}
    found = ledger.values(lambda row: _version(row, noun), every if subjects is None else these, wanted)
    return tuple(sorted(found, key=lambda one: (order_of(one.at), one.by)))


def _version(row: sqlite3.Row, noun: Noun) -> Revision:
    version_id = identify("version", row["ledger"], noun, row["subject"])
    at, by = row["stated_at"], row["ledger"]
    return Revision(version_id, noun, row["subject"], (), False, _content(row), at, by, _VERSION, True)


def revisions(ledger: Ledger, noun: Noun, subjects: Sequence[str] | None = None) -> tuple[Revision, ...]:
    """The revisions of these records, or of all of this noun, in the order in which they were made."""
    wanted = {"noun": noun, "subjects": canonical(subjects or ())}
    found = ledger.values(_read, _ALL if subjects is None else _THESE, wanted)
    return tuple(sorted(found, key=lambda one: (order_of(one.at), one.id)))


def gone_among(read: Read, noun: Noun, subjects: Sequence[str]) -> frozenset[str]:
    """Which of these records no longer stand; `read` runs a query."""
    if not subjects:
        return frozenset()
    chains = _by_subject(map(_read, read(_THESE, {"noun": noun, "subjects": canonical(subjects)})))
    return frozenset(subject for subject, chain in chains.items() if _holding(chain).revision.withdrawn)


def standing(ledger: Ledger, noun: Noun, rows: Iterable[sqlite3.Row], made: str) -> list[sqlite3.Row]:
    """The rows of records that are not withdrawn, by when they were made (a column): the last holds."""
    ordered = sorted(rows, key=lambda row: (order_of(row[made]), row["id"]))
    gone = gone_among(ledger.rows, noun, [row["id"] for row in ordered])
    return [row for row in ordered if row["id"] not in gone]


def revised(row: sqlite3.Row, holding: Holding | None) -> Columns:
    """The row, with what holds instead of some of its columns."""
    if holding is None or not holding.revision.content:
        return row
    return dict(row) | dict(holding.revision.content)


def _by_subject(told: Iterable[Revision]) -> dict[str, list[Revision]]:
    """What was told of each record, in the order given."""
    chains: dict[str, list[Revision]] = {}
    for one in told:
        chains.setdefault(one.subject, []).append(one)
    return chains


def _holding(told: Sequence[Revision]) -> Holding:
    """The first-made of the revisions that none follows, over the version that was recorded first.

    What else none follows, revision or version, disputes it.
    """
    kept = [one for one in told if one.is_version]
    made = [one for one in told if not one.is_version]
    followed = {name for one in made for name in one.follows}
    heads = [one for one in made if one.id not in followed]
    rivals = [one for one in kept if one.id not in followed] if _differ(kept) else []
    if not heads:
        return Holding(kept[0], tuple(rivals[1:]))
    before = kept[0].content if kept else {}
    first, *others = heads
    return Holding(replace(first, content={**before, **first.content}), (*others, *rivals))


def _differ(kept: Sequence[Revision]) -> bool:
    """Whether versions of a record that people can put right differ in more than how they came here."""
    told = [{name: one.content.get(name) for name in one.content.keys() - OF_THE_DESK} for one in kept]
    return any(one != told[0] for one in told) and kept[0].noun in get_args(AmendedNoun)


def table_of(noun: Noun) -> Table:
    """The table that holds the records of a noun."""
    return AUDITED[_TABLES.get(noun, f"{noun}s")]


def _parted(noun: Noun, content: Mapping[str, Stored]) -> tuple[dict[str, Stored], dict[str, Stored]]:
    """The columns that an event may state, and those that may quote a text."""
    table = table_of(noun)
    unknown = content.keys() - set(table.columns) - set(_MORE.get(noun, ()))
    if unknown:
        raise AskedWrongly(f"a {noun} has no {', '.join(sorted(unknown))}", "name a column of the table")
    facts = {name: value for name, value in content.items() if name not in table.quoted}
    return facts, {name: value for name, value in content.items() if name not in facts}


def _read(row: sqlite3.Row) -> Revision:
    """The revision of a row."""
    return Revision(
        id=row["id"],
        noun=row["noun"],
        subject=row["subject"],
        follows=tuple(json.loads(row["follows"])),
        withdrawn=bool(row["withdrawn"]),
        content=_content(row),
        at=row["revised_at"],
        by=row["revised_by"],
        reason=row["reason"],
    )


def _content(row: sqlite3.Row) -> dict[str, Stored]:
    """The columns that a revision or a version states; redacted words are the empty object."""
    return {**json.loads(row["facts"]), **json.loads(row["words"] or "{}")}
