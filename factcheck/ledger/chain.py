"""How does one audit event hold fast to the one before it?

An event's hash covers every field of it and the hash of its predecessor, over canonical
JSON. So no field of any event can change, and no event can go missing between two
others, without a hash that no longer fits. What this cannot show: a tail cut off, or a
chain rebuilt from some event on by whoever may write the file; for that, keep a
checkpoint elsewhere (docs/ledger.md).

Pure. Callers: `store`, which appends, and `audit`, which verifies.
"""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.ledger.tables import canonical, digest
from factcheck.model import Event

GENESIS = "0" * 64
FIELDS = ("ledger", "seq", "at", "who", "version", "verb", "subject", "content", "previous", "hash")


def follow(
    previous: tuple[int, str], *, ledger: str, at: str, who: str, version: str, verb: str,
    subject: str, content: Mapping[str, object],
) -> Event:  # fmt: skip
    """The event that comes after the one with this sequence number and hash."""
    seq, fields = previous[0] + 1, (canonical(content), previous[1])
    sealed = seal(ledger, seq, at, who, version, verb, subject, *fields)
    return Event(ledger, seq, at, who, version, verb, subject, *fields, sealed)


def seal(*fields: str | int) -> str:
    """The hash of an event, from all of its fields but the hash, in the order of `FIELDS`."""
    return digest(fields)
