"""Two texts are opposed where one denies what both tell."""

import pytest

from factcheck.agreement.matching.polarity import denier

PLAIN = "The council closed the Marn bridge in May"
CASES = (
    ("The council has not closed the Marn bridge", "asked"),
    ("The council didn't close the Marn bridge", "asked"),
    ("The council never closed the bridge", "asked"),
    ("It is not true that the council closed the Marn bridge", "asked"),
    ("It is false that the Marn bridge was closed", "asked"),
    ("The council closed the Marn bridge. That is a hoax.", "asked"),
    ("No bridge was closed by the council", "asked"),
    ("The mayor denied that the council closed the bridge", "asked"),
    ("The council closed the Marn bridge", None),
    ("The council closed not only the Marn bridge", None),
    ("Isn't it odd, the council closed the Marn bridge", None),
    ("The council closed no more than one bridge", None),
    ("I can't believe the council closed the bridge", None),
    ("The council closed the bridge, but did not say why", None),
    ("It is not true that the council did not close the bridge", None),
    ("The fact is that the council closed the Marn bridge", None),
    ("Nobody likes tea", None),
)


@pytest.mark.parametrize(("asked", "expected"), CASES)
def test_what_was_asked_denies_what_is_told_or_not(asked: str, expected: str | None) -> None:
    assert denier(asked, PLAIN) == expected


def test_the_claim_may_be_the_one_that_denies() -> None:
    assert denier(PLAIN, "The council has not closed the bridge") == "told"


def test_two_denials_agree() -> None:
    assert denier("The bridge was not closed", "The council never closed the bridge") is None
