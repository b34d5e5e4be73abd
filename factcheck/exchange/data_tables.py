"""Which rows has a table that ships with `exchange`? Headers, types of references, lines of notes, LaTeX.

A new word is a row of `exchange/data/*.tsv`, never a new `if`. Lines that begin with `#` are
comments; every table has a column `example`.

Callers: `sheets` and `references`.
"""

from __future__ import annotations

from functools import cache
from importlib import resources


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of `data/NAME.tsv` in file order, each a mapping from column to cell."""
    text = resources.files(__package__).joinpath("data", f"{name}.tsv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    header = lines[0].split("\t")
    return tuple(dict(zip(header, line.split("\t"), strict=True)) for line in lines[1:])
