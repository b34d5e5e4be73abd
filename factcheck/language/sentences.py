"""Where does a sentence begin and end?

Paragraphs end at blank lines, and at a line break that no wrapping explains (a list of
headlines, a transcript, bullets). Sentences end at `.`, `!`, `?` or an ellipsis, with the
quotation marks and brackets that close there, unless the stop belongs to an abbreviation,
an initial or a decimal. No character is changed: both functions return spans of the text,
in order, without white space at their edges.

Pure and linear. Callers: attributions, claims.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from factcheck.language.lexicon import table
from factcheck.model import Span

WRAPPED_SHARE = 0.25  # of the lines of wrapped prose, far more than a quarter go on in lower case
LONGEST_SENTENCE = 1_500  # characters, more than a sentence of prose has
LONGEST_PARAGRAPH = 10_000  # characters, likewise; so no reading holds much of a text at once


class _Breaks(NamedTuple):
    """How lines end in a text: the pattern of one end, and of the blank lines that part paragraphs."""

    line: re.Pattern[str]
    blank: re.Pattern[str]


# "one line\n\n  the next" but not "one line\nthe next"
_PLAIN = _Breaks(re.compile(r"\n"), re.compile(r"\n(?:[^\S\n]*\n)+"))
_ANY = _Breaks(
    re.compile(r"\r\n|[\n\r\u2028\u2029]"),
    re.compile(r"(?:\r\n|[\n\r\u2028\u2029])(?:[^\S\n\r]*(?:\r\n|[\n\r\u2028\u2029]))+|\f"),
)
_UNCOMMON = ("\r", "\u2028", "\u2029", "\f")

# "killed. The" and 'killed." The' but not "3.5"; it begins with its mark, so that the search can leap
_STOP = re.compile(
    r"""[.!?\u2026] (?: (?: (?<=\.) \.\. )? ["'\u2019\u201d\u00bb)\]]* (?=\s)
      | (?<!\u2026) ["\u201d] (?=[A-Z\u201c]) )""",
    re.VERBOSE,
)
_WORD_BEFORE = re.compile(r"[\w.&'\u2019-]+\Z")
_NEXT_WORD = re.compile(r"\s*[\"'(\[\u201c\u2018\u00ab]*(\S?\w*)")
_INITIALS = re.compile(r"(?:[A-Z]\.?|(?:[A-Za-z]\.)+[A-Za-z])\Z")

_ABBREVIATIONS = {row["abbreviation"]: row["kind"] for row in table("abbreviations")}
_OPENERS = frozenset(row["word"] for row in table("words") if "opener" in row["classes"].split())


def paragraphs(text: str) -> tuple[Span, ...]:
    """The paragraphs of a text, in order; one of monstrous length comes in stretches."""
    breaks = (
        _ANY if any(mark in text for mark in _UNCOMMON) else _PLAIN
    )  # the plain search is ten times as fast
    return tuple(
        stretch
        for block in _pieces(text, 0, len(text), breaks.blank)
        for part in _unwrap(text, block, breaks.line)
        for stretch in _stretches(text, part)
    )


def sentences(text: str) -> tuple[Span, ...]:
    """The sentences of a text, in order, none of them across a paragraph's end."""
    return tuple(span for block in paragraphs(text) for span in sentences_within(text, block))


def sentences_within(text: str, block: Span) -> Iterator[Span]:
    """The sentences of one paragraph; one of monstrous length is cut at a blank."""
    start, end = block.start, block.end
    for stop in _STOP.finditer(text, start, end):
        after = stop.end()
        if _ends_sentence(text, stop.start(), after, end):
            yield from _of_bearable_length(text, start, after)
            start = after
    yield from _of_bearable_length(text, start, end)


def _of_bearable_length(text: str, start: int, end: int) -> Iterable[Span]:
    """A sentence without the blanks at its edges, cut where it is longer than any sentence of prose."""
    if end - start <= LONGEST_SENTENCE:
        return _trimmed(text, start, end)
    return _cut(text, start, end)


def _cut(text: str, start: int, end: int) -> Iterator[Span]:
    """The pieces of a monstrous sentence."""
    while end - start > LONGEST_SENTENCE:
        blank = text.rfind(" ", start + 1, start + LONGEST_SENTENCE)
        cut = blank if blank > 0 else start + LONGEST_SENTENCE
        yield from _trimmed(text, start, cut)
        start = cut
    yield from _trimmed(text, start, end)


def _stretches(text: str, paragraph: Span) -> Iterator[Span]:
    """A paragraph, parted between sentences where it is longer than any paragraph of prose."""
    if paragraph.end - paragraph.start <= LONGEST_PARAGRAPH:
        yield paragraph
        return
    start = end = paragraph.start
    for sentence in sentences_within(text, paragraph):
        if sentence.end - start > LONGEST_PARAGRAPH:
            yield Span(start, end)
            start = sentence.start
        end = sentence.end
    yield Span(start, paragraph.end)


def _ends_sentence(text: str, mark: int, after: int, limit: int) -> bool:
    """Whether the stop at `mark` ends a sentence, judged by the words on both sides."""
    found = _NEXT_WORD.match(text, after, min(limit, after + 60))
    word = found.group(1) if found else ""
    if not word or not word[0].isalnum():
        return True
    if word[0].islower():
        return False
    if text[mark] != "." or after > mark + 1 or mark == 0 or text[mark - 1].isspace():
        return True
    before = _WORD_BEFORE.search(text[max(0, mark - 24) : mark].rsplit(None, 1)[-1])
    return before is None or _stop_after(before.group(), word)


def _stop_after(before: str, word: str) -> bool:
    """Whether a full stop between these two words ends a sentence."""
    kind = _ABBREVIATIONS.get(before, "opener" if _INITIALS.match(before) else "none")
    if kind == "digit":
        return not word[0].isdigit()
    return kind == "none" or (kind == "opener" and word.lower() in _OPENERS)


def _unwrap(text: str, block: Span, line_break: re.Pattern[str]) -> Iterator[Span]:
    """Split a block at its line breaks, unless they only wrap its prose."""
    lines = list(_pieces(text, block.start, block.end, line_break))
    if len(lines) == 1:
        yield block
        return
    going_on = sum(text[line.start].islower() for line in lines[1:])
    wrapped = going_on > WRAPPED_SHARE * (len(lines) - 1)
    start = block.start
    for line, following in pairwise(lines):
        if not (text[following.start].islower() or (wrapped and text[line.end - 1] not in '.:!?"\u201d')):
            if wrapped and not _looks_labelled(text, following):
                continue
            yield Span(start, line.end)
            start = following.start
    yield Span(start, block.end)


def _looks_labelled(text: str, line: Span) -> bool:
    """Whether a line opens with a bullet or a speaker's label."""
    return _LABEL.match(text, line.start, line.end) is not None


# "SENATOR HOLT: My state", "- three dead" but not "The senator: he"
_LABEL = re.compile(r"[-*\u2022\u00b7]\s|[A-Z][A-Z.' -]{2,40}:\s|[A-Z]:\s")


def _pieces(text: str, start: int, end: int, separator: re.Pattern[str]) -> Iterator[Span]:
    """The stretches between separators that hold more than white space."""
    for found in separator.finditer(text, start, end):
        yield from _trimmed(text, start, found.start())
        start = found.end()
    yield from _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> tuple[Span, ...]:
    """The stretch without the blanks at its edges, if anything else is in it."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return (Span(start, end),) if start < end else ()
