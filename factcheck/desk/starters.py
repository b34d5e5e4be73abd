"""How does a desk begin with the agencies, monitors and papers that everybody cites?

The packaged pack (`exchange.starter`) is loaded when somebody asks, all in one change. What
is registered already keeps its names and profile: the pack adds what nobody has said yet.

Callers: cli.
"""

from __future__ import annotations

from factcheck.desk.profiles import profile_of
from factcheck.desk.signature import Signature
from factcheck.errors import AskedWrongly
from factcheck.exchange.starter import Entry, starter_pack
from factcheck.ledger.revisions import revise
from factcheck.ledger.sources import add_alias, add_source, affiliate, new_source, resolve
from factcheck.ledger.store import Change, Ledger
from factcheck.ledger.tables import Stored, canonical
from factcheck.model import SourceProfile, profile_shape

REASON = "from the starter pack; check it"


def load_starter(ledger: Ledger, signature: Signature) -> tuple[int, int]:
    """Register the sources of the pack: how many there are, and how many of them are new."""
    entries, new = starter_pack(), 0
    with signature.change(ledger, "source load") as change:
        ids: dict[str, str] = {}
        for entry in entries:
            ids[entry.name], added = _register(change, entry)
            new += added
        for entry in entries:
            for other in entry.affiliations:
                affiliate(change, ids[entry.name], ids[other])
    return len(entries), new


def _register(change: Change, entry: Entry) -> tuple[str, bool]:
    """The id of the source of an entry, and whether it is new."""
    known = resolve(change.ledger, entry.name, suggest=False).source
    source = known or new_source(entry.name, kind=entry.kind)
    if known is None:
        add_source(change, source)
    for alias in entry.aliases:
        try:
            add_alias(change, source.id, alias)
        except AskedWrongly:  # the desk has said already whose name that is
            continue
    if profile_of(change.ledger, source.id) == SourceProfile():
        content: dict[str, Stored] = {"profile": canonical(profile_shape(entry.profile))}
        if entry.profile.party_to:
            content["party"] = 1
        revise(change, "source", source.id, content=content, reason=REASON)
    return source.id, known is None
