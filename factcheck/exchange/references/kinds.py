"""What is this kind of publication called in CSL, in BibLaTeX, and in RIS?

The names are a table, `exchange/data/reference_types.tsv`. What a format has no name for is
a `document`; so is what we do not know.

Callers: `bibtex.py`, `ris.py`, `evidence.py`.
"""

from __future__ import annotations

from functools import cache
from typing import Literal

from factcheck.exchange.data_tables import table

Format = Literal["bibtex", "ris"]
OTHER = "document"


@cache
def _named(form: Format) -> dict[str, str]:
    return {name: row["csl"] for row in table("reference_types") for name in row[form].split()}


@cache
def _names(form: Format) -> dict[str, str]:
    return {row["csl"]: row[form].split()[0] for row in table("reference_types")}


def kind_named(form: Format, name: str) -> str:
    """The CSL type that a format means by this name: `NEWS`, or `article+newspaper`."""
    plain = name.partition("+")[0]
    named = _named(form)
    return named.get(name, named.get(plain, OTHER))


def name_of(form: Format, kind: str) -> str:
    """What a format calls a CSL type."""
    return _names(form).get(kind, _names(form)[OTHER])


@cache
def is_periodical(kind: str) -> bool:
    """Whether it is known by what it stands in (a paper, a site), rather than by who wrote it."""
    return any(row["csl"] == kind and row["periodical"] == "yes" for row in table("reference_types"))
