"""What does a stretch of WordprocessingML say, read from left to right?

Paragraphs and table cells in reading order, text boxes after the paragraph that holds
them. Tracked changes are read as accepted: what was inserted is there, what was deleted
is not. Hidden text and formulas are left out, and counted. Raised and lowered digits
become characters of their own, so that a mark behind a number does not lengthen it.
Where the anchors of comments and the marks of footnotes stand is noted on the way.

Runs in the child process. Callers: word, margins.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from factcheck.model import Span
from factcheck.reading.canonical import CanonicalText, lowered, raised
from factcheck.reading.parsers.parts import attribute, local

if TYPE_CHECKING:
    from lxml.etree import _Element

SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "sym": "\ufffd"}
SHIFTED: dict[str | None, Callable[[str], str]] = {"superscript": raised, "subscript": lowered}
OFF = frozenset({"0", "false", "off"})
# Properties, instructions of fields, readings above characters: no part of the text.
SILENT = frozenset({"pPr", "rPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr", "sdtPr", "instrText", "rt"})
LEFT_OUT = {"del": "deletion", "moveFrom": "deletion", "oMath": "formula", "oMathPara": "formula"}
DRAWN = frozenset({"drawing", "pict", "object"})


class Anchors:
    """Which characters the comments are about: those of their range, or else of their paragraph."""

    def __init__(self) -> None:
        self.spans: dict[str, Span] = {}
        self._starts: dict[str, int] = {}
        self._at_points: list[str] = []

    def begin(self, comment: str, at: int) -> None:
        """Begin the range of a comment."""
        self._starts[comment] = at

    def end(self, comment: str, at: int) -> None:
        """End the range of a comment; one without a character is a point."""
        start = self._starts.pop(comment, at)
        if start < at:
            self.spans[comment] = Span(start, at)
        else:
            self.point(comment)

    def point(self, comment: str) -> None:
        """Note that a comment is set in this paragraph."""
        self._at_points.append(comment)

    def end_paragraph(self, paragraph: Span | None) -> None:
        """Give the comments that were set at a point the paragraph, if it has characters."""
        if paragraph is not None:
            for comment in self._at_points:
                self.spans.setdefault(comment, paragraph)
        self._at_points.clear()


class Story:
    """The canonical text of a Word document while its XML is walked."""

    def __init__(self, styles: Mapping[str, str] | None = None) -> None:
        self.canonical = CanonicalText()
        self.anchors = Anchors()
        self.notes: list[tuple[str, str, int]] = []  # the kind, the id, and where the text refers to it
        self.counts: Counter[str] = Counter()
        self.title: Span | None = None
        self._styles = styles or {}
        self._boxes: list[_Element] = []
        self._cell = (0, 0, 0)  # table, row, column
        self._shift: Callable[[str], str] | None = None

    def read(self, parent: _Element) -> None:
        """Read everything that an element holds."""
        for child in parent:
            self._take(child)

    def _take(self, element: _Element) -> None:
        name = local(element)
        if name in SILENT:
            return
        if name in LEFT_OUT:
            self.counts[LEFT_OUT[name]] += 1
        elif name in SIGNS:
            self.canonical.write(SIGNS[name])
        elif name in DRAWN:
            self._boxes += [box for box in element.iter() if local(box) == "txbxContent"]
        else:
            _READERS.get(name, Story.read)(self, element)

    def _text(self, element: _Element) -> None:
        text = element.text or ""
        self.canonical.write(self._shift(text) if self._shift else text)

    def _run(self, element: _Element) -> None:
        properties = {local(one): attribute(one, "val") for one in _properties(element, "rPr")}
        if "vanish" in properties and properties["vanish"] not in OFF:
            self.counts["hidden"] += 1
            return
        self._shift = SHIFTED.get(properties.get("vertAlign"))
        self.read(element)
        self._shift = None

    def _paragraph(self, element: _Element) -> None:
        start = self.canonical.next
        self.read(element)
        span = self._end_paragraph(start, element)
        self.anchors.end_paragraph(span)
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self.canonical.end_paragraph()
            self.read(box)

    def _end_paragraph(self, start: int, element: _Element) -> Span | None:
        properties = _properties(element, "pPr")
        style = next((attribute(one, "val") for one in properties if local(one) == "pStyle"), None)
        label = self._styles.get(style or "", style or "")
        span = self.canonical.mark(start, "paragraph", self.counts["paragraph"] + 1, label)
        self.counts["paragraph"] += span is not None
        if label == "Title" and self.title is None:
            self.title = span
        mark_deleted = any(local(mark) == "del" for one in properties if local(one) == "rPr" for mark in one)
        if not mark_deleted:
            self.canonical.end_paragraph()
        return span

    def _table(self, element: _Element) -> None:
        around = self._cell
        self.counts["table"] += 1
        self._cell = (self.counts["table"], 0, 0)
        self.canonical.end_paragraph()
        self.read(element)
        self._cell = around

    def _row(self, element: _Element) -> None:
        if any(local(one) == "del" for one in _properties(element, "trPr")):
            self.counts["deletion"] += 1
            return
        table, row, _ = self._cell
        self._cell = (table, row + 1, 0)
        self.read(element)

    def _table_cell(self, element: _Element) -> None:
        table, row, column = self._cell
        self._cell = (table, row, column + 1)
        self.canonical.end_paragraph()
        start = self.canonical.next
        self.read(element)
        self.counts["cell"] += 1
        self.canonical.mark(
            start, "cell", self.counts["cell"], f"table {table}, row {row}, column {column + 1}"
        )

    def _inserted(self, element: _Element) -> None:
        self.counts["insertion"] += 1
        self.read(element)

    def _alternatives(self, element: _Element) -> None:
        for first in islice(element, 1):
            self.read(first)

    def _comment_begins(self, element: _Element) -> None:
        self.anchors.begin(attribute(element, "id") or "", self.canonical.next)

    def _comment_ends(self, element: _Element) -> None:
        self.anchors.end(attribute(element, "id") or "", self.canonical.length)

    def _comment_is_set(self, element: _Element) -> None:
        self.anchors.point(attribute(element, "id") or "")

    def _note_is_set(self, element: _Element) -> None:
        kind = "footnotes" if local(element) == "footnoteReference" else "endnotes"
        self.notes.append((kind, attribute(element, "id") or "", self.canonical.length))


def _properties(element: _Element, name: str) -> Sequence[_Element]:
    """What the element states of itself under that name."""
    return next((list(child) for child in element if local(child) == name), ())


_READERS: dict[str, Callable[[Story, _Element], None]] = {
    "t": Story._text,
    "r": Story._run,
    "p": Story._paragraph,
    "tbl": Story._table,
    "tr": Story._row,
    "tc": Story._table_cell,
    "ins": Story._inserted,
    "moveTo": Story._inserted,
    "AlternateContent": Story._alternatives,
    "commentRangeStart": Story._comment_begins,
    "commentRangeEnd": Story._comment_ends,
    "commentReference": Story._comment_is_set,
    "footnoteReference": Story._note_is_set,
    "endnoteReference": Story._note_is_set,
}
