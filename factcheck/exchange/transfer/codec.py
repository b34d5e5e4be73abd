"""How does a frozen value become JSON that loses nothing, and the same value again?

By its own fields: the annotations of a dataclass say how each is written, read and
described, so a field that a noun gains travels without another line here, and the JSON
Schema that ships with the package shows it. A number is a string with exactly the digits of
the `Decimal`; a span is `[start, end]`; a word of a `Literal` is one of its words. Keys are
neither missing nor more than known. What does not fit is a `Misfit` with its path.

Pure. Callers: `records.py`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass
from decimal import Decimal
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from factcheck import model
from factcheck.exchange.notation import LONGEST_PLAIN
from factcheck.exchange.schemas import EXACT, Schema, perhaps
from factcheck.model import Claim, Span

# What follows from the rest of a value, and is not part of its record.
DERIVED: dict[type, frozenset[str]] = {Claim: frozenset(("worth",))}

_EXACT = re.compile(EXACT["pattern"], re.ASCII)
_SPAN_ENDS = 2


class Misfit(Exception):
    """Something in a record that is not what it should be: `path` says where, `what` what is wrong."""

    def __init__(self, what: str, path: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.path = path

    def within(self, key: str) -> Misfit:
        """The same, seen from one level further out."""
        inner = f".{self.path}" if self.path and not self.path.startswith("[") else self.path
        return Misfit(self.what, f"{key}{inner}")


@dataclass(frozen=True, slots=True)
class Codec:
    """How values of one type are written and read, and the schema of what is written."""

    write: Callable[[Any], Any]
    read: Callable[[Any], Any]
    schema: Schema


@cache
def codec(of: Any) -> Codec:
    """The codec of an annotation: a dataclass, or the type of one of its fields."""
    if of in _PLAIN:
        return _PLAIN[of]
    if is_dataclass(of) and isinstance(of, type):
        return _of_dataclass(of)
    origin, inner = get_origin(of), get_args(of)
    if origin is Literal:
        return _of_words(inner)
    if origin in (Union, UnionType):
        one, *other = (part for part in inner if part is not NoneType)
        return _text_or(codec(*other)) if other else _perhaps(codec(one))
    assert len({*inner} - {...}) == 1, f"no record has a {of}"
    return _of_list(codec(inner[0]), None if ... in inner else len(inner))


def _of_dataclass(of: type) -> Codec:
    # Modules of the model that need each other import some names for type checkers only.
    hints = get_type_hints(of, localns=vars(model))
    derived = DERIVED.get(of, frozenset())
    parts = [(field.name, codec(hints[field.name])) for field in fields(of) if field.name not in derived]
    names = frozenset(name for name, _ in parts)
    writers = [(name, part.write) for name, part in parts]
    readers = [(name, part.read) for name, part in parts]

    def write(value: Any) -> Schema:
        return {name: write(getattr(value, name)) for name, write in writers}

    def read(shape: Any) -> Any:
        if type(shape) is not dict:
            raise Misfit("must be an object")
        if shape.keys() != names:
            raise _odd_key(names, shape.keys())
        values = {}
        name = ""
        try:
            for name, read in readers:
                values[name] = read(shape[name])
        except Misfit as misfit:
            raise misfit.within(name) from None
        try:
            return of(**values)
        except ValueError as error:
            raise Misfit(str(error)) from None

    return Codec(write, read, _object_schema({name: part.schema for name, part in parts}))


def _object_schema(properties: Schema) -> Schema:
    """The schema of an object with exactly these keys."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _odd_key(known: frozenset[str], found: Any) -> Misfit:
    """The first key that is missing, or not known."""
    missing, unknown = sorted(known - found), sorted(found - known)
    if missing:
        return Misfit("is missing", missing[0])
    return Misfit("is not a known key; a later version of factcheck may know it", unknown[0])


def _of_words(words: tuple[str, ...]) -> Codec:
    known = frozenset(words)

    def read(value: Any) -> str:
        if isinstance(value, str) and value in known:
            return value
        raise Misfit(f"{value!r:.40} is none of {', '.join(words)}")

    return Codec(_as_it_is, read, {"enum": list(words)})


def _perhaps(one: Codec) -> Codec:
    def write(value: Any) -> Any:
        return None if value is None else one.write(value)

    def read(value: Any) -> Any:
        return None if value is None else one.read(value)

    return Codec(write, read, perhaps(one.schema))


def _text_or(other: Codec) -> Codec:
    """A text, or else a value of another type."""

    def write(value: Any) -> Any:
        return value if isinstance(value, str) else other.write(value)

    def read(value: Any) -> Any:
        return value if isinstance(value, str) else other.read(value)

    return Codec(write, read, {"anyOf": [{"type": "string"}, other.schema]})


def _of_list(one: Codec, length: int | None) -> Codec:
    def write(values: Any) -> list[Any]:
        return [one.write(value) for value in values]

    def read(values: Any) -> tuple[Any, ...]:
        if type(values) is not list or length not in (None, len(values)):
            raise Misfit("must be a list" if length is None else f"must be a list of {length}")
        return tuple(_item(one, place, value) for place, value in enumerate(values))

    return Codec(write, read, {"type": "array", "items": one.schema})


def _item(one: Codec, place: int, value: Any) -> Any:
    try:
        return one.read(value)
    except Misfit as misfit:
        raise misfit.within(f"[{place}]") from None


def _as_it_is(value: Any) -> Any:
    return value


def _text(value: Any) -> str:
    if isinstance(value, str):
        return value
    raise Misfit("must be text")


def _flag(value: Any) -> bool:
    if value is True or value is False:
        return value
    raise Misfit("must be true or false")


def _whole(value: Any) -> int:
    if type(value) is int:
        return value
    raise Misfit("must be a whole number")


def _score(value: Any) -> float:
    if type(value) in (int, Decimal):
        return float(value)
    raise Misfit("must be a number")


def _number(value: Any) -> Decimal:
    if isinstance(value, str) and len(value) <= 2 * LONGEST_PLAIN and _EXACT.match(value):
        exact = Decimal(value)
        if abs(exact.adjusted()) <= LONGEST_PLAIN:
            return exact
    raise Misfit(f"{value!r:.40} is no number in plain digits, as a text")


def _span(value: Any) -> Span:
    if type(value) is list and len(value) == _SPAN_ENDS and type(value[0]) is type(value[1]) is int:
        try:
            return Span(*value)
        except ValueError as error:
            raise Misfit(str(error)) from None
    raise Misfit("must be [start, end]")


_PLAIN: dict[Any, Codec] = {
    str: Codec(_as_it_is, _text, {"type": "string"}),
    bool: Codec(_as_it_is, _flag, {"type": "boolean"}),
    int: Codec(_as_it_is, _whole, {"type": "integer"}),
    float: Codec(_as_it_is, _score, {"type": "number"}),
    Decimal: Codec(str, _number, EXACT),
    Span: Codec(
        lambda span: [span.start, span.end],
        _span,
        {"type": "array", "items": {"type": "integer", "minimum": 0}, "minItems": 2, "maxItems": 2},
    ),
}
