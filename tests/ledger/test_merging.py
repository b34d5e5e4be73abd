"""What two desks recorded otherwise is kept in both versions, and told the same everywhere."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from factcheck.desk.amendments import ClaimAmendment, amend_claim
from factcheck.desk.dossiers import dossier
from factcheck.desk.ledgers import merge
from factcheck.desk.lists import listed
from factcheck.desk.signature import Signature
from factcheck.desk.undoing import undo
from factcheck.desk.withdrawals import restore, withdraw
from factcheck.ledger.audit import verify
from factcheck.ledger.claims import add_claims
from factcheck.ledger.documents import add_document
from factcheck.ledger.merging import Disputed, merge_into
from factcheck.ledger.opening import open_ledger
from factcheck.ledger.revisions import holding, versions
from factcheck.ledger.store import Ledger
from tests.ledger.given import NOON, article, by, claims_in, record

CLAIM = "c1a2m3n4p5"


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Ledger]:
    """The ledger of another desk, which read the article an hour earlier, and otherwise."""
    earlier, document = "2024-05-18T11:00:00Z", article(title="First title")
    with open_ledger(tmp_path / "other.db", mode="write", ledger_id="other", at=NOON) as opened:
        with by(opened, at=earlier, who="bo") as changes:
            add_document(changes, document, reader="reader 0")
            first, *rest = claims_in(document)
            counted = replace(first.quantity, counted="villages")
            read = (replace(first, phrase=first.surface, phrase_span=first.span, quantity=counted), *rest)
            add_claims(changes, document, ((claim, None) for claim in read))
        yield opened


@pytest.fixture
def merged(ledger: Ledger, other: Ledger) -> Ledger:
    record(ledger)
    merge(ledger, other.path, signed("ana", 13))
    return ledger


def signed(who: str, hour: int) -> Signature:
    return Signature(who, f"2024-05-18T{hour}:00:00Z", "test")


def line_of(ledger: Ledger) -> tuple[str, str | None, str | None]:
    line = next(line for line in listed(ledger) if line.id == CLAIM)
    return line.phrase, line.quantity.counted, line.title


def page_of(ledger: Ledger) -> tuple[str, str | None, str | None]:
    told = dossier(ledger, CLAIM)
    return told.claim.phrase, told.claim.quantity.counted, told.document.title


def test_lists_and_pages_tell_the_version_that_was_recorded_first(merged: Ledger) -> None:
    assert page_of(merged)[1:] == ("villages", "First title")
    assert line_of(merged) == page_of(merged)
    assert verify(merged) == ()


def test_both_versions_are_told_the_first_recorded_first(merged: Ledger) -> None:
    kept = versions(merged, "claim", [CLAIM])
    assert [(one.by, one.content["counted"]) for one in kept] == [
        ("other", "villages"),
        ("marn", "villagers"),
    ]


def test_a_record_that_two_desks_have_otherwise_is_in_dispute_and_the_page_tells_the_rival(
    ledger: Ledger, other: Ledger
) -> None:
    record(ledger)
    document = article().id
    done = merge(ledger, other.path, signed("ana", 13))
    assert done.disputed == (Disputed("document", document), Disputed("claim", CLAIM))
    rivals = {one.noun: one for one in dossier(ledger, CLAIM).amendments}
    assert (rivals["claim"].by, rivals["claim"].disputed) == ("ledger marn", True)
    assert ("counted", "villages", "villagers") in [
        (one.part, one.before, one.now) for one in rivals["claim"].changes
    ]
    assert [one.part for one in rivals["document"].changes] == ["title"]


def test_the_first_word_on_it_settles_the_dispute(merged: Ledger) -> None:
    amend_claim(merged, CLAIM, ClaimAmendment(counted="villagers"), "as printed", signed("bo", 14))
    held = holding(merged, "claim", CLAIM)
    assert held is not None
    assert held.disputed == ()
    assert line_of(merged)[1] == page_of(merged)[1] == "villagers"
    assert not any(one.disputed for one in dossier(merged, CLAIM).amendments if one.noun == "claim")


def test_that_the_first_version_holds_can_be_said_and_settles_it_too(merged: Ledger) -> None:
    assert restore(merged, CLAIM, "as the other desk has it", signed("bo", 14)).new
    assert not restore(merged, CLAIM, "as the other desk has it", signed("bo", 15)).new
    held = holding(merged, "claim", CLAIM)
    assert held is not None
    assert held.disputed == ()
    assert page_of(merged)[1] == "villages"


def test_what_was_put_right_before_the_merge_still_holds_and_is_in_dispute(
    ledger: Ledger, other: Ledger
) -> None:
    record(ledger)
    amend_claim(ledger, CLAIM, ClaimAmendment(figure="over 1,300"), "misread", signed("ana", 13))
    merge(ledger, other.path, signed("ana", 14))
    told = dossier(ledger, CLAIM)
    assert told.claim.quantity.point == 1300
    assert [one.disputed for one in told.amendments if one.noun == "claim"] == [True, True]


def test_a_settled_record_can_be_withdrawn_and_the_withdrawal_undone(merged: Ledger) -> None:
    amend_claim(merged, CLAIM, ClaimAmendment(counted="villagers"), "as printed", signed("bo", 14))
    withdraw(merged, CLAIM, "never printed", signed("bo", 15))
    undo(merged, signed("bo", 16))
    assert line_of(merged)[1] == page_of(merged)[1] == "villagers"
    undo(merged, signed("bo", 17))
    assert line_of(merged)[1] == page_of(merged)[1] == "villages"
    assert verify(merged) == ()


def test_who_recorded_it_where_and_with_what_is_no_difference(ledger: Ledger, tmp_path: Path) -> None:
    record(ledger)
    with open_ledger(tmp_path / "third.db", mode="write", ledger_id="third", at=NOON) as third:
        with by(third, at="2024-05-18T11:00:00Z", who="cy") as changes:
            document = replace(article(), path="elsewhere.txt")
            add_document(changes, document, reader="reader 2")
        done = merge(ledger, third.path, signed("ana", 13))
    assert (done.differing, done.disputed) == ((), ())
    assert dossier(ledger, CLAIM).amendments == ()


def test_nothing_is_merged_of_a_ledger_that_only_merged_this_one(ledger: Ledger, other: Ledger) -> None:
    record(ledger)
    with by(other, "merge") as changes:
        merge_into(changes, ledger)
    merge(ledger, other.path, signed("ana", 13))
    with by(other, "merge", at="2024-05-18T14:00:00Z") as changes:
        assert merge_into(changes, ledger).events == 0
