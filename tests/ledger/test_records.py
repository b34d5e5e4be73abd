"""Documents, claims, citations and agreements: recorded once, read back whole."""

import pytest

from factcheck.errors import IntegrityFailure, NotFound
from factcheck.ledger.agreements import agreement_of, drop_agreements, put_agreements
from factcheck.ledger.audit import events, history
from factcheck.ledger.citations import add_citation, citations_of, find_citation
from factcheck.ledger.claims import add_claim, add_claims, claims_of, find_claim
from factcheck.ledger.documents import add_document, get_document
from factcheck.ledger.sources import get_source, register
from factcheck.ledger.store import Ledger
from factcheck.model import Citation, Stance
from tests import factories
from tests.ledger.given import article, behind_its_back, by, claims_in, counts, fill, record


def test_recording_twice_adds_no_row_and_no_event(ledger: Ledger) -> None:
    fill(ledger)
    before = counts(ledger)
    fill(ledger)
    assert counts(ledger) == before


def test_a_document_and_its_claims_come_back_as_they_were(ledger: Ledger) -> None:
    document = record(ledger)
    assert get_document(ledger, document.id) == document
    filed = claims_of(ledger, document.id)
    assert tuple(one.claim for one in filed) == claims_in(document)
    assert {one.document for one in filed} == {document.id}


def test_a_claim_knows_its_canonical_source(ledger: Ledger) -> None:
    record(ledger)
    source = find_claim(ledger, "c1a2m3n4p5").source
    assert source is not None
    assert get_source(ledger, source).name == "Marn Relief Council"
    assert find_claim(ledger, "e1a2m3n4p5").source is None


def test_two_outlets_that_print_one_text_share_it(ledger: Ledger) -> None:
    record(ledger)
    record(ledger, article(id="other", publisher="The Marn Echo"), "-2")
    assert (counts(ledger)["documents"], counts(ledger)["texts"]) == (2, 1)


@pytest.mark.parametrize(
    "text", ["", "\ufeffline\r\nline\r", "nul\x00byte", "emoji \U0001f9ee and e\u0301", "\u202e12\u202c"]
)
def test_a_text_is_stored_unaltered(ledger: Ledger, text: str) -> None:
    document = article(text)
    with by(ledger) as changes:
        add_document(changes, document, reader="reader 1")
    assert get_document(ledger, document.id).text == text


def test_a_document_that_states_a_wrong_hash_is_a_defect(ledger: Ledger) -> None:
    with pytest.raises(ValueError, match="hash"), by(ledger) as changes:
        add_document(changes, article(sha256="0" * 64), reader="reader 1")


def test_a_claim_that_does_not_stand_in_the_text_is_a_defect(ledger: Ledger) -> None:
    document = record(ledger)
    misplaced = factories.claim(id="misplaced", surface="1,200")
    moved = article("x" + document.text, id=document.id)
    with pytest.raises(ValueError, match="does not stand"), by(ledger) as changes:
        add_claim(changes, moved, misplaced)


def test_one_id_for_two_documents_is_refused(ledger: Ledger) -> None:
    document = record(ledger)
    with pytest.raises(IntegrityFailure, match="share the id"), by(ledger) as changes:
        add_document(changes, article("another text", id=document.id), reader="reader 1")


def test_one_id_for_claims_of_two_documents_is_refused(ledger: Ledger) -> None:
    record(ledger)
    with pytest.raises(IntegrityFailure, match="share the id"):
        record(ledger, article(id="other", publisher="The Marn Echo"))
    assert counts(ledger)["documents"] == 1


def test_adding_claims_counts_only_the_new_ones(ledger: Ledger) -> None:
    document = record(ledger)
    new = factories.claim(id="n1a2m3n4p5", surface="17", phrase="At least 17 bridges", source=None)
    with by(ledger) as changes:
        assert (
            add_claims(changes, document, [(claim, None) for claim in (*claims_in(document), new, new)]) == 1
        )
        assert not add_claim(changes, document, new)


@pytest.mark.parametrize(
    "citation",
    [
        factories.citation(),
        factories.citation(
            outlet="The Marn Echo",
            url="https://echo.example/1",
            scope="part",
            derived_from=("t100000001", "The Daily Marn"),
            reliability="B",
            party=True,
            measure="moved",
            note="by telephone",
            stance=Stance("conflicts", "another valley", "ana"),
        ),
        factories.citation(quantity=None, date=None, stance=Stance("incomparable", "a denial", "ana")),
    ],
)
def test_a_citation_comes_back_as_it_was(ledger: Ledger, citation: Citation) -> None:
    record(ledger)
    with by(ledger, "cite") as changes:
        source = register(changes, citation.source)
        assert add_citation(changes, "c1a2m3n4p5", citation, source_id=source.id)
        assert not add_citation(changes, "c1a2m3n4p5", citation, source_id=source.id)
    expected = Citation(**{**factories_fields(citation), "source": source.name})
    assert citations_of(ledger, "c1a2m3n4p5") == (expected,)
    assert find_citation(ledger, citation.id[:6]) == ("c1a2m3n4p5", expected)


def factories_fields(citation: Citation) -> dict[str, object]:
    return {name: getattr(citation, name) for name in citation.__slots__}


def test_citations_stand_in_the_order_of_recording(ledger: Ledger) -> None:
    record(ledger)
    with by(ledger, "cite") as changes:
        for name in ("Zeta", "Alpha", "Mu"):
            source = register(changes, name)
            add_citation(changes, "c1a2m3n4p5", factories.citation(name), source_id=source.id)
    assert [one.source for one in citations_of(ledger, "c1a2m3n4p5")] == ["Zeta", "Alpha", "Mu"]


def test_scoring_again_with_the_same_outcome_writes_nothing(ledger: Ledger) -> None:
    fill(ledger)
    count = len(list(events(ledger)))
    with by(ledger, "score") as changes:
        assert put_agreements(changes, [("c1a2m3n4p5", factories.agreement())], model="1") == 0
    assert len(list(events(ledger))) == count


@pytest.mark.parametrize(
    ("agreement", "model"),
    [
        (factories.agreement(band="contested", score=0.625), "1"),
        (factories.agreement(score=None, band="no independent evidence", reasons=()), "1"),
        (factories.agreement(), "2"),
    ],
)
def test_another_outcome_or_model_replaces_the_score_and_the_log_keeps_both(ledger, agreement, model) -> None:
    fill(ledger)
    with by(ledger, "score") as changes:
        assert put_agreements(changes, [("c1a2m3n4p5", agreement)], model=model) == 1
    assert agreement_of(ledger, "c1a2m3n4p5") == agreement
    assert sum('"agreements"' in event.content for event in history(ledger, "c1a2m3n4p5")) == 2


def test_scores_can_be_dropped_and_made_again_to_the_same_rows(ledger: Ledger) -> None:
    fill(ledger)
    before = [tuple(row) for row in ledger.rows("SELECT * FROM agreements")]
    with by(ledger, "score") as changes:
        drop_agreements(changes)
        assert agreement_of(ledger, "c1a2m3n4p5") is None
        put_agreements(changes, [("c1a2m3n4p5", factories.agreement())], model="1")
    assert [tuple(row) for row in ledger.rows("SELECT * FROM agreements")] == before


def test_scoring_a_claim_that_is_not_there_is_not_found(ledger: Ledger) -> None:
    with pytest.raises(NotFound), by(ledger, "score") as changes:
        put_agreements(changes, [("nothing", factories.agreement())], model="1")


@pytest.mark.parametrize(
    "tampering",
    [
        "UPDATE claims SET low = '1.2.3'",
        "UPDATE claims SET via = '[1'",
        "UPDATE claims SET via = '[[1]]'",
        "UPDATE claims SET low = '9', high = '8'",
    ],
)
def test_a_record_that_makes_no_sense_is_an_integrity_failure(ledger: Ledger, path, tampering: str) -> None:
    record(ledger)
    behind_its_back(path, tampering)
    with pytest.raises(IntegrityFailure, match="cannot be right") as refused:
        find_claim(ledger, "c1a2m3n4p5")
    assert "audit verify" in refused.value.hint
