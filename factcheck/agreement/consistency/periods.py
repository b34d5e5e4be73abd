"""Over which period does a clause say that a number was counted?

Only wordings of one sort are held against each other: "last year" against "this year", "a
day" against "a week", "since May" against "since March", "in one week" against "in two". A
wording of another sort ("since New Year", "this winter") may well mean the same.

Pure. Caller: drift.
"""

from __future__ import annotations

import re

_UNIT = r"""(?P<unit> hour | day | night | week | weekend | fortnight | month | quarter | season
    | year | decade | spring | summer | autumn | winter )"""
_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NUMBERS = {word: str(value) for value, word in enumerate(_WORDS, 1)} | {"a": "1", "an": "1"}
_FLAGS = re.IGNORECASE | re.VERBOSE
# Matches "last year" and "this month"; not "the year".
_RELATIVE = re.compile(rf"\b(?P<which> last | this | previous | past | next )\ {_UNIT}\b", _FLAGS)
# Matches "a day", "per week" and "each month"; not "in a day" or "a week ago".
_RATE = re.compile(
    rf"""(?P<in> \b(?: in | within | over | during | for | of | once | after | than | about )\s+ )?
    \b(?: a | an | per | each | every )\ {_UNIT}\b (?! \ ago | \ later | \ old | \ earlier | ['’] )""",
    _FLAGS,
)
# Matches "in a single week", "in the space of one week" and "over 30 days"; not "in 2019".
_LENGTH = re.compile(
    rf"""\b(?: in | within | over | during | for )\s+
    (?: just\ | only\ | the\ space\ of\ | the\ course\ of\ )?
    (?P<number> a | an | {" | ".join(_WORDS)} | \d+ ) (?: \ single )? \ {_UNIT} s? \b
    (?! \ ago | \ later )""",
    _FLAGS,
)
# Matches "since January", "since 2015" and "since the war"; not "in January".
_SINCE = re.compile(r"\bsince (?P<when>(?:the )?(?:\d+ )?(?:[A-Z][a-z]+(?: \d{1,4})?|\d{4}|last \w+|\w+))")


def periods(clause: str, behind: str) -> dict[str, str]:
    """The period wordings of a clause by their sort: relative, since, length, rate.

    A rate belongs to the number that it stands behind, so only the words there are searched.
    """
    clause, behind = " ".join(clause.split()), " ".join(behind.split())
    found: dict[str, str] = {}
    if relative := _RELATIVE.search(clause):
        found["relative"] = f"{relative['which']} {relative['unit']}".casefold()
    if since := _SINCE.search(clause):
        found["since"] = f"since {since['when']}"
    if length := _LENGTH.search(clause):
        number, unit = length["number"].casefold(), length["unit"].casefold()
        number = _NUMBERS.get(number, number)
        found["length"] = f"{number} {unit}{'' if number == '1' else 's'}"
    if rate := next((one for one in _RATE.finditer(behind) if not one["in"]), None):
        found["rate"] = f"a {rate['unit']}".casefold()
    return found


def changed(earlier: tuple[str, str], later: tuple[str, str]) -> tuple[str, str] | None:
    """The first period wording that a later clause has changed, before and after.

    Each side is the clause and its words behind the number.
    """
    before, after = periods(*earlier), periods(*later)
    for sort in ("relative", "since", "length", "rate"):
        if sort in before and sort in after and before[sort] != after[sort]:
            return before[sort], after[sort]
    return None
