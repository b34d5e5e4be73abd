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
from dataclasses import fields, is_dataclass
from decimal import Decimal

from factcheck.model import Citation, Claim

_OF_CLAIM = ("surface", "phrase", "quantity", "measure", "place", "period")
_OF_CREDIT = ("type", "source", "canonical", "polarity")


def digest_of(claim: Claim, citations: Iterable[Citation]) -> str:
    """The digest of a claim and the citations that stand, in whatever order: 16 hexadecimal digits."""
    judged = {
        "claim": {name: getattr(claim, name) for name in _OF_CLAIM},
        "credit": {name: getattr(claim.attribution, name) for name in _OF_CREDIT},
        "via": [one.source for one in claim.attribution.via],
        "citations": sorted(citations, key=lambda one: one.id),
    }
    canonical = json.dumps(judged, default=_plain, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("ascii")).hexdigest()[:16]


def _plain(value: object) -> object:
    """The fields of a value; a Decimal in plain notation: 1E+3 and 1000 are one number."""
    if is_dataclass(value):
        return {field.name: getattr(value, field.name) for field in fields(value)}
    assert isinstance(value, Decimal)  # all else that claims and citations hold is text, truth or nothing
    return f"{value.normalize():f}"
