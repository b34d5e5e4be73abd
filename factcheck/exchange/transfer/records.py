"""Which records does a ledger hold, as they travel?

A line is one record: `{"record": KIND, ...}` with the fields of the value. What stands in
`KINDS` is all there is; a new kind of record is one line there.

Pure. Callers: `lines.py`, and `desk`, which makes the records and takes them in.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from factcheck.exchange.notation import SCHEMA_VERSION
from factcheck.exchange.schemas import DIALECT, Schema
from factcheck.exchange.transfer.codec import Codec, codec
from factcheck.ledger.judgements import Judgement
from factcheck.ledger.originals import Original
from factcheck.model import Anchor, Citation, Claim, Decision, Document, ScaleStep, Setting, Source


@dataclass(frozen=True, slots=True)
class Made:
    """What file a document was made from, and where its pages are."""

    document: str
    original: Original


@dataclass(frozen=True, slots=True)
class Filed:
    """A claim, the id of its document, and the id of the source that it is filed under, if any."""

    document: str
    source: str | None
    claim: Claim


@dataclass(frozen=True, slots=True)
class Attached:
    """A citation and the id of its claim."""

    claim: str
    citation: Citation


@dataclass(frozen=True, slots=True)
class Placed:
    """Where exactly the passage of a citation stands, in which file or archive."""

    claim: str
    citation: str
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class Declared:
    """What somebody declared a claim to count, or one of its citations, where and when."""

    claim: str
    citation: str | None
    measure: str | None
    place: str | None
    period: str | None
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class Derived:
    """What somebody decided about whether a citation was taken from `parent`."""

    claim: str
    citation: str
    parent: str
    accepted: bool
    reason: str
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class Scaled:
    """The verdicts that may be given, where a ledger has its own."""

    steps: tuple[ScaleStep, ...]


Record = (
    Setting
    | Scaled
    | Source
    | Document
    | Made
    | Filed
    | Attached
    | Placed
    | Declared
    | Derived
    | Decision
    | Judgement
)
KINDS: dict[str, type] = {
    "setting": Setting,
    "scale": Scaled,
    "source": Source,
    "document": Document,
    "original": Made,
    "claim": Filed,
    "citation": Attached,
    "anchor": Placed,
    "declaration": Declared,
    "derivation": Derived,
    "decision": Decision,
    "judgement": Judgement,
}
KIND_OF = {made: kind for kind, made in KINDS.items()}


def codecs() -> dict[str, Codec]:
    """How the records of each kind are written and read."""
    return {kind: codec(made) for kind, made in KINDS.items()}


def record_schema() -> Schema:
    """The JSON Schema of one line."""
    lines: dict[str, Schema] = {
        "header": {"factcheck": {"const": "records"}, "schema_version": {"const": SCHEMA_VERSION}},
        "end": {"records": {"type": "integer", "minimum": 0}},
    }
    shapes = {kind: _line(kind, properties) for kind, properties in lines.items()}
    shapes |= {kind: _line(kind, one.schema["properties"]) for kind, one in codecs().items()}
    return {
        "$schema": DIALECT,
        "$id": f"urn:factcheck:records:{SCHEMA_VERSION}",
        "title": "factcheck: one line of an export of records",
        "oneOf": [{"$ref": f"#/$defs/{kind}"} for kind in shapes],
        "$defs": shapes,
    }


def _line(kind: str, properties: dict[str, Any]) -> Schema:
    return {
        "type": "object",
        "properties": {"record": {"const": kind}, **properties},
        "required": ["record", *properties],
        "additionalProperties": False,
    }
