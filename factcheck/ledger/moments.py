"""When does a change count as made, if the clock stands still or runs backwards?

Time in a ledger only goes forward: a change is stamped with the clock, or, where that is
not later than the last change, one microsecond after that one. So the order of two
records can be told from their stamps, in a merged ledger too, and no two changes of one
ledger share a stamp.

Pure. Callers: `store`, and whoever orders records by when they were made.
"""

from __future__ import annotations

from datetime import datetime, timedelta

_TICK = timedelta(microseconds=1)


def order_of(at: str) -> str:
    """The stamp as text to sort by: without its Z, "12:00:00" comes before "12:00:00.000001"."""
    return at.rstrip("Z")


def after(last: str, clock: str) -> str:
    """The stamp of a change that follows `last`: the clock's, or just after the last one."""
    if not last or order_of(clock) > order_of(last):
        return clock
    return f"{(datetime.fromisoformat(order_of(last)) + _TICK).isoformat()}Z"
