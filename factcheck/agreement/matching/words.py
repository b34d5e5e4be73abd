"""Which words does matching go by, and how much does each measure weigh?

The lists are data: `agreement/data/match_words.tsv` names each, with its words and a phrase
with one of them. A new word is a word there, never a new `if`.

Callers: the modules of `matching`.
"""

from __future__ import annotations

from functools import cache

from factcheck.agreement.wordlists import rows


@cache
def words_in(name: str) -> frozenset[str]:
    """The words of one list of `data/match_words.tsv`."""
    return frozenset(_listed(name).split())


@cache
def phrases_of(name: str) -> tuple[str, ...]:
    """The phrases of one list of `data/match_words.tsv`."""
    return tuple(phrase.strip() for phrase in _listed(name).split("|"))


def _listed(name: str) -> str:
    (row,) = (row for row in rows("match_words") if row["list"] == name)
    return row["words"]
