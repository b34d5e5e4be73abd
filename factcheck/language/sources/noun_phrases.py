"""Where does the noun phrase that names a source begin and end?

There is no parse: a phrase is walked word by word from the cue outward, and small word
classes say where it must stop. Leftwards from a verb ("**Professor Hugh Pallister of Leeds
University** reckons"), rightwards from a preposition or an inverted verb ("according to
**a report by UpGuard, a security firm**, two ...").

Pure and linear in the length of the phrase. Callers: cues, subjects, constructions,
anaphora.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.language.sources.asides import LONGEST_ASIDE, RELATIVES, aside_after
from factcheck.language.sources.heads import Range, is_participle, is_source_noun
from factcheck.language.sources.words import Word

LONGEST_PHRASE = 60  # words
LONGEST_ITEM = 6  # words of one name in a list of sources

_NO_ITEM = ("preposition", "subordinator", "time", "adverb")
_NOMINAL = frozenset(
    ["time", "day", "number", "genitive", "quantifier", "determiner", "plural", "noun", "adjective", "share"]
)


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
    while start > max(0, end - LONGEST_PHRASE):
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
            fronted = start > 0 and words[start - 1].has("preposition")
            return start - 1 if fronted and not words[start - 1].has("subordinator") else start
    return start


def _opening(words: Sequence[Word], closing: int) -> int:
    for index in range(closing - 1, max(-1, closing - LONGEST_ASIDE), -1):
        if words[index].lower == "(":
            return index
    return closing


def _belongs_left(words: Sequence[Word], index: int, end: int) -> bool:
    """Whether the word at `index` is part of the phrase that ends at `end`."""
    word, last = words[index], index == end - 1
    if not word.classes:
        return True
    if word.lower == "that":
        return not last and (index == 0 or _is_verb(words[index + 1], sure=True))
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
    elif word.has("preposition"):
        belongs = not word.has("subordinator")
    else:
        belongs = not word.has("punctuation", "quote", "conjunction", "subordinator")
    return belongs


def _in_relative_clause(words: Sequence[Word], index: int) -> bool:
    """Whether a verb belongs to "who ..." that the phrase itself carries."""
    for back in range(index - 1, max(-1, index - 8), -1):
        if words[back].has("punctuation"):
            return False
        if words[back].lower in RELATIVES:
            return True
    return False


def _in_own_clause(words: Sequence[Word], index: int) -> bool:
    """Whether a word stands behind the verb of a clause on the phrase: "neighbours who spoke to **us**"."""
    for back in range(index - 2, max(-1, index - 8), -1):
        if words[back + 1].has("punctuation", "conjunction"):
            return False
        if words[back].has("relative"):
            return _is_verb(words[back + 1], sure=words[back].lower == "that")
    return False


def _is_verb(word: Word, sure: bool) -> bool:
    """Whether a verb stands right behind a relative, and no subject: "who **spoke**", "that **runs** it"."""
    if word.classes:
        return word.has("finite", "auxiliary", "adverb")
    if word.capital or is_source_noun(word):
        return False
    return is_participle(word) or not sure or (word.lower.endswith("s") and not word.lower.endswith("ss"))


def _joins_sources(words: Sequence[Word], index: int, end: int) -> bool:
    """Whether "and" joins two names of one source rather than two clauses."""
    if index == 0 or index + 1 >= end or words[index - 1].has("punctuation"):
        return False
    for back in range(index - 1, max(-1, index - LONGEST_ASIDE), -1):
        word = words[back]
        if word.has("punctuation", "quote") or word.lower == "that":
            return True
        if word.has("finite", "pronoun") or (back > 0 and is_participle(word)):
            return False
    return True


def _is_left_edge(words: Sequence[Word], start: int) -> bool:
    """Whether a phrase that begins at `start` cannot reach further left."""
    if start == 0:
        return True
    word, prior = words[start], words[start - 1]
    if _in_own_clause(words, start):
        return False
    if word.has("preposition"):
        return not _is_nominal(prior)
    if (
        not word.has("determiner", "quantifier")
        or word.has("time")
        or prior.has("quantifier")
        or prior.lower in ("of", "and")
    ):
        return False
    if start == 1 and prior.capital and not prior.classes:
        return False  # "Save the Children"
    return not (prior.has("preposition") and start >= 2 and _is_nominal(words[start - 2]))


def _is_nominal(word: Word) -> bool:
    """Whether a word may be a noun that a preposition hangs on."""
    return word.lower == ")" or word.has("participle") or word.classes <= _NOMINAL


def _without_fronted(words: Sequence[Word], start: int, end: int) -> Range | None:
    """Drop a fronted adjunct: "In a statement **the bank**", "On its website **Iberian Star**"."""
    while start < end and words[start].has("adverb", "conjunction"):
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


def without_verb(words: Sequence[Word], phrase: Range) -> Range:
    """A phrase without the verb that ran into it: "blocked **Obama**'s plan"."""
    start, end = phrase
    verbs = (i for i in range(end - 2, start - 1, -1) if is_participle(words[i]) and words[i + 1].capital)
    return next(verbs, start - 1) + 1, end


def _with_listed(words: Sequence[Word], phrase: Range) -> Range:
    """The phrase with the items that a comma lists before it: "**friends,** lobbyists and foes"."""
    start, end = phrase
    if not any(word.lower == "and" for word in words[start:end]):
        return phrase
    while start > 1 and words[start - 1].lower == ",":
        item = _left_edge(words, start - 1)
        short = 0 < start - 1 - item <= LONGEST_ITEM and not words[item].has(*_NO_ITEM)
        if not short or (item > 0 and words[item - 1].lower not in (",", "that")):
            break
        start = item
    return start, end


def phrase_after(words: Sequence[Word], start: int, asides: bool = True) -> Range | None:
    """The noun phrase that begins at `words[start]`, with the appositions that belong to it."""
    if start >= len(words) or words[start].has("preposition"):
        return None
    if words[start].has("day") and not (start + 1 < len(words) and words[start + 1].has("genitive")):
        return None
    end = start
    while end < min(len(words), start + LONGEST_PHRASE):
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
    """Whether a word cannot end a phrase."""
    return word.has("preposition", "conjunction", "adverb", "determiner") and not word.has("quantifier")


def _belongs_right(words: Sequence[Word], index: int, start: int) -> bool:
    """Whether the word at `index` is part of the phrase that begins at `start`."""
    word, first = words[index], index == start
    if not word.classes:
        return first or not is_participle(word) or _is_reduced(words, index)
    following = words[index + 1] if index + 1 < len(words) else None
    if word.has("adverb"):
        belongs = first or words[index - 1].has("determiner")
    elif word.has("pronoun"):
        belongs = first
    elif word.has("quote"):
        belongs = not first and words[index - 1].has("determiner")
    elif word.has("punctuation", "reflexive", "finite", "relative"):
        belongs = word.lower == "," and not first and _is_year_comma(words[index - 1], following)
    elif word.lower == "and":
        belongs = _continues_after_and(words, index)
    elif word.has("day"):
        ends = following is None or following.has("preposition", "punctuation", "genitive")
        belongs = ends or (following is not None and following.capital)
    elif word.has("preposition") and not first and following is not None:
        belongs = not _begins_adjunct(word, following) or _is_dated(words, index)
    elif is_participle(word) and not first:
        belongs = _is_reduced(words, index)
    else:
        belongs = word.has("preposition") or not word.has("conjunction", "subordinator")
    return belongs


def _is_year_comma(prior: Word, following: Word | None) -> bool:
    """Whether a comma stands inside a date: "a March 14**,** 2019 press release"."""
    return prior.has("number") and following is not None and following.has("number")


def _is_dated(words: Sequence[Word], index: int) -> bool:
    """Whether a date stands inside the phrase: "a report **on Wednesday** by UpGuard"."""
    dated = False
    for word in words[index + 1 : index + 5]:
        if not word.has("time", "number", "determiner"):
            return dated and word.lower in ("by", "from", "of")
        dated = dated or word.has("time")
    return False


def _is_reduced(words: Sequence[Word], index: int) -> bool:
    """Whether a participle only describes ("a poll released Sunday") and is no verb ("recovered 12")."""
    if index + 1 >= len(words):
        return True
    bounds = index + 2 < len(words) and words[index + 2].lower in ("least", "most")
    prior, following = words[index - 1], words[index + 1]
    if prior.has("determiner", "adverb"):
        return True
    return following.has("preposition", "time", "punctuation") and not bounds


def _begins_adjunct(word: Word, following: Word) -> bool:
    """Whether a preposition says when or how many ("in March", "over 300") and names nobody."""
    if word.lower in ("over", "about", "under", "around", "at"):
        return following.has("number") or following.lower in ("least", "most")
    return word.has("adjunct") or (word.lower not in ("of", "by", "from") and following.has("time"))


def _continues_after_and(words: Sequence[Word], index: int) -> bool:
    """Whether what follows "and" is another name ("the Red Cross and officials") and no clause."""
    for ahead, word in enumerate(words[index + 1 : index + 9]):
        if word.has("punctuation", "quote"):
            return ahead > 0
        if word.has("finite") or is_participle(word) or (ahead == 0 and word.has("pronoun", "adverb")):
            return False
    return index + 1 < len(words)
