"""What is a number a number of: per cent, money, time, length?

Reads the currency before a numeral and the unit after it, and gives each its one name
(`data/units.tsv`, `data/currencies.tsv`). It never guesses a unit from far away: what
does not touch the numeral is not its unit. What is counted is another question.

Pure. Caller: quantities.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from factcheck.language.lexicon import table
from factcheck.language.vicinity import Word
from factcheck.model import Kind


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as printed: its one name, the kind of quantity it makes, and where it ends (or starts)."""

    name: str
    kind: Kind
    edge: int
    form: str = ""


def _by_first_word(rows: list[tuple[str, str, Kind]]) -> dict[str, list[tuple[tuple[str, ...], str, Kind]]]:
    """Forms cut as `vicinity` cuts words, by their first word, longest first."""
    forms: dict[str, list[tuple[tuple[str, ...], str, Kind]]] = {}
    for form, name, kind in rows:
        parts = tuple(re.findall(r"[^\W\d_]+|[^\w\s]|\d", form))
        forms.setdefault(parts[0], []).append((parts, name, kind))
    for found in forms.values():
        found.sort(key=lambda entry: (-len(entry[0]), entry[0]))
    return forms


_KINDS: dict[str, Kind] = {
    "percent": "percent",
    "duration": "duration",
    "measure": "measure",
    "age": "other",
}
_ROWS: list[tuple[str, str, Kind]] = [
    (row["form"], row["unit"], _KINDS[row["kind"]]) for row in table("units")
] + [(row["form"], row["unit"], "money") for row in table("currencies") if row["place"] != "before"]
AFTER = _by_first_word(_ROWS)
BEFORE = {row["form"]: row["unit"] for row in table("currencies") if row["place"] != "after"}
_LONGEST_BEFORE = max(map(len, BEFORE))
DURATIONS = frozenset(row["unit"] for row in table("units") if row["kind"] == "duration")

# abbreviations that are words or letters when they stand apart: only glued, as in 5m, 10g
ONLY_GLUED = frozenset(
    {"m", "g", "l", "w", "in", "c", "f", "ms", "pp", "mb", "ha", "bp", "pt", "mp", "ug", "um", "pa", "p"}
)
# words that may stand between a numeral and its unit of time: ten full months
FILLERS = frozenset(
    ["full", "straight", "consecutive", "more", "additional", "whole", "long", "solid", "calendar", "working", "business", "extra", "successive", "further", "other", "fewer", "to"]
)
SYMBOLS = frozenset(["%", "°", "℃", "℉", "€"])
SMALL_CHANGE = {"p": "pence", "c": "cents", "¢": "cents"}


def unit_before(text: str, start: int) -> Unit | None:
    """The currency that ends directly before a numeral: "$", "US$", "Rs ", "USD "."""
    end = start
    if end and text[end - 1] in " \u00a0":
        end -= 1
    if not end:
        return None
    last = text[end - 1]
    if last.isalnum() and not last.isalpha():
        return None
    lower = text[max(0, end - _LONGEST_BEFORE) : end].lower()
    for length in range(min(_LONGEST_BEFORE, len(lower)), 0, -1):
        form = lower[-length:]
        name = BEFORE.get(form)
        if name is None:
            continue
        begin = end - length
        if form[0].isalpha() and begin and text[begin - 1].isalnum():
            continue
        if form[0].isalpha() and not text[begin].isupper() and not _spaced_dollar(form):
            continue
        return Unit(name, "money", begin, form)
    return None


def _spaced_dollar(form: str) -> bool:
    return form[-1] in "$£"


def unit_after(text: str, end: int, after: list[Word], scaled: bool) -> Unit | None:
    """The unit that begins directly after a numeral: "%", " years", "-mile", "km"."""
    if not after:
        return None
    glued = after[0].start == end
    at = 0
    if glued and after[0].lower in "-–":
        hyphened = text[end + 1 : end + 2].isalpha() or text[end + 1 : end + 2] == "%"
        if not hyphened:
            return None
        at, glued = 1, False
    if at >= len(after) or after[at].start - end > 4:
        return None
    return _match(text, after, at, glued, scaled) or _filled(text, after, at)


def _match(text: str, after: list[Word], at: int, glued: bool, scaled: bool) -> Unit | None:
    first = after[at].lower
    if glued and first in SMALL_CHANGE and not scaled:
        return Unit(SMALL_CHANGE[first], "money", after[at].end, first)
    for parts, name, kind in AFTER.get(first, ()):
        if len(parts) == 1 and first in ONLY_GLUED and not glued:
            continue
        last = at + len(parts)
        if last <= len(after) and all(after[at + i].lower == part for i, part in enumerate(parts)):
            if kind == "money" and not _is_money(first, text, after[at], scaled):
                continue
            return _with_time_share(text, after, last, Unit(name, kind, after[last - 1].end, first))
    if first == "pounds" or first == "pound":
        return (
            Unit("GBP", "money", after[at].end, "pounds")
            if scaled
            else Unit("pound", "measure", after[at].end, "pounds")
        )
    return None


def _is_money(form: str, text: str, word: Word, scaled: bool) -> bool:
    """Whether a word that also means something else is money here: codes are capitals, "won" follows a scale."""
    if form in ("won", "som", "lei", "kip", "dong", "rand", "sterling", "ether", "try", "all", "soles"):
        return scaled
    if len(form) == 3 and form in BEFORE and form.isascii() and form.isalpha():
        return text[word.start : word.end].isupper()
    return True


def _with_time_share(text: str, after: list[Word], at: int, unit: Unit) -> Unit:
    """ "years" with its "old" or "of age" is an age already; "one week's time" takes the time in."""
    if (
        unit.kind == "duration"
        and at < len(after)
        and after[at].lower == "time"
        and after[at - 1].lower.endswith("'s")
    ):
        return Unit(unit.name, unit.kind, after[at].end, unit.form)
    del text
    return unit


def _filled(text: str, after: list[Word], at: int) -> Unit | None:
    """A unit of time with an adjective before it: ten full months, six straight years."""
    word = after[at].lower
    if word.endswith("'s") and word[:-2] in AFTER:
        return _possessive(after, at)
    if word not in FILLERS or at + 1 >= len(after):
        return None
    for parts, name, kind in AFTER.get(after[at + 1].lower, ()):
        if len(parts) == 1 and kind == "duration" and len(parts[0]) > 2:
            return Unit(name, kind, after[at + 1].end, parts[0])
    del text
    return None


def _possessive(after: list[Word], at: int) -> Unit | None:
    """ "one week's time", "two years' jail": the unit is the word without its genitive."""
    name = after[at].lower[:-2]
    for parts, unit, kind in AFTER[name]:
        if len(parts) == 1 and kind == "duration":
            timed = at + 1 < len(after) and after[at + 1].lower == "time"
            return Unit(unit, kind, after[at + 1 if timed else at].end, name)
    return None


MAGNITUDES = {"magnitude": "magnitude", "category": "category"}
