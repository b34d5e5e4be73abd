"""How much of what a hypothesis says does a premise say too?

Numbers that agree are not enough: "21 wounded" does not make "21 killed" true. Without a
model of language, what is left is a count of shared words. A few weights, fitted once on
labelled pairs (`data/entailment_weights.tsv`, by `bench.agreement.equate --fit`), turn
the counts into a yes or no; each weight has a name and can be read.

Pure. Callers: `alignment.py`, `judgement.py`.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from functools import cache

from factcheck.agreement.entailment.figures import Statement
from factcheck.agreement.likeness import suggested
from factcheck.agreement.wordlists import rows

_LEAST_SHARED = 4
_MOST_UNSHARED = 2
_MOST_LONGER = 5
# with fewer of its words shared, a hypothesis speaks of something else, however short the premise
_LEAST_COVERAGE = 0.4
# share of their words in common beyond which two sentences say the same but for one thing
_NEARLY_ALL = 0.75
# numbers that agree tell much; beyond so many they tell no more
_MOST_NUMBERS = 4


def are_alike(one: str, other: str) -> bool:
    """Whether two stems are forms of one word: the longer begins as the shorter does, but for its end."""
    if one == other:
        return True
    shorter, longer = sorted((one, other), key=len)
    shared = max(_LEAST_SHARED, len(shorter) - _MOST_UNSHARED)
    if len(shorter) < shared:
        return False
    return len(longer) - len(shorter) <= _MOST_LONGER and longer.startswith(shorter[:shared])


def coverage(asked: Collection[str], said: Collection[str]) -> float:
    """The share of the asked stems that are said too; one half of nothing."""
    if not asked:
        return 0.5
    return sum(any(are_alike(stem, other) for other in said) for stem in asked) / len(asked)


def say_the_same(premise: Statement, hypothesis: Statement) -> bool:
    """Whether two statements share nearly all their words, numbers left out: Dice's measure of the shares."""
    said, asked = premise.stems(), hypothesis.stems()
    there, back = coverage(asked, said), coverage(said, asked)
    return there + back > 0 and 2 * there * back / (there + back) > _NEARLY_ALL


def measures(premise: Statement, hypothesis: Statement) -> dict[str, float]:
    """What is counted about two statements, by the names of the weights."""
    said, asked = premise.stems(), hypothesis.stems()
    return {
        "constant": 1.0,
        "coverage": coverage(asked, said),
        "names": coverage(_names(hypothesis), said),
        "opening": coverage(_opening(hypothesis, asked), said),
        "numbers": min(len(hypothesis.figures), _MOST_NUMBERS) / _MOST_NUMBERS,
        "premise_length": math.log1p(len(said)),
    }


def covers(premise: Statement, hypothesis: Statement) -> bool:
    """Whether the premise says enough of the hypothesis, by the fitted weights.

    A number that is no figure (a year, a date, the number of a part) must be printed in both, and
    "14 died" says nothing of 14 hurt.
    """
    counted, fitted = measures(premise, hypothesis), weights()
    if counted["coverage"] < _LEAST_COVERAGE or not _labels(hypothesis) <= _numbers(premise):
        return False
    told, asked = suggested(premise.text), suggested(hypothesis.text)
    if told and asked - told:
        return False
    return sum(weight * counted[name] for name, weight in fitted.items()) > 0


@cache
def weights() -> Mapping[str, float]:
    """The fitted weights by name."""
    return {row["measure"]: float(row["weight"]) for row in rows("entailment_weights")}


def names_its_own(hypothesis: Statement, premise: Statement) -> bool:
    """Whether a hypothesis names somebody or something of its own, behind its first word."""
    named = _names(hypothesis) - set(_opening(hypothesis, hypothesis.stems()))
    return coverage(named, premise.stems()) < 1 if named else False


def _numbers(statement: Statement) -> set[str]:
    """All numbers in digits, but for ordinals ("1st")."""
    return {
        word.lower
        for word in statement.words
        if word.is_number and not statement.text[word.end : word.end + 1].isalpha()
    }


def _labels(statement: Statement) -> set[str]:
    """Of these, the ones that belong to no figure."""
    spans = [figure.span for figure in statement.figures + statement.mentions]
    figures = {
        word.lower
        for word in statement.words
        if word.is_number and any(span.start <= word.start < span.end for span in spans)
    }
    return _numbers(statement) - figures


def _names(statement: Statement) -> set[str]:
    return {word.stem for word in statement.words if word.is_content and statement.text[word.start].isupper()}


def _opening(statement: Statement, stems: Collection[str]) -> list[str]:
    """The first word that says something, most often whom or what a sentence speaks of."""
    return [word.stem for word in statement.words if word.is_content and word.stem in stems][:1]
