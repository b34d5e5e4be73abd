"""What does not hold together is found in texts, in the ledger, and on the page of a claim."""

from factcheck.desk.citations import Evidence, cite
from factcheck.desk.claims import Publication
from factcheck.desk.documents import record
from factcheck.desk.findings import find_in_ledger, find_in_text, find_on_claim
from factcheck.desk.signature import Signature
from factcheck.ledger.claims import claims_of
from factcheck.ledger.store import Ledger
from factcheck.reading.files import make_document

ARTICLE = (
    "More than 1,500 dockers were laid off, according to the Union of Harbour Workers.\n\n"
    "The minister has not replied. This winter 1,500 dockers were laid off, and the port is silent.\n"
)


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
