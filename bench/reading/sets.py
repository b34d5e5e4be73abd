"""Which labelled sets are there, and by which scorer is each graded?

The set of news articles with attributions is there twice: with our own numbers, and with
the numbers given, so that its figures tell sources apart from numbers. The sets of
Recognizers label their own kind only: there, claims of other kinds are left out before
scoring. Some sets name units in their own way (Dollar, Meter, Year): our names are put
into theirs by the table below, for the scoring only.
"""

from __future__ import annotations

import importlib
import json
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

from bench.reading.readers import Claims, credited

Row = dict[str, Any]
Predict = Callable[[str], Claims]
Figures = dict[str, float]

OWN_KINDS = {
    "NumberModel": ("count", "ratio"),
    "NumberRange": ("count",),
    "Percent": ("percent",),
    "Currency": ("money",),
    "Dimension": ("measure",),
    "Age": ("other",),
    "Temperature": ("measure",),
}
OWN_TERMS = ", own terms"  # behind the name of a set: its own kinds only, its own names of units
UNIT_NAMES = Path(__file__).with_name("unit_names.tsv")


@dataclass(frozen=True)
class LabelledSet:
    """One set of the data folder: where it lies and how it is graded."""

    name: str
    path: Path
    scorer: str  # one of SCORERS
    data: Path


def labelled_sets(data: Path) -> Iterator[LabelledSet]:
    yield LabelledSet("news", data / "news", "news", data)
    yield LabelledSet("phrases", data / "examples" / "phrases.jsonl", "phrases", data)
    yield LabelledSet("attributions", data / "examples" / "attribution.jsonl", "attributions", data)
    polnear = data / "polnear" / "train.jsonl"
    yield LabelledSet("polnear", polnear, "sources", data)
    yield LabelledSet("polnear, numbers given", polnear, "sources given", data)
    for path in sorted((data / "quantity").glob("*.jsonl")):
        if not path.stem.startswith("measeval"):
            yield LabelledSet(path.stem, path, "quantity", data)


def rows_of(labelled: LabelledSet, half: str | None = None) -> list[Row]:
    """The rows of a set (its even or its odd ones); for the news, its labelled texts."""
    if labelled.scorer == "news":
        paths = sorted((labelled.path / "gold").glob("*.json"))
        rows = [json.loads(path.read_text(encoding="utf-8")) for path in paths]
        for row in rows:
            row["text"] = (labelled.path / "texts" / f"{row['id']}.txt").read_bytes().decode("utf-8")
    else:
        rows = [json.loads(line) for line in labelled.path.read_text(encoding="utf-8").splitlines() if line]
    return rows if half is None else rows[half == "odd" :: 2]


def text_of(row: Row) -> str:
    text = row["text"] if "text" in row else row["input"]
    assert isinstance(text, str)
    return text


def figures(labelled: LabelledSet, rows: list[Row], predict: Predict) -> Figures:
    """What the scorer of the set says of our reading, by the name of the figure."""
    with redirect_stdout(StringIO()):
        found = SCORERS[labelled.scorer](labelled, rows, predict)
    return {name: float(value) for name, value in found.items()}


def _of_news(labelled: LabelledSet, rows: list[Row], predict: Predict) -> Figures:
    grade = scorer(labelled, "grade")
    return grade.grade_news(_read(grade, rows, predict), str(labelled.path))  # type: ignore[no-any-return]


def _of_rows(way: str) -> Callable[[LabelledSet, list[Row], Predict], Figures]:
    """The scorer of the sets that give each row an id."""

    def found(labelled: LabelledSet, rows: list[Row], predict: Predict) -> Figures:
        grade = scorer(labelled, "grade")
        return getattr(grade, f"grade_{way}")(rows, _read(grade, rows, predict))  # type: ignore[no-any-return]

    return found


def _of_sources(labelled: LabelledSet, rows: list[Row], predict: Predict) -> Figures:
    grade = scorer(labelled, "grade")
    return _graded_twice(grade, rows, _read(grade, rows, predict))


def _of_sources_given(labelled: LabelledSet, rows: list[Row], predict: Predict) -> Figures:
    del predict  # it would look for the numbers itself
    grade = scorer(labelled, "grade")
    return _graded_twice(grade, rows, {slug_of(grade, row): {"claims": given(row)} for row in rows})


def given(row: Row) -> Claims:
    """Whom we credit with the numbers that a row gives."""
    return credited(row["text"], [(mention["start"], mention["end"]) for mention in row["numeric"]])


def _graded_twice(grade: Any, rows: list[Row], documents: dict[str, Any]) -> Figures:
    """The figures over all cues, and over those that report rather than want or attack."""
    found: Figures = {}
    for name, only_reports in (("all", False), ("report", True)):
        graded = grade.grade_polnear([dict(row) for row in rows], documents, only_reports)
        told = {"attributed": "attributed", "overlap": "src_overlap", "exact": "src_exact"}
        found |= {f"{figure}/{name}": graded[theirs] for figure, theirs in told.items()}
    return found


def _read(grade: Any, rows: list[Row], predict: Predict) -> dict[str, Any]:
    return {slug_of(grade, row): {"path": row.get("id"), "claims": predict(text_of(row))} for row in rows}


def slug_of(grade: Any, row: Row) -> str:
    """The name under which a scorer looks for our reading of a row."""
    return str(grade.slug(row.get("doc_id") or row["id"]))


SCORERS = {
    "news": _of_news,
    "phrases": _of_rows("phrases"),
    "attributions": _of_rows("attributions"),
    "quantity": _of_rows("quantity"),
    "sources": _of_sources,
    "sources given": _of_sources_given,
}


def in_terms_of(labelled: LabelledSet, predict: Predict) -> Predict:
    """The same reading in the terms of a set: its own kinds only, its own names of units."""
    kinds = next((kinds for name, kinds in OWN_KINDS.items() if name in labelled.name), None)
    names = _unit_names(labelled.name)
    american = labelled.name.startswith("recognizers")

    def reading(text: str) -> Claims:
        claims = [claim for claim in predict(text) if kinds is None or claim["quantity"]["kind"] in kinds]
        return [{**claim, "quantity": _renamed(claim["quantity"], names, american)} for claim in claims]

    return reading


def _unit_names(name: str) -> dict[str, str]:
    """Their names of units by ours, for the family of sets that a name begins with."""
    lines = UNIT_NAMES.read_text(encoding="utf-8").splitlines()[2:]
    rows = [line.split("\t") for line in lines]
    return {ours: theirs for family, ours, theirs in rows if name.startswith(family)}


def _renamed(quantity: dict[str, Any], names: dict[str, str], american: bool) -> dict[str, Any]:
    unit = quantity["unit"]
    if unit is None:
        return quantity
    unit = names.get(unit, unit)
    unit = re.sub(r"^(\w+)s of age$", r"\1" if american else r"\1 of age", unit)
    return {
        **quantity,
        "unit": unit.replace("metre", "meter").replace("litre", "liter") if american else unit,
    }


def scorer(labelled: LabelledSet, module: str) -> Any:
    """A module of the scorers that lie beside the sets."""
    folder = str(labelled.data / "score")
    if folder not in sys.path:
        sys.path.insert(0, folder)
    return importlib.import_module(module)
