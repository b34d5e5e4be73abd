"""What leaves the worked ledger through the command, as those read it who get it."""

import csv
import io
import json
import shutil
import warnings
from pathlib import Path
from typing import Any

import extruct
import pytest
from docx import Document as Word
from openpyxl import load_workbook

from factcheck.cli.exports import TABLES
from factcheck.exchange.nouns import NOUNS
from fixtures.__main__ import LEDGER
from tests.cli.conftest import Typed

ARTICLE = "fixtures/iran-november-2019.txt"
DESK = ("--publisher", "Marn Desk", "--publisher-url", "https://desk.example")
PAGE = ("--page", "https://desk.example/checks/{id}")


@pytest.fixture
def desk(type_in: Typed, tmp_path: Path) -> Typed:
    """A desk that has the worked ledger."""
    shutil.copy(LEDGER, tmp_path / "claims.db")
    return type_in


def claim_of(desk: Typed, phrase: str) -> str:
    return next(one["id"] for one in desk("list", "--json").json["claims"] if phrase in one["phrase"])


def signed(desk: Typed, phrase: str, verdict: str) -> str:
    """A claim that Ana decided and Bo signed off."""
    claim = claim_of(desk, phrase)
    for move in (
        ("decide", claim, verdict, "--because", "see the origins", "--as", "Ana"),
        ("sign", claim, "--as", "Bo"),
    ):
        assert desk("review", *move).code == 0
    return claim


def rows(desk: Typed, noun: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in desk("export", noun, "--format", "nl").out.splitlines()]


def test_a_signed_claim_becomes_a_review_that_others_can_read(desk: Typed) -> None:
    claim = signed(desk, "over 1,500", "mixed")
    told = desk("export", "--format", "claimreview", *DESK, *PAGE)
    assert told.code == 0
    (review,) = map(json.loads, told.out.splitlines())
    assert review["url"] == f"https://desk.example/checks/{claim}"
    assert review["author"] == {"@type": "Organization", "name": "Marn Desk", "url": "https://desk.example"}
    assert (
        review["claimReviewed"]
        == "…quiet, over 1,500 peaceful protesters were killed in a single week by the…"
    )
    assert review["itemReviewed"]["author"]["name"] == "People’s Mojahedin Organization of Iran"
    assert review["itemReviewed"]["appearance"][0]["publisher"]["name"] == "Specimen Opinion"
    assert review["itemReviewed"]["about"]["@type"] == "Observation"
    assert review["itemReviewed"]["about"]["minValue"] == 1500
    rating = review["reviewRating"]
    assert (rating["alternateName"], rating["worstRating"], rating["ratingValue"], rating["bestRating"]) == (
        "mixed",
        1,
        3,
        5,
    )
    assert rating["ratingExplanation"].startswith("Contested: independent origins stand on both sides.")
    page = f'<script type="application/ld+json">{told.out}</script>'
    assert extruct.extract(page, syntaxes=["json-ld"])["json-ld"] == [review]


def test_a_claim_without_a_signed_verdict_is_refused_with_the_reason(desk: Typed) -> None:
    told = desk("export", "--format", "claimreview", *DESK, *PAGE)
    assert (told.code, told.out) == (2, "")
    assert "no verdict on it is signed off (it is open)" in told.err
    signed(desk, "over 1,500", "mixed")
    assert (
        "47 claims are left out: not signed off with a verdict."
        in desk("export", "--format", "claimreview", *DESK, *PAGE).err
    )


def test_a_review_needs_a_publisher_and_a_page(desk: Typed) -> None:
    assert desk("export", "--format", "claimreview", *DESK).code == 2


@pytest.mark.parametrize("noun", [noun for noun in NOUNS if noun.name in TABLES], ids=lambda noun: noun.name)
def test_every_table_has_its_columns_and_the_same_rows_in_every_format(
    desk: Typed, tmp_path: Path, noun: Any
) -> None:
    signed(desk, "over 1,500", "mixed")
    lines = rows(desk, noun.name)
    assert lines
    table = list(csv.DictReader(io.StringIO(desk("export", noun.name, "--format", "csv").out)))
    assert [tuple(row) for row in (*lines, *table)] == [noun.names] * (2 * len(lines))
    assert desk("export", noun.name, "--format", "json").json[noun.name] == lines
    desk("export", noun.name, "--format", "xlsx", "-o", "table.xlsx")
    sheet = load_workbook(tmp_path / "table.xlsx")[noun.name]
    assert sheet.max_row == len(lines) + 1
    assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type in ("f", "e")]


def test_a_claim_tells_where_it_stands_and_what_was_declared_of_it(desk: Typed) -> None:
    claim = claim_of(desk, "over 1,500")
    assert desk("declare", claim, "--place", "Iran", "--period", "2019-11", "--measure", "killed").code == 0
    row = next(one for one in rows(desk, "claims") if one["id"] == claim)
    text = (LEDGER.parent / ARTICLE).read_text(encoding="utf-8")
    assert text[row["start"] : row["end"]] == row["surface"] == "1,500"
    assert (row["measure"], row["place"], row["period"]) == ("killed", "Iran", "2019-11")


def test_the_references_can_be_printed_by_others(desk: Typed) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from citeproc import (
            Citation,
            CitationItem,
            CitationStylesBibliography,
            CitationStylesStyle,
            formatter,
        )
        from citeproc.source.json import CiteProcJSON

        items = json.loads(desk("export", "citations", "--format", "csl").out)
        source = CiteProcJSON(items)
        style = CitationStylesStyle("harvard-cite-them-right", validate=False)
        bibliography = CitationStylesBibliography(style, source, formatter.plain)
        for key in source:
            bibliography.register(Citation([CitationItem(key)]))
        printed = [str(entry) for entry in bibliography.bibliography()]
    assert len(printed) == len(items) == len(rows(desk, "citations"))
    assert any("Amnesty International" in entry and "2019" in entry for entry in printed)


def test_a_draft_goes_back_with_a_comment_on_each_claim(desk: Typed, tmp_path: Path) -> None:
    signed(desk, "over 1,500", "mixed")
    told = desk("export", "--document", ARTICLE, "--format", "docx", "-o", "draft.docx")
    assert told.code == 0, told.err
    word = Word(str(tmp_path / "draft.docx"))
    notes = [comment.text for comment in word.comments]
    assert len(notes) == 16
    assert any("Verdict: mixed, decided by Ana, signed off by Bo" in note for note in notes)


def test_the_report_is_written_to_a_file(desk: Typed, tmp_path: Path) -> None:
    assert desk("report", "--document", ARTICLE, "-o", "report.html").code == 0
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>")
    assert page.count("<mark ") == 16


@pytest.mark.parametrize("form", ["csv", "nl", "xlsx", "annotations", "csl", "markdown"])
def test_the_same_ledger_is_the_same_bytes(desk: Typed, tmp_path: Path, form: str) -> None:
    for name in ("one", "other"):
        what = "citations" if form == "csl" else "claims"
        assert desk("export", what, "--document", ARTICLE, "--format", form, "-o", name).code == 0
    assert (tmp_path / "one").read_bytes() == (tmp_path / "other").read_bytes()
