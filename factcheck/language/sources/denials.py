"""Does somebody say a figure only to say that it is wrong?

"It is **not true** that 40 drowned", "**dismissed the figure** of 40". What is denied this
way is credited to the denier like anything else that is said, with the polarity `denied`. A
verb that denies by itself ("denied that") is in the table of cues. A denial ends where the
sentence turns against it: "denied that 40 drowned **but** 3 are missing".

Pure; ranges are half-open indices into the statement's words. Callers: constructions,
attributions, desk (citations).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from factcheck.language.lexicon import table, word_list
from factcheck.language.sources.cue_words import CUES
from factcheck.language.sources.heads import Range, head_of, kinds_of
from factcheck.language.sources.noun_phrases import phrase_after
from factcheck.language.sources.reach import has_that
from factcheck.language.sources.testimony import Testimony
from factcheck.language.sources.words import CLOSED_CLASSES, Word

_SAYINGS = frozenset(row["noun"] for row in table("cue_nouns"))
_DENYING = frozenset(
    [word for word, classes in CLOSED_CLASSES.items() if "negation" in classes]
    + [first for first, cues in CUES.items() if any(cue.polarity == "denied" for cue in cues)]
    + [*word_list("untrue")]
)
_LETTERS = re.compile(r"[a-z]+(?:'[a-z]+)?")
_LONGEST_DENIAL = 4  # words between "it was" and "that": "it was **simply not the case** that"


def may_deny(text: str) -> bool:
    """Whether a text has any word that denials are made of; most have none, and need no reading for it."""
    return not _DENYING.isdisjoint(_LETTERS.findall(text.lower().replace("\u2019", "'")))


def calls_untrue(words: Sequence[Word], reach: Iterable[Range]) -> bool:
    """Whether what is said opens by calling the rest untrue: "it was not true that 40 drowned"."""
    return any(_opens_with_denial(words, start) for start, _ in reach)


def parted(words: Sequence[Word], testimony: Testimony) -> tuple[Testimony, ...]:
    """A testimony that denies, and, where its sentence turns, what it says of the rest."""
    ends = [(start, denied_until(words, start, end), end) for start, end in testimony.reach]
    denied = replace(testimony, polarity="denied", reach=tuple((start, turn) for start, turn, _ in ends))
    rest = tuple((turn, end) for _, turn, end in ends if turn < end)
    return (denied, replace(testimony, polarity="asserted", reach=rest)) if rest else (denied,)


def denied_until(words: Sequence[Word], start: int, end: int) -> int:
    """Where what is denied from `start` on ends: where the sentence turns, or at `end`."""
    return next((index for index in range(start, end) if _turns(words, index)), end)


def _turns(words: Sequence[Word], index: int) -> bool:
    """Whether a sentence turns here: "..., **but** 3 did" - not "all **but** 3"."""
    prior = words[index - 1].lower if index else ""
    return words[index].lower in word_list("turns") and prior not in word_list("before another but")


def _opens_with_denial(words: Sequence[Word], start: int) -> bool:
    """Whether "it is false that" or "it was not the case that" begins here."""
    start += has_that(words, start)
    if len(words) < start + 4 or words[start].lower != "it" or not words[start + 1].has("be"):
        return False
    told = words[start + 1 : start + 2 + _LONGEST_DENIAL]
    that = next((place for place, word in enumerate(told) if word.lower == "that"), 0)
    said = told[:that]
    if not said or said[-1].lower not in word_list("true") | word_list("untrue"):
        return False
    return any(word.has("negation") for word in said) == (said[-1].lower in word_list("true"))


def rejects_figure(words: Sequence[Word], after: int) -> bool:
    """Whether what a verb rejects is something said: "dismissed **the figure**" - not "40 staff"."""
    if has_that(words, after) or (after < len(words) and words[after].has("quote")):
        return True
    rejected = phrase_after(words, after, asides=False)
    if rejected is None:
        return False
    head = words[head_of(words, rejected)]
    return head.lower in _SAYINGS or "evidence" in kinds_of(head)
