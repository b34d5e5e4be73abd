"""Which characters do two printings of one passage share?

Folds what typesetting changes and nobody means: runs of blanks, the shapes of quotation
marks and dashes, ligatures, invisible characters, a hyphen between letters with or
without the end of a line. Letters keep their case. Digits, signs and units are never
touched, and what stands between two digits stays, seen or unseen. Every folded character
knows where it came from.

Pure and linear. Caller: quotes.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from factcheck.model import Span

_PLAIN = {
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032`\u00b4", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"'),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
    **{"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb06": "st"},
    "\u2026": "...",
}
_INVISIBLE = "[\u00ad\u200b\u2060\ufeff]"
# "govern-\nment", "well-known", "\ufb01", two blanks; not the hyphen of "-5" or "2018-19"
_TYPESETTING = re.compile(
    rf"""(?P<hyphen> (?<=[^\W\d_]) [-\u2010\u2011\u00ad] (?:[^\S\n]*\n\s*)? (?=[^\W\d_]) )
       | (?P<blank> [^\S ]\s* | [ ]\s+ )
       | (?P<unseen> {_INVISIBLE} (?!\d) | (?<!\d) {_INVISIBLE} )
       | (?P<sign> [{re.escape("".join(_PLAIN))}] )""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Where a stretch begins in the folded text, and where it stands in the other."""

    folded: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Folded:
    """A text without what typesetting does to it."""

    text: str
    stretches: tuple[_Stretch, ...]

    def origin(self, start: int, end: int) -> Span:
        """The characters that a stretch of the folded text came from."""
        return Span(self._before(start), self._before(end - 1) + 1)

    def _before(self, position: int) -> int:
        found = bisect_right(self.stretches, position, key=lambda stretch: stretch.folded) - 1
        stretch = self.stretches[found]
        return min(stretch.start + position - stretch.folded, stretch.end - 1)


def fold(text: str) -> Folded:
    """The text folded."""
    pieces: list[str] = []
    stretches: list[_Stretch] = []
    folded = start = 0
    for found in _TYPESETTING.finditer(text):
        for piece, first, after in (
            (text[start : found.start()], start, found.start()),
            (_plain(found), found.start(), found.end()),
        ):
            if piece:
                pieces.append(piece)
                stretches.append(_Stretch(folded, first, after))
                folded += len(piece)
        start = found.end()
    pieces.append(text[start:])
    stretches.append(_Stretch(folded, start, len(text)))
    return Folded("".join(pieces), tuple(stretches))


def _plain(found: re.Match[str]) -> str:
    if found.lastgroup == "blank":
        return " "
    return _PLAIN[found.group()] if found.lastgroup == "sign" else ""
