"""Which references does a CSL-JSON file hold, and how are references written as one?

CSL-JSON is what Zotero, Pandoc and citeproc speak: a list of items. An item that cannot be
used is a problem at its place, `refs.json: [3].issued`, and hides no other. What is read is
what a fact-checker needs; the volume and the like are left where they are.

Pure. Callers: `desk`, for imports and for bibliographies.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TextIO

from factcheck.errors import Unreadable
from factcheck.exchange.json_objects import JsonObject, Trouble
from factcheck.exchange.notation import json_text
from factcheck.exchange.problems import RowProblem
from factcheck.exchange.references.dates import csl_date, date_in_csl
from factcheck.exchange.references.reference import Name, Reference
from factcheck.exchange.strict_json import read_json

HINT = "CSL-JSON is a list of items, each with a `type`; Zotero exports it as “CSL JSON”"

# Which variable of CSL holds which field, as text.
_TEXTS = {
    "title": "title",
    "container": "container-title",
    "publisher": "publisher",
    "url": "URL",
    "doi": "DOI",
    "page": "page",
    "abstract": "abstract",
    "annote": "annote",
    "note": "note",
}
_NAMES = {"authors": "author", "editors": "editor"}
_DATES = {"issued": "issued", "accessed": "accessed"}


def read_csl(content: bytes, name: str) -> Iterator[Reference | RowProblem]:
    """The references of a file, or what is wrong with them; `name` stands in messages."""
    items = read_json(content, name, HINT)
    if isinstance(items, dict):
        items = items.get("items", [items])
    if not isinstance(items, list):
        raise Unreadable(f"{name}: holds no list of references", HINT)
    for place, item in enumerate(items):
        where = f"[{place}]"
        if isinstance(item, dict):
            yield from _reference(JsonObject(item, where, Trouble(name)))
        else:
            yield RowProblem(f"{name}: {where}", "must be an object", HINT)


def _reference(told: JsonObject) -> Iterator[Reference | RowProblem]:
    trouble = told.trouble
    where = f"{trouble.name}: {told.where}"
    values: dict[str, Any] = {
        "key": told.label("id") or told.where,
        "type": told.text("type") or "document",
        **{field: told.label(key) for field, key in _TEXTS.items()},
        **{field: tuple(_names(told, key)) for field, key in _NAMES.items()},
        **{field: _date(told, key) for field, key in _DATES.items()},
    }
    yield from trouble.faults or (Reference(**values, where=where),)


def _names(told: JsonObject, key: str) -> Iterator[Name]:
    for one in told.objects(key):
        family, given, literal = one.text("family"), one.text("given"), one.text("literal")
        particle = one.text("non-dropping-particle")
        suffix = one.text("suffix")
        last = " ".join(filter(None, (particle, family, suffix)))
        if literal or last or given:
            yield Name(literal) if literal else Name(last or given or "", given if last else None)


def _date(told: JsonObject, key: str) -> str | None:
    try:
        value = told.values.get(key)
        return None if value is None else date_in_csl(value)
    except ValueError as error:
        told.trouble.fault(f"{told.where}.{key}", str(error))
        return None


def write_csl(references: Iterable[Reference], out: TextIO) -> int:
    """Write the references as CSL-JSON, an item a line; how many there were."""
    count = 0
    for reference in references:
        out.write((",\n" if count else "[\n") + json_text(csl_item(reference)))
        count += 1
    out.write("\n]\n" if count else "[]\n")
    return count


def csl_item(reference: Reference) -> dict[str, Any]:
    """A reference as an item of CSL-JSON; what is not known is left out."""
    item: dict[str, Any] = {"id": reference.key, "type": reference.type}
    for field, key in _TEXTS.items():
        item[key] = getattr(reference, field)
    for field, key in _NAMES.items():
        item[key] = [_name(name) for name in getattr(reference, field)]
    for field, key in _DATES.items():
        date = getattr(reference, field)
        item[key] = csl_date(date) if date else None
    return {key: value for key, value in item.items() if value}


def _name(name: Name) -> dict[str, str]:
    return {"family": name.name, "given": name.given} if name.given else {"literal": name.name}
