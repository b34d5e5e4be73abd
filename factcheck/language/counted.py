"""What does a number count, and what happened to it?

Takes the noun phrase behind a number ("peaceful protesters", "heads of state") without
running into the clause that follows, and names the predicate that stands plainly beside
it ("were killed", "killing at least"). There is no tagger: closed classes come from a
table, and a plural ends the phrase.

Pure. Caller: quantities.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from factcheck.language.lexicon import table
from factcheck.language.vicinity import Word

_OPEN = frozenset({"time", "day"})
STOPS = frozenset(
    row["word"]
    for row in table("words")
    if not set(row["classes"].split()) <= _OPEN and row["word"] not in ("past", "previous", "near", "less")
) | frozenset(
    ["is", "am", "i", "said", "says", "told", "says", "according", "died", "dies", "die", "fell", "rose", "went", "came", "gone", "say", "die", "dead", "alive", "missing", "aged", "died", "worth", "ago", "later", "earlier", "apart", "each", "than", "versus", "vs", "plus", "minus", "not", "also", "only", "including", "include", "included", "includes", "respectively", "compared", "like", "gathered", "marched", "remain", "remained", "live", "lived", "living", "stay", "went", "left", "took", "take", "have"]
)
PREDICATES = {row["word"]: row["predicate"] for row in table("predicates")}
IRREGULAR = frozenset(
    ["people", "men", "women", "children", "staff", "police", "cattle", "sheep", "fish", "personnel", "feet", "teeth", "mice", "geese", "oxen", "troops", "media", "data", "bacteria", "criteria", "phenomena", "larvae", "species", "aircraft", "spacecraft", "youth", "youths", "clergy", "crew", "offspring", "livestock", "poultry", "deer", "salmon", "swine", "folk", "kin", "percent", "policemen", "policewomen", "fishermen", "firemen", "servicemen", "gunmen", "businessmen", "salesmen", "congressmen", "congresswomen", "spokesmen", "schoolchildren", "grandchildren", "workmen", "countrymen", "alumni", "nuclei", "fungi", "vertebrae", "lives", "wives", "knives"]
)
_NOT_PLURAL = ("ss", "us", "is", "'s")
_MOST_WORDS = 6


@dataclass(frozen=True, slots=True)
class Counted:
    """The words that a number counts, where they end, and the index of the word after them."""

    words: str
    start: int
    end: int
    next_at: int
    plural: bool


def is_plural(word: str) -> bool:
    """Whether a word looks like the plural of a noun: protesters, people - not census, has."""
    if word in IRREGULAR:
        return True
    return len(word) > 3 and word[-1] == "s" and not word.endswith(_NOT_PLURAL) and word not in STOPS


def counted_after(text: str, words: list[Word], at: int, one: bool) -> Counted | None:
    """The noun phrase that begins at index `at` of the words after a number."""
    if at < len(words) and words[at].lower == "of":
        return _partitive(text, words, at)
    return _phrase(text, words, at, at, one)


def _partitive(text: str, words: list[Word], of: int) -> Counted | None:
    at = of + 1
    while at < len(words) and at < of + 3 and words[at].lower in _DETERMINERS:
        at += 1
    phrase = _phrase(text, words, at, of + 1, False)
    if phrase is None and at < len(words) and words[at - 1].lower in ("them", "these", "those"):
        last = words[at - 1]
        return Counted(text[last.start : last.end], last.start, last.end, at, True)
    return phrase


_DETERMINERS = frozenset(["the", "its", "their", "his", "her", "our", "my", "your", "these", "those", "all", "this", "that", "some", "any", "them"])


def _phrase(text: str, words: list[Word], at: int, first: int, one: bool) -> Counted | None:
    last = None
    for here in range(at, min(len(words), at + _MOST_WORDS)):
        word = words[here].lower
        if not word[0].isalpha():
            if _joins(text, words, here):
                continue
            if words[here - 1].lower in ("-", "–") and here > at and word[0].isdigit():
                last = here
                continue
            break
        if word in STOPS and not (here > at and words[here - 1].lower == "-"):
            break
        if here == at and word in PREDICATES and not _noun_follows(words, here):
            break
        if here > at and not one and word in PREDICATES and not is_plural(word):
            break
        if (
            here > at
            and text[words[here - 1].end : words[here].start].count("\n")
            and _new_line_heading(text, words[here])
        ):
            break
        last = here
        if not one and is_plural(word) and not _plural_continues(words, here):
            break
    if last is None:
        return None
    head = words[last].lower
    return Counted(
        text[words[first].start : words[last].end],
        words[first].start,
        words[last].end,
        last + 1,
        is_plural(head),
    )


def _joins(text: str, words: list[Word], here: int) -> bool:
    """Whether a hyphen inside a compound stands here: COVID-19 vaccine, first-team players."""
    word = words[here]
    glued = (
        here + 1 < len(words)
        and word.end == words[here + 1].start
        and here > 0
        and words[here - 1].end == word.start
    )
    return word.lower in "-‑&" and glued and text[word.start - 1 : word.start].isalnum()


def _noun_follows(words: list[Word], here: int) -> bool:
    return here + 1 < len(words) and is_plural(words[here + 1].lower) and words[here + 1].lower not in STOPS


def _plural_continues(words: list[Word], here: int) -> bool:
    """Whether a plural is only the first half of a compound: sports fans, arms dealers."""
    if here + 1 >= len(words):
        return False
    word, following = words[here].lower, words[here + 1].lower
    return (
        word not in IRREGULAR
        and is_plural(following)
        and following not in PREDICATES
        and following not in STOPS
    )


def _new_line_heading(text: str, word: Word) -> bool:
    return (
        text[word.start].isupper()
        and re.match(r"[A-Z]\w+ [A-Z]", text[word.start : word.start + 30]) is not None
    )


_BRIDGE = frozenset(
    ["were", "was", "are", "is", "have", "has", "had", "been", "be", "being", "who", "that", "left", "feared", "confirmed", "reported", "more", "also", "found", "others", "to"]
)


def predicate_of(words: list[Word], at: int, before: list[Word], skip: int) -> str | None:
    """What plainly happened to the counted: the word right after it, or the verb right before the number."""
    for word in words[at : at + 5]:
        if word.lower in PREDICATES:
            return PREDICATES[word.lower]
        if word.lower not in _BRIDGE:
            break
    for word in before[skip : skip + 2]:
        if word.lower in PREDICATES:
            return PREDICATES[word.lower]
        if word.lower not in ("of", "the", "a", "an", "another", "some"):
            break
    return None
