"""Which words tell what becomes of a number?

The lists are data: `agreement/data/entailment_words.tsv` names each, with its words and a
phrase with one of them; `agreement/data/entailment_weights.tsv` holds the fitted weights. A
new word is a word there, never a new `if`. This module reads those packaged tables only.

Callers: `likeness.py`, and the modules of `consistency` and `entailment` that read words.
"""

from __future__ import annotations

from functools import cache
from importlib import resources


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of `data/NAME.tsv` in file order, each a mapping from column to cell."""
    text = resources.files(__package__).joinpath("data", f"{name}.tsv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    header = lines[0].split("\t")
    return tuple(dict(zip(header, line.split("\t"), strict=True)) for line in lines[1:])


@cache
def word_list(name: str) -> frozenset[str]:
    """The words of one list of `data/entailment_words.tsv`."""
    return frozenset(next(row["words"] for row in rows("entailment_words") if row["list"] == name).split())


@cache
def measure_words() -> dict[str, str]:
    """The words of `data/measures.tsv`, each with the measure that it suggests."""
    return {row["word"]: row["measure"] for row in rows("measures")}
