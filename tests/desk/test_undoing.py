"""The last thing that a person did can be taken back, by a new change and never by deleting."""

from dataclasses import replace

import pytest

from factcheck.desk.amendments import ClaimAmendment, amend_claim
from factcheck.desk.citations import Evidence, cite
from factcheck.desk.claims import Publication, add, draft
from factcheck.desk.declarations import Declaration, declare
from factcheck.desk.documents import record
from factcheck.desk.dossiers import dossier
from factcheck.desk.echoes import settle
from factcheck.desk.lists import listed
from factcheck.desk.models import set_constant
from factcheck.desk.redactions import redact
from factcheck.desk.reviews import Act, decide, review
from factcheck.desk.signature import Signature
from factcheck.desk.sources import affiliate, alias, look_up
from factcheck.desk.undoing import undo
from factcheck.desk.withdrawals import withdraw
from factcheck.errors import AskedWrongly, NotFound
from factcheck.ledger.audit import verify
from factcheck.ledger.store import Ledger
from factcheck.reading.files import make_document


@pytest.fixture
def claim(ledger: Ledger, signed: Signature) -> str:
    claim = add(ledger, draft("over 900 homes were flooded", Publication()), signed, source="Council").id
    cite(ledger, claim, Evidence("Red Crescent", "about 900 homes were flooded"), signed)
    cite(ledger, claim, Evidence("Daily Marn", "900 homes were flooded"), signed)
    return claim


def state(ledger: Ledger, claim: str) -> object:
    """Everything that an editor sees of a claim, but for its history."""
    return replace(dossier(ledger, claim), history=(), amendments=(), decisions=(), state=None)


def an_echo(ledger: Ledger, claim: str, signed: Signature) -> None:
    last = dossier(ledger, claim).citations[-1].citation.id
    settle(ledger, last, signed, accepted=True, parent="Red Crescent", reason="its credit line")


CHANGES = {
    "cite": lambda ledger, claim, signed: cite(ledger, claim, Evidence("Army", "30 homes"), signed),
    "amend": lambda ledger, claim, signed: amend_claim(
        ledger, claim, ClaimAmendment(figure="over 950 homes"), "misread", signed
    ),
    "withdraw": lambda ledger, claim, signed: withdraw(ledger, claim, "never printed", signed),
    "declare": lambda ledger, claim, signed: declare(ledger, claim, Declaration("flooded", "Marn"), signed),
    "echo": an_echo,
    "affiliate": lambda ledger, claim, signed: affiliate(ledger, "Council", "Red Crescent", signed),
    "model": lambda ledger, claim, signed: set_constant(ledger, "ramp", "1.2", "rough figures", signed),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_every_change_can_be_taken_back(ledger: Ledger, signed: Signature, claim: str, change) -> None:
    before = state(ledger, claim)
    change(ledger, claim, signed)
    assert state(ledger, claim) != before
    undo(ledger, signed)
    assert state(ledger, claim) == before
    assert verify(ledger) == ()


def test_an_alias_that_is_taken_back_leads_nowhere(ledger: Ledger, signed: Signature, claim: str) -> None:
    alias(ledger, "Council", ("MRC",), signed)
    undo(ledger, signed)
    assert look_up(ledger, "MRC")[0].source is None
    alias(ledger, "Council", ("MRC",), signed)
    found = look_up(ledger, "MRC")[0].source
    assert found is not None
    assert found.name == "Council"
    assert verify(ledger) == ()


def test_undoing_again_goes_one_change_further_back(ledger: Ledger, signed: Signature, claim: str) -> None:
    assert [undo(ledger, signed).verb for _ in range(3)] == ["cite", "cite", "add"]
    assert list(listed(ledger)) == []
    with pytest.raises(NotFound, match="nothing to undo by Test Desk"):
        undo(ledger, signed)


def test_a_recorded_document_is_taken_back_whole(ledger: Ledger, signed: Signature) -> None:
    record(ledger, make_document("Some 12,000 people fled. The council said 40 bridges were closed."), signed)
    assert undo(ledger, signed).verb == "record"
    assert list(listed(ledger)) == []


def test_what_others_have_built_on_is_not_taken_from_under_them(
    ledger: Ledger, signed: Signature, claim: str
) -> None:
    bo = replace(signed, who="Bo")
    added = add(ledger, draft("40 bridges were closed", Publication()), signed).id
    cite(ledger, added, Evidence("Army", "40 bridges"), bo)
    with pytest.raises(AskedWrongly, match="Bo") as refused:
        undo(ledger, signed)
    assert "withdraw" in refused.value.hint
    undo(ledger, bo)
    assert undo(ledger, signed).verb == "add"


def test_only_ones_own_last_change_is_undone(ledger: Ledger, signed: Signature, claim: str) -> None:
    cite(ledger, claim, Evidence("Army", "30 homes"), replace(signed, who="Bo"))
    assert undo(ledger, signed).verb == "cite"
    assert {one.citation.source for one in dossier(ledger, claim).citations} == {"Red Crescent", "Army"}


def test_a_decision_is_taken_back_by_a_decision(ledger: Ledger, signed: Signature, claim: str) -> None:
    decide(ledger, claim, Act("decide", verdict="true", because="two counts"), signed)
    undo(ledger, signed)
    assert review(ledger, claim, "Bo").state.verdict is None
    assert [one.move for one in dossier(ledger, claim).decisions] == ["decide", "undo"]


def test_a_redaction_is_for_good(ledger: Ledger, signed: Signature, claim: str) -> None:
    redact(ledger, dossier(ledger, claim).document.id, "a court ordered it", signed)
    with pytest.raises(AskedWrongly, match="cannot be undone"):
        undo(ledger, signed)
