"""Which numbers follow by arithmetic from those that a story tells?

"5 boats, each with 3 people" gives 15 people; "9 coins, 4 of them spent" leaves 5. A rule
yields the results that the words allow: sums of one thing, with what comes and goes;
products and quotients where something is told of each; differences where a sentence
compares. Bounds add up as bounds ("at least 15 and another 5" is at least 20); products
are of exact numbers only. Which result was asked for, the caller decides.

Pure. Caller: `entailment.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations, permutations, product

from factcheck.agreement.entailment.figures import Figure
from factcheck.agreement.entailment.stories import Story, Told
from factcheck.agreement.entailment.strict import judge
from factcheck.agreement.units import scale_of
from factcheck.agreement.wording import number
from factcheck.language.numbers.drafts import stated_figure
from factcheck.model import Hedge, Quantity

# more numbers than this are no story that one sum could settle
_MOST_NUMBERS = 6

Signed = tuple[int, Told]


@dataclass(frozen=True, slots=True)
class Derivation:
    """A number that follows, how it is worked out ("9 + 6"), and the numbers it stands on."""

    result: Quantity
    working: str
    figures: tuple[Figure, ...]

    def gives(self, asked: Quantity) -> bool:
        """Whether the result makes the number asked for true; one with decimals to its last printed digit."""
        plain = Quantity(asked.low, asked.high, asked.point, asked.hedge, asked.low_open, asked.high_open)
        if judge(self.result, plain) == "entailment":
            return True
        value, point = stated_figure(self.result), asked.point
        if value is None or point is None or asked.hedge != "exact" or point == int(point):
            return False
        return value.quantize(point) == point


def derive(story: Story) -> tuple[Derivation, ...]:
    """All numbers that follow from the story for what is asked."""
    if not 2 <= len(story.numbers) <= _MOST_NUMBERS:
        return ()
    return tuple(found for rule in _rules(story) for found in rule(story))


Rule = Callable[[Story], Iterator[Derivation]]


def _rules(story: Story) -> tuple[Rule, ...]:
    if story.compares:
        return (_differences,)
    if not story.is_exact:
        return (_sums,)
    if story.hypothesis.says("each"):
        return (_quotients, _products, _of_sums)
    if story.has_rate:
        return (_sums, _products, _quotients, _of_sums)
    return (_sums, _areas)


def _relevant(story: Story) -> Sequence[Told]:
    """The numbers of what is asked for; failing them, all in its unit, for "birds" may be geese and ducks."""
    asked = set(story.asked.things) or story.hypothesis.stems()
    same = [told for told in story.numbers if asked.intersection(told.things[-1:])]
    if len(same) > 1 or (same and not story.is_exact):
        return same
    dimensions = {scale_of(told.figure.quantity).dimension for told in story.numbers}
    if not story.asked.things and len(dimensions) == 1:
        return story.numbers
    dimension = scale_of(story.asked.quantity).dimension
    return [told for told in story.numbers if scale_of(told.figure.quantity).dimension == dimension]


def _sums(story: Story) -> Iterator[Derivation]:
    return _signed_sums(story, _relevant(story))


def _signed_sums(story: Story, numbers: Sequence[Told]) -> Iterator[Derivation]:
    """Sums with the signs that the story gives; what is told first may be what goes."""
    choices = [_signs(told, story.tells_parts) for told in numbers[1:]]
    for signs in product((1,), *choices) if numbers else ():
        terms = [(sign, told) for sign, told in zip(signs, numbers, strict=True) if sign]
        if len(terms) < 2:
            continue
        if len(terms) == 2 and sum(sign * told.value for sign, told in terms) < 0:
            terms = [(-sign, told) for sign, told in reversed(terms)]
        yield _sum(terms)


def _signs(told: Told, may_part: bool) -> tuple[int, ...]:
    if told.change == "told":
        return (1, -1) if may_part else (1,)
    return {"comes": (1,), "goes": (-1,), "part": (0, -1)}[told.change]


def _sum(terms: Sequence[Signed]) -> Derivation:
    lows = [told.low if sign > 0 else told.high for sign, told in terms]
    highs = [told.high if sign > 0 else told.low for sign, told in terms]
    low, high = _total(lows, terms), _total(highs, terms)
    result = Quantity(
        low,
        high,
        low if low == high else None,
        _hedge(low, high),
        low_open=low is not None and any(told.low_open for sign, told in terms if sign > 0),
        high_open=high is not None and any(told.low_open for sign, told in terms if sign < 0),
    )
    said = " ".join(f"{'+' if sign > 0 else '-'} {number(told.value)}" for sign, told in terms)
    return Derivation(result, said.removeprefix("+ "), _figures([told for _, told in terms]))


def _total(ends: Sequence[Decimal | None], terms: Sequence[Signed]) -> Decimal | None:
    """The sum of the ends with their signs; without end if one of them is."""
    total = Decimal(0)
    for end, (sign, _) in zip(ends, terms, strict=True):
        if end is None:
            return None
        total += sign * end
    return total


def _hedge(low: Decimal | None, high: Decimal | None) -> Hedge:
    if low == high:
        return "exact"
    if low is None:
        return "up_to"
    return "at_least" if high is None else "range"


def _differences(story: Story) -> Iterator[Derivation]:
    for one, other in combinations(story.numbers, 2):
        larger, smaller = (one, other) if one.value >= other.value else (other, one)
        yield _sum(((1, larger), (-1, smaller)))


def _areas(story: Story) -> Iterator[Derivation]:
    """Length times width, where a square unit is asked for."""
    return _products(story) if (story.asked.quantity.unit or "").startswith("square") else iter(())


def _products(story: Story) -> Iterator[Derivation]:
    for one, other in combinations(story.numbers, 2):
        said = f"{number(one.value)} x {number(other.value)}"
        yield _exact(one.value * other.value, said, _figures((one, other)))


def _quotients(story: Story) -> Iterator[Derivation]:
    for one, other in permutations(story.numbers, 2):
        if other.value:
            said = f"{number(one.value)} / {number(other.value)}"
            yield _exact(one.value / other.value, said, _figures((one, other)))


def _of_sums(story: Story) -> Iterator[Derivation]:
    """A sum multiplied by, or shared among, one more number: "16 people, 4 wings each"."""
    if len(story.numbers) < 3:
        return
    for rate in story.numbers:
        for part in _signed_sums(story, [told for told in story.numbers if told is not rate]):
            value = stated_figure(part.result)
            if value is None:
                continue
            said, figures = number(rate.value), (*part.figures, rate.figure)
            yield _exact(value * rate.value, f"({part.working}) x {said}", figures)
            if rate.value:
                yield _exact(value / rate.value, f"({part.working}) / {said}", figures)


def _exact(value: Decimal, said: str, figures: tuple[Figure, ...]) -> Derivation:
    return Derivation(Quantity(value, value, value), said, figures)


def _figures(numbers: Sequence[Told]) -> tuple[Figure, ...]:
    return tuple(told.figure for told in numbers)
