"""Do two sentences differ in one number only, and what follows?

"There are 32 stations on the line" against "There are more than 22 stations on the line":
all else is the same, so what holds between the two numbers holds between the sentences.
The number is read where it stands; a number that the reader declines there (a label, a
year) is read by itself, for here it is certain that the two are to be compared.

Pure. Caller: `entailment.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcheck.agreement.entailment.figures import Figure, Statement, Word, read_alone
from factcheck.model import Span

# words of a hedge that may stand before a number: "no more than", "as many as"
_HEDGE_WORDS = 4
# more words than a hedge and a number have, and the sentences differ in something else
_MOST_WORDS = 8


def only_difference(premise: Statement, hypothesis: Statement) -> tuple[Figure, Figure] | None:
    """The two numbers in which sentences differ that are otherwise word for word the same."""
    ours, theirs = premise.words, hypothesis.words
    before = _same(ours, theirs)
    after = _same(ours[before:][::-1], theirs[before:][::-1])
    return _numbers(premise, hypothesis, before, after)


def _same(ours: Sequence[Word], theirs: Sequence[Word]) -> int:
    """How many words the two have in common from the start."""
    count = 0
    for one, other in zip(ours, theirs, strict=False):
        if one.lower != other.lower:
            break
        count += 1
    return count


def _numbers(
    premise: Statement, hypothesis: Statement, before: int, after: int
) -> tuple[Figure, Figure] | None:
    if before == len(premise.words) == len(hypothesis.words):
        return None
    ours, theirs = _number(premise, before, after), _number(hypothesis, before, after)
    if ours is None or theirs is None:
        return None
    return _in_unit_of(theirs, ours), _in_unit_of(ours, theirs)


def _in_unit_of(other: Figure, figure: Figure) -> Figure:
    """The figure in the unit that the words around both give to the other alone: "$ more than 10"."""
    quantity, model = figure.quantity, other.quantity
    if quantity.kind != "count" or quantity.unit is not None or model.kind == "count":
        return figure
    return replace(figure, quantity=replace(quantity, kind=model.kind, unit=model.unit))


def _number(statement: Statement, before: int, after: int) -> Figure | None:
    """The number that holds all that is not shared, or None if something else is not shared."""
    words = statement.words
    end = len(words) - after
    if end - before > _MOST_WORDS:
        return None
    if not any(word.is_number for word in words[before:end]):
        end += 1  # only a hedge differs: the number comes next
    changed = words[before:end]
    if not changed:
        return None
    is_proportion = statement.says("proportion")
    for figure in statement.figures:
        if is_proportion and figure.quantity.hedge == "range":
            continue  # "a ratio of 4 to 7" is no range
        if figure.span.start <= changed[0].start and changed[-1].end <= figure.span.end:
            return figure
    return _by_itself(statement.text, words[max(0, before - _HEDGE_WORDS) : end], changed)


def _by_itself(text: str, words: Sequence[Word], changed: Sequence[Word]) -> Figure | None:
    """The number read without what stands around it, with as many words before it as help."""
    if not changed[-1].is_number:
        return None
    for first in (words[0], changed[0]):
        figure = read_alone(text, Span(first.start, changed[-1].end))
        if figure and figure.span.start <= changed[0].start:
            return figure
    return None
