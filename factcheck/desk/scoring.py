"""How are the scores kept that lists sort and filter by?

A kept score is derived: computed from the records under the model of this ledger, with the
name of that model beside it. Whoever changes evidence has its claims scored again in the
same transaction; whoever changes the model, every claim that has evidence.

Callers: the modules of `desk` that change evidence or the model; cli.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache

from factcheck.agreement.constants import Constants, model_name
from factcheck.desk.grounds import Grounds, affiliations_of, claimant, measurand_of, model_of, score
from factcheck.ledger.agreements import put_agreements
from factcheck.ledger.citations import Cited, cited_claims
from factcheck.ledger.derivations import decided, with_parents
from factcheck.ledger.measurands import declared, with_terms
from factcheck.ledger.sources import get_source
from factcheck.ledger.store import Change, Ledger
from factcheck.model import Agreement, Source

Progress = Callable[[int], None]


def rescore(change: Change, ids: Sequence[str] | None = None, progress: Progress | None = None) -> int:
    """Keep the agreement of these claims, or of all with evidence, as it now is; how many differ.

    `progress` is told how many claims are done, after each.
    """
    constants = model_of(change.ledger).constants
    scored = _scored(change.ledger, constants, ids, progress)
    return put_agreements(change, scored, model=model_name(constants))


def _scored(
    ledger: Ledger, constants: Constants, ids: Sequence[str] | None, progress: Progress | None
) -> Iterator[tuple[str, Agreement]]:
    """Each claim with its agreement. Names and affiliations are looked up once for the whole run."""
    terms, parents = declared(ledger, ids), decided(ledger, ids)

    @cache
    def source_of(source_id: str) -> Source:
        return get_source(ledger, source_id)

    @cache
    def pairs_of(own: Source) -> tuple[tuple[str, str], ...]:
        return affiliations_of(ledger, own)

    def grounds_of(cited: Cited) -> Grounds:
        filed = cited.filed
        claim = with_terms(filed.claim, terms)
        own = source_of(filed.source) if filed.source else claimant(ledger, filed, cited.publisher)
        citations = tuple(with_parents(with_terms(one, terms), parents) for one in cited.citations)
        pairs = pairs_of(own) if own else ()
        return Grounds(claim, own.name if own else None, citations, pairs, measurand_of(claim))

    for done, cited in enumerate(cited_claims(ledger, ids), start=1):
        yield cited.filed.claim.id, score(grounds_of(cited), constants)
        if progress is not None:
            progress(done)
