"""What do articles claim?

Extraction looks and records nothing, so it loads nothing of the ledger and of agreement.

Callers: cli.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.errors import FactcheckError
from factcheck.language.checkworthy import ranked, weighed
from factcheck.language.claims import extract
from factcheck.model import Extract
from factcheck.reading.files import read_documents


def extract_all(paths: list[str], *, rank: bool = False) -> Iterator[Extract | FactcheckError]:
    """The extract of each document that the paths hold, or the error that stands in its place.

    Its claims stand in the order of the text, or with `rank` the ones most worth checking first.
    """
    in_order = ranked if rank else weighed
    for document in read_documents(paths):
        yield document if isinstance(document, FactcheckError) else in_order(extract(document))
