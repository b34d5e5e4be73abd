"""Which lines does a CSV or TSV file hold?

UTF-8, or UTF-16 with its mark, as Excel writes "Unicode text"; no other encoding is guessed.
The delimiter of a .csv file is the one that its header has most of: comma, semicolon, or
tab. Quoting must be right (RFC 4180), or nobody can say where the next cell begins: that is
Unreadable, with its place. A file is read line by line, however long it is.

Pure but for the stream. Callers: `rows.py`.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from itertools import chain
from typing import BinaryIO, TextIO, cast

from factcheck.errors import Unreadable
from factcheck.exchange.sheets.sheet import MOST_COLUMNS, Line

LONGEST_LINE = 10_000_000
DELIMITERS = {"csv": ",;\t", "tsv": "\t"}
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_HINT = "save it as CSV UTF-8, each cell with a comma, line end or quotation mark between quotation marks"
_TOO_LONG = "no cell of a table is that long; look for a quotation mark or a line end that is missing"


def delimited_lines(stream: BinaryIO, name: str, form: str) -> Iterator[Line]:
    """The lines of a CSV or TSV file, blank ones left out; `name` stands in messages.

    The stream is used up, and closed.
    """
    buffered = io.BufferedReader(cast(io.RawIOBase, stream))  # all that it needs is to be read from
    encoding = "utf-16" if buffered.peek(2)[:2] in _UTF_16 else "utf-8-sig"
    text = io.TextIOWrapper(buffered, encoding, newline="")
    csv.field_size_limit(LONGEST_LINE)
    done = 0
    try:
        lines = _lines(text, name)
        first = next(lines, "")
        rows = csv.reader(chain([first], lines), delimiter=_delimiter(first, DELIMITERS[form]), strict=True)
        for cells in rows:
            line = Line(done + 1, tuple(cells))
            done = rows.line_num
            if len(cells) > MOST_COLUMNS:
                raise Unreadable(f"{name}:{line.number}:1: has more than {MOST_COLUMNS:,} cells", _HINT)
            if not line.is_blank:
                yield line
    except csv.Error as error:
        raise Unreadable(f"{name}:{done + 1}:1: is no table: {error}", _HINT) from None
    except UnicodeError:
        raise Unreadable(f"{name}:{done + 1}:1: there, or soon after, it is not UTF-8", _HINT) from None


def _lines(text: TextIO, name: str) -> Iterator[str]:
    """The lines of the file with their ends, none of them longer than a table has."""
    number = 0
    while line := text.readline(LONGEST_LINE + 1):
        number += 1
        if len(line) > LONGEST_LINE:
            what = f"{name}:{number}:1: the line is longer than {LONGEST_LINE:,} characters"
            raise Unreadable(what, _TOO_LONG)
        yield line


def _delimiter(header: str, among: str) -> str:
    """The delimiter that the header has most of, outside quotation marks; else the first."""
    plain = "".join(header.split('"')[::2])
    return max(among, key=plain.count)
