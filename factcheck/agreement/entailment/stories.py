"""What happens to each number of a story: is it there, does it come, does it go, is it a rate?

"Ann had 9 coins, she gave 4 to Tom and found 2": 9 are there, 4 go, 2 come. The verb
before a number decides, with who gives to whom; where it decides nothing the number is
simply told. A bare number counts what the one before it counted ("and 4 to Tom").

Pure; the verbs are in `data/entailment_words.tsv`. Caller: `derivations.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from factcheck.agreement.entailment.figures import Figure, Statement, Word
from factcheck.agreement.wordlists import word_list
from factcheck.language.numbers.drafts import stated_figure

# words after a number that may tell what becomes of it: "14 more birds flew away"
_WORDS_AFTER = 4

Change = Literal["told", "comes", "goes", "part"]


@dataclass(frozen=True, slots=True)
class Told:
    """A number of a story: its value and bounds, what it counts, and what becomes of it."""

    figure: Figure
    value: Decimal
    things: tuple[str, ...]
    change: Change = "told"

    @property
    def low(self) -> Decimal | None:
        """The least that it says."""
        return self.figure.quantity.low

    @property
    def high(self) -> Decimal | None:
        """The most that it says."""
        return self.figure.quantity.high

    @property
    def low_open(self) -> bool:
        """Whether the least is itself excluded."""
        return self.figure.quantity.low_open

    @property
    def is_exact(self) -> bool:
        """Whether it is said without a hedge."""
        return self.figure.quantity.hedge == "exact"


@dataclass(frozen=True, slots=True)
class Story:
    """What is told, what is asked, and the words that say which arithmetic is meant.

    `given` says that the hypothesis adds a number of its own beside the one asked for.
    """

    premise: Statement
    hypothesis: Statement
    asked: Figure
    numbers: tuple[Told, ...]
    given: bool = False

    @property
    def is_exact(self) -> bool:
        """Whether no number is hedged."""
        return self.asked.quantity.hedge == "exact" and all(told.is_exact for told in self.numbers)

    @property
    def has_shares(self) -> bool:
        """Whether some number is a share, which no count adds up to."""
        quantities = [self.asked.quantity, *(told.figure.quantity for told in self.numbers)]
        return any(quantity.kind == "percent" for quantity in quantities)

    @property
    def compares(self) -> bool:
        """Whether a difference is asked for: "3 more birds than nests"."""
        after = next((word for word in self.hypothesis.words if word.start >= self.asked.span.end), None)
        return after is not None and after.lower in word_list("comparing")

    @property
    def has_rate(self) -> bool:
        """Whether something is told of each of several, or the hypothesis gives a number of its own."""
        return self.given or self._either_says("rate")

    @property
    def tells_parts(self) -> bool:
        """Whether a whole is told with its parts, or what remains of it."""
        return self._either_says("part") or self._either_says("left")

    @property
    def asks_for_a_result(self) -> bool:
        """Whether the hypothesis asks for what all comes to: in total, now, left, each, more than."""
        return self.compares or any(self.hypothesis.says(name) for name in ("total", "left", "now", "each"))

    @property
    def changes(self) -> bool:
        """Whether something of what is asked for comes or goes, beside what is there."""
        return len(self.of_the_thing) > 1 and any(told.change != "told" for told in self.of_the_thing)

    @property
    def of_the_thing(self) -> tuple[Told, ...]:
        """The numbers that count what is asked for."""
        return tuple(told for told in self.numbers if self.asked.things[-1:] == told.things[-1:] != ())

    def _either_says(self, name: str) -> bool:
        return self.premise.says(name) or self.hypothesis.says(name)


def tell(premise: Statement, hypothesis: Statement, asked: Figure, given: Sequence[Figure] = ()) -> Story:
    """The story of a premise, with the numbers that the hypothesis gives beside the one asked for."""
    numbers = _told(premise, hypothesis)
    more = [
        Told(figure, value, figure.things)
        for figure in given
        if (value := stated_figure(figure.quantity)) is not None
        and figure.things
        and figure.things[-1:] != asked.things[-1:]
    ]
    return Story(premise, hypothesis, asked, (*numbers, *more), bool(more))


def _told(story: Statement, asking: Statement) -> tuple[Told, ...]:
    """The numbers of a story, as they bear on the one whom the asking sentence speaks of."""
    numbers: list[Told] = []
    start = 0
    for figure in story.figures:
        value = stated_figure(figure.quantity)
        if value is None:
            continue
        things = figure.things or (numbers[-1].things if numbers else ())
        before = [word for word in story.words if start <= word.start < figure.span.start]
        after = [word for word in story.words if word.start >= figure.span.end][:_WORDS_AFTER]
        change = _change(before, after, _owner(asking)) if numbers else "told"
        if change == "told" and numbers and not figure.things and _is_part(after):
            change = "part"
        numbers.append(Told(figure, value, things, change))
        start = figure.span.end
    return tuple(numbers)


def _owner(asking: Statement) -> str | None:
    """The stem of the name that begins the asking sentence, if it begins with one."""
    first = next((word for word in asking.words if word.is_content), None)
    return first.stem if first and asking.text[first.start].isupper() else None


def _change(before: Sequence[Word], after: Sequence[Word], owner: str | None) -> Change:
    """What becomes of a number, by the last verb before it, or else by one right after it."""
    if any(word.lower in word_list("departing") for word in after):
        return "goes"
    if before and before[-1].lower in word_list("adding"):
        return "comes"
    for place in range(len(before) - 1, -1, -1):
        word = before[place].lower
        if word in word_list("giving"):
            return _given(before[:place], before[place + 1 :], after, owner)
        if word in word_list("losing"):
            return "goes"
        if word in word_list("gaining"):
            return "goes" if after and after[0].lower == "of" else "comes"
    return _change_after(after)


def _change_after(after: Sequence[Word]) -> Change:
    for word in after:
        if word.lower in word_list("losing"):
            return "goes"
        if word.lower in word_list("gaining") or word.lower in word_list("adding"):
            return "comes"
    return "told"


def _is_part(after: Sequence[Word]) -> bool:
    """Whether a bare number tells of some of those before: "6 were new", "6 of them were new"."""
    return bool(after) and (after[0].lower in word_list("being") or after[0].lower == "of")


def _given(
    before: Sequence[Word], between: Sequence[Word], after: Sequence[Word], owner: str | None
) -> Change:
    """Whether the one spoken of gives ("she gave 4") or is given ("her father gave her 4")."""
    if between and between[-1].lower in word_list("receivers"):
        return "comes"
    if owner and any(word.stem == owner for word in [*between, *after]):
        return "comes"
    giver = before[-1] if before else None
    if giver is None or giver.lower in word_list("givers") or giver.stem == owner:
        return "goes"
    return "comes"
