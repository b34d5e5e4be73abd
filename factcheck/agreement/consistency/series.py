"""Does one source's count of the same thing go on as a count must?

A cumulative figure (killed, arrested, cities reached) may rise and may be corrected; it
cannot fall by itself. Over time, `falls` is a later figure below an earlier one, and
`floor-lowered` a floor that sinks: "over 200", then "at least 191". Different sources that
disagree are no series.

Pure. Callers: findings, desk.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from factcheck.agreement.consistency.appearances import (
    are_of_other_years,
    nouns_differ,
    shares_noun,
    source_key,
)
from factcheck.agreement.consistency.bounds import bounds_of
from factcheck.agreement.consistency.finding import Code, Figure, Finding, of_figures
from factcheck.agreement.consistency.mentions import DAYS, Mention
from factcheck.agreement.consistency.reckoning import say
from factcheck.agreement.consistency.things import WORD, happenings
from factcheck.agreement.cores import FLOORS
from factcheck.agreement.likeness import net_figure
from factcheck.agreement.provenance import date_key, name_key
from factcheck.agreement.units import COUNT, scale_of
from factcheck.agreement.wording import quoted
from factcheck.model import Quantity, parse_date

# What happened is over and counted up; people who are missing or displaced may return.
_PASSING = frozenset({"missing", "displaced", "employed"})
LOOKS_BACK = 8
# Matches before the number of "rose by 40"; not of "had counted 40".
_BY = re.compile(r"\bby (?:\w+ ){0,2}\Z")
# Matches "the toll stood at 40", "the total number of" and "40 so far"; not "total employment".
_TOTAL = re.compile(
    r"""\b(?: toll | tally | (?:the|a|its|their)\ total | total\ (?:number|of) | number\ of | altogether
    | in\ all | so\ far | to\ date | cumulative(?:ly)? | stands?\ at | stood\ at )\b""",
    re.IGNORECASE | re.VERBOSE,
)
# Matches "had counted", "have died" and "by Monday"; not "counted".
_COUNTED = re.compile(r"\b(?:had|has|have)\b|\bby [a-z]*day\b", re.IGNORECASE)
# Matches "Lyon" and "Clinton" within a sentence; not "May" or "Monday", and not its first word.
_NAME = re.compile(
    r"""(?<=[a-z,’']\ ) (?! Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun )
    [A-Z]\w+""",
    re.VERBOSE,
)
# Matches "40 more", "on Monday alone", "fell to 40" and "corrected to 40"; not "more than 40".
_NO_TOTAL = re.compile(
    r"""\b(?: more(?!\ than) | further | another | additional | new | alone | past | daily | per
    | each | a\ day | of\ (?:them|whom|those) | revis\w+ | updat\w+ | correct\w+ | lower\w* | adjust\w+
    | rais\w+ | mistake\w* | error | double.count\w+ | recount\w* | fell | fallen | falling | drop\w*
    | down | declin\w+ | decreas\w+ | reduc\w+ )\b""",
    re.IGNORECASE | re.VERBOSE,
)


def series(figures: Sequence[Figure]) -> tuple[Finding, ...]:
    """Where one source's dated figures of one measure fall, or its floors sink, in order of time.

    Figures whose order in time is not known are not held against each other.
    """
    return tuple(
        _of_figures(code, earlier, later)
        for told in tellings(one for one in figures if not one.derived and is_cumulative(one))
        for earlier, later in pairwise(told)
        if _is_before(earlier, later) and (code := sinks(earlier.quantity, later.quantity))
    )


def tellings(figures: Iterable[Figure]) -> tuple[tuple[Figure, ...], ...]:
    """The dated figures of each source for one measure, place and period, each in order of time.

    Those of a part or a larger whole are no figures of it.
    """
    groups: dict[tuple[str, ...], list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.source and figure.date and figure.whole:
            told = (figure.source, figure.measure, figure.place, figure.period)
            groups[tuple(name_key(word or "") for word in told)].append(figure)
    return tuple(
        tuple(sorted(groups[key], key=lambda one: (date_key(one.date), one.id))) for key in sorted(groups)
    )


def is_cumulative(figure: Figure) -> bool:
    """Whether a figure counts up: a plain count, of nothing that passes or nets out."""
    told = f"{figure.measure or ''} {figure.phrase}"
    passing = happenings(WORD.findall(told)) & _PASSING
    return scale_of(figure.quantity) is COUNT and not passing and net_figure(told) is None


def sinks(earlier: Quantity, later: Quantity) -> Code | None:
    """Whether a later figure contradicts an earlier one as a cumulative count; None where it may not."""
    before, after = bounds_of(earlier), bounds_of(later)
    if before is None or after is None or "vague" in (earlier.hedge, later.hedge):
        return None
    if after.is_below(before):
        return "series-falls"
    if later.hedge not in FLOORS or earlier.hedge not in ("exact", *FLOORS):
        return None
    if before.low is None or after.low is None or after.low >= before.low:
        return None
    return "series-floor-lowered"


def series_in_text(text: str, mentions: Sequence[Mention]) -> Iterator[Finding]:
    """Where a text gives one source's total, and later a lower one, without a word of correction."""
    by_source: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if not _may_count_up(mention):
            continue
        told = by_source[source_key(mention)]
        before = [one for one in told[-LOOKS_BACK:] if _goes_on(text, one, mention)]
        if before:
            code = sinks(before[-1].quantity, mention.quantity)
            if code:
                yield _in_text(code, before[-1], mention)
        if not _NO_TOTAL.search(mention.sentence.of(text)):
            told.append(mention)


def _may_count_up(mention: Mention) -> bool:
    plain = scale_of(mention.quantity) is COUNT and mention.quantity.kind == "count"
    asserted = mention.attribution.polarity == "asserted" and not mention.headline
    return plain and asserted and not mention.happened & _PASSING


def _is_total(text: str, mention: Mention, wording: re.Pattern[str]) -> bool:
    sentence, clause = mention.sentence.of(text), mention.clause.of(text)
    if _NO_TOTAL.search(sentence) or _BY.search(text, mention.sentence.start, mention.span.start):
        return False
    return bool(wording.search(clause) or _TOTAL.search(clause))


def _goes_on(text: str, earlier: Mention, later: Mention) -> bool:
    """Whether a later figure is a total of what the earlier one counted."""
    if _is_total(text, later, _TOTAL) and _is_total(text, earlier, _COUNTED):
        return _counts_the_same(text, earlier, later)
    if not _is_total(text, later, _COUNTED) or not shares_noun(earlier, later):
        return False
    days, before = _days(text, later), _days(text, earlier)
    return bool(days and before and days != before) and _counts_the_same(text, earlier, later)


def _days(text: str, mention: Mention) -> frozenset[str]:
    return DAYS & {word.casefold() for word in WORD.findall(mention.sentence.of(text))}


def _counts_the_same(text: str, earlier: Mention, later: Mention) -> bool:
    if earlier.sentence == later.sentence or nouns_differ(earlier, later):
        return False
    if are_of_other_years(earlier, later) or _names(text, later) - _names(text, earlier) - _source_words(
        later
    ):
        return False
    if later.happened and earlier.happened:
        return bool(later.happened & earlier.happened)
    unsaid = later.noun is None and not later.happened
    return later.attribution.type != "none" and (unsaid or later.noun is not None is not earlier.noun)


def _names(text: str, mention: Mention) -> set[str]:
    """The names in the clause: a total of another place or party is another total."""
    return {found.group() for found in _NAME.finditer(text, mention.clause.start, mention.clause.end)}


def _source_words(mention: Mention) -> set[str]:
    return set(WORD.findall(mention.attribution.source or ""))


def _in_text(code: Code, earlier: Mention, later: Mention) -> Finding:
    who = later.attribution.source
    whose = f"“{' '.join(who.split())}”" if who else "the text itself"
    sentence = f"{_said(code, say(earlier.claim), say(later.claim))} Both are the word of {whose}."
    ids = tuple(one.claim.id for one in (earlier, later) if one.claim.id)
    return Finding(code, "warning", (earlier.span, later.span), sentence, _SETTLE, ids)


def _of_figures(code: Code, earlier: Figure, later: Figure) -> Finding:
    before, after = (f"{quoted(one.quantity)} ({one.date})" for one in (earlier, later))
    sentence = f"{later.source}: {_said(code, before, after)}"
    return of_figures(code, (earlier, later), sentence, _SETTLE)


_SETTLE = "Ask the source which figure stands; if it corrected itself, say so and cite the correction."


def _said(code: Code, before: str, after: str) -> str:
    if code == "series-falls":
        return f"{before} has become {after}; a count that adds up cannot fall without a correction."
    return f"{before} has become {after}: the later figure promises less than the earlier one."


def _is_before(earlier: Figure, later: Figure) -> bool:
    """Whether the earlier date is surely the earlier one: 2019-12 may lie after 2019-12-10."""
    one, other = parse_date(earlier.date or ""), parse_date(later.date or "")
    if one is None or other is None or one.latest is None or other.earliest is None:
        return False
    return one.latest < other.earliest
