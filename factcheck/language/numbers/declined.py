"""Which numbers do the words around them make dates, years, labels or list numbers?

"May 12", "in 2019", "Article 50", "Boeing 707", "10 Downing Street", "2. Boil it", "one of
them", "the two explosions". Each question is a function that answers for one number.
What a code of a notice means to a reader stands in `data/notices.tsv`.

Pure. Caller: quantities.
"""

from __future__ import annotations

import re

from factcheck.language.lexicon import table, word_list
from factcheck.language.numbers.counted import PREDICATES, STOPS, is_plural
from factcheck.language.numbers.number_words import ROLES, VALUES
from factcheck.language.numbers.vicinity import NOTHING, Word, Words

REASONS: dict[str, str] = {row["code"]: row["reason"] for row in table("notices")}
MONTHS = frozenset(row["word"] for row in table("months"))
LABELS = {row["word"]: row for row in table("labels")}
# of a page whose words ran together: "postedFebruary"
_GLUED_MONTH = re.compile(rf"[a-z](?:{'|'.join(sorted(m.title() for m in MONTHS if len(m) > 3))})\Z")
WEEKDAYS = frozenset(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))

# " Mill Lane" of 14 Mill Lane, " Downing Street", " Rue de Rivoli"
STREET = re.compile(
    r"(?:[ ](?:[NSEW]\.?|North|South|East|West))?(?:(?:[ ](?!(?:On|In|At|For)\b)[A-Z][\w.'’-]*){1,3}"
    r"|[ ]\d{1,3}(?:st|nd|rd|th))[ ]"
    r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Boulevard|Blvd|Square|Place|Court|Terrace|Crescent"
    r"|Way|Highway|Broadway)\b"
    r"|[ ](?:Downing|Wall|Abbey|Ave|Rue)[ ]"
)
LISTED = re.compile(r"[.)]\s{1,40}(?=[A-Z\"“'‘\[*])|\)\s{1,40}(?=\w)|[.)][ \t]*$", re.MULTILINE)
LINE_START = re.compile(r"(?:^|\n)[ \t]*[(\[]?$")
_ALONE = re.compile(r"(?s:.)?\n[ \t]*\n?")
SENTENCE_START = re.compile(r"[.!?]['\"”’)]*\s{1,40}$")


def is_dated(text: str, value: int, end: int, before: Words, after: Words) -> bool:
    """Whether the number is the day or the year of a date with a month's name: May 12, 12 of May."""
    if value > 31 and not 1000 <= value <= 2100:
        return False
    if _is_month(text, before[0]) or (before[0].lower in ".," and _is_month(text, before[1])):
        return True
    follower = after[1] if after[0].lower == "of" else after[0]
    return value <= 31 and _is_month(text, follower) and follower.start - end < 6


def _is_month(text: str, word: Word) -> bool:
    if word.lower in MONTHS:
        return text[word.start].isupper()
    return word.end - word.start > 6 and _GLUED_MONTH.search(text, word.start, word.end) is not None


def label(text: str, start: int, before: Words, after: Words) -> str | None:
    """The code of a number behind a label: "Article 50", "page 12", "No. 5", "Boeing 707"."""
    word = before[0]
    if (word.lower == "." and before[1].end == word.start and len(before[1].lower) <= 4) or (
        word.lower == "-" and word.end == start  # Covid -19
    ):
        word = before[1]
    row = LABELS.get(word.lower)
    if row is None or start - word.end > 2 or _counts_its_subject(text, before):
        return None
    capital = text[word.start].isupper()
    if row["case"] == "capital" and not capital:
        return None
    counts = not capital or (row["kind"] == "name" and text[start].islower())  # told CNN five times
    if row["kind"] != "reference" and counts and is_plural(after[0].lower):
        return None
    if len(word.lower) <= 2 and not (text[word.end] == "." or text[start].isdigit()):
        return None
    return row["kind"]


def _counts_its_subject(text: str, before: Words) -> bool:
    """Whether "number" is a verb: "the dead number 40", "its members number 12" - not "bus number 12"."""
    verb, subject = before[0], before[1]
    if verb.lower != "number" or text[verb.start].isupper():
        return False
    return is_plural(subject.lower) or (before[2].lower == "the" and subject.lower in PREDICATES)


def is_group(text: str, start: int, before: Words) -> bool:
    """Whether a number word is part of a group's name: the Group of Seven, the Gang of Eight."""
    if not text[start].isupper() or before[0].lower != "of":
        return False
    return before[1].lower in ("group", "gang") and text[before[1].start].isupper()


def is_order_of_magnitude(end: int, after: Words) -> bool:
    """Whether the number says no more than a size: a six-figure sum, a 40-something."""
    hyphen, noun = after[0], after[1]
    return (
        hyphen.lower in "-‑"
        and hyphen.start == end
        and noun.lower in ("figure", "figures", "digit", "digits", "something", "somethings")
    )


def is_model(text: str, start: int, end: int, before: Words, after: Words) -> bool:
    """Whether a capital word before bare digits makes them its number: "the iPhone 14's", "Voyager 2"."""
    word = before[0]
    if (
        word.lower.endswith("'s")
        or word is NOTHING
        or start - word.end != 1
        or not text[word.start].isupper()
        or before[1] is NOTHING
    ):
        return False
    if before[1].lower in ".!?:;\"“”'‘’—–-•*|" or _is_heading(text, before) or word.lower in WEEKDAYS:
        return False
    if word.lower in _PLAIN_CAPITALS or len(word.lower) < 3 or is_plural(word.lower):
        return False
    follower = after[0]
    if follower.lower == "to" and after[1].lower[0].isdigit():  # beat Trump 46 to 40
        return False
    if follower.start == end and follower.lower in ("'", "'s", "s"):
        return True
    return (
        not follower.lower[0].isalpha() or text[follower.start].isupper() or follower.lower in _MODEL_GOES_ON
    )


def is_version(text: str, before: Words, after: Words) -> bool:
    """Whether a capital word after an article and bare digits makes them a name: an 11 Pro Max."""
    follower = after[0]
    if before[0].lower not in ("a", "an") or follower.start < 0 or not text[follower.start].isupper():
        return False
    return not (text[before[0].start].isupper() or is_plural(follower.lower) or is_plural(after[1].lower))


_PLAIN_CAPITALS = frozenset(
    ("the", "about", "some", "over", "nearly", "around", "another", "and", "but", "with", "in", "of")
)
_MODEL_GOES_ON = frozenset(
    ("has", "is", "and", "or", "with", "in", "to", "for", "on", "at", "was", "does", "will")
)


def _is_heading(text: str, before: Words) -> bool:
    """Whether the words before all have capitals, as in a headline: there a capital shows nothing."""
    words = [word for word in before.first(6, 1) if word.lower[0].isalpha() and len(word.lower) > 3]
    return len(words) > 2 and all(text[word.start].isupper() for word in words)


def is_event(unit: str, after: Words) -> bool:
    """Whether a length names a contest: the 400 m hurdles."""
    return unit == "metre" and after[0].lower in word_list("event of a length")


def is_title(text: str, start: int, end: int, before: Words, after: Words) -> bool:
    """Whether a time with a capital unit names a film: "60 Minutes", 13 Hours - not "First 100 Days"."""
    unit = text[start:end].rpartition(" ")[2]
    if not (text[start].isdigit() and unit.istitle()) or _is_capital(text, before[0]):
        return False
    quoted = before[0].lower in "'\"“‘" and before[0].end == start
    return quoted or not (_is_capital(text, after[0]) or after[0].lower in _GO_ON_WITH)


def _is_capital(text: str, word: Word) -> bool:
    return word.start >= 0 and text[word.start].isupper()


_GO_ON_WITH = frozenset(("of", "in", "to", "for", "after", "before", "on", "at", "from", "with", "¶"))


def is_house(text: str, end: int) -> bool:
    """Whether the number is that of a house: 10 Downing Street."""
    return text[end : end + 1] == " " and STREET.match(text, end) is not None


def is_listed(text: str, start: int, end: int) -> bool:
    """Whether the number counts the items of a list: "2. Boil it", "(3)", "[4]", a line of its own."""
    mark = text[end : end + 1]
    if mark == "\n":
        return end - start < 3 and _is_heading_number(text, start, end)
    if end - start > 3 or mark not in (".", ")", "]"):
        return False
    opened = text[start - 1] if start else ""
    if opened + mark in ("[]", "()"):
        return mark == "]" or not text[max(0, start - 3) : start - 1].strip()[-1:].isalnum()
    return LISTED.match(text, end) is not None and _begins_item(text, start, mark)


def _begins_item(text: str, start: int, mark: str) -> bool:
    """Whether an item may begin here: a line, a sentence, or "1)" outside of parentheses."""
    window = text[max(0, start - 12) : start]
    if (start <= 12 and not window.strip(" \t([")) or LINE_START.search(window):
        return True
    if mark == ".":
        return SENTENCE_START.search(window) is not None
    _, opened, inside = text[max(0, start - 90) : start].rpartition("(")
    return mark == ")" and window[-1:] == " " and (not opened or ")" in inside)


def _is_heading_number(text: str, start: int, end: int) -> bool:
    """Whether the number stands alone above an item of a list, the first or behind the one before it."""
    if not _ALONE.fullmatch(text[max(0, start - 3) : start]) or not text[end + 1 : end + 2].isupper():
        return False
    previous = int(text[start:end]) - 1
    return previous == 0 or f"\n{previous}\n" in text[max(0, start - 4000) : start]


_WORDS = {int(value): word.title() for word, value in VALUES.items() if ROLES[word] == "digit"}


def is_enumerated(text: str, start: int, value: int, after: Words) -> bool:
    """Whether number words count off what is said: "One, we sow. Two, we reap."."""
    if not text[start].isupper() or after[0].lower not in (",", ":"):
        return False
    before = _WORDS.get(value - 1, "")
    window = text[max(0, start - 1000) : start]
    return bool(before) and (f"{before}," in window or f"{before}:" in window)


_COLLECTIONS = frozenset(("poll", "survey", "sample", "total", "crowd", "group", "panel"))  # of 2047 voters


def is_year(value: int, before: Words, hedge: str, noun: str | None) -> bool:
    """Whether a bare four-digit number names a year: "in 2019", "the 2016 vote" - not "over 1800 people"."""
    hedged = bool(hedge)
    previous = before[0].lower
    if not 1000 <= value <= 2200:
        return False
    counts = hedged or previous not in word_list("years after") or before[1].lower in _COLLECTIONS
    if noun in word_list("common counts") and counts:
        return False
    if 1900 <= value <= 2050:
        counts = noun is not None or (hedged and value % 100 == 0 and _is_of_counts(hedge))
        return not (hedged and counts)
    if noun or hedged:
        return False
    if value < 1500:
        return previous in ("in", "since", "until", "ad")
    return previous in word_list("years after") or previous == NOTHING.lower


def _is_of_counts(hedge: str) -> bool:
    """Whether a hedge loosens counts, not dates: "more than 2000" - not "around 2000"."""
    return hedge.rsplit(maxsplit=1)[-1] in word_list("hedges of no year")


def one_counts(bounded: bool, after: Words) -> bool:
    """Whether "one" counts and does not only stand for a thing: "one case" - not "one of them", "one MP"."""
    following = after[0].lower
    if bounded and following not in ("of", "another"):
        return True
    counted = word_list("counted by one")
    return following in counted or (after[1].lower in counted and following not in word_list("halves of"))


def is_or_two(before: Words, after: Words) -> bool:
    """Whether "two" only says a few: an hour or two, the last week or two - not "a car or two trucks"."""
    noun, article = before[1].lower, before[2].lower
    if before[0].lower != "or" or not noun[0].isalpha() or noun in ROLES or is_plural(after[0].lower):
        return False
    return article in ("a", "an", "the", "last", "next", "past", "this")


def is_only_one(before: Words, after: Words) -> bool:
    """Whether "one" says that there is no other: "just one boat" - not "the only one", "only one can win"."""
    at = 0 if before[0].lower in ("just", "only", "exactly") else 1  # had only seen one boat
    if before[at].lower not in ("just", "only", "exactly") or {before[0].lower, before[at + 1].lower} & {
        "the",
        "not",
    }:
        return False
    return after[0].lower[0].isalpha() and after[0].lower not in STOPS


def _is_figure(word: str) -> bool:
    return word[0].isdigit() or (word != "one" and ROLES.get(word) in ("digit", "teen", "tens"))


def repeats(before: Words, after: Words, small: bool, said: bool) -> bool:
    """Whether a definite number only points back: "the two explosions", "the 1,500 killed"."""
    at = 1 if before[0].lower == "other" and small else 0
    if before[at].lower not in ("the", "these", "those"):
        return False
    if before[at + 1].lower == "of" and _is_figure(before[at + 2].lower):  # five of the eight seats
        return False
    return said or (small and after[0].lower not in ("or", "other", "more", "-", "–"))
