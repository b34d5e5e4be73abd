"""How do CSL, BibTeX and RIS write a date, and which EDTF date is that?

A date that a format can say is written in its own way; any other (a decade, an open
interval, a doubtful year) as its EDTF text, which comes back as it was. A date that is none
is a ValueError with a sentence: nothing is guessed.

Pure. Callers: `csl.py`, `bibtex.py`, `ris.py`.
"""

from __future__ import annotations

import re
from typing import Any

from factcheck.model import is_date

# Matches "2019", "2019-12", "2019-12-16"; not "201X" or "2019?".
_SINGLE = re.compile(r"\d{4}(?:-\d\d){0,2}", re.ASCII)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

# Matches "2019/12/16/", "2019/12//" and "2019///Winter"; not "16/12/2019".
_RIS = re.compile(r"(\d{4})(?:/(\d\d?)?)?(?:/(\d\d?)?)?(?:/.*)?", re.ASCII | re.DOTALL)


def csl_date(date: str) -> dict[str, Any]:
    """An EDTF date as the date variable of CSL-JSON."""
    circa = date.endswith("~")
    parts = date.removesuffix("~").split("/")
    if all(_SINGLE.fullmatch(part) for part in parts) and not (circa and len(parts) > 1):
        shape: dict[str, Any] = {"date-parts": [list(map(int, part.split("-"))) for part in parts]}
        return {**shape, "circa": True} if circa else shape
    return {"literal": date}


def date_in_csl(value: Any) -> str | None:
    """The EDTF date that a date variable of CSL-JSON means; None where it says nothing."""
    if isinstance(value, str):
        return checked(value.strip())
    if not isinstance(value, dict):
        raise ValueError("must be a date: date-parts, or a text")
    parts = [part for part in _list(value.get("date-parts")) if part]
    if parts:
        dates = "/".join("-".join(map(_digits, _list(part), (4, 2, 2))) for part in parts)
        return checked(dates + ("~" if value.get("circa") else ""))
    told = value.get("raw") or value.get("literal")
    return checked(str(told).strip()) if told else None


def _list(value: Any) -> list[Any]:
    if value is None:
        return []
    if isinstance(value, list):
        return value
    raise ValueError("date-parts must be lists: [[2019, 12, 16]]")


def _digits(number: Any, width: int) -> str:
    text = str(number).strip()
    if not (text.isascii() and text.isdigit() and len(text) <= width) or isinstance(number, bool):
        raise ValueError(f"{number!r:.40} is no part of a date")
    return text.zfill(width)


def date_in_bibtex(date: str | None, year: str | None, month: str | None, day: str | None) -> str | None:
    """The EDTF date of `date`, or of `year`, `month` (a number or a name) and `day`."""
    if date or not year:
        return checked(date) if date else None
    if not month:
        return checked(year)
    named = month.strip().casefold()[:3]
    number = str(_MONTHS.index(named) + 1) if named in _MONTHS else month
    return checked("-".join(map(_digits, (year, number, *([day] if day else [])), (4, 2, 2))))


def date_in_ris(date: str) -> str | None:
    """The EDTF date of `2019/12/16/`, where each part but the year may be missing; or an EDTF date itself."""
    match = _RIS.fullmatch(date)
    if is_date(date) or match is None:
        return checked(date)
    year, month, day = match.groups()
    given = [year, *([month] if month else []), *([day] if month and day else [])]
    return checked("-".join(map(_digits, given, (4, 2, 2))))


def ris_date(date: str) -> str:
    """A single EDTF date as RIS writes it, any other as it is."""
    if not _SINGLE.fullmatch(date):
        return date
    return "/".join([*date.split("-"), "", ""][:3]) + "/"


def checked(date: str) -> str:
    """The date, if it is one."""
    if not is_date(date):
        raise ValueError(f"{date[:40]!r} is no date like 2019, 2019-12, 2019-12-16 or 2019-12~")
    return date
