"""A term is letters or digits, the same in every dress of a word, and never syntax."""

import re

import pytest

from factcheck.agreement.matching.terms import terms

CASES = (
    ("Over 12,500 villagers fled", ["12500", "villager", "fled"], "thousands without their comma"),
    ("a rise of 4.1 percent", ["ris", "4·1"], "a decimal is one term; percent belongs to the number"),
    ("flooding, floods, flooded", ["flood", "flood", "flood"], "forms of one word"),
    ("Société générale", ["societ", "general"], "without accents"),
    ("#MarnFloods", ["marnflood", "marn", "flood"], "a tag, and the words that its capitals part"),
    ("asked @MarnCourier", ["ask", "marncourier", "marn", "courier"], "a handle, likewise"),
    ("see https://t.example/Ab1 or pic.page.example/x", ["see"], "no address of a page"),
    ("COVID-19 and COVID19", ["covid", "19", "covid", "19"], "letters and digits apart"),
    ("it isn't theirs, they'll go", ["go"], "nothing that every sentence has"),
    ("۱۵۰۰ نفر کشته شدند", ["1500", "نفر", "کشته", "شدند"], "digits of every script"),
    ("Затоплено 40 домов", ["затоплено", "40", "домов"], "another script"),
    ("كتاب", ["کتاب"], "a letter of two keyboards"),
)


@pytest.mark.parametrize(("text", "expected", "example"), CASES, ids=[case[2] for case in CASES])
def test_a_text_has_these_terms(text: str, expected: list[str], example: str) -> None:
    assert terms(text) == expected


@pytest.mark.parametrize(
    "hostile",
    [
        '"flood" OR *',
        "NEAR(flood, 3)",
        "said:flood -dam",
        "flood^ {a b}",
        "flood\x00dam",
        "'; DROP TABLE",
        "flood\u202edam",
    ],
)
def test_no_sign_of_a_text_is_left_in_its_terms(hostile: str) -> None:
    found = terms(hostile)
    assert "flood" in found or "drop" in found
    assert not re.search(r"[\s\"'*:^(){}\-+,.;]", "".join(found))


def test_a_text_of_a_hundred_thousand_dots_is_read_in_a_moment() -> None:
    assert terms("a." * 50_000 + "/") == []
