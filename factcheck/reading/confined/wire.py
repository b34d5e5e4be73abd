"""How does a child process tell what it read?

As one JSON object: what was extracted, or why the file is refused. The child has read
hostile bytes, so its answer is taken as hostile, too: a value that does not fit its type,
or a span outside the text, is an AnswerError.

Pure. Callers: child, parent.
"""

from __future__ import annotations

import json
from typing import Any

from factcheck.model import Notice, Span
from factcheck.reading.extracts import Comment, Extracted
from factcheck.reading.places import PLACE_KINDS, Place, in_order
from factcheck.reading.readings import Refused

DEPTH = 100  # of answers to answers to comments


class AnswerError(ValueError):
    """An answer that is not one of ours."""


def to_wire(answer: Extracted | Refused) -> bytes:
    """The answer as ASCII bytes."""
    return json.dumps(_shape(answer), separators=(",", ":")).encode("ascii")


def _shape(answer: Extracted | Refused) -> dict[str, Any]:
    if isinstance(answer, Refused):
        return {"refused": [answer.word, answer.says, answer.hint]}
    names = ("text", "made", "title", "publisher", "author", "date", "url")
    return {
        **{name: getattr(answer, name) for name in names},
        "places": [[*_ends(one.span), one.kind, one.number, one.label, one.at] for one in answer.places],
        "comments": [_comment_shape(comment) for comment in answer.comments],
        "notices": [[*_ends(notice.span), notice.code, notice.reason] for notice in answer.notices],
    }


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _comment_shape(comment: Comment) -> dict[str, Any]:
    return {
        "text": comment.text,
        "author": comment.author,
        "date": comment.date,
        "anchor": _ends(comment.anchor) if comment.anchor else None,
        "resolved": comment.resolved,
        "replies": [_comment_shape(reply) for reply in comment.replies],
    }


def from_wire(answer: bytes) -> Extracted:
    """What the child extracted; raises the Refused that it answered with, or AnswerError."""
    try:
        shape = json.loads(answer)
        if "refused" in shape:
            word, says, hint = shape["refused"]
            raise Refused(_text(word), _text(says), _text(hint))
        return _extracted(shape)
    except (KeyError, TypeError, ValueError, RecursionError) as error:
        raise AnswerError(str(error)) from error


def _extracted(shape: dict[str, Any]) -> Extracted:
    text = _text(shape["text"])
    places = [_place(text, *row) for row in shape["places"]]
    return Extracted(
        text=text,
        made=_text(shape["made"]),
        title=_text_if_any(shape["title"]),
        publisher=_text_if_any(shape["publisher"]),
        author=_text_if_any(shape["author"]),
        date=_text_if_any(shape["date"]),
        url=_text_if_any(shape["url"]),
        places=in_order(places),
        comments=tuple(_comment(text, one) for one in shape["comments"]),
        notices=tuple(
            Notice(_span(text, start, end), _text(code), _text(reason))
            for start, end, code, reason in shape["notices"]
        ),
    )


def _place(text: str, start: object, end: object, *rest: object) -> Place:
    kind, number, label, at = rest
    known = next((one for one in PLACE_KINDS if one == kind), None)
    if known is None or not isinstance(number, int) or not isinstance(at, int | None):
        raise AnswerError("not a place")
    return Place(_span(text, start, end), known, number, _text(label), at)


def _comment(text: str, shape: dict[str, Any], depth: int = 0) -> Comment:
    if depth > DEPTH:
        raise AnswerError("answers without end")
    anchor = shape["anchor"]
    return Comment(
        text=_text(shape["text"]),
        author=_text_if_any(shape["author"]),
        date=_text_if_any(shape["date"]),
        anchor=None if anchor is None else _span(text, *anchor),
        resolved=shape["resolved"] is True,
        replies=tuple(_comment(text, reply, depth + 1) for reply in shape["replies"]),
    )


def _span(text: str, start: object, end: object) -> Span:
    if not isinstance(start, int) or not isinstance(end, int) or end > len(text):
        raise AnswerError("not a span of the text")
    return Span(start, end)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise AnswerError("not a text")
    value.encode("utf-8")  # half a surrogate pair is a ValueError
    return value


def _text_if_any(value: object) -> str | None:
    return None if value is None else _text(value)
