"""Which questions does the reader ask of a text, and what does it answer itself?

Every rule of this package is a function whose docstring says what it asks. To see a reading
at work, the same functions are run again while Python's own profiling hook notes each call
and each answer: nothing is threaded through the rules, no second reader can differ from the
first, a new rule is seen without being registered, and a reading that nobody watches pays
nothing. What the notes mean is said in `explanations`.

Callers: explanations.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from inspect import CO_GENERATOR
from types import CodeType, FrameType
from typing import Any, TypeVar

T = TypeVar("T")
PACKAGE = "factcheck.language."


@dataclass(frozen=True, slots=True)
class Asked:
    """One call of a rule: who asked, at which depth, with what, and the answer."""

    module: str
    name: str
    question: str
    depth: int
    given: Mapping[str, Any]
    answer: Any = None

    @property
    def rule(self) -> str:
        """The module and the name of the function."""
        return f"{self.module}.{self.name}"


def watched(reading: Callable[[], T]) -> tuple[T, tuple[Asked, ...]]:
    """What a reading answers, and every question that it asked on the way, in order.

    Of the package's own functions only; those inside functions, and generators, are no rules.
    """
    notes = _Notes()
    before = sys.getprofile()
    sys.setprofile(notes.note)
    try:
        result = reading()
    finally:
        sys.setprofile(before)
    return result, tuple(notes.asked)


class _Notes:
    """What the hook noted: all calls so far, and the places of those that have not been answered yet."""

    def __init__(self) -> None:
        self.asked: list[Asked] = []
        self._open: list[int] = []

    def note(self, frame: FrameType, event: str, answer: Any) -> None:
        """Take down one event of the profiling hook."""
        if event not in ("call", "return") or not _is_rule(frame):
            return
        if event == "call":
            self._open.append(len(self.asked))
            self.asked.append(_asked(frame, len(self._open) - 1))
        elif self._open:
            place = self._open.pop()
            self.asked[place] = replace(self.asked[place], answer=answer)


def _is_rule(frame: FrameType) -> bool:
    code = frame.f_code
    name: str = frame.f_globals.get("__name__", "")
    if not name.startswith(PACKAGE) or name == __name__ or code.co_flags & CO_GENERATOR:
        return False
    return "<" not in code.co_qualname


def _asked(frame: FrameType, depth: int) -> Asked:
    code = frame.f_code
    module: str = frame.f_globals["__name__"]
    given = {name: frame.f_locals[name] for name in code.co_varnames[: code.co_argcount]}
    return Asked(module.rpartition(".")[2], code.co_name, _question(module, code), depth, given)


def _question(module: str, code: CodeType) -> str:
    """The first line of the function's docstring: what it asks."""
    rule: object = sys.modules[module]
    for name in code.co_qualname.split("."):
        rule = getattr(rule, name, None)
    lines = (getattr(rule, "__doc__", None) or "").strip().splitlines()
    return lines[0].strip() if lines else ""
