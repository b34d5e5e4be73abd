"""What becomes of a question when its number is changed, or what it tells is denied?

Made from the pairs of the training split that are plain: the two share a number, and
neither denies the other. In the one set the shared number is changed wherever the question
has it; in the other the clause that shares most with the claim is denied, by "not" behind
its auxiliary, or by "it is not true that". The answer should be "same fact, other number",
or "negated", and the claim should still be first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from bench.match.collection import Collection, Pair
from bench.match.sets import Query, reciprocal_rank
from factcheck.agreement.matching.answers import Answer, judge
from factcheck.agreement.matching.numbers import are_the_same, compare_numbers, numbers_of
from factcheck.agreement.matching.polarity import denier
from factcheck.agreement.matching.profiles import Telling, profile, telling_of
from factcheck.agreement.matching.ranking import ranked
from factcheck.agreement.matching.terms import terms
from factcheck.model import Quantity

REACH, MOST_LOSS = 0.95, 0.05
DIGITS = re.compile(r"\d[\d,.]*\d|\d")
COUNTED = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
AUXILIARY = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|did|does|should)\b"
    r"(?! (?:not|just|only)\b|n['’]t)",
    re.IGNORECASE,
)
CLAUSE = re.compile(r"(?:[^.;:!?()\[\]–—\"“”,\n]|(?<=\d)[.,](?=\d))+")
DENIED = re.compile(r"\b(?:no|not|never|neither|none|nobody|nothing|without)\b|n['’]t\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Plain:
    """A question and the number that it shares with its claim."""

    query: Query
    entry: int
    number: Quantity


def report(collection: Collection, asked: Sequence[Query], meaning: bool) -> bool:
    """Print both sets; whether they fall short."""
    plain = list(plain_pairs(collection, asked))
    before = [mean_rank(collection, one, one.query.text, meaning) for one in plain]
    short = False
    for name, change, answer in (
        ("changed number", with_other_number, "same fact, other number"),
        ("negated", denying, "negated"),
    ):
        made = [(one, text) for one in plain if (text := change(collection, one)) is not None]
        labelled = [label(collection, one, text) == answer for one, text in made]
        after = [mean_rank(collection, one, text, meaning) for one, text in made]
        base = [rank for rank, one in zip(before, plain, strict=True) if change(collection, one) is not None]
        right, loss = mean(labelled), mean(base) - mean(after)
        short |= right < REACH or loss > MOST_LOSS
        print(
            f"  {name:15} {len(made):3} questions: labelled {right:.3f} (reach {REACH}); "
            f"MRR@5 {mean(base):.3f} before, {mean(after):.3f} after (loss below {MOST_LOSS})"
        )
    return short


def plain_pairs(collection: Collection, asked: Sequence[Query]) -> Iterator[Plain]:
    for query in asked:
        said = telling_of(query.text)
        for entry in sorted(query.gold):
            told = Telling(collection.claims[entry].text)
            compared = compare_numbers(said, told)
            if compared and compared.same and denier(said.said, told.said) is None:
                yield Plain(query, entry, compared.asked)


def with_other_number(_: Collection, plain: Plain) -> str | None:
    """The question with half as much again, wherever it states the shared number; None if it cannot be."""
    said = telling_of(plain.query.text).said
    for stated in reversed(numbers_of(Telling(said))):
        if are_the_same(stated.quantity, plain.number):
            surface = stated.span.of(said)
            changed = _more(surface)
            if changed == surface:
                return None
            said = said[: stated.span.start] + changed + said[stated.span.end :]
    return said


def _more(surface: str) -> str:
    found = DIGITS.search(surface)
    if found is None:
        words = [word for word in COUNTED if re.search(rf"\b{word}\b", surface, re.IGNORECASE)]
        if not words:
            return surface
        other = COUNTED[(COUNTED.index(words[0]) + 4) % len(COUNTED)]
        return re.sub(rf"\b{words[0]}\b", other, surface, flags=re.IGNORECASE)
    value = Decimal(found[0].replace(",", ""))
    more = (value * 3 / 2).quantize(value) if value > 3 else value + 2
    return (
        surface[: found.start()] + (f"{more:,f}" if "," in found[0] else f"{more:f}") + surface[found.end() :]
    )


def denying(collection: Collection, plain: Plain) -> str | None:
    """The question with its clause that shares most with the claim denied; None where that denies already."""
    said = telling_of(plain.query.text).said
    told = profile(Telling(collection.claims[plain.entry].text)).said
    clause = max(CLAUSE.finditer(said), key=lambda part: len(told & set(terms(part[0]))))
    if DENIED.search(clause[0]):
        return None
    auxiliary = AUXILIARY.search(clause[0])
    if auxiliary:
        at = clause.start() + auxiliary.end()
        return f"{said[:at]} not{said[at:]}"
    start = clause.start() + len(clause[0]) - len(clause[0].lstrip())
    return f"{said[:start]}it is not true that {said[start:]}"


def label(collection: Collection, plain: Plain, text: str) -> Answer | None:
    """The answer on the claim itself, whatever its chance: whether it is accepted is measured elsewhere."""
    asked, told = profile(telling_of(text)), profile(Telling(collection.claims[plain.entry].text))
    judgement = judge(asked, told, 1.0, {})
    return judgement.answer if judgement else None


def mean_rank(collection: Collection, plain: Plain, text: str, meaning: bool) -> float:
    """The reciprocal rank of the claim among the first five, with the question's own signature."""
    signed = replace(telling_of(text), around=telling_of(plain.query.text).around)
    return reciprocal_rank(in_order(collection.pairs_of(signed), meaning), plain.query.gold)


def in_order(pairs: Sequence[Pair], meaning: bool) -> list[int]:
    return [pairs[one.place].entry for one in ranked([pair.measured for pair in pairs], meaning=meaning)]


def mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0
