"""How well do the numbers agree? A bar, the figures, the band, and always the reasons.

A score never stands alone: its band comes first, and the interval that the unknown leaves
open beside it. The bar has a sign of its own for support, unknown and conflict.

Pure. Caller: `dossiers.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Context, Decimal

from factcheck.agreement.constants import default_of
from factcheck.agreement.rates import equation
from factcheck.agreement.wording import in_unit_of, listed, state
from factcheck.model import Agreement, Band, Dossier, Pooled, Quantity
from factcheck.show.lines import Line, Role, Segment, line, shown, wrapped

BAR_WIDTH = 48
_DIGITS = 6
SUPPORT, UNKNOWN, CONFLICT = "█", "░", "▒"
BAND_ROLES: dict[Band, Role] = {
    "corroborated": "corroborates",
    "single-source support": "corroborates",
    "contested": "warning",
    "contradicted": "conflicts",
    "disputed by one source": "conflicts",
    "not ruled out": "compatible",
    "no independent evidence": "muted",
}


def agreement_lines(agreement: Agreement, width: int) -> Iterator[Line]:
    """The band, the score with its interval, the bar with its figures, and the reasons."""
    yield from wrapped(band_line(agreement), width)
    if agreement.score is not None:
        yield _bar(agreement, min(BAR_WIDTH, width))
        yield shares_line(agreement)
    for reason in agreement.reasons:
        yield from wrapped(line(shown(reason)), width, indent="- ", hanging="  ")


def band_line(agreement: Agreement) -> Line:
    """The verdict on one line: the band, then the score that never stands without it."""
    return line(Segment(agreement.band.upper(), BAND_ROLES[agreement.band]), "  ", score_text(agreement))


def shares_line(agreement: Agreement) -> Line:
    """Support, unknown and conflict in figures, each with its sign in the bar."""
    return line(
        Segment(f"{SUPPORT} support {agreement.support:.2f}", "corroborates"),
        Segment(f"   {UNKNOWN} unknown {agreement.unknown:.2f}", "muted"),
        Segment(f"   {CONFLICT} conflict {agreement.conflict:.2f}", "conflicts"),
    )


def score_text(agreement: Agreement) -> str:
    """The score with the interval that the unknown leaves open."""
    if agreement.score is None:
        return "no score: no independent citation counts"
    low, high = agreement.support, agreement.support + agreement.unknown
    return f"score {agreement.score:.2f}, between {low:.2f} and {high:.2f}"


def settings_lines(dossier: Dossier, width: int) -> Iterator[Line]:
    """Which constants of the model this ledger has set otherwise and which rates: by whom, when, why."""
    for setting in dossier.settings:
        default = default_of(setting.name)
        with_what = f"with {setting.name} {setting.value}, not {default}"
        how = f"at {equation(setting.name, setting.value)}" if default is None else with_what
        said = f"Judged {how}: {setting.by} set it on {setting.at[:10]} ({setting.reason.rstrip('.')})."
        yield from wrapped(line(shown(said, "warning")), width, indent="- ", hanging="  ")


def pooled_lines(dossier: Dossier, width: int) -> Iterator[Line]:
    """What the independent figures say together, in the claim's unit."""
    pooled = dossier.pooled
    said = list(_pooled_parts(pooled, dossier.claim.quantity))
    if said:
        yield from wrapped(line(f"{_what_is_pooled(pooled)}: {'; '.join(said)}."), width, hanging="  ")


def _what_is_pooled(pooled: Pooled) -> str:
    if pooled.low is None:
        return "Independent bounds"
    return "Independent figure" if pooled.low == pooled.high else "Independent figures"


def _pooled_parts(pooled: Pooled, claim: Quantity) -> Iterator[str]:
    def said(value: Decimal) -> str:
        return in_unit_of(claim, _in_few_digits(value))

    if pooled.low is not None and pooled.high is not None:
        same = pooled.low == pooled.high
        low, high = _in_few_digits(pooled.low), _in_few_digits(pooled.high)
        between = replace(claim, low=low, high=high, point=None, hedge="range")
        yield said(low) if same else state(between)
        if pooled.median is not None and not same:
            as_one = ", the best single figure" if pooled.headline is not None else ""
            yield f"median {said(pooled.median)}{as_one}"
    if pooled.floor is not None:
        yield f"highest floor {said(pooled.floor)}"
    if pooled.ceiling is not None:
        yield f"lowest ceiling {said(pooled.ceiling)}"
    if pooled.best and pooled.best != (pooled.low, pooled.high) and pooled.low != pooled.high:
        tie = " (a tie)" if len(pooled.best) > 1 else ""
        yield f"best agreeing {listed([said(figure) for figure in pooled.best])}{tie}"
    if pooled.headline is None and pooled.low != pooled.high:
        yield "too far apart for one figure"
    if pooled.mean is not None:
        yield f"random-effects mean {pooled.mean:,.4g}"
    if pooled.i2 is not None and pooled.tau is not None:
        yield f"I² {pooled.i2:.0%}, tau {pooled.tau:.2f}"


def _in_few_digits(value: Decimal) -> Decimal:
    """A value as it is, but for the many digits that a conversion gives."""
    return Context(prec=max(_DIGITS, value.adjusted() + 1)).plus(value)


def _bar(agreement: Agreement, width: int) -> Line:
    """Support, unknown and conflict in cells; every one that is not zero has at least one."""
    support = _cells(agreement.support, width)
    conflict = _cells(agreement.conflict, width)
    unknown = max(0, width - support - conflict)
    return line(
        Segment(SUPPORT * support, "corroborates"),
        Segment(UNKNOWN * unknown, "muted"),
        Segment(CONFLICT * conflict, "conflicts"),
    )


def _cells(share: float, width: int) -> int:
    return max(1, round(share * width)) if share > 0 else 0
