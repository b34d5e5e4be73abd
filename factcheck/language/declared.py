"""Which source does a person mean by "per MEK reports"?

A source that is typed by hand comes as a bare name or with the words that surround one
in print: "per MEK reports", "says the BBC", "the coroner said". It is read as the credit
line of a sentence, by the grammar of attributions, so that all ways of naming a source
come to the same name.

Pure: text in, name out. Callers: desk.
"""

from __future__ import annotations

import re

from factcheck.language.attributions import attribute
from factcheck.model import Attribution, Span

LEAD = "5 died"
# "per MEK reports", "according to the coroner"; not "Perth hospital", "per cent", "Bypass Watch".
CREDIT = re.compile(
    r"(?:according\s+to|as\s+reported\s+by|citing|quoting|from|per(?!\s+cents?\b)|via|by)\s+(?P<name>\S.*)",
    re.I | re.S,
)
# "https://www.bbc.co.uk/news?id=1"; not "bbc.co.uk" (a name as good as any), "see https://bbc.co.uk".
ADDRESS = re.compile(r"https?://(?:www\.)?(?P<host>[^\s/?#:@]+)[^\s]*", re.I)


def declared_name(text: str) -> str:
    """The name of the source in a typed credit; "" where the text names nobody. A web page is its host's."""
    typed = text.strip(" \t\r\n,;:.–—-")
    if address := ADDRESS.fullmatch(typed):
        return address["host"].lower()
    match = CREDIT.fullmatch(typed)
    name = match["name"] if match else typed
    if not name:
        return ""
    if match is None and (said := _whole_credit(typed)):
        return said
    return _credited(f"{LEAD}, according to {name}.").canonical or name


def _whole_credit(typed: str) -> str | None:
    """The source of words that credit one by themselves, and do nothing else: "says the BBC"."""
    lead = f"{LEAD}, "
    found = _credited(f"{lead}{typed}.")
    if found.source_span is None or found.cue_span is None or found.type == "pronoun":
        return None
    edges = sorted((found.source_span, found.cue_span))
    whole = edges[0].start == len(lead) and edges[1].end == len(lead) + len(typed)
    return found.canonical if whole else None


def _credited(sentence: str) -> Attribution:
    """Whom a sentence that begins with a number credits with it."""
    return attribute(sentence, [Span(0, 1)])[0]
