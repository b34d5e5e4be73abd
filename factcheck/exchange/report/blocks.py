"""Where in a text are its headings, paragraphs, quotes, lists and tables?

A page shows an article as its readers know it, so the few signs of Markdown that make its
structure are read, line by line, and told as spans of the text: nothing is rendered here, and
whatever is not known (a tag, a comment) stays the text that it is. A plain text has
paragraphs alone: what stands between blank lines, or each line where there are none.

Pure. Caller: `article.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal, cast

from factcheck.model import Document, Span

BlockKind = Literal["heading", "paragraph", "quote", "item", "step", "row", "code"]

# Matches the sign before "## What it costs", "- adults", "1. Call", "> said" and "| a | b |"; not "2024 was".
_SIGN = re.compile(
    r"""
      [ \t]*
      (?: (?P<heading> \#{1,6} ) (?: [ \t]+ | $ )
        | (?P<rule> (?: (?:-[ \t]*){3,} | (?:\*[ \t]*){3,} | (?:_[ \t]*){3,} ) $ )
        | (?P<item> [-*+] ) [ \t]+
        | (?P<step> \d{1,3} [.)] ) [ \t]+
        | (?P<quote> > ) [ \t]?
        | (?P<fence> `{3,} | ~{3,} )
        | (?P<row> \| )
      )
    """,
    re.VERBOSE,
)
# Matches the end of "## What it costs ##" and "| a | b |"; of a line without such signs, its blanks.
_HEADING_END = re.compile(r"[ \t]+#+[ \t]*$|[ \t]+$")
_ROW_END = re.compile(r"[ \t]*\|?[ \t]*$")
# Matches "---|:--:|", the line under the head of a table; not "12 | 13".
_UNDER_HEAD = re.compile(r"[ \t|:-]*-[ \t|:-]*")
_MARKDOWN = "text/markdown"


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the text and what it is: `level` is a heading's, `cells` are a row's, None if empty."""

    kind: BlockKind
    span: Span
    level: int = 0
    cells: tuple[Span | None, ...] = ()
    is_head: bool = False


def blocks_of(document: Document) -> list[Block]:
    """The blocks of the document, in the order of the text."""
    lines = list(_lines(document.text))
    if document.media_type == _MARKDOWN:
        return list(_joined(_markdown(document.text, lines)))
    parted = any(not document.text[line.start : line.end].strip() for line in lines)
    return list(_paragraphs(document.text, lines, parted=parted))


def _lines(text: str) -> Iterator[Span]:
    """Each line without its end; of an empty one, its line end."""
    start = 0
    for line in text.splitlines(keepends=True):
        yield Span(start, start + (len(line.rstrip("\r\n")) or len(line)))
        start += len(line)


def _paragraphs(text: str, lines: list[Span], *, parted: bool) -> Iterator[Block]:
    current: Block | None = None
    for line in lines:
        if not line.of(text).strip():
            if current:
                yield current
            current = None
        elif current and parted:
            current = replace(current, span=Span(current.span.start, line.end))
        else:
            if current:
                yield current
            current = Block("paragraph", line)
    if current:
        yield current


def _markdown(text: str, lines: list[Span]) -> Iterator[Block | None]:
    """A block a line, None for a blank one and for what is a sign alone."""
    fence = ""
    for line in lines:
        surface = line.of(text)
        if fence:
            closed = surface.strip().startswith(fence) and not surface.strip(" \t" + fence[0])
            fence = "" if closed else fence
            yield None if closed else Block("code", line)
            continue
        sign = _SIGN.match(surface)
        if sign and sign["fence"]:
            fence = sign["fence"]
            yield None
        else:
            yield _block(line, surface, sign)


def _block(line: Span, surface: str, sign: re.Match[str] | None) -> Block | None:
    if not surface.strip() or (sign and sign["rule"]):
        return None
    if sign is None:
        return Block("paragraph", line)
    kind = cast(BlockKind, sign.lastgroup)
    if kind == "row":
        return _row(line, surface, sign.end())
    ending = _HEADING_END.search(surface, sign.end()) if kind == "heading" else None
    start, end = line.start + sign.end(), line.start + (ending.start() if ending else len(surface))
    level = len(sign["heading"]) if kind == "heading" else 0
    return Block(kind, Span(start, end), level) if start < end else None


def _row(line: Span, surface: str, start: int) -> Block | None:
    """A row of a table; the line under its head is a row without cells."""
    if _UNDER_HEAD.fullmatch(surface):
        return Block("row", line, is_head=True)
    ending = _ROW_END.search(surface, start)
    assert ending is not None, "every line has an end"
    cells: list[Span | None] = []
    for cell in surface[start : ending.start()].split("|"):
        said = cell.strip()
        at = line.start + start + (cell.index(said) if said else 0)
        cells.append(Span(at, at + len(said)) if said else None)
        start += len(cell) + 1
    return Block("row", line, cells=tuple(cells))


def _joined(blocks: Iterator[Block | None]) -> Iterator[Block]:
    """The blocks, lines of one paragraph, item or listing as one; the first row above a line is a head."""
    last: Block | None = None
    for block in blocks:
        if block and block.is_head:
            last = replace(last, is_head=True) if last and last.kind == "row" else last
        elif block and last and _goes_on(last, block):
            last = replace(last, span=Span(last.span.start, block.span.end))
        else:
            if last:
                yield last
            last = block
    if last:
        yield last


def _goes_on(last: Block, block: Block) -> bool:
    if block.kind == "paragraph":
        return last.kind in ("paragraph", "item", "step", "quote")
    return block.kind == last.kind == "code"
