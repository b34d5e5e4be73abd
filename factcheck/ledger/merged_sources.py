"""Which sources did people decide are one, and under which name does it go?

A source that was merged into another keeps its records, its id and its names; whoever reads
them finds the other source. The merge is a revision, so it can be taken apart again, and
everything is as it was.

Callers: the modules of `ledger` that read sources, and `desk`.
"""

from __future__ import annotations

from factcheck.errors import AskedWrongly
from factcheck.ledger.revisions import holding, holdings, revise
from factcheck.ledger.store import Change, Ledger
from factcheck.ledger.tables import Stored

INTO = "merged_into"


def merge_source(change: Change, gone_id: str, kept_id: str, reason: str) -> bool:
    """Let one source be another from now on; False if it is."""
    if gone_id == kept_id or merged(change.ledger).get(kept_id) == gone_id:
        raise AskedWrongly("that is one source already", "`factcheck source show NAME` shows what it means.")
    return _say(change, gone_id, {INTO: kept_id}, reason)


def split_source(change: Change, source_id: str, reason: str) -> bool:
    """Let a source that was merged into another be itself again; False if it is."""
    return _say(change, source_id, {INTO: None}, reason)


def merged(ledger: Ledger) -> dict[str, str]:
    """The source that each merged one stands for, however many steps away."""
    found = ledger.rows(
        "SELECT DISTINCT subject FROM revisions WHERE noun = 'source' AND instr(facts, '\"merged_into\"')"
    )
    subjects = [row["subject"] for row in found]
    held = holdings(ledger, "source", subjects) if subjects else {}
    direct = {
        subject: str(one.revision.content[INTO])
        for subject, one in held.items()
        if one.revision.content.get(INTO)
    }
    return {subject: _end(direct, subject) for subject in direct}


def meant_by(ledger: Ledger, source_id: str) -> list[str]:
    """The ids under which this source's records are filed: its own, and those merged into it."""
    return [source_id, *sorted(one for one, kept in merged(ledger).items() if kept == source_id)]


def _end(direct: dict[str, str], subject: str) -> str:
    """Where the way from a merged source leads; a circle, which two desks may make, ends at its least."""
    seen = [subject]
    while (following := direct.get(seen[-1])) is not None:
        if following in seen:
            return min(seen[seen.index(following) :])
        seen.append(following)
    return seen[-1]


def _say(change: Change, source_id: str, said: dict[str, Stored], reason: str) -> bool:
    held = holding(change.ledger, "source", source_id)
    content = {**(held.revision.content if held else {}), **said}
    kept = {name: value for name, value in content.items() if not (name == INTO and value is None)}
    return revise(change, "source", source_id, content=kept, reason=reason) is not None
