"""A decision that a citation was taken from another is a record of its own, and the latest holds."""

from dataclasses import replace

from factcheck.ledger.audit import verify
from factcheck.ledger.derivations import decide, decided, with_parents
from factcheck.ledger.store import Ledger
from tests import factories as make
from tests.ledger.given import by, fill

CLAIM = "c1a2m3n4p5"


def test_the_latest_decision_on_a_pair_holds(ledger: Ledger) -> None:
    fill(ledger)
    citation = make.citation("The Daily Marn")
    with by(ledger, "echo accept") as change:
        assert decide(change, CLAIM, citation.id, "Reuters", True, "its credit line")
        assert not decide(change, CLAIM, citation.id, "Reuters", True, "its credit line")
        assert decide(change, CLAIM, citation.id, "Reuters", False, "it has its own count")
        assert decide(change, CLAIM, citation.id, "AFP", True, "")
    holds = decided(ledger)
    assert holds == {citation.id: {"Reuters": False, "AFP": True}}
    assert with_parents(citation, holds).derived_from == ("AFP",)
    assert verify(ledger) == ()


def test_what_a_citation_said_itself_can_be_rejected_but_is_not_rewritten(ledger: Ledger) -> None:
    citation = replace(make.citation("The Daily Marn"), derived_from=("Reuters", "AFP"))
    assert with_parents(citation, {citation.id: {"AFP": False}}).derived_from == ("Reuters",)
    assert with_parents(citation, {}) == citation
