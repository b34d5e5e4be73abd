"""Are the findings on the mini articles as labelled, and what is found in the news texts?

    python -m bench.agreement.findings --data DIR      (or FACTCHECK_DATA; there is no default)

DIR holds `examples/findings.jsonl`, `news/texts` and `news/gold`. Every article that differs
from its labels is printed, and every finding on a news text with its sentences, so that a
person can judge each (a text with labels is marked). Exit 1 if fewer than 9 of 10 articles are
as labelled, or one has a finding that no label has.
"""

import argparse
import json
import os
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from factcheck.agreement.consistency.finding import Finding
from factcheck.agreement.consistency.findings import findings
from factcheck.language.claims import extract
from factcheck.reading.files import make_document

REACH = 0.9

Told = Counter[tuple[str, tuple[tuple[int, int], ...]]]


def main() -> int:
    options = argparse.ArgumentParser(
        prog="python -m bench.agreement.findings", description=__doc__.partition("\n")[0]
    )
    options.add_argument(
        "--data", type=Path, default=os.environ.get("FACTCHECK_DATA"), help="folder of the labelled sets"
    )
    given = options.parse_args()
    if given.data is None:
        options.error("where are the labelled sets? give --data DIR or set FACTCHECK_DATA")
    return max(articles(Path(given.data) / "examples" / "findings.jsonl"), news(Path(given.data) / "news"))


def articles(path: Path) -> int:
    """Grade the mini articles; 1 if too few are as labelled, or anything is found beyond the labels."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    right, beyond = 0, 0
    for row in rows:
        expected: Told = Counter(
            (label["code"], tuple((start, end) for start, end in label["spans"])) for label in row["expected"]
        )
        got: Told = Counter(
            (finding.code, tuple((span.start, span.end) for span in finding.spans))
            for finding in found(row["text"])
        )
        right += got == expected
        beyond += (got - expected).total()
        for sign, differing in (("missed", expected - got), ("beyond the labels", got - expected)):
            for code, spans in differing:
                words = ", ".join(row["text"][start:end] for start, end in spans)
                print(f"  {row['id']}: {sign}: {code} ({words})")
    print(f"mini articles: {right} of {len(rows)} as labelled, {beyond} findings beyond the labels")
    return int(right < REACH * len(rows) or beyond > 0)


def news(folder: Path) -> int:
    """List every finding on the news texts, for a person to judge, and how long they took."""
    labelled = {path.stem for path in (folder / "gold").glob("*.json")}
    count: Counter[str] = Counter()
    start = time.perf_counter()
    paths = sorted((folder / "texts").glob("*.txt"))
    for path in paths:
        text = path.read_bytes().decode("utf-8")
        for finding in found(text):
            kind = "labelled" if path.stem in labelled else "unlabelled"
            count[kind] += 1
            print("\n".join(told(path.stem, kind, text, finding)))
    took = time.perf_counter() - start
    print(
        f"news: {count['labelled']} findings on {len(labelled)} labelled texts, "
        f"{count['unlabelled']} on {len(paths) - len(labelled)} others; {took:.1f} s with extraction"
    )
    return 0


def found(text: str) -> tuple[Finding, ...]:
    return findings(extract(make_document(text)))


def told(name: str, kind: str, text: str, finding: Finding) -> Iterator[str]:
    """A finding with the words around its mentions."""
    yield f"  {name} ({kind}) {finding.code} {finding.verdict or ''} {finding.severity}: {finding.sentence}"
    for span in finding.spans:
        around = text[max(0, span.start - 90) : span.end + 90]
        yield f"      … {' '.join(around.split())} …"


if __name__ == "__main__":
    sys.exit(main())
