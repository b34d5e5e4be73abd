"""Whatever an article, a name or a note holds, nothing that a terminal would obey is printed."""

import re
import unicodedata
from pathlib import Path

import pytest

from tests.cli.conftest import Typed

HOSTILE = (
    "\x1b]52;c;cm0gLXJmIH4=\x07",
    "\x1b[31mred\x1b[0m",
    "12\b\b99",
    "killed 12\rkilled 99",
    "\u202e12 gnp.exe",
    "a\u200bb\u2066c\u2069",
    "\x9b31m",
    "[bold]markup[/bold] [/] [[",
    "=HYPERLINK(1)",
    "Robert'); DROP TABLE claims;--",
    "МЕК",
)
OBEYED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]")


def harmless(text: str) -> bool:
    return not OBEYED.search(text) and not any(unicodedata.category(sign) == "Cs" for sign in text)


@pytest.mark.parametrize("nasty", HOSTILE)
def test_nothing_hostile_reaches_the_terminal(type_in: Typed, nasty: str) -> None:
    article = f"{nasty}\n\nOver 450 nurses resigned, {nasty} said. Some 40 houses burned.\n".encode()
    printed = [
        type_in("extract", "-", *option, stdin=article)
        for option in ([], ["--notices"], ["--json"], ["--tsv"])
    ]
    printed.append(type_in("record", "-", "--outlet", nasty, "--url", nasty, stdin=article))
    phrase = "over 1,500 protesters were killed"
    added = type_in("add", phrase, "--source", f"Desk {nasty}", "--outlet", nasty, "--json")
    claim = added.json["claim"]["id"]
    citing = ("cite", claim, f"about 1,500 {nasty}", "--source", f"Paper {nasty}", "--number", "@6")
    printed += [added, type_in(*citing, "--note", nasty, "--url", nasty)]
    printed += [type_in("show", claim), type_in("show", claim, "--json"), type_in("score")]
    printed += [type_in("list"), type_in("list", "--csv"), type_in("source", "list"), type_in("audit", "log")]
    printed += [type_in("show", nasty), type_in("source", "show", nasty), type_in("extract", nasty)]
    for answer in printed:
        assert harmless(answer.out), answer.out
        assert harmless(answer.err), answer.err
        assert "Traceback" not in answer.err
        assert answer.code != 70, answer.err
    assert type_in("audit", "verify").code == 0


def test_a_lookalike_name_is_warned_of_and_never_merged(type_in: Typed) -> None:
    first = type_in("add", "over 1,500 died", "--source", "MEK", "--json").json["claim"]["id"]
    answer = type_in("cite", first, "over 1,500 died", "--source", "МЕК")
    assert "looks like" in answer.err
    assert type_in("show", first, "--json").json["citations"][0]["status"] == "independent"


def test_half_a_surrogate_pair_is_refused_in_one_line(type_in: Typed) -> None:
    answer = type_in("add", "over 1,500 died", "--source", "half \ud800 a pair")
    assert answer.code in (2, 6)
    assert "Traceback" not in answer.err


@pytest.mark.parametrize("cut", [0, 50, 100, 4096, 5000, -5000])
def test_a_ledger_that_was_cut_short_is_refused_in_one_line(type_in: Typed, tmp_path: Path, cut: int) -> None:
    type_in("add", "over 1,500 died", "--source", "MEK")
    whole = (tmp_path / "claims.db").read_bytes()
    (tmp_path / "claims.db").write_bytes(whole[:cut])
    for command in (("list",), ("audit", "verify"), ("add", "about 40 houses burned")):
        answer = type_in("--db", "claims.db", *command)
        assert answer.code in (0, 3, 4), answer
        assert harmless(answer.out + answer.err)
    assert cut == 0 or type_in("audit", "verify").code == 4


@pytest.mark.parametrize(
    "nasty", ["Robert'); DROP TABLE claims;--", "x' OR '1'='1", 'x" OR 1=1', "%", "_", "*", "[a-z]"]
)
def test_sql_in_every_argument_is_text(type_in: Typed, nasty: str) -> None:
    type_in("add", "over 1,500 died", "--source", "MEK")
    for command in (
        ("show",),
        ("withdraw", "--because", nasty),
        ("diff",),
        ("source", "show"),
        ("audit", "log"),
    ):
        answer = type_in(*command, nasty)
        assert answer.code in (0, 2, 3), answer
    assert len(type_in("list", "--json").json["claims"]) == 1
    assert type_in("audit", "verify").code == 0
