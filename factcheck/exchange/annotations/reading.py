"""Which notes does a file hold? What Hypothesis exports, and W3C Web Annotations.

Hypothesis' API answers `{"rows": [...]}`; its other exports are lists of the same notes. A
W3C file is an annotation, a list, or a page or collection with `items`. Replies to other
notes, and whatever is malformed, are problems, and hide no other note.

Pure. Callers: `desk`, for `import annotations`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from factcheck.errors import Unreadable
from factcheck.exchange.annotations.annotation import Annotation, Quote
from factcheck.exchange.json_objects import JsonObject, Trouble
from factcheck.exchange.problems import RowProblem
from factcheck.exchange.strict_json import read_json

HINT = "name a JSON export of Hypothesis, or W3C Web Annotations"


def read_annotations(content: bytes, name: str) -> Iterator[Annotation | RowProblem]:
    """The notes of a file, or what is wrong with them; `name` stands in messages."""
    value = read_json(content, name, HINT)
    place = ""
    while isinstance(value, dict):
        key = next((key for key in ("rows", "annotations", "items", "first") if key in value), None)
        if key is None:
            value = [value]
        else:
            place, value = f"{place}.{key}".lstrip("."), value[key]
    if not isinstance(value, list):
        raise Unreadable(f"{name}: holds no annotations", HINT)
    for number, one in enumerate(value):
        where = f"{place}[{number}]"
        if isinstance(one, dict):
            yield from _annotation(JsonObject(one, where, Trouble(name)))
        else:
            yield RowProblem(f"{name}: {where}", "must be an object", HINT)


def _annotation(told: JsonObject) -> Iterator[Annotation | RowProblem]:
    """A note of either kind; one of the W3C has a `body`."""
    where = f"{told.trouble.name}: {told.where}"
    if told.values.get("references"):
        yield RowProblem(
            where, "is a reply to another note, and not about the text", "import the note itself"
        )
        return
    found = _by_w3c(told, where) if "body" in told.values else _by_hypothesis(told, where)
    yield from told.trouble.faults or (found,)


def _by_hypothesis(told: JsonObject, where: str) -> Annotation:
    target = next(told.objects("target"), None)
    quote, position = _selectors(target)
    return Annotation(
        where=where,
        id=told.text("id") or where,
        source=told.text("uri") or (target.text("source") if target else None) or "",
        text=told.text("text") or "",
        tags=told.texts("tags"),
        by=told.text("user"),
        at=told.text("created"),
        quote=quote,
        position=position,
        unit="utf-16",
    )


def _by_w3c(told: JsonObject, where: str) -> Annotation:
    target = next(_ones(told, "target"), None)
    quote, position = _selectors(target)
    bodies = list(_ones(told, "body"))
    tagging = [one.text("purpose") == "tagging" for one in bodies]
    values = [one.text("value") for one in bodies]
    creator = told.values.get("creator")
    return Annotation(
        where=where,
        id=told.text("id") or where,
        source=(target.text("source") if target else None) or "",
        text="\n".join(value for value, tag in zip(values, tagging, strict=True) if value and not tag),
        tags=tuple(value for value, tag in zip(values, tagging, strict=True) if value and tag),
        by=creator if isinstance(creator, str) else None,
        at=told.text("created"),
        quote=quote,
        position=position,
    )


def _ones(told: JsonObject, key: str) -> Iterator[JsonObject]:
    """The objects under a key: a list, or one alone; an address or a text alone is its source and value."""
    value = told.values.get(key)
    items = value if isinstance(value, list) else [value]
    packed = [
        {"source": one, "value": one} if isinstance(one, str) else one for one in items if one is not None
    ]
    yield from JsonObject({key: packed}, told.where, told.trouble).objects(key)


def _selectors(target: JsonObject | None) -> tuple[Quote | None, tuple[int, int] | None]:
    """What a target quotes, and where it says that this stands."""
    quote, position = None, None
    for one in _ones(target, "selector") if target else ():
        kind = one.text("type")
        if kind == "TextQuoteSelector":
            parts = {key: _exact(one, key) for key in ("exact", "prefix", "suffix")}
            quote = Quote(**parts) if parts["exact"] else None
        elif kind == "TextPositionSelector":
            position = _ends(one)
    return quote, position


def _exact(told: JsonObject, key: str) -> str:
    """The text under a key with its blanks: they are part of a quotation."""
    value: Any = told.values.get(key)
    return value if isinstance(value, str) else told.text(key) or ""


def _ends(told: JsonObject) -> tuple[int, int] | None:
    start, end = told.values.get("start"), told.values.get("end")
    if type(start) is int and type(end) is int and 0 <= start < end:
        return start, end
    told.trouble.fault(told.where, "start and end must be whole numbers, the end after the start")
    return None
