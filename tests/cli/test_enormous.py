"""Enormous arguments and files end in an answer or one line, and the ledger verifies afterwards."""

from pathlib import Path

import pytest

from tests.cli.conftest import Typed

MEGABYTES_10 = 10_000_000
PHRASE = "over 1,500 people died"


@pytest.mark.parametrize(
    "line",
    [
        ("add", PHRASE, "--source", "M" * MEGABYTES_10),
        ("source", "add", "Ab " * (MEGABYTES_10 // 3)),
        ("source", "alias", "Council", "M" * MEGABYTES_10),
        ("show", "M" * MEGABYTES_10),
        ("amend", "M" * MEGABYTES_10, "--note", "x", "--because", "x"),
        ("match", "M" * MEGABYTES_10),
        ("--db", "M" * MEGABYTES_10, "list"),
    ],
    ids=["source", "new source", "alias", "id", "amended", "matched", "database"],
)
def test_a_name_of_ten_megabytes_is_refused_in_a_few_words(type_in: Typed, line: tuple[str, ...]) -> None:
    type_in("add", "over 900 homes burned", "--source", "Council")
    answer = type_in(*line)
    assert answer.code in (2, 3), answer.err[:500]
    assert answer.out == ""
    assert len(answer.err) < 10_000
    assert len(answer.err.splitlines()) == 2
    assert len(type_in("source", "list", "--nl").out.splitlines()) == 1
    assert type_in("audit", "verify").code == 0


def test_an_article_with_a_name_of_ten_megabytes_is_recorded_and_names_nobody(type_in: Typed) -> None:
    text = f"Over 450 nurses resigned, {'N' * MEGABYTES_10} said. The council said 40 homes burned.\n"
    Path("a.txt").write_text(text, encoding="utf-8")
    assert type_in("record", "a.txt").code == 0
    names = [row["name"] for row in type_in("source", "list", "--json").json["sources"]]
    assert all(len(name) <= 1000 for name in names)
    assert len(type_in("list", "--json").json["claims"]) == 2
    assert type_in("audit", "verify").code == 0


def test_a_table_with_a_name_of_ten_megabytes_is_refused_with_its_place(type_in: Typed) -> None:
    Path("c.csv").write_text(f'phrase,source\n"{PHRASE}","{"N" * MEGABYTES_10}"\n', encoding="utf-8")
    answer = type_in("import", "claims", "c.csv")
    assert answer.code in (2, 6), answer.err[:500]
    assert len(answer.err) < 10_000
    assert not Path("claims.db").exists() or type_in("audit", "verify").code == 0


def test_long_notes_and_passages_are_kept_whole(type_in: Typed) -> None:
    claim = type_in("add", PHRASE, "--source", "Council", "--json").json["claim"]["id"]
    note = "x" * 1_000_000
    cited = type_in("cite", claim, f"1,400 people {note}", "--source", "Army", "--note", note, "--json").json
    assert cited["citations"][0]["note"] == note
    assert type_in("show", claim).code == 0
    assert type_in("audit", "verify").code == 0


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="this system has no file without an end")
@pytest.mark.parametrize(
    "line",
    [
        ("extract", "/dev/zero"),
        ("import", "case", "/dev/zero"),
        ("import", "records", "/dev/zero"),
        ("import", "bundle", "/dev/zero", "--db", "new.db"),
        ("import", "claimreview", "/dev/zero"),
        ("import", "comments", "/dev/zero"),
        ("review", "scale", "--set", "/dev/zero", "--because", "x"),
        ("merge", "/dev/zero"),
        ("--db", "/dev/zero", "list"),
    ],
    ids=lambda line: " ".join(line[:2]),
)
def test_a_file_without_an_end_is_refused_in_a_few_words(type_in: Typed, line: tuple[str, ...]) -> None:
    type_in("add", PHRASE)
    answer = type_in(*line)
    assert answer.code in (2, 6), answer.err[:500]
    assert len(answer.err.splitlines()) == 2
    assert type_in("audit", "verify").code == 0
