"""Does a hypothesis say the opposite of the premise, or more than it dares to say?

"Exports rose" against "exports fell"; "the ferry did not sail" against "the ferry sailed"; "40
may have died" against "40 died"; a question against an answer. Numbers that agree decide
nothing there. Denials and doubts are held against each other only where the two sentences
say the same otherwise; directions, where both tell how one and the same subject went.

Pure. Caller: `judgement.py`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import product
from typing import NamedTuple

from factcheck.agreement.consistency.forms import WAYS
from factcheck.agreement.entailment.figures import Statement
from factcheck.agreement.entailment.overlap import are_alike
from factcheck.agreement.entailment.strict import Label
from factcheck.agreement.matching.polarity import denier

_ENDS_A_CLAUSE = frozenset(',:;.!?()[]-–—|~"“”')


class Course(NamedTuple):
    """How something went: the stems of the words for it, and "up" or "down"."""

    subject: frozenset[str]
    way: str


def opposition(premise: Statement, hypothesis: Statement, say_the_same: bool) -> tuple[Label, str] | None:
    """What the words say before any number does, and why; None where they leave it to the numbers."""
    if _asks(premise) or _asks(hypothesis):
        return "neutral", "A question asserts nothing, and nothing follows from it."
    if turned := _turned(premise, hypothesis):
        there, here = turned
        return "contradiction", f"What goes {there} in the premise goes {here} in the hypothesis."
    if not say_the_same:
        return None
    if denier(_clause(hypothesis), _clause(premise)) is not None:
        return "contradiction", "The two say the same, but one of them denies it."
    if doubts(premise) and not doubts(hypothesis):
        return "neutral", "The premise says what may be, the hypothesis that it is so."
    return None


def doubts(statement: Statement) -> bool:
    """Whether a statement says what may be, and so rules nothing else out."""
    return statement.says("possible")


def _clause(statement: Statement) -> str:
    """The clause that tells the first number, for only its denial bears on it; all, where there is none."""
    if not statement.figures:
        return statement.text
    number = statement.figures[0].span
    ends = [word for word in statement.words if word.lower in _ENDS_A_CLAUSE]
    start = max((word.end for word in ends if word.end <= number.start), default=0)
    end = min((word.start for word in ends if word.start >= number.end), default=len(statement.text))
    return statement.text[start:end]


def _asks(statement: Statement) -> bool:
    return statement.words[-1:] != () and statement.words[-1].lower == "?"


def _turned(premise: Statement, hypothesis: Statement) -> tuple[str, str] | None:
    """The two ways in which one subject goes, if the two never agree on one."""
    pairs = [
        (one.way, other.way)
        for one, other in product(_courses(premise), _courses(hypothesis))
        if _is_one_subject(one.subject, other.subject)
    ]
    return pairs[0] if pairs and all(here != there for here, there in pairs) else None


def _is_one_subject(one: Collection[str], other: Collection[str]) -> bool:
    """Whether the shorter of two subjects is in the longer: "exports", "French exports"."""
    shorter, longer = sorted((one, other), key=len)
    return all(any(are_alike(stem, said) for said in longer) for stem in shorter)


def _courses(statement: Statement) -> Iterator[Course]:
    """Each subject of a clause that is said to go up or down, its words being those before."""
    before: set[str] = set()
    for word in statement.words:
        if word.lower in WAYS and before:
            yield Course(frozenset(before), WAYS[word.lower])
        if word.lower in WAYS or word.lower in _ENDS_A_CLAUSE:
            before = set()
        elif word.is_content:
            before.add(word.stem)
