"""Evidence is read, compared and scored at once; nothing that is there is overwritten."""

from dataclasses import replace

import pytest

from factcheck.desk.citations import Evidence, cite
from factcheck.desk.claims import Publication, add, draft
from factcheck.desk.dossiers import dossier
from factcheck.desk.lists import listed
from factcheck.desk.signature import Signature
from factcheck.errors import AskedWrongly, NotFound
from factcheck.ledger.store import Ledger
from factcheck.model import Dossier


@pytest.fixture
def claim(ledger: Ledger, signed: Signature) -> str:
    return add(ledger, draft("over 1,500 protesters were killed", Publication()), signed, source="MEK").id


def attached(ledger: Ledger, signed: Signature, claim: str, *evidence: Evidence) -> Dossier:
    for one in evidence:
        cite(ledger, claim, one, signed)
    return dossier(ledger, claim)


@pytest.mark.parametrize(
    ("passage", "label"),
    [
        ("about 1,500 people were killed", "corroborates"),
        ("at least 304 people were killed", "compatible"),
        ("230 people were killed", "conflicts"),
        ("12% of the protesters were killed", "incomparable"),
    ],
)
def test_the_relation_is_computed_from_the_passage(
    ledger: Ledger, signed: Signature, claim: str, passage: str, label: str
) -> None:
    told = attached(ledger, signed, claim, Evidence("The Observatory", passage))
    assert told.citations[0].relation.label == label
    assert told.citations[0].relation.reason


def test_the_claims_own_source_is_known_by_any_of_its_names(
    ledger: Ledger, signed: Signature, claim: str
) -> None:
    told = attached(ledger, signed, claim, Evidence("per MEK reports", "over 1,500 were killed"))
    assert told.citations[0].standing.status == "own source"
    assert told.agreement.band == "no independent evidence"


def test_a_derived_citation_is_an_echo(ledger: Ledger, signed: Signature, claim: str) -> None:
    first = cite(ledger, claim, Evidence("Reuters", "about 1,500 were killed"), signed)
    copy = Evidence("The Gazette", "about 1,500 were killed", derived_from=(first.id[:6],))
    told = attached(ledger, signed, claim, copy)
    assert [judged.standing.status for judged in told.citations] == ["independent", "echo"]
    assert told.agreement.independent == 1


def test_a_list_shows_the_band_as_soon_as_something_is_cited(
    ledger: Ledger, signed: Signature, claim: str
) -> None:
    assert next(listed(ledger, unscored=True)).id == claim
    cite(ledger, claim, Evidence("Reuters", "about 1,500 were killed"), signed)
    assert [one.id for one in listed(ledger, band="single-source support")] == [claim]
    assert list(listed(ledger, unscored=True)) == []


def test_citing_twice_adds_nothing(ledger: Ledger, signed: Signature, claim: str) -> None:
    evidence = Evidence("Reuters", "about 1,500 were killed", Publication("RFE/RL", "2019-12-23"))
    first, again = cite(ledger, claim, evidence, signed), cite(ledger, claim, evidence, signed)
    assert (first.new, again.new) == (True, False)
    assert first.id == again.id


def test_the_same_passage_with_another_note_is_refused_not_overwritten(
    ledger: Ledger, signed: Signature, claim: str
) -> None:
    evidence = Evidence("Reuters", "about 1,500 were killed", note="three officials")
    cite(ledger, claim, evidence, signed)
    with pytest.raises(AskedWrongly, match="attached already"):
        cite(ledger, claim, replace(evidence, note="two officials"), signed)


def test_of_several_numbers_only_those_that_fit_the_claim_are_asked_about(
    ledger: Ledger, signed: Signature, claim: str
) -> None:
    passage = "304 people were killed in 12% of the towns within 3 days"
    told = attached(ledger, signed, claim, Evidence("Amnesty International", passage))
    assert str(told.citations[0].citation.quantity.point) == "304"  # type: ignore[union-attr]


def test_several_numbers_that_fit_are_listed(ledger: Ledger, signed: Signature, claim: str) -> None:
    passage = "304 people were killed and 7,000 arrested"
    with pytest.raises(AskedWrongly, match="304"):
        cite(ledger, claim, Evidence("Amnesty International", passage), signed)
    told = attached(ledger, signed, claim, Evidence("Amnesty International", passage, pick="7,000"))
    assert str(told.citations[0].citation.quantity.point) == "7000"  # type: ignore[union-attr]


def test_a_denial_without_a_number_is_kept_but_not_scored(
    ledger: Ledger, signed: Signature, claim: str
) -> None:
    denial = Evidence("Interior Ministry", "The reports are lies", stance="conflicts", note="A denial.")
    told = attached(ledger, signed, claim, denial)
    assert told.citations[0].relation.label == "incomparable"
    assert told.citations[0].citation.stance is not None


@pytest.mark.parametrize(
    "evidence",
    [
        Evidence("Interior Ministry", "The reports are lies"),
        Evidence("Interior Ministry", "The reports are lies", stance="conflicts"),
        Evidence("Interior Ministry", "230 died", stance="conflicts"),
        Evidence("   ", "230 died"),
    ],
)
def test_evidence_that_says_too_little_is_refused(
    ledger: Ledger, signed: Signature, claim: str, evidence: Evidence
) -> None:
    with pytest.raises(AskedWrongly):
        cite(ledger, claim, evidence, signed)
    assert dossier(ledger, claim).citations == ()


def test_an_unknown_claim_is_not_found(ledger: Ledger, signed: Signature, claim: str) -> None:
    with pytest.raises(NotFound):
        cite(ledger, "zzzz", Evidence("Reuters", "about 1,500 died"), signed)


def test_a_denial_of_a_number_is_no_figure(ledger: Ledger, signed: Signature, claim: str) -> None:
    denial = Evidence("Interior Ministry", "The ministry denied that 1,500 people were killed")
    with pytest.raises(AskedWrongly, match="denies"):
        cite(ledger, claim, denial, signed)
    told = attached(ledger, signed, claim, replace(denial, stance="conflicts", note="A flat denial."))
    assert told.citations[0].relation.label == "incomparable"
    assert told.agreement.score is None


def test_another_stance_on_the_same_passage_is_refused_not_lost(
    ledger: Ledger, signed: Signature, claim: str
) -> None:
    evidence = Evidence("Reuters", "about 1,500 were killed", stance="corroborates", note="As computed.")
    cite(ledger, claim, evidence, signed)
    with pytest.raises(AskedWrongly, match="attached already"):
        cite(ledger, claim, replace(evidence, stance="conflicts"), signed)


def test_what_may_be_an_echo_is_said_at_once(ledger: Ledger, signed: Signature, claim: str) -> None:
    done = cite(ledger, claim, Evidence("Reuters", "1,550 died, according to the MEK"), signed)
    assert "may repeat" in done.warnings[0]
