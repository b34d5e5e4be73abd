"""How does a later telling word a figure that somebody else had stated?

"About 1,500 people a month, the ministry says" in the agency's report, "more than 1,500
protesters" in the paper that repeats it: drift across documents. A citation is held against
the cited figure that it derives from, a document's claim against an earlier document's that
credits the same source with the same number, and a number in a document's own voice against
an earlier one that was credited to somebody. As in one text, only asserting more, or counting
another thing or period, is a finding.

Pure. Caller: desk.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from factcheck.agreement.consistency.drift import asserts_more
from factcheck.agreement.consistency.echoes import credits_in
from factcheck.agreement.consistency.finding import Figure, Finding, figures_of, of_figures
from factcheck.agreement.consistency.periods import changed
from factcheck.agreement.consistency.series import tellings
from factcheck.agreement.consistency.things import PERSONS, head_noun, is_general, kin
from factcheck.agreement.cores import stated_number
from factcheck.agreement.likeness import are_other_periods
from factcheck.agreement.provenance import date_key, name_key
from factcheck.agreement.units import scale_of
from factcheck.agreement.wording import quoted
from factcheck.language.quantities import read
from factcheck.model import Citation

BEHIND = 40  # characters behind a number in which its rate stands: "40 people a day"
Held = Iterator[Finding]


def retellings(citations: Sequence[Citation]) -> tuple[Finding, ...]:
    """How derived citations differ from the cited ones that they derive from."""
    figures = {figure.id: figure for figure in figures_of(citations)}
    by_name = {name_key(figure.source): figure for figure in reversed(figures.values())}
    found: list[Finding] = []
    for citation in citations:
        for parent in citation.derived_from:
            origin = figures.get(parent) or by_name.get(name_key(parent))
            figure = figures.get(citation.id)
            if origin is not None and figure is not None and origin.id != figure.id:
                found.extend(_held_against(origin, figure, (*_CHANGES, _uncredited)))
    return tuple(found)


def retold(figures: Sequence[Figure]) -> tuple[Finding, ...]:
    """How a document differs from an earlier one that credits the same source with the same number."""
    return tuple(
        finding
        for same in _claims_by_number(figures)
        for told in tellings(same)
        for earlier, later in pairwise(told)
        if name_key(earlier.outlet or "") != name_key(later.outlet or "")
        for finding in _held_against(earlier, later, _CHANGES)
    )


def unsourced(figures: Sequence[Figure]) -> tuple[Finding, ...]:
    """Where a document states as plain fact what an earlier one credits to somebody, of one matter."""
    return tuple(
        finding
        for same in _claims_by_number(figures)
        for later in same
        if not later.derived
        for earlier in [one for one in same if _is_credited_before(one, later)][-1:]
        for finding in _held_against(earlier, later, (_lost_source,))
    )


def _claims_by_number(figures: Sequence[Figure]) -> tuple[list[Figure], ...]:
    """The claims of documents put together that state one number of one thing, each list in order of time."""
    groups: dict[tuple[Decimal | None, str], list[Figure]] = defaultdict(list)
    for figure in sorted(figures, key=lambda one: (date_key(one.date), one.id)):
        if figure.is_claim and figure.outlet:
            groups[stated_number(figure.quantity), name_key(figure.measure or "")].append(figure)
    return tuple(groups.values())


def _is_credited_before(earlier: Figure, later: Figure) -> bool:
    """Whether an earlier document of somebody else credits a source that is not the later one's publisher."""
    printers = {name_key(later.outlet or ""), name_key(later.source)}
    is_others = not printers & {name_key(earlier.outlet or ""), name_key(earlier.source)}
    known = earlier.date is not None and later.date is not None
    return earlier.derived and is_others and known and date_key(earlier.date) < date_key(later.date)


def _held_against(origin: Figure, later: Figure, changes: Sequence[Callable[[Figure, Figure], Held]]) -> Held:
    before, after = origin.quantity, later.quantity
    if scale_of(before) == scale_of(after) and stated_number(before) == stated_number(after):
        for change in changes:
            yield from change(origin, later)


# -- what may be lost or changed --------------------------------------------------------------------------


def _more(origin: Figure, later: Figure) -> Held:
    before, after = quoted(origin.quantity), quoted(later.quantity)
    if asserts_more(origin.quantity, later.quantity):
        change = f"{before} ({_whose(origin)}) has become {after} ({_printed(later)})"
        settle = (
            f"Read both passages: if {after} is {_printed(later)}'s own finding, it is not derived; "
            f"if not, the earlier {before} stands."
        )
        sentence = f"Asserts more than {_named(origin)}: {change}."
        yield of_figures("drift-hedge", (origin, later), sentence, settle)


def _another_thing(origin: Figure, later: Figure) -> Held:
    nouns = head_noun(origin.quantity.counted), head_noun(later.quantity.counted)
    if _differ(*nouns):
        settle = f"Find out what was counted: “{nouns[0]}” or “{nouns[1]}”?"
        sentence = f"Counts another thing than {_named(origin)}: {_became(origin, later)}"
        yield _note(of_figures("drift-counted", (origin, later), sentence, settle))


def _another_period(origin: Figure, later: Figure) -> Held:
    periods = changed(_period_words(origin), _period_words(later))
    if origin.period and later.period and are_other_periods(origin.period, later.period):
        periods = origin.period, later.period
    if periods is not None:
        sentence = f"Another period than {_named(origin)}: {_became(origin, later)}"
        settle = f"Find out over which period it was counted: “{periods[0]}” or “{periods[1]}”?"
        yield of_figures("drift-period", (origin, later), sentence, settle)


def _uncredited(origin: Figure, later: Figure) -> Held:
    """A passage that credits nobody, though what it was taken from does."""
    name = next((name for name, _ in credits_in(origin.phrase)), None)
    if name is None or credits_in(later.phrase) or name_key(name) == name_key(later.source):
        return
    sentence = (
        f"Lost its source: “{origin.phrase}” ({_whose(origin)}) credits “{name}”, "
        f"but “{later.phrase}” ({_printed(later)}) credits nobody."
    )
    settle = (
        f"Read on in {_printed(later)}: if nobody is credited there either, the number is that of “{name}”."
    )
    yield _note(of_figures("drift-source", (origin, later), sentence, settle))


def _lost_source(origin: Figure, later: Figure) -> Held:
    sentence = (
        f"Lost its source: “{origin.phrase}” is credited to “{origin.source}” ({_whose(origin)}), "
        f"but “{later.phrase}” stands as plain fact ({_whose(later)})."
    )
    settle = (
        f"Find out whether {_printed(later)} counted for itself; if not, credit “{origin.source}” there too."
    )
    yield _note(of_figures("drift-source", (origin, later), sentence, settle))


_CHANGES = (_more, _another_thing, _another_period)


def _differ(noun: str | None, other: str | None) -> bool:
    """Whether the later noun names another thing, or a narrower one: people, then protesters."""
    if noun is None or other is None or is_general(other) or kin(noun) == kin(other):
        return False
    return noun in PERSONS or not is_general(noun)


def _period_words(figure: Figure) -> tuple[str, str]:
    """The words around a figure, and those just behind it, where a rate stands."""
    words = figure.sentence or figure.phrase
    ends = [found.span.end for found in read(words)[0] if found.quantity == figure.quantity]
    return words, words[ends[0] :][:BEHIND] if ends else ""


# -- how both are named -----------------------------------------------------------------------------------


def _named(origin: Figure) -> str:
    return f"an earlier print of {origin.source}" if origin.is_claim else "its origin"


def _whose(origin: Figure) -> str:
    return ", ".join(filter(None, (origin.outlet, origin.date))) if origin.is_claim else origin.source


def _printed(later: Figure) -> str:
    return later.outlet or later.source


def _became(origin: Figure, later: Figure) -> str:
    return f"“{origin.phrase}” ({_whose(origin)}) has become “{later.phrase}” ({_printed(later)})."


def _note(found: Finding) -> Finding:
    return replace(found, severity="note")
