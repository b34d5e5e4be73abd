"""Which spellings are one person."""

import pytest

from factcheck.review.people import is_same_person


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ana", "ana ", True),
        ("Ana", "\tANA\n", True),
        ("Ana", "Ａｎａ", True),  # full-width letters
        ("Ana Roth", "ana   roth", True),
        ("Straße", "STRASSE", True),
        ("Ana", "A\u200bna", True),  # a zero-width space
        ("José", "Jose\u0301", True),  # one character or two
        ("Ana", "Anna", False),
        ("Ana", "Ana B.", False),
        ("José", "Jose", False),
        (None, "Ana", False),
        (None, None, False),
    ],
)
def test_case_blanks_and_what_cannot_be_seen_tell_nobody_apart(one, other, same: bool) -> None:
    assert is_same_person(one, other) is same
