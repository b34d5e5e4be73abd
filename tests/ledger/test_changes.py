"""What one person added in one change is read from the log, and so is who has built on it since."""

from pathlib import Path

from factcheck.ledger.changes import UNDO, built_on, last_change
from factcheck.ledger.citations import add_citation
from factcheck.ledger.merging import merge_into
from factcheck.ledger.opening import open_ledger
from factcheck.ledger.revisions import revise
from factcheck.ledger.sources import register
from factcheck.ledger.store import Ledger
from tests import factories
from tests.ledger.given import NOON, article, by, record

CLAIM = "c1a2m3n4p5"


def at(hour: int) -> str:
    return f"2024-05-18T{hour}:00:00Z"


def cite(ledger: Ledger, who: str, hour: int) -> None:
    with by(ledger, "cite", who=who, at=at(hour)) as changes:
        paper = register(changes, "The Daily Marn")
        add_citation(changes, CLAIM, factories.citation(paper.name), source_id=paper.id)


def undone(ledger: Ledger, who: str, what: str, hour: int) -> None:
    with by(ledger, UNDO, who=who, at=at(hour)) as changes:
        changes.event("", {"undone": what})


def test_who_changed_nothing_has_no_last_change(ledger: Ledger) -> None:
    assert last_change(ledger, "ana") is None
    record(ledger)
    assert last_change(ledger, "bo") is None


def test_all_that_one_change_added_is_told_in_the_order_of_recording(ledger: Ledger) -> None:
    record(ledger)
    made = last_change(ledger, "ana")
    assert made is not None
    assert (made.verb, made.who) == ("record", "ana")
    assert [table for table, _ in made.records] == ["documents", "sources", *["claims"] * 3]
    assert made.records[0][1]["id"] == article().id


def test_two_changes_within_one_second_are_two(ledger: Ledger) -> None:
    record(ledger)
    for counted in ("people", "valley people"):
        with by(ledger, "amend") as changes:
            revise(changes, "claim", CLAIM, content={"counted": counted}, reason="as printed")
    made = last_change(ledger, "ana")
    assert made is not None
    assert [table for table, _ in made.records] == ["revisions"]
    assert len(made.records) == 1


def test_what_was_undone_and_the_undoing_itself_are_passed_over(ledger: Ledger) -> None:
    record(ledger)
    cite(ledger, "ana", 13)
    last = last_change(ledger, "ana")
    assert last is not None
    undone(ledger, "ana", last.at, 14)
    before = last_change(ledger, "ana")
    assert before is not None
    assert (last.verb, before.verb) == ("cite", "record")


def test_who_has_built_on_a_record_is_named_until_it_is_undone(ledger: Ledger) -> None:
    record(ledger)
    made = last_change(ledger, "ana")
    assert made is not None
    assert built_on(ledger, made.last, [CLAIM, article().id]) == []
    cite(ledger, "bo", 13)
    assert built_on(ledger, made.last, [CLAIM]) == [("cite", "bo", CLAIM)]
    cited = last_change(ledger, "bo")
    assert cited is not None
    undone(ledger, "bo", cited.at, 14)
    assert built_on(ledger, made.last, [CLAIM]) == []


def test_a_score_is_derived_and_builds_on_nothing(ledger: Ledger) -> None:
    record(ledger)
    made = last_change(ledger, "ana")
    assert made is not None
    with by(ledger, "score", who="bo", at=at(13)) as changes:
        changes.event(CLAIM, {"agreements": []})
    assert built_on(ledger, made.last, [CLAIM]) == []


def test_what_another_desk_undid_of_the_same_second_is_another_change(ledger: Ledger, tmp_path: Path) -> None:
    record(ledger)
    cite(ledger, "bo", 13)
    with open_ledger(tmp_path / "other.db", mode="write", ledger_id="other", at=NOON) as other:
        with by(other, "note", who="bo", at=at(13)) as changes:
            changes.event("", {"note": "of the same second"})
        undone(other, "bo", at(13), 14)
        with by(ledger, "merge", at=at(15)) as changes:
            merge_into(changes, other)
    made = last_change(ledger, "bo")
    assert made is not None
    assert (made.verb, made.at) == ("cite", at(13))
    assert built_on(ledger, 0, [CLAIM])[0] == ("cite", "bo", CLAIM)
