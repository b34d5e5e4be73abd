"""What held at a moment, and what changed between two, after every kind of change."""

from dataclasses import replace
from pathlib import Path

import pytest

from factcheck.desk.amendments import CitationAmendment, ClaimAmendment, amend_citation, amend_claim
from factcheck.desk.citations import Evidence, cite
from factcheck.desk.claims import Publication, add, draft
from factcheck.desk.declarations import Declaration, declare
from factcheck.desk.differences import diff
from factcheck.desk.dossiers import dossier
from factcheck.desk.models import set_constant
from factcheck.desk.redactions import redact
from factcheck.desk.reviews import Act, decide
from factcheck.desk.signature import Signature
from factcheck.desk.sources import affiliate
from factcheck.desk.undoing import undo
from factcheck.desk.withdrawals import restore, withdraw
from factcheck.errors import AskedWrongly, NotFound
from factcheck.ledger.opening import open_ledger
from factcheck.ledger.store import Ledger

DAY = "2026-01-{:02}"


def on(day: int) -> Signature:
    return Signature(who="Test Desk", at=f"{DAY.format(day)}T12:00:00Z", version="test")


@pytest.fixture
def claim(ledger: Ledger) -> str:
    made = add(ledger, draft("over 900 homes were flooded", Publication()), on(1), source="Council").id
    cite(ledger, made, Evidence("Red Crescent", "about 900 homes were flooded"), on(2))
    return made


def held(ledger: Ledger, claim: str, at: str | None = None) -> object:
    return replace(dossier(ledger, claim, at=at), as_of=None)


def first(ledger: Ledger, claim: str) -> str:
    return str(ledger.rows("SELECT id FROM citations ORDER BY entry LIMIT 1")[0]["id"])


CHANGES = (
    lambda ledger, claim, at: cite(ledger, claim, Evidence("Army", "30 homes"), at),
    lambda ledger, claim, at: amend_claim(
        ledger, claim, ClaimAmendment(figure="over 950 homes"), "misread", at
    ),
    lambda ledger, claim, at: amend_citation(
        ledger, first(ledger, claim), CitationAmendment(outlet="The Daily Marn"), "the outlet", at
    ),
    lambda ledger, claim, at: declare(ledger, claim, Declaration("flooded", "Marn"), at),
    lambda ledger, claim, at: set_constant(ledger, "ramp", "1.2", "rough figures", at),
    lambda ledger, claim, at: affiliate(ledger, "Council", "Red Crescent", at),
    lambda ledger, claim, at: decide(ledger, claim, Act("decide", verdict="true", because="counted"), at),
    lambda ledger, claim, at: withdraw(ledger, first(ledger, claim), "retracted", at),
    lambda ledger, claim, at: restore(ledger, first(ledger, claim), "back in print", at),
    lambda ledger, claim, at: withdraw(ledger, claim, "never printed", at),
    lambda ledger, claim, at: undo(ledger, at),
)


def test_each_moment_is_told_as_it_was_when_it_was_now(ledger: Ledger, claim: str) -> None:
    then = {2: held(ledger, claim)}
    for day, change in enumerate(CHANGES, start=3):
        change(ledger, claim, on(day))
        then[day] = held(ledger, claim)
        assert then[day] != then[day - 1], f"change {day - 3} changed something"
    for day, told in then.items():
        assert held(ledger, claim, DAY.format(day)) == told, f"day {day}"


def test_a_reader_of_the_past_writes_nothing_and_may_read_the_present_next(
    ledger: Ledger, claim: str
) -> None:
    cite(ledger, claim, Evidence("Army", "30 homes"), on(3))
    with open_ledger(ledger.path, mode="read") as reader:
        before = Path(ledger.path).read_bytes()
        assert [len(dossier(reader, claim, at=at).citations) for at in (DAY.format(2), None)] == [1, 2]
        assert Path(ledger.path).read_bytes() == before


def test_a_difference_names_what_changed_before_and_after(ledger: Ledger, claim: str) -> None:
    amend_claim(ledger, claim, ClaimAmendment(figure="over 950 homes"), "misread", on(3))
    withdraw(ledger, first(ledger, claim), "retracted", on(4))
    told = diff(ledger, claim, DAY.format(2))
    parts = {
        (one.noun, one.what): {change.part: (change.before, change.now) for change in one.changes}
        for one in told.differences
    }
    assert parts["claim", "changed"]["number"] == ("over 900", "over 950")
    assert ("citation", "removed") in parts or ("citation", "changed") in parts
    assert "band" in parts["agreement", "changed"]
    assert diff(ledger, claim, DAY.format(4)).differences == ()


def test_before_its_recording_a_claim_is_not_found(ledger: Ledger, claim: str) -> None:
    with pytest.raises(NotFound):
        dossier(ledger, claim, at="2025-12-31")


@pytest.mark.parametrize(
    "text", ["yesterday", "2026-13-01", "2026-01-01T25:61", "", "٢٠٢٦-01-01", "\x1b[31m"]
)
def test_what_is_no_moment_is_asked_wrongly(ledger: Ledger, claim: str, text: str) -> None:
    with pytest.raises(AskedWrongly, match="no moment"):
        dossier(ledger, claim, at=text)


def test_words_that_were_redacted_are_not_told_of_the_past_either(ledger: Ledger, claim: str) -> None:
    redact(ledger, dossier(ledger, claim).document.id, "a court ordered it", on(3))
    told = dossier(ledger, claim, at=DAY.format(2))
    assert "homes" not in repr((told.claim, told.document))
