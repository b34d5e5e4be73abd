"""What is a number a number of: per cent, money, time, length?

Reads the currency before a numeral and the unit after it, and gives each its one name
(`data/units.tsv`, `data/currencies.tsv`). It never guesses a unit from far away: what
does not touch the numeral is not its unit. What is counted is another question.

Pure. Callers: intervals, quantities.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from factcheck.language.lexicon import table, word_list
from factcheck.language.numbers.vicinity import WORD, Word, Words, words_after
from factcheck.model import Kind


class Unit(NamedTuple):
    """A unit: its one name, the kind of quantity it makes, and the edge away from the number."""

    name: str
    kind: Kind
    edge: int


_Form = tuple[tuple[str, ...], str, Kind]
_KINDS: dict[str, Kind] = {
    "percent": "percent",
    "duration": "duration",
    "measure": "measure",
    "age": "other",
    "rate": "ratio",
}


def _forms() -> dict[str, list[_Form]]:
    """Forms that stand after a number, cut into words, by their first word, longest first.

    A form of several words may be written with hyphens, too: a 15,000-square-foot hall.
    """
    rows: list[tuple[str, str, Kind]] = [
        (row["form"], row["unit"], _KINDS[row["kind"]]) for row in table("units")
    ]
    rows += [(row["form"], row["unit"], "money") for row in table("currencies") if row["place"] != "before"]
    forms: dict[str, list[_Form]] = {}
    for form, name, kind in rows:
        for written in {form, form.replace(" ", "-")}:
            parts = tuple(WORD.findall(written))
            forms.setdefault(parts[0], []).append((parts, name, kind))
    for found in forms.values():
        found.sort(key=lambda entry: (-len(entry[0]), entry[0]))
    return forms


AFTER = _forms()
BEFORE = {row["form"]: row["unit"] for row in table("currencies") if row["place"] != "after"}
DURATIONS = frozenset(row["unit"] for row in table("units") if row["kind"] == "duration")
_LONGEST_BEFORE = max(map(len, BEFORE))
_LAST_BEFORE = frozenset(form[-1] for form in BEFORE)
_LOWER_ENDS = frozenset(
    form[-2:] for form in BEFORE if form.isalpha() and not (len(form) == 3 and form in AFTER)
)
_SYMBOLS = frozenset(form for form in BEFORE if not form[-1].isalpha() and form[-1] != ".")

# abbreviations that are words or letters when they stand apart: only glued, as in 5m, 10g
ONLY_GLUED = frozenset(
    [
        "m",
        "g",
        "l",
        "w",
        "in",
        "c",
        "f",
        "ms",
        "pp",
        "ha",
        "bp",
        "pt",
        "mp",
        "ug",
        "um",
        "pa",
        "p",
        "v",
        "t",
        "a",
        "h",
        "s",
    ]
)
ONLY_SCALED = frozenset(
    ("won", "som", "lei", "kip", "dong", "rand", "sterling", "ether", "soles")
)  # other words too
PLAIN_CODES = frozenset(("usd", "eur", "gbp", "rmb", "aud", "cad", "cny", "jpy", "inr"))  # no other words
SMALL_CHANGE = {"p": "pence", "c": "cents", "¢": "cents"}
_THICK = frozenset(("thick", "wide", "long", "tall", "high", "deep", "square", "diameter", ".", ",", "¶"))


def unit_before(text: str, start: int) -> Unit | None:
    """The currency that ends directly before a numeral: "$", "US$", "Rs ", "USD ", "$-"."""
    end = start
    if (end and text[end - 1] in " \u00a0") or (end > 1 and text[end - 1] in "-−" and text[end - 2] in "$£€"):
        end -= 1
    if not end or (last := text[end - 1].lower()) not in _LAST_BEFORE:
        return None
    if text[end - 1].islower() and text[end - 2 : end].lower() not in _LOWER_ENDS:  # "Rs", "Tk"; not "in 5"
        return None
    if last.isalpha() and not text[start - 1].isspace() and not text[end - 1].isalpha():
        return None
    lower = text[max(0, end - _LONGEST_BEFORE) : end].lower()
    for length in range(len(lower), 0, -1):
        name = BEFORE.get(lower[-length:])
        if (
            name
            and _stands_alone(text, end - length, lower[-length:])
            and not _is_name(text, end - length, lower[-length:])
        ):
            return Unit(name, "money", end - length)
    return None


# letters that are a currency only before a sum: PS5,000 and PS2.7m (a pound sign that a converter spelled),
# R40 million and R5,000 - not a PS5, Ps 12, R2, R18
_SUMS = {
    "ps": re.compile(r"PS\d[,.]?\d"),
    "r": re.compile(r"R[ ]?\d{1,3}(?:(?:,\d{3})+|(?:\.\d{1,3})?[ ]?(?:m|bn|million|billion|trillion)\b)"),
}


def _is_name(text: str, begin: int, form: str) -> bool:
    """Whether letters that may be a currency are part of a name here."""
    sum_of_money = _SUMS.get(form.rstrip())
    return sum_of_money is not None and not sum_of_money.match(text, begin)


def _stands_alone(text: str, begin: int, form: str) -> bool:
    """Whether letters of a currency begin a word, and with a capital: "Rs", not "hours 5"."""
    if not form[0].isalpha():
        return True
    if begin and (text[begin - 1].isalnum() or text[begin - 1] == "_"):
        return False
    return text[begin].isupper() or form in _SYMBOLS


def unit_after(text: str, end: int, after: Words, scaled: bool) -> Unit | None:
    """The unit that begins directly after a numeral: "%", " years", "-mile", "km"."""
    first = after[0]
    if first.start < 0 or first.start - end > 4:
        return None
    glued = first.start == end
    at = 0
    if glued and first.lower in "-–":
        if not (after[1].start == end + 1 and after[1].lower[0].isalpha()):
            return None
        at, glued = 1, False
    return _match(text, after, at, glued, scaled) or _filled(after, at)


def _match(text: str, after: Words, at: int, glued: bool, scaled: bool) -> Unit | None:
    word = after[at]
    lower = word.lower
    if glued and not scaled and lower in SMALL_CHANGE and text[word.start] != "C":
        return Unit(SMALL_CHANGE[lower], "money", word.end)
    if lower in ("pound", "pounds"):
        named = next((form for form in AFTER.get(lower, ()) if after.go_on(at, form[0])), None)
        if named is None:
            return Unit("GBP", "money", word.end) if scaled else Unit("pound", "measure", word.end)
    surface = text[word.start : word.end]
    if surface in AFTER and surface != lower:  # Nm
        return Unit(AFTER[surface][0][1], AFTER[surface][0][2], word.end)
    for parts, name, kind in AFTER.get(lower, ()):
        if not after.go_on(at, parts):
            continue
        if _digit_at(text, after[at + len(parts) - 1].end):
            continue
        if len(parts) == 1 and not _fits(text, after, at, glued, scaled, kind):
            continue
        return _rated(text, _powered(text, Unit(name, kind, after[at + len(parts) - 1].end)))
    return None


def _digit_at(text: str, place: int) -> bool:
    return text[place : place + 1].isdigit()


def _fits(text: str, after: Words, at: int, glued: bool, scaled: bool, kind: Kind) -> bool:
    """Whether a form of one word that also means something else is a unit here."""
    word = after[at]
    lower = word.lower
    if lower == "second" and after[at + 1].lower in "-‑":  # three second-half goals
        return after[at + 2].lower in ("long", "old", "plus")
    if lower == "magnitude":  # 400 magnitude 2 quakes
        return not after[at + 1].lower[0].isdigit()
    if lower in ONLY_GLUED and not glued:
        return _fits_apart(text, word, after[at + 1].lower)
    if glued and len(lower) == 1 and lower in "gcf":  # 10g of salt and -12C, not a 5G network
        return text[word.start].isupper() == (lower != "g")
    if kind == "money" and lower in ONLY_SCALED:
        return scaled
    is_code = kind == "money" and len(lower) == 3 and lower in BEFORE and lower.isalpha()
    return lower in PLAIN_CODES or text[word.start : word.end].isupper() if is_code else True


def _fits_apart(text: str, word: Word, following: str) -> bool:
    """Whether a letter with a blank before it is a unit: "2 in thick", "1.8 m tall", "5 W"."""
    if word.lower == "in":
        return following in _THICK
    if word.lower == "m":
        length = following in word_list("event of a length") or following in _THICK
        return length or not following[0].isalpha()
    if word.lower == "c":  # 30 C outside; not 5 C students
        return text[word.start].isupper() and not following.endswith("s") and following != "."
    joined = text[word.end : word.end + 2].strip(".-")  # 5 L.A. clubs, L-202
    return text[word.start] in "WL" and not joined.isalnum()


_POWERS = {"^2": "square", "^3": "cubic", "²": "square", "³": "cubic"}


def _powered(text: str, unit: Unit) -> Unit:
    """The unit with an exponent behind it: km^2 is a square kilometre."""
    if unit.kind != "measure":
        return unit
    for power, name in _POWERS.items():
        if text.startswith(power, unit.edge):
            return Unit(f"{name} {unit.name}", unit.kind, unit.edge + len(power))
    for power, name in (("squared", "square"), ("cubed", "cubic")):
        if text.startswith(" " + power, unit.edge):
            return Unit(f"{name} {unit.name}", unit.kind, unit.edge + len(power) + 1)
    return unit


# "/" of 20 J/m2, "-a-" of a 52,000-barrel-a-day plant, " of oil per " of 9 litres of oil per minute
_PER = re.compile(
    r"/|(?:[ ]of(?:[ ](?!in|for|on|over|within)[^\W\d_]+){1,2}?)?[ -](?:per|(an?))[ -]", re.IGNORECASE
)
_AGAIN = frozenset(("later", "ago", "earlier", "before", "after", "time", "half"))


def _rated(text: str, unit: Unit) -> Unit:
    """A measure with what it is reckoned by: litre per minute - not "walked a mile an hour later"."""
    per = _PER.match(text, unit.edge) if unit.kind == "measure" else None
    by = unit_at(text, per.end()) if per else None
    if per is None or by is None or by.kind not in ("measure", "duration"):
        return unit
    article = per.group(1) is not None
    if article and (by.kind != "duration" or words_after(text, by.edge)[0].lower in _AGAIN):
        return unit
    name = f"{unit.name} per {_ONE_OF.get(by.name, by.name)}"
    return Unit(name, "measure", unit.edge if " of " in per.group() else by.edge)


_ONE_OF = {name: name.removesuffix("s") for name in DURATIONS}
_ONE_OF |= {"centuries": "century", "millennia": "millennium"}


def _filled(after: Words, at: int) -> Unit | None:
    """A unit of time with an adjective before it or a genitive: ten full months, one week's time."""
    word = after[at]
    if word.lower.endswith("'s") or (word.lower.endswith("s") and after[at + 1].lower == "'"):
        return _possessive(after, at)
    if word.lower not in word_list("time fillers"):
        return None
    unit = _time(after[at + 1])
    return unit if unit and len(after[at + 1].lower) > 3 else None


def _time(word: Word) -> Unit | None:
    for parts, name, kind in AFTER.get(word.lower, ()):
        if len(parts) == 1 and kind == "duration":
            return Unit(name, kind, word.end)
    return None


def _possessive(after: Words, at: int) -> Unit | None:
    word = after[at]
    bare = word.lower.removesuffix("'s")
    unit = _time(Word(bare, word.start, word.end))
    if unit is None:
        return None
    follower = after[at + 1] if word.lower != bare else after[at + 2]
    return Unit(unit.name, unit.kind, follower.end) if follower.lower == "time" else unit


def unit_at(text: str, place: int) -> Unit | None:
    """The unit whose first letter stands at (or one blank after) `place`."""
    return unit_after(text, place, words_after(text, place), False)
