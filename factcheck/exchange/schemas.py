"""Which JSON Schema describes what comes out?

The schemas ship with the package, in `data/*.schema.json`, for whoever checks our exports
with a tool of their own; nothing here reads them at run time. They are made from the
descriptions that the exports are made from, and a test holds file and description together.

Pure. Callers: the tests, which also write the files anew (`pytest --regenerate`).
"""

from __future__ import annotations

from typing import Any

from factcheck.exchange.notation import SCHEMA_VERSION
from factcheck.exchange.nouns import Column, ColumnKind, Noun

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
EXACT = {"type": "string", "pattern": r"^-?[0-9]+(\.[0-9]+)?(E[+-][0-9]+)?$"}
_KINDS: dict[ColumnKind, Schema] = {
    "text": {"type": "string"},
    "number": EXACT,
    "score": {"type": "number"},
    "count": {"type": "integer", "minimum": 0},
    "flag": {"type": "boolean"},
}


def noun_schema(noun: Noun) -> Schema:
    """The schema of a table as `json`; `#/$defs/row` is that of a line of `nl`."""
    row = {
        "type": "object",
        "properties": {column.name: _column_schema(column) for column in noun.columns},
        "required": list(noun.names),
        "additionalProperties": False,
    }
    return {
        "$schema": DIALECT,
        "$id": f"urn:factcheck:{noun.name}:{SCHEMA_VERSION}",
        "title": f"factcheck: {noun.name}",
        "type": "object",
        "properties": {
            "schema_version": {"const": SCHEMA_VERSION},
            noun.name: {"type": "array", "items": {"$ref": "#/$defs/row"}},
        },
        "required": ["schema_version", noun.name],
        "additionalProperties": False,
        "$defs": {"row": row},
    }


def _column_schema(column: Column) -> Schema:
    schema = {"enum": list(column.words)} if column.words else dict(_KINDS[column.kind])
    return {"description": column.says, **(perhaps(schema) if column.empty else schema)}


def perhaps(schema: Schema) -> Schema:
    """The same, or null."""
    if "enum" in schema:
        return {**schema, "enum": [*schema["enum"], None]}
    if isinstance(schema.get("type"), str):
        return {**schema, "type": [schema["type"], "null"]}
    return {"anyOf": [schema, {"type": "null"}]}
