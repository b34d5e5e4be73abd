"""Whatever is changed behind the log's back is found; what was recorded is not."""

import random
from pathlib import Path

import pytest

from bench.ledger.articles import articles
from bench.ledger.recording import record as record_all
from bench.ledger.tamper import unfound
from factcheck.errors import AskedWrongly
from factcheck.ledger.agreements import drop_agreements
from factcheck.ledger.audit import checkpoint, events, history, verify
from factcheck.ledger.opening import open_ledger
from factcheck.ledger.store import Ledger
from tests.ledger.given import article, behind_its_back, by, fill, record


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    fill(ledger)
    return ledger


def test_a_ledger_as_recorded_has_no_problem(filled: Ledger) -> None:
    assert verify(filled) == ()


def test_an_empty_ledger_has_no_problem_and_a_checkpoint(ledger: Ledger) -> None:
    assert verify(ledger, against=checkpoint(ledger)) == ()
    assert list(events(ledger)) == []


@pytest.mark.parametrize(
    ("statement", "where", "what"),
    [
        (
            "UPDATE claims SET low = '12000' WHERE id = 'c1a2m3n4p5'",
            "claims c1a2m3n4p5",
            "changed after event 3",
        ),
        ("UPDATE claims SET phrase = 'x' WHERE id = 'c1a2m3n4p5'", "claims c1a2m3n4p5", ": texts"),
        ("DELETE FROM claims WHERE id = 'e1a2m3n4p5'", "claims e1a2m3n4p5", "is missing"),
        ("DELETE FROM citations", "citations t1", "is missing"),
        ("UPDATE citations SET date = '2020-01-01'", "citations t1", ": date"),
        ("UPDATE sources SET name = 'x' WHERE name = 'The Daily Marn'", "sources", ": name"),
        ("UPDATE documents SET publisher = 'x'", "documents", ": publisher"),
        ("UPDATE texts SET text = text || '.'", "text", "does not have the hash"),
        ("UPDATE texts SET text = NULL", "text", "no event redacted it"),
        ("INSERT INTO texts VALUES (printf('%064d', 1), 'x')", "text 0000", "belongs to no document"),
        (
            "INSERT INTO aliases (source, alias) SELECT id, 'x' FROM sources LIMIT 1",
            "aliases",
            "was recorded by no event",
        ),
        ("UPDATE agreements SET score = 0.75", "agreement of c1a2m3n4p5", "not the one"),
        ("UPDATE agreements SET entry = 2, claim = 'd1a2m3n4p5'", "agreement of d1a2m3n4p5", "by no event"),
        ("UPDATE events SET who = 'x' WHERE seq = 2", "event 2", "hash does not fit"),
        ("UPDATE events SET at = '2020-01-01T00:00:00Z' WHERE seq = 2", "event 2", "hash does not fit"),
        ("DELETE FROM events WHERE seq = 2", "event 3", "follows event 1"),
        ("UPDATE meta SET value = 'x'", "event 1", "another ledger"),
        ("DELETE FROM name_keys WHERE how = 'alias' OR how = 'exact'", "source", "is not filed"),
        ("UPDATE name_keys SET key = 'x' WHERE key = 'daily marn' AND how = 'exact'", "source", "'x'"),
        ("UPDATE claims SET source = 'nobody' WHERE source IS NOT NULL", "claims, row 1", "not there"),
    ],
)
def test_a_change_behind_the_log_is_found_and_named(
    filled: Ledger, path: Path, statement: str, where: str, what: str
) -> None:
    filled.close()
    behind_its_back(path, statement)
    with open_ledger(path, mode="read") as again:
        problems = verify(again)
    assert any(found.where.startswith(where) and what in found.what for found in problems), problems


def test_an_event_that_was_sealed_again_no_longer_fits_its_successor(filled: Ledger, path: Path) -> None:
    from factcheck.ledger.chain import FIELDS, seal

    row = dict(filled.rows("SELECT * FROM events WHERE seq = 2")[0])
    row["who"] = "somebody"
    forged = seal(*(row[name] for name in FIELDS[:-1]))
    behind_its_back(path, f"UPDATE events SET who = 'somebody', hash = '{forged}' WHERE seq = 2")
    assert [found.where for found in verify(filled)] == ["event 3"]


def test_a_cut_tail_is_found_only_against_a_checkpoint(filled: Ledger, path: Path) -> None:
    line = checkpoint(filled)
    behind_its_back(
        path, "DELETE FROM agreements", "DELETE FROM events WHERE seq = (SELECT max(seq) FROM events)"
    )
    assert verify(filled) == ()
    assert [found.what for found in verify(filled, against=line)] == [
        "is missing: the checkpoint counted 6 events, 5 are left"
    ]


def test_a_rebuilt_tail_is_found_against_a_checkpoint(filled: Ledger, path: Path) -> None:
    line = checkpoint(filled)
    behind_its_back(path, "DELETE FROM agreements", "DELETE FROM events WHERE seq = 6")
    with by(filled, "note", who="forger") as changes:
        changes.event("", {"note": "another sixth event"})
    assert verify(filled) == ()
    assert [found.where for found in verify(filled, against=line)] == ["event 6"]


def test_a_ledger_that_grew_still_holds_its_checkpoint(filled: Ledger) -> None:
    line = checkpoint(filled)
    record(filled, article(id="other", publisher="The Marn Echo"), "-2")
    assert verify(filled, against=line) == ()


def test_a_checkpoint_of_another_ledger_is_told_apart(filled: Ledger, tmp_path: Path) -> None:
    with open_ledger(tmp_path / "other.db", mode="write") as other:
        line = checkpoint(other)
    assert "another ledger" in verify(filled, against=line)[0].what


@pytest.mark.parametrize("line", ["", "marn", "marn seven 00", "marn -1 00", "marn ² 00", "a b c d"])
def test_a_line_that_is_no_checkpoint_is_asked_wrongly(filled: Ledger, line: str) -> None:
    with pytest.raises(AskedWrongly, match="no checkpoint"):
        verify(filled, against=line)


def test_the_history_of_a_claim_tells_its_document_its_citation_and_its_score(filled: Ledger) -> None:
    told = [(event.verb, next(iter(event_content(event)))) for event in history(filled, "c1a2m3n4p5")]
    assert told == [
        ("record", "documents"),
        ("record", "claims"),
        ("cite", "citations"),
        ("cite", "agreements"),
    ]


def test_events_hold_no_text_of_the_article(filled: Ledger) -> None:
    said = " ".join(event.content for event in events(filled))
    for words in ("villagers", "1,200", "bridges", "about 1,200 people", "Flood", "neither confirms"):
        assert words not in said


def test_dropping_the_scores_is_an_event_and_no_problem(filled: Ledger) -> None:
    with by(filled, "score") as changes:
        drop_agreements(changes)
    assert verify(filled) == ()
    assert list(events(filled))[-1].content == '{"dropped":"agreements"}'


def test_a_byte_that_was_changed_in_any_record_or_event_is_found(path: Path) -> None:
    record_all(path, articles(1), cited=True)
    assert list(unfound(path, 150, random.Random(2024))) == []


def event_content(event: object) -> dict[str, object]:
    import json

    content: dict[str, object] = json.loads(event.content)  # type: ignore[attr-defined]
    return content
