"""A case file becomes claims with their evidence: all of it, once."""

import json
from typing import Any

import pytest

from factcheck.desk.cases import Imported, import_case, read_case
from factcheck.desk.documents import record
from factcheck.desk.dossiers import dossier
from factcheck.desk.signature import Signature
from factcheck.errors import Unreadable
from factcheck.exchange.cases import Case, parse_case
from factcheck.ledger.audit import events
from factcheck.ledger.search import list_claims
from factcheck.ledger.store import Ledger
from factcheck.reading.files import make_document

CLAIM = {"id": "c", "phrase": "over 400 sheep drowned", "measurand": "drowned", "origin": "Farmers Union"}
COUNTS: list[dict[str, Any]] = [
    {"id": "own", "publisher": "Farmers Union", "figure": "over 400", "measurand": "drowned"},
    {"id": "vet", "publisher": "Vet Office", "figure": "about 420 sheep", "measurand": "drowned"},
    {"id": "echo", "publisher": "Gazette", "figure": "420", "measurand": "drowned", "derived_from": ["vet"]},
    {"id": "loop", "publisher": "Herald", "figure": "90", "measurand": "drowned", "derived_from": ["loop2"]},
    {"id": "loop2", "publisher": "Post", "figure": "90", "measurand": "drowned", "derived_from": ["loop"]},
]


def case(*citations: dict[str, Any], **more: Any) -> Case:
    content = {"id": "flood", "claims": [CLAIM], "citations": list(citations), **more}
    return parse_case(json.dumps(content).encode(), "flood.json")


def imported(ledger: Ledger, told: Case, signed: Signature, document: str | None = None) -> Imported:
    return import_case(ledger, read_case(told), signed, document=document)


def test_importing_twice_adds_nothing(ledger: Ledger, signed: Signature) -> None:
    first = imported(ledger, case(*COUNTS), signed)
    before = list(events(ledger))
    again = imported(ledger, case(*COUNTS), signed)
    assert (first.new_claims, first.new_citations) == (1, 5)
    assert (again.new_claims, again.new_citations, again.citations) == (0, 0, 5)
    assert list(events(ledger)) == before


def test_origins_are_followed_between_the_citations_of_a_case(ledger: Ledger, signed: Signature) -> None:
    done = imported(ledger, case(*COUNTS), signed)
    told = dossier(ledger, done.claims[0])
    statuses = [judged.standing.status for judged in told.citations]
    assert statuses[:3] == ["own source", "independent", "echo"]
    assert sorted(statuses[3:]) == ["echo", "independent"]
    assert told.agreement.band == "contested"


def test_affiliates_of_the_claimant_do_not_corroborate(ledger: Ledger, signed: Signature) -> None:
    pairs = [["Farmers Union", "Vet Office"]]
    done = imported(ledger, case(*COUNTS[:3], affiliations=pairs), signed)
    assert dossier(ledger, done.claims[0]).agreement.band == "no independent evidence"


def test_a_case_is_imported_whole_or_not_at_all(ledger: Ledger, signed: Signature) -> None:
    bad = {"id": "bad", "publisher": "Post", "figure": "nobody knows", "measurand": "drowned"}
    with pytest.raises(Unreadable, match="bad"):
        imported(ledger, case(*COUNTS, bad), signed)
    assert list(list_claims(ledger)) == []
    assert list(events(ledger)) == []


def test_evidence_goes_to_the_claim_of_a_document_where_the_phrase_stands(
    ledger: Ledger, signed: Signature
) -> None:
    document = make_document("Heavy rain.\n\nOver 400 sheep drowned, the Farmers Union said.\n")
    record(ledger, document, signed)
    done = imported(ledger, case(*COUNTS), signed, document=document.id[:5])
    told = dossier(ledger, done.claims[0])
    assert done.new_claims == 0
    assert told.document.id == document.id
    assert told.source == "Farmers Union"
