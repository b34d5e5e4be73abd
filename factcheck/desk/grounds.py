"""What is the agreement of a recorded claim computed from?

Everything that bears on one claim, gathered once: its number, what it counts, its
claimant with the affiliates, and its citations with what was declared of each. From the
same grounds a score is computed, explained, and asked "what if" without recording anything.
Of many claims, what was declared and decided is read once, and who vouches for them looked up once.

Callers: `dossiers.py`, `scoring.py`, `supposing.py`, `sweeps.py`, and whatever judges one claim.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from factcheck.agreement.constants import DEFAULTS, Constants, changed, with_settings
from factcheck.agreement.likeness import Measurand
from factcheck.agreement.pool import NO_RECORDS
from factcheck.agreement.score import Assessment, agree, assess, judge
from factcheck.ledger.citations import Attached, Cited, attached_to
from factcheck.ledger.claims import Filed
from factcheck.ledger.derivations import decided, with_parents
from factcheck.ledger.measurands import declared, with_terms
from factcheck.ledger.settings import settings
from factcheck.ledger.sources import get_source, resolve
from factcheck.ledger.store import Ledger
from factcheck.model import Agreement, Citation, Claim, Document, Quantity, Setting, Source

Pairs = tuple[tuple[str, str], ...]
_VOICES_AT_HAND = 1000  # of sources and outlets


@dataclass(frozen=True, slots=True)
class Grounds:
    """The arguments of one assessment. `affiliations` are pairs of names that speak as one.

    `attached` are all citations that the claim ever had, as recorded: nothing is computed from them.
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
    cited = Cited(filed, document.publisher, attached_to(ledger, filed.claim.id))
    return grounding(ledger, [filed.claim.id])(cited, document.text)


def grounding(ledger: Ledger, ids: Sequence[str] | None = None) -> Callable[[Cited, str], Grounds]:
    """What makes the grounds of each of these claims, or of any, given the text of its document.

    Where that is empty, nothing is known of the words around the number.
    """
    terms, parents = declared(ledger, ids), decided(ledger, ids)

    @lru_cache(maxsize=_VOICES_AT_HAND)
    def voice(source: str | None, name: str | None) -> tuple[str | None, Pairs]:
        own = _claimant(ledger, source, name)
        return own.name if own else None, _affiliations_of(ledger, own)

    def ground(cited: Cited, text: str) -> Grounds:
        claim = with_terms(cited.filed.claim, terms)
        standing = (one.citation for one in cited.attached if not one.withdrawn)
        citations = tuple(with_parents(with_terms(one, terms), parents) for one in standing)
        own, affiliations = voice(cited.filed.source, _credited(claim, cited.publisher))
        return Grounds(claim, own, citations, affiliations, _measurand(claim, text), cited.attached)

    return ground


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


def _measurand(claim: Claim, text: str) -> Measurand:
    """What a claim counts, by what was declared of it and by the words around it."""
    around = claim.sentence_span.of(text)
    return Measurand(claim.measure, claim.place, claim.period, claim.quantity.counted, around)


def _credited(claim: Claim, publisher: str | None) -> str | None:
    """The name that vouches for a claim: for the article's own voice, the outlet that prints it."""
    said = claim.attribution
    return publisher if said.type == "none" else said.canonical or said.source


def _claimant(ledger: Ledger, source: str | None, name: str | None) -> Source | None:
    """Who vouches for a claim: the source that it has, or whoever goes by this name."""
    if source is not None:
        return get_source(ledger, source)
    if name is None:
        return None
    return resolve(ledger, name, suggest=False).source or Source(id="", name=name)


def _affiliations_of(ledger: Ledger, own: Source | None) -> Pairs:
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
