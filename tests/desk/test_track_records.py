"""The records of sources are gathered from other matters of the same measure, if a ledger asks for them."""

from collections.abc import Mapping

from factcheck.agreement.constants import DEFAULTS
from factcheck.desk.citations import Evidence, cite
from factcheck.desk.claims import Publication, add, draft
from factcheck.desk.declarations import Declaration, declare
from factcheck.desk.dossiers import dossier
from factcheck.desk.grounds import model_of
from factcheck.desk.models import set_constant
from factcheck.desk.signature import Signature
from factcheck.desk.track_records import records_on, weights_on
from factcheck.ledger.claims import find_claim
from factcheck.ledger.states import ReviewState, put_state
from factcheck.ledger.store import Ledger

SIGNED = Signature("ana", "2024-05-18T12:00:00Z", "test")


def asked(ledger: Ledger) -> None:
    set_constant(ledger, "track_record", "1", "we have years of figures", SIGNED)


def told(ledger: Ledger, week: int, count: int, *, measure: str = "drowned", **figures: int) -> str:
    """A claim of the Herald on a week's drowned sheep, with what others said of it."""
    phrase = f"{count} sheep drowned in week {week}"
    claim = add(
        ledger, draft(phrase, Publication("Herald", f"2024-{week:02}-09")), SIGNED, source="Herald"
    ).id
    declare(ledger, claim, Declaration(measure, "Marn", f"2024-{week:02}"), SIGNED)
    for source, figure in figures.items():
        cite(ledger, claim, Evidence(source, f"{figure} sheep drowned", measure=measure), SIGNED)
    return claim


def weights(ledger: Ledger, claim: str) -> Mapping[str, float]:
    return weights_on(ledger, dossier(ledger, claim).claim, model_of(ledger).constants)


def test_who_agreed_with_others_elsewhere_weighs_more(ledger: Ledger) -> None:
    asked(ledger)
    for week in (1, 2, 3):
        told(ledger, week, 40 + week, Vets=40 + week, Farmers=40 + week, Rumour=800)
    at_hand = told(ledger, 4, 70, Vets=70, Rumour=900)
    found = weights(ledger, at_hand)
    assert found["vets"] == found["farmers"] == 1.6
    assert found["rumour"] < 0.5


def test_the_matter_at_hand_is_left_out_with_all_claims_that_share_its_evidence(ledger: Ledger) -> None:
    asked(ledger)
    at_hand = told(ledger, 4, 70, Vets=70, Rumour=900)
    told(ledger, 4, 900, Vets=70)
    assert weights(ledger, at_hand) == {}


def test_another_measure_tells_nothing(ledger: Ledger) -> None:
    asked(ledger)
    told(ledger, 1, 41, measure="sold", Vets=41, Farmers=41)
    assert weights(ledger, told(ledger, 4, 70, Vets=70)) == {}


def test_a_ledger_that_did_not_ask_has_no_records(ledger: Ledger) -> None:
    told(ledger, 1, 41, Vets=41, Farmers=41)
    claim = dossier(ledger, told(ledger, 4, 70, Vets=70)).claim
    assert records_on(ledger, claim, DEFAULTS) is None
    assert weights_on(ledger, claim, DEFAULTS) == {}


def test_what_stands_as_right_settles_its_matter(ledger: Ledger) -> None:
    asked(ledger)
    settled = told(ledger, 1, 41, Vets=900, Farmers=900, Press=41)
    at_hand = dossier(ledger, told(ledger, 4, 70, Vets=70)).claim
    with SIGNED.change(ledger, "decide") as change:
        put_state(change, find_claim(ledger, settled), ReviewState("checked", "true"))
    records = records_on(ledger, at_hand, model_of(ledger).constants)
    assert records is not None
    assert records.of("Press", "drowned").weight > 1 > records.of("Vets", "drowned").weight
    assert records.of("Vets", "drowned").trials[0].decided
