"""Where is a source the subject of a verb that credits it?

"**The ministry** said 12 died"; "12 died, said **the ministry**"; "12 died, **the
ministry** said". Whether such a subject of such a verb vouches for anything is asked here;
how far its word reaches, in `reach`.

Pure; ranges are half-open indices into the statement's words. Caller: constructions.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from factcheck.language.sources.cues import Cue
from factcheck.language.sources.denials import rejects_figure
from factcheck.language.sources.heads import (
    Range,
    answers_poll,
    head_of,
    is_participle,
    is_source,
    is_source_noun,
    kinds_of,
    may_speak,
)
from factcheck.language.sources.noun_phrases import phrase_after
from factcheck.language.sources.reach import (
    ends_content,
    fronted_end,
    has_that,
    is_speech,
    left_of,
    next_comma,
    planned,
    quotations_after,
    resumes,
    right_of,
    stands_behind,
)
from factcheck.language.sources.subjects import (
    main_subject,
    past_hearer,
    subject_before_aside,
    subject_of,
)
from factcheck.language.sources.testimony import Testimony
from factcheck.language.sources.words import Word

LONGEST_OBJECT = 10  # words of what a figure is put on: "put **the cost of the two bridges** at"
_SETTING = ("put", "puts", "putting", "peg", "pegs", "pegged", "pegging")
_GIVING = ("give", "gives", "gave", "given", "giving")
_CURRENCIES = ("$", "£", "€", "dollars", "pounds", "euros")
LONGEST_ANTECEDENT = 4  # words before "that" among which somebody is sought who measures
LONGEST_INABILITY = 4  # words before a verb that say that it cannot be
LONGEST_SUM = 6  # words up to the currency of what is given: "gave **hundreds of millions of dollars**"
_BEFORE_CONTENT = ("clause", "plan", "denial", "rejection")  # verbs that never follow what they credit
_BOUND = ("clause", "remark")  # verbs that credit a that-clause or a quotation only
_OWN_GERUNDS = ("finding", "plan", "belief", "clause")  # verbs whose -ing shares nobody's subject
_OF_ANYBODY = ("saying", "address", "belief")  # verbs that need no known kind of source
_AFTER_INVERSION = (
    *("punctuation", "quote", "preposition", "subordinator", "conjunction", "time", "adverb", "relative"),
)


def by_inversion(words: Sequence[Word], cue: Cue) -> Testimony | None:
    """ "12 died, said X"; the subject follows the verb, and no clause of its own does."""
    source = phrase_after(words, cue.after) if ends_content(words, cue.first) else None
    if source is None or not _may_follow(words, source, cue) or _is_content(words, source, cue):
        return None
    after, span = source[1], (cue.first, cue.after)
    if after < len(words) and not words[after].has(*_AFTER_INVERSION):
        return None
    if cue.first > 0:
        reach = (left_of(words, cue.first), *quotations_after(words, after))
        return Testimony(source, span, reach, cue.polarity)
    if after < len(words) and words[after].lower in (":", ","):
        return Testimony(source, span, ((after, len(words)),), cue.polarity)
    return None


def _may_follow(words: Sequence[Word], source: Range, cue: Cue) -> bool:
    """Whether a phrase behind a verb can be its subject: a source, or anybody behind a quotation."""
    first = words[source[0]]
    if first.has("number") and not is_source_noun(words[head_of(words, source)]):
        return False
    quoting = cue.kind in _OF_ANYBODY and cue.first > 0 and words[cue.first - 1].has("quote")
    return is_source(words, source) or first.has("possessive") or (quoting and may_speak(words, source))


def _is_content(words: Sequence[Word], phrase: Range, cue: Cue) -> bool:
    """Whether a phrase behind a verb opens what its own subject says: "said **40 people drowned**"."""
    after = head_of(words, phrase) + 1
    verbal = after < phrase[1] and is_participle(words[after])
    if verbal and after + 1 == phrase[1] and words[phrase[0]].has("number"):
        return True
    going_on = phrase[1] < len(words) and not words[phrase[1]].has("punctuation")
    subject = subject_before_aside(words, cue.first - 1) if cue.first > 1 and (verbal or going_on) else None
    return subject is not None and words[cue.first - 1].lower == ","


def by_subject(words: Sequence[Word], cue: Cue, earlier: Sequence[Testimony]) -> Testimony | None:
    """ "X said 12 died"; "12 died, X said"; "X said 12 died and added that 3 were missing"."""
    after = past_hearer(words, cue.after) if cue.kind == "address" else cue.after
    own = subject_of(words, cue)
    inside = None if own is None else _inside(own, earlier)
    if own is not None and inside is not None and not words[inside.source[0]].has("relative"):
        if inside.source[0] == own[0]:  # "the aide, **speaking** on condition of anonymity, said"
            own = inside.source
        elif inside.relays:
            own = (own[0], inside.cue[0] - 1)
        else:
            return None
    source = own or _shared_subject(words, cue, earlier)
    if source is None or not _may_vouch(words, source, cue, after):
        return None
    interrupts = own is not None and not words[own[0]].has("relative") and cue.kind not in _BEFORE_CONTENT
    behind = own is not None and interrupts and stands_behind(words, own, after)
    reach = _around(words, source, after) if behind else _ahead(words, cue, after, source)
    if own is not None and own[0] > 0 and words[own[0] - 1].has("quote"):
        reach = ((own[0] - 1, own[0]), *reach)
    unheard = cue.kind == "address" and after == cue.after and not behind and not has_that(words, after)
    if unheard or (not reach and cue.kind != "remark"):
        return None
    yields = not behind and _yields(words, source, cue)
    denied = own is not None and any(
        word.has("negation") for word in words[max(0, cue.first - 3) : cue.first]
    )
    polarity = "denied" if denied else cue.polarity
    return Testimony(source, (cue.first, cue.after), reach, polarity, yields=yields)


def _ahead(words: Sequence[Word], cue: Cue, after: int, source: Range) -> tuple[Range, ...]:
    """What a verb vouches for where its content follows it."""
    if cue.kind == "plan":
        return planned(words, after)
    reach = right_of(words, after, cue.kind not in _BOUND)
    own_clause = source[0] > 0 and words[source[0] - 1].has("relative")  # ", **which X puts at 12**,"
    end = next_comma(words, after) if own_clause else fronted_end(words, cue.first)
    return tuple((start, min(stop, end)) for start, stop in reach if start < end)


def _inside(subject: Range, earlier: Sequence[Testimony]) -> Testimony | None:
    """The testimony inside a subject's aside: "divers, **according to the navy**, found"."""
    return next((testimony for testimony in earlier if subject[0] < testimony.cue[0] < subject[1]), None)


def _around(words: Sequence[Word], source: Range, after: int) -> tuple[Range, ...]:
    """What "X said" vouches for where it follows or interrupts its content."""
    left = left_of(words, source[0])
    quoting = after + 1 < len(words) and words[after].lower == "," and is_speech(words[after + 1])
    if quoting and _is_adjunct(words, left):
        return quotations_after(words, after)
    if resumes(words, next_comma(words, after), left):
        return left, (after, len(words))
    return left, *quotations_after(words, after)


def _is_adjunct(words: Sequence[Word], left: Range) -> bool:
    """Whether what stands before "she wrote, QUOTE" only says when: "**two days after it fell**"."""
    for word in words[slice(*left)]:
        if word.has("finite", "quote") or is_participle(word):
            return False
        if word.has("subordinator"):
            return True
    return True


def _shared_subject(words: Sequence[Word], cue: Cue, earlier: Sequence[Testimony]) -> Range | None:
    """The source of a verb without a subject: that of the cue before it, or of the main clause."""
    if cue.role == "infinitive" or (cue.role == "gerund" and cue.kind in _OWN_GERUNDS):
        return None
    return earlier[-1].source if earlier else main_subject(words, cue)


def _may_vouch(words: Sequence[Word], source: Range, cue: Cue, after: int) -> bool:
    """Whether such a subject of such a verb credits anything."""
    anybody = cue.kind in _OF_ANYBODY or (cue.kind == "speech" and _takes_content(words, after))
    if not is_source(words, source) and not (anybody and may_speak(words, source)):
        return False
    if cue.kind == "rejection" and not rejects_figure(words, after):
        return False
    if _could_not(words, cue):
        return False
    return not answers_poll(words, source) and (cue.kind != "finding" or _measures(words, source, after))


def _could_not(words: Sequence[Word], cue: Cue) -> bool:
    """Whether nobody vouches or denies: "the paper **could not** independently verify the figure of 12"."""
    before = words[max(0, cue.first - LONGEST_INABILITY) : cue.first]
    able = any(word.lower in ("could", "can", "couldn't", "can't", "cannot") for word in before)
    return able and any(word.has("negation") for word in before)


def _takes_content(words: Sequence[Word], after: int) -> bool:
    """Whether a verb has what it says right behind it, so that it is no participle."""
    while after + 1 < len(words) and words[after].has("adverb"):
        after += 1
    return after < len(words) and words[after].has("determiner", "pronoun", "number", "subordinator")


def _measures(words: Sequence[Word], source: Range, after: int) -> bool:
    """Whether "found" or "gave" is a measurement: by a body or a document, or with a that-clause."""
    first = words[source[0]]
    if words[after - 1].lower in _GIVING and _gives_money(words, after):
        return False
    if has_that(words, after) or first.lower in ("it", "they"):
        return True
    if first.has("relative"):
        return _is_measurer(words, (max(0, source[0] - LONGEST_ANTECEDENT), source[0]))
    head = words[head_of(words, source)]
    if (head.capital or is_source_noun(head)) and _puts_at(words, after):
        return True
    return _is_measurer(words, source)


def _is_measurer(words: Sequence[Word], phrase: Range) -> bool:
    """Whether a phrase names a body or a document: "the agency", "a count" - not "a city"."""
    return any(word.acronym or kinds_of(word) & {"evidence", "body"} for word in words[slice(*phrase)])


def _gives_money(words: Sequence[Word], after: int) -> bool:
    """Whether a sum follows a verb of giving: "gave **between $10 million** and $25 million"."""
    behind = takewhile(lambda word: word.lower != "as", words[after : after + LONGEST_SUM])
    return any(word.lower in _CURRENCIES for word in behind)


def _puts_at(words: Sequence[Word], after: int) -> bool:
    """Whether a verb sets a figure: "Forbes put his net worth **at $5 million**"."""
    if words[after - 1].lower not in _SETTING:
        return False
    for index in range(after, min(after + LONGEST_OBJECT, len(words) - 1)):
        if words[index].has("punctuation", "auxiliary", "relative"):
            return False
        if words[index].lower == "at":
            return any(word.has("number", "quantifier", "mark") for word in words[index + 1 : index + 4])
    return False


def _yields(words: Sequence[Word], source: Range, cue: Cue) -> bool:
    """Whether whoever reports this vouches for it instead: a plan, or what "he" thinks."""
    if cue.kind == "plan":
        return True
    return (
        words[source[0]].has("pronoun")
        and cue.kind in ("belief", "finding", "clause")
        and cue.role != "gerund"
    )
