"""How hard is a split: what does a plain full-text index find of it, without anything of ours?

    python -m bench.match.textbook --data DIR      (or FACTCHECK_DATA; there is no default)

The index is that of SQLite as the manual has it: FTS5 with `porter unicode61`, text and
title, ranked by bm25. A question keeps its author and date, loses addresses and the commonest
words, and its tags are also split at their capitals; every word may be missing. Prints MAP@5
and how often the claim is among a hundred, by split: what another split adds or takes away
for everybody is no merit, and no fault, of the re-ranking.
"""

from __future__ import annotations

import argparse
import os
import re
import sqlite3
import sys
from collections.abc import Iterable
from pathlib import Path

from bench.match.contrast import mean
from bench.match.sets import Verified, average_precision, corpus, queries, splits

MOST = 100
ADDRESS = re.compile(r"https?://\S*|pic\.twitter\.com/\S*|\bwww\.\S+")
TAG = re.compile(r"[#@]\w+")
PART = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
COMMON = frozenset(
    re.findall(
        r"\w+",
        "a an the and or but if of in on at to for from by with as is are was were be been it its this that "
        "these those i you he she they we his her their our my your not no do does did have has had will "
        "would can could should s t",
    )
)
SEARCH = "SELECT rowid FROM claims WHERE claims MATCH ? ORDER BY rank LIMIT ?"


def main() -> int:
    options = argparse.ArgumentParser(
        prog="python -m bench.match.textbook", description=__doc__.partition("\n")[0]
    )
    options.add_argument("--data", type=Path, default=os.environ.get("FACTCHECK_DATA"))
    given = options.parse_args()
    if given.data is None:
        options.error("where are the labelled sets? give --data DIR or set FACTCHECK_DATA")
    data = Path(given.data)
    index = filled(corpus(data))
    for split in splits(data):
        asked = [(query, found(index, query.text)) for query in queries(data, split)]
        precision = mean([average_precision(entries, query.gold) for query, entries in asked])
        there = mean([not query.gold.isdisjoint(entries) for query, entries in asked])
        print(f"{split}: MAP@5 {precision:.3f}, the claim among {MOST} {there:.3f}")
    return 0


def filled(claims: Iterable[Verified]) -> sqlite3.Connection:
    index = sqlite3.connect(":memory:")
    index.execute("CREATE VIRTUAL TABLE claims USING fts5(text, title, tokenize='porter unicode61')")
    rows = [(claim.entry, claim.text, claim.title) for claim in claims]
    index.executemany("INSERT INTO claims (rowid, text, title) VALUES (?, ?, ?)", rows)
    return index


def found(index: sqlite3.Connection, text: str) -> list[int]:
    words = re.findall(r"\w+", TAG.sub(split_tag, ADDRESS.sub(" ", text)).lower())
    query = " OR ".join(f'"{word}"' for word in dict.fromkeys(words) if word not in COMMON)
    return [row[0] for row in index.execute(SEARCH, (query, MOST))] if query else []


def split_tag(tag: re.Match[str]) -> str:
    return f" {tag[0][1:]} {' '.join(PART.findall(tag[0]))} "


if __name__ == "__main__":
    sys.exit(main())
