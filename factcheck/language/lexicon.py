"""Which words does the grammar know?

The word lists are data: tab-separated tables in `language/data`, a header line, one row a
word, with a column `example` that shows it at work. A new word is a row there, never a
new `if`. This module reads those packaged tables and no other file.

Callers: the modules of `language` that build their patterns from a table.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

_DATA = Path(__file__).with_name("data")  # importlib.resources would cost 8 ms at every start


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of `data/NAME.tsv` in file order, each a mapping from column to cell.

    Lines that begin with `#` are comments. A row with too few or too many cells is a
    defect of the table, and raises.
    """
    text = (_DATA / f"{name}.tsv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    header = lines[0].split("\t")
    return tuple(dict(zip(header, line.split("\t"), strict=True)) for line in lines[1:])


def alternation(words: Iterable[str]) -> str:
    """A pattern that matches any of the words, longest first; a space matches any run of blanks."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(r"\s+".join(map(re.escape, word.split())) for word in ordered)


@cache
def word_list(name: str) -> frozenset[str]:
    """The words of one list of `data/contexts.tsv`."""
    return frozenset(next(row["words"] for row in table("contexts") if row["list"] == name).split())
