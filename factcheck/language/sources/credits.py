"""Where is a source the object of the words that credit it?

"According to **the ministry**"; "was counted by **the ministry**"; "estimates by **the
union**"; "**the union**'s claim that"; "quoted **X** as saying". Each function tries one
such construction at one cue.

Pure; ranges are half-open indices into the statement's words. Caller: constructions.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.language.sources.cues import Cue
from factcheck.language.sources.heads import (
    Range,
    head_of,
    is_participle,
    is_source,
    is_source_noun,
    kinds_of,
)
from factcheck.language.sources.noun_phrases import phrase_after, phrase_before, without_verb
from factcheck.language.sources.owners import account, owner_before
from factcheck.language.sources.reach import (
    has_verb,
    left_of,
    next_comma,
    resumes,
)
from factcheck.language.sources.subjects import (
    past_adjuncts,
)
from factcheck.language.sources.testimony import Testimony
from factcheck.language.sources.words import Word

LONGEST_FIGURE = 10  # words up to "by" behind "was put at": "**at more than 12 million euros** by the mayor"
_SETS_AT = ("at", "as")


def by_phrase(words: Sequence[Word], cue: Cue) -> Testimony | None:
    """ "According to X, 12 died"; "12 died, according to X"; "rescuers, according to X, found 12"."""
    source = phrase_after(words, cue.after, asides=cue.kind != "poll")
    if source is not None and _leaves_nothing(words, cue, source[1]):
        source = phrase_after(words, cue.after, asides=False)
    if source is None or (cue.kind == "origin" and not _names_any(words, source)):
        return None
    reach = _beside(words, cue.first, source[1], cue.kind == "origin")
    relays = cue.kind == "origin" or (reach[0][1] == cue.first and _is_count(words, source))
    source, carrier = _quoted_by(words, source)
    return Testimony(source, (cue.first, cue.after), reach, cue.polarity, relays, carrier)


def _names_any(words: Sequence[Word], phrase: Range) -> bool:
    """Whether a phrase names anybody: "two officials" - not "a lack of money"."""
    return any(word.capital or is_source_noun(word) for word in words[slice(*phrase)])


def _leaves_nothing(words: Sequence[Word], cue: Cue, after: int) -> bool:
    """Whether a source that ended here would vouch for nothing: "citing police, officers counted 12."."""
    if after < len(words) and not words[after].has("ender"):
        return False
    left = words[slice(*left_of(words, cue.first))]
    if not any(is_participle(word) for word in words[cue.after : after]):
        return False
    return not left or (left[-1].lower == "," and not has_verb(left))


def _beside(words: Sequence[Word], first: int, after: int, both: bool = False) -> tuple[Range, ...]:
    """What a credit `[first, after)` vouches for: what follows it, what stands before it, or `both`."""
    left, right = left_of(words, first), (after, len(words))
    if first == 0 or words[first - 1].has("ender", "conjunction"):
        return (right,)
    if words[first - 1].lower == "(":
        return _around_bracket(words, first - 1, after)
    return (left, right) if both or resumes(words, after, left) else (left,)


def _around_bracket(words: Sequence[Word], opening: int, after: int) -> tuple[Range, ...]:
    """What a credit vouches for in brackets: the clause before it, or what else the brackets hold."""
    if after < len(words) and words[after].lower == ")":
        return (left_of(words, opening),)
    return ((after, next((at for at in range(after, len(words)) if words[at].lower == ")"), len(words))),)


def _is_count(words: Sequence[Word], source: Range) -> bool:
    """Whether a source measures, so that whoever speaks in the statement cites it: "a survey by Shelter"."""
    return "count" in kinds_of(words[head_of(words, source)])


def _quoted_by(words: Sequence[Word], source: Range) -> tuple[Range, tuple[Range, Range] | None]:
    """Split "residents quoted by El Tiempo" into who vouches, and who passes it on by which cue."""
    for index in range(source[0] + 1, source[1] - 2):
        if words[index].lower in ("quoted", "cited", "interviewed") and words[index + 1].lower == "by":
            return (source[0], index), ((index + 2, source[1]), (index, index + 2))
    return source, None


def by_passive(words: Sequence[Word], cue: Cue) -> Testimony | None:
    """ "12 deaths were recorded by X"; "he was told by X of 12 deaths"; "was put at 12 by X"."""
    if cue.after >= len(words):
        return None
    if words[cue.after].lower in _SETS_AT:
        return _by_setter(words, cue)
    return by_maker(words, cue) if words[cue.after].lower == "by" else None


def _by_setter(words: Sequence[Word], cue: Cue) -> Testimony | None:
    """ "The toll was put at 12 **by X**": whoever sets a figure is named behind it."""
    for index in range(cue.after + 2, min(cue.after + LONGEST_FIGURE, len(words) - 1)):
        if words[index].has("punctuation", "finite", "quote"):
            return None
        if words[index].lower == "by":
            source = phrase_after(words, index + 1)
            if source is None or not is_source(words, source) or words[index + 1].has("number"):
                return None
            reach = (left_of(words, index), (source[1], len(words)))
            return Testimony(source, (cue.first, cue.after), reach, cue.polarity)
    return None


def by_maker(words: Sequence[Word], cue: Cue) -> Testimony | None:
    """ "Estimates by X range from 12 to 15": the source stands behind "by"."""
    source = phrase_after(words, cue.after + 1)
    if source is None or not is_source(words, source):
        return None
    reach = (left_of(words, cue.first), (source[1], len(words)))
    return Testimony(source, (cue.first, cue.after + 1), reach, cue.polarity)


def by_owner(words: Sequence[Word], cue: Cue) -> Testimony | None:
    """ "X's claim that 12 died": the source owns the noun."""
    owner = owner_before(words, cue.first)
    by = account(words, cue.first, cue.after)
    if by is not None and is_source(words, (by + 1, owner)):  # "by the union's count, 12 died"
        reach = _beside(words, by, cue.after)
        return Testimony((by + 1, owner), (cue.first, cue.after), reach, cue.polarity)
    shared = words[owner].has("possessive")  # "the bank **cut** its forecast"
    source = phrase_before(words, past_adjuncts(words, owner - 1) if shared else owner)
    if source is None and (words[owner - 1].capital or is_source_noun(words[owner - 1])):
        source = (owner - 1, owner)  # "contrary to **Norsun**'s claim"
    if source is None or not is_source(words, source):
        return None
    source = without_verb(words, source)
    fronted = source[0] > 0 and all(word.has("preposition", "adverb") for word in words[: source[0]])
    end = next_comma(words, cue.after) if fronted else len(words)  # "despite X's claim of 12, 40 died"
    return Testimony(source, (cue.first, cue.after), ((cue.after, end),), cue.polarity)


def by_quoting(words: Sequence[Word], cue: Cue) -> Testimony | None:
    """ "The paper quoted X as saying 12 died"; "X was quoted (by the paper) as saying"."""
    to = cue.first - 1
    verb = next((i for i in range(to - 1, 0, -1) if words[i].lower in ("quoted", "cited", "quotes")), None)
    if verb is None:
        return None
    subject = phrase_before(words, past_adjuncts(words, verb))
    if subject is None:
        return None
    span, reach = (cue.first, cue.after), ((cue.after, len(words)),)
    if verb + 1 < to and words[verb + 1].lower != "by":
        return Testimony((verb + 1, to), span, reach, cue.polarity, carrier=(subject, (verb, verb + 1)))
    carrier = ((verb + 2, to), (verb, verb + 2)) if verb + 2 < to else None
    return Testimony(subject, span, reach, cue.polarity, carrier=carrier)
