"""A redaction leaves no letter of the words in the file: in no index, vector or version, after no merge."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from factcheck.desk.amendments import CitationAmendment, ClaimAmendment, amend_citation, amend_claim
from factcheck.desk.arrivals import import_records
from factcheck.desk.citations import Evidence, cite
from factcheck.desk.documents import record
from factcheck.desk.ledgers import backup, merge, read_bundle, write_bundle
from factcheck.desk.matching import match
from factcheck.desk.outgoing import records
from factcheck.desk.redactions import redact
from factcheck.desk.signature import Signature
from factcheck.errors import AskedWrongly
from factcheck.exchange.transfer.lines import read_records, write_records
from factcheck.ledger.audit import verify
from factcheck.ledger.documents import get_document
from factcheck.ledger.opening import open_ledger
from factcheck.ledger.store import Ledger
from factcheck.ledger.tellings import keep_vectors
from factcheck.model import Document
from factcheck.reading.files import make_document
from tests.ledger.given import NOON, by

SECRET = "Elmstreet"
TEXT = f"The shelter in {SECRET} took in 40 women, the council said. Some 12,000 {SECRET}ers fled."
OpenDesk = Callable[[str], Ledger]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[OpenDesk]:
    opened: list[Ledger] = []

    def open_one(name: str) -> Ledger:
        opened.append(open_ledger(tmp_path / f"{name}.db", mode="write", ledger_id=name, at=NOON))
        return opened[-1]

    yield open_one
    for ledger in opened:
        ledger.close()


def signed(who: str, hour: int) -> Signature:
    return Signature(who, f"2024-05-18T{hour}:00:00Z", "test")


def printed(**others: str) -> Document:
    return replace(make_document(TEXT, title=f"In {SECRET}"), **others)


def letters(ledger: Ledger) -> int:
    """How often the word, or what an index would keep of it, stands in the bytes of the file."""
    held = Path(ledger.path).read_bytes().lower()
    return held.count(SECRET.lower().encode()) + held.count(b"lmstreet")


def worked_on(ledger: Ledger) -> tuple[str, str]:
    """Do all that keeps words: record, cite, amend, and search; the ids of document and citation."""
    found = record(ledger, printed(), signed("ana", 13)).extract
    claim = found.claims[0].id
    evidence = Evidence("Army", f"about 40 women came to {SECRET}", note=f"{SECRET} 7")
    cited = cite(ledger, claim, evidence, signed("ana", 14)).id
    amend_citation(ledger, cited, CitationAmendment(note=f"{SECRET} 9"), f"in {SECRET}", signed("ana", 15))
    amend_claim(
        ledger, claim, ClaimAmendment(counted=f"women of {SECRET}"), f"in {SECRET}", signed("ana", 16)
    )
    assert match(ledger, f"a shelter in {SECRET} took in 40 women", signature=signed("ana", 17))
    return found.document.id, cited


def test_no_letter_is_left_in_records_revisions_or_the_index_of_words(desk: OpenDesk) -> None:
    ledger = desk("one")
    document, cited = worked_on(ledger)
    assert letters(ledger) > 10
    redact(ledger, cited, "their safety", signed("ana", 18))
    redact(ledger, document, "their safety", signed("ana", 19))
    assert letters(ledger) == 0
    assert verify(ledger) == ()


def test_no_letter_is_left_in_a_copy_or_a_bundle_that_is_made_afterwards(
    desk: OpenDesk, tmp_path: Path
) -> None:
    ledger = desk("one")
    document, cited = worked_on(ledger)
    redact(ledger, cited, "their safety", signed("ana", 18))
    redact(ledger, document, "their safety", signed("ana", 19))
    backup(ledger, tmp_path / "copy.db")
    with (tmp_path / "it.jsonl").open("w", encoding="utf-8") as out:
        write_bundle(ledger, out)
    lines = (tmp_path / "it.jsonl").read_text(encoding="utf-8").splitlines()
    read_bundle(lines, "it", tmp_path / "again.db", at=NOON)
    for name in ("copy.db", "it.jsonl", "again.db"):
        assert SECRET.encode() not in (tmp_path / name).read_bytes()
    with open_ledger(tmp_path / "again.db", mode="read") as again:
        assert verify(again) == ()


def test_what_was_computed_of_the_words_goes_with_them(desk: OpenDesk) -> None:
    ledger = desk("one")
    document = record(ledger, printed(), signed("ana", 13)).extract.document.id
    other = record(ledger, make_document("Over 900 homes burned."), signed("ana", 13)).extract.claims[0].id
    with by(ledger, "match") as changes:
        keep_vectors(changes, "m", {row["entry"]: b"1" for row in ledger.rows("SELECT entry FROM claims")})
    redact(ledger, document, "their safety", signed("ana", 14))
    kept = "SELECT c.id FROM claim_vectors AS v JOIN claims AS c USING (entry)"
    assert [row["id"] for row in ledger.rows(kept)] == [other]


def test_what_was_not_redacted_is_found_again_afterwards(desk: OpenDesk) -> None:
    ledger = desk("one")
    document, _ = worked_on(ledger)
    record(ledger, make_document("Over 900 homes burned in the valley."), signature=signed("ana", 17))
    redact(ledger, document, "their safety", signed("ana", 18))
    assert match(ledger, "over 900 homes burned in the valley", signature=signed("ana", 19))


@pytest.mark.parametrize("title", ["As ours", "As theirs"])
def test_a_twin_that_another_desk_holds_brings_nothing_back(desk: OpenDesk, title: str) -> None:
    """Another desk's same record, its version with another title, and the same text in another outlet."""
    one, two = desk("one"), desk("two")
    document, cited = worked_on(one)
    worked_on(two)
    record(two, printed(title=f"{title} in {SECRET}", publisher="Echo", id="anotherone"), signed("bo", 18))
    redact(one, cited, "their safety", signed("ana", 19))
    redact(one, document, "their safety", signed("ana", 20))
    for hour, (ours, theirs) in enumerate(((one, two), (two, one), (one, two)), start=21):
        merge(ours, theirs.path, signed("zoe", hour))
        assert letters(ours) == 0
        assert verify(ours) == ()


def test_versions_that_differ_are_blanked_in_both(desk: OpenDesk) -> None:
    one, two = desk("one"), desk("two")
    document = record(one, printed(title=f"{SECRET} one"), signed("ana", 13)).extract.document.id
    record(two, printed(title=f"{SECRET} two"), signed("bo", 14))
    merge(one, two.path, signed("ana", 15))
    redact(one, document, "their safety", signed("ana", 16))
    assert letters(one) == 0
    assert verify(one) == ()


def test_a_redacted_text_is_not_recorded_again(desk: OpenDesk) -> None:
    ledger = desk("one")
    document, _ = worked_on(ledger)
    redact(ledger, document, "their safety", signed("ana", 18))
    with pytest.raises(AskedWrongly, match="was redacted"):
        record(ledger, printed(publisher="Echo", id="anotherone"), signed("bo", 19))
    assert verify(ledger) == ()


def test_records_of_a_redacted_document_are_brought_in_without_its_words(
    desk: OpenDesk, tmp_path: Path
) -> None:
    one, two = desk("one"), desk("two")
    document, cited = worked_on(one)
    redact(one, cited, "their safety", signed("ana", 18))
    redact(one, document, "their safety", signed("ana", 19))
    with (tmp_path / "it.jsonl").open("w", encoding="utf-8") as out:
        write_records(records(one), out)
    for _ in range(2):
        with (tmp_path / "it.jsonl").open("rb") as stream:
            import_records(two, read_records(stream, "it"), signed("bo", 20))
        assert verify(two) == ()
    assert get_document(two, document).text == ""
    assert letters(two) == 0
    with pytest.raises(AskedWrongly, match="was redacted"):
        record(two, printed(), signed("bo", 21))
