"""Where does the noun phrase that names a source begin and end?

There is no parse: a phrase is walked word by word from the cue outward, and small word
classes say where it must stop. Leftwards from a verb ("**Professor Hugh Pallister of Leeds
University, whose team spent a decade there,** reckons"), rightwards from a preposition or
an inverted verb ("according to **a report by UpGuard, a security firm**, two ...").
Ranges are half-open indices into the words of one statement.

Pure and linear in the length of the phrase. Callers: cues, testimony.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from factcheck.language.lexicon import table
from factcheck.language.words import Word

Range = tuple[int, int]

SOURCE_NOUNS: dict[str, frozenset[str]] = {
    row["noun"]: frozenset(row["kinds"].split()) for row in table("source_nouns")
}
LONGEST_ITEM = 6  # words of one name in a list of sources
LONGEST_ASIDE = 40  # words; no apposition of the labelled sets comes near it
_RELATIVES = frozenset(["who", "which", "whose", "whom"])


def is_source_noun(word: Word) -> bool:
    """Whether a word is a noun for people, bodies or documents that vouch."""
    return word.lower in SOURCE_NOUNS


def phrase_before(words: Sequence[Word], end: int) -> Range | None:
    """The noun phrase whose last word is `words[end - 1]`, or None."""
    start = _left_edge(words, end)
    phrase = _without_fronted(words, start, end)
    if phrase is None or phrase[0] != start:
        return phrase
    return _with_listed(words, phrase)


def _left_edge(words: Sequence[Word], end: int) -> int:
    """Where a phrase begins, or the preposition that fronts it."""
    start = end
    while start > 0:
        word = words[start - 1]
        if word.lower == ")":
            start = _opening(words, start - 1)
            continue
        if not _belongs_left(words, start - 1, end):
            break
        start -= 1
        if word.has("pronoun"):
            break
        if _is_left_edge(words, start):
            return start - 1 if start > 0 and words[start - 1].has("preposition") else start
    return start


def _with_listed(words: Sequence[Word], phrase: Range) -> Range:
    """The phrase with the items that a comma lists before it: "**friends,** lobbyists and foes"."""
    start, end = phrase
    if not any(word.lower == "and" for word in words[start:end]):
        return phrase
    while start > 1 and words[start - 1].lower == ",":
        item = _left_edge(words, start - 1)
        opening = item == 0 or words[item - 1].lower in (",", "that")
        if (
            not opening
            or not 0 < start - 1 - item <= LONGEST_ITEM
            or words[item].has("preposition", "subordinator")
        ):
            break
        start = item
    return start, end


def _opening(words: Sequence[Word], closing: int) -> int:
    for index in range(closing - 1, max(-1, closing - LONGEST_ASIDE), -1):
        if words[index].lower == "(":
            return index
    return closing


def _belongs_left(words: Sequence[Word], index: int, end: int) -> bool:
    """Whether the word at `index` is part of the phrase that ends at `end`."""
    word, last = words[index], index == end - 1
    if word.lower == "that":
        return index == 0 and not last
    if word.has("quantifier"):
        belongs = True
    elif word.has("pronoun"):
        belongs = last
    elif word.has("relative"):
        belongs = not last
    elif word.has("finite"):
        belongs = _in_relative_clause(words, index)
    elif word.lower in ("and", "or"):
        belongs = _joins_sources(words, index, end)
    elif word.has("mark"):
        belongs = word.lower in ("$", "%", "&")
    else:
        belongs = word.has("preposition") or not word.has(
            "punctuation", "quote", "conjunction", "subordinator"
        )
    return belongs


def _in_relative_clause(words: Sequence[Word], index: int) -> bool:
    """Whether a verb belongs to "who ..." that the phrase itself carries."""
    for back in range(index - 1, max(-1, index - 8), -1):
        if words[back].has("punctuation"):
            return False
        if words[back].lower in _RELATIVES:
            return True
    return False


def _joins_sources(words: Sequence[Word], index: int, end: int) -> bool:
    """Whether "and" joins two names of one source rather than two clauses."""
    if index == 0 or index + 1 >= end or words[index - 1].has("punctuation"):
        return False
    for back in range(index - 1, max(-1, index - LONGEST_ASIDE), -1):
        word = words[back]
        if word.has("punctuation") or word.has("quote") or word.lower == "that":
            return True
        if word.has("finite", "pronoun"):
            return False
        if back > 0 and is_participle(word):
            return False
    return True


def is_participle(word: Word) -> bool:
    """Whether a word looks like a past form ("recovered") and is no name."""
    return word.lower.endswith("ed") and not word.capital and len(word.lower) > 3


def _is_left_edge(words: Sequence[Word], start: int) -> bool:
    """Whether a phrase that begins at `start` cannot reach further left."""
    word = words[start]
    if start == 0:
        return True
    prior = words[start - 1]
    if word.has("preposition"):
        return not _is_nominal(prior)
    if word.has("determiner") or word.has("quantifier"):
        if prior.has("quantifier") or prior.lower in ("of", "and"):
            return False
        return not (prior.has("preposition") and start >= 2 and _is_nominal(words[start - 2]))
    return False


def _is_nominal(word: Word) -> bool:
    """Whether a word may be a noun that a preposition hangs on."""
    return word.lower == ")" or not (
        word.classes
        - {
            "time",
            "number",
            "genitive",
            "day",
            "quantifier",
            "determiner",
            "plural",
            "pronoun",
            "noun",
            "locative",
        }
    )


def _without_fronted(words: Sequence[Word], start: int, end: int) -> Range | None:
    """Drop a fronted adjunct: "In a statement **the bank**", "On its website **Iberian Star**"."""
    while start < end and (words[start].has("adverb") or words[start].has("conjunction")):
        start += 1
    if start >= end:
        return None
    if not words[start].has("preposition"):
        return start, end
    for index in range(end - 1, start + 1, -1):
        word, prior = words[index], words[index - 1]
        if word.has("determiner") and not prior.has("preposition"):
            return index, end
        if word.capital != prior.capital and not prior.classes and (word.capital or is_source_noun(word)):
            return index, end
    return None


def phrase_after(words: Sequence[Word], start: int, asides: bool = True) -> Range | None:
    """The noun phrase that begins at `words[start]`, with the appositions that belong to it."""
    end = start
    if start < len(words) and words[start].has("preposition"):
        return None
    while end < len(words):
        if words[end].lower == "(" and end > start:
            end = _closing(words, end)
            continue
        if not _belongs_right(words, end, start):
            break
        end += 1
        if end == start + 1 and words[start].has("pronoun"):
            break
    while end > start and _trails(words[end - 1]):
        end -= 1
    if end == start:
        return None
    return start, (aside_after(words, end) or end) if asides else end


def _closing(words: Sequence[Word], opening: int) -> int:
    for index in range(opening + 1, min(len(words), opening + LONGEST_ASIDE)):
        if words[index].lower == ")":
            return index + 1
    return opening + 1


def _trails(word: Word) -> bool:
    return any(map(word.has, ("preposition", "conjunction", "adverb", "determiner"))) and not word.has(
        "quantifier"
    )


def _belongs_right(words: Sequence[Word], index: int, start: int) -> bool:
    """Whether the word at `index` is part of the phrase that begins at `start`."""
    word, first = words[index], index == start
    following = words[index + 1] if index + 1 < len(words) else None
    if word.has("pronoun", "adverb"):
        belongs = first
    elif word.has("punctuation", "quote", "reflexive", "finite", "relative"):
        belongs = False
    elif word.lower == "and":
        belongs = _continues_after_and(words, index)
    elif word.has("day"):
        belongs = following is None or following.capital or following.has("preposition", "punctuation")
    elif word.has("preposition"):
        belongs = first or following is None or not _begins_adjunct(word, following)
    elif is_participle(word) and not first:
        belongs = (
            following is None
            or following.has("preposition", "day", "time", "punctuation")
            or following.lower == "last"
        )
    else:
        belongs = not word.has("conjunction", "subordinator")
    return belongs


def _begins_adjunct(word: Word, following: Word) -> bool:
    """Whether a preposition says when or how many ("in March", "over 300") and names nobody."""
    if word.lower in ("over", "about", "under", "around", "at"):
        return following.has("number") or following.lower in ("least", "most")
    return word.has("adjunct") or (word.lower not in ("of", "by", "from") and following.has("time"))


def _continues_after_and(words: Sequence[Word], index: int) -> bool:
    """Whether what follows "and" is another name ("the Red Cross and officials") and no clause."""
    for ahead, word in enumerate(words[index + 1 : index + 9]):
        if word.has("punctuation") or word.has("quote"):
            return ahead > 0
        if word.has("finite") or is_participle(word):
            return False
        if ahead == 0 and (word.has("pronoun") or word.has("adverb")):
            return False
    return index + 1 < len(words)


def aside_after(words: Sequence[Word], comma: int) -> int | None:
    """Where the appositions and relative clauses that open at `comma` end; None if none does."""
    end: int | None = None
    while comma < len(words) and words[comma].lower == "," and opens_aside(words, comma + 1):
        closing = _aside_end(words, comma + 1)
        if closing is None:
            break
        end = comma = closing
    return end


def _aside_end(words: Sequence[Word], start: int) -> int | None:
    relative = False
    for index in range(start, min(len(words), start + LONGEST_ASIDE)):
        word = words[index]
        relative = relative or word.lower in _RELATIVES
        if word.lower == "," or word.has("ender"):
            return index
        if word.has("quote"):
            return None
        if word.has("finite") and not relative:
            return None
    return len(words) if len(words) < start + LONGEST_ASIDE else None


def opens_aside(words: Sequence[Word], start: int) -> bool:
    """Whether an apposition or a relative clause begins here: "a security firm", "who chairs", "39"."""
    if start < 2 or start >= len(words):
        return False
    first, named = words[start], words[start - 2]
    if first.has("number"):
        return start + 1 < len(words) and words[start + 1].has("punctuation")
    if (first.lower == "the" and named.capital) or (first.capital and is_source_noun(named)):
        return True
    if first.lower == "the" or first.capital or first.has("possessive"):
        return _names_office(words[start : start + 8])
    return first.lower in _OPENINGS or is_source_noun(first)


_OPENINGS = _RELATIVES | {
    *("a", "an", "of", "one", "along", "together"),
    *("former", "then", "chief", "senior", "executive", "managing", "vice", "deputy"),
}


def _names_office(words: Iterable[Word]) -> bool:
    """Whether capitals after a comma are an office ("Tesco's CEO for Europe") or a party and state."""
    for word in words:
        if word.has("punctuation") or word.has("finite"):
            return False
        if is_source_noun(word) or word.lower in ("ceo", "cfo", "coo") or word.lower[:2] in ("r-", "d-"):
            return True
    return False


def head_of(words: Sequence[Word], phrase: Range) -> int:
    """The index of the head noun of a phrase: its last word before what only modifies it."""
    start, end = phrase
    for index in range(start + 1, end):
        word = words[index]
        modifies = is_participle(word) or (
            word.lower.endswith("ing") and not word.capital and index > start + 1
        )
        if modifies or word.has("preposition", "punctuation", "relative"):
            return index - 1
    return end - 1
