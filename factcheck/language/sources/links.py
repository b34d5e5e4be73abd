"""Which sentence goes on with the figures of the one before it?

A source is inherited across a full stop only by a link: an anaphor of the thing counted
("Of these, 61 were children"), an ellipsis of the list ("the remaining 1", "The Centre took
nine."), an example, or the colon that announces what follows.

Pure. Callers: attributions.
"""

from __future__ import annotations

import re

from factcheck.language.lexicon import table
from factcheck.model import Span

# "Of these, 61", "Half of them went", "earned the remaining 1", "For example, 12" but not "Of the voters"
_LINK = re.compile(
    r"""(?:
        (?:out\ )?of\ (?:these|those|them|that\ (?:number|total)|which)\b
      | among\ (?:these|those|them)\b
      | for\ (?:example|instance)\b
      | (?:\w+\ ){1,3}of\ (?:these|those|them)\b
      | the\ (?:rest|remainder|remaining|others|other\ \w+)\b
      | (?:these|those|they)\ include\b
      | another\ [\w,]+\b
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_REMAINING = re.compile(r"\bthe remaining\b|\bthe rest\b", re.IGNORECASE)

# "The Centre took nine.", where what is counted must be sought before; not "took nine weeks", "got lost."
_ELLIPSIS = re.compile(
    r"""(?:the\ )?[A-Z][\w'\u2019-]*(?:\ [\w'\u2019-]+){0,4}?
        \ (?:took|won|got|gained|lost|received|secured|kept|held|polled)
        \ (?:only\ |just\ )?(\d[\d,]*|[a-z-]+)(?=[.;]|,\ |$)""",
    re.VERBOSE | re.IGNORECASE,
)
_NUMBERS = frozenset(row["word"] for row in table("number_words"))
_FIGURE = re.compile(r"\d")

# "Of the trucks, 22": the definite thing must stand in the sentence before
_OF_THE = re.compile(r"(?:out )?of the (\w+)(?: (\w+))?", re.IGNORECASE)
_BULLET = re.compile(r"[-*\u2022\u00b7\u2013]\s|\(?\d{1,2}[.)]\s|\(?[a-z][.)]\s")


def is_linked(text: str, sentence: Span, previous: Span) -> bool:
    """Whether a sentence goes on with the figures of the previous one."""
    if _LINK.match(text, sentence.start, sentence.end) or _REMAINING.search(
        text, sentence.start, sentence.end
    ):
        return True
    if _is_elliptic(text, sentence) and _FIGURE.search(text, previous.start, previous.end):
        return True
    named = _OF_THE.match(text, sentence.start, sentence.end)
    if named is None:
        return False
    before = previous.of(text).lower()
    return any(len(word) > 3 and word.lower() in before for word in named.groups() if word)


def _is_elliptic(text: str, sentence: Span) -> bool:
    """Whether a sentence leaves out what it counts: "The Centre took nine."."""
    found = _ELLIPSIS.match(text, sentence.start, sentence.end)
    if found is None:
        return False
    number = found.group(1).lower()
    return number[0].isdigit() or _NUMBERS.issuperset(number.split("-"))


def is_item(text: str, paragraph: Span) -> bool:
    """Whether a paragraph is an item of a list."""
    return _BULLET.match(text, paragraph.start, paragraph.end) is not None


def announces(text: str, paragraph: Span) -> bool:
    """Whether a paragraph ends in the colon that announces the next."""
    return text[paragraph.end - 1] == ":"
