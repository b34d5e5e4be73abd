"""Which documents do these paths hold?

A path is a file, a folder (the files below it that can be read, by their names, in order,
hidden ones left out), or `-` for standard input. What a file is, its bytes decide. The
canonical text of a text or Markdown file is the decoded file, unaltered, line ends and
all; of anything else it is made once, in a child process. Reads no more than LIMIT bytes
of anything, and never from a network.

Callers: desk.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from factcheck.errors import FactcheckError, NotFound, Unreadable
from factcheck.model import Document, Notice, Span, identify
from factcheck.reading.encodings import decode
from factcheck.reading.kinds import MEDIA_TYPES, SUFFIXES, Kind, kind_of
from factcheck.reading.readings import Reading, Refused

LIMIT = 100_000_000
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
        if found.suffix.lower() in SUFFIXES
        and not any(part.startswith(".") for part in _inner(found, folder))
    )
    texts = sorted(str(found) for found in visible if found.is_file())
    if not texts:
        raise NotFound(
            f"no texts in folder: {folder}",
            f"A folder is searched for {', '.join(SUFFIXES)} files; name other files one by one.",
        )
    return texts


def _inner(found: Path, folder: Path) -> tuple[str, ...]:
    return found.relative_to(folder).parts


def read_documents(paths: list[str]) -> Iterator[Document | FactcheckError]:
    """Each document that the paths hold, or the error in its place; one failure stops no other."""
    for reading in read_all(paths):
        yield reading if isinstance(reading, FactcheckError) else reading.document


def read_all(paths: list[str]) -> Iterator[Reading | FactcheckError]:
    """The reading of each document that the paths hold, or the error in its place."""
    for path in paths:
        try:
            found = find_texts(path)
        except FactcheckError as error:
            yield error
            continue
        for text in found:
            try:
                yield read(text)
            except FactcheckError as error:
                yield error


def read_document(path: str) -> Document:
    """The document in one file, or on standard input for `-`; raises NotFound or Unreadable."""
    return read(path).document


def read(path: str) -> Reading:
    """One file, or standard input for `-`, as it was read; raises NotFound or Unreadable."""
    name = "standard input" if path == "-" else path
    return read_bytes(_bytes_of(path), name=name, path=None if path == "-" else printable(path))


def read_bytes(
    data: bytes,
    *,
    name: str,
    path: str | None = None,
    url: str | None = None,
    charset: str | None = None,
) -> Reading:
    """These bytes as they were read; raises Unreadable, which calls them by their `name`.

    `url` is where they were fetched, and then it counts more than what they say of that;
    `charset` is the encoding that whoever sent them gave.
    """
    if not data.strip():
        raise Unreadable(f"empty: {name} holds no text", "Check that the file was saved.")
    try:
        kind = kind_of(data, Path(name).suffix)
        if kind in ("text", "markdown"):
            return _read_text(data, kind, path, url, charset)
        return _read_parsed(data, kind, path, url, charset)
    except Refused as refused:
        raise Unreadable(f"{refused.word}: {name} {refused.says}", refused.hint) from None


def _read_text(data: bytes, kind: Kind, path: str | None, url: str | None, charset: str | None) -> Reading:
    decoded = decode(data, charset)
    return Reading(
        document=make_document(decoded.text, path=path, media_type=MEDIA_TYPES[kind], url=url),
        author=None,
        made=f"decoded from {MEDIA_TYPES[kind]} in {decoded.encoding}",
        original_sha256=hashlib.sha256(data).hexdigest(),
        notices=(Notice(Span(0, len(decoded.text)), *decoded.doubt),) if decoded.doubt else (),
    )


def _read_parsed(data: bytes, kind: Kind, path: str | None, url: str | None, charset: str | None) -> Reading:
    from factcheck.reading.confined.parent import parse

    found = parse(data, kind, charset)
    document = make_document(
        found.text,
        path=path,
        title=found.title,
        publisher=found.publisher,
        date=found.date,
        url=url or found.url,
    )
    return Reading(
        document=document,
        author=found.author,
        made=found.made,
        original_sha256=hashlib.sha256(data).hexdigest(),
        places=found.places,
        comments=found.comments,
        notices=found.notices,
    )


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


def make_document(
    text: str,
    *,
    path: str | None = None,
    media_type: str = "text/plain",
    title: str | None = None,
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
        title=title or title_of(text),
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
