"""docs/columns.md names every column and every key that comes out."""

from pathlib import Path
from typing import Any

import pytest

from factcheck.exchange.columns import EXPORT_COLUMNS, EXTRACT_COLUMNS, SCORE_COLUMNS, SOURCE_COLUMNS
from factcheck.exchange.shapes import dossier_shape, extract_shape, score_shape
from tests import factories as make
from tests.worked import worked

MANUAL = (Path(__file__).parents[2] / "docs" / "columns.md").read_text(encoding="utf-8")


def keys_of(shape: Any) -> set[str]:
    """All keys, at any depth."""
    if isinstance(shape, list):
        return set().union(*map(keys_of, shape))
    if isinstance(shape, dict):
        return set(shape).union(*map(keys_of, shape.values()))
    return set()


@pytest.mark.parametrize("columns", [EXPORT_COLUMNS, EXTRACT_COLUMNS, SCORE_COLUMNS, SOURCE_COLUMNS])
def test_every_column_is_in_the_manual(columns: tuple[str, ...]) -> None:
    assert [column for column in columns if f"`{column}`" not in MANUAL] == []


@pytest.mark.parametrize(
    "shape",
    [dossier_shape(worked()), extract_shape(make.extract()), score_shape("c1", make.agreement())],
    ids=["show", "extract", "score"],
)
def test_every_key_is_in_the_manual(shape: Any) -> None:
    assert sorted(key for key in keys_of(shape) if f"`{key}`" not in MANUAL) == []
