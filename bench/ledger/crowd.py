"""Many write while many read: `python -m bench.ledger.crowd [--writers N] [--writes N] [--readers N]`.

Writers record, add, cite and amend in processes of their own; nothing may fail or be lost, and all of
it is one chain. Readers meanwhile look at one moment after the other, and none may be half done.
"""

import argparse
import multiprocessing
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from multiprocessing.pool import AsyncResult
from pathlib import Path

from bench.ledger.kills import CLAIMS_OF_EACH, SENTENCES, SIGNED, halves, is_there
from factcheck.desk.amendments import ClaimAmendment, amend_claim
from factcheck.desk.citations import Evidence, cite
from factcheck.desk.claims import Publication, add, draft
from factcheck.desk.documents import record
from factcheck.desk.signature import Signature
from factcheck.ledger.audit import verify
from factcheck.ledger.opening import open_ledger
from factcheck.ledger.store import Ledger
from factcheck.reading.files import make_document

WAIT = 300.0  # seconds: a crowd of writers on a slow disk waits longer than a person would


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--writers", type=int, default=8)
    parser.add_argument("--writes", type=int, default=100)
    parser.add_argument("--readers", type=int, default=16)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        began = time.perf_counter()
        tally = crowd(Path(folder) / "claims.db", asked.writers, asked.writes, asked.readers)
        spent = time.perf_counter() - began
    print(
        f"{tally['writes']} writes in {spent:.1f} s, {tally['looks']} looks: none lost, failed or half done"
    )


def crowd(path: Path, writers: int, writes: int, readers: int) -> Counter[str]:
    """Let them all work on one ledger; AssertionError where anything was lost or half done."""
    with open_ledger(path, mode="write") as ledger:
        add(ledger, draft("over 900 homes were flooded", Publication()), SIGNED)
    fork = multiprocessing.get_context("fork")
    done = fork.Event()
    seen: multiprocessing.Queue[int] = fork.Queue()
    looking = [fork.Process(target=read, args=(path, done, seen)) for _ in range(readers)]
    for one in looking:
        one.start()
    with fork.Pool(writers) as pool:
        results: list[AsyncResult[list[str]]] = [
            pool.apply_async(write, (path, number, writes)) for number in range(writers)
        ]
        said = [line for result in results for line in result.get()]
    done.set()
    looks = [seen.get(timeout=WAIT) for _ in looking]
    for one in looking:
        one.join()
        assert one.exitcode == 0, "a reader saw a half state, or failed"
    whole(path, said, writers * writes)
    return Counter(writes=len(said), looks=sum(looks))


def whole(path: Path, said: list[str], expected: int) -> None:
    """Every write is there, and all of them are one chain."""
    with open_ledger(path, mode="read") as ledger:
        assert len(said) == len(set(said)) == expected, f"{len(set(said))} of {expected} writes succeeded"
        lost = [line for line in said if not is_there(ledger, *line.split())]
        assert not lost, f"lost: {lost}"
        numbers = [row["seq"] for row in ledger.rows("SELECT seq FROM events ORDER BY entry")]
        assert numbers == list(range(1, len(numbers) + 1)), "the chain is broken"
        assert verify(ledger) == ()


def write(path: Path, worker: int, times: int) -> list[str]:
    """So many writes of mixed kinds; what each made."""
    signed = Signature(f"worker {worker}", SIGNED.at, SIGNED.version)
    with open_ledger(path, mode="write", timeout=WAIT) as ledger:
        shared = str(ledger.rows("SELECT id FROM claims ORDER BY entry")[0]["id"])
        return [
            KINDS[number % len(KINDS)](ledger, shared, f"{worker:x}x{number:x}", signed)
            for number in range(times)
        ]


def recorded(ledger: Ledger, _: str, name: str, signed: Signature) -> str:
    document = make_document(f"Edition {name}.\n\n" + " ".join(SENTENCES))
    record(ledger, document, signed)
    return f"documents {document.id}"


def added(ledger: Ledger, _: str, name: str, signed: Signature) -> str:
    return f"claims {add(ledger, draft('some 40 bridges', Publication(outlet=name)), signed).id}"


def cited(ledger: Ledger, shared: str, name: str, signed: Signature) -> str:
    evidence = Evidence(f"Witness {name}", "about 900 homes were flooded", Publication(outlet=name))
    return f"citations {cite(ledger, shared, evidence, signed).id}"


def amended(ledger: Ledger, shared: str, name: str, signed: Signature) -> str:
    amend_claim(ledger, shared, ClaimAmendment(counted=f"homes {name}"), f"counted by {name}", signed)
    made = "SELECT id FROM revisions WHERE reason = :reason"
    return f"revisions {ledger.rows(made, {'reason': f'counted by {name}'})[0]['id']}"


KINDS: tuple[Callable[[Ledger, str, str, Signature], str], ...] = (recorded, added, cited, amended)


def read(path: Path, done: "multiprocessing.synchronize.Event", seen: "multiprocessing.Queue[int]") -> None:
    """Look at one moment after the other until all is done: none may be half done."""
    looks = 0
    while not done.is_set() or not looks:
        with open_ledger(path, mode="read", timeout=WAIT) as ledger, ledger.snapshot():
            assert not list(halves(ledger)), "half a document"
            unfounded = "SELECT count(*) FROM documents WHERE id NOT IN (SELECT subject FROM events)"
            assert ledger.rows(unfounded)[0][0] == 0, "a document without its event"
            size, last = ledger.rows("SELECT count(*), max(seq) FROM events")[0]
            assert size == last, "a chain with a gap"
        looks += 1
        time.sleep(0.05)
    seen.put(looks)


assert CLAIMS_OF_EACH > 1, "a document of one claim has no half"

if __name__ == "__main__":
    main()
