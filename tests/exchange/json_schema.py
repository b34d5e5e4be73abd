"""The part of JSON Schema that our schemas use: a slow, obvious oracle, kept to the specification."""

import re
from collections.abc import Iterator
from typing import Any

TYPES: dict[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "boolean": (bool,),
    "null": (type(None),),
    "integer": (int,),
    "number": (int, float),
}
KNOWN = {
    *("$schema", "$id", "title", "description", "$defs", "$ref", "type", "const", "enum", "anyOf", "oneOf"),
    *("pattern", "minimum", "properties", "required", "additionalProperties", "items", "prefixItems"),
    *("minItems", "maxItems"),
}


def faults(value: Any, schema: Any, root: Any = None, at: str = "$") -> Iterator[str]:
    """What is wrong with the value, each with its place."""
    root = root or schema
    assert set(schema) <= KNOWN, f"the oracle does not know {set(schema) - KNOWN}"
    if "$ref" in schema:
        yield from faults(value, resolve(root, schema["$ref"]), root, at)
    if "type" in schema and not is_of(value, schema["type"]):
        yield f"{at}: {value!r} is no {schema['type']}"
        return
    if "const" in schema and value != schema["const"]:
        yield f"{at}: {value!r} is not {schema['const']!r}"
    if "enum" in schema and value not in schema["enum"]:
        yield f"{at}: {value!r} is none of {schema['enum']}"
    if "pattern" in schema and isinstance(value, str) and not re.search(schema["pattern"], value):
        yield f"{at}: {value!r} does not match"
    if "minimum" in schema and isinstance(value, int | float) and value < schema["minimum"]:
        yield f"{at}: {value!r} is too small"
    for word, fits in (("anyOf", lambda n: n > 0), ("oneOf", lambda n: n == 1)):
        if word in schema and not fits(sum(not list(faults(value, one, root)) for one in schema[word])):
            yield f"{at}: {word} fails"
    if isinstance(value, dict):
        yield from object_faults(value, schema, root, at)
    if isinstance(value, list):
        yield from list_faults(value, schema, root, at)


def object_faults(value: dict[str, Any], schema: Any, root: Any, at: str) -> Iterator[str]:
    properties = schema.get("properties", {})
    yield from (f"{at}.{key}: is missing" for key in schema.get("required", ()) if key not in value)
    for key, part in value.items():
        if key in properties:
            yield from faults(part, properties[key], root, f"{at}.{key}")
        elif schema.get("additionalProperties") is False:
            yield f"{at}.{key}: is not known"


def list_faults(value: list[Any], schema: Any, root: Any, at: str) -> Iterator[str]:
    if not schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", len(value)):
        yield f"{at}: has {len(value)} items"
    for place, part in enumerate(value):
        inner = schema.get("items")
        if inner is not None:
            yield from faults(part, inner, root, f"{at}[{place}]")


def resolve(root: Any, reference: str) -> Any:
    found = root
    for step in reference.removeprefix("#/").split("/"):
        found = found[step]
    return found


def is_of(value: Any, types: str | list[str]) -> bool:
    names = [types] if isinstance(types, str) else types
    return any(
        isinstance(value, TYPES[name]) and (name == "boolean" or not isinstance(value, bool))
        for name in names
    )
