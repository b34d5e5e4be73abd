"""From recorded to corrected, through the verbs: what is legal is recorded, what is not leaves no trace."""

from dataclasses import replace
from pathlib import Path
from threading import Barrier, Thread
from typing import get_args

import pytest

from factcheck.desk.amendments import ClaimAmendment, amend_claim
from factcheck.desk.checks import check, rules_named
from factcheck.desk.citations import Evidence, cite
from factcheck.desk.claims import Publication, add, draft
from factcheck.desk.dossiers import dossier
from factcheck.desk.lists import listed
from factcheck.desk.queues import dashboard, queue
from factcheck.desk.reviews import Act, decide, review
from factcheck.desk.signature import Signature
from factcheck.desk.undoing import undo
from factcheck.desk.withdrawals import withdraw
from factcheck.errors import IllegalMove, StaleReview
from factcheck.ledger.audit import verify
from factcheck.ledger.opening import open_ledger
from factcheck.ledger.store import Ledger
from factcheck.model import Correction, Move

OVER = ClaimAmendment(figure="over 950 homes")
CORRECTION = Correction("over 900", "over 950", "page 2")


@pytest.fixture
def claim(ledger: Ledger, signed: Signature) -> str:
    """A claim recorded by Ana, with a citation that Bo attached."""
    claim = add(ledger, draft("over 900 homes were flooded", Publication()), by("Ana"), source="Council").id
    cite(ledger, claim, Evidence("Red Crescent", "about 900 homes were flooded"), by("Bo"))
    return claim


def by(who: str) -> Signature:
    return Signature(who=who, at="2026-01-02T03:04:05Z", version="test")


def status(ledger: Ledger, claim: str) -> str:
    """The status in the claim's page, in lists and in review, which are one."""
    told = {dossier(ledger, claim).state.status, review(ledger, claim, "Ana").state.status}
    told |= {line.status for line in listed(ledger) if line.id == claim}
    assert len(told) == 1, told
    return told.pop()


def published(ledger: Ledger, claim: str) -> None:
    decide(ledger, claim, Act("decide", verdict="true", because="two counts"), by("Cy"))
    decide(ledger, claim, Act("sign"), by("Di"))
    decide(ledger, claim, Act("publish"), by("Di"))


def test_a_desk_of_three_takes_a_claim_from_recorded_to_corrected(ledger: Ledger, claim: str) -> None:
    assert status(ledger, claim) == "open"
    for act, who, now in (
        (Act("take"), "Cy", "checking"),
        (Act("ask", because="which flood?"), "Cy", "blocked"),
        (Act("answer", because="that of May"), "Ana", "checking"),
        (Act("decide", verdict="mostly true"), "Cy", "checked"),
        (Act("take"), "Di", "in review"),
        (Act("sign"), "Di", "signed off"),
        (Act("publish"), "Di", "published"),
        (Act("correct", correction=CORRECTION), "Di", "corrected"),
    ):
        assert decide(ledger, claim, act, by(who)).new
        assert status(ledger, claim) == now
    moves = [one.move for one in dossier(ledger, claim).decisions]
    assert moves == ["take", "ask", "answer", "decide", "take", "sign", "publish", "correct"]
    assert verify(ledger) == ()


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (
            lambda held, c: cite(held, c, Evidence("Army", "30 homes"), by("Ana")),
            "a citation of Army was added by Ana",
        ),
        (
            lambda held, c: amend_claim(
                held, c, ClaimAmendment(figure="over 950 homes"), "misread", by("Bo")
            ),
            "the claim",
        ),
        (
            lambda held, c: withdraw(held, dossier(held, c).citations[0].citation.id, "retracted", by("Bo")),
            "the citation of Red Crescent was withdrawn",
        ),
    ],
)
def test_evidence_that_changes_after_sign_off_opens_the_claim_again_and_says_why(
    ledger: Ledger, claim: str, change, says: str
) -> None:
    published(ledger, claim)
    change(ledger, claim)
    state = dossier(ledger, claim).state
    assert (state.status, state.published_verdict) == ("open", "true")
    assert says in state.reopened
    assert status(ledger, claim) == "open"


def test_evidence_that_is_taken_back_leaves_the_signature_standing(ledger: Ledger, claim: str) -> None:
    published(ledger, claim)
    cite(ledger, claim, Evidence("Army", "30 homes"), by("Ana"))
    undo(ledger, by("Ana"))
    assert status(ledger, claim) == "published"


@pytest.mark.parametrize(
    ("who", "says"),
    [
        ("Cy", "made its verdict"),
        ("Ana", "recorded it"),
        ("Bo", "attached its last citation"),
        ("cy ", "verdict"),
    ],
)
def test_nobody_signs_off_their_own_work(ledger: Ledger, claim: str, who: str, says: str) -> None:
    decide(ledger, claim, Act("decide", verdict="true", because="two counts"), by("Cy"))
    with pytest.raises(IllegalMove, match=says):
        decide(ledger, claim, Act("sign"), by(who))
    assert status(ledger, claim) == "checked"


def test_a_desk_of_one_signs_and_it_is_called_so(ledger: Ledger) -> None:
    claim = add(ledger, draft("over 900 homes were flooded", Publication()), by("Ana")).id
    decide(ledger, claim, Act("decide", verdict="true", because="counted them"), by("Ana"))
    decide(ledger, claim, Act("sign"), by("Ana"))
    assert dossier(ledger, claim).state.self_signed
    assert [one.rule for one in check(ledger, rules_named("self-signed", None), "Ana")] == ["self-signed"]


@pytest.mark.parametrize("move", get_args(Move))
def test_a_refused_move_leaves_no_trace(ledger: Ledger, claim: str, move: Move) -> None:
    acts = {
        "decide": Act("decide", verdict="true"),
        "assign": Act("assign", assignee="Cy"),
        "correct": Act("correct", correction=CORRECTION),
        "reconcile": Act("reconcile", verdict="true"),
    }
    act = acts.get(move, Act(move))
    before = dossier(ledger, claim)
    if move in review(ledger, claim, "Ana").moves:
        return  # what is legal is not refused
    with pytest.raises(IllegalMove) as refused:
        decide(ledger, claim, act, by("Ana"))
    assert refused.value.hint
    assert dossier(ledger, claim) == before


def test_an_old_page_is_refused_and_a_retry_is_harmless(ledger: Ledger, claim: str) -> None:
    page = review(ledger, claim, "Cy").follows
    act = Act("decide", verdict="true", because="two counts", follows=page)
    assert decide(ledger, claim, act, by("Cy")).new
    assert not decide(ledger, claim, act, by("Cy")).new
    with pytest.raises(StaleReview, match="has moved on"):
        decide(ledger, claim, Act("decide", verdict="false", because="none", follows=page), by("Di"))


def test_of_two_who_decide_at_once_one_wins_and_the_other_is_told(ledger: Ledger, claim: str) -> None:
    page, start, told = review(ledger, claim, "Cy").follows, Barrier(2), []

    def work(path: Path, who: str, verdict: str) -> None:
        with open_ledger(path, mode="write") as mine:
            start.wait()
            try:
                decide(mine, claim, Act("decide", verdict=verdict, because="seen", follows=page), by(who))
                told.append("won")
            except StaleReview:
                told.append("told")

    both = [Thread(target=work, args=(ledger.path, *one)) for one in (("Cy", "true"), ("Di", "false"))]
    for thread in both:
        thread.start()
    for thread in both:
        thread.join()
    assert sorted(told) == ["told", "won"]
    assert len(dossier(ledger, claim).decisions) == 1


def test_a_blind_reading_is_seen_by_its_maker_alone_until_a_second_is_in(ledger: Ledger, claim: str) -> None:
    decide(ledger, claim, Act("decide", verdict="true", because="the dam log", blind=True), by("Cy"))
    seen = dossier(ledger, claim, who="Di")
    assert not any("Cy" in (event.who, event.subject) for event in seen.history)
    assert (seen.decisions, seen.state.verdict, seen.state.decided_by) == ((), None, None)
    assert [one.verdict for one in dossier(ledger, claim, who="cy").decisions] == ["true"]
    decide(ledger, claim, Act("decide", verdict="mixed", because="half of it", blind=True), by("Di"))
    assert {one.by for one in dossier(ledger, claim, who="Ed").decisions} == {"Cy", "Di"}
    decide(ledger, claim, Act("reconcile", verdict="mostly true", because="we agree"), by("Ed"))
    assert dossier(ledger, claim).state.verdict == "mostly true"


def test_a_decision_keeps_the_band_that_its_maker_saw_and_check_lists_where_it_changed(
    ledger: Ledger, claim: str
) -> None:
    decide(ledger, claim, Act("decide", verdict="true", because="two counts"), by("Cy"))
    assert dossier(ledger, claim).state.saw.band == "single-source support"
    cite(ledger, claim, Evidence("Army", "30 homes"), by("Ana"))
    [failure] = check(ledger, rules_named("changed", None), "Ana")
    assert "was “single-source support”, and is now “contested”" in failure.why


def test_the_queue_puts_first_what_is_assigned_and_says_why(ledger: Ledger, claim: str) -> None:
    other = add(ledger, draft("40 bridges were closed", Publication()), by("Ana")).id
    decide(ledger, claim, Act("assign", assignee="Cy"), by("Ana"))
    assert [one.claim.id for one in queue(ledger, "Cy")] == [claim, other]
    assert queue(ledger, "Cy")[0].place.reasons[0] == "assigned to you"
    assert queue(ledger, "Di")[0].claim.id == other
    published(ledger, other)
    assert [one.claim.id for one in queue(ledger, "Di")] == [claim]


def test_the_dashboard_counts_by_status_and_person(ledger: Ledger, claim: str) -> None:
    add(ledger, draft("40 bridges were closed", Publication()), by("Ana"))
    decide(ledger, claim, Act("assign", assignee="Cy"), by("Ana"))
    decide(ledger, claim, Act("ask", because="which flood?"), by("Cy"))
    stands = dashboard(ledger, "Ana")
    assert stands.by_status == {"blocked": 1, "open": 1}
    assert (stands.by_person, stands.blocked[0].state.question) == ({"Cy": 1}, "which flood?")


def test_who_acted_is_asked_of_the_ledger_not_of_the_page(ledger: Ledger, claim: str) -> None:
    decide(ledger, claim, Act("decide", verdict="true", because="two counts"), by("Cy"))
    cite(ledger, claim, Evidence("a witness", "over 900 homes"), by("Di"))
    with pytest.raises(IllegalMove, match="attached its last citation"):
        decide(ledger, claim, Act("sign"), replace(by("Di"), at="2030-01-01T00:00:00Z"))
