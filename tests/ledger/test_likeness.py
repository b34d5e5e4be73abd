"""What is alike is suggested with a reason; what is not, is not; nothing is ever taken."""

import pytest

from factcheck.ledger.likeness import suggestions
from factcheck.model import Source


def source(name: str, *aliases: str) -> Source:
    return Source(name, name, aliases=aliases)


KNOWN = (
    source("Marn Human Rights Council", "MHRC"),
    source("Ministry of Health of Estmark"),
    source("Bank of Iran"),
    source("Sarnia"),
    source("Mojahedin of Velden"),
    source("U.S. Tea Information Board"),
    source("Brigade 12 of the North"),
)


@pytest.mark.parametrize(
    ("name", "first", "reason"),
    [
        ("Council for Human Rights, Marn", "Marn Human Rights Council", "the same words"),
        ("Marn Rights Council", "Marn Human Rights Council", "like"),
        ("Ministère de la Santé d'Estmark", "Ministry of Health of Estmark", "like"),
        ("Iranian Bank", "Bank of Iran", "the same words"),
        ("Mujahideen of Velden", "Mojahedin of Velden", "the same words"),
        ("Сарниа", "Sarnia", "the same words"),
        ("MHRC Radio", "Marn Human Rights Council", "has what may be short"),
        ("TIB", "U.S. Tea Information Board", "may be short for"),
        ("MHRC/CDH", "Marn Human Rights Council", "has the same words"),
        ("S\u0430rnia", "Sarnia", "kept apart"),
    ],
)
def test_the_likeliest_comes_first_with_its_reason(name: str, first: str, reason: str) -> None:
    best = suggestions(name, KNOWN)[0]
    assert best.source.name == first
    assert reason in best.reason
    assert 0.4 <= best.similarity <= 1


@pytest.mark.parametrize("name", ["", "Zu", "Brigade 19 of the North", "anti Sarnia", "the"])
def test_what_is_not_alike_is_not_suggested(name: str) -> None:
    assert suggestions(name, KNOWN) == ()


def test_short_words_are_the_same_or_have_nothing_in_common() -> None:
    assert suggestions("IAXA", [source("IEXA")]) == ()
    assert suggestions("Fars", [source("Mars")]) == ()


def test_a_body_that_is_known_to_be_another_is_a_warning_behind_all_likenesses() -> None:
    found = suggestions("NCRI", [source("PMOI", "MEK"), source("National Council of Ruritania, Inc")])
    assert [match.kept_apart for match in found] == [False, True]
    assert "political wing" in found[1].reason


def test_the_order_of_the_sources_changes_nothing() -> None:
    assert suggestions("Marn Council", KNOWN) == suggestions("Marn Council", KNOWN[::-1])


def test_at_most_five_are_suggested() -> None:
    assert len(suggestions("Marn Tea", [source(f"Marn Tea {letter}") for letter in "abcdefgh"])) == 5
