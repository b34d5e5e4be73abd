"""In which constructions does a text credit a source?

Each cue of a statement is tried in its construction, and what comes out is a testimony:
source, cue, and the words vouched for. A colon before a speech credits it, too.

Pure; ranges are half-open indices into the statement's words. Callers: statements.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcheck.language.sources.clauses import by_inversion, by_subject
from factcheck.language.sources.credits import by_maker, by_owner, by_passive, by_phrase, by_quoting
from factcheck.language.sources.cues import Cue, cues, previous
from factcheck.language.sources.denials import calls_untrue, parted
from factcheck.language.sources.marks import before_speeches
from factcheck.language.sources.reach import has_that
from factcheck.language.sources.testimony import Testimony
from factcheck.language.sources.words import Word

MOST_TESTIMONIES = 12  # of one statement; prose has four, and a line of nothing but cues stays linear
_INVERTED = ("saying", "speech", "remark", "belief")


def testimonies(words: Sequence[Word]) -> tuple[Testimony, ...]:
    """What the cues of a statement say, in the order of the cues."""
    found: list[Testimony] = []
    for cue in cues(words):
        if len(found) == MOST_TESTIMONIES:
            break
        if any(earlier.names(cue.first) for earlier in found):
            shorter = _without_clause(words, cue, found[-1])
            if shorter is None:
                continue
            found[-1] = shorter
        testimony = _testimony(words, cue, found)
        if testimony is not None:
            denied = testimony.polarity == "denied" or calls_untrue(words, testimony.reach)
            found += parted(words, testimony) if denied else (testimony,)
    return (*found, *before_speeches(words, found))


def _without_clause(words: Sequence[Word], cue: Cue, last: Testimony) -> Testimony | None:
    """The last testimony, its source cut short before "**who added that**"; None where nobody adds so.

    The clause at the end of the source's name is content then: "said Ruiz, who added that 12 died".
    """
    who = previous(words, cue.first)
    if words[who].lower != "who" or not has_that(words, cue.after) or not last.names(who):
        return None
    return replace(last, source=(last.source[0], who - (words[who - 1].lower == ",")))


def _testimony(words: Sequence[Word], cue: Cue, earlier: Sequence[Testimony]) -> Testimony | None:
    if cue.role == "phrase":
        return by_phrase(words, cue)
    if cue.role == "passive":
        return by_passive(words, cue)
    if cue.role == "noun":
        return by_maker(words, cue) if words[cue.after].lower == "by" else by_owner(words, cue)
    if cue.role == "gerund" and words[cue.first - 1].lower == "as":
        return by_quoting(words, cue)
    may_invert = (
        cue.role == "finite" and cue.kind in _INVERTED and not words[cue.after - 1].has("preposition")
    )
    inverted = by_inversion(words, cue) if may_invert else None
    return inverted or by_subject(words, cue, earlier)
