"""Which claims did other fact-checkers review, and what did they find?

From a file of JSON-LD: a ClaimReview, a list, an `@graph`, a DataFeed, also in the older
shapes that Google still accepts (`itemReviewed` a CreativeWork). Dates with a time of day
are cut to the day; a date that is none is a problem, and hides no other review. A rating is
kept in its words; a value that is no number is none.

Pure. Callers: `desk`, for `import claimreview`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from factcheck.errors import Unreadable
from factcheck.exchange.claimreview.nodes import Node, is_a, named_nodes, nodes_of, values_of
from factcheck.exchange.problems import RowProblem
from factcheck.exchange.sheets.reading import Unread, read_numbers
from factcheck.exchange.sheets.rows import ClaimRow
from factcheck.exchange.strict_json import MOST_PLACES, read_json
from factcheck.model import is_date

HINT = "name a file of ClaimReview JSON-LD: one, a list, an @graph, or a DataFeed"

# Matches "2019-12-16T14:30:00Z" and "2019-12-16 14:30"; the day is kept.
_WITH_TIME = re.compile(r"(\d{4}-\d\d-\d\d)[T ]\d\d:.*", re.ASCII | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Appearance:
    """One place where a claim was published."""

    url: str | None
    outlet: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Rating:
    """What a review found, in words, and where that stands between `worst` and `best`."""

    label: str | None
    value: Decimal | None = None
    best: Decimal | None = None
    worst: Decimal | None = None
    explanation: str | None = None


@dataclass(frozen=True, slots=True)
class ReviewedClaim:
    """A claim that somebody reviewed: what was claimed, by whom, where; by whom it was reviewed, and how."""

    where: str
    claim: str
    claimants: tuple[str, ...]
    claimed: str | None
    appearances: tuple[Appearance, ...]
    reviewer: str | None
    url: str | None
    reviewed: str | None
    rating: Rating


def read_claimreviews(content: bytes, name: str) -> Iterator[ReviewedClaim | RowProblem]:
    """The reviewed claims of a file, or what is wrong with them; `name` stands in messages."""
    value = read_json(content, name, HINT)
    named, found = named_nodes(value), False
    for place, node in nodes_of(value, "ClaimReview"):
        found = True
        try:
            yield _reviewed(node, named, f"{name}: {place}")
        except ValueError as error:
            yield RowProblem(f"{name}: {place}", str(error), HINT)
    if not found:
        raise Unreadable(f"{name}: holds no ClaimReview", HINT)


def claim_row(reviewed: ReviewedClaim) -> ClaimRow | RowProblem:
    """The claim as one to be checked here; or why it is none: it has no number, or several claimants."""
    numbers = read_numbers(reviewed.claim)
    if isinstance(numbers, Unread):
        return RowProblem(reviewed.where, f"claimReviewed: {numbers.what}", numbers.hint)
    if len(reviewed.claimants) > 1:
        what = f"claimed by {len(reviewed.claimants)}: {', '.join(reviewed.claimants)}"
        return RowProblem(reviewed.where, what, "add the claim of each by hand: a claim has one source")
    printed = next(iter(reviewed.appearances), Appearance(None))
    return ClaimRow(
        where=reviewed.where,
        phrase=reviewed.claim,
        source=next(iter(reviewed.claimants), None),
        outlet=printed.outlet,
        date=printed.date or reviewed.claimed,
        url=printed.url,
        numbers=numbers,
    )


def _reviewed(node: Node, named: dict[str, Node], where: str) -> ReviewedClaim:
    claim = _node(node, "itemReviewed", named)
    text = _text(node, "claimReviewed", named) or _text(claim, "text", named)
    if text is None:
        raise ValueError("claimReviewed: is missing")
    return ReviewedClaim(
        where=where,
        claim=text,
        claimants=tuple(filter(None, map(_name, values_of(claim, "author", named)))),
        claimed=_date(claim, "datePublished", named),
        appearances=tuple(_appearances(claim, named)),
        reviewer=next(filter(None, map(_name, values_of(node, "author", named))), None),
        url=_text(node, "url", named),
        reviewed=_date(node, "datePublished", named),
        rating=_rating(_node(node, "reviewRating", named), named),
    )


def _appearances(claim: Node, named: dict[str, Node]) -> Iterator[Appearance]:
    """Where the claim was published, the first place first; in older shapes the claim itself is the place."""
    seen = set()
    older = () if is_a(claim, "Claim") else ("url", "sameAs")
    for key in ("firstAppearance", "appearance", *older):
        for one in values_of(claim, key, named):
            if isinstance(one, dict):
                outlet = _name(next(iter(values_of(one, "publisher", named)), None))
                found = Appearance(_text(one, "url", named), outlet, _date(one, "datePublished", named))
            else:
                found = Appearance(str(one).strip())
            if found not in seen:
                seen.add(found)
                yield found


def _rating(node: Node, named: dict[str, Node]) -> Rating:
    return Rating(
        label=_text(node, "alternateName", named) or _text(node, "name", named),
        value=_number(node, "ratingValue", named),
        best=_number(node, "bestRating", named),
        worst=_number(node, "worstRating", named),
        explanation=_text(node, "ratingExplanation", named),
    )


def _node(node: Node, key: str, named: dict[str, Node]) -> Node:
    """The first node under a key; an empty one where there is none."""
    return next((one for one in values_of(node, key, named) if isinstance(one, dict)), {})


def _name(value: Any) -> str | None:
    """The name of a person or body, which may be a node or just the name."""
    if isinstance(value, dict):
        value = value.get("name") or value.get("url")
    if isinstance(value, list):
        value = value[0] if value else None
    return value.strip() or None if isinstance(value, str) else None


def _text(node: Node, key: str, named: dict[str, Node]) -> str | None:
    value = next(iter(values_of(node, key, named)), None)
    if value is None or isinstance(value, dict | list):
        return None
    if not isinstance(value, str):
        raise ValueError(f"{key}: must be text")
    return value.strip() or None


def _date(node: Node, key: str, named: dict[str, Node]) -> str | None:
    text = _text(node, key, named)
    date = _WITH_TIME.sub(r"\1", text) if text else None
    if date is not None and not is_date(date):
        raise ValueError(f"{key}: {date[:40]!r} is no date like 2019, 2019-12 or 2019-12-16")
    return date


def _number(node: Node, key: str, named: dict[str, Node]) -> Decimal | None:
    value = next(iter(values_of(node, key, named)), None)
    if isinstance(value, bool) or not isinstance(value, str | int | Decimal) or len(str(value)) > MOST_PLACES:
        return None
    try:
        number = Decimal(value)
    except InvalidOperation:
        return None
    return number if number.is_finite() and abs(number.adjusted()) <= MOST_PLACES else None
