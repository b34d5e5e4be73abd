"""Which words loosen or bound a number?

Looks at the words directly before a number ("no fewer than", "as many, rescuers fear, as")
and directly after it ("or more", "-odd", "and counting"), in `data/hedges.tsv`. The
longest phrase wins, so "no more than" never reads as "more than". What a writer plausibly
meant by a hedge is decided where numbers are compared, not here.

Pure. Caller: quantities.
"""

from __future__ import annotations

import re
from typing import NamedTuple, cast

from factcheck.language.lexicon import table, word_list
from factcheck.language.numbers.counted import STOPS
from factcheck.language.numbers.number_words import ROLES
from factcheck.language.numbers.vicinity import WORD, Word, Words
from factcheck.model import Hedge


class Hedged(NamedTuple):
    """A hedge and the edge of its words: their start if they stand before, their end if after."""

    hedge: Hedge
    edge: int
    phrase: str


_Entry = tuple[tuple[str, ...], Hedge, str]


_Phrases = dict[str, dict[str, tuple[_Entry, ...]]]


def _entries(place: str) -> _Phrases:
    """Phrases by the word nearest to the number and the one beyond it, longest first; run back before it."""
    found: _Phrases = {}
    for row in table("hedges"):
        if row["place"] != place:
            continue
        parts = WORD.findall(row["phrase"])
        if place == "before":
            parts.reverse()
        entry = (tuple(parts), cast(Hedge, row["hedge"]), row["phrase"])
        seconds = found.setdefault(parts[0], {})
        second = parts[1] if parts[1:] else ""
        longest = sorted((*seconds.get(second, ()), entry), key=lambda entry: -len(entry[0]))
        seconds[second] = tuple(longest)
    return found


def _beginning(phrases: _Phrases, words: Words, at: int) -> tuple[_Entry, ...]:
    """The phrases that may begin with the words from an index on, longest first."""
    seconds = phrases.get(words[at].lower)
    if seconds is None:
        return ()
    return seconds.get(words[at + 1].lower, ()) + seconds.get("", ())


BEFORE = _entries("before")
AFTER = _entries("after")
_PHRASAL = frozenset(("over", "up to"))  # "takes over 19 stores", "edged up to 4%"

# "as many, rescuers fear, as", "more, she said, than"; not "as many as"
_SPLIT = re.compile(
    r"\b(?:(?P<more>more)|(?P<less>fewer|less)|as (?:many|much|high))\b[^;.!?\n]{0,70}, (?:than|as)\s*$",
    re.IGNORECASE,
)


def hedge_before(text: str, before: Words, start: int) -> Hedged | None:
    """The hedge whose words end directly before a number that starts at `start`."""
    nearest = before[0].lower
    if nearest == ",":
        comma = _match_before(before, 1)
        return comma if comma and comma.hedge == "at_least" else None
    found = _match_before(before, 0)
    if found is None and nearest in word_list("after a hedge"):
        found = _match_before(before, 1)
    elif found is None and nearest == "the":
        passed = _match_before(before, 1)
        found = passed if passed and passed.phrase in word_list("passed marks") else None
    if found is None and nearest in ("than", "as") and before[1].lower == ",":
        return _split(text, start)
    return found


def _match_before(before: Words, at: int) -> Hedged | None:
    for parts, hedge, phrase in _beginning(BEFORE, before, at):
        if not before.go_on(at, parts):
            continue
        last = at + len(parts)
        if phrase == "about" and before[last].lower in word_list("about topics"):
            return None
        if phrase in ("<", ">") and before[last].end == before[last - 1].start:  # the end of a tag
            return None
        if phrase in _PHRASAL and before[last].lower in word_list(f"verbs with {parts[-1]}"):
            return None
        inner = Hedged(hedge, before[last - 1].start, phrase)
        if hedge != "about":
            return inner
        outer = _match_before(before, last)  # "at least about 30" and "up to some 200" are bounds
        return outer if outer and outer.phrase != "over" else inner
    return None


def _split(text: str, start: int) -> Hedged | None:
    """A comparison with words between its halves: "as many, rescuers fear, as 70"."""
    window = max(0, start - 100)
    match = _SPLIT.search(text[window:start])
    if match is None:
        return None
    hedge: Hedge = "over" if match.group("more") else "under" if match.group("less") else "up_to"
    return Hedged(hedge, window + match.start(), "split")


def hedge_after(after: Words, skip: int = 0) -> Hedged | None:
    """The hedge whose words begin directly after a number, its unit or what it counts."""
    mark = after[skip].lower
    if mark == "+":
        sum_of_two = skip or _is_figure(after[1])
        return None if sum_of_two else Hedged("at_least", after[skip].end, "+")
    at = skip + 1 if mark in (",", "-", "–") else skip
    for parts, hedge, phrase in _beginning(AFTER, after, at):
        if not after.go_on(at, parts):
            continue
        if mark == "," and parts[0] not in ("at", "give", "and", "or"):
            continue
        if parts[0] == "and" and phrase != "and counting" and (skip or _is_figure(after[at + len(parts)])):
            continue  # "new cases and over 2,800 deaths"
        if _belongs_elsewhere(phrase, after[at + len(parts)]):
            continue
        return Hedged(hedge, after[at + len(parts) - 1].end, phrase)
    return None


_ADJECTIVES = frozenset(("minimum", "maximum", "max"))  # of what follows: a $15 minimum wage


def _belongs_elsewhere(phrase: str, following: Word) -> bool:
    """Whether a phrase hedges the number behind it, or the noun: "two doses, at least four weeks apart"."""
    if phrase.startswith(("or ", "and ")):
        return following.lower in ("than", "equal")
    if _is_figure(following):
        return True
    return phrase in _ADJECTIVES and following.lower[0].isalpha() and following.lower not in STOPS


_FIGURES = frozenset("0123456789$£€¥₹")


def _is_figure(word: Word) -> bool:
    return word.lower[0] in _FIGURES or ROLES.get(word.lower) in ("digit", "teen", "tens")
