"""What does a Word document say: its text, its footnotes, its comments?

The body first, then the footnotes and endnotes in the order in which the text refers to
them, each marked as a place that knows where that is. Headers and footers are no part of
the text. The comments keep their anchors.

Runs in the child process. Caller: child.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.model import Notice, Span
from factcheck.reading.canonical import one_line
from factcheck.reading.extracts import Extracted
from factcheck.reading.parsers.margins import comments_of
from factcheck.reading.parsers.parts import Package, attribute, local
from factcheck.reading.parsers.story import Story
from factcheck.reading.readings import Refused

if TYPE_CHECKING:
    from lxml.etree import _Element

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def read_word(data: bytes, declared: str | None) -> Extracted:  # noqa: ARG001 - XML declares its own encoding
    """The text of a .docx file with its places and comments, as if every tracked change were accepted."""
    from lxml import etree

    package = Package(data)
    main = package.main_part()
    root = package.parse(main)
    story = Story(_styles(package, main))
    if root is not None:
        story.read(root)
    _read_notes(package, main, story)
    text = story.canonical.text
    if not text:
        raise Refused("empty", "holds no text", "Check that the file was saved.")
    return Extracted(
        text=text,
        made=f"lxml {etree.__version__} from {DOCX}",
        title=one_line(story.title.of(text)) if story.title else None,
        author=_creator(package),
        places=story.canonical.places(),
        comments=comments_of(package, main, story.anchors.spans, text),
        notices=tuple(_notices(text, story.counts)),
    )


def _styles(package: Package, main: str) -> dict[str, str]:
    """The names of the styles, which are the same in every language, by the ids that are not."""
    names = {}
    for style in _children(package, main, "styles"):
        name = next((attribute(one, "val") for one in style if local(one) == "name"), None)
        names[attribute(style, "styleId") or ""] = (name or "").capitalize()
    return names


def _read_notes(package: Package, main: str, story: Story) -> None:
    """Write the footnotes and endnotes below the text, in the order in which it refers to them."""
    notes = {
        (kind, attribute(note, "id") or ""): note
        for kind in ("footnotes", "endnotes")
        for note in _children(package, main, kind)
    }
    numbers: Counter[str] = Counter()
    for index, (kind, key, at) in enumerate(tuple(story.notes), start=1):
        numbers[kind] += 1
        note = notes.pop((kind, key), None)
        if note is None:
            continue
        story.canonical.end_paragraph()
        start = story.canonical.next
        story.read(note)
        label = str(numbers[kind]) if kind == "footnotes" else f"endnote {numbers[kind]}"
        story.canonical.mark(start, "footnote", index, label, at=at)


def _children(package: Package, main: str, kind: str) -> Iterator[_Element]:
    part = package.related(main, kind)
    root = package.parse(part) if part else None
    yield from root if root is not None else ()


def _creator(package: Package) -> str | None:
    creators = (one for one in _children(package, "", "core-properties") if local(one) == "creator")
    return next((one_line(one.text) for one in creators), None)


def _notices(text: str, counts: Counter[str]) -> Iterator[Notice]:
    whole = Span(0, len(text))
    inserted, deleted = counts["insertion"], counts["deletion"]
    if inserted or deleted:
        reason = f"Tracked changes: {inserted} insertions are read as text, {deleted} deletions are left out."
        yield Notice(whole, "tracked-changes", reason)
    if hidden := counts["hidden"]:
        yield Notice(whole, "hidden-text", f"Text that is marked as hidden was left out, {hidden} stretches.")
    if formulas := counts["formula"]:
        yield Notice(whole, "formula", f"{formulas} formulas were left out: their parts are no running text.")
