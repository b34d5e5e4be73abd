"""Recording keeps a document with its claims and sources, once, and whole."""

from factcheck.desk.documents import published, record, record_all
from factcheck.desk.signature import Signature
from factcheck.ledger.audit import events
from factcheck.ledger.claims import claims_of
from factcheck.ledger.sources import list_sources, resolve
from factcheck.ledger.store import Ledger
from factcheck.reading.files import make_document, read_bytes

ARTICLE = (
    "The Union of Harbour Workers of Estmark (UHWE) said that over 1,200 dockers were idle. "
    "Officials counted 900.\n\nSome 40 ships waited, according to the UHWE.\n"
)


def test_recording_twice_adds_nothing_and_logs_nothing(ledger: Ledger, signed: Signature) -> None:
    first = record(ledger, make_document(ARTICLE), signed)
    before = list(events(ledger))
    again = record(ledger, make_document(ARTICLE), signed)
    assert (first.added, first.new_document) == (3, True)
    assert (again.added, again.new_document) == (0, False)
    assert list(events(ledger)) == before


def test_several_texts_are_recorded_together_and_the_same_text_once(
    ledger: Ledger, signed: Signature
) -> None:
    texts = (ARTICLE, "Nine boats sank.\n", ARTICLE)
    done = record_all(ledger, [read_bytes(text.encode(), name="a.txt") for text in texts], lambda: signed)
    assert [(one.added, one.new_document) for one in done] == [(3, True), (1, True), (0, False)]


def test_short_and_long_names_of_an_article_come_to_one_source(ledger: Ledger, signed: Signature) -> None:
    record(ledger, make_document(ARTICLE), signed)
    assert [source.name for source in list_sources(ledger)] == ["Union of Harbour Workers of Estmark"]
    assert resolve(ledger, "UHWE").how == "alias"


def test_anonymous_sources_are_credited_but_not_registered(ledger: Ledger, signed: Signature) -> None:
    document = make_document(ARTICLE)
    record(ledger, document, signed)
    officials = claims_of(ledger, document.id)[1]
    assert officials.claim.attribution.source == "Officials"
    assert officials.source is None


def test_every_recorded_claim_stands_where_it_says(ledger: Ledger, signed: Signature) -> None:
    document = make_document(ARTICLE)
    record(ledger, document, signed)
    for filed in claims_of(ledger, document.id):
        assert filed.claim.span.of(document.text) == filed.claim.surface
        assert filed.claim.phrase_span.of(document.text) == filed.claim.phrase


def test_the_same_text_in_two_outlets_is_two_documents(ledger: Ledger, signed: Signature) -> None:
    text = make_document(ARTICLE)
    record(ledger, published(text, "The Gazette", None, None), signed)
    other = record(ledger, published(text, "The Herald", "2026-01", None), signed)
    assert (other.added, other.new_document) == (3, True)
