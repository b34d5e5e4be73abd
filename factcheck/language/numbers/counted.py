"""What does a number count, and what happened to it?

Takes the noun phrase behind a number ("peaceful protesters", "European countries") without
running into the clause that follows, and names the predicate that stands plainly beside
it ("were killed", "killing at least"). There is no tagger: closed classes come from a
table, and a plural ends the phrase.

Pure. Callers: declined, quantities.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from factcheck.language.lexicon import table, word_list
from factcheck.language.numbers.number_words import ROLES
from factcheck.language.numbers.vicinity import NOTHING, Words

_CLOSED = frozenset(
    (
        *("preposition", "conjunction", "determiner", "auxiliary", "pronoun", "relative", "subordinator"),
        *("negation", "finite", "reflexive", "possessive", "adverb"),
    )
)
_NOT_CLOSED = frozenset(
    ("past", "previous", "near", "less", "other", "past", "more", "further", "daily", "back")
)
STOPS = (
    frozenset(row["word"] for row in table("words") if _CLOSED & set(row["classes"].split()))
    | word_list("stops")
) - _NOT_CLOSED
PREDICATES = {row["word"]: row["predicate"] for row in table("predicates")}
IRREGULAR = word_list("irregular plurals")
_NOT_PLURAL = word_list("not plurals")
_BRIDGES = word_list("bridges")
_OPENINGS = frozenset(("of", "the", "a", "an", "another", "some"))
_NEVER_LAST = frozenset(("more", "less", "fewer", "further", "back", "past", "near", "full"))
_MOST_WORDS = 6
_CONTRACTED = re.compile(r"'(?:ll|d|re|ve|m)$")  # that'll


class Counted(NamedTuple):
    """The words that a number counts, where they end, and the index of the word after them."""

    words: str
    end: int
    next_at: int
    plural: bool


def is_plural(word: str) -> bool:
    """Whether a word looks like the plural of a noun: protesters, people - not census, has."""
    if word in IRREGULAR:
        return True
    if len(word) < 4 or word[-1] != "s" or word.endswith(("ss", "us", "is", "'s")):
        return False
    return word not in STOPS and word not in _NOT_PLURAL


def counted_after(text: str, words: Words, at: int, one: bool) -> Counted | None:
    """The noun phrase that begins at index `at` of the words after a number; `one` thing has no plural."""
    if words[at].lower != "of":
        return _phrase(text, words, at, at, one)
    first = at + 1
    at = first
    while at < first + 2 and words[at].lower in word_list("partitive determiners"):
        at += 1
    last = words[at - 1]
    stands = last.lower == "them" or (last.lower in ("these", "those") and _tells_how(words[at].lower))
    phrase = None if stands else _phrase(text, words, at, first, False)
    if phrase is None and last.lower in ("them", "these", "those"):
        at += stands and last.lower == "those"  # those surveyed
        end = words[at - 1].end
        return Counted(text[last.start : end], end, at, True)
    return phrase


def word_counted(text: str, words: Words, at: int) -> Counted | None:
    """The one word at index `at`, which a hyphen joins to the number."""
    word = words[at]
    if word.lower in STOPS or not word.lower[0].isalpha():
        return None
    return Counted(text[word.start : word.end], word.end, at + 1, False)


def _phrase(text: str, words: Words, at: int, first: int, one: bool) -> Counted | None:
    last = -1
    for here in range(at, at + _MOST_WORDS):
        if not _belongs(text, words, here, at, one):
            break
        last = here
        if not one and is_plural(words[here].lower) and not _plural_goes_on(words, here):
            break
    if one and last > at and is_plural(words[last].lower):  # one reader asks
        last -= 1
    while last >= at and _never_ends(words[last].lower):
        last -= 1
    if last < at or words[last].lower.endswith("'s"):
        return None
    plural = is_plural(words[last].lower)
    if first == at and not (one or plural) and _tells_how(words[at].lower):
        return None
    start, end = words[first].start, words[last].end
    return Counted(text[start:end], end, last + 1, plural)


def _never_ends(word: str) -> bool:
    """Whether no noun phrase ends with a word: a dash, "more", "roughly"."""
    if word in "-‑–" or word in _NEVER_LAST:
        return True
    return word.endswith("ly") and _tells_how(word)


def _tells_how(word: str) -> bool:
    """Whether a word without a plural behind it is a verb or an adverb: "712 returned", "40 peacefully"."""
    shaped = len(word) > 4 and word.endswith(("ed", "ing", "ly"))
    return shaped and word not in word_list("counted though shaped like verbs")


def _belongs(text: str, words: Words, here: int, at: int, one: bool) -> bool:
    """Whether the word at index `here` still belongs to the noun phrase that began at `at`."""
    word, previous = words[here], words[here - 1].lower if here > at else ""
    lower = _CONTRACTED.sub("", word.lower)
    if len(lower) == 1 and words[here + 1].lower == "." and words[here + 1].start == word.end:
        return text[word.start].isupper()  # two U.S. judges
    if not lower[0].isalpha():
        return _joins(words, here) or (previous == "-" and lower[0].isdigit())
    stops = lower in STOPS and not _is_acronym(text, words, here) and not _opens_compound(words, here)
    if (stops or ROLES.get(lower, "ordinal") != "ordinal") and previous != "-":
        return False
    tells = previous not in ("", "-") and lower.endswith("ed") and len(lower) > 4
    rotted = tells and not _precedes_plural(words, here, one)  # 20,000 tonnes of barley rotted
    if rotted or (here == at and lower in ("last", "next") and words[here + 1].lower != "-"):  # 12 last week
        return False
    if lower in PREDICATES:
        return is_plural(lower) or (is_plural(words[here + 1].lower) if here == at else one)
    return here == at or text[words[here - 1].end : word.start].count("\n") == 0 or text[word.start].islower()


def _precedes_plural(words: Words, here: int, one: bool) -> bool:
    """Whether a plural follows, or one word and a plural: 500 registered adult voters."""
    following = words[here + 1].lower
    return is_plural(following) or not (one or following in STOPS or not is_plural(words[here + 2].lower))


_ACRONYMS = frozenset(("us", "it", "who"))  # other words too, in small letters


def _is_acronym(text: str, words: Words, here: int) -> bool:
    """Whether capitals make an acronym of a word: 6 US banks, but not "GAVE 6 US SHIPS" in a headline."""
    word, following = words[here], words[here + 1]
    if word.lower not in _ACRONYMS or not text[word.start : word.end].isupper():
        return False
    return not text[max(0, following.start) : following.end].isupper()


def _opens_compound(words: Words, here: int) -> bool:
    """Whether a hyphen joins a word to the next one: 14 first-team players."""
    return words[here + 1].lower in "-‑" and words[here + 1].start == words[here].end


def _joins(words: Words, here: int) -> bool:
    """Whether a mark inside a compound or of an initial stands here: COVID-19 vaccine, U.S. judges."""
    word, following = words[here], words[here + 1]
    if word.lower == ".":
        return here > 0 and len(words[here - 1].lower) == 1 and words[here - 1].end == word.start
    if word.lower not in "-‑&" or following is NOTHING or here == 0:
        return False
    return words[here - 1].end == word.start and word.end == following.start


def _plural_goes_on(words: Words, here: int) -> bool:
    """Whether a plural is only the first half of a compound: sports fans, arms dealers."""
    word, following = words[here].lower, words[here + 1].lower
    if words[here + 1].lower == "-":
        return words[here + 1].start == words[here].end
    return word not in IRREGULAR and is_plural(following) and following not in PREDICATES


def predicate_of(after: Words, at: int, before: Words, start: int) -> str | None:
    """What plainly happened to the counted: the word right after it, or the verb right before the phrase.

    `at` is the index of the first word after what is counted, `start` where the phrase begins.
    """
    skip = 0
    while skip < 9 and before[skip].end > start:
        skip += 1
    return _predicate_at(after, at, 5, _BRIDGES) or _predicate_at(before, skip, 2, _OPENINGS)


def _predicate_at(words: Words, at: int, many: int, passed: frozenset[str]) -> str | None:
    """The predicate among so many words from index `at` on, where only words to be passed stand before it."""
    for here in range(at, at + many):
        lower = words[here].lower
        if lower in PREDICATES:
            return PREDICATES[lower]
        if lower not in passed:
            return None
    return None
