"""Opening, refusing, writing all or nothing, and many writers at once."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from factcheck.errors import AskedWrongly, IntegrityFailure, LedgerBusy, NotFound
from factcheck.ledger.audit import history, verify
from factcheck.ledger.documents import add_document, get_document
from factcheck.ledger.sources import register
from factcheck.ledger.store import Ledger, open_ledger
from tests.ledger.given import NOON, article, behind_its_back, by, counts, fill, record


def test_reading_where_there_is_no_ledger_says_how_to_make_one(path: Path) -> None:
    with pytest.raises(NotFound) as refused:
        open_ledger(path, mode="read")
    assert "factcheck record" in refused.value.hint
    assert not path.exists()


def test_reading_an_empty_file_finds_nothing_recorded(path: Path) -> None:
    path.touch()
    with pytest.raises(NotFound, match="empty"):
        open_ledger(path, mode="read")
    assert path.stat().st_size == 0


def test_writing_into_a_folder_that_is_not_there_makes_no_folder(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="no folder"):
        open_ledger(tmp_path / "absent" / "claims.db", mode="write")
    assert not list(tmp_path.iterdir())


def test_a_folder_is_no_ledger(tmp_path: Path) -> None:
    with pytest.raises(AskedWrongly, match="not a file"):
        open_ledger(tmp_path, mode="write")


@pytest.mark.parametrize("mode", ["read", "write"])
def test_a_path_that_no_file_can_have_is_not_found(tmp_path: Path, mode) -> None:
    with pytest.raises(NotFound):
        open_ledger(tmp_path / ("n" * 5000), mode=mode)


@pytest.mark.parametrize("mode", ["read", "write"])
def test_a_folder_that_may_not_be_entered_is_busy(as_nobody: Path, mode) -> None:
    as_nobody.chmod(0o000)
    with pytest.raises(LedgerBusy, match="may not be looked at"):
        open_ledger(as_nobody / "claims.db", mode=mode)


def test_a_sqlite_without_strict_tables_is_told_to_be_too_old(path: Path, monkeypatch) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 34, 1))
    with pytest.raises(AskedWrongly, match="too old"):
        open_ledger(path, mode="write")
    assert not path.exists()


@pytest.mark.parametrize("name", ["per cent%20.db", "what?mode=memory.db", "hash#.db", "ünï.db"])
def test_a_path_means_itself_whatever_characters_it_has(tmp_path: Path, name: str) -> None:
    with open_ledger(tmp_path / name, mode="write"):
        pass
    assert [found.name for found in tmp_path.iterdir()] == [name]


def foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE notes (text)")


def newer(path: Path) -> None:
    with open_ledger(path, mode="write"):
        pass
    behind_its_back(path, "PRAGMA user_version = 99")


def without_version(path: Path) -> None:
    with open_ledger(path, mode="write"):
        pass
    behind_its_back(path, "PRAGMA user_version = 0")


def with_view(path: Path) -> None:
    newly_made_with(path, "CREATE VIEW evil AS SELECT load_extension('x')")


def with_trigger(path: Path) -> None:
    newly_made_with(path, "CREATE TRIGGER evil AFTER INSERT ON claims BEGIN DELETE FROM agreements; END")


def without_trigger(path: Path) -> None:
    newly_made_with(path, "DROP TRIGGER claims_no_update")


def with_weaker_trigger(path: Path) -> None:
    newly_made_with(
        path,
        "DROP TRIGGER claims_no_update",
        "CREATE TRIGGER claims_no_update BEFORE UPDATE ON claims WHEN 0 BEGIN SELECT 1; END",
    )


def with_other_column(path: Path) -> None:
    newly_made_with(path, "ALTER TABLE claims ADD COLUMN secret TEXT")


def newly_made_with(path: Path, *statements: str) -> None:
    with open_ledger(path, mode="write"):
        pass
    with closing(sqlite3.connect(path)) as other:
        for statement in statements:
            other.execute(statement)


def no_sqlite(path: Path) -> None:
    path.write_text("Claims, a list of them, in a text file that is long enough to have a page.\n" * 60)


def cut_off(path: Path) -> None:
    with open_ledger(path, mode="write") as ledger:
        fill(ledger)
    path.write_bytes(path.read_bytes()[:5000])


@pytest.mark.parametrize("mode", ["read", "write"])
@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (foreign, "another program"),
        (newer, "newer factcheck"),
        (without_version, "no version"),
        (with_view, "view that is not ours: evil"),
        (with_trigger, "trigger that is not ours: evil"),
        (without_trigger, "trigger claims_no_update is missing"),
        (with_weaker_trigger, "trigger claims_no_update was changed"),
        (with_other_column, "table claims was changed"),
        (no_sqlite, "no SQLite database"),
        (cut_off, "damaged"),
    ],
)
def test_a_file_that_is_not_ours_is_refused_with_a_hint_and_left_alone(
    path: Path, spoil, words, mode
) -> None:
    spoil(path)
    before = path.read_bytes()
    with pytest.raises(IntegrityFailure, match=words) as refused:
        open_ledger(path, mode=mode)
    assert refused.value.hint
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_a_writer_waits_for_another_only_as_long_as_it_is_told(ledger: Ledger, path: Path) -> None:
    record(ledger)
    before = counts(ledger)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LedgerBusy, match="locked") as refused, by(ledger):
            raise AssertionError("the body must not run")
        assert "try again" in refused.value.hint
    assert counts(ledger) == before


def test_a_full_disk_keeps_nothing_of_the_change(ledger: Ledger) -> None:
    record(ledger)
    before = counts(ledger)
    pages = ledger.rows("PRAGMA page_count")[0][0]
    ledger.rows(f"PRAGMA max_page_count = {pages + 1}")
    with pytest.raises(LedgerBusy, match="no room"):
        record(ledger, article("another text, and a long one\n" * 5000, id="other"))
    assert counts(ledger) == before
    assert verify(ledger) == ()


@pytest.fixture
def as_nobody() -> Iterator[Path]:
    """A folder that anybody may enter, and this process as somebody whom permissions bind."""
    if not hasattr(os, "geteuid"):
        pytest.skip("permissions are not tried on a system without users")
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        root = os.geteuid() == 0
        if root:
            os.chown(folder, 65534, 65534)
            os.seteuid(65534)
        try:
            yield Path(folder)
        finally:
            if root:
                os.seteuid(0)
            Path(folder).chmod(0o755)


def test_a_read_only_file_in_a_read_only_folder_can_be_read_but_not_changed(as_nobody: Path) -> None:
    path = as_nobody / "claims.db"
    with open_ledger(path, mode="write") as ledger:
        document = record(ledger)
    path.chmod(0o444)
    as_nobody.chmod(0o555)
    with open_ledger(path, mode="read") as ledger:
        assert get_document(ledger, document.id) == document
    with (
        open_ledger(path, mode="write") as ledger,
        pytest.raises(LedgerBusy, match="read-only"),
        by(ledger) as changes,
    ):
        register(changes, "Somebody New")


def test_a_new_ledger_in_a_read_only_folder_is_refused(as_nobody: Path) -> None:
    as_nobody.chmod(0o555)
    with pytest.raises(LedgerBusy):
        open_ledger(as_nobody / "claims.db", mode="write")


def test_a_ledger_opened_to_read_writes_nothing(ledger: Ledger, path: Path) -> None:
    with (
        open_ledger(path, mode="read") as reader,
        pytest.raises(LedgerBusy, match="read-only"),
        by(reader) as changes,
    ):
        register(changes, "Somebody New")


@pytest.mark.parametrize("stop", [RuntimeError, KeyboardInterrupt, SystemExit])
def test_a_change_that_is_interrupted_keeps_nothing(ledger: Ledger, stop: type[BaseException]) -> None:
    record(ledger)
    before = counts(ledger)
    with pytest.raises(stop), by(ledger) as changes:
        raise stop(register(changes, "Somebody New"))
    assert counts(ledger) == before


def test_a_change_that_changes_nothing_leaves_the_file_as_it_was(ledger: Ledger, path: Path) -> None:
    record(ledger)
    before = path.read_bytes()
    record(ledger)
    assert path.read_bytes() == before


@pytest.mark.parametrize("field", ["title", "path", "publisher", "url"])
def test_half_a_surrogate_pair_is_refused_in_one_sentence(ledger: Ledger, field: str) -> None:
    with pytest.raises(AskedWrongly, match=r"half of a surrogate pair \(U\+D800\)"), by(ledger) as changes:
        add_document(changes, article(**{field: "half \ud800 a pair"}), reader="reader 1")
    assert counts(ledger)["documents"] == 0


@pytest.mark.parametrize(
    "name",
    ["Robert'); DROP TABLE claims;--", "[/]", "\x1b]0;owned\x07", "zero\x00byte", "=1+1", "R" * 1_000_000],
)
def test_hostile_names_are_stored_as_they_are(ledger: Ledger, name: str) -> None:
    record(ledger, article(publisher=name))
    assert ledger.rows("SELECT publisher FROM documents")[0][0] == name
    assert verify(ledger) == ()


def append(path: Path, worker: int, times: int) -> None:
    with open_ledger(path, mode="write") as ledger:
        for number in range(times):
            with by(ledger, who=f"worker {worker}") as changes:
                register(changes, f"Witness {worker * times + number}")


def test_eight_writers_at_once_lose_nothing_and_make_one_chain(path: Path) -> None:
    workers, times = 8, 6
    with ProcessPoolExecutor(workers) as pool:
        for done in [pool.submit(append, path, worker, times) for worker in range(workers)]:
            done.result()
    with open_ledger(path, mode="read") as ledger:
        assert counts(ledger)["sources"] == workers * times
        assert [event.seq for event in history(ledger)] == list(range(1, workers * times + 1))
        assert verify(ledger) == ()


ENDLESS = """
import sys
from pathlib import Path
from factcheck.ledger.store import open_ledger
from tests.ledger.given import article, record
with open_ledger(Path(sys.argv[1]), mode="write") as ledger:
    for number in range(100000):
        record(ledger, article(f"Edition {number}\\n" + article().text, id=f"document{number}"), f"-{number}")
        print(number, flush=True)
"""


@pytest.mark.parametrize("seed", range(4))
def test_a_killed_writer_leaves_every_acknowledged_document_whole(path: Path, seed: int) -> None:
    command = [sys.executable, "-c", ENDLESS, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        acknowledged = int(writer.stdout.readline())
        time.sleep(random.Random(seed).uniform(0.0, 0.1))
        writer.send_signal(signal.SIGKILL)
        for line in writer.stdout:
            acknowledged = int(line) if line.endswith("\n") else acknowledged
    with open_ledger(path, mode="read") as ledger:
        held = counts(ledger)
        assert held["documents"] > acknowledged
        assert held["claims"] == 3 * held["documents"]
        assert verify(ledger) == ()


def test_the_same_recording_by_the_same_clock_makes_the_same_rows(tmp_path: Path) -> None:
    dumps = []
    for name in ("one.db", "two.db"):
        with open_ledger(tmp_path / name, mode="write", ledger_id="fixtures", at=NOON) as ledger:
            fill(ledger)
        with closing(sqlite3.connect(tmp_path / name)) as other:
            dumps.append(list(other.iterdump()))
    assert dumps[0] == dumps[1]


def test_an_up_to_date_ledger_is_read_without_sqlite_utils(ledger: Ledger, path: Path) -> None:
    record(ledger)
    script = (
        "import sys; from pathlib import Path; from factcheck.ledger.store import open_ledger;"
        "from factcheck.ledger.search import list_claims; from factcheck.ledger.sources import resolve;"
        "ledger = open_ledger(Path(sys.argv[1]), mode='read'); print(len(list(list_claims(ledger))));"
        "resolve(ledger, 'Marn Relief Council');"
        "print(sorted({'sqlite_utils', 'rapidfuzz', 'rich'} & sys.modules.keys()))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(path)], capture_output=True, text=True, check=True
    )
    assert done.stdout.split("\n")[:2] == ["3", "[]"]


def test_a_ledger_that_was_put_in_wal_mode_is_one_file_again(ledger: Ledger, path: Path) -> None:
    record(ledger)
    ledger.close()
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA journal_mode = WAL")
    with open_ledger(path, mode="write") as again:
        record(again, article(id="other"), "-2")
        assert [found.name for found in path.parent.iterdir()] == ["claims.db"]


def test_a_change_by_nobody_is_refused(ledger: Ledger) -> None:
    with pytest.raises(AskedWrongly, match="nobody"), by(ledger, who=" "):
        raise AssertionError("the body must not run")


def test_a_snapshot_is_one_moment_and_makes_a_writer_wait(ledger: Ledger, path: Path) -> None:
    record(ledger)
    with open_ledger(path, mode="read") as reader, reader.snapshot():
        before = counts(reader)
        with pytest.raises(LedgerBusy):
            record(ledger, article(id="other"), "-2")
        assert counts(reader) == before
    record(ledger, article(id="other"), "-2")
    assert verify(ledger) == ()


def test_a_reader_rolls_back_what_a_killed_writer_left(ledger: Ledger, path: Path, tmp_path: Path) -> None:
    record(ledger)
    ledger.rows("PRAGMA cache_size = 1")
    with by(ledger) as changes:
        add_document(changes, article("another text " * 20_000), reader="reader 1")
        left = tmp_path / "left"
        left.mkdir()
        for name in ("claims.db", "claims.db-journal"):
            (left / name).write_bytes((tmp_path / name).read_bytes())
    with open_ledger(left / "claims.db", mode="read") as reader:
        assert counts(reader)["documents"] == 1
        assert verify(reader) == ()
