"""A suggestion changes nothing; a decision makes an echo, and another decision unmakes it."""

import pytest

from factcheck.desk.citations import Evidence, cite
from factcheck.desk.claims import Publication, add, draft
from factcheck.desk.dossiers import dossier
from factcheck.desk.echoes import settle, suggest
from factcheck.desk.profiles import set_profile
from factcheck.desk.signature import Signature
from factcheck.desk.sources import affiliate
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


def test_ties_between_sources_are_suggested_unless_the_claimant_is_one_of_them(
    ledger: Ledger, signed: Signature, claim: str
) -> None:
    for name, date in (
        ("The Herald", "2024-05-01"),
        ("Marn Radio", "2024-05-02"),
        ("MEK Press", "2024-05-03"),
    ):
        cite(ledger, claim, Evidence(name, "over 1,500 were killed", Publication(date=date)), signed)
    affiliate(ledger, "MEK", "MEK Press", signed)
    assert list(suggest(ledger)) == []
    for name in ("The Herald", "Marn Radio"):
        set_profile(ledger, name, {"owner": "Marn Media"}, "imprint", signed)
    (one,) = suggest(ledger)
    assert one.echo.reason == "Marn Radio (2024-05-02) may repeat Herald: both belong to Marn Media."
