"""Does a noun credit somebody beside it: its owner, or its maker?

"**The union's** claim that 12 died", "estimates by **the union**", "**the bank** cut its
forecast to 2%", "by **the union's** count". The nouns are a table; whose they are is asked
here.

Pure. Callers: cues, credits.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.language.sources.words import Word

LONGEST_OWNER = 8  # words back from a genitive that "by" is sought: "by the Norwood Times's count"
_BEFORE_FIGURE = ("number", "mark", "quantifier", "adverb")


def is_owned_or_made(words: Sequence[Word], index: int, after: int) -> bool:
    """Whether a noun cue has its source beside it: "the union's claim that", "estimates by the union"."""
    if after >= len(words):
        return False
    if words[after].lower == "by":
        return True
    if owner_before(words, index) <= 0:
        return False
    return _opens_claim(words, after) or account(words, index, after) is not None


def _opens_claim(words: Sequence[Word], after: int) -> bool:
    """Whether what is claimed begins behind a noun: "claim **that**", "tally **is** 12"."""
    stated = words[after].has("be") and after + 1 < len(words) and words[after + 1].has(*_BEFORE_FIGURE)
    return stated or words[after].lower in ("that", "of", "to", "for", ":")


def account(words: Sequence[Word], index: int, after: int) -> int | None:
    """Where "by" stands that makes a noun with its owner a credit: "**by** the union's count, 12 died"."""
    owner = owner_before(words, index)
    if _opens_claim(words, after):
        return None
    for back in range(owner - 1, max(-1, owner - LONGEST_OWNER), -1):
        if words[back].lower == "by":
            return back
        if words[back].has("punctuation", "finite", "quote"):
            return None
    return None


def owner_before(words: Sequence[Word], index: int) -> int:
    """The index of what owns a noun, past a few adjectives ("Trump's recent claim", "its claim"), or -1."""
    for back in range(index - 1, max(0, index - 4), -1):
        if words[back].has("genitive", "possessive"):
            return back
        if words[back].classes:
            return -1
    return -1
