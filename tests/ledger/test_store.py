"""Opening, refusing, writing all or nothing, and many writers at once."""

import random
import signal
import sqlite3
import subprocess
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from factcheck.errors import AskedWrongly, LedgerBusy
from factcheck.ledger.audit import events, verify
from factcheck.ledger.documents import add_document, get_document
from factcheck.ledger.opening import open_ledger
from factcheck.ledger.sources import register
from factcheck.ledger.store import Ledger
from tests.ledger.given import NOON, article, by, counts, fill, record


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


def test_a_read_only_file_in_a_read_only_folder_can_be_read_but_not_changed(as_nobody: Path) -> None:
    path = as_nobody / "claims.db"
    with open_ledger(path, mode="write") as ledger:
        document = record(ledger)
    path.chmod(0o444)
    as_nobody.chmod(0o555)
    with open_ledger(path, mode="read") as ledger:
        assert get_document(ledger, document.id) == document
    with pytest.raises(LedgerBusy, match="read-only"):
        open_ledger(path, mode="write")


def test_what_is_marked_read_only_is_not_written_even_by_a_user_who_could(ledger: Ledger, path: Path) -> None:
    path.chmod(0o444)
    with pytest.raises(LedgerBusy, match="read-only"):
        open_ledger(path, mode="write")


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
        assert [event.seq for event in events(ledger)] == list(range(1, workers * times + 1))
        assert verify(ledger) == ()


ENDLESS = """
import sys
from pathlib import Path
from factcheck.ledger.opening import open_ledger
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
        "import sys; from pathlib import Path; from factcheck.ledger.opening import open_ledger;"
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
