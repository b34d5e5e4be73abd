"""In which constructions does a text credit a source?

"**The ministry** said 12 died"; "12 died, said **the ministry**"; "according to **the
ministry**"; "was counted by **the ministry**"; "**the union**'s claim that"; "quoted **X**
as saying". Each cue of a statement is tried in its construction, and what comes out is a
testimony: source, cue, and the words vouched for.

Pure; ranges are half-open indices into the statement's words. Callers: statements.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from factcheck.language.sources.cues import Cue, cues, owner_before
from factcheck.language.sources.denials import calls_untrue, rejects_figure
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
from factcheck.language.sources.marks import before_speeches
from factcheck.language.sources.noun_phrases import phrase_after, phrase_before, without_verb
from factcheck.language.sources.reach import (
    ends_content,
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
    past_adjuncts,
    past_hearer,
    subject_before_aside,
    subject_of,
)
from factcheck.language.sources.testimony import Testimony
from factcheck.language.sources.words import Word

MOST_TESTIMONIES = 12  # of one statement; prose has four, and a line of nothing but cues stays linear
LONGEST_OBJECT = 10  # words of what a figure is put on: "put **the cost of the two bridges** at"
_SETTING = ("put", "puts", "putting", "peg", "pegs", "pegged", "pegging")
_GIVING = ("give", "gives", "gave", "given", "giving")
_CURRENCIES = ("$", "£", "€", "dollars", "pounds", "euros")
LONGEST_ANTECEDENT = 4  # words before "that" among which somebody is sought who measures
LONGEST_SUM = 6  # words up to the currency of what is given: "gave **hundreds of millions of dollars**"
_INVERTED = ("saying", "speech", "remark", "belief")
_BEFORE_CONTENT = ("clause", "plan", "denial", "rejection")  # verbs that never follow what they credit
_BOUND = ("clause", "remark")  # verbs that credit a that-clause or a quotation only
_OWN_GERUNDS = ("finding", "plan", "belief", "clause")  # verbs whose -ing shares nobody's subject
_OF_ANYBODY = ("saying", "address", "belief")  # verbs that need no known kind of source
_AFTER_INVERSION = ("punctuation", "quote", "preposition", "subordinator", "conjunction", "time", "adverb")


def testimonies(words: Sequence[Word]) -> tuple[Testimony, ...]:
    """What the cues of a statement say, in the order of the cues."""
    found: list[Testimony] = []
    for cue in cues(words):
        if len(found) == MOST_TESTIMONIES:
            break
        if any(earlier.names(cue.first) for earlier in found):
            continue
        testimony = _testimony(words, cue, found)
        if testimony is not None:
            untrue = testimony.polarity == "asserted" and calls_untrue(words, testimony.reach)
            found.append(replace(testimony, polarity="denied") if untrue else testimony)
    return (*found, *before_speeches(words, found))


def _testimony(words: Sequence[Word], cue: Cue, earlier: Sequence[Testimony]) -> Testimony | None:
    if cue.role == "phrase":
        return _by_phrase(words, cue)
    if cue.role == "passive":
        return _by_passive(words, cue)
    if cue.role == "noun":
        return _by_maker(words, cue) if words[cue.after].lower == "by" else _by_owner(words, cue)
    if cue.role == "gerund" and words[cue.first - 1].lower == "as":
        return _by_quoting(words, cue)
    may_invert = (
        cue.role == "finite" and cue.kind in _INVERTED and not words[cue.after - 1].has("preposition")
    )
    inverted = _by_inversion(words, cue) if may_invert else None
    return inverted or _by_subject(words, cue, earlier)


def _by_phrase(words: Sequence[Word], cue: Cue) -> Testimony | None:
    """ "According to X, 12 died"; "12 died, according to X"; "rescuers, according to X, found 12"."""
    source = phrase_after(words, cue.after, asides=cue.kind != "poll")
    if source is None:
        return None
    left, right = left_of(words, cue.first), (source[1], len(words))
    reach: tuple[Range, ...] = (left,)
    if cue.first == 0 or words[cue.first - 1].has("ender", "conjunction"):
        reach = (right,)
    elif words[cue.first - 1].lower == "(":
        reach = _around_bracket(words, cue.first - 1, source[1])
    elif cue.kind == "origin" or resumes(words, source[1], left):
        reach = (left, right)
    relays = cue.kind == "origin" or (reach[0] == left and _is_count(words, source))
    source, carrier = _quoted_by(words, source)
    return Testimony(source, (cue.first, cue.after), reach, cue.polarity, relays, carrier)


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


def _by_passive(words: Sequence[Word], cue: Cue) -> Testimony | None:
    """ "12 deaths were recorded by X"; "he was told by X of 12 deaths"."""
    if cue.after >= len(words) or words[cue.after].lower != "by":
        return None
    return _by_maker(words, cue)


def _by_maker(words: Sequence[Word], cue: Cue) -> Testimony | None:
    """ "Estimates by X range from 12 to 15": the source stands behind "by"."""
    source = phrase_after(words, cue.after + 1)
    if source is None or not is_source(words, source):
        return None
    reach = (left_of(words, cue.first), (source[1], len(words)))
    return Testimony(source, (cue.first, cue.after + 1), reach, cue.polarity)


def _by_owner(words: Sequence[Word], cue: Cue) -> Testimony | None:
    """ "X's claim that 12 died": the source owns the noun."""
    source = phrase_before(words, owner_before(words, cue.first))
    if source is None or not is_source(words, source):
        return None
    source = without_verb(words, source)
    return Testimony(source, (cue.first, cue.after), ((cue.after, len(words)),), cue.polarity)


def _by_quoting(words: Sequence[Word], cue: Cue) -> Testimony | None:
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


def _by_inversion(words: Sequence[Word], cue: Cue) -> Testimony | None:
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


def _by_subject(words: Sequence[Word], cue: Cue, earlier: Sequence[Testimony]) -> Testimony | None:
    """ "X said 12 died"; "12 died, X said"; "X said 12 died and added that 3 were missing"."""
    after = past_hearer(words, cue.after) if cue.kind == "address" else cue.after
    own = subject_of(words, cue)
    inside = None if own is None else _inside(own, earlier)
    if own is not None and inside is not None and not words[inside.source[0]].has("relative"):
        if not inside.relays:
            return None
        own = (own[0], inside.cue[0] - 1)
    source = own or _shared_subject(words, cue, earlier)
    if source is None or not _may_vouch(words, source, cue, after):
        return None
    behind = own is not None and cue.kind not in _BEFORE_CONTENT and stands_behind(words, own, after)
    reach = _around(words, source, after) if behind else _ahead(words, cue, after)
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


def _ahead(words: Sequence[Word], cue: Cue, after: int) -> tuple[Range, ...]:
    """What a verb vouches for where its content follows it."""
    return planned(words, after) if cue.kind == "plan" else right_of(words, after, cue.kind not in _BOUND)


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
    return not answers_poll(words, source) and (cue.kind != "finding" or _measures(words, source, after))


def _takes_content(words: Sequence[Word], after: int) -> bool:
    """Whether a verb has what it says right behind it, so that it is no participle."""
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
    if words[head_of(words, source)].capital and _puts_at(words, after):
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
        if words[index].has("punctuation", "finite"):
            return False
        if words[index].lower == "at":
            return words[index + 1].has("number", "quantifier", "mark", "adverb", "preposition")
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
