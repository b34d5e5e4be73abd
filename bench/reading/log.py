"""How have the figures of the reader moved from one revision to the next?

A log is a tab-separated table, one row a run: the revision of the reader, the day, and
one column for each figure of `COLUMNS`. Rows are only ever appended. A set that was
not there leaves its cells empty.

Callers: `python -m bench.reading --log FILE`.
"""

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path

from bench.reading.sets import OWN_TERMS, Figures

ROOT = Path(__file__).resolve().parents[2]
READER = "factcheck/language"
COLUMNS = {
    "news claim": ("news", "claim"),
    "news value": ("news", "value"),
    "news hedge": ("news", "hedge"),
    "news attributed": ("news", "attributed"),
    "phrases": ("phrases", "value and hedge"),
    "credited": ("attributions", "credited"),
    "polnear": ("polnear", "attributed/all"),
    "polnear report": ("polnear", "attributed/report"),
    "given": ("polnear, numbers given", "attributed/all"),
    "given report": ("polnear, numbers given", "attributed/report"),
    "newsquant value": ("newsquant_dev", "value"),
    "newsquant bound": ("newsquant_dev", "value+bound"),
    "newsquant unit": ("newsquant_dev", "value+unit"),
    "numbers": ("recognizers_NumberModel", "value"),
    "ranges": ("recognizers_NumberRangeModel", "value"),
    "percent": ("recognizers_PercentModel" + OWN_TERMS, "value+unit"),
    "currency": ("recognizers_CurrencyModel" + OWN_TERMS, "value+unit"),
    "dimension": ("recognizers_DimensionModel" + OWN_TERMS, "value+unit"),
    "age": ("recognizers_AgeModel" + OWN_TERMS, "value+unit"),
    "quantulum3": ("quantulum3", "value"),
    "MB/s": ("speed", "both"),
}


def append(log: Path, found: dict[str, Figures]) -> None:
    """Add a row of these figures to the log; a new file begins with the names of the columns."""
    head = "" if log.exists() else "\t".join(("revision", "date", *COLUMNS)) + "\n"
    with log.open("a", encoding="utf-8") as lines:
        lines.write(head + row(revision(), date.today(), found) + "\n")


def row(of: str, day: date, found: dict[str, Figures]) -> str:
    """One line of the log, without its end."""
    cells = (found.get(name, {}).get(figure) for name, figure in COLUMNS.values())
    return "\t".join((of, day.isoformat(), *("" if cell is None else f"{cell:.1f}" for cell in cells)))


def revision() -> str:
    """The last commit that changed the reader, with a mark if the working tree has changed it since."""
    changed = _git("status", "--porcelain", "--", READER)
    return _git("log", "-1", "--format=%h", "--", READER) + ("-dirty" if changed else "")


def _git(*command: str) -> str:
    return subprocess.run(
        ["git", *command], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.strip()
