"""Are the texts, and what was derived from the records, as the records say?

A text has the hash that it is stored under. A score is the one that was last recorded, or
is gone. Every spelling leads to the source whose name it is.

Callers: `audit`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from itertools import chain

from factcheck.ledger.spellings import due
from factcheck.ledger.store import Ledger
from factcheck.ledger.tables import AGREEMENTS, canonical

Found = tuple[str, str]

_UNOWNED = """
SELECT sha256 FROM texts WHERE NOT EXISTS (SELECT 1 FROM documents WHERE documents.sha256 = texts.sha256)
"""
_GONE = """
SELECT sha256 FROM texts WHERE text IS NULL
  AND NOT EXISTS (SELECT 1 FROM events WHERE subject = texts.sha256 AND verb = 'redact')
"""
_TEXTS = "SELECT sha256, CAST(text AS BLOB) FROM texts WHERE text NOT NULL ORDER BY rowid"
_SCORES = f"""
SELECT {", ".join(AGREEMENTS.columns)},
  (SELECT content FROM events WHERE subject = agreements.claim AND ledger = :ledger
   AND content GLOB '{{"agreements":*' ORDER BY events.entry DESC LIMIT 1)
FROM agreements ORDER BY entry
"""  # noqa: S608 - names of ours
_SPELLINGS = "SELECT key, how FROM name_keys WHERE source = :source"


def underived(ledger: Ledger) -> Iterator[Found]:
    """Where texts, scores and spellings are not as they have to be; called within a snapshot."""
    yield from _texts(ledger)
    yield from _scores(ledger)
    yield from _spellings(ledger)


def _texts(ledger: Ledger) -> Iterator[Found]:
    """Texts that belong to no document, are gone, or do not have the hash they are stored under."""
    for (sha256,) in ledger.rows(_UNOWNED):
        yield f"text {sha256[:12]}", "belongs to no document"
    for (sha256,) in ledger.rows(_GONE):
        yield f"text {sha256[:12]}", "is gone, and no event redacted it"
    for sha256, text in chain.from_iterable(ledger.pages(_TEXTS)):
        if hashlib.sha256(text).hexdigest() != sha256:
            yield f"text {sha256[:12]}", "was changed: it does not have the hash that it is stored under"


def _scores(ledger: Ledger) -> Iterator[Found]:
    """Scores that are not the ones that this desk last recorded."""
    for *row, stated in chain.from_iterable(ledger.pages(_SCORES, {"ledger": ledger.id})):
        if stated is None:
            yield f"agreement of {row[1]}", "was recorded by no event"
        elif stated != canonical({AGREEMENTS.name: [AGREEMENTS.facts(row)]}):
            yield f"agreement of {row[1]}", "is not the one that was last recorded"


def _spellings(ledger: Ledger) -> Iterator[Found]:
    """Names that would be looked up wrongly: the derived keys are not those of the sources."""
    for source, due_keys in due(ledger):
        held = {tuple(row) for row in ledger.rows(_SPELLINGS, {"source": source})}
        for key, how in sorted(held ^ due_keys):
            state = "is filed, but no name leads to it" if (key, how) in held else "is not filed"
            yield f"source {source}", f"the spelling {key!r} ({how}) {state}"
