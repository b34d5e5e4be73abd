"""How often is the right source first, among five, or, worst of all, a wrong one taken without asking?

*Cold*, the register knows one name of each body; *with known aliases*, all names but the one
that is asked for; *unknown*, only every second body, and the others are asked for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field

from bench.names.sets import WHO, Asked, register
from factcheck.ledger.revisions import revise
from factcheck.ledger.sources import WORTH_SAYING, Resolution, new_source, resolve
from factcheck.ledger.spellings import refile_source
from factcheck.ledger.store import Ledger, change
from factcheck.model import identify


class _Enough(Exception):
    """Takes a change back that was only made to ask without it."""


@dataclass(slots=True)
class Grades:
    """How the names fared that were asked for."""

    asked: int = 0
    first: int = 0
    among_five: int = 0
    taken: int = 0
    homonyms: int = 0
    said: int = 0
    wrong: list[tuple[str, str, str]] = field(default_factory=list)
    by_group: Counter[str] = field(default_factory=Counter)
    missed: list[Asked] = field(default_factory=list)

    def count(self, one: Asked, found: Resolution) -> None:
        """Count one answer: taken for sure, or suggested."""
        right = new_source(one.body).id
        ids = [found.source.id] if found.source else [near.source.id for near in found.suggestions]
        self.asked += 1
        self.first += ids[:1] == [right]
        self.among_five += right in ids
        self.taken += found.source is not None
        self.said += bool(found.suggestions) and found.suggestions[0].similarity >= WORTH_SAYING
        if found.source and found.source.id != right:
            if found.how in ("exact", "alias"):
                self.homonyms += 1  # the labels give two bodies this very name
            else:
                self.wrong.append((one.name, one.body, found.source.name))
        if ids[:1] != [right]:
            self.missed.append(one)
        self.by_group[one.group] += ids[:1] == [right]


def cold(names: Iterable[str], wanted: list[Asked]) -> Grades:
    """Ask where each body is known by one name."""
    grades = Grades()
    with register(names) as ledger:
        for one in wanted:
            grades.count(one, resolve(ledger, one.name))
    return grades


def warm(names: Iterable[str], wanted: list[Asked]) -> Grades:
    """Ask where each body is known by all of its names but the one that is asked for."""
    grades = Grades()
    with register(names, wanted) as ledger:
        for one in wanted:
            grades.count(one, _without(ledger, one))
    return grades


def unknown(names: list[str], wanted: list[Asked]) -> Grades:
    """Ask for bodies that are not registered: whatever is taken is wrong."""
    known = {new_source(name).id for name in names[::2]}
    strangers = [one for one in wanted if new_source(one.body).id not in known]
    grades = Grades()
    with register(names[::2], [one for one in wanted if one not in strangers]) as ledger:
        for one in strangers:
            grades.count(one, resolve(ledger, one.name))
    return grades


def _without(ledger: Ledger, one: Asked) -> Resolution:
    """What the name means where it is not an alias itself."""
    source = new_source(one.body).id
    found = Resolution("none", None)
    with suppress(_Enough), change(ledger, **WHO) as changes:
        revise(changes, "alias", identify("alias", source, one.name), withdrawn=True, reason="to ask")
        refile_source(changes, source)
        found = resolve(ledger, one.name)
        raise _Enough
    return found
