"""Where does each figure come from?

Citations are followed along derived-from to their roots. A root is a citation that was
taken from nowhere else, or a named source that nobody cited. Citations that take their
figure from each other form a loop: one origin if nothing leads out of it, otherwise the
origins that it leads to. Every walk is one pass without recursion, so a chain of ten
thousand or a circle ends like any other.

Pure: citations in, a trace out. Caller: `origins.py`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from factcheck.model import Citation, order_of

# More origins than this are not told apart: a mixture of eight counts for none, as one of nine does.
ORIGINS_TOLD_APART = 8

Parents = tuple[tuple[int, ...], ...]
BySource = dict[str, tuple[list[int], list[int]]]


@dataclass(frozen=True, slots=True)
class Trace:
    """What derived-from says of each citation, by its index.

    `parents` are cited, `uncited` are not. `origins` are keys of names (see `name_key`), sorted;
    `names` spells the keys out. `loop` says whether the citation stands in a circle without a
    way out, or with the claim's own source. `components` lists all indices, parents first.
    """

    parents: Parents
    uncited: tuple[tuple[str, ...], ...]
    origins: tuple[tuple[str, ...], ...]
    loop: tuple[bool, ...]
    components: tuple[tuple[int, ...], ...]
    names: dict[str, str]


@lru_cache(maxsize=1 << 16)
def name_key(name: str) -> str:
    """What two spellings of one name share: case and blanks do not tell sources apart."""
    return " ".join(name.casefold().split())


@lru_cache(maxsize=4096)
def date_key(date: str | None) -> int:
    """A date for ordering. A partly known one counts as before all days that it may mean; none as oldest."""
    return order_of(date)


def scope_rank(citation: Citation) -> int:
    """0 for a count of the same, 1 for one of a part or a whole."""
    return 0 if citation.scope == "same" else 1


def precedence(citation: Citation) -> tuple[int, bool, int, str]:
    """The order in which citations of one origin stand for it; the least one does.

    A count of the same comes before a part or a whole, primary before derived, then the
    latest date, dated before undated, then the id.
    """
    return scope_rank(citation), bool(citation.derived_from), -date_key(citation.date), citation.id


def trace(citations: Sequence[Citation], own: frozenset[str]) -> Trace:
    """Follow every citation to its origins. `own` are the keys of the claim's own source and affiliates."""
    parents, named, names = _link(citations)
    components = _components(parents)
    origins: list[tuple[str, ...]] = [()] * len(citations)
    loop = [False] * len(citations)
    for members in components:
        if len(members) == 1 and (keys := _plainly(members[0], citations, parents, named, origins)):
            origins[members[0]] = keys
            continue
        circular = len(members) > 1 or members[0] in parents[members[0]]
        found = {key for node in members for key in named[node]}
        for node in members:
            found.update(*(origins[parent] for parent in parents[node]))  # none yet, if inside the circle
        holders = _holders(citations, members, own) if circular else set()
        of_loop = circular and (not found or bool(holders))
        found = holders or found
        if not found:
            found = {name_key(min((citations[node] for node in members), key=precedence).source)}
        keys = tuple(sorted(found)[:ORIGINS_TOLD_APART])
        for node in members:
            origins[node], loop[node] = keys, of_loop
    return Trace(parents, named, tuple(origins), tuple(loop), components, names)


def _plainly(
    node: int,
    citations: Sequence[Citation],
    parents: Parents,
    named: Sequence[tuple[str, ...]],
    origins: Sequence[tuple[str, ...]],
) -> tuple[str, ...]:
    """The origins of a citation that was taken from nowhere else, or from one other; () of any other."""
    above = parents[node]
    if named[node] or len(above) > 1 or node in above:
        return ()
    return origins[above[0]] if above else (name_key(citations[node].source),)


def _holders(citations: Sequence[Citation], members: tuple[int, ...], own: frozenset[str]) -> set[str]:
    """The claim's own source, or else its affiliates, if a loop holds them: then the loop is theirs."""
    return {name_key(citations[node].source) for node in members} & own


def _link(citations: Sequence[Citation]) -> tuple[Parents, tuple[tuple[str, ...], ...], dict[str, str]]:
    """The cited parents of each citation, the uncited ones, and how each name is spelt."""
    ids = {citation.id: index for index, citation in reversed(list(enumerate(citations)))}
    names: dict[str, str] = {}
    for citation in citations:
        _spell(names, citation.source)
    by_source: BySource | None = None
    parents, uncited = [], []
    for citation in citations:
        found, missing = [], []
        for parent in citation.derived_from:
            index = ids.get(parent)
            if index is None:
                by_source = _by_source(citations) if by_source is None else by_source
                index = _said_by_then(by_source.get(name_key(parent)), citation)
            if index is not None:
                found.append(index)
            else:
                missing.append(_spell(names, parent))
        parents.append(tuple(sorted(set(found))) if found else ())
        uncited.append(tuple(sorted(set(missing))) if missing else ())
    return tuple(parents), tuple(uncited), names


def _by_source(citations: Sequence[Citation]) -> BySource:
    """Of each source, the dates on which it is cited and the citations, oldest first, one a date."""
    by_source: BySource = {}
    for index in sorted(range(len(citations)), key=lambda index: date_key(citations[index].date)):
        dates, indices = by_source.setdefault(name_key(citations[index].source), ([], []))
        when = date_key(citations[index].date)
        if not dates or dates[-1] != when:
            dates.append(when)
            indices.append(index)
    return by_source


def _said_by_then(cited: tuple[list[int], list[int]] | None, citing: Citation) -> int | None:
    """What a source named as parent had last said when it was cited; its first, if it spoke only later."""
    if cited is None:
        return None
    dates, indices = cited
    when = date_key(citing.date)
    last = bisect_right(dates, when) - 1 if when else len(dates) - 1
    return indices[max(last, 0)]


def _spell(names: dict[str, str], name: str) -> str:
    """Keep one spelling of the name, and return its key."""
    key = name_key(name)
    names[key] = min(names.get(key, name), name)
    return key


def _components(parents: Sequence[Sequence[int]]) -> tuple[tuple[int, ...], ...]:
    """Loops and single citations, parents before children (Tarjan 1972, with its stack made explicit)."""
    order: dict[int, int] = {}
    lowest: dict[int, int] = {}
    path: list[int] = []
    on_path: set[int] = set()
    found: list[tuple[int, ...]] = []
    for start in range(len(parents)):
        if start in order:
            continue
        if not parents[start]:
            order[start] = lowest[start] = len(order)
            found.append((start,))
            continue
        work = [(start, iter(parents[start]))]
        while work:
            node, rest = work[-1]
            if node not in order:
                order[node] = lowest[node] = len(order)
                path.append(node)
                on_path.add(node)
            step = next(rest, None)
            if step is None:
                work.pop()
                if lowest[node] == order[node]:
                    found.append(_close(node, path, on_path))
                if work:
                    above = work[-1][0]
                    lowest[above] = min(lowest[above], lowest[node])
            elif step not in order:
                work.append((step, iter(parents[step])))
            elif step in on_path:
                lowest[node] = min(lowest[node], order[step])
    return tuple(found)


def _close(node: int, path: list[int], on_path: set[int]) -> tuple[int, ...]:
    """Take the component that `node` opened off the path."""
    members = [path.pop()]
    while members[-1] != node:
        members.append(path.pop())
    on_path.difference_update(members)
    return tuple(sorted(members))
