"""How is the register of sources kept?

A source has one name that it is filed under, any number of other names, and affiliates
that speak as one with it. A person says so; nothing is merged on likeness.

Callers: cli.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from factcheck.desk.signature import Signature
from factcheck.language.acronyms import Introduction, introductions
from factcheck.ledger import sources
from factcheck.ledger.names import fold
from factcheck.ledger.sources import Resolution
from factcheck.ledger.store import Change, Ledger
from factcheck.model import Attribution, Reliability, Source


def draft(
    name: str,
    *,
    aliases: tuple[str, ...] = (),
    kind: str | None = None,
    reliability: Reliability | None = None,
    party: bool = False,
) -> Source:
    """A source that is not registered yet; AskedWrongly where the name is none."""
    return replace(sources.new_source(name, kind=kind, reliability=reliability, party=party), aliases=aliases)


def add(ledger: Ledger, source: Source, signature: Signature) -> tuple[Source, bool]:
    """Register a drafted source with its other names; the source, and whether it is new."""
    with signature.change(ledger, "source add") as change:
        new = sources.add_source(change, source)
    return sources.get_source(ledger, source.id), new


def credited_source(
    change: Change, attribution: Attribution, introduced: Mapping[str, Introduction], *, by_hand: bool = False
) -> Source | None:
    """The source that an attribution names, registered if need be.

    `introduced` is what the text itself says of long and short names, by each of them,
    folded. None for the text's own voice, and for a source without a name of its own,
    unless a person typed it: "officials" or "the ministry" in two articles are not the same.
    Whatever is too long to be a name is none.
    """
    name = attribution.canonical
    if attribution.type == "none" or not name:
        return None
    nameless = attribution.type == "anonymous" or name.islower() or len(name) > sources.LONGEST_NAME
    if nameless and not by_hand:
        return None
    known = introduced.get(fold(name))
    if known is not None:
        return sources.register(change, known.name, aliases=known.short)
    return sources.register(change, name)


def by_name(text: str) -> dict[str, Introduction]:
    """What a text says of long and short names, by each of them, folded."""
    return {
        fold(name): introduced
        for introduced in introductions(text)
        for name in (introduced.name, *introduced.short)
    }


def register_typed(change: Change, name: str, typed: str) -> Source:
    """The source of this name, with the short names that stand beside it in what was typed."""
    introduced = by_name(typed).get(fold(name))
    if introduced is not None:
        return sources.register(change, introduced.name, aliases=introduced.short)
    return sources.register(change, name)


def apart(ledger: Ledger, typed: str) -> Iterator[str]:
    """A sentence for names that the typed text says are one, and that the register holds apart."""
    for introduced in introductions(typed):
        names = (introduced.name, *introduced.short)
        found = {name: sources.resolve(ledger, name, suggest=False).source for name in names}
        ids = {source.id: source.name for source in found.values() if source is not None}
        if len(ids) > 1:
            one, other = sorted(ids.values())[:2]
            yield f"“{one}” and “{other}” stand apart here: `source affiliate` says that they speak as one"


def alike(ledger: Ledger, name: str) -> Iterator[str]:
    """A sentence for a name that is not registered yet but much like one that is."""
    for near in sources.resolve(ledger, name).suggestions[:1]:
        if near.similarity >= sources.WORTH_SAYING and not near.kept_apart:
            yield f"“{name}” is new, and like “{near.source.name}” ({near.reason})"


def warnings(ledger: Ledger, names: Iterable[str]) -> Iterator[str]:
    """A sentence for each of these names that only looks like a known source's, or is taken for one."""
    for name in sorted(set(names)):
        for other in sources.lookalikes(ledger, name):
            yield f"“{name}” only looks like “{other.name}”: other letters, so another source"
        for other, why in sources.taken_for(ledger, name):
            yield f"“{name}” is not “{other.name}”, though taken for it: {why}"


def alias(ledger: Ledger, text: str, names: tuple[str, ...], signature: Signature) -> tuple[Source, int]:
    """Let a source go by these names too; the source, and how many of them are new."""
    source = sources.source_named(ledger, text)
    with signature.change(ledger, "source alias") as change:
        new = sum(sources.add_alias(change, source.id, name) for name in names)
    return sources.get_source(ledger, source.id), new


def affiliate(ledger: Ledger, one: str, other: str, signature: Signature) -> tuple[Source, Source, bool]:
    """Say that two sources speak as one; both, and whether that is new."""
    pair = (sources.source_named(ledger, one), sources.source_named(ledger, other))
    with signature.change(ledger, "source affiliate") as change:
        new = sources.affiliate(change, pair[0].id, pair[1].id)
    return (*pair, new)


def look_up(ledger: Ledger, name: str) -> tuple[Resolution, tuple[str, ...]]:
    """What a name means in this register and how we know, or which sources are alike; and its affiliates."""
    found = sources.resolve(ledger, name)
    ids = found.source.affiliations if found.source else ()
    return found, tuple(sources.get_source(ledger, other).name for other in ids)


def list_all(ledger: Ledger) -> tuple[Source, ...]:
    """Every source, by name."""
    return sources.list_sources(ledger)
