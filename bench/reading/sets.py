"""Which labelled sets are there, and by which scorer is each graded?"""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

Row = dict[str, Any]
Predict = Callable[[str], list[dict[str, Any]]]


@dataclass(frozen=True)
class LabelledSet:
    """One set of the data folder: where it lies and how it is graded."""

    name: str
    path: Path
    scorer: str  # news, phrases or quantity
    data: Path


def labelled_sets(data: Path) -> Iterator[LabelledSet]:
    yield LabelledSet("news", data / "news", "news", data)
    yield LabelledSet("phrases", data / "examples" / "phrases.jsonl", "phrases", data)
    for path in sorted((data / "quantity").glob("*.jsonl")):
        if not path.stem.startswith("measeval"):
            yield LabelledSet(path.stem, path, "quantity", data)


def rows_of(labelled: LabelledSet, half: str | None = None) -> list[Row]:
    """The rows of a set (its even or its odd ones); for the news, its labelled texts."""
    if labelled.scorer == "news":
        rows = [
            json.loads(path.read_text(encoding="utf-8"))
            for path in sorted((labelled.path / "gold").glob("*.json"))
        ]
        for row in rows:
            row["text"] = (labelled.path / "texts" / f"{row['id']}.txt").read_bytes().decode("utf-8")
    else:
        rows = [json.loads(line) for line in labelled.path.read_text(encoding="utf-8").splitlines() if line]
    return rows if half is None else rows[half == "odd" :: 2]


def text_of(row: Row) -> str:
    text = row["text"] if "text" in row else row["input"]
    assert isinstance(text, str)
    return text


def figures(labelled: LabelledSet, rows: list[Row], predict: Predict) -> dict[str, float]:
    """What the scorer of the set says of our reading, by the name of the figure."""
    grade = scorer(labelled, "grade")
    documents = {grade.slug(row["id"]): {"path": row["id"], "claims": predict(text_of(row))} for row in rows}
    with redirect_stdout(StringIO()):
        if labelled.scorer == "news":
            result = grade.grade_news(documents, str(labelled.path))
        elif labelled.scorer == "phrases":
            result = grade.grade_phrases(rows, documents)
        else:
            result = grade.grade_quantity(rows, documents)
    return {name: float(value) for name, value in result.items()}


def scorer(labelled: LabelledSet, module: str) -> Any:
    """A module of the scorers that lie beside the sets."""
    folder = str(labelled.data / "score")
    if folder not in sys.path:
        sys.path.insert(0, folder)
    return importlib.import_module(module)
