"""`explain` answers for a place of a text and for a recorded claim, on a page and as JSON."""

from pathlib import Path

import pytest

from factcheck.exchange.explanations import explanation_shape
from factcheck.language.explanations import explain
from factcheck.reading.files import make_document
from tests.cli.conftest import Typed
from tests.exchange.test_columns_doc import MANUAL, keys_of

TEXT = "On May 12 the navy said at least 40 boats sank.\nMedia reports speak of 50.\n"


@pytest.fixture
def article(tmp_path: Path) -> str:
    (tmp_path / "news.txt").write_text(TEXT, encoding="utf-8")
    return "news.txt"


def test_a_page_names_the_rows_and_rules_behind_a_claim(type_in: Typed, article: str) -> None:
    page = type_in("explain", f"{article}:{TEXT.index('40')}").out
    for words in (
        "hedges.tsv: at least 500 homes",
        "cue_verbs.tsv",
        "{the navy}",
        "clauses.by_subject",
    ):
        assert words in page


def test_line_and_column_name_the_same_place(type_in: Typed, article: str) -> None:
    by_offset = type_in("explain", f"{article}:{TEXT.index('50')}").out
    assert type_in("explain", f"{article}:2:24").out == by_offset


def test_a_declined_number_is_no_claim_and_says_why(type_in: Typed, article: str) -> None:
    page = type_in("explain", f"{article}:8").out
    assert "On May [12] the navy said" in page
    assert "is no claim" in page
    assert "part of a calendar date" in page
    assert "declined.is_dated" in page


def test_the_page_keeps_its_width_and_the_trace_only_comes_when_asked(type_in: Typed, article: str) -> None:
    short = type_in("explain", f"{article}:{TEXT.index('40')}").out
    long = type_in("explain", f"{article}:{TEXT.index('40')}", "--trace").out
    assert "Every question" not in short
    assert "candidates.candidate" in long
    assert max(map(len, long.splitlines())) <= 80


def test_standard_input_can_be_explained(type_in: Typed) -> None:
    assert "at least 40 boats" in type_in("explain", "-:34", stdin=TEXT.encode()).out


def test_json_holds_the_whole_trace(type_in: Typed, article: str) -> None:
    told = type_in("explain", f"{article}:{TEXT.index('40')}", "--json").json
    assert told["surface"] == "40"
    assert told["claim"]["quantity"]["hedge"] == "at_least"
    assert told["numbers"][0]["trace"][0]["rule"] == "quantities.read_at"
    assert "cue_verbs.tsv" in [fact["row"]["table"] for fact in told["source"]["facts"] if fact["row"]]


def test_every_key_of_the_json_is_in_the_manual() -> None:
    document = make_document(TEXT)
    shapes = [explanation_shape(found) for at in range(len(TEXT)) if (found := explain(document, at))]
    assert sorted(key for key in keys_of(shapes) if f"`{key}`" not in MANUAL) == []


def test_a_recorded_claim_is_explained_by_its_id(type_in: Typed) -> None:
    claim = type_in("add", "at least 40 boats sank", "--source", "the navy", "--json").json["claim"]["id"]
    page = type_in("explain", claim[:6]).out
    assert "at least 40 boats" in page
    assert "The record" in page
    assert "navy" in page


@pytest.mark.parametrize(
    ("place", "code", "says"),
    [
        ("news.txt:0", 3, "no number"),
        ("news.txt:9999", 2, "no such place"),
        ("news.txt:9:1", 2, "no such place"),
        ("none.txt:5", 3, "no such file"),
        ("zzzz", 3, "claims.db"),
        ("--trase", 2, "No such option"),
    ],
)
def test_a_place_that_is_not_there_is_answered_in_one_line_with_a_hint(
    type_in: Typed, article: str, place: str, code: int, says: str
) -> None:
    answer = type_in("explain", place)
    assert answer.code == code
    first, second = answer.err.splitlines()
    assert says in first
    assert second.startswith("hint: ")


def test_hostile_text_is_shown_and_not_obeyed(type_in: Typed, tmp_path: Path) -> None:
    (tmp_path / "evil.txt").write_text(
        "The \x1b[31mnavy\x1b[0m said 40\u202e boats sank.\n", encoding="utf-8"
    )
    page = type_in("explain", "evil.txt:23", "--trace").out
    assert "40" in page
    assert "\x1b" not in page
    assert "\u202e" not in page


def test_a_long_title_keeps_the_width_too(type_in: Typed) -> None:
    text = "Mayor of Harbour City says the storm took more boats than any other in her time here\n\n" + TEXT
    page = type_in("explain", f"-:{text.index('40')}", stdin=text.encode()).out
    assert max(map(len, page.splitlines())) <= 80
