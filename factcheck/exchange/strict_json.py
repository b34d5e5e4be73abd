"""What does this JSON say, if it says everything once and in numbers that exist?

`json` alone takes the second of two equal keys, reads NaN, and rounds 0.1. Here a key that
stands twice, a number that nobody could mean (1e999999), NaN and Infinity, and nesting
without end are refused with their place, `file:line:column`; fractions are `Decimal`. What
is no JSON at all, no UTF-8, or too large is refused in the same way.

Pure but for the stream. Callers: `cases.py`, and the readers of rows, CSL-JSON, ClaimReview,
annotations and records.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from typing import Any, BinaryIO

from factcheck.errors import Unreadable

LARGEST = 100_000_000
DEEPEST = 200
MOST_VALUES = 2_000_000  # what one text may hold, for each takes far more memory than it is long
MOST_PLACES = 1000

# Matches each string, number, bracket, comma and odd word of a JSON text, in order.
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{}:,]|[^\s"\[\]{}:,]+', re.DOTALL)


def read_json(content: bytes, name: str, hint: str) -> Any:
    """The value that the bytes of a file hold; `name` and `hint` stand in messages."""
    return read_json_text(decoded(content, name, hint), name, hint)


def read_json_lines(stream: BinaryIO, name: str, hint: str) -> Iterator[tuple[int, Any]]:
    """The value of each line of a stream, after the number of the line; blank lines are left out."""
    number = 0
    while line := stream.readline(LARGEST + 1):
        number += 1
        text = decoded(line, name, hint, number)
        if text.strip():
            yield number, read_json_text(text, name, hint, number)


def decoded(content: bytes, name: str, hint: str, line: int = 1) -> str:
    """The text of bytes in UTF-8 that begin in this line of a file, a byte order mark taken off."""
    if len(content) > LARGEST:
        raise Unreadable(f"{name}: is larger than {LARGEST // 1_000_000} MB", "split it into parts")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8", "replace")
        raise Unreadable(f"{_place(name, before, line)}: is not UTF-8 (byte {error.start})", hint) from None


def read_json_text(text: str, name: str, hint: str, line: int = 1) -> Any:
    """The value that a text holds, which begins in this line of the file."""
    refuse_crowded(text, f"{name}:{line}:1")
    try:
        return _DECODER.decode(text)
    except json.JSONDecodeError as error:
        where = f"{name}:{line + error.lineno - 1}:{error.colno}"
        raise Unreadable(f"{where}: is not JSON: {error.msg}", hint) from None
    except (RecursionError, ValueError, InvalidOperation):
        at, what = _first_fault(text)
        raise Unreadable(f"{_place(name, text[:at], line)}: {what}", hint) from None


def refuse_crowded(text: str, where: str) -> None:
    """Refuse a text that holds more values than fit into memory beside it."""
    if len(text) > MOST_VALUES and text.count(",") > MOST_VALUES:
        raise Unreadable(f"{where}: holds more than {MOST_VALUES:,} values", "split it into parts")


def _place(name: str, before: str, line: int) -> str:
    """Where the text goes on after what stands before."""
    return f"{name}:{line + before.count(chr(10))}:{len(before) - before.rfind(chr(10))}"


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    values = dict(pairs)
    if len(values) < len(pairs):
        raise ValueError("a key stands twice")
    return values


def _exact(digits: str) -> Decimal:
    value = Decimal(digits)
    if len(digits) > MOST_PLACES or abs(value.adjusted()) > MOST_PLACES:
        raise ValueError("nobody means this number")
    return value


def _no_number(word: str) -> None:
    raise ValueError(f"{word} is no number")


_DECODER = json.JSONDecoder(object_pairs_hook=_each_once, parse_float=_exact, parse_constant=_no_number)


def _first_fault(text: str) -> tuple[int, str]:
    """Where well-formed JSON says what we refuse, and what that is; slow, and only asked after a refusal."""
    open_objects: list[set[str] | None] = []
    last = ""
    for match in _TOKEN.finditer(text):
        token = match[0]
        if token in "[{":
            open_objects.append(set() if token == "{" else None)
            if len(open_objects) > DEEPEST:
                return match.start(), f"is nested more than {DEEPEST} deep"
        elif token in "]}":
            open_objects.pop()
        elif token[0] == '"':
            keys = open_objects[-1] if open_objects else None
            if keys is not None and last in "{,":
                key = json.loads(token, strict=False)
                if key in keys:
                    return match.start(), f"the key {key!r} stands twice in one object"
                keys.add(key)
        elif not _is_sane(token):
            return match.start(), f"{token[:20]!r} is no number that can be read"
        last = token
    raise AssertionError("what the decoder refused has a place")


def _is_sane(token: str) -> bool:
    """Whether the decoder reads a token that is neither text nor bracket."""
    try:
        _DECODER.decode(token)
    except (ValueError, InvalidOperation):
        return token in ":,"
    return True
