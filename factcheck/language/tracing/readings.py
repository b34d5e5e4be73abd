"""What is said of one reading: which rows and rules made it, and what was asked in vain?

The values of an explanation, and the few questions to a trace that both kinds of reading,
of numbers and of sources, put to it. An answer is told by what it is, not by the name of
the function that gave it, so that rules may be renamed, split and joined.

Pure. Callers: number_readings, source_readings, explanations.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass
from decimal import Decimal
from typing import Any, Literal, TypeVar

from factcheck.language.lexicon import table
from factcheck.language.tracing.watch import Asked
from factcheck.model import Span

T = TypeVar("T")
PLUMBING = ("vicinity", "words", "lexicon")  # modules that only hand out words, and decide nothing
WHOLE_TEXTS = ("text", "before", "after")  # fields that would print the text again
Status = Literal["declined", "unused"]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table of `language/data`: the file, the entry that matched, and its example."""

    table: str
    entry: str
    example: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that the reading rests on: what it is, the words that show it, what they say."""

    what: str
    words: str
    says: str
    rule: str = ""
    question: str = ""
    row: Row | None = None


@dataclass(frozen=True, slots=True)
class Tried:
    """One thing that led nowhere: the words that were tried and what came of them, or a rule alone.

    The rule is the one that decided, by its `answer` to its question.
    """

    words: str
    outcome: str
    rule: str
    question: str
    answer: str
    row: Row | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading at work: where, what it rests on, what was tried in vain, and every question in order."""

    span: Span
    facts: tuple[Fact, ...]
    tried: tuple[Tried, ...]
    trace: tuple[Asked, ...]


# -- questions to a trace --------------------------------------------------------------------------------


def answers(trace: Sequence[Asked], kind: type[T]) -> Iterator[T]:
    """The answers of one kind, in order."""
    return (asked.answer for asked in trace if isinstance(asked.answer, kind))


def below(trace: Sequence[Asked], at: int) -> Sequence[Asked]:
    """What the call at this place asked in its turn, directly or not."""
    end = at + 1
    while end < len(trace) and trace[end].depth > trace[at].depth:
        end += 1
    return trace[at + 1 : end]


def maker(trace: Sequence[Asked], answer: object) -> Asked | None:
    """The innermost rule that gave this very answer, and was not given it: the one that made it.

    Of several that handed it on to each other, one that says what it asks.
    """
    makers = [
        asked
        for asked in trace
        if asked.answer is answer and not any(given is answer for given in asked.given.values())
    ]
    return max(makers, key=lambda asked: (asked.question != "", asked.depth), default=None)


def is_no(answer: object) -> bool:
    """Whether an answer says that nothing was found."""
    return answer is None or answer is False or (isinstance(answer, int) and answer == 0)


def asked_in_vain(trace: Sequence[Asked], modules: Sequence[str]) -> Iterator[Asked]:
    """The innermost questions of these modules that were answered with no, each once."""
    seen = set()
    for at, asked in enumerate(trace):
        if asked.module not in modules or not asked.question or not is_no(asked.answer):
            continue
        inner = any(
            other.question and is_no(other.answer) and other.module in modules for other in below(trace, at)
        )
        if not inner and asked.rule not in seen:
            seen.add(asked.rule)
            yield asked


def shown_trace(trace: Sequence[Asked]) -> tuple[Asked, ...]:
    """The questions of a trace without the plumbing."""
    return tuple(asked for asked in trace if asked.question and asked.module not in PLUMBING)


def row_of(name: str, column: str, entry: str, **others: str) -> Row | None:
    """The row of a table with this entry, if there is one."""
    for row in table(name):
        if row[column] == entry and all(row[key] == value for key, value in others.items()):
            return Row(f"{name}.tsv", entry, row["example"])
    return None


# -- an answer in words ----------------------------------------------------------------------------------


def in_words(answer: object, text: str) -> str:
    """An answer for a person: yes, no, a figure, the words of a span, or a value with its parts."""
    if answer is None or isinstance(answer, bool):
        return "yes" if answer else "no"
    if isinstance(answer, Decimal):
        return f"{answer:f}"
    if isinstance(answer, str | int):
        return str(answer)
    if isinstance(answer, Span):
        return f"“{answer.of(text)}”"
    is_list = isinstance(answer, tuple | list | frozenset) and not hasattr(answer, "_fields")
    return _listed(answer, text) if is_list else _parts(answer, text)


def _listed(answer: Any, text: str) -> str:
    """The members of a short list, or how many there are."""
    members = sorted(answer) if isinstance(answer, frozenset) else list(answer)
    if not members:
        return "nothing"
    if len(members) > 3 or any(is_dataclass(member) or hasattr(member, "_fields") for member in members):
        return f"{len(members)} found"
    return ", ".join(in_words(member, text) for member in members)


def _parts(answer: Any, text: str) -> str:
    """The name of a value with those of its parts that say something."""
    name = type(answer).__name__
    if is_dataclass(answer):
        names = [field.name for field in fields(answer)]
    else:
        names = list(getattr(answer, "_fields", ()))
    parts = [
        f"{part} {in_words(value, text)}"
        for part in names
        if part not in WHOLE_TEXTS
        and isinstance(value := getattr(answer, part), str | bool | Decimal | Span)
        and value not in ("", False)
    ]
    return f"{name}: {', '.join(parts)}" if parts else name
