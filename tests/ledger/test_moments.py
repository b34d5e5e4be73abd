"""Time in a ledger only goes forward, whatever the clock does."""

import pytest

from factcheck.ledger.audit import events, verify
from factcheck.ledger.moments import after, order_of
from factcheck.ledger.store import Ledger
from tests.ledger.given import by


@pytest.mark.parametrize(
    ("last", "clock", "stamp"),
    [
        ("", "2024-05-18T12:00:00Z", "2024-05-18T12:00:00Z"),
        ("2024-05-18T12:00:00Z", "2024-05-18T12:00:01Z", "2024-05-18T12:00:01Z"),
        ("2024-05-18T12:00:00Z", "2024-05-18T12:00:00Z", "2024-05-18T12:00:00.000001Z"),
        ("2024-05-18T12:00:00.000001Z", "2024-05-18T12:00:00Z", "2024-05-18T12:00:00.000002Z"),
        ("2024-05-18T12:00:00Z", "1970-01-01T00:00:00Z", "2024-05-18T12:00:00.000001Z"),
        ("2024-05-18T23:59:59.999999Z", "2024-05-18T00:00:00Z", "2024-05-19T00:00:00Z"),
    ],
)
def test_a_stamp_comes_after_the_last_one(last: str, clock: str, stamp: str) -> None:
    assert after(last, clock) == stamp
    assert order_of(stamp) > order_of(last)


def test_a_clock_that_goes_backwards_leaves_the_order_of_events(ledger: Ledger) -> None:
    for at in ("2024-05-18T12:00:00Z", "2020-01-01T00:00:00Z", "2024-05-18T12:00:00Z"):
        with by(ledger, "note", at=at) as changes:
            changes.event("", {"note": at})
    stamps = [order_of(event.at) for event in events(ledger)]
    assert stamps == sorted(set(stamps))
    assert verify(ledger) == ()
