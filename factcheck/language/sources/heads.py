"""Which word heads a noun phrase, and what kind of source does it name?

A source is known by its head: "the health **ministry** of Vietnam", "a **poll** released
Sunday". The nouns that head sources are a table; participles and plurals are told by
their shape, since there is no tagger.

Pure. Ranges are half-open indices into the words of one statement. Callers: asides,
noun_phrases, cues, subjects, names, anaphora.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.language.lexicon import table, word_list
from factcheck.language.sources.words import Word

Range = tuple[int, int]

SOURCE_NOUNS = {row["noun"]: frozenset(row["kinds"].split()) for row in table("source_nouns")}
_NOSOURCE_NOUNS: frozenset[str] = frozenset()


def kinds_of(word: Word) -> frozenset[str]:
    """The kinds of source that a noun can head: evidence, poll, body, person, office, voice."""
    return SOURCE_NOUNS.get(word.lower, _NOSOURCE_NOUNS)


def is_source_noun(word: Word) -> bool:
    """Whether a word is a noun for people, bodies or documents that vouch."""
    return word.lower in SOURCE_NOUNS


def is_participle(word: Word) -> bool:
    """Whether a word looks like a past form ("recovered") and is no name."""
    return word.has("participle") or (word.lower.endswith("ed") and not word.capital and len(word.lower) > 3)


def is_contracted(words: Sequence[Word], index: int) -> bool:
    """Whether an 's stands for "is" or "has": "who**'s** called for" - not "the mayor's"."""
    return words[index].lower == "'s" and index > 0 and words[index - 1].has("relative", "pronoun")


def is_plural(word: Word) -> bool:
    """Whether a word looks like a plural noun."""
    return word.lower.endswith("s") and not word.lower.endswith(("ss", "us", "is"))


def head_of(words: Sequence[Word], phrase: Range) -> int:
    """The index of the head noun of a phrase: its last word before what only modifies it."""
    start, end = phrase
    for index in range(start + 1, end):
        word, prior = words[index], words[index - 1]
        modifies = _is_verbal(words, index) and not prior.has("determiner", "adverb", "adjective")
        dated = word.has("time") and is_source_noun(prior)
        if modifies or dated or word.has("preposition", "punctuation", "relative"):
            return index - 1
    return end - 1


def _is_verbal(words: Sequence[Word], index: int) -> bool:
    """Whether a word is a participle that modifies what stands before it: "people **living** in Leeds"."""
    word = words[index]
    if is_participle(word):
        return True
    if word.capital or not word.lower.endswith("ing"):
        return False
    return index + 1 >= len(words) or bool(words[index + 1].classes)


def is_source(words: Sequence[Word], phrase: Range) -> bool:
    """Whether a noun phrase can vouch: a pronoun, a name, or a head noun of people, bodies and documents."""
    first = words[phrase[0]]
    if first.lower in word_list("nobody"):
        return False
    if first.has("pronoun") or (first.has("relative") and phrase[1] == phrase[0] + 1):
        return first.lower not in ("you", "i", "we")
    head = head_of(words, phrase)
    word = words[head]
    counted = first.has("quantifier") or word.has("number", "share") or word.lower in ("percent", "%", ")")
    named = word.capital and (head > 0 or not word.classes)
    return counted or named or is_source_noun(word)


def may_speak(words: Sequence[Word], phrase: Range) -> bool:
    """Whether a phrase without a known head may be the subject of "said" all the same."""
    first, head = words[phrase[0]], words[head_of(words, phrase)]
    return not (first.has("pronoun") or first.lower in word_list("nobody") or head.has("punctuation", "mark"))


def _is_one_of_them(words: Sequence[Word], start: int) -> bool:
    """Whether "one" stands for somebody: "one of them" - not "one in three"."""
    following = words[start + 1].lower if start + 1 < len(words) else ""
    return words[start].lower == "one" and following != "in"


def answers_poll(words: Sequence[Word], phrase: Range) -> bool:
    """Whether a phrase counts those who answer ("61 percent", "most voters"): they vouch for no figure."""
    head = head_of(words, phrase)
    counted = words[phrase[0] : head + 1]
    if any(word.has("share") for word in counted):
        return True
    return (
        not _is_one_of_them(words, phrase[0])
        and not is_source_noun(words[head])
        and any(w.has("number") for w in counted)
    )
