import io
from collections.abc import Callable

from factcheck.exchange.columns import (
    EXPORT_COLUMNS,
    EXTRACT_COLUMNS,
    SCORE_COLUMNS,
    SOURCE_COLUMNS,
    exported_row,
    extracted_rows,
    score_row,
    source_row,
)
from factcheck.exchange.tables import write_rows
from factcheck.model import Source
from tests import factories as make
from tests.show.test_pages import CLAIMS

Golden = Callable[[str, str], None]


def test_extracted_claims_have_these_bytes_in_csv(golden: Golden) -> None:
    out = io.StringIO(newline="")
    write_rows(extracted_rows(make.extract()), EXTRACT_COLUMNS, "csv", out)
    golden("exchange/extract.csv", out.getvalue())


def test_a_source_row_joins_its_names() -> None:
    source = Source("s1", "MRC", "ngo", ("Marn Relief Council", "Relief Council"), "B", True, ("s2",))
    row = source_row(source)
    assert tuple(row) == SOURCE_COLUMNS
    assert row["aliases"] == "Marn Relief Council; Relief Council"


def test_a_score_row_has_the_figures_of_the_agreement() -> None:
    row = score_row(make.dossier(agreement=make.agreement(score=None)))
    assert tuple(row) == SCORE_COLUMNS
    assert (row["band"], row["score"], row["unknown"]) == ("not ruled out", None, 1.0)


def test_a_recorded_claim_has_these_bytes_in_tsv(golden: Golden) -> None:
    out = io.StringIO(newline="")
    assert write_rows(map(exported_row, CLAIMS), EXPORT_COLUMNS, "tsv", out) == len(CLAIMS)
    golden("exchange/export.tsv", out.getvalue())
