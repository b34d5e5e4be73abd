"""`factcheck match` answers a text, an id or what is piped in, and never breaks on what is asked."""

import pytest

from tests.cli.conftest import Typed


@pytest.fixture(autouse=True)
def by_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.language.meaning.why_absent", lambda: "it is left out of this test")


@pytest.fixture
def claim(type_in: Typed) -> str:
    phrase = "over 340 villagers fled Lowdale when the Marn dam broke"
    added = type_in("add", phrase, "--source", "Marn Relief Council", "--outlet", "The Courier", "--json")
    return str(added.json["claim"]["id"])


def test_a_match_is_shown_with_its_answer_and_its_reasons(type_in: Typed, claim: str) -> None:
    answer = type_in("match", "100 villagers fled Lowdale when the dam broke")
    assert answer.code == 0
    assert answer.out.startswith("SAME FACT, OTHER NUMBER  score ")
    assert claim in answer.out
    assert "over [340] villagers fled Lowdale" in answer.out
    assert "- number: “100” is not “over 340”" in answer.out
    assert "Marn Relief Council; The Courier" in answer.out
    assert "compared by words, not by meaning" in answer.err


def test_a_script_gets_a_document(type_in: Typed, claim: str) -> None:
    shape = type_in("match", "Over 340 villagers fled Lowdale", "--json").json
    assert shape["schema_version"] == 1
    assert shape["by_meaning"] is False
    (found,) = shape["matches"]
    assert (found["id"], found["answer"]) == (claim, "same claim")
    assert 0 < found["score"] <= 1
    assert found["reasons"]
    assert found["asked"]["point"] == found["told"]["point"] == "340"
    assert found["relation"]["label"] == "corroborates"


def test_nothing_near_is_no_error(type_in: Typed, claim: str) -> None:
    answer = type_in("match", "Tea grew dearer in Ceylon")
    assert (answer.code, answer.out) == (0, "nothing near is recorded\n")
    assert type_in("match", "Tea grew dearer in Ceylon", "--json").json["matches"] == []


def test_a_text_may_be_piped(type_in: Typed, claim: str) -> None:
    assert claim in type_in("match", "-", stdin=b"Over 340 villagers fled Lowdale\n").out


def test_a_claim_is_no_match_of_itself(type_in: Typed, claim: str) -> None:
    assert type_in("match", claim, "--json").json["matches"] == []


def test_a_limit_is_kept(type_in: Typed, claim: str) -> None:
    type_in("add", "some 340 villagers fled Lowdale", "--source", "The Herald")
    assert len(type_in("match", "340 villagers fled Lowdale", "--json").json["matches"]) == 2
    assert len(type_in("match", "340 villagers fled Lowdale", "--limit", "1", "--json").json["matches"]) == 1


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ("", 2),
        ("it was what it is", 2),
        ("dam " * 250_000, 2),
        ("\n\t ", 2),
        ('"-:*^()', 2),
        ("NOT AND OR", 2),
        ('"NEAR(" -dam AND said:* ^', 0),
        ('the "dam', 0),
        ("fled -dam", 0),
        ("dam NEAR/3 broke", 0),
        ("{said around}: dam + broke*", 0),
        ("dam\x00broke'; DROP TABLE claim_terms; --", 0),
        ("در ایران ۱۵۰۰ نفر کشته شدند", 0),
        ("Убито 40 человек", 0),
        ("大坝决口，340人逃离", 0),
        ("\x1b[31m340 villagers\u202e fled Lowdale", 0),
    ],
    ids=(
        *("empty", "empty words", "a megabyte", "blanks", "signs", "operators"),
        *("syntax", "a quote", "a minus", "nearness", "columns", "SQL"),
        *("Persian", "Cyrillic", "Chinese", "control characters"),
    ),
)
def test_whatever_is_asked_gets_an_answer_or_a_sentence(
    type_in: Typed, claim: str, asked: str, code: int
) -> None:
    for answer in (type_in("match", asked), type_in("match", "-", stdin=asked.encode())):
        assert answer.code == code
        assert "Traceback" not in answer.err
        assert "\x1b" not in answer.out + answer.err
        assert (answer.err.count("\n") <= 2) or code == 0


def test_without_a_ledger_the_next_step_is_said(type_in: Typed) -> None:
    answer = type_in("match", "340 villagers")
    assert answer.code == 3
    assert "hint:" in answer.err
