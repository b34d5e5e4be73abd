"""What `--version` and `--help` load, and what a piped list does not: the cold start is a feature."""

import subprocess
import sys
from pathlib import Path

import pytest

from fixtures.__main__ import LEDGER

SPY = """
import sys
from factcheck.cli.main import main
code = main(sys.argv[1:])
print(*sorted({name.split(".")[0] for name in sys.modules} | set(sys.modules)), file=sys.stderr)
sys.exit(code)
"""


def loaded_by(*arguments: str) -> set[str]:
    done = subprocess.run([sys.executable, "-c", SPY, *arguments], capture_output=True, text=True, check=True)
    return set(done.stderr.split())


@pytest.mark.parametrize("argument", ["--version", "--help"])
def test_version_and_help_load_neither_rich_nor_sqlite_utils(argument: str) -> None:
    assert not loaded_by(argument) & {"rich", "sqlite_utils", "sqlite3", "rapidfuzz"}


def test_the_help_of_a_command_loads_neither_either() -> None:
    assert not loaded_by("cite", "--help") & {"rich", "sqlite_utils", "rapidfuzz"}


def test_a_piped_list_loads_neither_and_no_grammar() -> None:
    loaded = loaded_by("--db", str(LEDGER), "list")
    assert not loaded & {"rich", "sqlite_utils", "rapidfuzz"}
    assert not {name for name in loaded if name.startswith("factcheck.language.")}, "lists read no text"


def test_a_report_loads_no_grammar(tmp_path: Path) -> None:
    loaded = loaded_by("--db", str(LEDGER), "report", "-o", str(tmp_path / "report.html"))
    assert not loaded & {"factcheck.language.quantities", "factcheck.language.attributions"}
