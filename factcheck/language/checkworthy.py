"""Which claims should a fact-checker look at first?

A claim is worth checking that is specific, central to its text, large, about harm done, in
a unit that can be checked, and vouched for by somebody named; an age, the length of a
period or what another figure is compared with rarely is. Each of these is a sign, a row of
`data/checkworthy.tsv` with a weight; a score is their sum, and its reasons are the signs
that made it, the weightiest first. It says what to read first, never what is true.

Pure: a claim and its document in, a figure with its reasons out. It is derived, so it is
computed when needed and never stored. Callers: desk, the library function `extract`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from factcheck.language.lexicon import table
from factcheck.language.numbers.ages import YEARS_OF_AGE
from factcheck.language.numbers.counted import PREDICATES
from factcheck.language.numbers.vicinity import Words, words_after, words_before
from factcheck.model import Claim, Document, Extract, Worth

LARGE = 1000
OPENING = 4  # the first quarter of a text is its opening
AHEAD = 60  # characters before a number in which a word makes it a plan or a guess
TITLE_WITHIN = 1000  # characters from the start in which a title stands

_ROWS = {row["sign"]: row for row in table("checkworthy")}
WEIGHTS = {sign: float(row["weight"]) for sign, row in _ROWS.items()}
_WORDS = {sign: frozenset(row["words"].split()) for sign, row in _ROWS.items()}
_LETTERS = re.compile(r"[a-z]+")


@dataclass(frozen=True, slots=True)
class _Place:
    """A claim where it stands: the words before its phrase, and after its number."""

    claim: Claim
    document: Document
    before: Words
    after: Words


def weighed(extract: Extract) -> Extract:
    """The extract with the worth of every claim."""
    document = extract.document
    claims = (replace(claim, worth=worth(claim, document)) for claim in extract.claims)
    return replace(extract, claims=tuple(claims))


def ranked(extract: Extract) -> Extract:
    """The extract with its claims in the order of their worth, equal ones in the order of the text."""
    return replace(extract, claims=tuple(sorted(weighed(extract).claims, key=_rank)))


def _rank(claim: Claim) -> tuple[float, int]:
    assert claim.worth is not None  # it was just weighed
    return -claim.worth.score, claim.span.start


def worth(claim: Claim, document: Document) -> Worth:
    """How much a claim is worth checking, from 0 to 1, and why."""
    shown = signs(claim, document)
    score = WEIGHTS["any"] + sum(WEIGHTS[sign] for sign in shown)
    shown.sort(key=_weightiest)
    return Worth(min(max(round(score, 2), 0.0), 1.0), tuple(_ROWS[sign]["reason"] for sign in shown))


def _weightiest(sign: str) -> float:
    return -abs(WEIGHTS[sign])


def signs(claim: Claim, document: Document) -> list[str]:
    """The signs that a claim shows, in the order of the table."""
    before, after = (
        words_before(document.text, claim.phrase_span.start),
        words_after(document.text, claim.span.end),
    )
    place = _Place(claim, document, before, after)
    return [sign for sign, shows in SIGNS.items() if shows(place)]


# -- where it stands -------------------------------------------------------------------------------------


def _is_headline(place: _Place) -> bool:
    title = place.document.title
    start = place.document.text.find(title, 0, TITLE_WITHIN) if title else -1
    return title is not None and start >= 0 and place.claim.span.start < start + len(title)


def _is_opening(place: _Place) -> bool:
    return place.claim.span.start * OPENING < len(place.document.text)


def _is_aside(place: _Place) -> bool:
    return place.before[0].lower == "("


# -- what it says ----------------------------------------------------------------------------------------


def _tells_harm(place: _Place) -> bool:
    """Whether a word beside it says that somebody was harmed: "12 people were killed", "killing 12"."""
    near = (*place.after.first(6), *place.before.first(2))
    return any(PREDICATES.get(word.lower, word.lower) in _WORDS["harm"] for word in near)


def _is_total(place: _Place) -> bool:
    return _has_before(place, "total")


def _is_large(place: _Place) -> bool:
    quantity = place.claim.quantity
    return quantity.kind == "count" and max(map(abs, _bounds(place)), default=0) >= LARGE


def _is_one(place: _Place) -> bool:
    return place.claim.quantity.kind == "count" and place.claim.quantity.point == 1


def _bounds(place: _Place) -> Iterator[int]:
    quantity = place.claim.quantity
    return (int(bound) for bound in (quantity.low, quantity.point, quantity.high) if bound is not None)


def _is_age(place: _Place) -> bool:
    quantity = place.claim.quantity
    return quantity.unit == YEARS_OF_AGE or (
        quantity.kind == "duration" and any(word.lower == "old" for word in place.after.first(2))
    )


def _is_duration(place: _Place) -> bool:
    return place.claim.quantity.kind == "duration" and not _is_age(place)


def _is_period(place: _Place) -> bool:
    return _is_duration(place) and _has_before(place, "period", 2)


def _is_compared(place: _Place) -> bool:
    return _has_before(place, "compared")


def _is_unreal(place: _Place) -> bool:
    """Whether it tells of what is planned or supposed, and did not happen."""
    claim = place.claim
    if claim.attribution.polarity == "intended":
        return True
    start = max(claim.sentence_span.start, claim.span.start - AHEAD)
    words = _LETTERS.findall(place.document.text[start : claim.span.end + AHEAD // 2].lower())
    return not _WORDS["unreal"].isdisjoint(words)


def _has_before(place: _Place, sign: str, many: int = 4) -> bool:
    """Whether one of the nearest words before a claim is a word of the sign."""
    return any(word.lower in _WORDS[sign] for word in place.before.first(many))


SIGNS: dict[str, Callable[[_Place], bool]] = {
    "headline": _is_headline,
    "opening": _is_opening,
    "harm": _tells_harm,
    "total": _is_total,
    "percent": lambda place: place.claim.quantity.kind == "percent",
    "money": lambda place: place.claim.quantity.kind == "money",
    "large": _is_large,
    "counted": lambda place: place.claim.quantity.counted is not None,
    "figures": lambda place: any(character.isdigit() for character in place.claim.surface),
    "named": lambda place: place.claim.attribution.type in ("named", "nested"),
    "age": _is_age,
    "one": _is_one,
    "duration": _is_duration,
    "period": _is_period,
    "aside": _is_aside,
    "compared": _is_compared,
    "unreal": _is_unreal,
}
