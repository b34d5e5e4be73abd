"""What holds of a record is what the last revision says; two that part ways are in dispute."""

import pytest

from factcheck.errors import AskedWrongly
from factcheck.ledger.audit import verify
from factcheck.ledger.claims import find_claim
from factcheck.ledger.moments import after
from factcheck.ledger.redactions import redact_document
from factcheck.ledger.revisions import holding, revise, revisions
from factcheck.ledger.store import Ledger
from factcheck.ledger.tables import REVISIONS, canonical
from tests.ledger.given import NOON, by, counts, record

CLAIM = "c1a2m3n4p5"


def test_a_revision_follows_the_one_before_and_states_all_that_differs(ledger: Ledger) -> None:
    record(ledger)
    for value in ("houses", "homes"):
        with by(ledger, "amend") as changes:
            revise(changes, "claim", CLAIM, content={"counted": value}, reason="misread")
    first, second = revisions(ledger, "claim", [CLAIM])
    assert second.follows == (first.id,)
    assert find_claim(ledger, CLAIM).claim.quantity.counted == "homes"
    assert verify(ledger) == ()


def test_saying_what_holds_already_writes_nothing(ledger: Ledger) -> None:
    record(ledger)
    with by(ledger, "withdraw") as changes:
        assert revise(changes, "claim", CLAIM, withdrawn=True, reason="gone")
    before = counts(ledger)
    with by(ledger, "withdraw") as changes:
        assert revise(changes, "claim", CLAIM, withdrawn=True, reason="gone, again") is None
    assert counts(ledger) == before


def test_a_column_that_the_record_has_not_is_refused(ledger: Ledger) -> None:
    record(ledger)
    with pytest.raises(AskedWrongly, match="a claim has no colour"), by(ledger, "amend") as changes:
        revise(changes, "claim", CLAIM, content={"colour": "red"}, reason="why not")


def test_two_revisions_that_follow_none_are_in_dispute_until_one_names_both(ledger: Ledger) -> None:
    record(ledger)
    with by(ledger, "amend") as changes:
        ours = revise(changes, "claim", CLAIM, content={"counted": "homes"}, reason="misread")
        theirs = ("theirs", "claim", CLAIM, "[]", 0, "{}", after(changes.at, NOON), "bo")
        changes.add(REVISIONS, [(*theirs, canonical({"counted": "huts"}), "misread")], subject=CLAIM)
    held = holding(ledger, "claim", CLAIM)
    assert held is not None
    assert ours is not None
    assert (held.revision.id, [one.id for one in held.disputed]) == (ours.id, ["theirs"])
    with by(ledger, "amend") as changes:
        named = revise(changes, "claim", CLAIM, content={"counted": "homes"}, reason="both looked")
    assert named is not None
    assert set(named.follows) == {ours.id, "theirs"}
    held = holding(ledger, "claim", CLAIM)
    assert held is not None
    assert held.disputed == ()


def test_the_words_of_a_revision_are_redacted_with_what_it_revises(ledger: Ledger) -> None:
    document = record(ledger)
    with by(ledger, "amend") as changes:
        revise(changes, "claim", CLAIM, content={"counted": "refugees of Elm Street"}, reason="Elm Street")
    with by(ledger, "redact") as changes:
        redact_document(changes, document.id, "their safety")
    assert "Elm" not in repr([tuple(row) for row in ledger.rows("SELECT * FROM revisions")])
    assert verify(ledger) == ()
