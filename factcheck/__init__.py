"""factcheck: numbers in articles, who they come from, and how well independent sources agree."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.model import Extract

__version__ = "0.1.0"
__all__ = ["__version__", "extract"]


def extract(text: str) -> Extract:
    """The numeric claims of a text with their attributed sources, and the notices of what was declined.

    Spans are code points of `text`. The same text gives the same claims with the same ids. Each
    claim says how much it is worth checking, and why.
    """
    from factcheck.language.checkworthy import weighed
    from factcheck.language.claims import extract as extract_document
    from factcheck.reading.files import make_document

    return weighed(extract_document(make_document(text)))
