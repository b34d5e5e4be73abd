"""What people declare a number to count is a record of its own, and the latest holds."""

from factcheck.ledger.audit import verify
from factcheck.ledger.measurands import declare, declared, with_terms
from factcheck.ledger.store import Ledger
from tests import factories as make
from tests.ledger.given import by, fill

CLAIM = "c1a2m3n4p5"


def test_the_latest_declaration_holds_as_a_whole(ledger: Ledger) -> None:
    fill(ledger)
    with by(ledger, "declare") as change:
        assert declare(change, CLAIM, ("evacuated", "Marn", None))
        assert declare(change, CLAIM, ("evacuated", None, "2024-05"))
        assert not declare(change, CLAIM, ("evacuated", None, "2024-05"))
    holds = declared(ledger, [CLAIM])
    assert holds == {CLAIM: ("evacuated", None, "2024-05")}
    claim = with_terms(make.claim(), holds)
    assert (claim.measure, claim.place, claim.period) == ("evacuated", None, "2024-05")
    assert verify(ledger) == ()


def test_a_citation_has_declarations_of_its_own(ledger: Ledger) -> None:
    fill(ledger)
    citation = make.citation("The Daily Marn")
    with by(ledger, "declare") as change:
        declare(change, CLAIM, (None, "Tell", None), citation_id=citation.id)
    assert declared(ledger) == {citation.id: (None, "Tell", None)}
    assert with_terms(citation, declared(ledger)).place == "Tell"
    assert with_terms(make.claim(measure="moved"), declared(ledger)).measure == "moved"
