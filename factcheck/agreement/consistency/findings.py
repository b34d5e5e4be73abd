"""Which numbers of a text do not hold together?

All that can be said of one document by its own words, and of what it compares itself with:
drift between mentions, arithmetic between figures, totals that fall. Each finding quotes
both numbers as stated, says what would make it true, and how to settle it. Precision comes
first: where it is not plain that two numbers belong together, nothing is said.

Pure. Callers: desk, bench.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from factcheck.agreement.consistency.changes import changes
from factcheck.agreement.consistency.comparisons import comparisons
from factcheck.agreement.consistency.drift import drift
from factcheck.agreement.consistency.finding import Figure, Finding
from factcheck.agreement.consistency.forms import passages
from factcheck.agreement.consistency.mentions import mentions, told_numbers
from factcheck.agreement.consistency.rates import rates
from factcheck.agreement.consistency.series import series_in_text
from factcheck.agreement.consistency.shares import shares
from factcheck.agreement.consistency.totals import totals
from factcheck.model import Extract


def findings(extract: Extract, others: Sequence[Figure] = ()) -> tuple[Finding, ...]:
    """What does not hold together in a document, in the order of the text.

    `others` are figures from elsewhere (the ledger, other documents): comparisons with
    another year are held against them too.
    """
    text, claims = extract.document.text, told_numbers(extract)
    told, masked = mentions(text, claims), passages(text, claims)
    found = [
        *drift(text, told),
        *shares(masked),
        *rates(masked),
        *changes(masked),
        *totals(masked),
        *comparisons(text, told, masked, others),
        *series_in_text(text, told),
    ]
    return _in_order(found)


def _in_order(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """By place, each only once: one triple of figures may be told in two turns of phrase."""
    once = {(one.code, one.spans, one.citations): one for one in found}
    return tuple(sorted(once.values(), key=lambda one: (one.spans, one.code, one.citations)))
