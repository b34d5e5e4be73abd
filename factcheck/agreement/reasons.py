"""Why does this citation count or not?

One sentence for each standing, for an editor: it names the origin, and the citation that
stands in its place.

Pure. Caller: `origins.py`.
"""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.agreement.provenance import name_key
from factcheck.agreement.withdrawals import Adoption
from factcheck.agreement.wording import listed, quoted
from factcheck.model import Citation, StandingStatus

CHECKS_ATTRIBUTION = "this checks the attribution, not the number"


@dataclass(frozen=True, slots=True)
class Case:
    """One citation with all that decides its standing.

    `origins` and `own` are names as spelt; `first` the leading citations of its origin, the
    one that stands for it first; `loop` whether it stands in a circle without a way out.
    """

    citation: Citation
    status: StandingStatus
    origins: tuple[str, ...]
    own: str
    first: tuple[Citation, ...] = ()
    adoption: Adoption | None = None
    loop: bool = False


def say_standing(case: Case) -> str:
    """The sentence for a case."""
    return _SAY[case.status](case)


def _say_independent(case: Case) -> str:
    origin, source = case.origins[0], case.citation.source
    if case.loop and len(case.first) == 1:
        return f"Counts for {origin}, although it is said to take this figure from itself."
    if case.loop:
        return f"Counts once for {origin}: the sources that take this figure from each other are one origin."
    if case.citation.derived_from and name_key(source) != name_key(origin):
        return f"Counts for {origin}, whose own figure is not among those that count: {source} repeats it."
    if len(case.first) > 1:
        return f"Counts for {origin}; no other citation of this origin does."
    return f"Counts for {origin}."


def _say_superseded(case: Case) -> str:
    return f"Superseded by a later figure of {case.origins[0]}, {_leading(case)}."


def _say_echo(case: Case) -> str:
    if not case.first:
        return f"Takes its figure from {_own(case)}: {CHECKS_ATTRIBUTION}."
    if case.citation.derived_from:
        return f"Takes its figure from {case.origins[0]}; that origin counts once, by {_leading(case)}."
    return f"The origin {case.origins[0]} counts once, by {_leading(case)}."


def _own(case: Case) -> str:
    names = [name for name in case.origins if name_key(name) == name_key(case.own)]
    if names or not case.origins:
        return f"{case.own}, the claim's own source"
    return f"{listed(case.origins)}, an affiliate of the claim's own source, {case.own}"


def _say_own_source(case: Case) -> str:
    if name_key(case.citation.source) == name_key(case.own):
        return f"Comes from the claim's own source, {case.citation.source}: {CHECKS_ATTRIBUTION}."
    return f"Its figure goes in a circle with {_own(case)}: {CHECKS_ATTRIBUTION}."


def _say_affiliate(case: Case) -> str:
    affiliate = f"an affiliate of the claim's own source, {case.own}"
    return f"Comes from {case.citation.source}, {affiliate}: {CHECKS_ATTRIBUTION}."


def _say_mixed(case: Case) -> str:
    neither = "neither" if len(case.origins) == 2 else "none of them"
    return f"Mixes the figures of {listed(case.origins)}, so it counts for {neither}."


def _say_withdrawn(case: Case) -> str:
    adoption = case.adoption
    assert adoption is not None, "a case is withdrawn by an adoption"
    when = f" on {adoption.by.date}" if adoption.by.date else ""
    adopted = f"{adoption.by.source} adopted the figure of {adoption.origin}{when}"
    if name_key(case.citation.source) == name_key(adoption.by.source):
        return f"Withdrawn: {adopted}."
    return f"Repeats a withdrawn figure: {adopted}."


def _say_incomparable(case: Case) -> str:
    if case.citation.quantity is None:
        return "Counts on no side: it gives no number that could be compared."
    return "Counts on no side: its number cannot be held against the claim."


def _leading(case: Case) -> str:
    """The figure that stands for the origin; by whom, where it is not the origin itself; and when."""
    leader = case.first[0]
    said = "a statement without a number" if leader.quantity is None else quoted(leader.quantity)
    by_whom = [] if name_key(leader.source) == name_key(case.origins[0]) else [leader.source]
    where = ", ".join([*by_whom, *([leader.date] if leader.date else [])])
    return f"{said} ({where})" if where else said


_SAY = {
    "independent": _say_independent,
    "superseded": _say_superseded,
    "echo": _say_echo,
    "own source": _say_own_source,
    "affiliate": _say_affiliate,
    "mixed": _say_mixed,
    "withdrawn": _say_withdrawn,
    "incomparable": _say_incomparable,
}
