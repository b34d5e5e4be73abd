"""In which of four ways is a recorded claim near to what was asked, and why?

"Same claim"; "same fact, other number", with both numbers and how they stand to each
other; "negated"; or "related", which is what is near and no more. A number is what a
recorded claim is about: where the two tell the same with other numbers, that is the answer,
whatever else differs. Every answer has its reasons, each a sentence for an editor.

Pure: two profiles and a chance in, an answer out. Caller: `desk.matching`, and the bench.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from factcheck.agreement.matching.numbers import Compared, compare_numbers, numbers_of
from factcheck.agreement.matching.polarity import Side, denier
from factcheck.agreement.matching.profiles import Profile, Telling
from factcheck.agreement.matching.terms import terms
from factcheck.agreement.provenance import name_key
from factcheck.agreement.wording import listed, quoted

Answer = Literal["same claim", "same fact, other number", "negated", "related"]

SAME_FROM = 0.6  # of a chance; 5% of questions whose claim is not recorded reach it
NEAR_FROM = 0.1
_MOST_WORDS = 5
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
# "in Lyon", "near Lake Marn"; not "in May 2019", which is a time
_PLACE = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Aa]cross|[Nn]ear)\ (?:the\ )?"
    r"(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun))"
    r"(?P<name>[A-Z][\w'’-]+(?:\ [A-Z][\w'’-]+)*)"
)


@dataclass(frozen=True, slots=True)
class Judgement:
    """The answer on one candidate, with its reasons and the numbers that were compared, if any were."""

    answer: Answer
    reasons: tuple[str, ...]
    numbers: Compared | None = None


def judge(asked: Profile, told: Profile, chance: float, rarity: Mapping[str, float]) -> Judgement | None:
    """How a candidate stands to what was asked; None where it is not near."""
    if chance < NEAR_FROM:
        return None
    compared = compare_numbers(asked.telling, told.telling)
    denied = compared.denied if compared else (False, told.telling.denied)
    denies = denier(asked.telling.said, told.telling.said, denied)
    answer = _answer(asked, told, chance, compared, denies)
    reasons = (
        *_on_words(asked, told, rarity),
        *_on_numbers(told, compared),
        *_on_denial(denies),
        *_on_sources(asked.telling, told.telling),
        *_on_places(asked.telling, told.telling),
        *_on_years(asked, told),
    )
    return Judgement(answer, reasons, compared)


def _answer(
    asked: Profile, told: Profile, chance: float, compared: Compared | None, denies: Side | None
) -> Answer:
    if chance < SAME_FROM or _other_years(asked, told):
        return "related"
    if compared is None:
        if told.telling.quantity is not None:
            return "related"
    elif compared.relation.label == "incomparable":
        return "related"
    elif not compared.same:
        return "same fact, other number"
    return "negated" if denies else "same claim"


def _other_years(asked: Profile, told: Profile) -> bool:
    """Whether both name years, and not one in common."""
    return bool(asked.years and told.years and not asked.years & told.years)


def _on_words(asked: Profile, told: Profile, rarity: Mapping[str, float]) -> Iterator[str]:
    shared: dict[str, str] = {}
    for found in _WORD.finditer(asked.telling.said):
        for term in terms(found[0]):
            if term in told.terms:
                shared.setdefault(term, found[0])
    telling = sorted(shared, key=lambda term: -rarity.get(term, 0.0))[:_MOST_WORDS]
    if telling:
        yield f"words: both have {listed([f'“{shared[term]}”' for term in shared if term in telling])}"


def _on_numbers(told: Profile, compared: Compared | None) -> Iterator[str]:
    own = told.telling.quantity
    if compared is None:
        if own is not None:
            yield f"number: nothing that was asked speaks to {quoted(own)}"
    elif compared.same:
        mine, yours = quoted(compared.asked), quoted(compared.told)
        yield f"number: both say {mine}" if mine == yours else f"number: {mine} is the figure of {yours}"
    else:
        yield f"number: {quoted(compared.asked)} is not {quoted(compared.told)}. {compared.relation.reason}"


def _on_denial(denies: Side | None) -> Iterator[str]:
    if denies:
        yield {
            "asked": "negation: what was asked denies what the claim tells",
            "told": "negation: the claim denies what was asked",
        }[denies]


def _on_sources(asked: Telling, told: Telling) -> Iterator[str]:
    mine, yours = _sources(asked), _sources(told)
    if not mine or not yours:
        return
    known = {name_key(name) for name in yours}
    both = [name for name in mine if name_key(name) in known]
    yield f"source: both credit {both[0]}" if both else f"source: {mine[0]}, not {yours[0]}"


def _sources(telling: Telling) -> tuple[str, ...]:
    """Who is credited: as recorded, or as the text says of its numbers."""
    return telling.sources or tuple(stated.source for stated in numbers_of(telling) if stated.source)


def _on_places(asked: Telling, told: Telling) -> Iterator[str]:
    mine, yours = _places(asked), _places(told)
    both = [place for place in mine if place in yours]
    if both:
        yield f"place: both name {listed(both)}"
    elif mine and yours:
        yield f"place: {listed(mine)}, not {listed(yours)}"


def _places(telling: Telling) -> list[str]:
    return list(dict.fromkeys(found["name"] for found in _PLACE.finditer(telling.said)))


def _on_years(asked: Profile, told: Profile) -> Iterator[str]:
    if both := sorted(asked.years & told.years):
        yield f"time: both name {listed(both)}"
    elif _other_years(asked, told):
        yield f"time: {listed(sorted(asked.years))}, not {listed(sorted(told.years))}"
