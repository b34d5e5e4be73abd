"""Words of many languages that stand for one thing, countries under all names, letters of all alphabets."""

import pytest

from factcheck.language.lexicon import table
from factcheck.ledger.names import fold
from factcheck.ledger.senses import acronyms_of, country_of, romanised, senses


def keys(name: str) -> list[str]:
    return [sense.key for sense in senses(name)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ministère de la Santé", "Ministry of Health"),
        ("Hezb-e Mardom", "Party of the People"),
        ("Islamic Republic of Iran", "Iran"),
        ("Iran's Bank", "Iranian Bank"),
        ("Deutsche Bank", "German Bank"),
        ("Mojahedeen Marn", "Mujahedin Marn"),
        ("Росстат", "Rosstat"),
        ("U.S. Marn Office", "United States Marn Bureau"),
    ],
)
def test_names_in_other_words_have_the_same_senses(one: str, other: str) -> None:
    assert keys(one) == keys(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("EIA", "AIA"),
        ("Niger", "Nigeria"),
        ("Guinea", "Guinea-Bissau"),
        ("Republic of the Congo", "Democratic Republic of the Congo"),
        ("Mali Union", "Malay Union"),
    ],
)
def test_other_words_have_other_senses(one: str, other: str) -> None:
    assert keys(one) != keys(other)


def test_small_words_have_no_sense_unless_there_is_nothing_else() -> None:
    assert keys("of the") == ["#small", "#small"]
    assert keys("Council of the Marn") == keys("Council Marn")
    assert senses("") == ()


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Marn Relief Council", ("mrc",)),
        ("U.S. Marn Relief Council", ("umrc", "mrc")),
        ("Iran's Tea Board", ("itb", "tb")),
        ("Iran", ()),
        ("", ()),
    ],
)
def test_the_country_at_the_head_may_be_missing_from_an_acronym(name: str, short: tuple[str, ...]) -> None:
    assert acronyms_of(name) == short


def test_a_code_is_that_of_its_country() -> None:
    assert country_of("IRN") == keys("Iran")[0]
    assert country_of("xyz") is None
    assert country_of("") is None


def test_no_two_countries_share_a_name() -> None:
    held: dict[str, str] = {}
    for row in table("countries"):
        spelled = (row["name"], *row["other_names"].split("; "), *row["adjectives"].split("; "))
        for name in filter(None, {fold(one) for one in spelled}):
            assert held.setdefault(name, row["name"]) == row["name"]


def test_no_word_has_two_senses() -> None:
    words = [word for row in table("name_words") for word in row["words"].split()]
    assert sorted(words) == sorted(set(words))
    assert all(fold(word) in (word, "") or word in ("a", "an", "the") for word in words)
    assert {row["sort"] for row in table("name_words")} == {"small", "form", "kind", "weak", "topic"}


def test_short_words_are_spelled_as_they_stand() -> None:
    assert (romanised("iaea"), romanised("zayn")) == ("iaea", "zayn")
    assert romanised("zaynab") == romanised("zeynab")
