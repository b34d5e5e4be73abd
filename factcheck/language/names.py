"""What kind of source does a noun phrase name, and under which name is it filed?

Pure. Callers: attributions.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.language.words import Word
from factcheck.model import AttributionType


def source_type(named: Sequence[Word]) -> AttributionType:
    """Whether a source is a pronoun, a name, or a common noun that names nobody."""
    if len(named) == 1 and named[0].has("pronoun", "relative"):
        return "pronoun"
    if any(word.capital and not word.has("determiner") for word in named[1:]):
        return "named"
    return "named" if named[0].capital and not named[0].classes else "anonymous"


def canonical_name(text: str, named: Sequence[Word]) -> str:
    """The name to file a source under."""
    return text[named[0].start : named[-1].end]
