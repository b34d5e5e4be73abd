"""Which claims were verified, and which posts ask for which of them?

The folder of labelled sets holds `matching/clef2020_corpus.jsonl` and, for each split,
`matching/clef2020_SPLIT.jsonl`. A corpus claim has a text and a title; a query has a text
and the ids of the claims that are right (`gold`).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Verified:
    entry: int
    text: str
    title: str


@dataclass(frozen=True, slots=True)
class Query:
    id: str
    text: str
    gold: frozenset[int]


def corpus(data: Path) -> tuple[Verified, ...]:
    """The entries begin with 1, as those of a ledger do."""
    rows = _rows(data / "matching" / "clef2020_corpus.jsonl")
    return tuple(Verified(int(row["id"]) + 1, row["text"], row["title"]) for row in rows)


def queries(data: Path, split: str) -> tuple[Query, ...]:
    rows = _rows(data / "matching" / f"clef2020_{split}.jsonl")
    return tuple(
        Query(row["id"], row["text"], frozenset(int(one) + 1 for one in row["gold"])) for row in rows
    )


def splits(data: Path) -> tuple[str, ...]:
    """The splits that are there, the training split first."""
    names = {path.stem.removeprefix("clef2020_") for path in (data / "matching").glob("clef2020_*.jsonl")}
    return tuple(sorted(names - {"corpus"}, key=lambda name: (name != "train", name)))


def average_precision(ranked: Sequence[int], gold: Iterable[int], depth: int = 5) -> float:
    right, hits, total = frozenset(gold), 0, 0.0
    for place, entry in enumerate(ranked[:depth], 1):
        if entry in right:
            hits += 1
            total += hits / place
    return total / min(len(right), depth)


def reciprocal_rank(ranked: Sequence[int], gold: Iterable[int], depth: int = 5) -> float:
    right = frozenset(gold)
    return next((1 / place for place, entry in enumerate(ranked[:depth], 1) if entry in right), 0.0)


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    return map(json.loads, path.read_text(encoding="utf-8").splitlines())
