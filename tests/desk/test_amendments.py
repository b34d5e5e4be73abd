"""What was recorded wrongly is put right beside what was there before."""

import pytest

from factcheck.desk.amendments import CitationAmendment, ClaimAmendment, amend_citation, amend_claim
from factcheck.desk.citations import Evidence, cite
from factcheck.desk.claims import Publication, add, draft
from factcheck.desk.dossiers import dossier
from factcheck.desk.lists import listed
from factcheck.desk.signature import Signature
from factcheck.errors import AskedWrongly
from factcheck.ledger.audit import verify
from factcheck.ledger.store import Ledger


@pytest.fixture
def claim(ledger: Ledger, signed: Signature) -> str:
    claim = add(ledger, draft("over 900 homes were flooded", Publication()), signed, source="the council").id
    cite(ledger, claim, Evidence("Red Crescent", "about 900 homes were flooded"), signed)
    return claim


def citation_of(ledger: Ledger, claim: str) -> str:
    return dossier(ledger, claim).citations[0].citation.id


def test_an_amended_number_is_judged_and_the_printed_words_stay(
    ledger: Ledger, signed: Signature, claim: str
) -> None:
    amend_claim(ledger, claim, ClaimAmendment(figure="over 9,000 homes"), "a digit was lost", signed)
    told = dossier(ledger, claim)
    assert (told.claim.id, told.claim.phrase, str(told.claim.quantity.low)) == (
        claim,
        "over 900 homes",
        "9000",
    )
    assert told.agreement.band == "disputed by one source"
    [amendment] = told.amendments
    assert (amendment.reason, amendment.by) == ("a digit was lost", "Test Desk")
    assert ("low", "900", "9000") in [(one.part, one.before, one.now) for one in amendment.changes]
    assert verify(ledger) == ()


def test_an_amended_source_is_the_one_that_lists_file_the_claim_under(
    ledger: Ledger, signed: Signature, claim: str
) -> None:
    amend_claim(ledger, claim, ClaimAmendment(source="the mayor"), "misheard", signed)
    assert dossier(ledger, claim).source == "mayor"
    amend_claim(ledger, claim, ClaimAmendment(source=""), "nobody was credited", signed)
    told = dossier(ledger, claim)
    assert (told.source, told.claim.attribution.type) == (None, "none")


def test_amendments_add_up(ledger: Ledger, signed: Signature, claim: str) -> None:
    amend_claim(ledger, claim, ClaimAmendment(figure="over 950 homes"), "misread", signed)
    amend_claim(ledger, claim, ClaimAmendment(counted="houses"), "the word is houses", signed)
    quantity = dossier(ledger, claim).claim.quantity
    assert (str(quantity.low), quantity.counted) == ("950", "houses")


def test_an_amended_citation_is_read_anew_and_scored(ledger: Ledger, signed: Signature, claim: str) -> None:
    citation = citation_of(ledger, claim)
    amendment = CitationAmendment(passage="about 90 homes were flooded", source="Red Cross", date="2024-05")
    done = amend_citation(ledger, citation, amendment, "the copy was wrong", signed)
    assert (done.claim, done.new) == (claim, True)
    [judged] = dossier(ledger, claim).citations
    assert (judged.citation.source, judged.citation.date) == ("Red Cross", "2024-05")
    assert judged.relation.label == "conflicts"
    assert next(listed(ledger)).band == "disputed by one source"


def test_what_a_citation_was_taken_from_can_be_amended_and_taken_back(
    ledger: Ledger, signed: Signature, claim: str
) -> None:
    citation = citation_of(ledger, claim)
    amend_citation(ledger, citation, CitationAmendment(derived_from=("council",)), "it says so", signed)
    assert dossier(ledger, claim).citations[0].standing.status == "echo"
    amend_citation(ledger, citation, CitationAmendment(derived_from=("",)), "it does not", signed)
    assert dossier(ledger, claim).citations[0].standing.status == "independent"


@pytest.mark.parametrize(
    ("amendment", "says"),
    [
        (CitationAmendment(), "nothing is amended"),
        (CitationAmendment(passage="many homes"), "no number"),
        (CitationAmendment(date="16 Dec 2019"), "no date"),
        (CitationAmendment(source=" "), "has a source"),
    ],
)
def test_an_amendment_that_makes_no_sense_is_refused_and_leaves_all_as_it_was(
    ledger: Ledger, signed: Signature, claim: str, amendment: CitationAmendment, says: str
) -> None:
    before = dossier(ledger, claim)
    with pytest.raises(AskedWrongly, match=says):
        amend_citation(ledger, citation_of(ledger, claim), amendment, "why", signed)
    assert dossier(ledger, claim) == before


def test_an_amendment_without_a_reason_is_refused(ledger: Ledger, signed: Signature, claim: str) -> None:
    with pytest.raises(AskedWrongly, match="no reason"):
        amend_claim(ledger, claim, ClaimAmendment(figure="over 9,000 homes"), "", signed)


def test_amending_to_what_holds_adds_nothing(ledger: Ledger, signed: Signature, claim: str) -> None:
    assert amend_claim(ledger, claim, ClaimAmendment(figure="over 950 homes"), "misread", signed).new
    assert not amend_claim(ledger, claim, ClaimAmendment(figure="over 950 homes"), "misread", signed).new
