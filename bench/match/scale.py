"""How fast are claims found among ten thousand, a hundred thousand, a million, and at which cost?

    python -m bench.match.scale --data DIR [--sizes 10000 100000 1000000] [--queries 200]

Records that many claims in a temporary ledger: sentences of the news, each spliced of two
real ones, twenty a document. Prints what the index takes to build, its size, and what twenty
more claims take; then, for questions made from recorded sentences (one word in four left
out), the time of a query with all that follows, by words, and whether the sentence is found
first; the same for the index alone under several limits of common terms; the memory of a
process that asks; and the time of a cold command.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate, islice
from pathlib import Path

from factcheck.agreement.matching.terms import terms
from factcheck.desk import matching
from factcheck.language import meaning
from factcheck.language.sentences import sentences
from factcheck.ledger import candidates as index
from factcheck.ledger.claims import add_claims
from factcheck.ledger.documents import add_document
from factcheck.ledger.opening import open_ledger
from factcheck.ledger.store import Ledger, change
from factcheck.model import Attribution, Claim, Document, Quantity, Span, identify

A_DOCUMENT = 20  # claims
A_TRANSACTION = 50  # documents
LIMITS = (0.005, 0.01, 0.02, 1.0)  # of all claims: a term that more have is left out
BY_WORDS = "import factcheck.language.meaning as m; m.why_absent = lambda: 'left out'\n"
COLD = """
import resource, sys
from factcheck.cli.match import match_command
match_command(sys.argv[1:], standalone_mode=False)
used = resource.getrusage(resource.RUSAGE_SELF)
(most,) = (line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM"))
print(used.ru_utime + used.ru_stime, int(most) / 1024, file=sys.stderr)
"""


def main() -> int:
    options = argparse.ArgumentParser(
        prog="python -m bench.match.scale", description=__doc__.partition("\n")[0]
    )
    options.add_argument("--data", type=Path, default=os.environ.get("FACTCHECK_DATA"))
    options.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000, 1_000_000])
    options.add_argument("--queries", type=int, default=200)
    given = options.parse_args()
    if given.data is None:
        options.error("where are the labelled sets? give --data DIR or set FACTCHECK_DATA")
    told = list(real_sentences(Path(given.data)))
    for size in given.sizes:
        with tempfile.TemporaryDirectory() as folder:
            measure(Path(folder) / "claims.db", told, size, given.queries)
    return 0


def real_sentences(data: Path) -> Iterator[str]:
    """The sentences of the news that are neither very short nor very long."""
    lines = (data / "polnear" / "train.jsonl").read_text(encoding="utf-8").splitlines()
    for line in lines:
        text = json.loads(line)["text"]
        for span in sentences(text):
            if 40 <= span.end - span.start <= 300:
                yield span.of(text).replace("\n", " ")


def measure(path: Path, told: Sequence[str], size: int, asked: int) -> None:
    chance = random.Random(size)
    start = time.perf_counter()
    with open_ledger(path, mode="write") as ledger:
        record(ledger, spliced(told, size, chance))
        recorded = time.perf_counter() - start
        before = path.stat().st_size
        spent, worked = timed_indexing(ledger)
        grown = (path.stat().st_size - before) / 1e6
        record(ledger, spliced(told, A_DOCUMENT, chance))
        more, _ = timed_indexing(ledger)
        print(
            f"{size:,} claims, recorded in {recorded:.0f} s; indexed in {spent:.1f} s, "
            f"{worked:.1f} of the processor ({1000 * worked / size:.3f} ms a claim), {grown:.0f} MB; "
            f"{A_DOCUMENT} more in {1000 * more:.1f} ms"
        )
        questions = [question(ledger, chance.randrange(1, size + 1), chance) for _ in range(asked)]
        by_words(ledger, questions)
        trade_off(ledger, questions, size)
    cold(path, questions[0][1])


def record(ledger: Ledger, told: Iterator[str]) -> None:
    """Record claims in documents, many documents in a transaction."""
    waiting = documents(told)
    while some := list(islice(waiting, A_TRANSACTION)):
        with change(ledger, who="bench", at="2026-01-01T00:00:00Z", version="bench", verb="record") as made:
            for document, claims in some:
                add_document(made, document, reader="bench")
                add_claims(made, document, [(claim, None) for claim in claims])


def spliced(told: Sequence[str], size: int, chance: random.Random) -> Iterator[str]:
    """Sentences of two halves, each of another real one, with a number before it."""
    for _ in range(size):
        one, other = chance.choice(told).split(), chance.choice(told).split()
        yield f"{chance.randrange(2, 99_999):,} {' '.join(one[: len(one) // 2] + other[len(other) // 2 :])}"


def documents(told: Iterator[str]) -> Iterator[tuple[Document, list[Claim]]]:
    page: list[str] = []
    for sentence in told:
        page.append(sentence)
        if len(page) == A_DOCUMENT:
            yield _document(page)
            page = []


def _document(page: Sequence[str]) -> tuple[Document, list[Claim]]:
    text = "\n".join(page)
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    document = Document(
        identify("document", sha256), text, sha256,
        title=page[0][:60], publisher="The Bench", date="2024-05-17",
    )  # fmt: skip
    starts = list(accumulate((len(sentence) + 1 for sentence in page), initial=0))
    return document, [
        _claim(document, start, sentence) for start, sentence in zip(starts, page, strict=False)
    ]


def _claim(document: Document, start: int, sentence: str) -> Claim:
    number = Span(start, start + sentence.index(" "))
    value, surface = Decimal(number.of(document.text).replace(",", "")), number.of(document.text)
    return Claim(
        identify("claim", document.id, start), number, surface, number, surface,
        Span(start, start + len(sentence)), Quantity(value, value, value), Attribution(),
    )  # fmt: skip


def timed_indexing(ledger: Ledger) -> tuple[float, float]:
    """The seconds that indexing what is new takes, and those of the processor."""
    start, begun = time.perf_counter(), time.process_time()
    with change(ledger, who="bench", at="2026-01-01T00:00:00Z", version="bench", verb="match") as made:
        index.index_new(ledger.rows, made.write)
    return time.perf_counter() - start, time.process_time() - begun


def question(ledger: Ledger, entry: int, chance: random.Random) -> tuple[int, str]:
    """The sentence of a claim with one word in four left out, and the claim's entry."""
    (claim,) = matching.recorded_at(ledger, [entry]).values()
    kept = [word for word in claim.telling.said.split() if chance.random() > 0.25]
    return entry, " ".join(kept)


def by_words(ledger: Ledger, questions: Sequence[tuple[int, str]]) -> None:
    """Whole searches, without sentence vectors, on an index that is up to date."""
    meaning.why_absent = _left_out
    spent, worked, first = [], [], 0
    for entry, text in questions:
        start, begun = time.perf_counter(), time.process_time()
        found = matching.match(ledger, text)
        spent.append(time.perf_counter() - start)
        worked.append(time.process_time() - begun)
        first += bool(found) and found[0].recorded.entry == entry
    print(
        f"  a search: {_percentiles(spent)}; of the processor {_percentiles(worked)}; "
        f"the claim is first for {first / len(questions):.3f}"
    )


def _left_out() -> str:
    return "sentence vectors are left out of this measurement"


def trade_off(ledger: Ledger, questions: Sequence[tuple[int, str]], size: int) -> None:
    """The index alone, with common terms left out from several shares on."""
    kept = index.COMMON
    for limit in LIMITS:
        index.COMMON = limit
        spent, found = [], 0
        for entry, text in questions:
            start = time.process_time()
            entries = index.candidates(ledger.rows, terms(text)).entries
            spent.append(time.process_time() - start)
            found += entry in entries
        told = (
            "all terms" if limit == 1 else f"terms in up to {max(index.COMMON_AT_LEAST, int(limit * size)):,}"
        )
        print(f"  candidates, {told:26} {_percentiles(spent)}; among them {found / len(questions):.3f}")
    index.COMMON = kept


def cold(path: Path, text: str) -> None:
    """A new process that answers one question, by words and with what is installed; its modules compiled."""
    command = ["--db", str(path), text, "--json"]
    compiled = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    compiled["PYTHONPYCACHEPREFIX"] = str(path.parent / "compiled")
    for name, program in (("by words", BY_WORDS + COLD), ("as installed", COLD)):
        spent, worked, memory = [], [], 0.0
        for _ in range(6):  # the first of them compiles
            start = time.perf_counter()
            ran = subprocess.run(
                [sys.executable, "-c", program, *command], check=True, capture_output=True, env=compiled
            )
            spent.append(1000 * (time.perf_counter() - start))
            processor, memory = map(float, ran.stderr.split()[-2:])
            worked.append(1000 * processor)
        print(
            f"  a cold command, {name}: {min(spent):.0f} ms at best, {sorted(spent)[2]:.0f} in the middle; "
            f"of the processor {min(worked):.0f} ms at best; {memory:.0f} MB"
        )


def _percentiles(spent: Sequence[float]) -> str:
    ordered = sorted(spent)
    middle, nearly_last = ordered[len(ordered) // 2], ordered[int(0.95 * len(ordered))]
    return f"p50 {1000 * middle:.1f} ms, p95 {1000 * nearly_last:.1f} ms"


if __name__ == "__main__":
    sys.exit(main())
