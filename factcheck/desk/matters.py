"""Which claims of this ledger speak of one matter?

Those of one declared measure that share evidence, or that a person declared to be of the
same place and period; also by way of a third. Nothing else makes two claims one matter: two
tolls of one measure may be of two disasters.

Callers: `findings.py`, `track_records.py`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from factcheck.agreement.provenance import name_key
from factcheck.desk.grounds import Grounds
from factcheck.desk.sweeps import sweep
from factcheck.ledger.documents import get_document
from factcheck.ledger.store import Ledger
from factcheck.model import Claim, Document

DOCUMENTS_AT_HAND = 16  # the claims of one document mostly follow each other
Mark = tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class Member:
    """A claim with its evidence, and where, when and in which sentence it was printed."""

    grounds: Grounds
    document: str
    outlet: str | None
    date: str | None
    sentence: str = ""

    @property
    def claim(self) -> Claim:
        """The claim, with what was declared of it."""
        return self.grounds.claim

    @property
    def marks(self) -> frozenset[Mark]:
        """By what it is known to be of the same matter as another; nothing without a declared measure."""
        if not self.claim.measure:
            return frozenset()
        measure, place, period = name_key(self.claim.measure), self.claim.place, self.claim.period
        evidence: set[Mark] = {
            (measure, one.source, one.passage, one.date, one.url)
            for one in self.grounds.citations
            if one.date or one.url
        }
        return frozenset(evidence | ({(measure, name_key(place), period)} if place and period else set()))


def members(ledger: Ledger, measure: str | None = None, ids: Sequence[str] | None = None) -> Iterator[Member]:
    """The claims that have evidence, or these, as far as they are of one measure, if one is named."""

    @lru_cache(maxsize=DOCUMENTS_AT_HAND)
    def document_of(document_id: str) -> Document:
        return get_document(ledger, document_id)

    for swept in sweep(ledger, ids):
        if measure is None or name_key(swept.grounds.claim.measure or "") == name_key(measure):
            document = document_of(swept.filed.document)
            sentence = swept.grounds.claim.sentence_span.of(document.text)
            yield Member(swept.grounds, document.id, document.publisher, document.date, sentence)


def grouped(claims: Sequence[Member]) -> list[list[Member]]:
    """The claims put together that share a mark, also by way of others; all in the order given."""
    by_mark: dict[Mark, list[int]] = {}
    group_of: dict[int, list[int]] = {}
    for place, claim in enumerate(claims):
        known = {id(by_mark[mark]): by_mark[mark] for mark in claim.marks if mark in by_mark}
        home, *merged = sorted(known.values(), key=min) or [[]]
        joining = [place, *(one for group in merged for one in group)]
        home.extend(joining)
        group_of |= dict.fromkeys(joining, home)
        by_mark |= {mark: home for one in joining for mark in claims[one].marks}
    groups = {id(group): sorted(group) for group in group_of.values()}
    return [[claims[place] for place in group] for group in sorted(groups.values())]
