"""Which one source do all these names mean?

A name is looked up as it is filed (exact), among the aliases (alias), by the acronyms that
are printed beside it (acronym), and by spellings that make no difference (variant). Anything
less certain is a suggestion, and two sources stay two until a person says otherwise.

Callers: `desk`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.errors import AskedWrongly, NotFound
from factcheck.ledger.apart import kept_apart, partners
from factcheck.ledger.finding import How, find
from factcheck.ledger.ids import full_id
from factcheck.ledger.judgements import not_the_same
from factcheck.ledger.merged_sources import merged
from factcheck.ledger.names import ReadName, fold, read_apart
from factcheck.ledger.revisions import gone_among, holding, holdings, revise, revised
from factcheck.ledger.rows import Columns
from factcheck.ledger.spellings import file_under, filed, filed_as, lookalike_ids, standing_aliases
from factcheck.ledger.store import Change, Ledger
from factcheck.ledger.tables import AFFILIATIONS, ALIASES, SOURCES
from factcheck.model import Reliability, Source, identify

if TYPE_CHECKING:
    from factcheck.ledger.likeness import Suggestion


LONGEST_NAME = 1000  # in characters; whatever is longer is a text
WORTH_SAYING = 0.7  # from this likeness on it is mentioned to somebody who did not ask


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a name means: the source and how it was found; or none, and which ones might be meant."""

    how: How
    source: Source | None
    suggestions: tuple[Suggestion, ...] = ()


def new_source(
    name: str, *, kind: str | None = None, reliability: Reliability | None = None, party: bool = False
) -> Source:
    """A source with the id that its folded name gives it on every desk."""
    _refuse_no_name(name)
    return Source(identify("source", fold(name)), name, kind=kind, reliability=reliability, party=party)


def add_source(change: Change, source: Source) -> bool:
    """Record a source with its aliases; False if it was there already.

    A name that means another source already is refused.
    """
    if change.ledger.row("SELECT 1 FROM sources WHERE id = :id", {"id": source.id}) is not None:
        return False
    for name in (source.name, *source.aliases):
        _refuse_other(change.ledger, name, source.id)
    row = (source.id, source.name, source.kind, source.reliability, int(source.party))
    change.add(SOURCES, [row], subject=source.id)
    file_under(change, source.id, source.name, "exact")
    for alias in source.aliases:
        add_alias(change, source.id, alias)
    return True


def add_alias(change: Change, source_id: str, alias: str) -> bool:
    """Let a recorded source go by this name too; False if it did. A name of another source is refused."""
    _refuse_no_name(alias)
    if source_id in filed(change.ledger, alias):
        return False
    _refuse_other(change.ledger, alias, source_id)
    if change.ledger.row(ALIASES.selection, (source_id, alias)) is None:
        change.add(ALIASES, [(source_id, alias)], subject=source_id)
    else:
        revise(change, "alias", identify("alias", source_id, alias), withdrawn=False, reason="said again")
    file_under(change, source_id, alias, "alias")
    return True


def affiliate(change: Change, one_id: str, other_id: str) -> bool:
    """Say that two recorded sources speak as one; False if that was known."""
    if one_id == other_id:
        raise AskedWrongly("a source cannot be affiliated with itself", "name two sources")
    pair = tuple(sorted((one_id, other_id)))
    if change.ledger.row(AFFILIATIONS.selection, pair) is not None:
        pair_id = identify("affiliation", *pair)
        return revise(change, "affiliation", pair_id, withdrawn=False, reason="said again") is not None
    change.add(AFFILIATIONS, [pair], subject=pair[0])
    return True


def register(change: Change, name: str, aliases: Iterable[str] = (), kind: str | None = None) -> Source:
    """The source that this name means, made if need be, with the acronyms printed beside it as aliases.

    An acronym that is known already leads to its source only if the printed acronyms fit
    the name: "Interior Ministry (AFP)" is not AFP. One that another source has is left alone.
    """
    read = read_apart(name)
    named = ReadName(read.name, (*read.acronyms, *aliases))
    how, source_id = find(change.ledger, named)
    if source_id is None:
        source = new_source(named.name, kind=kind)
        add_source(change, source)
        source_id = source.id
    is_another_spelling = how in ("acronym", "variant")
    for spelling in (named.name, *named.acronyms) if is_another_spelling else named.acronyms:
        if fold(spelling) and not filed(change.ledger, spelling):
            add_alias(change, source_id, spelling)
    return get_source(change.ledger, source_id)


def resolve(ledger: Ledger, name: str, *, suggest: bool = True) -> Resolution:
    """What the name means, and how we know. Without an answer, suggestions (which take longer).

    A source that people judged not to be of this name is none of them.
    """
    how, source_id = find(ledger, read_apart(name))
    if source_id is not None:
        return Resolution(how, get_source(ledger, source_id))
    if not suggest:
        return Resolution("none", None)
    from factcheck.ledger.likeness import suggestions  # loads rapidfuzz
    from factcheck.ledger.neighbours import near_ids

    others = not_the_same(ledger, "source", identify("source", fold(name)))
    near = [get_source(ledger, near_id) for near_id in near_ids(ledger, name) if near_id not in others]
    return Resolution("none", None, suggestions(name, near))


def source_named(ledger: Ledger, text: str) -> Source:
    """The source with this name, alias, acronym or (shortened) id; NotFound says which ones are alike."""
    resolution = resolve(ledger, text)
    if resolution.source is not None:
        return resolution.source
    try:
        return get_source(ledger, full_id(ledger, "source", text))
    except NotFound as missing:
        alike = ", ".join(repr(match.source.name) for match in resolution.suggestions)
        raise NotFound(missing.message, f"alike: {alike}" if alike else missing.hint) from None


def filed_under(ledger: Ledger, name: str) -> Source | None:
    """The source that is filed under this very name or alias, merged or not."""
    for source_id in filed(ledger, name):
        row = ledger.rows("SELECT id, name FROM sources WHERE id = :id", {"id": source_id})[0]
        return Source(row["id"], row["name"])
    return None


def lookalikes(ledger: Ledger, name: str) -> tuple[Source, ...]:
    """The known sources that this name only looks like (in Cyrillic, say): warn of them."""
    return tuple(get_source(ledger, source_id) for source_id in lookalike_ids(ledger, name))


def taken_for(ledger: Ledger, name: str) -> tuple[tuple[Source, str], ...]:
    """The known sources that this name is taken for, and why they are two; no affiliate of its own."""
    source_ids = filed(ledger, name)
    found = [get_source(ledger, other) for other in filed_as(ledger, partners(name), ("exact", "alias"))]
    told = ((other, kept_apart(name, (other.name, *other.aliases))) for other in found)
    return tuple(
        (other, why) for other, why in told if why and not source_ids.keys() & {other.id, *other.affiliations}
    )


def get_source(ledger: Ledger, source_id: str) -> Source:
    """The source with exactly this id, as it now holds; of a merged one, the source that it became."""
    source_id = merged(ledger).get(source_id, source_id)
    row = ledger.row(
        "SELECT id, name, kind, reliability, party FROM sources WHERE id = :id", {"id": source_id}
    )
    if row is None:
        raise NotFound(f"there is no source {source_id!r}", "`factcheck source list` shows the ids")
    aliases = [alias for _, alias in standing_aliases(ledger, source_id)]
    pairs = ledger.rows(
        "SELECT one, other FROM affiliations WHERE one = :id UNION ALL "
        "SELECT one, other FROM affiliations WHERE other = :id",
        {"id": source_id},
    )
    affiliates = _affiliates(ledger, pairs).get(source_id, ())
    return _value(revised(row, holding(ledger, "source", source_id)), aliases, affiliates)


def list_sources(ledger: Ledger) -> tuple[Source, ...]:
    """Every source with its aliases and affiliations, by name."""
    aliases: dict[str, list[str]] = {}
    for source_id, alias in standing_aliases(ledger):
        aliases.setdefault(source_id, []).append(alias)
    affiliates = _affiliates(ledger, ledger.rows("SELECT one, other FROM affiliations"))
    rows = ledger.rows("SELECT id, name, kind, reliability, party FROM sources ORDER BY name")
    held = holdings(ledger, "source")
    return tuple(
        _value(revised(row, held.get(row["id"])), aliases.get(row["id"], ()), affiliates.get(row["id"], ()))
        for row in rows
    )


def _affiliates(ledger: Ledger, pairs: Sequence[sqlite3.Row]) -> dict[str, list[str]]:
    """Of each source in these pairs: the ids that it speaks as one with, by the pairs that stand."""
    ids = [identify("affiliation", one, other) for one, other in pairs]
    gone = gone_among(ledger.rows, "affiliation", ids)
    found: dict[str, list[str]] = {}
    for (one, other), pair_id in zip(pairs, ids, strict=True):
        if pair_id not in gone:
            found.setdefault(one, []).append(other)
            found.setdefault(other, []).append(one)
    return found


def _refuse_no_name(name: str) -> None:
    """Refuse what nobody is called."""
    if not fold(name):
        raise AskedWrongly(f"{name!r} is no name: it has no letter or digit", "name the source")
    if len(name) > LONGEST_NAME:
        raise AskedWrongly(f"{len(name):,} characters are no name", "name the source in a few words")


def _refuse_other(ledger: Ledger, name: str, source_id: str) -> None:
    """Refuse a name under which one other source is filed; one that two go by means neither."""
    goes_by = filed(ledger, name)
    for other in goes_by:
        if other != source_id and ("exact" in goes_by.values() or len(goes_by) == 1):
            known = get_source(ledger, other).name
            raise AskedWrongly(f"{name!r} already means {known!r}", "one name can mean only one source")


def _value(row: Columns, aliases: Iterable[str], affiliates: Iterable[str]) -> Source:
    """The source of a row, with its other names in the order of recording and its affiliates' ids sorted."""
    return Source(
        id=row["id"],
        name=row["name"],
        kind=row["kind"],
        aliases=tuple(aliases),
        reliability=row["reliability"],
        party=bool(row["party"]),
        affiliations=tuple(sorted(affiliates)),
    )
