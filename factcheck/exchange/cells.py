r"""What does a text look like in a cell of a table, and which text does a cell hold?

A cell is one line that no spreadsheet obeys. What a terminal would obey or hide is an
escape such as `\n` or `\u202e`, and a backslash is `\\`. A text that a spreadsheet would take
for a formula has one apostrophe before it, also if it had some already, so that one is taken
away again. A semicolon before what could open a formula is an escape as well: a spreadsheet
that parts cells at semicolons, as many in Europe do, would find a cell of its own there.

`text_of` gives back exactly the text that `cell_of` was given. `disarmed` undoes only the
apostrophe: in a file that others wrote a backslash is a backslash.

Several names in one cell stand between semicolons; one inside a name is `\;`.

Pure. Callers: `tables.py`, `workbook.py` and `columns.py` write cells; `sheets` reads them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from factcheck.exchange.notation import escape_unsafe

# What opens a formula in Excel or LibreOffice; the last four are the full-width = + - @.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")

# Matches the start of "=A1", "'=A1", "-12" and "\t=1" (as escaped); not of "'twas" or "a=1".
_ARMED = re.compile(r"'*(?:[=+\-@＝＋－＠]|\\[trn])")

# Matches the semicolon of 'x;=A1' and 'x; "=A1"'; not that of "Reuters; AP".
_HIDDEN_CELL = re.compile(r';(?=[ "]*[=+\-@＝＋－＠])')

# Matches "\\", "\n" and "\ud83d\ude00"; not "\q", which nothing of ours writes.
_ESCAPE = re.compile(r"\\(?:[\\bfnrt]|ud[89ab][0-9a-f]{2}\\ud[c-f][0-9a-f]{2}|u[0-9a-f]{4})")

# Matches "a" and "b" of "a; b", and all of "a\;b".
_NAME = re.compile(r"(?:[^;\\]|\\.|\\$)+", re.DOTALL)
_NAMED = re.compile(r"\\([;\\])")
_SHORT = {r"\\": "\\", r"\b": "\b", r"\f": "\f", r"\n": "\n", r"\r": "\r", r"\t": "\t"}


def cell_of(text: str) -> str:
    r"""The text as one line without teeth: `\` doubled, unsafe characters escaped, no formula in front."""
    if text.isalnum() and text.isascii():
        return text
    shown = escape_unsafe(text.replace("\\", "\\\\"))
    if ";" in shown:
        shown = _HIDDEN_CELL.sub(r"\\u003b", shown)
    return f"'{shown}" if _ARMED.match(shown) else shown


def text_of(cell: str) -> str:
    """The text that `cell_of` made this cell of."""
    shown = disarmed(cell)
    return _ESCAPE.sub(_unescape, shown) if "\\" in shown else shown


def disarmed(cell: str) -> str:
    """The cell without the apostrophe that keeps a formula from being one."""
    return cell[1:] if cell.startswith("'") and _ARMED.match(cell) else cell


def _unescape(match: re.Match[str]) -> str:
    escape = match[0]
    if escape in _SHORT:
        return _SHORT[escape]
    if len(escape) == len(r"\u0000"):
        return chr(int(escape[2:], 16))
    high, low = int(escape[2:6], 16), int(escape[8:], 16)
    return chr(0x10000 + ((high & 0x3FF) << 10 | low & 0x3FF))


def joined(names: Iterable[str]) -> str:
    """The names in one text, between semicolons."""
    return "; ".join(name.replace("\\", "\\\\").replace(";", r"\;") for name in names)


def parted(text: str) -> tuple[str, ...]:
    """The names that stand between semicolons, without the blanks around them."""
    return tuple(name for part in _NAME.findall(text) if (name := _NAMED.sub(r"\1", part.strip())))
