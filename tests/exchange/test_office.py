"""Our tables in LibreOffice: no text becomes a formula, no number another number."""

import csv
import shutil
import subprocess
from decimal import Decimal
from pathlib import Path

import pytest

from factcheck.exchange.tables import write_rows
from factcheck.exchange.workbook import write_workbook

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
pytestmark = pytest.mark.skipif(OFFICE is None, reason="needs LibreOffice, which is not installed")

FORMULAS = (
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "=1+1",
    '=HYPERLINK("http://a.example")',
    "x;=1+1",
)
ROWS = [{"text": text, "number": Decimal(-12), "share": -0.25} for text in FORMULAS]
COLUMNS = ("text", "number", "share")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same rows as CSV and as XLSX, each opened and saved as CSV by LibreOffice, formulas shown."""
    folder = tmp_path_factory.mktemp("office")
    with (folder / "given.csv").open("w", encoding="utf-8", newline="") as out:
        write_rows(ROWS, COLUMNS, "csv", out)
    with (folder / "workbook.xlsx").open("wb") as data:
        write_workbook(ROWS, COLUMNS, data)
    assert OFFICE is not None
    command = [OFFICE, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to"]
    save = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true"
    for name in ("given.csv", "workbook.xlsx"):
        to = folder / "saved" / name
        subprocess.run(
            [*command, save, "--outdir", str(to), str(folder / name)],
            capture_output=True,
            timeout=120,
            check=True,
        )
    return folder / "saved"


@pytest.mark.parametrize("name", ["given.csv", "workbook.xlsx"])
def test_no_formula_is_alive_and_no_negative_number_is_harmed(folder: Path, name: str) -> None:
    (saved,) = (folder / name).iterdir()
    head, *rows = csv.reader(saved.open(encoding="utf-8", newline=""))
    assert tuple(head) == COLUMNS
    assert len(rows) == len(FORMULAS)
    for formula, (text, number, share) in zip(FORMULAS, rows, strict=True):
        assert text not in ("2", "0", "1"), formula
        assert not text.startswith(("#", "Err:")), formula
        assert (Decimal(number), Decimal(share)) == (Decimal(-12), Decimal("-0.25"))
