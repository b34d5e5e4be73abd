"""Which file does a person want to import, and what is in it?

Callers: the commands of `import`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import click

a_file = click.argument("file", type=click.Path(path_type=Path))
dry_run = click.option(
    "--dry-run", is_flag=True, help="Say what would be done, and what is wrong; keep nothing."
)
LARGEST = 100_000_000


@contextmanager
def stream_of(file: Path) -> Iterator[BinaryIO]:
    """A file, open; NotFound or Unreadable where it cannot be."""
    from factcheck.errors import NotFound, Unreadable

    try:
        with file.open("rb") as stream:
            yield stream
    except FileNotFoundError:
        raise NotFound(f"no such file: {file}", "Check the spelling of the path.") from None
    except (IsADirectoryError, PermissionError) as error:
        raise Unreadable(f"cannot read {file}: {error.strerror}", "Name a file that you may read.") from None


def bytes_of(file: Path) -> bytes:
    """The whole of a file; Unreadable where it is too large."""
    from factcheck.errors import Unreadable

    with stream_of(file) as stream:
        data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise Unreadable(f"too large: {file} has more than {LARGEST // 1_000_000} MB", "Split it into parts.")
    return data


def lines_of(stream: BinaryIO, name: str) -> Iterator[str]:
    """The lines of a file of JSON, none of which takes more memory than there is."""
    from factcheck.exchange.strict_json import decoded, refuse_crowded

    number = 0
    while line := stream.readline(LARGEST + 1):
        number += 1
        text = decoded(line, name, "Get a sound copy.", number)
        refuse_crowded(text, f"{name}:{number}:1")
        yield text
