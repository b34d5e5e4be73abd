"""Which claims fall short of what a newsroom asks of them before it prints?

A profile, or a list of conditions, is held against every claim that stands (`review.profiles`).
A claim that was decided on another band than it has now is one of the things to ask for.

Callers: cli.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.desk.dossiers import dossier
from factcheck.desk.lists import listed
from factcheck.ledger.store import Ledger
from factcheck.model import Dossier, Judged, State
from factcheck.review.profiles import Checked, Failure, Rule, Shown, conditions_named, failures, profile_named


def rules_named(fail_on: str | None, profile: str | None) -> tuple[Rule, ...]:
    """The rules of a profile, of a list of conditions, or of both; else that nothing is open."""
    found = (*(profile_named(profile) if profile else ()), *(conditions_named(fail_on) if fail_on else ()))
    return tuple({rule.name: rule for rule in found}.values()) or conditions_named("open")


def check(
    ledger: Ledger, rules: Sequence[Rule], who: str, *, document: str | None = None
) -> tuple[Failure, ...]:
    """Where which rule is not met, claim by claim, in the order of recording."""
    return failures(_checked(ledger, who, document), rules)


def _checked(ledger: Ledger, who: str, document: str | None) -> Iterator[Checked]:
    for line in listed(ledger, document=document):
        told = dossier(ledger, line.id, who=who)
        yield Checked(
            claim=told.claim.id,
            state=told.state or State("open"),
            band=told.agreement.band,
            independent=told.agreement.independent,
            corroborates=told.agreement.corroborates,
            conflicts=told.agreement.conflicts,
            citations=tuple(_shown(judged) for judged in told.citations),
            because=_because(told),
        )


def _shown(judged: Judged) -> Shown:
    citation, anchor = judged.citation, judged.anchor
    return Shown(
        id=citation.id,
        source=citation.source,
        url=citation.url,
        archive=anchor.archive if anchor else None,
        locator=anchor.locator if anchor else None,
        derived=bool(citation.derived_from),
        counted=judged.standing.counted,
    )


def _because(told: Dossier) -> str | None:
    """The reason that was given with the verdict that stands."""
    if told.state is None:
        return None
    return next((one.because for one in told.decisions if one.id in told.state.readings), None)
