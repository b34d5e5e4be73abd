"""How do a numeral, its hedge, its unit and what it counts become one quantity?

A draft holds the parts as they were found. `finish` looks for what stands behind the
core (a hedge, the counted words), decides which bounds the hedge leaves, and makes the
value. It declines nothing: whether the draft is a claim was settled before.

Pure. Callers: quantities, idioms.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import NamedTuple

from factcheck.language.lexicon import word_list
from factcheck.language.numbers.counted import Counted, counted_after, predicate_of, word_counted
from factcheck.language.numbers.hedges import Hedged, hedge_after
from factcheck.language.numbers.intervals import Interval
from factcheck.language.numbers.numerals import Numeral
from factcheck.language.numbers.shares import Share
from factcheck.language.numbers.vicinity import Words
from factcheck.model import Hedge, Kind, Quantity, Span


@dataclass(frozen=True, slots=True)
class Found:
    """One stated number: the core that reads it, the phrase around it, and what it says.

    `span` holds numeral, currency, scale and unit; `phrase_span` also the hedge and the
    counted words. `predicate` is what happened to the counted ("killed"), if plainly beside.
    """

    span: Span
    phrase_span: Span
    quantity: Quantity
    predicate: str | None = None


class Draft(NamedTuple):
    """The parts of a claim. `start` and `end` bound the core; `after` begins at the end of it."""

    text: str
    numeral: Numeral
    start: int
    end: int
    before: Words
    after: Words
    hedged: Hedged | None = None
    pair: Interval | Share | None = None
    kind: Kind = "count"
    unit: str | None = None
    counting: bool = True


def finish(draft: Draft) -> Found:
    """The claim that a draft makes."""
    later = hedge_after(draft.after)
    counted = _counted(draft, later) if draft.counting else None
    if later is None and counted:
        later = hedge_after(draft.after, counted.next_at)
    hedged = _prevailing(draft, later)
    end = max(draft.end, counted.end if counted else 0, later.edge if later else 0)
    start = min(draft.start, draft.hedged.edge) if draft.hedged else draft.start
    return Found(
        Span(draft.start, draft.end),
        Span(start, end),
        _quantity(draft, hedged, counted.words if counted else None),
        predicate_of(draft.after, counted.next_at if counted else 0, draft.before, start),
    )


def _prevailing(draft: Draft, later: Hedged | None) -> Hedged | None:
    """The hedge that counts: one behind the number adds a bound to a mere "about"."""
    if later is None or draft.numeral.form == "vague":
        return draft.hedged
    if draft.hedged is None or draft.hedged.hedge in ("about", "range"):
        return later
    return draft.hedged


def _counted(draft: Draft, later: Hedged | None) -> Counted | None:
    after, kind = draft.after, draft.kind
    at = sum(1 for word in after.first(6) if word.end <= later.edge) if later else 0
    partitive = after[at].lower == "of"
    if later and partitive and draft.unit:
        at += 1
    compound = not later and after[0].lower in "-–" and after[0].start == draft.end
    if compound:
        at = 1
    if compound and draft.unit is None:  # a three-judge bench
        return word_counted(draft.text, after, at)
    if not partitive and (draft.unit is not None or kind in ("money", "other") or _is_plural_scale(draft)):
        return None
    if kind == "ratio" and after[at].lower in word_list("comparatives"):  # a third bigger
        return None
    return counted_after(draft.text, after, at, compound or (draft.numeral.value == 1 and draft.pair is None))


def _is_plural_scale(draft: Draft) -> bool:
    """Whether the number is a plural that counts only with "of": hundreds - not several hundred."""
    plural = draft.numeral.form == "vague" and draft.numeral.word.endswith("s")
    return plural and draft.after[0].lower not in ("more", "other", "others")  # hundreds more voters


_ROUNDED = frozenset(("count", "money", "ordinal"))  # of which a trailing zero is no printed precision
_KEPT: dict[Hedge, tuple[bool, bool]] = {  # which bounds a hedge leaves
    "exact": (True, True),
    "about": (True, True),
    "over": (True, False),
    "at_least": (True, False),
    "nearly": (False, True),
    "up_to": (False, True),
    "under": (False, True),
    "vague": (True, False),
}
_POINTED = frozenset(("exact", "about", "over", "nearly"))  # the hedges that leave a figure to point at


def _quantity(draft: Draft, hedged: Hedged | None, counted: str | None) -> Quantity:
    if isinstance(draft.pair, Interval):
        return _paired(draft, draft.pair, hedged, counted)
    numeral = draft.numeral
    value = tidy(draft.pair.value if draft.pair else numeral.value)
    hedge = _hedge(draft, hedged)
    keeps_low, keeps_high = _KEPT[hedge]
    share = draft.pair is not None and draft.pair.base is None
    grain = numeral.grain if draft.kind in _ROUNDED else numeral.place
    return Quantity(
        low=value if keeps_low else None,
        high=value if keeps_high else None,
        point=value if hedge in _POINTED else None,
        hedge=hedge,
        low_open=hedge == "over",
        high_open=hedge == "under",
        grain=None if share else _tidy(grain),
        kind=draft.kind,
        unit=draft.unit,
        counted=counted,
    )


def _hedge(draft: Draft, hedged: Hedged | None) -> Hedge:
    if draft.numeral.form == "vague":
        return "vague"
    if hedged and hedged.hedge != "range":
        return hedged.hedge
    if draft.text[draft.start] == "~":
        return "about"
    if draft.kind == "ordinal" and draft.numeral.form != "ordinal":  # the top five
        return "up_to"
    return "exact"


def _paired(draft: Draft, pair: Interval, hedged: Hedged | None, counted: str | None) -> Quantity:
    if pair.form == "score" or pair.low is None or pair.high is None:
        return Quantity(None, None, None, kind="ratio")
    loose = draft.text[draft.start] == "~" or (hedged is not None and hedged.hedge == "about")
    about = pair.form == "range" and loose
    return Quantity(
        low=tidy(pair.low),
        high=tidy(pair.high),
        point=_tidy(pair.point),
        hedge="about_range" if about else "range",
        grain=_tidy(pair.grain if draft.kind in _ROUNDED else pair.place),
        kind=draft.kind,
        unit=draft.unit,
        counted=counted,
    )


def stated_figure(quantity: Quantity) -> Decimal | None:
    """The one figure that was printed, be it a bound; None of a range, a score, a vague plural."""
    if quantity.point is not None or quantity.hedge in ("range", "about_range", "vague"):
        return quantity.point
    return quantity.high if quantity.low is None else quantity.low


def join(first: Found, second: Found) -> Found | None:
    """The range that two bounds in a row make: "more than 100 but fewer than 200 people"."""
    one, two = first.quantity, second.quantity
    floor, ceiling = (one, two) if one.high is None else (two, one)
    if floor.low is None or floor.high is not None or ceiling.high is None or ceiling.low is not None:
        return None
    if "vague" in (one.hedge, two.hedge) or "nearly" in (one.hedge, two.hedge) or floor.low >= ceiling.high:
        return None
    if one.kind != two.kind and one.unit is not None:
        return None
    quantity = replace(
        two,
        low=floor.low,
        high=ceiling.high,
        point=None,
        hedge="range",
        low_open=floor.low_open,
        high_open=ceiling.high_open,
    )
    span = Span(first.span.start, second.span.end)
    return Found(span, Span(first.phrase_span.start, second.phrase_span.end), quantity, second.predicate)


def _tidy(value: Decimal | None) -> Decimal | None:
    return None if value is None else tidy(value)


def tidy(value: Decimal) -> Decimal:
    """The same number without idle zeros: 500000.0 is 500000, never 5E+5."""
    whole = int(value)
    return Decimal(whole) if whole == value else Decimal(f"{value:f}".rstrip("0"))
