"""Where does an apposition or a relative clause begin and end?

"Matt Simister, **Tesco's chief executive for Central Europe**, explained"; "Josip Novak,
**who farms near Osijek**". An aside belongs to the source that it describes; what merely
follows a comma does not.

Pure; a look ahead is never longer than `LONGEST_ASIDE`. Callers: noun_phrases, subjects.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from factcheck.language.sources.heads import is_participle, is_source_noun
from factcheck.language.sources.reach import is_speech
from factcheck.language.sources.words import Word

LONGEST_ASIDE = 40  # words that are looked through for the end of an aside

RELATIVES = frozenset(["who", "which", "whose", "whom"])
_OPENINGS = RELATIVES | {
    *("a", "an", "of", "one", "along", "together"),
    *("former", "then", "chief", "senior", "executive", "managing", "vice", "deputy"),
}
_OFFICES = frozenset(["ceo", "cfo", "coo"])


def aside_after(words: Sequence[Word], comma: int) -> int | None:
    """Where the appositions and relative clauses that open at `comma` end; None if none does."""
    end: int | None = None
    while comma < len(words) and words[comma].lower == "," and opens_aside(words, comma + 1):
        closing = _closing(words, comma + 1)
        if closing is None:
            break
        end = comma = closing
    return end


def _closing(words: Sequence[Word], start: int) -> int | None:
    """Where the aside that begins at `start` ends; None if it turns out to be a clause."""
    relative = False
    for index in range(start, min(len(words), start + LONGEST_ASIDE)):
        word = words[index]
        relative = relative or word.lower in RELATIVES
        if word.lower == "," or word.has("ender"):
            return index
        if is_speech(word) or (word.has("finite") and not relative):
            return None
    return len(words) if len(words) < start + LONGEST_ASIDE else None


def opens_aside(words: Sequence[Word], start: int) -> bool:
    """Whether an apposition or a relative clause begins here: "a security firm", "who chairs", "39"."""
    if start < 2 or start >= len(words):
        return False
    first, named = words[start], words[start - 2]
    if first.has("number"):
        return start + 1 < len(words) and words[start + 1].has("punctuation")
    if first.lower == "the" and named.capital:
        return True
    known = is_source_noun(named) or (start > 2 and words[start - 3].has("possessive"))  # "its maker, Norsun"
    if first.capital and known and _is_name(words[start : start + 8]):
        return True
    if first.lower == "the" or first.capital or first.has("possessive"):
        return _names_office(words[start : start + 8])
    return first.lower in _OPENINGS or is_source_noun(first) or is_participle(first)


def _is_name(words: Sequence[Word]) -> bool:
    """Whether nothing but capitals stands up to the next stop: ", Anna White,"."""
    for index, word in enumerate(words):
        if word.has("punctuation"):
            return index > 0
        if not word.capital:
            return False
    return False


def _names_office(words: Iterable[Word]) -> bool:
    """Whether capitals after a comma are an office ("Tesco's CEO for Europe") or a party and state."""
    for word in words:
        if word.has("punctuation", "finite"):
            return False
        if is_source_noun(word) or word.lower in _OFFICES or word.lower[:2] in ("r-", "d-"):
            return True
    return False
