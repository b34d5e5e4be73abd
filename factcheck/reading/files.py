"""Which documents do these paths hold?

A path is a file, a folder (its .txt and .md files, in order, hidden ones left out), or
`-` for standard input. The canonical text of a text or Markdown file is the decoded
file, unaltered, line ends and all. Refuses, with a reason, what is not UTF-8 text: it
never guesses an encoding. Reads no more than LIMIT bytes of anything.

Callers: desk.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from factcheck.errors import FactcheckError, NotFound, Unreadable
from factcheck.model import Document, identify

LIMIT = 100_000_000
MEDIA_TYPES = {".txt": "text/plain", ".md": "text/markdown", ".markdown": "text/markdown"}
TITLE_LENGTH = 160


def find_texts(path: str) -> list[str]:
    """The paths of the texts that `path` stands for: itself, or those in the folder, sorted.

    Raises NotFound for a path that does not exist and for a folder without texts.
    """
    if path == "-":
        return [path]
    place = Path(path)
    if place.is_dir():
        return _texts_below(place)
    if not place.exists():
        raise NotFound(
            f"no such file or folder: {path}", "Check the spelling, or pass - to read standard input."
        )
    return [path]


def _texts_below(folder: Path) -> list[str]:
    visible = (
        found
        for found in folder.rglob("*")
        if found.suffix.lower() in MEDIA_TYPES
        and not any(part.startswith(".") for part in _inner(found, folder))
    )
    texts = sorted(str(found) for found in visible if found.is_file())
    if not texts:
        raise NotFound(
            f"no texts in folder: {folder}",
            "A folder is searched for .txt and .md files; name other files one by one.",
        )
    return texts


def _inner(found: Path, folder: Path) -> tuple[str, ...]:
    return found.relative_to(folder).parts


def read_documents(paths: list[str]) -> Iterator[Document | FactcheckError]:
    """Each document that the paths hold, or the error in its place; one failure stops no other."""
    for path in paths:
        try:
            found = find_texts(path)
        except FactcheckError as error:
            yield error
            continue
        for text in found:
            try:
                yield read_document(text)
            except FactcheckError as error:
                yield error


def read_document(path: str) -> Document:
    """The document in one file, or on standard input for `-`; raises NotFound or Unreadable."""
    name = "standard input" if path == "-" else path
    text = decode(_bytes_of(path), name)
    media_type = MEDIA_TYPES.get(Path(path).suffix.lower(), "text/plain")
    return make_document(text, path=None if path == "-" else printable(path), media_type=media_type)


def printable(path: str) -> str:
    r"""The path as a record can hold it: bytes of its name that are no UTF-8 are written as `\xff`."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _bytes_of(path: str) -> bytes:
    if path == "-":
        if sys.stdin is None:
            raise Unreadable("standard input is closed", "Pipe a text into it, or name a file.")
        return _limited(sys.stdin.buffer, "standard input")
    try:
        with Path(path).open("rb") as stream:
            return _limited(stream, path)
    except FileNotFoundError:
        raise NotFound(f"no such file: {path}", "Check the spelling of the path.") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise Unreadable(
            f"cannot read {path}: {reason}", "Check that it is a file that you may read."
        ) from None


def _limited(stream: BinaryIO, name: str) -> bytes:
    data = stream.read(LIMIT + 1)
    if len(data) > LIMIT:
        raise Unreadable(f"too large: {name} has more than {LIMIT // 1_000_000} MB", "Split it into parts.")
    return data


def decode(data: bytes, name: str) -> str:
    """The text that these bytes are in UTF-8; `name` says in an error where they came from."""
    if not data.strip():
        raise Unreadable(f"empty: {name} holds no text", "Check that the file was saved.")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Unreadable(f"not UTF-8: {name} looks like UTF-16", "Save it as UTF-8 and try again.")
    if b"\0" in data:
        raise Unreadable(f"binary: {name} is not a text", "Text and Markdown files in UTF-8 can be read.")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        hint = "Save it as UTF-8 and try again."
        raise Unreadable(f"not UTF-8: {name}, line {line}, byte {error.start}", hint) from None


def make_document(
    text: str,
    *,
    path: str | None = None,
    media_type: str = "text/plain",
    publisher: str | None = None,
    date: str | None = None,
    url: str | None = None,
) -> Document:
    """A document of this text. The same text from the same publisher at the same URL is the same document."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Document(
        id=identify("document", digest, publisher, url),
        text=text,
        sha256=digest,
        path=path,
        title=title_of(text),
        publisher=publisher,
        date=date,
        url=url,
        media_type=media_type,
    )


def title_of(text: str) -> str | None:
    """The first line, if it stands alone and reads as a title: short, a blank line after it, no full stop."""
    lines = text.lstrip("\ufeff \t\r\n").splitlines()
    first = lines[0].lstrip("#").strip() if lines else ""
    stands_alone = len(lines) > 1 and (not lines[1].strip() or lines[0].startswith("#"))
    reads_as_title = 0 < len(first) <= TITLE_LENGTH and not first.endswith((".", ":", ";", ","))
    return first if stands_alone and reads_as_title else None
