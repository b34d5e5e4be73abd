"""How does a later telling word a figure that somebody else had stated?

"About 1,500 people" in the agency's report, "more than 1,500 protesters" in the paper that
repeats it: drift across documents. A citation is held against the cited figure that it
derives from, and a document's claim against an earlier document's that credits the same
source with the same number. As in one text, only asserting more, or counting another
thing, is a finding.

Pure. Caller: desk.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from factcheck.agreement.consistency.drift import asserts_more
from factcheck.agreement.consistency.finding import Figure, Finding, figures_of, of_figures
from factcheck.agreement.consistency.series import tellings
from factcheck.agreement.consistency.things import PERSONS, head_noun, is_general, kin
from factcheck.agreement.cores import stated_number
from factcheck.agreement.provenance import name_key
from factcheck.agreement.units import scale_of
from factcheck.agreement.wording import quoted
from factcheck.model import Citation


def retellings(citations: Sequence[Citation]) -> tuple[Finding, ...]:
    """Where a derived citation says more than the cited one that it derives from, or counts another thing."""
    figures = {figure.id: figure for figure in figures_of(citations)}
    by_name = {name_key(figure.source): figure for figure in reversed(figures.values())}
    found: list[Finding] = []
    for citation in citations:
        for parent in citation.derived_from:
            origin = figures.get(parent) or by_name.get(name_key(parent))
            figure = figures.get(citation.id)
            if origin is not None and figure is not None and origin.id != figure.id:
                found.extend(_held_against(origin, figure))
    return tuple(found)


def retold(figures: Sequence[Figure]) -> tuple[Finding, ...]:
    """Where a document credits a source with more, or with another thing, than an earlier document did."""
    by_number: dict[Decimal | None, list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.is_claim and figure.outlet:
            by_number[stated_number(figure.quantity)].append(figure)
    return tuple(
        finding
        for same in by_number.values()
        for told in tellings(same)
        for earlier, later in pairwise(told)
        if name_key(earlier.outlet or "") != name_key(later.outlet or "")
        for finding in _held_against(earlier, later)
    )


def _held_against(origin: Figure, later: Figure) -> Iterator[Finding]:
    before, after = origin.quantity, later.quantity
    if scale_of(before) != scale_of(after) or stated_number(before) != stated_number(after):
        return
    printed = later.outlet or later.source
    what = f"an earlier print of {origin.source}" if origin.is_claim else "its origin"
    whose = ", ".join(filter(None, (origin.outlet, origin.date))) if origin.is_claim else origin.source
    if asserts_more(before, after):
        sentence = f"{quoted(before)} ({whose}) has become {quoted(after)} ({printed})."
        settle = (
            f"Read both passages: if {quoted(after)} is {printed}'s own finding, it is not derived; "
            f"if not, the earlier {quoted(before)} stands."
        )
        yield of_figures("drift-hedge", (origin, later), f"Asserts more than {what}: {sentence}", settle)
    nouns = head_noun(before.counted), head_noun(after.counted)
    if _differ(*nouns):
        sentence = f"“{origin.phrase}” ({whose}) has become “{later.phrase}” ({printed})."
        settle = f"Find out what was counted: “{nouns[0]}” or “{nouns[1]}”?"
        found = of_figures(
            "drift-counted", (origin, later), f"Counts another thing than {what}: {sentence}", settle
        )
        yield replace(found, severity="note")


def _differ(noun: str | None, other: str | None) -> bool:
    """Whether the later noun names another thing, or a narrower one: people, then protesters."""
    if noun is None or other is None or is_general(other) or kin(noun) == kin(other):
        return False
    return noun in PERSONS or not is_general(noun)
