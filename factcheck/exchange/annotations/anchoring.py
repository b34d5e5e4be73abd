"""Which characters of our text is a note about?

Its place counts only where exactly the quoted words stand there, for the page may have
changed, and ours is another text than the browser's. Else its words are looked for. A place
alone is not trusted, and a number must be the same digit for digit: a note about 12 dead is
never hung on 19.

Pure. Callers: `desk`, for `import annotations`.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from functools import lru_cache
from typing import Protocol

from factcheck.exchange.annotations.annotation import Annotation
from factcheck.exchange.problems import RowProblem
from factcheck.model import Span
from factcheck.reading.quotes import NoPlace, find_quote

_BEYOND = re.compile(r"[\U00010000-\U0010ffff]")  # what takes two units of UTF-16
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_HINT = "correct the note, or attach it by hand"


class FindQuote(Protocol):
    """How a quotation is found in a text: `reading.quotes.find_quote`, or another way."""

    def __call__(self, text: str, quote: str, *, prefix: str, suffix: str) -> Span | NoPlace:
        """The characters that the quotation quotes, or why it cannot be placed."""


def anchor(annotation: Annotation, text: str, find: FindQuote = find_quote) -> Span | RowProblem:
    """The characters that a note is about, or why none are."""
    quote = annotation.quote
    if quote is None:
        return RowProblem(annotation.where, "is a note on the whole page, and quotes nothing", _HINT)
    there = _position(annotation, text)
    if there is not None and there.of(text) == quote.exact:
        return there
    found = find(text, quote.exact, prefix=quote.prefix, suffix=quote.suffix)
    if isinstance(found, NoPlace):
        return RowProblem(annotation.where, f"“{quote.exact[:60]}”: {found.reason}", _HINT)
    told, printed = _numbers(quote.exact), _numbers(found.of(text))
    if told != printed:
        what = f"quotes {', '.join(told)}, and the text has {', '.join(printed) or 'no number'}"
        return RowProblem(annotation.where, what, _HINT)
    return found


def _numbers(text: str) -> list[str]:
    """The numbers of a text, whichever width their digits are printed in."""
    return _NUMBER.findall(unicodedata.normalize("NFKC", text))


def _position(annotation: Annotation, text: str) -> Span | None:
    """The place that a note names, if the text reaches so far."""
    if annotation.position is None:
        return None
    start, end = annotation.position
    if annotation.unit == "utf-16":
        starts, ends = code_point(text, start), code_point(text, end)
        if starts is None or ends is None:
            return None
        start, end = starts, ends
    return Span(start, end) if end <= len(text) else None


def code_point(text: str, unit: int) -> int | None:
    """Which character of the text a unit of UTF-16 begins; None for the second half of one."""
    behind = _second_units(text)
    before = bisect_right(behind, unit - 1)
    inside = before < len(behind) and behind[before] == unit
    return None if inside else unit - before


@lru_cache(maxsize=2)
def _second_units(text: str) -> list[int]:
    """Which units of UTF-16 are the second halves of a character."""
    return [match.start() + place + 1 for place, match in enumerate(_BEYOND.finditer(text))]
