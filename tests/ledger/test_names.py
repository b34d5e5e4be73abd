"""Spellings: what makes no difference, what makes all the difference, and what is read apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.ledger.names import fits, fold, initials, is_acronym, read_apart, skeleton


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Marn Courier", "marn courier"),
        ("People's Assembly", "People\u2019s  Assembly"),
        ("U.N.", "UN"),
        ("Médecins du Marn", "Medecins du Marn"),
        ("Marn-Ost Council", "Marn Ost council"),
        ("\uff2d\uff32\uff23", "MRC"),  # full-width letters
        ("e\u0301cole", "école"),
        ("Łódź Øre Đakovo", "Lodz Ore Dakovo"),
        ("Straße İzmir Iğdır", "strasse izmir igdir"),
        ("ʻOkina ʿAbd", "Okina Abd"),
        ("خبرگزاري", "خبرگزاری"),  # an Arabic and a Persian letter
    ],
)
def test_names_that_differ_only_in_dress_are_one(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("MRC", "\u041cRC"),  # a Cyrillic letter
        ("Marn Relief", "Ma\u200brn Relief"),
        ("Brigade 12", "Brigade 19"),
        ("Council of Marn", "Council on Marn"),
        ("कि", "का"),  # two Hindi vowels upon one letter
        ("A", "B"),
    ],
)
def test_names_that_differ_in_a_letter_or_digit_are_two(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize("name", ["The", "a", "the The"])
def test_an_article_alone_stays_a_name(name: str) -> None:
    assert fold(name)


@given(st.text())
def test_folding_twice_changes_nothing_more(name: str) -> None:
    assert fold(fold(name)) == fold(name) or fold(name).split()[:1] in (["the"], ["a"], ["an"])


@pytest.mark.parametrize("text", ["MRC", "MoD", "U.N.", "G7X", "AFL-CIO", "R&DA", "IHRNGO"])
def test_an_acronym_is_one_short_word_with_two_capitals(text: str) -> None:
    assert is_acronym(text)


@pytest.mark.parametrize(
    "text", ["Marn", "marn", "A", "", "M R C", "MARN RELIEF", "MARNRELIEFCOUNCILS", "2024"]
)
def test_other_words_are_no_acronyms(text: str) -> None:
    assert not is_acronym(text)


@pytest.mark.parametrize(
    ("text", "name", "acronyms"),
    [
        ("the Marn Relief Council (MRC)", "Marn Relief Council", ("MRC",)),
        ("Marn Relief Council (MRC/CSM)", "Marn Relief Council", ("MRC", "CSM")),
        ("Marn Relief Council (MRC, or CSM)", "Marn Relief Council", ("MRC", "CSM")),
        ("Marn Relief Council (MRC or CSM)", "Marn Relief Council", ("MRC", "CSM")),
        ("MRC (Marn Relief Council)", "Marn Relief Council", ("MRC",)),
        ("MRC/CSM", "MRC/CSM", ("MRC", "CSM")),
        ("MRC/CSM (VFM)", "MRC/CSM (VFM)", ("MRC", "CSM")),
        ("MRC (via the Courier)", "MRC (via the Courier)", ()),
        ("Interior Office (AFP)", "Interior Office (AFP)", ()),
        ("Marn Relief Council (Ostmark)", "Marn Relief Council (Ostmark)", ()),
        ("The Marn Courier", "The Marn Courier", ()),
        ("MRC", "MRC", ()),
        ("(MRC)", "(MRC)", ()),
        ("Council (a (b) c)", "Council (a (b) c)", ()),
        ("", "", ()),
    ],
)
def test_a_name_is_read_apart_from_its_acronyms(text: str, name: str, acronyms: tuple[str, ...]) -> None:
    assert (read_apart(text).name, read_apart(text).acronyms) == (name, acronyms)


def test_reading_apart_takes_linear_time() -> None:
    assert read_apart("(" * 200_000).acronyms == ()
    assert read_apart("a " * 200_000 + "(").acronyms == ()
    assert read_apart("A/" * 200_000).acronyms == ()


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("Marn Relief Council", ("mrc",)),
        ("Ministry of Farming", ("mf", "mof")),
        ("Marnsche Co-operation Board", ("mcob", "mcb")),
        ("People's Union of Ostmark", ("puo", "puoo")),
        ("Marn", ()),
        ("", ()),
    ],
)
def test_initials_come_without_small_words_and_with_them(name: str, made: tuple[str, ...]) -> None:
    assert initials(name) == made


@pytest.mark.parametrize(
    ("acronym", "name", "fitting"),
    [
        ("MRC", "Marn Relief Council", True),
        ("MARECO", "Marn Relief Council", True),
        ("MRCNGO", "Marn Relief Council", True),
        ("CSM", "Marn Relief Council", False),
        ("MRX", "Marn Relief Council", False),
        ("AFP", "Interior Ministry", False),
    ],
)
def test_an_acronym_fits_a_name_that_it_can_be_made_from(acronym: str, name: str, fitting: bool) -> None:
    assert fits(acronym, name) is fitting


@pytest.mark.parametrize(
    ("name", "like"),
    [
        ("\u041c\u0415\u041a", "MEK"),
        ("R\u0435uters", "Reuters"),
        ("Reu\u200bters", "Reuters"),
        ("\u039fECD", "OECD"),
    ],
)
def test_a_skeleton_shows_what_a_name_looks_like(name: str, like: str) -> None:
    assert fold(name) != fold(like)
    assert skeleton(name) == skeleton(like)
