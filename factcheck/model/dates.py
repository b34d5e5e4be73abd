"""When was this, as exactly as anybody knows?

Dates are texts of EDTF (Extended Date/Time Format, levels 0 and 1, as ISO 8601-2 has them)
and stay texts, so that nothing is invented: "2019-12-16", "2019-12", "2019", "201X" (some
year of that decade), "2019-12~" (approximately), "2019?" (uncertain), "2019-11/2019-12"
(from, to), "2019-11/.." (from then on). What such a text may mean is two days, the
earliest and the latest. Times of day, years before 1 and after 9999, and seasons (whose
months differ by hemisphere) are no dates here.

Pure. Callers: whoever takes a date from a person, or orders by one.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

# Matches "2019", "201X", "2019-12", "2019-XX", "2019-12-16", "2019-12-XX~"; not "16 Dec 2019", "2019-1".
_DATE = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d\dXX|XXXX)"
    r"(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|\dX|XX))?)?"
    r"(?P<mark>[?~%]?)",
    re.ASCII,
)
_OPEN = ("..", "")
_DAYS = 10_000_000  # more than the calendar has


@dataclass(frozen=True, slots=True)
class Dated:
    """What a date text may mean: from `earliest` to `latest`, either None where it is open.

    `loose` says that the text itself doubts it (~ ? %) or leaves digits unspecified (X): then
    it is some time between the two. `interval` says that it is all the time between them.
    """

    earliest: date | None
    latest: date | None
    loose: bool = False
    interval: bool = False

    def meets(self, other: Dated) -> bool:
        """Whether the two have a day in common."""
        return _from(self) <= _to(other) and _from(other) <= _to(self)

    def covers(self, other: Dated) -> bool:
        """Whether the other lies wholly inside this one."""
        return _from(self) <= _from(other) and _to(other) <= _to(self)


def _from(dated: Dated) -> date:
    return dated.earliest or date.min


def _to(dated: Dated) -> date:
    return dated.latest or date.max


def is_date(text: str) -> bool:
    """Whether the text is a date, month, year or interval that the calendar has."""
    return parse_date(text) is not None


@lru_cache(maxsize=4096)
def parse_date(text: str) -> Dated | None:
    """What the text may mean; None where it is no EDTF date that the calendar has."""
    start, slash, end = text.partition("/")
    if not slash:
        return _single(text)
    if start in _OPEN and end in _OPEN:
        return None
    first, last = (None if part in _OPEN else _single(part) for part in (start, end))
    if (first is None and start not in _OPEN) or (last is None and end not in _OPEN):
        return None
    earliest, latest = first.earliest if first else None, last.latest if last else None
    if earliest and latest and earliest > latest:
        return None
    return Dated(earliest, latest, any(one.loose for one in (first, last) if one), interval=True)


def _single(text: str) -> Dated | None:
    match = _DATE.fullmatch(text)
    if match is None:
        return None
    loose = bool(match["mark"]) or "X" in text
    month, day = match["month"], match["day"]
    least, most = _year(match["year"], "0"), _year(match["year"], "9")
    try:
        if month is None or month == "XX":
            return Dated(date(least, 1, 1), date(most, 12, 31), loose) if day in (None, "XX") else None
        earliest = date(least, int(month), 1)
        last_day = monthrange(most, int(month))[1]
        if day is None or day == "XX":
            return Dated(earliest, date(most, int(month), last_day), loose)
        first, last = max(1, int(day.replace("X", "0"))), int(day.replace("X", "9"))
        last = min(last, last_day) if "X" in day else last
        return Dated(earliest.replace(day=first), date(most, int(month), last), loose)
    except ValueError:
        return None


def _year(digits: str, unknown: str) -> int:
    """The year with its unspecified digits filled in; the calendar begins with the year 1."""
    return max(int("X" in digits), int(digits.replace("X", unknown)))


def order_of(text: str | None) -> int:
    """A date as a number to order by: by its earliest day, and the less exact before the more exact.

    So "2019-12" comes before every day of that month, and no date, or none that can be read,
    is the oldest (0).
    """
    dated = parse_date(text) if text else None
    if dated is None:
        return 0
    return _from(dated).toordinal() * _DAYS - _to(dated).toordinal()
