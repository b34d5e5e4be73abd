"""What stands between quotation marks?

Curly and straight double marks, guillemets, doubled single marks (`` ''...'' ``), and
single marks where they cannot be apostrophes. A quotation ends inside its paragraph; one
that never closes runs to the paragraph's end and is marked `open`, for a speaker may go
on in the next paragraph. Nested quotations belong to the outer one.

Pure and linear: one pass over the marks. Callers: attributions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.model import Span

_CLOSERS = {
    "\u201c": "\u201d",
    "\u00ab": "\u00bb",
    "\u2018": "\u2019",
    '"': '"',
    "''": "''",
    "``": "''",
    "'": "'",
}

_OTHER_STYLE = {"\u201c": '"', '"': "\u201d"}  # a straight mark for a curly one, and the other way round
_NEAR = 6  # marks behind an opening one that are looked at for one of the other style

# Double marks; then single ones that open or close a word ('One in four' but not "don't").
# It begins with the mark and then asks which one that was, so that the search can leap from mark to mark.
_MARK = re.compile(
    r"""["'`\u2018\u2019\u201c\u201d\u201e\u00ab\u00bb]
      (?: (?<=["\u201c\u201d\u201e\u00ab\u00bb]) | (?<=')' | (?<=`)`
        | (?<=['\u2018]) (?: (?<=[\s(\[\u2014\u2013-].) | (?<=\A.) ) (?=\w)
        | (?<=['\u2019]) (?<=[\w.,!?%].) (?!\w) )""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation with its marks; `open` if no mark closes it before the paragraph ends."""

    span: Span
    open: bool = False


def quotations(text: str, paragraph: Span) -> tuple[Quotation, ...]:
    """The outermost quotations of a paragraph, in order."""
    return tuple(_scan(text, paragraph))


def _scan(text: str, paragraph: Span) -> Iterator[Quotation]:
    marks = list(_MARK.finditer(text, paragraph.start, paragraph.end))
    if not marks:
        return
    last_closing = {mark.group(): mark.start() for mark in marks}
    closer, start = "", -1
    for at, mark in enumerate(marks):
        sign = mark.group()
        if closer:
            if sign == closer and _may_close(text, mark, paragraph):
                yield Quotation(Span(start, mark.end()))
                closer = ""
        elif _may_open(text, mark, paragraph):
            expected = _CLOSERS[sign]
            single = sign in "'\u2018"
            if single and last_closing.get(expected, -1) <= mark.start():
                continue
            other = sign in _OTHER_STYLE and _mixes_styles(text, marks[at : at + _NEAR], paragraph)
            closer, start = _OTHER_STYLE[sign] if other else expected, mark.start()
    if closer and closer not in "'\u2019":
        yield Quotation(Span(start, paragraph.end), open=True)


def _mixes_styles(text: str, marks: Sequence[re.Match[str]], paragraph: Span) -> bool:
    """Whether the first of some marks is closed by one of the other style: "so,\u201d she said."""
    following = next((mark for mark in marks[1:] if mark.group() in '\u201c\u201d"'), None)
    if following is None or following.group() != _OTHER_STYLE[marks[0].group()]:
        return False
    return not text[following.start() - 1].isspace() and _may_close(text, following, paragraph)


def _may_open(text: str, mark: re.Match[str], paragraph: Span) -> bool:
    if mark.group() not in _CLOSERS or mark.end() >= paragraph.end:
        return False
    if mark.group() in "\u201c\u00ab":
        return True
    before = text[mark.start() - 1] if mark.start() > paragraph.start else " "
    return not before.isalnum() and not text[mark.end()].isspace()


def _may_close(text: str, mark: re.Match[str], paragraph: Span) -> bool:
    after = text[mark.end()] if mark.end() < paragraph.end else " "
    return not after.isalnum() or mark.group() in "\u201d\u00bb"
