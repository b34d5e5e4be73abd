"""How do the records of another ledger arrive in this one?

From an export of records, in its order, all in one change or nothing. A record that is here
already adds nothing; one that is here otherwise stays as it is here, as ever. Decisions and
declarations arrive with the names and times that they were made with; decisions are held
against the rules: one that they would have refused is refused with the whole file.

Callers: cli.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache

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
from factcheck.ledger.anchors import add_anchors
from factcheck.ledger.citations import add_citations
from factcheck.ledger.claims import add_all_claims
from factcheck.ledger.decisions import add_decision, set_scale
from factcheck.ledger.derivations import add_decided
from factcheck.ledger.documents import add_documents
from factcheck.ledger.judgements import Judgement, judge
from factcheck.ledger.measurands import add_declared
from factcheck.ledger.originals import add_original
from factcheck.ledger.settings import add_setting
from factcheck.ledger.sources import add_source, affiliate, register
from factcheck.ledger.store import Change, Ledger
from factcheck.model import Claim, Decision, Document, Setting, Source

FROM = "imported"
AT_ONCE = 2_000  # records, or thousands of characters, that are filed together


@dataclass(slots=True)
class Arrived:
    """What an import of records brought: how many there were, and how many of them are new."""

    records: int = 0
    new: int = 0


@dataclass(slots=True)
class _Waiting:
    """Records that arrived and are not filed yet: documents with their claims, and what is said of them.

    `size` is about how much memory they take: 1 a record, and 1 for each thousand characters of a text.
    """

    size: int = 0
    documents: list[Document] = field(default_factory=list)
    originals: list[Made] = field(default_factory=list)
    claims: dict[str, list[tuple[Claim, str | None]]] = field(default_factory=dict)
    citations: list[Attached] = field(default_factory=list)
    anchors: list[Placed] = field(default_factory=list)
    said: list[Declared | Derived | Decision] = field(default_factory=list)


@dataclass(slots=True)
class _Arriving:
    """An import under way: what waits, what has to come last, and which claims to look at then."""

    change: Change
    source_of: Callable[[str], str]
    new: int = 0
    waiting: _Waiting = field(default_factory=_Waiting)
    affiliations: list[tuple[str, str]] = field(default_factory=list)
    concerned: dict[str, None] = field(default_factory=dict)
    decided: dict[str, None] = field(default_factory=dict)


def import_records(
    ledger: Ledger, records: Iterable[Record], signature: Signature, *, dry_run: bool = False
) -> Arrived:
    """Take in the records of an export, some documents with all that is said of them at a time.

    A dry run does all of it and keeps nothing.
    """
    done = Arrived()
    with signature.change(ledger, "import") as change:
        arriving = _Arriving(change, cache(lambda name: register(change, name).id))
        for record in records:
            done.records += 1
            _take_in(arriving, record)
        _file(arriving)
        for one, other in arriving.affiliations:
            arriving.new += affiliate(change, one, other)
        refuse_unlawful(ledger, arriving.decided)
        if dry_run:
            change.discard()
        else:
            refresh(change, list(arriving.concerned))
    done.new = arriving.new
    return done


def _take_in(arriving: _Arriving, record: Record) -> None:
    """File one record, or let it wait."""
    change, waiting = arriving.change, arriving.waiting
    if isinstance(record, Document) and waiting.size >= AT_ONCE:
        _file(arriving)
        waiting = arriving.waiting
    waiting.size += 1
    match record:
        case Setting():
            arriving.new += add_setting(change, record.name, record.value, record.reason)
        case Scaled():
            arriving.new += set_scale(change, record.steps, FROM)
        case Source():
            arriving.new += add_source(change, record)
            arriving.affiliations += [
                (record.id, other) for other in record.affiliations if record.id < other
            ]
        case Judgement():
            _file(arriving)
            pair = (record.one, record.other)
            arriving.new += judge(change, record.noun, pair, same=record.same, reason=record.reason)
        case Document():
            waiting.documents.append(record)
            waiting.size += len(record.text) // 1000
        case Made():
            waiting.originals.append(record)
        case Filed():
            waiting.claims.setdefault(record.document, []).append((record.claim, record.source))
        case _:
            arriving.concerned[record.claim] = None
            _let_wait(waiting, record)


def _let_wait(waiting: _Waiting, record: Attached | Placed | Declared | Derived | Decision) -> None:
    """Keep what was said of a claim until the claim is there."""
    match record:
        case Attached():
            waiting.citations.append(record)
        case Placed():
            waiting.anchors.append(record)
        case _:
            waiting.said.append(record)


def _file(arriving: _Arriving) -> None:
    """Add what waits, in an order in which every reference points back."""
    change, waiting, source_of = arriving.change, arriving.waiting, arriving.source_of
    arriving.waiting = _Waiting()
    read = [(document, waiting.claims.get(document.id, ())) for document in waiting.documents]
    cited = [(one.claim, one.citation, source_of(one.citation.source)) for one in waiting.citations]
    arriving.new += len(add_documents(change, waiting.documents, reader=change.version))
    arriving.new += sum(add_original(change, one.document, one.original) for one in waiting.originals)
    arriving.new += sum(add_all_claims(change, read))
    arriving.new += add_citations(change, cited)
    arriving.new += add_anchors(change, [(one.citation, one.anchor) for one in waiting.anchors])
    arriving.new += sum(_said(arriving, one) for one in waiting.said)


def _said(arriving: _Arriving, record: Declared | Derived | Decision) -> bool:
    """Add what was declared or decided; whether it is new."""
    change = arriving.change
    match record:
        case Declared():
            terms = (record.measure, record.place, record.period)
            made = (record.at, record.by)
            return add_declared(change, record.claim, record.citation, terms, made)
        case Derived():
            of = (record.claim, record.citation, record.parent)
            return add_decided(change, of, record.accepted, record.reason, (record.at, record.by))
        case Decision():
            arriving.decided[record.claim] = None
            return add_decision(change, record)
