"""Records cease to stand and stand again, with a reason, and nothing is lost."""

from dataclasses import replace

import pytest

from factcheck.desk.citations import Evidence, cite
from factcheck.desk.claims import Publication, add, draft
from factcheck.desk.documents import record, record_all
from factcheck.desk.dossiers import dossier
from factcheck.desk.lists import listed
from factcheck.desk.signature import Signature
from factcheck.desk.withdrawals import restore, withdraw
from factcheck.errors import AskedWrongly, NotFound
from factcheck.ledger.audit import verify
from factcheck.ledger.store import Ledger
from factcheck.reading.files import make_document, read_bytes

PHRASE = "over 900 homes were flooded"
ARTICLE = "The council said 40 bridges were closed. Some 12,000 people fled the valley."


@pytest.fixture
def claim(ledger: Ledger, signed: Signature) -> str:
    """A claim with two citations of it."""
    claim = add(ledger, draft(PHRASE, Publication()), signed, source="the council").id
    cite(ledger, claim, Evidence("Red Crescent", "about 900 homes were flooded"), signed)
    cite(ledger, claim, Evidence("the governor", "150 homes were flooded"), signed)
    return claim


def ids(ledger: Ledger) -> set[str]:
    return {line.id for line in listed(ledger)}


def test_a_withdrawn_citation_counts_for_nothing_until_it_is_restored(
    ledger: Ledger, signed: Signature, claim: str
) -> None:
    governor = next(one for one in dossier(ledger, claim).citations if one.citation.source != "Red Crescent")
    assert dossier(ledger, claim).agreement.band == "contested"
    done = withdraw(ledger, governor.citation.id, "retracted by the paper", signed)
    assert (done.noun, done.claim, done.new) == ("citation", claim, True)
    assert dossier(ledger, claim).agreement.band == "single-source support"
    assert next(listed(ledger)).band == "single-source support"
    restore(ledger, governor.citation.id, "the retraction was for another story", signed)
    assert dossier(ledger, claim).agreement.band == "contested"
    assert verify(ledger) == ()


def test_a_withdrawn_claim_is_in_no_list_and_can_still_be_read(
    ledger: Ledger, signed: Signature, claim: str
) -> None:
    withdraw(ledger, claim, "never printed", signed)
    assert claim not in ids(ledger)
    told = dossier(ledger, claim)
    assert (told.withdrawn, told.amendments[-1].reason) == (True, "never printed")
    restore(ledger, claim, "it was printed", signed)
    assert claim in ids(ledger)


def test_nothing_is_attached_to_a_withdrawn_claim(ledger: Ledger, signed: Signature, claim: str) -> None:
    withdraw(ledger, claim, "never printed", signed)
    with pytest.raises(NotFound, match="was withdrawn") as refused:
        cite(ledger, claim, Evidence("a witness", "900 homes"), signed)
    assert "factcheck restore" in refused.value.hint


def test_a_document_takes_its_claims_with_it_and_brings_back_those_that_went_with_it(
    ledger: Ledger, signed: Signature
) -> None:
    recorded = record(ledger, make_document(ARTICLE), signed)
    bridges, people = (found.id for found in recorded.extract.claims)
    withdraw(ledger, bridges, "a misprint", signed)
    done = withdraw(ledger, recorded.extract.document.id, "the article was withdrawn", signed)
    assert (done.noun, done.claims) == ("document", 1)
    assert not ids(ledger) & {bridges, people}
    restore(ledger, recorded.extract.document.id, "it is back", signed)
    assert ids(ledger) & {bridges, people} == {people}, "what was withdrawn for its own reason stays so"


def test_saying_it_twice_adds_nothing(ledger: Ledger, signed: Signature, claim: str) -> None:
    assert withdraw(ledger, claim, "never printed", signed).new
    events = len(dossier(ledger, claim).history)
    assert not withdraw(ledger, claim, "never printed", signed).new
    assert len(dossier(ledger, claim).history) == events


def test_recording_the_document_again_does_not_bring_a_withdrawn_claim_back(
    ledger: Ledger, signed: Signature
) -> None:
    document = make_document(ARTICLE)
    first = record(ledger, document, signed).extract.claims[0].id
    withdraw(ledger, first, "a misprint", signed)
    assert record(ledger, document, signed).added == 0
    assert first not in ids(ledger)


@pytest.mark.parametrize("verb", [withdraw, restore])
def test_a_reason_is_asked_for(ledger: Ledger, signed: Signature, claim: str, verb) -> None:
    with pytest.raises(AskedWrongly, match="no reason"):
        verb(ledger, claim, "  ", signed)


def test_an_id_that_begins_nothing_is_not_found(ledger: Ledger, signed: Signature, claim: str) -> None:
    with pytest.raises(NotFound, match="no claim, citation or document 'zzz'"):
        withdraw(ledger, "zzz", "why", signed)


def test_whoever_withdraws_is_named(ledger: Ledger, signed: Signature, claim: str) -> None:
    withdraw(ledger, claim, "never printed", replace(signed, who="Bo"))
    assert dossier(ledger, claim).amendments[-1].by == "Bo"


def test_whoever_records_again_what_was_withdrawn_is_told_so(
    ledger: Ledger, signed: Signature, claim: str
) -> None:
    governor = Evidence("the governor", "150 homes were flooded")
    cited = cite(ledger, claim, governor, signed).id
    withdraw(ledger, cited, "retracted", signed)
    assert f"`factcheck restore {cited}`" in cite(ledger, claim, governor, signed).warnings[-1]
    withdraw(ledger, claim, "never printed", signed)
    added = add(ledger, draft(PHRASE, Publication()), signed, source="the council")
    assert (added.id, added.new) == (claim, False)
    assert f"`factcheck restore {claim}`" in added.warnings[-1]
    reading = read_bytes(ARTICLE.encode(), name="a.txt")
    (told,) = record_all(ledger, [reading], lambda: signed)
    assert told.warnings == ()
    withdraw(ledger, told.extract.document.id, "a hoax", signed)
    (told,) = record_all(ledger, [reading], lambda: signed)
    assert f"`factcheck restore {told.extract.document.id}`" in told.warnings[0]
    assert ids(ledger) == set()
