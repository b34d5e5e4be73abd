"""From what is the agreement of many claims computed, gathered in one go?

The same grounds as of one claim (`grounds.py`), but what people declared and decided, the
names of sources and their affiliations are looked up once for the whole run, and claims are
read a few hundred at a time.

Callers: the modules of `desk` that look at more than one claim.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from factcheck.desk.grounds import Grounds, Pairs, affiliations_of, claimant, measurand_of
from factcheck.ledger.citations import cited_claims
from factcheck.ledger.claims import Filed
from factcheck.ledger.derivations import decided, with_parents
from factcheck.ledger.measurands import declared, with_terms
from factcheck.ledger.sources import get_source
from factcheck.ledger.store import Ledger
from factcheck.model import Source


@dataclass(frozen=True, slots=True)
class Swept:
    """A claim as filed, who published its document, and the grounds of its agreement.

    The words around the claim are left out, so its measurand raises no doubts.
    """

    filed: Filed
    publisher: str | None
    grounds: Grounds


def sweep(ledger: Ledger, ids: Sequence[str] | None = None) -> Iterator[Swept]:
    """The claims with these ids, or all that have citations, in the order of recording."""
    terms, parents = declared(ledger, ids), decided(ledger, ids)

    @cache
    def source_of(source_id: str) -> Source:
        return get_source(ledger, source_id)

    @cache
    def pairs_of(own: Source) -> Pairs:
        return affiliations_of(ledger, own)

    for cited in cited_claims(ledger, ids):
        filed = cited.filed
        claim = with_terms(filed.claim, terms)
        own = source_of(filed.source) if filed.source else claimant(ledger, filed, cited.publisher)
        citations = tuple(with_parents(with_terms(one, terms), parents) for one in cited.citations)
        pairs = pairs_of(own) if own else ()
        grounds = Grounds(claim, own.name if own else None, citations, pairs, measurand_of(claim))
        yield Swept(filed, cited.publisher, grounds)
