"""What stands in the margins of a Word document: its comments, and who answered whom?

A comment's anchor is what the walk through the text noted. Answers hang below the comment
that they answer, as Word's list of threads says; without such a list every comment stands
for itself.

Runs in the child process. Caller: word.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factcheck.model import Span
from factcheck.reading.canonical import one_line
from factcheck.reading.extracts import Comment
from factcheck.reading.parsers.parts import Package, attribute, local
from factcheck.reading.parsers.story import Story

if TYPE_CHECKING:
    from lxml.etree import _Element


@dataclass(frozen=True, slots=True)
class _Thread:
    """What Word keeps of a comment under the id of its last paragraph."""

    answers: str | None
    resolved: bool


def comments_of(package: Package, main: str, anchors: Mapping[str, Span], text: str) -> tuple[Comment, ...]:
    """The comments of a document in the order of their anchors, those without one last; answers within."""
    part = package.related(main, "comments")
    root = package.parse(part) if part else None
    if root is None:
        return ()
    threads = _threads(package, main)
    found: dict[str, Comment] = {}
    answers: dict[str, list[Comment]] = {}
    for element in (child for child in root if local(child) == "comment"):
        key = _last_paragraph(element) or f"comment {attribute(element, 'id')}"
        thread = threads.get(key, _Thread(None, False))
        comment = _comment(element, anchors, text, thread.resolved)
        if thread.answers is not None and thread.answers in found:
            answers.setdefault(thread.answers, []).append(comment)
        else:
            found[key] = comment
    whole = (replace(comment, replies=tuple(answers.get(key, ()))) for key, comment in found.items())
    return tuple(sorted(whole, key=lambda one: one.anchor.start if one.anchor else len(text)))


def _comment(element: _Element, anchors: Mapping[str, Span], text: str, resolved: bool) -> Comment:
    story = Story()
    story.read(element)
    anchor = anchors.get(attribute(element, "id") or "")
    return Comment(
        text=story.canonical.text.strip(),
        author=one_line(attribute(element, "author")),
        date=one_line(attribute(element, "date")),
        anchor=_trimmed(anchor, text) if anchor else None,
        resolved=resolved,
    )


def _trimmed(span: Span, text: str) -> Span | None:
    """The span without the blanks at its edges; None where nothing else is in it."""
    surface = span.of(text)
    start = span.end - len(surface.lstrip())
    end = span.start + len(surface.rstrip())
    return Span(start, end) if start < end else None


def _last_paragraph(comment: _Element) -> str | None:
    ids = [attribute(child, "paraId") for child in comment if local(child) == "p"]
    return ids[-1] if ids else None


def _threads(package: Package, main: str) -> dict[str, _Thread]:
    part = package.related(main, "commentsExtended")
    root = package.parse(part) if part else None
    return {
        attribute(entry, "paraId") or "": _Thread(
            attribute(entry, "paraIdParent"), attribute(entry, "done") in ("1", "true")
        )
        for entry in (root if root is not None else ())
    }
