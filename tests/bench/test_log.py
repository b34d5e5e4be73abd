"""A log of figures only grows, and each row is a run."""

from datetime import date
from pathlib import Path

from bench.reading import log

DAY = date(2026, 11, 24)


def test_a_figure_that_was_not_measured_leaves_its_cell_empty() -> None:
    cells = log.row("abc1234", DAY, {"news": {"claim": 97.25}}).split("\t")
    assert cells[:3] == ["abc1234", "2026-11-24", "97.2"]
    assert len(cells) == len(log.COLUMNS) + 2
    assert set(cells[3:]) == {""}


def test_a_new_log_begins_with_its_columns_and_then_only_grows(tmp_path: Path) -> None:
    path = tmp_path / "log.tsv"
    log.append(path, {"phrases": {"value and hedge": 90.0}})
    log.append(path, {"phrases": {"value and hedge": 91.0}})
    head, *rows = path.read_text(encoding="utf-8").splitlines()
    assert head.split("\t") == ["revision", "date", *log.COLUMNS]
    assert [row.split("\t")[head.split("\t").index("phrases")] for row in rows] == ["90.0", "91.0"]
