"""docs/columns.md names every column and every key that comes out."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from factcheck.exchange.claimreview.writing import Desk, claimreview_shape
from factcheck.exchange.columns import CONSTANT_COLUMNS, EXTRACT_COLUMNS, SCORE_COLUMNS, STEP_COLUMNS
from factcheck.exchange.extracts import extract_shape
from factcheck.exchange.nouns import NOUNS, Column, Noun
from factcheck.exchange.scores import explained_shape
from factcheck.exchange.shapes import dossier_shape
from factcheck.exchange.sheets.headers import Imported
from factcheck.exchange.sheets.rows import template_columns
from factcheck.model import DEFAULT_SCALE, State
from tests import factories as make
from tests.exchange.test_scores import judged_dossier
from tests.worked import worked

MANUAL = (Path(__file__).parents[2] / "docs" / "columns.md").read_text(encoding="utf-8")


def keys_of(shape: Any) -> set[str]:
    """All keys, at any depth."""
    if isinstance(shape, list):
        return set().union(*map(keys_of, shape))
    if isinstance(shape, dict):
        return set(shape).union(*map(keys_of, shape.values()))
    return set()


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.name)
def test_the_manual_has_the_table_of_each_noun(noun: Noun) -> None:
    rows = [f"| `{column.name}` | {told(column)} |" for column in noun.columns]
    assert "\n".join(["| column | what stands in it |", "|---|---|", *rows, ""]) in MANUAL


def told(column: Column) -> str:
    return column.says + (": " + ", ".join(f"`{word}`" for word in column.words) if column.words else "")


@pytest.mark.parametrize("columns", [EXTRACT_COLUMNS, SCORE_COLUMNS, STEP_COLUMNS, CONSTANT_COLUMNS])
def test_every_column_is_in_the_manual(columns: tuple[str, ...]) -> None:
    assert [column for column in columns if f"`{column}`" not in MANUAL] == []


@pytest.mark.parametrize("noun", ["claims", "citations"])
def test_every_field_of_an_import_is_in_the_manual(noun: Imported) -> None:
    assert [name for name in template_columns(noun) if f"`{name}`" not in MANUAL] == []


def test_every_key_of_a_claimreview_is_in_the_manual() -> None:
    signed = replace(worked(), state=State("signed off", "mixed", signed_at="2024-06-03T10:00:00Z"))
    shape = claimreview_shape(signed, DEFAULT_SCALE, Desk("x", "y"), "z")
    common = {"@context", "@type", "name", "headline", "publisher"}
    assert sorted(key for key in keys_of(shape) - common if f"`{key}`" not in MANUAL) == []


@pytest.mark.parametrize(
    "shape",
    [
        dossier_shape(worked()),
        extract_shape(make.extract()),
        explained_shape(judged_dossier("Army"), ("without it", judged_dossier("Army"))),
    ],
    ids=["show", "extract", "score"],
)
def test_every_key_is_in_the_manual(shape: Any) -> None:
    assert sorted(key for key in keys_of(shape) if f"`{key}`" not in MANUAL) == []
