"""What is the agreement of a recorded claim computed from?

Everything that bears on one claim, gathered once: its number, what it counts, its
claimant with the affiliates, and its citations with what was declared of each. From the
same grounds a score is computed, explained, and asked "what if" without recording anything.

Callers: `dossiers.py`, `scoring.py`, `supposing.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from factcheck.agreement.constants import DEFAULTS, Constants, changed, with_settings
from factcheck.agreement.likeness import Measurand
from factcheck.agreement.pool import NO_RECORDS
from factcheck.agreement.score import Assessment, agree, assess, judge
from factcheck.ledger.citations import Attached, attached_to
from factcheck.ledger.claims import Filed
from factcheck.ledger.derivations import decided, with_parents
from factcheck.ledger.measurands import declared, with_terms
from factcheck.ledger.settings import settings
from factcheck.ledger.sources import get_source, resolve
from factcheck.ledger.store import Ledger
from factcheck.model import Agreement, Citation, Claim, Document, Quantity, Setting, Source

Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Grounds:
    """The arguments of one assessment. `affiliations` are pairs of names that speak as one.

    `attached` are all citations that the claim ever had, as recorded: nothing is computed from them,
    and where many claims are swept they are left out.
    """

    claim: Claim
    own_source: str | None
    citations: tuple[Citation, ...]
    affiliations: Pairs
    measurand: Measurand
    attached: tuple[Attached, ...] = ()


@dataclass(frozen=True, slots=True)
class Model:
    """The constants that a ledger judges with, and the settings by which they differ from the defaults."""

    constants: Constants = DEFAULTS
    settings: tuple[Setting, ...] = ()


def model_of(ledger: Ledger) -> Model:
    """The model of this ledger: the defaults, but for what somebody has set."""
    held = settings(ledger)
    constants = with_settings(held)
    differing = set(changed(constants))
    return Model(constants, tuple(setting for setting in held if setting.name in differing))


def grounds_of(ledger: Ledger, filed: Filed, document: Document) -> Grounds:
    """The grounds of a recorded claim, as the ledger has them now."""
    terms, parents = declared(ledger, [filed.claim.id]), decided(ledger, [filed.claim.id])
    claim, attached = with_terms(filed.claim, terms), attached_to(ledger, filed.claim.id)
    cited = (one.citation for one in attached if not one.withdrawn)
    own = claimant(ledger, filed, document.publisher)
    return Grounds(
        claim=claim,
        own_source=own.name if own else None,
        citations=tuple(with_parents(with_terms(one, terms), parents) for one in cited),
        affiliations=affiliations_of(ledger, own),
        measurand=measurand_of(claim, document.text),
        attached=attached,
    )


def weigh(grounds: Grounds, constants: Constants, records: Mapping[str, float] = NO_RECORDS) -> Assessment:
    """The assessment of these grounds; `records` are the track records of sources, where a ledger asks."""
    return assess(*_arguments(grounds), constants, records)


def score(grounds: Grounds, constants: Constants) -> Agreement:
    """Their agreement alone, which takes less time."""
    return agree(judge(*_arguments(grounds), constants), constants)


Arguments = tuple[Quantity, str | None, tuple[Citation, ...], Pairs, Measurand]


def _arguments(grounds: Grounds) -> Arguments:
    return (
        grounds.claim.quantity,
        grounds.own_source,
        grounds.citations,
        grounds.affiliations,
        grounds.measurand,
    )


def measurand_of(claim: Claim, text: str | None = None) -> Measurand:
    """What a claim counts, by what was declared of it and, given its text, by the words around it."""
    return Measurand(
        claim.measure,
        claim.place,
        claim.period,
        claim.quantity.counted,
        claim.sentence_span.of(text) if text is not None else "",
    )


def claimant(ledger: Ledger, filed: Filed, publisher: str | None) -> Source | None:
    """Who vouches for the claim: its source; for the article's own voice, the outlet that prints it."""
    if filed.source is not None:
        return get_source(ledger, filed.source)
    said = filed.claim.attribution
    name = publisher if said.type == "none" else said.canonical or said.source
    if name is None:
        return None
    return resolve(ledger, name, suggest=False).source or Source(id="", name=name)


def affiliations_of(ledger: Ledger, own: Source | None) -> Pairs:
    """The declared affiliations that chain to this source, as pairs of names."""
    if own is None:
        return ()
    pairs, seen, fresh = [], {own.id}, [own]
    while fresh:
        one = fresh.pop()
        for other_id in one.affiliations:
            other = get_source(ledger, other_id)
            pairs.append((one.name, other.name))
            if other_id not in seen:
                seen.add(other_id)
                fresh.append(other)
    return tuple(pairs)
