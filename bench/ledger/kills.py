"""Kill writers at random moments: `python -m bench.ledger.kills [--kills N] [--seed N]`.

Each kind of work runs in a process of its own that says what is done once it is safe, until it is
killed. What it said has to be there, every document whole, and the ledger has to verify.
"""

import argparse
import os
import random
import shutil
import signal
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import count
from pathlib import Path

from factcheck.desk.citations import Evidence, cite
from factcheck.desk.claims import Publication, add, draft
from factcheck.desk.documents import record
from factcheck.desk.ledgers import merge
from factcheck.desk.signature import Signature
from factcheck.ledger.audit import verify
from factcheck.ledger.opening import open_ledger
from factcheck.ledger.store import Ledger
from factcheck.reading.files import make_document

OLDER = Path(__file__).parents[2] / "tests/ledger/older/version-1.db"
SIGNED = Signature("bench", "2026-03-01T12:00:00Z", "bench")
SENTENCES = tuple(f"Some {12_000 + number} people fled valley {number}." for number in range(8))
CLAIMS_OF_EACH = len(SENTENCES)
Say = Callable[[str], None]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=500)
    parser.add_argument("--seed", type=int, default=2026)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        tally = kill_all(Path(folder), asked.kills, asked.seed)
    for kind, (killed, kept) in tally.items():
        print(f"{kind}: {killed} killed at work, {kept} acknowledged writes, all of them there")


def kill_all(folder: Path, kills: int, seed: int) -> dict[str, tuple[int, int]]:
    """Kill so many writers, of each kind in turn; AssertionError where anything was lost."""
    chance = random.Random(seed)
    given = {kind: prepare(folder, kind) for kind in WORK}
    longest = {kind: duration(given[kind], folder / "timed.db", kind) for kind in WORK}
    tally = dict.fromkeys(WORK, (0, 0))
    for number in range(kills):
        kind = tuple(WORK)[number % len(WORK)]
        path = shutil.copy(given[kind], folder / f"{number}.db")
        killed, said = killed_after(path, WORK[kind], chance.uniform(0, longest[kind]))
        survives(path, said, kind)
        path.unlink()
        tally[kind] = (tally[kind][0] + killed, tally[kind][1] + len(said))
    return tally


def recording(path: Path, say: Say) -> None:
    with open_ledger(path, mode="write") as ledger:
        for number in count():
            document = make_document(f"Edition {number:x}, by hand.\n\n" + " ".join(SENTENCES))
            record(ledger, document, SIGNED)
            say(f"documents {document.id}")


def citing(path: Path, say: Say) -> None:
    with open_ledger(path, mode="write") as ledger:
        claim = ledger.rows("SELECT id FROM claims ORDER BY entry")[0]["id"]
        for number in count():
            done = cite(
                ledger, claim, Evidence(f"Witness {number}", f"{900 + number} homes were flooded"), SIGNED
            )
            say(f"citations {done.id}")


def merging(path: Path, say: Say) -> None:
    with open_ledger(path, mode="write") as ledger:
        other = path.with_name("given-other.db")
        say(f"merged {merge(ledger, other, SIGNED).other}")


def migrating(path: Path, say: Say) -> None:
    open_ledger(path, mode="write").close()
    say("migrated")


WORK: dict[str, Callable[[Path, Say], None]] = {
    "recording": recording,
    "citing": citing,
    "merging": merging,
    "migrating": migrating,
}


def prepare(folder: Path, kind: str) -> Path:
    """A ledger for this kind of work to begin with; beside the one that merges, the one to merge."""
    path = folder / f"given-{kind}.db"
    if kind == "migrating":
        return Path(shutil.copy(OLDER, path))
    with open_ledger(path, mode="write") as ledger:
        add(ledger, draft("over 900 homes were flooded", Publication()), SIGNED)
    if kind == "merging":
        with open_ledger(folder / "given-other.db", mode="write") as other:
            for number in range(5):
                record(other, make_document(f"Edition {number:x}.\n\n" + " ".join(SENTENCES)), SIGNED)
    return path


def duration(given: Path, path: Path, kind: str) -> float:
    """How long a kind of work takes that ends by itself; one that does not is given half a second."""
    if kind in ("recording", "citing"):
        return 0.5
    shutil.copy(given, path)
    began = time.perf_counter()
    killed_after(path, WORK[kind], None)
    return 1.1 * (time.perf_counter() - began)


def killed_after(
    path: Path, work: Callable[[Path, Say], None], seconds: float | None
) -> tuple[bool, list[str]]:
    """Work in a process that is killed after so many seconds; whether it was at work, and what it said."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            work(path, lambda line: void(os.write(writing, f"{line}\n".encode())))
        finally:
            os._exit(0)
    os.close(writing)
    if seconds is not None:
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
    with os.fdopen(reading) as told:
        said = [line.rstrip("\n") for line in told if line.endswith("\n")]
    return os.WIFSIGNALED(os.waitpid(child, 0)[1]), said


def void(_: int) -> None:
    """Let what was returned go."""


def survives(path: Path, said: list[str], kind: str) -> None:
    """The file is sound, verifies, holds what was acknowledged, and no half of a document."""
    if kind == "migrating":
        open_ledger(path, mode="write").close()
    with open_ledger(path, mode="read") as ledger:
        assert verify(ledger) == (), f"{path}: {verify(ledger)}"
        lost = [line for line in said if not is_there(ledger, *line.split())]
        assert not lost, f"{path}: {kind} lost {lost}"
        if kind != "migrating":
            assert not list(halves(ledger)), f"{path}: half a document after {kind}"
    with closing(sqlite3.connect(path)) as plain:
        assert plain.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def is_there(ledger: Ledger, what: str, name: str = "") -> bool:
    if what == "migrated":
        return True
    if what == "merged":
        return ledger.row("SELECT 1 FROM events WHERE ledger = :name", {"name": name}) is not None
    return ledger.row(f"SELECT 1 FROM {what} WHERE id = :id", {"id": name}) is not None  # noqa: S608


def halves(ledger: Ledger) -> Iterator[str]:
    """The articles that do not have all of their claims."""
    whole = (
        "SELECT d.id, count(*) AS n FROM documents AS d LEFT JOIN claims AS c ON c.document = d.id "
        "WHERE d.characters > 100 GROUP BY d.id"
    )
    yield from (row["id"] for row in ledger.rows(whole) if row["n"] < CLAIMS_OF_EACH)


if __name__ == "__main__":
    main()
