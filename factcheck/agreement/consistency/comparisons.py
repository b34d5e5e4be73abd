"""Does "at least 50 more localities than in 2018" hold against what was stated of 2018?

The other side of such a comparison stands elsewhere: earlier in the text, or in the ledger.
It is found by the year and by what is counted; what is compared is the figure of the same
thing that stands nearest before. Where the year or the thing is not said, nothing is held
against anything.

Pure. Caller: findings.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.agreement.consistency.changes import Change, Way, check_difference
from factcheck.agreement.consistency.finding import Figure, Finding
from factcheck.agreement.consistency.forms import Passage, matches
from factcheck.agreement.consistency.mentions import Mention
from factcheck.agreement.consistency.reckoning import are_alike, figure
from factcheck.agreement.consistency.things import head_noun, may_be_the_same
from factcheck.agreement.wording import state
from factcheck.model import Attribution, Claim, Quantity, Span

LOOKS_BACK = 200  # mentions
_MORE = re.compile(r"(?P<WAY>more|additional|extra|fewer|less)\b", re.IGNORECASE)
_IN_TEXT = re.compile(r"(?:1[89]|20)\d\d")


def comparisons(
    text: str, mentions: Sequence[Mention], passages: Sequence[Passage], others: Sequence[Figure]
) -> Iterator[Finding]:
    """The differences that do not hold against a figure of the year that they name."""
    places = {mention.claim: place for place, mention in enumerate(mentions)}
    of_year: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if len(mention.years) == 1:
            of_year[min(mention.years)].append(mention)
    for passage in passages:
        for match in matches(passage, "difference to a year"):
            year = match.words["YEAR"]
            for change, by in _changes(text, mentions, [places[claim] for claim in passage.claims], year):
                yield from _check(change, by, of_year[year], others, year)


def _changes(
    text: str, mentions: Sequence[Mention], places: Sequence[int], year: str
) -> Iterator[tuple[Change, Mention]]:
    """The differences of a passage with what they compare; the old figure is still to be found."""
    for place in places:
        by, before = mentions[place], mentions[max(0, place - LOOKS_BACK) : place]
        way = _way(text, by.claim)
        new = _subject(by, before, year) if way else None
        if way and new:
            yield Change(new, new, by.claim, way), by


def _way(text: str, by: Claim) -> Way | None:
    """Up for "50 more localities", down for "50 fewer"; None for a number that compares nothing."""
    found = _MORE.match(text, by.span.end + 1)
    if found is None:
        return None
    return "down" if found["WAY"].casefold() in ("fewer", "less") else "up"


def _subject(by: Mention, before: Sequence[Mention], year: str) -> Claim | None:
    """What is compared: the nearest figure of the same thing before the difference, not of that year."""
    for mention in reversed(before):
        here = mention.sentence == by.sentence
        if _counts_what(mention.claim, by.claim) and (here or year not in mention.years):
            return mention.claim
    return None


def _check(
    change: Change, by: Mention, of_year: Sequence[Mention], others: Sequence[Figure], year: str
) -> Iterator[Finding]:
    told = [
        mention.claim
        for mention in of_year
        if mention.claim not in (change.new, change.by)
        and mention.sentence != by.sentence
        and _counts_what(mention.claim, change.by)
    ]
    sole = len({figure(claim) for claim in told}) == 1
    if sole and (finding := check_difference(replace(change, old=told[0]))):
        yield finding
    for figures in _of_year(change, others, year).values():
        first = figures[0]
        old = _as_claim(first)
        finding = check_difference(replace(change, old=old), tuple(one.id for one in figures), _named(first))
        if finding:
            yield finding


def _of_year(change: Change, others: Sequence[Figure], year: str) -> dict[Quantity, list[Figure]]:
    """The figures from elsewhere of that year and that thing, by what they state."""
    found: dict[Quantity, list[Figure]] = defaultdict(list)
    for other in sorted(others, key=lambda one: (one.date or "", one.id)):
        told = f"{other.measure or ''} {other.period or ''} {other.phrase}"
        if year in _IN_TEXT.findall(told) and _counts_what(_as_claim(other), change.by):
            found[other.quantity].append(other)
    return found


def _counts_what(claim: Claim, by: Claim) -> bool:
    if claim == by or not are_alike(claim, by):
        return False
    noun, compared = head_noun(claim.quantity.counted), head_noun(by.quantity.counted)
    return noun is not None and compared is not None and may_be_the_same(noun, compared)


def _as_claim(other: Figure) -> Claim:
    span = Span(0, max(1, len(other.phrase)))
    return Claim(other.id, span, other.phrase, span, other.phrase, span, other.quantity, Attribution())


def _named(other: Figure) -> str:
    """The figure with who stated it, where and when: “142 cities” (MEK, Washington Times, 2019-07-24)."""
    printed = ", ".join(filter(None, (other.source, other.outlet, other.date)))
    return f"“{' '.join(other.phrase.split()) or state(other.quantity)}” ({printed})"
