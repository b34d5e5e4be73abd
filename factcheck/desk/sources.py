"""How is the register of sources kept?

A source has one name that it is filed under, any number of other names, and affiliates
that speak as one with it. A person says so; nothing is merged on likeness.

Callers: cli.
"""

from __future__ import annotations

from dataclasses import replace

from factcheck.desk.signature import Signature
from factcheck.ledger import sources
from factcheck.ledger.sources import Resolution
from factcheck.ledger.store import Ledger
from factcheck.model import Reliability, Source


def add(
    ledger: Ledger,
    name: str,
    signature: Signature,
    *,
    aliases: tuple[str, ...] = (),
    kind: str | None = None,
    reliability: Reliability | None = None,
    party: bool = False,
) -> tuple[Source, bool]:
    """Register a source with its other names; the source, and whether it is new."""
    source = sources.new_source(name, kind=kind, reliability=reliability, party=party)
    with signature.change(ledger, "source add") as change:
        new = sources.add_source(change, replace(source, aliases=aliases))
    return sources.get_source(ledger, source.id), new


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
