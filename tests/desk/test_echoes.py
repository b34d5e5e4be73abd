"""A suggestion changes nothing; a decision makes an echo, and another decision unmakes it."""

import pytest

from factcheck.desk.citations import Evidence, cite
from factcheck.desk.claims import Publication, add, draft
from factcheck.desk.dossiers import dossier
from factcheck.desk.echoes import settle, suggest
from factcheck.desk.signature import Signature
from factcheck.errors import AskedWrongly
from factcheck.ledger.store import Ledger


@pytest.fixture
def claim(ledger: Ledger, signed: Signature) -> str:
    added = add(ledger, draft("over 1,500 protesters were killed", Publication()), signed, source="MEK")
    cite(ledger, added.id, Evidence("Reuters", "about 1,500 people were killed"), signed)
    return added.id


def copy_of_reuters(ledger: Ledger, claim: str, signed: Signature) -> str:
    passage = "about 1,500 people were killed, according to Reuters"
    return cite(ledger, claim, Evidence("The Gazette", passage), signed).id


def independent(ledger: Ledger, claim: str) -> int:
    return dossier(ledger, claim).agreement.independent


def test_a_credit_in_the_passage_is_suggested_and_changes_nothing(
    ledger: Ledger, signed: Signature, claim: str
) -> None:
    copy = copy_of_reuters(ledger, claim, signed)
    assert [one.echo.citation for one in suggest(ledger, claim)] == [copy]
    assert independent(ledger, claim) == 2


def test_an_accepted_suggestion_makes_an_echo_and_is_suggested_no_more(
    ledger: Ledger, signed: Signature, claim: str
) -> None:
    copy = copy_of_reuters(ledger, claim, signed)
    assert settle(ledger, copy[:6], signed, accepted=True).new
    assert independent(ledger, claim) == 1
    assert list(suggest(ledger)) == []


def test_a_rejected_suggestion_leaves_the_citation_independent(
    ledger: Ledger, signed: Signature, claim: str
) -> None:
    copy = copy_of_reuters(ledger, claim, signed)
    settle(ledger, copy, signed, accepted=False, reason="It has its own count.")
    assert independent(ledger, claim) == 2
    assert list(suggest(ledger)) == []


def test_a_derivation_that_nobody_suggested_needs_its_origin(
    ledger: Ledger, signed: Signature, claim: str
) -> None:
    other = cite(ledger, claim, Evidence("The Herald", "about 1,490 died"), signed).id
    with pytest.raises(AskedWrongly, match="nothing is suggested"):
        settle(ledger, other, signed, accepted=True)
    settle(ledger, other, signed, accepted=True, parent="Reuters")
    assert independent(ledger, claim) == 1
    with pytest.raises(AskedWrongly, match="itself"):
        settle(ledger, other, signed, accepted=True, parent=other)
