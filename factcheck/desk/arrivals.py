"""How do the records of another ledger arrive in this one?

From an export of records, in its order, all in one change or nothing. A record that is here
already adds nothing; one that is here otherwise stays as it is here, as ever. Decisions
arrive with the names and times that they were made with, and are held against the rules:
one that they would have refused is refused with the whole file.

Callers: cli.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from factcheck.desk.reviews import refuse_unlawful
from factcheck.desk.signature import Signature
from factcheck.desk.states import refresh
from factcheck.exchange.transfer.records import (
    Attached,
    Declared,
    Derived,
    Filed,
    Made,
    Placed,
    Record,
    Scaled,
)
from factcheck.ledger.anchors import add_anchor
from factcheck.ledger.citations import add_citation
from factcheck.ledger.claims import add_claims
from factcheck.ledger.decisions import add_decision, set_scale
from factcheck.ledger.derivations import decide
from factcheck.ledger.documents import add_document
from factcheck.ledger.judgements import Judgement, judge
from factcheck.ledger.measurands import declare
from factcheck.ledger.originals import add_original
from factcheck.ledger.settings import add_setting
from factcheck.ledger.sources import add_source, affiliate, register
from factcheck.ledger.store import Change, Ledger
from factcheck.model import Claim, Decision, Document, Setting, Source

FROM = "imported"


@dataclass(slots=True)
class Arrived:
    """What an import of records brought: how many there were, and how many of them are new."""

    records: int = 0
    new: int = 0
    claims: dict[str, None] = field(default_factory=dict)


@dataclass(slots=True)
class _Arriving:
    """The document whose claims are arriving, and what has to wait until all sources are there."""

    change: Change
    done: Arrived
    document: Document | None = None
    claims: list[tuple[Claim, str | None]] = field(default_factory=list)
    affiliations: list[tuple[str, str]] = field(default_factory=list)


def import_records(ledger: Ledger, records: Iterable[Record], signature: Signature) -> Arrived:
    """Take in the records of an export; a document with its claims at a time."""
    with signature.change(ledger, "import") as change:
        arriving = _Arriving(change, Arrived())
        for record in records:
            arriving.done.records += 1
            _take_in(arriving, record)
        _file(arriving)
        for one, other in arriving.affiliations:
            arriving.done.new += affiliate(change, one, other)
        claims = list(arriving.done.claims)
        refuse_unlawful(ledger, claims)
        refresh(change, claims)
    return arriving.done


def _take_in(arriving: _Arriving, record: Record) -> None:
    change, done = arriving.change, arriving.done
    if not isinstance(record, Filed | Made):
        _file(arriving)
    match record:
        case Setting():
            done.new += add_setting(change, record.name, record.value, record.reason)
        case Scaled():
            done.new += set_scale(change, record.steps, FROM)
        case Source():
            done.new += add_source(change, record)
            arriving.affiliations += [
                (record.id, other) for other in record.affiliations if record.id < other
            ]
        case Document():
            done.new += add_document(change, record, reader=change.version)
            arriving.document = record
        case Made():
            done.new += add_original(change, record.document, record.original)
        case Filed():
            arriving.claims.append((record.claim, record.source))
            done.claims[record.claim.id] = None
        case Judgement():
            pair = (record.one, record.other)
            done.new += judge(change, record.noun, pair, same=record.same, reason=record.reason)
        case _:
            done.new += _said(change, record)


def _said(change: Change, record: Attached | Placed | Declared | Derived | Decision) -> bool:
    """Take in what was said of a claim; whether it is new."""
    match record:
        case Attached():
            source = register(change, record.citation.source)
            return add_citation(change, record.claim, record.citation, source_id=source.id)
        case Placed():
            return add_anchor(change, record.citation, record.anchor)
        case Declared():
            terms = (record.measure, record.place, record.period)
            return declare(change, record.claim, terms, citation_id=record.citation)
        case Derived():
            return decide(
                change, record.claim, record.citation, record.parent, record.accepted, record.reason
            )
        case Decision():
            return add_decision(change, record)


def _file(arriving: _Arriving) -> None:
    """Add the claims that arrived of the document before them."""
    if arriving.claims and arriving.document is not None:
        arriving.done.new += add_claims(arriving.change, arriving.document, arriving.claims)
    arriving.claims = []
