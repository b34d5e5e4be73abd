"""What does one JSON object hold under a key, and what is wrong with it?

A `JsonObject` hands out the values of one object by their kind, and remembers which keys it
was asked for. A fault does not stop the reading: it is noted in the `Trouble` of the whole
file, with its place, so that one run names every fault.

Callers: `cases.py`, and the readers of CSL-JSON and of annotations.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any, TypeVar

from factcheck.errors import Unreadable
from factcheck.exchange.problems import RowProblem
from factcheck.model import is_date

Choice = TypeVar("Choice", bound=str)


class Trouble:
    """The faults and the warnings of one file, in the order in which they were met."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.faults: list[RowProblem] = []
        self.warnings: list[str] = []

    def fault(self, where: str, what: str) -> None:
        """Note something that makes the file, or this part of it, unusable."""
        self.faults.append(RowProblem(f"{self.name}: {where}", what))

    def warn(self, where: str, what: str) -> None:
        """Note something odd."""
        self.warnings.append(f"{self.name}: {where}: {what}")

    def raise_if_any(self) -> None:
        """Unreadable with the first fault, and the others (ten at most) in its hint."""
        if not self.faults:
            return
        first, *others = self.faults
        hint = "nothing was imported; correct it and run again"
        if others:
            more = "; ".join(str(fault).removeprefix(f"{self.name}: ") for fault in others[:10])
            hint = f"nothing was imported; {len(others)} more to correct: {more}"
        raise Unreadable(str(first), hint)


class JsonObject:
    """One JSON object at a place of the file, read key by key."""

    def __init__(self, values: dict[str, Any], where: str, trouble: Trouble) -> None:
        self.values = values
        self.where = where
        self.trouble = trouble
        self.asked: set[str] = set()

    def text(self, key: str) -> str | None:
        """The text under the key; None where it is absent, null or blank."""
        value = self._value(key)
        if value is None:
            return None
        if not isinstance(value, str):
            self._fault(key, f"must be text, not {_kind(value)}")
            return None
        return value.strip() or None

    def label(self, key: str) -> str | None:
        """The text under the key, which may as well be a number: a page, an id."""
        value = self.values.get(key)
        if isinstance(value, int | Decimal) and not isinstance(value, bool):
            self.asked.add(key)
            return str(value)
        return self.text(key)

    def needed(self, key: str) -> str:
        """The text under the key, which must be there; "" beside a fault where it is not."""
        before = len(self.trouble.faults)
        value = self.text(key)
        if value is None and len(self.trouble.faults) == before:
            self._fault(key, "is empty" if key in self.values else "is missing")
        return value or ""

    def flag(self, key: str) -> bool:
        """True or false; false where it is absent."""
        value = self._value(key)
        if value is not None and not isinstance(value, bool):
            self._fault(key, f"must be true or false, not {_kind(value)}")
        return value is True

    def choice(self, key: str, allowed: Sequence[Choice], default: Choice) -> Choice:
        """One of the allowed words."""
        value = self.text(key)
        if value is None:
            return default
        for word in allowed:
            if word == value:
                return word
        self._fault(key, f"{value!r} is none of {', '.join(allowed)}")
        return default

    def date(self, key: str) -> str | None:
        """An EDTF date, as exact as known and as sure: "2019", "2019-12-16", "2019-12~"."""
        value = self.text(key)
        if value is not None and not is_date(value):
            self._fault(key, f"{value!r} is no date like 2019, 2019-12, 2019-12-16 or 2019-12~")
            return None
        return value

    def url(self, key: str) -> str | None:
        """A web address; anything else is kept as text, with a warning."""
        value = self.text(key)
        if value is not None and not value.lower().startswith(("https://", "http://")):
            self.trouble.warn(self._place(key), f"{value!r} is no web address")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts, none of them empty; a single text counts as a list of one."""
        value = self._value(key)
        items = [value] if isinstance(value, str) else self._list(key, value)
        for position, item in enumerate(items):
            if not isinstance(item, str) or not item.strip():
                self._fault(f"{key}[{position}]", "must be a text that is not empty")
        return tuple(item.strip() for item in items if isinstance(item, str) and item.strip())

    def pairs(self, key: str) -> tuple[tuple[str, str], ...]:
        """A list of pairs of texts."""
        found = []
        for position, item in enumerate(self._list(key, self._value(key))):
            if (
                isinstance(item, list)
                and len(item) == 2
                and all(isinstance(n, str) and n.strip() for n in item)
            ):
                found.append((item[0].strip(), item[1].strip()))
            else:
                self._fault(f"{key}[{position}]", "must be a pair of names")
        return tuple(found)

    def objects(self, key: str, *, required: bool = False) -> Iterator[JsonObject]:
        """The objects of a list, each as a JsonObject of its own."""
        items = self._list(key, self._value(key))
        if required and not items:
            self._fault(key, "is empty" if key in self.values else "is missing")
        for position, item in enumerate(items):
            if isinstance(item, dict):
                yield JsonObject(item, f"{self._place(key)}[{position}]", self.trouble)
            else:
                self._fault(f"{key}[{position}]", f"must be an object, not {_kind(item)}")

    def finish(self, also_known: Sequence[str] = ()) -> None:
        """Warn of the keys that nobody asked for."""
        for key in sorted(self.values.keys() - self.asked - set(also_known)):
            self.trouble.warn(self._place(key), "is not a known key, and was not read")

    def _value(self, key: str) -> Any:
        self.asked.add(key)
        return self.values.get(key)

    def _list(self, key: str, value: Any) -> list[Any]:
        if value is None:
            return []
        if isinstance(value, list):
            return value
        self._fault(key, f"must be a list, not {_kind(value)}")
        return []

    def _place(self, key: str) -> str:
        return f"{self.where}.{key}" if self.where else key

    def _fault(self, key: str, what: str) -> None:
        self.trouble.fault(self._place(key), what)


def _kind(value: object) -> str:
    """What JSON calls this value."""
    if isinstance(value, bool):
        return "true or false"
    kinds = {dict: "an object", list: "a list", str: "text", int: "a number", Decimal: "a number"}
    return kinds.get(type(value), "null")
