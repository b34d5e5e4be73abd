"""What a person says that a number counts changes what it is held against."""

import pytest

from factcheck.desk.citations import Evidence, cite
from factcheck.desk.claims import Publication, add, draft
from factcheck.desk.declarations import Declaration, declare
from factcheck.desk.dossiers import dossier
from factcheck.errors import AskedWrongly, NotFound
from factcheck.ledger.agreements import agreement_of
from factcheck.ledger.store import Ledger
from tests.desk.test_scoring import SIGNED, cited, given_claim


def test_a_declared_place_makes_another_place_incomparable_and_the_kept_score_follows(ledger: Ledger) -> None:
    claim = given_claim(ledger)
    citation = cited(ledger, claim, "Army", "30 people", place="Tell")
    assert dossier(ledger, claim).agreement.band == "disputed by one source"
    done = declare(ledger, claim, Declaration(place="Marn", period="2024-05"), SIGNED)
    assert (done.claim, done.citation, done.new) == (claim, None, True)
    told = dossier(ledger, claim)
    assert (told.claim.place, told.claim.period) == ("Marn", "2024-05")
    assert told.agreement.band == "no independent evidence"
    assert agreement_of(ledger, claim) == told.agreement
    declare(ledger, citation, Declaration(place="Marn"), SIGNED)
    assert dossier(ledger, claim).agreement.band == "disputed by one source"


def test_what_is_not_named_stays_and_an_empty_text_takes_it_back(ledger: Ledger) -> None:
    claim = given_claim(ledger)
    declare(ledger, claim, Declaration("moved", "Marn", "2024"), SIGNED)
    declare(ledger, claim, Declaration(place=""), SIGNED)
    told = dossier(ledger, claim).claim
    assert (told.measure, told.place, told.period) == ("moved", None, "2024")
    assert not declare(ledger, claim, Declaration(measure="moved"), SIGNED).new


def test_add_and_cite_take_declarations(ledger: Ledger) -> None:
    said = Declaration("moved", "Marn", "2024-05~")
    claim = add(ledger, draft("over 500 people", Publication()), SIGNED, source="Council", said=said).id
    told = dossier(ledger, claim).claim
    assert (told.measure, told.place, told.period) == ("moved", "Marn", "2024-05~")
    evidence = Evidence("Army", "30 people", measure="moved", place="Marn", period="2024-05")
    cite(ledger, claim, evidence, SIGNED)
    [judged] = dossier(ledger, claim).citations
    assert (judged.citation.measure, judged.citation.place, judged.citation.period) == (
        "moved",
        "Marn",
        "2024-05",
    )
    assert judged.relation.label == "conflicts"


@pytest.mark.parametrize("period", ["May 2024", "2024-13", "2024-05/2024-04"])
def test_a_period_that_is_no_date_is_refused(period: str) -> None:
    with pytest.raises(AskedWrongly, match="no period"):
        Declaration(period=period)


def test_nothing_and_nobody_are_refused(ledger: Ledger) -> None:
    claim = given_claim(ledger)
    with pytest.raises(AskedWrongly, match="nothing is declared"):
        declare(ledger, claim, Declaration(), SIGNED)
    with pytest.raises(NotFound, match="no claim or citation"):
        declare(ledger, "zzzz", Declaration("moved"), SIGNED)


def test_a_date_after_today_is_recorded_with_a_warning(ledger: Ledger) -> None:
    claim = given_claim(ledger)
    done = cite(ledger, claim, Evidence("Army", "30 people", Publication(None, "2031-01")), SIGNED)
    assert done.warnings == ("2031-01 is after today",)
    today = cite(ledger, claim, Evidence("Navy", "40 people", Publication(None, "2024-05~")), SIGNED)
    assert today.warnings == ()
