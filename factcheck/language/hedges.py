"""Which words loosen or bound a number?

Looks at the words directly before a number ("no fewer than", "as many, rescuers fear, as")
and directly after it ("or more", "-odd", "and counting"), in `data/hedges.tsv`. The
longest phrase wins, so "no more than" never reads as "more than". What a writer plausibly
meant by a hedge is decided where numbers are compared, not here.

Pure. Caller: quantities.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import cast

from factcheck.language.lexicon import table
from factcheck.language.vicinity import Word
from factcheck.model import Hedge


@dataclass(frozen=True, slots=True)
class Hedged:
    """A hedge and the edge of its words: their start if they stand before, their end if after."""

    hedge: Hedge
    edge: int
    phrase: str


_Entry = tuple[tuple[str, ...], Hedge]


def _entries(place: str) -> dict[str, list[_Entry]]:
    """Phrases by the word nearest to the number, longest first; before a number they run backwards."""
    found: dict[str, list[_Entry]] = {}
    for row in table("hedges"):
        if row["place"] != place:
            continue
        parts = re.findall(r"[^\W\d_]+|[^\w\s]", row["phrase"])
        if place == "before":
            parts.reverse()
        found.setdefault(parts[0], []).append((tuple(parts), cast(Hedge, row["hedge"])))
    for entries in found.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return found


BEFORE = _entries("before")
AFTER = _entries("after")

# words that may stand between a hedge and its number: at least another 50
BETWEEN = frozenset({"another", "further", "additional", "extra", "other", "an", "a", "the", "its", "their"})
# "a book about 14 women" is not "about 14": what is told about something
ABOUT_TOPIC = frozenset(
    ["book", "books", "film", "films", "movie", "movies", "story", "stories", "novel", "novels", "documentary", "play", "series", "song", "songs", "poem", "article", "articles", "show", "podcast", "wrote", "write", "writes", "written", "writing", "talk", "talks", "talked", "talking", "tale", "tales", "biography", "memoir", "essay", "musical", "opera", "drama", "comedy", "piece", "questions", "concerns", "concern", "worried", "anything", "something", "nothing", "everything", "all", "know", "knew", "learn", "learned", "care", "cares", "cared", "information", "myth", "thinking", "think", "excited", "concerned", "details"]
)
_SPLIT = re.compile(
    r"\b(?:(?P<more>more)|(?P<less>fewer|less)|(?P<many>as (?:many|much|high)))\b[^,;:.!?\n]{0,40}[,:][^,;.!?\n]{1,30}, (?:than|as)\s*$",
    re.IGNORECASE,
)


def hedge_before(text: str, before: list[Word], start: int) -> Hedged | None:
    """The hedge whose words end directly before a number that starts at `start`."""
    at = 0
    while at < len(before) and at < 2 and before[at].lower in BETWEEN:
        at += 1
    found = _match_before(before, 0) or (_match_before(before, at) if at else None)
    if found is None and len(before) > 1 and before[0].lower == ",":
        found = _match_before(before, 1)
        if found and found.hedge != "at_least":
            found = None
    if found is None:
        return _split(text, before, start)
    return found


def _match_before(before: list[Word], at: int) -> Hedged | None:
    if at >= len(before):
        return None
    for parts, hedge in BEFORE.get(before[at].lower, ()):
        last = at + len(parts)
        if last > len(before) or any(before[at + i].lower != part for i, part in enumerate(parts)):
            continue
        if parts == ("about",) and last < len(before) and before[last].lower in ABOUT_TOPIC:
            return None
        return _widened(before, last, Hedged(hedge, before[last - 1].start, " ".join(reversed(parts))))
    return None


def _widened(before: list[Word], at: int, inner: Hedged) -> Hedged:
    """An approximation inside a bound ("at least about 30", "up to some 200") takes the bound."""
    if inner.hedge != "about" or at >= len(before):
        return inner
    for parts, hedge in BEFORE.get(before[at].lower, ()):
        last = at + len(parts)
        if last <= len(before) and all(before[at + i].lower == part for i, part in enumerate(parts)):
            return Hedged(hedge, before[last - 1].start, " ".join(reversed(parts)))
    return inner


def _split(text: str, before: list[Word], start: int) -> Hedged | None:
    """A comparison with words between its halves: "as many, rescuers fear, as 70"."""
    if len(before) < 4 or before[0].lower not in ("than", "as") or before[1].lower != ",":
        return None
    window = max(0, start - 90)
    match = _SPLIT.search(text[window:start])
    if match is None:
        return None
    hedge: Hedge = "over" if match.group("more") else "under" if match.group("less") else "up_to"
    return Hedged(hedge, window + match.start(), match.group())


def hedge_after(after: list[Word]) -> Hedged | None:
    """The hedge whose words begin directly after a number, its unit or what it counts."""
    at = 0
    if after and after[0].lower in (",", "-", "–") and len(after) > 1:
        at = 1
    if after and after[0].lower == "+":
        return Hedged("at_least", after[0].end, "+")
    for parts, hedge in AFTER.get(after[at].lower, ()) if at < len(after) else ():
        last = at + len(parts)
        if last > len(after) or any(after[at + i].lower != part for i, part in enumerate(parts)):
            continue
        if at and after[0].lower == "," and parts[0] not in ("at", "give", "and", "or"):
            continue
        return Hedged(hedge, after[last - 1].end, " ".join(parts))
    return None
