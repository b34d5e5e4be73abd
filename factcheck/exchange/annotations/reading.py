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
from factcheck.exchange.problems import RowProblem
from factcheck.exchange.records import Record, Trouble
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
            yield from _annotation(Record(one, where, Trouble(name)))
        else:
            yield RowProblem(f"{name}: {where}", "must be an object", HINT)


def _annotation(record: Record) -> Iterator[Annotation | RowProblem]:
    """A note of either kind; one of the W3C has a `body`."""
    where = f"{record.trouble.name}: {record.where}"
    if record.values.get("references"):
        yield RowProblem(
            where, "is a reply to another note, and not about the text", "import the note itself"
        )
        return
    found = _by_w3c(record, where) if "body" in record.values else _by_hypothesis(record, where)
    yield from record.trouble.faults or (found,)


def _by_hypothesis(record: Record, where: str) -> Annotation:
    target = next(record.records("target"), None)
    quote, position = _selectors(target)
    return Annotation(
        where=where,
        id=record.text("id") or where,
        source=record.text("uri") or (target.text("source") if target else None) or "",
        text=record.text("text") or "",
        tags=record.texts("tags"),
        by=record.text("user"),
        at=record.text("created"),
        quote=quote,
        position=position,
        unit="utf-16",
    )


def _by_w3c(record: Record, where: str) -> Annotation:
    target = next(_ones(record, "target"), None)
    quote, position = _selectors(target)
    bodies = list(_ones(record, "body"))
    tagging = [one.text("purpose") == "tagging" for one in bodies]
    values = [one.text("value") for one in bodies]
    creator = record.values.get("creator")
    return Annotation(
        where=where,
        id=record.text("id") or where,
        source=(target.text("source") if target else None) or "",
        text="\n".join(value for value, tag in zip(values, tagging, strict=True) if value and not tag),
        tags=tuple(value for value, tag in zip(values, tagging, strict=True) if value and tag),
        by=creator if isinstance(creator, str) else None,
        at=record.text("created"),
        quote=quote,
        position=position,
    )


def _ones(record: Record, key: str) -> Iterator[Record]:
    """The objects under a key: a list, or one alone; an address or a text alone is its source and value."""
    value = record.values.get(key)
    items = value if isinstance(value, list) else [value]
    packed = [
        {"source": one, "value": one} if isinstance(one, str) else one for one in items if one is not None
    ]
    yield from Record({key: packed}, record.where, record.trouble).records(key)


def _selectors(target: Record | None) -> tuple[Quote | None, tuple[int, int] | None]:
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


def _exact(record: Record, key: str) -> str:
    """The text under a key with its blanks: they are part of a quotation."""
    value: Any = record.values.get(key)
    return value if isinstance(value, str) else record.text(key) or ""


def _ends(record: Record) -> tuple[int, int] | None:
    start, end = record.values.get("start"), record.values.get("end")
    if type(start) is int and type(end) is int and 0 <= start < end:
        return start, end
    record.trouble.fault(record.where, "start and end must be whole numbers, the end after the start")
    return None
