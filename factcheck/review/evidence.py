"""On which evidence was a decision made?

A digest of what a reviewer judges: the number as printed and read, whom it is credited to,
what was declared to be counted, and every citation that stands. Any change of it is
another digest, and so re-opens what was signed off. Where the claim stands in its text,
and under which id, is no evidence: a document that is read again with a better reader
keeps the decisions on what it read alike.

Pure. Callers: `desk`, for `Seen.evidence` and `Facts.evidence`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict
from decimal import Decimal

from factcheck.model import Citation, Claim

_OF_CLAIM = ("surface", "phrase", "quantity", "measure", "place", "period")
_OF_CREDIT = ("type", "source", "canonical", "polarity")


def digest_of(claim: Claim, citations: Iterable[Citation]) -> str:
    """The digest of a claim and the citations that stand, in whatever order: 16 hexadecimal digits."""
    said, credit = asdict(claim), asdict(claim.attribution)
    judged = {
        "claim": {name: said[name] for name in _OF_CLAIM},
        "credit": {name: credit[name] for name in _OF_CREDIT},
        "via": [one.source for one in claim.attribution.via],
        "citations": [asdict(one) for one in sorted(citations, key=lambda one: one.id)],
    }
    canonical = json.dumps(judged, default=_plain, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("ascii")).hexdigest()[:16]


def _plain(number: object) -> str:
    """A Decimal in plain notation, however it was written: 1E+3 and 1000 are one number."""
    assert isinstance(number, Decimal)  # all else that claims and citations hold is text, truth or nothing
    return f"{number.normalize():f}"
