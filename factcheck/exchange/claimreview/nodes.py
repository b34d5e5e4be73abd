"""Which things does a JSON-LD document speak of, however it packs them?

ClaimReviews come alone, in lists, in an `@graph`, in the items of a DataFeed, or inside the
page that they stand on; a type may be a full address; a value may be a list of one, or only
the `@id` of a thing that stands elsewhere. Here all of that is one: nodes with values.

Pure. Callers: `reading.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

Node = dict[str, Any]

_VOCABULARY = re.compile(r"(?:https?://schema\.org/|schema:)?(\w+)", re.ASCII)


def nodes_of(value: Any, kind: str) -> Iterator[tuple[str, Node]]:
    """The nodes of this type with their places, in order; what stands inside of one is not looked at."""
    waiting = [("", value)]
    while waiting:
        place, one = waiting.pop()
        if isinstance(one, list):
            waiting += [(f"{place}[{number}]", item) for number, item in reversed(list(enumerate(one)))]
        elif isinstance(one, dict):
            if is_a(one, kind):
                yield place or "the object", one
            else:
                inner = [(f"{place}.{key}".lstrip("."), item) for key, item in one.items()]
                waiting += reversed(inner)


def is_a(node: Node, kind: str) -> bool:
    """Whether the node is of this type of schema.org."""
    types = node.get("@type")
    named = types if isinstance(types, list) else [types]
    return any(
        isinstance(one, str) and (match := _VOCABULARY.fullmatch(one)) and match[1] == kind for one in named
    )


def named_nodes(value: Any) -> dict[str, Node]:
    """Each node that has an `@id` and says something, by it."""
    found: dict[str, Node] = {}
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, list):
            waiting += one
        elif isinstance(one, dict):
            name = one.get("@id")
            if isinstance(name, str) and len(one) > 1:
                found.setdefault(name, one)
            waiting += one.values()
    return found


def values_of(node: Node, key: str, named: dict[str, Node]) -> list[Any]:
    """The values under a key, each reference to a node as the node."""
    value = node.get(key)
    values = value if isinstance(value, list) else [value]
    return [_resolved(one, named) for one in values if one not in (None, "")]


def _resolved(value: Any, named: dict[str, Node]) -> Any:
    if isinstance(value, dict) and value.keys() == {"@id"} and isinstance(value["@id"], str):
        return named.get(value["@id"], value)
    return value
