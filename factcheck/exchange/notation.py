"""How is a value written in JSON, so that nothing is rounded, reordered or obeyed by a terminal?

A number that was printed, or computed exactly, is a string in plain decimal notation; a
score is a JSON number of six places at most. Letters of all scripts stand as they are, but
what a terminal would obey or hide is written as a JSON escape: the text reads back
unchanged, lone surrogates included, and can be printed anywhere.

Pure. Callers: the modules of `exchange` that write, and the command line for one object.
"""

import json
import re
from decimal import Decimal

from factcheck.show.safe import UNSAFE

SCHEMA_VERSION = 1
SCORE_PLACES = 6
LONGEST_PLAIN = 1000
MOST_EXACT = 2**53  # up to here every reader of JSON keeps a whole number exactly


def plain(value: Decimal) -> str:
    """The number in plain decimal notation without idle zeros: 1500, -0.05, never 1.5E+3.

    A number of more than a thousand places keeps its exponent: nobody stated it, and
    writing it out would only fill the memory.
    """
    text = str(value)
    if "E" in text:
        if abs(value.adjusted()) > LONGEST_PLAIN:
            return text
        text = f"{value:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def number(value: Decimal | None) -> str | None:
    """An exact number for JSON: a string, or null."""
    return None if value is None else plain(value)


def score(value: float | None) -> float | None:
    """A score for JSON: rounded to six places, the same on every machine."""
    return None if value is None else round(value, SCORE_PLACES) + 0.0


def json_text(value: object, *, indent: int | None = None) -> str:
    """The value as JSON without a final line end; keys in the order given, a Decimal as its digits."""
    if indent is None:
        line = _COMPACT.encode(value)
        return line if line.isascii() and "\x7f" not in line else escape_unsafe(line)
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent, default=_exact)
    return "\n".join(map(escape_unsafe, text.split("\n")))  # inside strings line ends are escaped


def escape_unsafe(text: str) -> str:
    r"""The text with each unsafe character as an escape such as `\u202e`, pairs beyond U+FFFF."""
    if text.isascii() and text.isprintable():
        return text
    return UNSAFE.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    return json.dumps(match[0])[1:-1] if match[0] != "\x7f" else r"\u007f"


def _exact(value: object) -> str:
    if not isinstance(value, Decimal):
        raise TypeError(f"nothing that JSON has: {value!r}")
    return plain(value)


_COMPACT = json.JSONEncoder(ensure_ascii=False, allow_nan=False, default=_exact)
