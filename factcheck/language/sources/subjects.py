"""Who is the subject of a cue verb?

The noun phrase left of the verb, past its auxiliaries, adverbs and dates ("the mayor **on
Tuesday also** said"), and past an aside that then belongs to it ("Josip Novak, **who farms
near Osijek,** said"). A verb without a subject of its own shares the one before it ("X
said 12 died **and added**"), or takes the subject of the main clause ("**Trump** shook up
his team, saying").

Pure; ranges are half-open indices into the statement's words. Callers: constructions.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.language.lexicon import word_list
from factcheck.language.sources.asides import LONGEST_ASIDE, RELATIVES, opens_aside
from factcheck.language.sources.cues import Cue, previous
from factcheck.language.sources.heads import (
    Range,
    head_of,
    is_contracted,
    is_participle,
    is_plural,
    is_source,
    is_source_noun,
    kinds_of,
)
from factcheck.language.sources.noun_phrases import phrase_after, phrase_before
from factcheck.language.sources.reach import clause_start, next_comma
from factcheck.language.sources.words import Word

_TO_COME = (
    "expected",
    "set",
    "due",
    "scheduled",
    "supposed",
    "likely",
    "poised",
    "unable",
)  # nothing is said yet
SHORT_ASIDE = 6  # words; so short a stretch between commas before a verb is an aside whatever it says


def subject_of(words: Sequence[Word], cue: Cue) -> Range | None:
    """The noun phrase that is the verb's own subject, or None."""
    end = _subject_end(words, cue)
    prior = words[end - 1] if end > 0 else None
    if prior is None or prior.has("preposition") or (prior.lower == "," and cue.role == "gerund"):
        return None
    if prior.lower == ",":
        return _past_aside(words, end - 1)
    if prior.has("dash"):
        return _past_dashes(words, end - 1)
    if prior.lower in ("who", "which", "that"):
        return (end - 1, end) if end > 1 and not words[end - 2].has("preposition") else None
    phrase = phrase_before(words, end)
    if phrase is None or (cue.role == "gerund" and not _may_be_saying(words, phrase)):
        return None
    object_first = words[phrase[0]].lower in ("which", "that") and phrase[1] > phrase[0] + 1
    return phrase[0] + object_first, phrase[1]  # "the toll, which **the mayor** puts at 12"


def _subject_end(words: Sequence[Word], cue: Cue) -> int:
    """Where the subject of a verb ends, or 0."""
    end = past_adjuncts(words, cue.first)
    if cue.role == "infinitive":  # "companies **are** quick to point out"
        be = next((index for index in range(end - 2, max(0, end - 6), -1) if words[index].has("be")), 0)
        unsaid = words[be - 1].lower == "it" or any(word.lower in _TO_COME for word in words[be:end])
        return 0 if unsaid else be
    told = end > 0 and (is_participle(words[end - 1]) or "evidence" in kinds_of(words[end - 1]))
    dated = told and any(word.has("time") for word in words[end : cue.first])
    return previous(words, cue.first) + 1 if dated else end  # "a poll released **Sunday** found"


def _may_be_saying(words: Sequence[Word], phrase: Range) -> bool:
    """Whether a phrase before "saying" says it: "a report saying", "with X saying", no "voters saying"."""
    if phrase[0] > 0 and words[phrase[0] - 1].lower in ("with", "despite"):
        return True
    return "evidence" in kinds_of(words[head_of(words, phrase)])


def past_adjuncts(words: Sequence[Word], end: int) -> int:
    """Step left over "has also", "on Tuesday", "last week", "earlier in the day"."""
    while end > 0:
        word = words[end - 1]
        if word.has("time") and not word.has("adverb") and _date_start(words, end) < end:
            end = _date_start(words, end)
        elif word.has("adverb", "auxiliary") or is_contracted(words, end - 1):
            end -= 1
        else:
            break
    return end


def _date_start(words: Sequence[Word], end: int) -> int:
    """Where a date that ends at `end` begins; `end` if it opens the statement."""
    start = end
    while start > 0 and (words[start - 1].has("time", "number") or words[start - 1].lower == "the"):
        start -= 1
    if start > 0 and words[start - 1].lower in ("on", "in"):
        start -= 1
    if start > 0 and words[start - 1].lower in ("early", "earlier", "late", "later"):
        start -= 1
    return start if start > 0 else end


def _past_dashes(words: Sequence[Word], closing: int) -> Range | None:
    """The subject before an aside between dashes, with the aside: "insiders - all of them new - said"."""
    for opening in range(closing - 1, max(0, closing - LONGEST_ASIDE), -1):
        if words[opening].has("dash"):
            phrase = phrase_before(words, opening)
            return None if phrase is None else (phrase[0], closing)
    return None


def _past_aside(words: Sequence[Word], comma: int) -> Range | None:
    """The subject before ", 67, of Leeds, who chairs the group," with that aside as its tail."""
    phrase = phrase_before(words, comma)
    subject = phrase if phrase is not None and _opens_clause(words, phrase) else None
    for opening in range(comma - 1, max(0, comma - LONGEST_ASIDE), -1):
        if words[opening].has("ender", "quote"):
            break
        if words[opening].lower != ",":
            continue
        inside = words[opening + 1 : comma]
        parenthetic = "_".join(word.lower for word in inside) in word_list("parentheses")
        lone = parenthetic or all(word.has("number", "adverb", "aside") for word in inside)
        if not (lone or opens_aside(words, opening + 1) or comma - opening - 1 <= SHORT_ASIDE):
            continue
        found = phrase_before(words, opening)
        if found is None or not (lone or is_source(words, found) or _is_role_of(words, found, inside)):
            continue
        subject = (found[0], found[1] if lone else comma)
        if not lone and not (words[found[0] - 1].lower == "," and opens_aside(words, found[0])):
            break
    return subject or subject_before_aside(words, comma)


def _is_role_of(words: Sequence[Word], phrase: Range, aside: Sequence[Word]) -> bool:
    """Whether a phrase is what somebody is who is named behind it: "**the verger**, Joseph Banda,"."""
    named = len(aside) > 1 and all(word.capital for word in aside)
    return named and words[phrase[0]].has("article", "possessive")


def subject_before_aside(words: Sequence[Word], comma: int) -> Range | None:
    """The subject that opens its clause, with its aside up to `comma`: "**Ruiz, who lost a son**, said"."""
    for opening in range(comma - 1, max(0, comma - LONGEST_ASIDE), -1):
        if words[opening].has("ender", "quote"):
            break
        if words[opening].lower == "," and opens_aside(words, opening + 1):
            phrase = phrase_before(words, opening)
            anybody = words[opening + 1].lower in RELATIVES
            if phrase is not None and _opens_clause(words, phrase, anybody):
                return phrase[0], comma
    return None


def _opens_clause(words: Sequence[Word], phrase: Range, anybody: bool = False) -> bool:
    """Whether a subject heads its clause: nothing before it but a conjunction or a fronted adjunct."""
    if not is_source(words, phrase) and not (anybody and head_of(words, phrase) == phrase[1] - 1):
        return False
    if all(word.has("conjunction", "adverb") for word in words[: phrase[0]]):
        return True
    return words[0].has("preposition", "time", "subordinator") and words[phrase[0] - 1].lower == ","


def main_subject(words: Sequence[Word], cue: Cue) -> Range | None:
    """The subject of the clause that a verb without one of its own hangs on, or None."""
    start = _main_clause(words, cue.first)
    if start >= cue.first or words[start].has("preposition"):
        return None
    phrase = phrase_after(words, start, asides=False)
    if phrase is None:
        return None
    subject = (start, min(head_of(words, phrase) + 1, _verb_behind_name(words, phrase)))
    return subject if subject[1] < cue.first and is_source(words, subject) else None


def _verb_behind_name(words: Sequence[Word], phrase: Range) -> int:
    """Where a verb that no table knows ends a phrase: "the giant Norsun **runs** an oil field"."""
    for index in range(phrase[0] + 1, phrase[1] - 1):
        word, following = words[index], words[index + 1]
        verbal = not word.classes and is_plural(word) and not word.capital
        if verbal and words[index - 1].capital and following.has("determiner", "possessive", "number"):
            return index
    return phrase[1]


def _main_clause(words: Sequence[Word], end: int) -> int:
    """Where the main clause begins, past a fronted adjunct: "When he moved, **his mother** ..."."""
    start = clause_start(words, end)
    if words[start].has("preposition", "subordinator", "adverb") or words[start].lower.endswith("ing"):
        return min(end, next_comma(words, start) + 1)
    return start


def past_hearer(words: Sequence[Word], after: int) -> int:
    """Step over whom the words were told: "told **the BBC** that"."""
    if after < len(words) and words[after].has("reflexive"):
        return after + 1
    hearer = phrase_after(words, after, asides=False)
    if hearer is None:
        return after
    counts = (index for index in range(after + 1, hearer[1]) if _begins_count(words, index))
    return next(counts, hearer[1])


def _begins_count(words: Sequence[Word], index: int) -> bool:
    """Whether a number begins what is said right behind its hearers: "told reporters **40** people"."""
    hearers = words[index - 1]
    return (
        words[index].has("number") and not hearers.capital and (is_source_noun(hearers) or is_plural(hearers))
    )
