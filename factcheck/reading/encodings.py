"""Which characters are these bytes?

A byte order mark decides, then UTF-8 if the bytes are that. For anything else see
guessing. Bytes that are no text are refused.

Pure. Callers: files, and the parser of web pages.
"""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from factcheck.reading.readings import Refused

# the longer mark first: UTF-32's begins with UTF-16's
MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding that it was in, and what is to be said of that: a code and a sentence."""

    text: str
    encoding: str
    doubt: tuple[str, str] | None = None


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """The text that these bytes are; `declared` is what the file, or who sent it, calls its encoding."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _marked(data, encoding)
    if b"\0" in data:
        raise no_text()
    text = None if declared else decode_strictly(data, "utf-8")
    if text is not None:
        return Decoded(text, "utf-8")
    from factcheck.reading.guessing import decode_otherwise

    return decode_otherwise(data, declared)


def _marked(data: bytes, encoding: str) -> Decoded:
    text = decode_strictly(data, encoding)
    if text is None:
        says = f"begins like {encoding[:6].upper()}, and then is not"
        raise Refused("malformed", says, "Save it as UTF-8 and try again.")
    if "\0" in text:
        raise no_text()
    return Decoded(text, encoding)


def no_text() -> Refused:
    """The refusal of bytes that are no text."""
    hint = "Text, Markdown, web pages, PDF and Word (.docx) can be read."
    return Refused("binary", "is not a text", hint)


def decode_strictly(data: bytes, encoding: str) -> str | None:
    """The text in that encoding; None where the bytes are not all of it."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None
