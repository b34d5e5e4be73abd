"""How is a file of rows parsed that others made, so that it can harm nobody?

In the child process that articles are read in (`reading.confined`), whose memory and time are
limited: spreadsheets, bibliographies and JSON are read there by their own readers, and each
value comes back as one line, written and checked like a record. A file that is refused is
Unreadable.

Callers: cli, and `sheets/rows.py`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from factcheck.errors import FactcheckError, NotFound, Unreadable
from factcheck.exchange.problems import RowProblem
from factcheck.exchange.transfer.codec import Misfit, codec
from factcheck.reading.confined.parent import Limits, answers
from factcheck.reading.readings import Refused

Value = TypeVar("Value")
# A table may have a million rows, and whoever takes them in may take their time.
LIMITS = Limits(cpu_seconds=600, seconds=86_400, answer=4_000_000_000)


def read_confined(
    read: Callable[..., Iterator[Value | RowProblem]], of: type[Value], content: bytes, *told: str | None
) -> Iterator[Value | RowProblem]:
    """What `read(content, *told)` yields, values `of` one type and problems, read in a child process.

    `told[0]` is the name of the file, which stands in messages.
    """
    task = json.dumps([read.__module__, read.__qualname__, told])
    try:
        for line in answers(content, f"{__name__}:answer", task, LIMITS):
            yield _value(json.loads(line), of)
    except Refused as refused:
        raise Unreadable(f"{told[0]}: {refused.says}", refused.hint) from None
    except (Misfit, ValueError, KeyError, RecursionError):
        raise Unreadable(f"{told[0]}: broke off its reader", "get a sound copy, or save it anew") from None


def answer(content: bytes, task: str) -> Iterator[bytes]:
    """The lines in which the child tells what the reader yields; what is wrong with the file is the last."""
    from importlib import import_module

    module, function, told = json.loads(task)
    try:
        for value in getattr(import_module(module), function)(content, *told):
            of: Any = type(value)
            kind = "problem" if of is RowProblem else "value"
            yield json.dumps({kind: codec(of).write(value)}).encode("ascii")
    except FactcheckError as error:
        yield json.dumps({"error": [error.exit_code, error.message, error.hint]}).encode("ascii")


def _value(shape: dict[str, Any], of: type[Value]) -> Value | RowProblem:
    """The value of one line; raises what the child says is wrong with the file."""
    if "error" in shape:
        code, message, hint = shape["error"]
        raise (NotFound if code == NotFound.exit_code else Unreadable)(str(message), str(hint))
    if "refused" in shape:
        raise Refused(*map(str, shape["refused"]))
    kind: Any = RowProblem if "problem" in shape else of
    read: Value | RowProblem = codec(kind).read(shape["problem" if "problem" in shape else "value"])
    return read
