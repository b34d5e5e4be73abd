"""Which JSON does a script get of what a verb of the ledger did? (docs/columns.md)

The values that correcting, joining, copying and verifying return travel by their own fields,
so what such a value gains is printed and described without another line here. The JSON
Schema in the package is made of the same values; nothing reads it at run time.

Pure. Callers: cli; the tests, which also write the schema anew (`pytest --regenerate`).
"""

from __future__ import annotations

from typing import Any

from factcheck.desk.audit import Kept, Verified
from factcheck.desk.ledgers import BackedUp
from factcheck.desk.redactions import Redacted
from factcheck.desk.undoing import Undone
from factcheck.desk.withdrawals import Corrected
from factcheck.exchange.notation import SCHEMA_VERSION
from factcheck.exchange.schemas import DIALECT, Schema, perhaps
from factcheck.exchange.scores import agreement_shape
from factcheck.exchange.transfer.codec import codec
from factcheck.ledger.merging import Merged
from factcheck.model import Agreement, Compared, Dossier

ANSWERS: dict[str, type] = {
    "corrected": Corrected,
    "undone": Undone,
    "redacted": Redacted,
    "compared": Compared,
    "merged": Merged,
    "backed_up": BackedUp,
    "verified": Verified,
    "checkpoint": Kept,
}


def answer_shape(answer: object) -> dict[str, Any]:
    """What a value of one of the `ANSWERS` says."""
    made: type = type(answer)
    shape: dict[str, Any] = codec(made).write(answer)
    return shape


def corrected_shape(corrected: Corrected, told: Dossier | None) -> dict[str, Any]:
    """What was put right, and the agreement of the claim as it now is."""
    return {**answer_shape(corrected), "agreement": agreement_shape(told.agreement) if told else None}


def answers_schema() -> Schema:
    """The JSON Schema of every answer, each under its name."""
    shapes = {name: codec(answer).schema for name, answer in ANSWERS.items()}
    corrected = shapes["corrected"]["properties"] | {"agreement": perhaps(codec(Agreement).schema)}
    shapes["corrected"] = {**shapes["corrected"], "properties": corrected, "required": list(corrected)}
    return {
        "$schema": DIALECT,
        "$id": f"urn:factcheck:answers:{SCHEMA_VERSION}",
        "title": "factcheck: what correcting, joining, copying and verifying answer with",
        "anyOf": [{"$ref": f"#/$defs/{name}"} for name in shapes],
        "$defs": {name: _versioned(shape) for name, shape in shapes.items()},
    }


def _versioned(shape: Schema) -> Schema:
    properties = {"schema_version": {"const": SCHEMA_VERSION}, **shape["properties"]}
    return {**shape, "properties": properties, "required": list(properties)}
