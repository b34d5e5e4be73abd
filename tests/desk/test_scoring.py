"""Kept scores are what the records and the model of the ledger give, one by one or all at once."""

from decimal import Decimal

import pytest

from factcheck.desk.citations import Evidence, cite
from factcheck.desk.claims import Publication, add, draft
from factcheck.desk.dossiers import dossier
from factcheck.desk.models import constants_of, rescore_all, set_constant
from factcheck.desk.signature import Signature
from factcheck.desk.sources import affiliate
from factcheck.errors import AskedWrongly
from factcheck.ledger.agreements import agreement_of
from factcheck.ledger.audit import verify
from factcheck.ledger.search import list_claims
from factcheck.ledger.store import Ledger

SIGNED = Signature("ana", "2024-05-18T12:00:00Z", "test")


def given_claim(ledger: Ledger, phrase: str = "over 500 people were moved", source: str = "Council") -> str:
    return add(ledger, draft(phrase, Publication("Courier", "2024-05-17")), SIGNED, source=source).id


def cited(ledger: Ledger, claim: str, source: str, passage: str, **others) -> str:
    return cite(ledger, claim, Evidence(source, passage, **others), SIGNED).id


def test_setting_a_constant_scores_every_claim_with_evidence_again(ledger: Ledger) -> None:
    one, other = given_claim(ledger), given_claim(ledger, "about 90 boats sank", "Harbour")
    lonely = given_claim(ledger, "some 70 horses were lost", "Stables")
    cited(ledger, one, "Army", "30 people", party=True)
    cited(ledger, other, "Insurer", "about 90 boats")
    told: list[int] = []
    done = set_constant(ledger, "party", "1", "all are parties", SIGNED, told.append)
    assert (done.new, done.differing) == (True, 2)
    assert told == [1, 2]
    kept = agreement_of(ledger, one)
    assert kept is not None
    assert kept.conflict == pytest.approx(1 / 3)
    assert kept == dossier(ledger, one).agreement
    assert agreement_of(ledger, lonely) is None
    models = {row["model"] for row in ledger.rows("SELECT model FROM agreements")}
    assert models == {done.model}
    assert verify(ledger) == ()


def test_every_dossier_says_what_was_set_otherwise_and_that_it_was_set_back(ledger: Ledger) -> None:
    claim = given_claim(ledger)
    plain = dossier(ledger, claim)
    assert plain.settings == ()
    set_constant(ledger, "ramp", "1.10", "rough figures", SIGNED)
    [setting] = dossier(ledger, claim).settings
    assert (setting.name, setting.value, setting.by) == ("ramp", Decimal("1.10"), "ana")
    set_constant(ledger, "ramp", "default", "not so rough", SIGNED)
    assert dossier(ledger, claim).settings == ()
    assert dossier(ledger, claim).model == plain.model


def test_what_is_set_already_changes_nothing(ledger: Ledger) -> None:
    given_claim(ledger)
    set_constant(ledger, "ramp", "1.10", "rough figures", SIGNED)
    before = ledger.rows("SELECT count(*) FROM events")[0][0]
    assert not set_constant(ledger, "ramp", "1.1", "again", SIGNED).new
    assert ledger.rows("SELECT count(*) FROM events")[0][0] == before


@pytest.mark.parametrize(
    ("name", "value", "because"),
    [("ramp", "1.1", " "), ("ramp", "0", "x"), ("no_such", "1", "x"), ("about_at_least", "0.4", "x")],
)
def test_what_makes_no_sense_leaves_the_ledger_as_it_was(
    ledger: Ledger, name: str, value: str, because: str
) -> None:
    given_claim(ledger)
    before = ledger.rows("SELECT count(*) FROM events")[0][0]
    with pytest.raises(AskedWrongly):
        set_constant(ledger, name, value, because, SIGNED)
    assert ledger.rows("SELECT count(*) FROM events")[0][0] == before
    assert all(one.setting is None for one in constants_of(ledger)[1])


def test_scoring_all_at_once_keeps_what_scoring_one_by_one_kept(ledger: Ledger) -> None:
    for number in range(3):
        claim = given_claim(ledger, f"over {500 + number} people were moved", "Council")
        cited(ledger, claim, "Army", "30 people", party=True)
        cited(ledger, claim, "Ministry", f"about {500 + number} people", period="2024-05")
        cited(ledger, claim, "Wing", "over 700 people")
    own_voice = add(ledger, draft("12 dogs were found", Publication("Courier", "2024-05-17")), SIGNED).id
    cited(ledger, own_voice, "Courier", "14 dogs")
    affiliate(ledger, "Council", "Wing", SIGNED)
    affiliate(ledger, "Wing", "Army", SIGNED)
    rescore_all(ledger, SIGNED)
    assert rescore_all(ledger, SIGNED)[1] == 0
    for listed in list_claims(ledger):
        assert agreement_of(ledger, listed.id) == dossier(ledger, listed.id).agreement


def test_affiliations_chain(ledger: Ledger) -> None:
    claim = given_claim(ledger)
    cited(ledger, claim, "Wing of the wing", "over 700 people")
    cited(ledger, claim, "Wing", "over 700 people")
    affiliate(ledger, "Council", "Wing", SIGNED)
    affiliate(ledger, "Wing", "Wing of the wing", SIGNED)
    assert {one.standing.status for one in dossier(ledger, claim).citations} == {"affiliate"}
