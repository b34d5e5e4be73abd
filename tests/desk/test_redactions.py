"""What is redacted is nowhere in the file any more, and the log still verifies."""

from pathlib import Path

import pytest

from factcheck.desk.amendments import CitationAmendment, amend_citation
from factcheck.desk.citations import Evidence, cite
from factcheck.desk.declarations import Declaration, declare
from factcheck.desk.documents import record
from factcheck.desk.dossiers import dossier
from factcheck.desk.redactions import redact
from factcheck.desk.reviews import Act, decide
from factcheck.desk.signature import Signature
from factcheck.errors import AskedWrongly
from factcheck.ledger.audit import verify
from factcheck.ledger.store import Ledger
from factcheck.model import Document
from factcheck.reading.files import make_document

SECRET = "The shelter in Elmstreet took in 40 women, the council said."


@pytest.fixture
def document(ledger: Ledger, signed: Signature) -> Document:
    document = make_document(SECRET)
    record(ledger, document, signed)
    return document


def claim_of(ledger: Ledger) -> str:
    return str(ledger.rows("SELECT id FROM claims")[0]["id"])


def test_a_redacted_document_is_in_no_page_of_the_file(
    ledger: Ledger, signed: Signature, document: Document
) -> None:
    assert b"Elmstreet" in Path(ledger.path).read_bytes()
    assert redact(ledger, document.id, "their safety", signed).claims == 1
    assert b"Elmstreet" not in Path(ledger.path).read_bytes()
    assert b"women" not in Path(ledger.path).read_bytes()
    assert verify(ledger) == ()
    told = dossier(ledger, claim_of(ledger))
    assert told.redacted
    assert told.claim.quantity.point == 40


def test_another_document_with_the_same_text_is_redacted_with_it(
    ledger: Ledger, signed: Signature, document: Document
) -> None:
    record(ledger, make_document(SECRET, publisher="The Marn Echo"), signed)
    redact(ledger, document.id, "their safety", signed)
    assert b"Elmstreet" not in Path(ledger.path).read_bytes()
    assert verify(ledger) == ()


def test_a_redacted_citation_loses_its_words_and_what_was_amended_of_them(
    ledger: Ledger, signed: Signature, document: Document
) -> None:
    evidence = Evidence("Bo", "40 women live at Oakroad", note="Oakroad 7")
    cited = cite(ledger, claim_of(ledger), evidence, signed).id
    amend_citation(ledger, cited, CitationAmendment(note="Oakroad 9"), "Oakroad it is", signed)
    redact(ledger, cited, "their safety", signed)
    assert b"Oakroad" not in Path(ledger.path).read_bytes()
    assert verify(ledger) == ()


def test_a_claim_alone_is_not_redacted(ledger: Ledger, signed: Signature, document: Document) -> None:
    with pytest.raises(AskedWrongly, match="cannot be redacted alone") as refused:
        redact(ledger, claim_of(ledger), "their safety", signed)
    assert "its document" in refused.value.hint


def test_redacting_twice_is_harmless(ledger: Ledger, signed: Signature, document: Document) -> None:
    for _ in range(2):
        redact(ledger, document.id, "their safety", signed)
    assert verify(ledger) == ()


def test_what_people_wrote_of_it_and_whom_it_names_is_listed_for_somebody_to_look(
    ledger: Ledger, signed: Signature
) -> None:
    article = record(ledger, make_document("Mia Elmstreet counted 40 women, she said."), signed).extract
    claim, source = article.claims[0].id, str(ledger.rows("SELECT id FROM sources")[0]["id"])
    kept = cite(ledger, claim, Evidence("Bo", "40 women live at Elmstreet"), signed).id
    blanked = cite(ledger, claim, Evidence("Bo", "41 women live at Elmstreet"), signed).id
    declare(ledger, blanked, Declaration(measure="women of Elmstreet"), signed)
    told = decide(ledger, claim, Act("note", because="I phoned Elmstreet"), signed).decision
    assert told is not None
    done = redact(ledger, blanked, "their safety", signed)
    assert [one.noun for one in done.left] == ["declaration", "source"]
    done = redact(ledger, article.document.id, "their safety", signed)
    assert {(one.noun, one.id) for one in done.left if one.noun != "declaration"} == {
        ("citation", kept),
        ("decision", told.id),
        ("source", source),
    }
