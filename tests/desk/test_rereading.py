"""A better reader changes what it reads otherwise, and leaves what people worked on."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from factcheck.desk.amendments import ClaimAmendment, amend_claim
from factcheck.desk.citations import Evidence, cite
from factcheck.desk.documents import record
from factcheck.desk.dossiers import dossier
from factcheck.desk.lists import listed
from factcheck.desk.redactions import redact
from factcheck.desk.rereading import record_again
from factcheck.desk.reviews import Act, decide
from factcheck.desk.signature import Signature
from factcheck.desk.withdrawals import withdraw
from factcheck.errors import AskedWrongly
from factcheck.language.claims import extract
from factcheck.ledger.audit import verify
from factcheck.ledger.store import Ledger
from factcheck.model import Claim, Document, Extract
from factcheck.reading.files import make_document
from tests.ledger.given import counts

ARTICLE = "The council said 40 bridges were closed. Some 12,000 people fled the valley."
Reader = Callable[[Document], Extract]


@pytest.fixture
def document(ledger: Ledger, signed: Signature) -> Document:
    document = make_document(ARTICLE)
    record(ledger, document, signed)
    return document


def reading(change: Callable[[tuple[Claim, ...]], tuple[Claim, ...]]) -> Reader:
    """A reader that reads as ours does, but for one thing."""
    return lambda document: replace(extract(document), claims=change(extract(document).claims))


def hedged(claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    first, *rest = claims
    return (replace(first, quantity=replace(first.quantity, hedge="about")), *rest)


only_first = reading(lambda claims: claims[:1])
with_hedge = reading(hedged)


def ids(ledger: Ledger) -> list[str]:
    return [line.id for line in listed(ledger)]


def test_the_same_reader_changes_nothing(ledger: Ledger, signed: Signature, document: Document) -> None:
    before = counts(ledger)
    done = record_again(ledger, document.id, signed)
    assert (done.unchanged, done.moved, counts(ledger)) == (2, (), before)


def test_a_claim_read_otherwise_keeps_its_id_its_evidence_and_its_decisions(
    ledger: Ledger, signed: Signature, document: Document
) -> None:
    first = ids(ledger)[0]
    cite(ledger, first, Evidence("Daily Marn", "40 bridges"), signed)
    decide(ledger, first, Act("note", because="seen in print"), signed)
    done = record_again(ledger, document.id, signed, read=with_hedge)
    assert [(one.id, one.what) for one in done.moved] == [(first, "read otherwise: number")]
    told = dossier(ledger, first)
    assert (told.claim.quantity.hedge, len(told.citations), len(told.decisions)) == ("about", 1, 1)
    assert record_again(ledger, document.id, signed, read=with_hedge).moved == ()
    assert verify(ledger) == ()


def test_what_is_read_no_more_is_withdrawn_and_comes_back_when_it_is_read_again(
    ledger: Ledger, signed: Signature, document: Document
) -> None:
    first, second = ids(ledger)
    done = record_again(ledger, document.id, signed, read=only_first)
    assert [(one.id, one.what) for one in done.moved] == [(second, "read no more; withdrawn")]
    assert ids(ledger) == [first]
    record_again(ledger, document.id, signed)
    assert ids(ledger) == [first, second]
    assert verify(ledger) == ()


def test_what_people_worked_on_is_left_and_listed(
    ledger: Ledger, signed: Signature, document: Document
) -> None:
    first, second = ids(ledger)
    amend_claim(ledger, first, ClaimAmendment(figure="41 bridges"), "misprint", signed)
    cite(ledger, second, Evidence("Daily Marn", "12,000 people"), signed)
    done = record_again(ledger, document.id, signed, read=reading(lambda claims: hedged(claims)[:1]))
    assert {one.id: one.what.split(";")[0].split(" as ")[0] for one in done.moved} == {
        first: "left",
        second: "read no more",
    }
    assert dossier(ledger, first).claim.quantity.point == Decimal(41)
    assert second in ids(ledger)


def test_what_a_person_withdrew_stays_withdrawn(
    ledger: Ledger, signed: Signature, document: Document
) -> None:
    first, second = ids(ledger)
    withdraw(ledger, first, "a misprint", signed)
    record_again(ledger, document.id, signed)
    assert ids(ledger) == [second]


def test_a_claim_that_is_new_is_added(ledger: Ledger, signed: Signature) -> None:
    document = make_document(ARTICLE)
    record(ledger, document, signed)
    record_again(ledger, document.id, signed, read=only_first)
    assert len(ids(ledger)) == 1
    assert [one.what for one in record_again(ledger, document.id, signed).moved] == [
        "read again; stands again"
    ]


def test_a_redacted_text_is_not_read_again(ledger: Ledger, signed: Signature, document: Document) -> None:
    redact(ledger, document.id, "a court ordered it", signed)
    with pytest.raises(AskedWrongly, match="was redacted"):
        record_again(ledger, document.id, signed)
