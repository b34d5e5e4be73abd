"""Is this a date, as exact as it is known?

Dates of publication are ISO 8601 texts that may stop at the month or the year:
"2019-12-16", "2019-12", "2019". They stay text, so that nothing is invented.
"""

from __future__ import annotations

import re
from datetime import date

# Matches "2019", "2019-12", "2019-12-16"; not "16 Dec 2019", "2019-13".
ISO_DATE = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?", re.ASCII)


def is_date(text: str) -> bool:
    """Whether the text is an ISO 8601 date, month or year that the calendar has."""
    match = ISO_DATE.fullmatch(text)
    if match is None:
        return False
    try:
        date(int(match["year"]), int(match["month"] or 1), int(match["day"] or 1))
    except ValueError:
        return False
    return True
