"""A moment is read as people write it, and the past is the present without its tail."""

import pytest

from factcheck.errors import AskedWrongly, NotFound
from factcheck.ledger.audit import verify
from factcheck.ledger.claims import find_claim
from factcheck.ledger.past import as_of, read_moment
from factcheck.ledger.revisions import revise
from factcheck.ledger.store import Ledger
from tests.ledger.given import by, counts, fill, record

CLAIM = "c1a2m3n4p5"


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-11-24", "2026-11-24T23:59:59.999999"),
        (" 2026-11-24 ", "2026-11-24T23:59:59.999999"),
        ("2026-11-24T15:30", "2026-11-24T15:30:59.999999"),
        ("2026-11-24 15:30:07", "2026-11-24T15:30:07.999999"),
        ("2026-11-24T15:30:07Z", "2026-11-24T15:30:07.999999"),
        ("2026-11-24T15:30:07.5Z", "2026-11-24T15:30:07.500000"),
        ("2026-11-24T17:30+02:00", "2026-11-24T15:30:59.999999"),
        ("2026-11-24T00:30+02:00", "2026-11-23T22:30:59.999999"),
        ("2026-11-24T20:00:07.5-09:30", "2026-11-25T05:30:07.500000"),
        ("0001-01-01", "0001-01-01T23:59:59.999999"),
    ],
)
def test_a_day_and_a_minute_stand_for_their_end_and_a_zone_is_reckoned_with(text: str, moment: str) -> None:
    assert read_moment(text) == moment


@pytest.mark.parametrize(
    "text",
    [
        "", "now", "2026", "2026-11", "2026-02-30", "24.11.2026", "2026-11-24T24:00", "2026-11-24T15:60",
        "2026-11-24T15", "2026-11-24+02:00", "2026-11-24T15:30+2", "2026-11-24T15:30 CET",
        "2026-11-24T15:30+99:00", "0001-01-01T00:00+02:00", "9999-12-31T23:59-02:00", "٢٠٢٦-11-24",
    ],
)  # fmt: skip
def test_what_is_no_moment_is_asked_wrongly(text: str) -> None:
    with pytest.raises(AskedWrongly, match="no moment"):
        read_moment(text)


def at_hours(ledger: Ledger) -> None:
    """At noon the article, at 13 a correction, at 14 another."""
    record(ledger)
    for hour, counted in ((13, "people"), (14, "valley people")):
        with by(ledger, "amend", at=f"2024-05-18T{hour}:00:00Z") as changes:
            revise(changes, "claim", CLAIM, content={"counted": counted}, reason="as printed")


@pytest.mark.parametrize(
    ("moment", "counted"),
    [
        ("2024-05-18T12:00", "villagers"),
        ("2024-05-18T13:00:00", "people"),
        ("2024-05-18T15:59:59+02:00", "people"),
        ("2024-05-18", "valley people"),
        ("2030-01-01", "valley people"),
    ],
)
def test_what_was_recorded_later_is_not_there_yet(ledger: Ledger, moment: str, counted: str) -> None:
    at_hours(ledger)
    with ledger.snapshot(), as_of(ledger, read_moment(moment)):
        assert find_claim(ledger, CLAIM).claim.quantity.counted == counted
    assert find_claim(ledger, CLAIM).claim.quantity.counted == "valley people"


def test_before_the_first_change_nothing_is_found_and_the_hint_says_when_that_was(ledger: Ledger) -> None:
    fill(ledger)
    with pytest.raises(NotFound) as missed, as_of(ledger, read_moment("2024-05-18T11:59")):
        pass
    assert "2024-05-18T12:00:00Z" in missed.value.hint


def test_looking_back_leaves_the_ledger_as_it_was_and_writable(ledger: Ledger) -> None:
    at_hours(ledger)
    before = counts(ledger)
    with pytest.raises(ZeroDivisionError), as_of(ledger, read_moment("2024-05-18T12:00")):
        raise ZeroDivisionError
    assert counts(ledger) == before
    with by(ledger, "amend", at="2024-05-18T16:00:00Z") as changes:
        assert revise(changes, "claim", CLAIM, content={}, reason="as first read") is not None
    assert verify(ledger) == ()
