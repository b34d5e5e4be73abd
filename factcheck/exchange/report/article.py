"""What does an article look like on a page, its claims marked where they are printed?

Parts, as HTML has them: headings, paragraphs, lists, quotes, tables, each of pieces of the
text. A piece is text as it stands, what a reader would obey or hide made visible; how it is
emphasised and which claims say it stands beside it. Headings count down from the place that
the page gives them, none skipped, whatever the text has.

Pure: a document and its dossiers in, parts out. Caller: `page.py`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from factcheck.exchange.marked import Piece, in_order, pieces_of
from factcheck.exchange.report.blocks import Block, BlockKind, blocks_of
from factcheck.model import Document, Dossier, Span
from factcheck.show.safe import safe_text

Tag = Literal["h", "p", "ul", "ol", "blockquote", "table", "pre"]
TOP = 3  # the page's title is the first heading, its sections are the second
DEEPEST = 6

# Matches "**over 1,500**", "*Northern Wire*", "_so_", "`x = 3`" and "[the report](https://e.example/1)";
# not "2 * 3 * 4", "a_b_c" or "[3]".
_INLINE = re.compile(
    r"""
      `(?P<code>[^`\n]+)`
    | \*\*(?=\S) (?P<strong>[^*\n]+) (?<=\S)\*\*
    | (?<!\w)__(?=\S) (?P<strong_too>[^_\n]+) (?<=\S)__(?!\w)
    | (?<![\w*])\*(?=\S) (?P<em>[^*\n]+) (?<=\S)\*(?![\w*])
    | (?<!\w)_(?=\S) (?P<em_too>[^_\n]+) (?<=\S)_(?!\w)
    | \[(?P<a>[^\[\]\n]+)\] \( [^()\s]* \)
    """,
    re.VERBOSE,
)
_GROUPED: dict[BlockKind, Tag] = {
    "heading": "h",
    "paragraph": "p",
    "code": "pre",
    "item": "ul",
    "step": "ol",
    "quote": "blockquote",
    "row": "table",
}
_ALONE = ("heading", "paragraph", "code")


@dataclass(frozen=True, slots=True)
class Marked:
    """A piece of the text: how it is emphasised, which claim says it, and which begin and end with it."""

    text: str
    style: str = ""
    claim: Dossier | None = None
    begun: tuple[Dossier, ...] = ()
    ended: tuple[Dossier, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, an item, or a row of a table, whose cells are more than one."""

    cells: tuple[tuple[Marked, ...], ...]
    is_head: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """An element of the page with its lines; `level` is that of a heading."""

    tag: Tag
    lines: tuple[Line, ...]
    level: int = 0


@dataclass(frozen=True, slots=True)
class Style:
    """A stretch that is emphasised, and what it is without the signs that say so."""

    name: str
    whole: Span
    said: Span


def article_parts(document: Document, dossiers: Iterable[Dossier]) -> list[Part]:
    """The article in parts; none where its words are not kept."""
    blocks = blocks_of(document)
    styles = _styles(document) if document.media_type == "text/markdown" else []
    stretches = [cell for block in blocks for cell in block.cells or (block.span,) if cell]
    cuts = [
        place
        for style in styles
        for place in (style.whole.start, style.said.start, style.said.end, style.whole.end)
    ]
    pieces = pieces_of(stretches, in_order(dossiers), cuts)
    shown = {
        span: tuple(_marked(document.text, some, styles))
        for span, some in zip(stretches, pieces, strict=True)
    }
    return list(_parts(document, blocks, shown))


def _styles(document: Document) -> list[Style]:
    return [
        Style(name.removesuffix("_too"), Span(*match.span()), Span(*match.span(name)))
        for match in _INLINE.finditer(document.text)
        if (name := match.lastgroup)
    ]


def _style_at(place: int, styles: Sequence[Style]) -> Style | None:
    at = bisect_right(styles, place, key=lambda style: style.whole.start)
    return styles[at - 1] if at and place < styles[at - 1].whole.end else None


def _marked(text: str, pieces: Sequence[Piece], styles: Sequence[Style]) -> Iterator[Marked]:
    """The pieces as the page shows them: the signs of emphasis have done their work and are left out."""
    for piece in pieces:
        style = _style_at(piece.span.start, styles)
        hidden = style is not None and not style.said.covers(piece.span)
        if not hidden or piece.ended:
            yield Marked(
                text="" if hidden else safe_text(piece.span.of(text), multiline=True),
                style=style.name if style and not hidden else "",
                claim=piece.said_by[-1] if piece.said_by else None,
                begun=piece.begun,
                ended=piece.ended,
            )


def _parts(
    document: Document, blocks: Sequence[Block], shown: dict[Span, tuple[Marked, ...]]
) -> Iterator[Part]:
    levels: list[int] = []
    title = " ".join((document.title or "").split())
    for place, (_, group) in enumerate(groupby(enumerate(blocks), key=_company)):
        members = [block for _, block in group]
        first = members[0]
        tag = _GROUPED[first.kind]
        if tag == "p" and place == 0 and title and " ".join(first.span.of(document.text).split()) == title:
            tag, first = "h", Block("heading", first.span, level=1)
        if tag == "h":
            levels = [*(level for level in levels if level < first.level), first.level]
        lines = tuple(
            Line(tuple(shown[cell] if cell else () for cell in block.cells or (block.span,)), block.is_head)
            for block in members
        )
        yield Part(tag, lines, min(TOP + len(levels) - 1, DEEPEST) if tag == "h" else 0)


def _company(numbered: tuple[int, Block]) -> tuple[BlockKind, int]:
    """Lines of one list, quote or table are one part; all else is a part of its own."""
    place, block = numbered
    return block.kind, place if block.kind in _ALONE else -1
