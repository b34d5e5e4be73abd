"""Which digits are no number by their own shape or by what is glued to them?

"10:30", "2019-20", "11th", "192.168.1.2"; "COVID-19", "S3", "#5", "'08". Each function
answers with the code of a notice and where the thing ends. What stands apart from the
digits is looked at in `declined`.

Pure. Caller: quantities.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from factcheck.language.lexicon import word_list


class Declined(NamedTuple):
    """A number that is no claim: the code of its notice and where it ends."""

    code: str
    end: int


SHAPE = re.compile(
    r"""
      (?P<time> \d\d? (?:[:.][0-5]\d)? (?:\s?[-–]\s?\d\d?(?:[:.][0-5]\d)?)? \s?
            (?:[ap]\.\s?m\b\.?|[ap]m\b)                                              # 4.30 p.m.
        | \d\d? \s? (?: o['’]clock | (?:noon|midnight)\b )
        | [01]?\d[0-5]\d \s [ap]m\b
        | \d\d?:[0-5]\d (?! [\d:] | \.\d ) (?:\s?[ap]\.?m\b\.?)?                      # 10:30 - not 2:14:04
        | [0-2]\d[:.]?[0-5]\d \s? (?:GMT|UTC|BST|CET|IST|EST|EDT|PST|PDT|hrs\b|hours\b|h\b) )
    | (?P<date> \d{4}-\d\d?-\d\d? (?![\d-]) | \d\d?/\d\d?/(?:\d{4}|\d\d) (?![\d/])
        | \d\d?\.\d\d?\.\d{4} (?!\d) | \d\d?-\d\d?-\d{4} (?!\d) )
    | (?P<year> (?:(?:1[5-9]|20)\d|[1-9])0 ['’]? s \b                                 # 1980s, 20s - not 207s
        | (?:1[4-9]|20)\d\d [-–/] (?:(?:1[4-9]|20)\d\d | \d\d | [1-9]) (?! [\d%] | [.,]\d | \s?percent ) )
    | (?P<ordinal> \d{1,3} (?:,\d{3}){0,4} (?: st | nd | rd | th | (?-i:[ ](?:nd|rd|th)) ) (?!\w) )
    | (?P<identifier> \d{1,9} (?:\.\d{1,9}){2,9} (?!\d)                            # 192.168.1.2
        | \d{2,4} (?:[- ]\d{3,4}){2} (?! \d | ,\d | [ ]\d )                           # 020 7946 0958
        | (?<=\+)\d{1,3} (?:[ -]\(?\d{2,4}\)?){2,4} (?! \d )                          # +44 20 7946 0958
        | \d{4,6} (?= [ ](?:zip|post(?:al)?)[ ]?code ) | 1-\d{3}-\d{3}-\d{4} | \d{3}-\d{4} (?! \d | ,\d )
        | \d{1,9}/\d{4} (?!\d) | \d{1,4} (?:-\d{1,5}){2,9} (?!\d) )
    | (?P<name> \d{3}\([a-z]\)(?:\(\d\d?\))?                                          # 401(k), 501(c)(3)
        | 7[0-8]7 (?= [ -](?:MAX|Dreamliner|jet|jetliner|plane|airliner|freighter)\b )
        | (?:9/11|24/7|7/7|50[/-]50|20/20|4x4) (?! [\w/] | [.,]\d ) )
    | (?P<coordinate> \d{1,3}(?:\.\d{1,9})? \s? (?:°\s?)? (?:\d\d?\s?['′]\s?)? [NSEW] (?![\w$£]) (?!\.\w) )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ALONE = re.compile(r"\d+[,.;:)\]!?%](?!\d)")  # of no shape, like most numbers: "12," or "5%"
# 1.500.000 is a number where 192.168.1.2 is none; 360 247 1234 may be grouped by blanks
GROUPED = re.compile(r"\d{1,3}(?:\.\d{3}){2,}(?!\d|\.\d)|[1-9]\d{0,2}(?: \d{3})+(?!\d)")
LINK = re.compile(
    r"(?:https?://|www\.|\w@[\w-]{1,40}\.|(?<!\w)[@#][^\W\d]|\w\.(?:com|org|net|gov|edu|uk|co)/)\S*$",
    re.IGNORECASE,
)
ESCAPE = re.compile(r"\x1b\[[\d;]*$")  # of a terminal's colour
_NAME = re.compile(r"\w+(?:[./,-]\w+)*")
_TWO_DIGITS = re.compile(r"\d\d(?:s\b|(?!\w))")
_CODES = {"coordinate": "identifier"}


def shape(text: str, start: int) -> Declined | None:
    """What the digits that start at `start` are by their own shape, if no number."""
    match = _ALONE.match(text, start) or SHAPE.match(text, start)
    if match is None or match.lastgroup is None:
        return None
    kind = match.lastgroup
    code = _CODES.get(kind, kind)
    if code == "identifier" and (grouped := GROUPED.match(text, start)) and grouped.end() >= match.end():
        return None
    if kind == "coordinate" and not _is_coordinate(text, match):
        return None
    return Declined(code, match.end())


_SECOND = re.compile(r"[ ]?[,/]?[ ]?\d{1,3}[\d.°]*[ ]?[NSEW]\b")
_FIRST = re.compile(r"\d[ ]?[NS][ ]?[,/]?[ ]?$")


def _is_coordinate(text: str, match: re.Match[str]) -> bool:
    """Whether a number with a compass letter is a place: 22.5N, "40 N, 74 W" - not a 5 W charger."""
    if not match.group()[-1].isupper():
        return False
    exact = any(mark in match.group() for mark in ".°'′") or " " not in match.group()
    return exact or bool(
        _SECOND.match(text, match.end()) or _FIRST.search(text, max(0, match.start() - 8), match.start())
    )


def glued_before(text: str, start: int) -> Declined | None:
    """Whether what touches the first digit from the left makes it a name, a link or a year."""
    mark = text[start - 1] if start else " "
    if mark in "[;" and ESCAPE.search(text, max(0, start - 24), start):
        return Declined("hidden-character", end_of_name(text, start))
    if mark in "\"'" and text[start - 2 : start - 1] == "=":
        return Declined("identifier", end_of_name(text, start))
    if mark.isspace() or mark in '(“"[$£€¥~<>+,;':
        return None
    if mark in "'’‘":
        return _after_apostrophe(text, start)
    before = text[start - 2] if start > 1 else " "
    if mark in "-‑" and before.isalpha():
        return _after_hyphen(text, start)
    code = _glued_code(text, start, mark, before)
    return Declined(code, end_of_name(text, start)) if code else None


def _glued_code(text: str, start: int, mark: str, before: str) -> str | None:
    if mark.isalpha() or mark == "_" or (mark in "^−" and before.isalpha()):  # J/m^2, fb−1
        return "name"
    if mark in ")]”":  # a footnote mark: (Table 2)3
        return "reference"
    if mark in "#@&=\\?%":
        return "label" if mark == "#" else "identifier"
    if mark in "/:" and (before.isalnum() or before == "/"):
        return "identifier"
    return "identifier" if mark == "." and (before.isdigit() or in_link(text, start)) else None


def end_of_name(text: str, start: int) -> int:
    """Where the run of letters, digits and joining marks that starts at `start` ends."""
    match = _NAME.match(text, start)
    assert match is not None  # a digit stands at start
    return match.end()


# "nineteen eighty-four"; not "nineteen eighty-year-olds"
_YEAR = re.compile(
    r"(?:eighteen|nineteen)[ ](?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
    r"(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?(?![\w-])",
    re.IGNORECASE,
)


def end_of_year(text: str, start: int) -> int | None:
    """Where a year in words ends that starts here."""
    match = _YEAR.match(text, start)
    return match.end() if match else None


def _after_apostrophe(text: str, start: int) -> Declined | None:
    if start > 1 and text[start - 2].isalnum():
        return Declined("name", end_of_name(text, start))
    quoted = start > 1 and text[start - 2] == text[start - 1]  # ''10 times'', in quotation marks of two
    match = None if quoted else _TWO_DIGITS.match(text, start)
    return Declined("year", match.end()) if match else None


def word_before_hyphen(text: str, start: int) -> tuple[str, int]:
    """The word that a hyphen joins to what starts at `start`, and where it begins."""
    begin = start - 1
    while begin and text[begin - 1].isalpha() and start - begin < 24:
        begin -= 1
    return text[begin : start - 1].lower(), begin


def _after_hyphen(text: str, start: int) -> Declined | None:
    word, begin = word_before_hyphen(text, start)
    if text[begin].isupper() and len(word) < 3:
        return Declined("name", end_of_name(text, start))
    if word in word_list("year prefixes"):
        return Declined("year", end_of_name(text, start))
    if word in word_list("number prefixes") or word in ("a", "to", "and", "or", "of", "mid", "by"):
        return None
    return Declined("name", end_of_name(text, start))


def in_link(text: str, start: int) -> bool:
    """Whether the number is part of a link, an address or a handle."""
    if start < 4 or text[start - 1].isspace():
        return False
    return LINK.search(text[max(0, start - 120) : start]) is not None
