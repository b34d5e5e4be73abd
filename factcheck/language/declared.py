"""Which source does a person mean by "per MEK reports"?

A source that is typed by hand comes as a bare name or with the words that surround one
in print. It is read as the credit line of a sentence, by the grammar of attributions, so
that both ways of naming a source come to the same name.

Pure: text in, name out. Callers: desk.
"""

from __future__ import annotations

import re

from factcheck.language.attributions import attribute
from factcheck.model import Span

LEAD = "5 died"
# "per MEK reports", "according to the coroner"; not "Perth hospital", "Bypass Watch".
CREDIT = re.compile(
    r"(?:according\s+to|as\s+reported\s+by|citing|quoting|from|per|via|by)\s+(?P<name>\S.*)", re.I | re.S
)


def declared_name(text: str) -> str:
    """The name of the source in a typed credit; "" where the text names nobody."""
    name = text.strip(" \t\r\n,;:.–—-")
    match = CREDIT.fullmatch(name)
    name = match["name"] if match else name
    if not name:
        return ""
    read = attribute(f"{LEAD}, according to {name}.", [Span(0, 1)])[0]
    return read.canonical or name
