"""Which numbers are no claims: dates, years, times, labels, names, references?

Each function answers with the code of a notice, or None. Two kinds of evidence: the shape
of the number itself ("10:30", "2019-20", "11th") and the words that touch it ("May 12",
"Article 50", "1600 Pennsylvania Avenue"). What a code means to a reader stands in
`data/notices.tsv`.

Pure. Caller: quantities.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from factcheck.language.lexicon import table
from factcheck.language.vicinity import Word

REASONS: dict[str, str] = {row["code"]: row["reason"] for row in table("notices")}
MONTHS = frozenset(row["word"] for row in table("months"))
LABELS = {row["word"]: row for row in table("labels")}
DAYS = frozenset(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])

SHAPE = re.compile(
    r"""
      (?P<time> \d{1,2} (?:[:.][0-5]\d)? (?:\s?[-–]\s?\d{1,2}(?:[:.][0-5]\d)?)? \s? (?:[ap]\.\s?m\b\.?|[ap]m\b) # 6am, 4.30 p.m.
        | \d{1,2} \s? o['’]clock
        | \d{1,2}:[0-5]\d (?![\d:]) (?:\s?[ap]\.?m\b\.?)?                                # 10:30 - not 2:14:04
        | [0-2]\d[:.]?[0-5]\d \s? (?:GMT|UTC|BST|CET|IST|EST|EDT|PST|PDT|hrs\b|hours\b|h\b) )
    | (?P<date> \d{4}-\d\d?-\d\d? (?![\d-]) | \d\d?/\d\d?/(?:\d{4}|\d\d) (?![\d/]) | \d\d?\.\d\d?\.\d{4} (?!\d)
        | \d\d?-\d\d?-\d{4} (?!\d) )
    | (?P<year> (?:(?:1[5-9]|20)\d|[1-9])0 ['’]? s \b                                    # 1980s, 20s - not 207s
        | (?:1[4-9]|20)\d\d [-–/] (?:(?:1[4-9]|20)\d\d | \d\d) (?![\d.,%]\d|\d|\s?(?:percent|%)) )
    | (?P<ordinal> \d{1,3}(?:,\d{3})* (?:st|nd|rd|th) (?!\w) )
    | (?P<identifier> \d+ (?:\.\d+){2,} (?!\d)                                           # 192.168.1.2
        | \d{2,4} (?:[- ]\d{3,4}){2} (?![\d,])                                           # 020 7946 0958
        | 1-\d{3}-\d{3}-\d{4} | \d{3}-\d{4} (?![\d,])
        | \d+/\d{4} (?!\d) | \d{1,4} (?:-\d{1,5}){2,} (?![\d])
        | \d{10,} (?![\d,.]) )
    | (?P<name> (?:9/11|24/7|7/7|50[/-]50|20/20|4x4|360) (?![\w/]|[.,]\d) (?!\s?(?:people|%)) )
    | (?P<coordinate> \d+(?:\.\d+)? \s? °? \s? (?:\d+\s?['′]\s?)? [NSEW] \b )
    """,
    re.VERBOSE | re.IGNORECASE,
)
CODES = {"coordinate": "identifier"}
GROUPED_DOTS = re.compile(r"\d{1,3}(?:\.\d{3}){2,}(?![\d]|\.\d)")
LINK = re.compile(
    r"(?:https?://|www\.|[\w.+-]+@[\w-]+\.|(?<!\w)[@#][^\W\d]|[\w-]+\.(?:com|org|net|gov|edu|uk|co)/)\S*$",
    re.IGNORECASE,
)
STREET = re.compile(
    r"(?:[ ](?:[NSEW]\.?|North|South|East|West))?(?:[ ][A-Z][\w.'’-]*){1,3}[ ](?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|"
    r"Boulevard|Blvd|Square|Place|Court|Terrace|Crescent|Way|Highway|Broadway)\b"
    r"|[ ](?:Downing|Wall|Abbey|Fifth|Broadway)\b"
)
LISTED = re.compile(r"[.)]\s+(?=[A-Z\"“'‘\[*])|\)\s+(?=\w)|[.)][ \t]*$", re.MULTILINE)
LINE_START = re.compile(r"(?:^|\n)[ \t]*[(\[]?$")
SENTENCE_START = re.compile(r"[.!?:]['\"”’)]*\s+$")


@dataclass(frozen=True, slots=True)
class Declined:
    """A number that is no claim: the code of its notice and where it ends."""

    code: str
    end: int


def shape(text: str, start: int) -> Declined | None:
    """What the digits that start at `start` are by their own shape, if no number."""
    match = SHAPE.match(text, start)
    if match is None or match.lastgroup is None:
        return None
    code = CODES.get(match.lastgroup, match.lastgroup)
    if code == "identifier" and GROUPED_DOTS.match(text, start):
        return None
    if code == "name" and match.group() == "360":
        return None
    return Declined(code, match.end())


_MID = frozenset({"mid", "early", "late", "pre", "post"})
_NAME_END = re.compile(r"[\w./-]*\w")


def glued_before(text: str, start: int) -> Declined | None:
    """Whether what touches the first digit from the left makes it a name, an address or a year."""
    if start == 0:
        return None
    mark = text[start - 1]
    if mark.isspace() or mark in '(“"‘[$£€¥~<>+−':
        return _apostrophe(text, start) if mark == "‘" else None
    if mark.isalpha() or mark == "_":
        return Declined("name", _end_of_name(text, start))
    if mark in "'’":
        return _apostrophe(text, start)
    if mark in "#@&=\\?%":
        return Declined("label" if mark == "#" else "identifier", _end_of_name(text, start))
    before = text[start - 2] if start > 1 else " "
    if mark in "/:" and (before.isalnum() or before == "/"):
        return Declined("identifier", _end_of_name(text, start))
    if mark in "-‑" and before.isalpha():
        return _hyphened(text, start)
    if mark == "." and (before.isdigit() or _in_link(text, start)):
        return Declined("identifier", _end_of_name(text, start))
    return None


def _end_of_name(text: str, start: int) -> int:
    match = _NAME_END.match(text, start)
    assert match is not None  # a digit stands at start
    return match.end()


_TWO = re.compile(r"\d\d(?:s\b|(?!\w))")


def _apostrophe(text: str, start: int) -> Declined | None:
    if start > 1 and text[start - 2].isalnum():
        return Declined("name", _end_of_name(text, start))
    match = _TWO.match(text, start)
    return Declined("year", match.end()) if match else None


def _hyphened(text: str, start: int) -> Declined | None:
    begin = start - 1
    while begin and text[begin - 1].isalpha() and start - begin < 24:
        begin -= 1
    word = text[begin : start - 1].lower()
    if word in _MID:
        return Declined("year", _end_of_name(text, start))
    if word in (
        "under",
        "over",
        "sub",
        "minus",
        "plus",
        "a",
        "to",
        "nearly",
        "about",
        "some",
        "around",
        "almost",
        "and",
        "or",
        "of",
    ):
        return None
    return Declined("name", _end_of_name(text, start))


def _in_link(text: str, start: int) -> bool:
    window = text[max(0, start - 120) : start]
    return LINK.search(window) is not None


def in_link(text: str, start: int) -> bool:
    """Whether the number is part of a link, an address or a handle."""
    return start > 3 and not text[start - 1].isspace() and _in_link(text, start)


def dated(
    text: str, value: int, start: int, end: int, before: list[Word], after: list[Word]
) -> Declined | None:
    """Whether the number is the day or the year of a date with a month's name."""
    if before and _is_month(text, before, 0) and value <= 31:
        return Declined("date", end)
    if before and _is_month(text, before, 0) and 1000 <= value <= 2100:
        return Declined("date", end)
    at = 1 if after and after[0].lower == "of" else 0
    if value <= 31 and at < len(after) and _is_month_word(text, after[at]) and after[at].start - end < 6:
        return Declined("date", end)
    if value <= 31 and before and before[0].lower in DAYS and text[before[0].start].isupper():
        if after and after[0].lower in (",", ".", ")") and False:
            return Declined("date", end)
    return None


def _is_month(text: str, before: list[Word], at: int) -> bool:
    if (before[at].lower == "." and at + 1 < len(before) and before[at].start == before[at + 1].end) or (before[at].lower == "," and at + 1 < len(before)):
        at += 1
    return _is_month_word(text, before[at])


def _is_month_word(text: str, word: Word) -> bool:
    return word.lower in MONTHS and text[word.start].isupper()


def labelled(text: str, start: int, before: list[Word], plural_follows: bool) -> str | None:
    """The code of a number behind a label: "Article 50", "page 12", "No. 5", "Boeing 707"."""
    if not before:
        return None
    word = before[0]
    if word.lower == "." and len(before) > 1 and before[1].end == word.start and len(before[1].lower) <= 4:
        word = before[1]
    elif word.lower in ".,;:)(“\"'-–—":
        return None
    row = LABELS.get(word.lower)
    if row is None or start - word.end > 2:
        return None
    capital = text[word.start].isupper()
    if row["case"] == "capital" and not capital:
        return None
    if plural_follows and not capital and row["kind"] != "reference":
        return None
    if word.lower in ("no", "i", "a", "m") and not (
        text[word.end : word.end + 1] == "." or text[start].isdigit()
    ):
        return None
    return row["kind"]


def street(text: str, end: int) -> Declined | None:
    """Whether the number is that of a house: 10 Downing Street."""
    match = STREET.match(text, end) if text[end : end + 1] == " " else None
    return Declined("identifier", end) if match else None


def listed(text: str, start: int, end: int) -> bool:
    """Whether the number counts the items of a list: "2. Boil it", "(3)", "[4]"."""
    if end - start > 3:
        return False
    if start and text[start - 1] in "([" and text[end : end + 1] in ")]" and text[end : end + 1]:
        before = (
            text[: start - 1].rstrip()[-1:] if start < 2 else text[max(0, start - 3) : start - 1].strip()[-1:]
        )
        return text[start - 1] == "[" or not before.isalnum() or before.islower()
    if LISTED.match(text, end) is None:
        return False
    window = text[max(0, start - 12) : start]
    if start <= 12 and not window.strip(" \t(["):
        return True
    return LINE_START.search(window) is not None or (
        text[end] == "." and SENTENCE_START.search(window) is not None
    )


_YEAR_PREPOSITIONS = frozenset(
    ["in", "since", "by", "of", "from", "until", "till", "during", "before", "after", "the", "to", "for", "early", "late", "mid", "'s", "and", "through", "between", "or", "ago", "summer", "winter", "spring", "autumn", "fall", "year", "month", "circa", "copyright", "©", "this", "that", "last", "as", "november"]
)
PEOPLE = frozenset(
    ["people", "persons", "men", "women", "children", "workers", "employees", "staff", "soldiers", "troops", "civilians", "students", "protesters", "patients", "cases", "deaths", "homes", "houses", "jobs", "members", "victims", "refugees", "migrants", "officers", "prisoners", "passengers", "residents", "stores", "seats", "votes", "shares"]
)


def is_year(value: int, before: list[Word], hedged: bool, noun: str | None, unit: bool) -> bool:
    """Whether a bare four-digit number names a year: "in 2019", "the 2016 vote" - not "over 1800 people"."""
    if not 1000 <= value <= 2100 or unit:
        return False
    previous = before[0].lower if before else ""
    if noun in PEOPLE and (hedged or previous not in _YEAR_PREPOSITIONS):
        return False
    if 1900 <= value <= 2050:
        return not (hedged and noun)
    if noun or hedged:
        return False
    if value < 1500:
        return previous in ("in", "since", "until", "ad")
    return previous in _YEAR_PREPOSITIONS or not before
