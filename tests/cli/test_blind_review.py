"""While a first reading is sealed, no command tells the second reader its verdict, name or words."""

import re

import pytest

from factcheck.review.blind import SOMEBODY, WITHHELD
from tests.cli.conftest import Typed

FIRST, SECOND = "Cyrilla", "Dunstan"
VERDICT = "mostly false"
SECRETS = {
    "verdict": "the dam log says otherwise",
    "note": "ask the harbour master twice",
    "stance": "counted before the flood",
    "citation": "she was the cousin of the mayor",
    "amendment": "the printer dropped a nought",
}


@pytest.fixture
def claim(type_in: Typed) -> str:
    """A claim that Cyrilla took, cited on, judged a citation of, amended, noted on, and decided blind."""

    def by(who: str, *words: str) -> str:
        answer = type_in(*words, "--as", who)
        assert answer.code == 0, answer
        return answer.out

    said = by("Ana", "add", "over 900 homes were flooded", "--source", "Council")
    claim = re.search(r" as ([0-9a-z]{10})", said)[1]
    cited = by("Bo", "cite", claim, "about 900 homes were flooded", "--source", "Red Crescent")
    citation = re.search(r"[Aa]ttached as ([0-9a-z]{10})", cited)[1]
    by(FIRST, "review", "take", claim)
    by(FIRST, "cite", claim, "30 homes were flooded", "--source", "Army", "--note", SECRETS["citation"])
    by(FIRST, "amend", citation, "--stance", "conflicts", "--because", SECRETS["stance"])
    by(FIRST, "amend", citation, "--date", "2024-05", "--because", SECRETS["amendment"])
    by(FIRST, "review", "decide", claim, VERDICT, "--blind", "--because", SECRETS["verdict"])
    by(FIRST, "review", "note", claim, SECRETS["note"])
    return claim


COMMANDS = (
    ("show", "{claim}"),
    ("show", "{claim}", "--history", "--all"),
    ("show", "{claim}", "--json"),
    ("show", "{claim}", "--at", "2100-01-01"),
    ("show", "{claim}", "--svg", "-"),
    ("score", "{claim}", "--explain"),
    ("score", "{claim}", "--explain", "--json"),
    ("list",),
    ("list", "--json"),
    ("list", "--csv"),
    ("check", "--profile", "ifcn"),
    ("check", "--json"),
    ("diff", "{claim}", "--from", "2000-01-01", "--json"),
    ("findings",),
    ("report",),
    ("export", "claims", "--format", "annotations"),
    ("export", "claims", "--format", "markdown"),
    *(("export", what, "--format", "json") for what in ("claims", "citations", "decisions", "agreement")),
    ("export", "citations", "--format", "csl"),
    (
        *("export", "claims", "--format", "claimreview", "--publisher", "Desk"),
        *("--publisher-url", "https://desk.example", "--page", "https://desk.example/{{id}}"),
    ),
    ("review", "queue"),
    ("review", "queue", "--json"),
    ("review", "status"),
    ("review", "status", "--json"),
    ("review", "notes", "{claim}"),
    ("review", "notes", "{claim}", "--json"),
    ("review", "reconcile", "{claim}"),
    ("review", "agreement"),
    ("review", "take", "{claim}"),
    ("review", "sign", "{claim}"),
    ("review", "decide", "{claim}", "true", "--because", "mine"),
    ("review", "reopen", "{claim}", "--because", "mine"),
    ("review", "note", "{claim}", "mine", "--json"),
    ("review", "--plain"),
    ("undo",),
)  # fmt: skip


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_no_command_tells_the_second_reader(type_in: Typed, claim: str, words: tuple[str, ...]) -> None:
    answer = type_in(*(word.format(claim=claim) for word in words), "--as", SECOND, stdin=b"undo\nquit\n")
    told = answer.out + answer.err
    assert not any(wrong in told for wrong in ("internal error", "--help lists what it takes"))
    for secret in (FIRST, f"“{VERDICT}”", *SECRETS.values()):
        assert secret not in told
    if "--plain" not in words:  # which lists the scale
        assert VERDICT not in told


def test_what_is_hidden_is_said_to_be(type_in: Typed, claim: str) -> None:
    told = type_in("show", claim, "--history", "--as", SECOND).out
    assert SOMEBODY in told
    assert WITHHELD in " ".join(told.split())
    assert "Read blind by one reviewer" in told
    assert "30 homes were flooded" in told  # the evidence is seen


def test_the_first_reader_sees_their_own(type_in: Typed, claim: str) -> None:
    told = " ".join(type_in("show", claim, "--history", "--as", FIRST).out.split())
    assert all(words in told for words in (FIRST, VERDICT, *SECRETS.values()))


def test_both_see_all_once_both_have_decided(type_in: Typed, claim: str) -> None:
    decided = ("review", "decide", claim, "true", "--blind", "--because", "counted them")
    assert type_in(*decided, "--as", SECOND).code == 0
    told = " ".join(type_in("show", claim, "--history", "--as", SECOND).out.split())
    assert all(words in told for words in (FIRST, VERDICT, *SECRETS.values()))


def test_the_log_of_the_file_tells_who_but_not_what(type_in: Typed, claim: str) -> None:
    told = type_in("audit", "log", claim, "--as", SECOND).out
    assert FIRST in told
    assert not any(words in told for words in (VERDICT, *SECRETS.values()))
