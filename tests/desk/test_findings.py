"""What does not hold together is found in texts, in the ledger, and on the page of a claim."""

from factcheck.desk.citations import Evidence, cite
from factcheck.desk.claims import Publication, add, draft
from factcheck.desk.declarations import Declaration, declare
from factcheck.desk.documents import record
from factcheck.desk.findings import find_in_ledger, find_in_text, find_on_claim, marks
from factcheck.desk.signature import Signature
from factcheck.ledger.claims import claims_of
from factcheck.ledger.store import Ledger
from factcheck.reading.files import make_document

ARTICLE = (
    "More than 1,500 dockers were laid off, according to the Union of Harbour Workers.\n\n"
    "The minister has not replied. This winter 1,500 dockers were laid off, and the port is silent.\n"
)


SIGNED = Signature("ana", "2026-01-02T03:04:05Z", "test")


def codes(found: object) -> list[str]:
    return [finding.code for finding in found]  # type: ignore[attr-defined]


def test_a_text_that_is_not_recorded_is_held_against_itself() -> None:
    found = find_in_text(make_document(ARTICLE))
    assert codes(found.findings) == ["drift-hedge", "drift-source"]


def test_the_page_of_a_claim_has_the_findings_that_name_it(ledger: Ledger, signed: Signature) -> None:
    document = make_document(ARTICLE)
    record(ledger, document, signed)
    for filed in claims_of(ledger, document.id):
        assert codes(find_on_claim(ledger, filed.claim.id)) == ["drift-hedge", "drift-source"]


def test_a_source_whose_toll_falls_is_found_in_the_evidence(ledger: Ledger, signed: Signature) -> None:
    document = make_document("Over 300 sheep drowned.\n")
    record(ledger, document, signed)
    (filed,) = claims_of(ledger, document.id)
    for day, passage in (("2026-01-03", "310 sheep drowned"), ("2026-01-09", "240 sheep drowned")):
        evidence = Evidence("Vet Office", passage, Publication(date=day), measure="drowned")
        cite(ledger, filed.claim.id, evidence, signed)
    assert codes(find_on_claim(ledger, filed.claim.id)) == ["series-falls"]
    (found,) = find_in_ledger(ledger, [document.id[:6]])
    assert codes(found.findings) == ["series-falls"]


def test_a_sound_text_gives_no_findings(ledger: Ledger, signed: Signature) -> None:
    record(ledger, make_document("Some 40 ships waited in the bay.\n"), signed)
    assert not any(find_in_ledger(ledger, []))


def told(ledger: Ledger, outlet: str, date: str, phrase: str, source: str) -> str:
    """A claim of Marn's drowned sheep that an outlet credits to a source."""
    claim = add(ledger, draft(phrase, Publication(outlet, date)), SIGNED, source=source).id
    declare(ledger, claim, Declaration("drowned", "Marn", "2026-01"), SIGNED)
    return claim


def test_what_another_document_credits_to_the_same_source_is_found_on_either_page(ledger: Ledger) -> None:
    first = told(ledger, "Herald", "2026-01-03", "about 300 sheep drowned", "Vet Office")
    later = told(ledger, "Courier", "2026-01-05", "over 300 sheep drowned", "Vet Office")
    told(ledger, "Radio", "2026-01-06", "over 300 sheep drowned", "Farmers")
    (finding,) = find_on_claim(ledger, later)
    assert (finding.code, finding.claims) == ("drift-hedge", (first, later))
    assert find_on_claim(ledger, first) == (finding,)
    listed = [one.findings for one in find_in_ledger(ledger, [])]
    assert listed == [(finding,), (), ()]
    (alone,) = find_in_ledger(ledger, [later])
    assert alone.findings == (finding,)


def test_a_source_that_lowers_its_own_count_in_a_later_document_is_found(ledger: Ledger) -> None:
    told(ledger, "Vet Office", "2026-01-03", "312 sheep drowned", "Vet Office")
    later = told(ledger, "Vet Office", "2026-01-05", "288 sheep drowned", "Vet Office")
    told(ledger, "Courier", "2026-01-07", "270 sheep drowned", "Vet Office")
    assert codes(find_on_claim(ledger, later)) == ["series-falls"]


def test_tolls_that_nobody_declared_to_be_of_one_place_are_not_held_together(ledger: Ledger) -> None:
    ids = [
        told(ledger, "Vet Office", f"2026-01-0{day}", f"{count} sheep drowned", "Vet Office")
        for day, count in ((3, 312), (5, 288))
    ]
    declare(ledger, ids[1], Declaration(place="Corr"), SIGNED)
    assert find_on_claim(ledger, ids[1]) == ()


def test_a_page_of_a_list_is_marked_by_the_gravest_finding(ledger: Ledger, signed: Signature) -> None:
    document, sound = make_document(ARTICLE), make_document("Some 40 ships waited in the bay.\n")
    record(ledger, document, signed)
    record(ledger, sound, signed)
    ids = [filed.claim.id for one in (document, sound) for filed in claims_of(ledger, one.id)]
    assert marks(ledger, ids) == dict.fromkeys(ids[:2], "warning")
    assert marks(ledger, []) == {}


def test_a_mark_and_the_page_tell_of_the_same_claims(ledger: Ledger, signed: Signature) -> None:
    document = make_document("Over 300 sheep drowned.\n")
    record(ledger, document, signed)
    (filed,) = claims_of(ledger, document.id)
    for day, passage in (("2026-01-03", "310 sheep drowned"), ("2026-01-09", "240 sheep drowned")):
        cite(ledger, filed.claim.id, Evidence("Vet Office", passage, Publication(date=day)), signed)
    assert marks(ledger, [filed.claim.id]) == {filed.claim.id: "warning"}
    assert find_on_claim(ledger, filed.claim.id)


def test_evidence_on_claims_of_two_documents_is_told_of_the_first_alone(ledger: Ledger) -> None:
    for outlet in ("Herald", "Courier"):
        claim = told(ledger, outlet, "2026-01-03", "over 300 sheep drowned", "Vet Office")
        for source, passage, parents in (
            ("Wire", "about 310 sheep drowned", ()),
            ("Daily", "310 sheep drowned", ("Wire",)),
        ):
            evidence = Evidence(source, passage, Publication(date="2026-01-04"), derived_from=parents)
            cite(ledger, claim, evidence, SIGNED)
    assert [codes(one.findings) for one in find_in_ledger(ledger, [])] == [["drift-hedge"], []]


def test_a_number_that_loses_its_source_from_one_document_to_the_next_is_found(ledger: Ledger) -> None:
    first = told(ledger, "Herald", "2026-01-03", "about 300 sheep drowned", "Vet Office")
    later = told(ledger, "Courier", "2026-01-05", "about 300 sheep drowned", "Courier")
    (found, nothing) = find_in_ledger(ledger, [])
    (finding,) = found.findings
    assert (finding.code, finding.severity, finding.claims) == ("drift-source", "note", (first, later))
    assert not nothing


def test_a_period_that_changes_from_one_document_to_the_next_is_found(ledger: Ledger) -> None:
    told(ledger, "Herald", "2026-01-03", "40 sheep drowned a day", "Vet Office")
    later = told(ledger, "Courier", "2026-01-05", "40 sheep drowned a week", "Vet Office")
    assert codes(find_on_claim(ledger, later)) == ["drift-period"]
