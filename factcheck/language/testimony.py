"""Who vouches in this statement, by which cue, and for which of its words?

For every cue the source is sought on the left ("**the ministry** said 12 died"), on the
right of an inverted verb ("12 died, said **the ministry**"), behind a preposition
("according to **the ministry**"), behind "by" ("was counted by **the ministry**"), or as
the owner or maker of a noun ("**the union**'s claim that"). What it vouches for lies right
of the cue, left of it, or on both sides where the cue stands as an aside. Which testimony
wins where several reach a word, `over` decides.

Pure; ranges are half-open indices into the statement's words. Callers: attributions.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.language.cues import Cue, cues, previous
from factcheck.language.noun_phrases import (
    LONGEST_ASIDE,
    SOURCE_NOUNS,
    Range,
    head_of,
    is_participle,
    is_source_noun,
    opens_aside,
    phrase_after,
    phrase_before,
)
from factcheck.language.words import Word
from factcheck.model import Polarity


@dataclass(frozen=True, slots=True)
class Testimony:
    """A source, the cue that credits it, and the words it vouches for."""

    source: Range
    cue: Range
    reach: tuple[Range, ...]
    polarity: Polarity = "asserted"
    relays: bool = False  # "citing X": whoever else speaks in the statement only passes X on
    yields: bool = False  # "he thinks", "61 percent said": whoever reports it vouches instead

    def covers(self, index: int) -> bool:
        """Whether the source vouches for the word; never for a word of its own name."""
        return not self.source[0] <= index < self.source[1] and any(a <= index < b for a, b in self.reach)


def testimonies(words: Sequence[Word]) -> tuple[Testimony, ...]:
    """What the cues of a statement say, in the order of the cues."""
    found: list[Testimony] = []
    for cue in cues(words):
        if any(earlier.source[0] <= cue.first < earlier.source[1] for earlier in found):
            continue
        testimony = _testimony(words, cue, found)
        if testimony is not None:
            found.append(testimony)
    return tuple(found)


def over(found: Sequence[Testimony], index: int) -> tuple[Testimony, ...]:
    """The chain of testimonies that reach a word, whoever vouches last; empty if none does."""
    reaching = [testimony for testimony in found if testimony.covers(index)]
    firm = [testimony for testimony in reaching if not testimony.yields] or reaching
    relays = [testimony for testimony in firm if testimony.relays]
    direct = [testimony for testimony in firm if not testimony.relays]
    if not direct:
        return tuple(relays[:1])
    before = [testimony for testimony in direct if testimony.cue[0] < index]
    vouching = before[-1] if before else direct[0]
    outer = [t for t in direct if t.source != vouching.source and _passes_on(t, vouching)]
    outer.sort(key=lambda testimony: testimony.cue[0] < index)
    return (*outer, vouching, *relays[:1])


def _passes_on(outer: Testimony, inner: Testimony) -> bool:
    """Whether one testimony is what the other one reports."""
    if outer.cue[0] < inner.cue[0]:
        return any(a <= inner.source[0] <= a + 2 for a, _ in outer.reach)
    return outer.covers(inner.cue[0]) and outer.covers(inner.source[0])


def _testimony(words: Sequence[Word], cue: Cue, earlier: Sequence[Testimony]) -> Testimony | None:
    if cue.role == "phrase":
        return _by_phrase(words, cue)
    if cue.role == "passive":
        return _by_passive(words, cue)
    if cue.role == "noun":
        return _by_noun(words, cue)
    if cue.role == "finite" and cue.kind in ("saying", "speech", "remark", "finding", "belief"):
        inverted = _by_inversion(words, cue)
        if inverted is not None:
            return inverted
    return _by_subject(words, cue, earlier)


def _by_phrase(words: Sequence[Word], cue: Cue) -> Testimony | None:
    """ "According to X, 12 died"; "12 died, according to X"; "rescuers, according to X, found 12"."""
    source = phrase_after(words, cue.after, asides=cue.kind != "poll")
    if source is None:
        return None
    left, right = (clause_start(words, cue.first), cue.first), (source[1], len(words))
    reach: tuple[Range, ...]
    if cue.first == 0 or words[cue.first - 1].has("ender", "conjunction"):
        reach = (right,)
    elif cue.kind == "origin" or _goes_on(words, source[1], left):
        reach = (left, right)
    else:
        reach = (left,)
    return Testimony(source, (cue.first, cue.after), reach, cue.polarity, relays=cue.kind == "origin")


def _goes_on(words: Sequence[Word], after: int, left: Range) -> bool:
    """Whether content resumes behind an aside: its verb is still to come, or "and" joins a clause to it."""
    if after + 1 >= len(words) or words[after].has("ender", "quote"):
        return False
    if any(word.has("quote") for word in words[slice(*left)]):
        return False
    if words[after].lower == ",":
        after += 1
        if words[after].lower == "and":
            return True
    fronted = words[left[0]].has("preposition", "subordinator")
    if fronted and not words[after].has("conjunction", "relative", "subordinator"):
        return not words[after].lower.endswith("ing")
    return not any(word.has("finite") or is_participle(word) for word in words[slice(*left)])


def _by_passive(words: Sequence[Word], cue: Cue) -> Testimony | None:
    """ "12 deaths were recorded by X"; "he was told by X of 12 deaths"."""
    if cue.after >= len(words) or words[cue.after].lower != "by":
        return None
    source = phrase_after(words, cue.after + 1)
    if source is None or not is_source(words, source):
        return None
    reach = ((clause_start(words, cue.first), cue.first), (source[1], len(words)))
    return Testimony(source, (cue.first, cue.after + 1), reach, cue.polarity)


def _by_noun(words: Sequence[Word], cue: Cue) -> Testimony | None:
    """ "The union's claim that 12 died"; "estimates by the union range from 12 to 15"."""
    if words[cue.after].lower == "by":
        source = phrase_after(words, cue.after + 1)
        reach = (
            ((clause_start(words, cue.first), cue.first),)
            if source is None
            else ((clause_start(words, cue.first), cue.first), (source[1], len(words)))
        )
        span = (cue.first, cue.after + 1)
    else:
        owner = previous(words, cue.first)
        source = phrase_before(words, owner)
        reach, span = ((cue.after, len(words)),), (cue.first, cue.after)
    if source is None or not is_source(words, source):
        return None
    return Testimony(source, span, reach, cue.polarity)


def _by_inversion(words: Sequence[Word], cue: Cue) -> Testimony | None:
    """ "12 died, said X"; the subject follows the verb, and no clause of its own does."""
    if not _ends_content(words, cue.first):
        return None
    source = phrase_after(words, cue.after)
    if source is None or not (is_source(words, source) or words[source[0]].has("possessive")):
        return None
    after, span = source[1], (cue.first, cue.after)
    following = words[after] if after < len(words) else None
    if following is not None and (following.has("finite") or following.lower in ("that", "'s")):
        return None
    if cue.first > 0:
        left = (clause_start(words, cue.first), cue.first)
        return Testimony(source, span, (left, *_quotations(words, after)), cue.polarity)
    if following is not None and following.lower in (":", ","):
        return Testimony(source, span, ((after, len(words)),), cue.polarity)
    return None


def _ends_content(words: Sequence[Word], index: int) -> bool:
    """Whether content may end just before `index`: at a comma, a quotation, a dash, or nowhere yet."""
    if index == 0:
        return True
    prior = words[index - 1]
    return prior.has("quote", "dash") or prior.lower in (",", "as", "?", "!")


def _quotations(words: Sequence[Word], after: int) -> tuple[Range, ...]:
    """The quotations behind an aside: there, and only there, its content goes on."""
    return tuple((index, index + 1) for index in range(after, len(words)) if words[index].has("quote"))


def _by_subject(words: Sequence[Word], cue: Cue, earlier: Sequence[Testimony]) -> Testimony | None:
    """ "X said 12 died"; "12 died, X said"; "X said 12 died and added that 3 were missing"."""
    after = _past_hearer(words, cue.after) if cue.kind == "address" else cue.after
    span = (cue.first, cue.after)
    source = _subject(words, cue)
    if source is None:
        source = _shared_subject(words, cue, earlier)
        if source is None:
            return None
    right = _right_reach(words, cue, after)
    trailing = _is_trailing(words, source, after)
    yields = _yields(words, source, cue)
    if not (is_source(words, source) or (cue.kind in ("saying", "address") and may_speak(words, source))):
        return None
    if cue.kind == "finding" and not _may_find(words, source, after):
        return None
    if trailing and cue.kind not in ("clause", "plan", "denial"):
        left = (clause_start(words, source[0]), source[0])
        on = ((after, len(words)),) if _interrupts(words, after, left) else _quotations(words, after)
        return Testimony(source, span, (left, *on), cue.polarity, yields=yields)
    if not right and cue.kind != "remark":
        return None
    return Testimony(source, span, right, cue.polarity, yields=yields)


def _yields(words: Sequence[Word], source: Range, cue: Cue) -> bool:
    """Whether whoever reports this vouches for it: a plan, what "he" thinks, the answers to a poll."""
    if cue.kind == "plan":
        return True
    first = words[source[0]]
    if first.has("pronoun"):
        return cue.kind in ("belief", "finding", "clause") and cue.role != "gerund"
    return any(word.has("number", "share") for word in words[source[0] : head_of(words, source) + 1])


def _right_reach(words: Sequence[Word], cue: Cue, after: int) -> tuple[Range, ...]:
    """What a verb vouches for on its right; a `clause` verb only for a that-clause or a quotation."""
    that = _late_that(words, after)
    if that is None and cue.kind in ("clause", "remark"):
        return _quotations(words, after)
    return tuple(_content(words, after if that is None else that))


def _late_that(words: Sequence[Word], after: int) -> int | None:
    """Where a that-clause begins, past an adjunct: "wrote in the report of May **that** 12 died"."""
    if after < len(words) and (
        _has_that(words, after) or words[after].has("preposition", "time", "reflexive")
    ):
        for index in range(after, len(words)):
            if words[index].has("punctuation", "finite", "quote"):
                return None
            if _has_that(words, index):
                return index
    return None


def _content(words: Sequence[Word], start: int) -> Iterator[Range]:
    """Reported content without the reporter's asides: ", which ...", ", where ...", all behind a dash."""
    index = start
    while index < len(words):
        word = words[index]
        if word.has("dash") and index > start + 2 and not any(w.has("quote") for w in words[index:]):
            break
        if word.lower == "so" and words[index - 1].lower == ",":
            break
        if word.lower in ("which", "where") and words[index - 1].lower == ",":
            yield start, index
            while index < len(words) and words[index].lower != ",":
                index += 1
            start = index
        index += 1
    if start < index:
        yield start, index


def _has_that(words: Sequence[Word], after: int) -> bool:
    return after < len(words) and words[after].lower in ("that", "how", "whether")


def _subject(words: Sequence[Word], cue: Cue) -> Range | None:
    """The noun phrase left of the verb, past its adverbs, auxiliaries, dates and asides."""
    end = _past_adjuncts(words, cue.first)
    if 0 < end < cue.first and (
        is_participle(words[end - 1]) or "evidence" in SOURCE_NOUNS.get(words[end - 1].lower, ())
    ):
        end = previous(words, cue.first) + 1  # "a poll released Sunday found", "a poll last week found"
    if end <= 0 or cue.role == "infinitive":
        return None
    prior = words[end - 1]
    if prior.lower == ",":
        return None if cue.role == "gerund" else _past_aside(words, end - 1)
    if prior.has("dash"):
        return _past_dashes(words, end - 1)
    if prior.lower in ("who", "which", "that") and end > 1:
        return end - 1, end
    if prior.has("preposition"):
        return None
    return phrase_before(words, end)


def _past_dashes(words: Sequence[Word], closing: int) -> Range | None:
    """The subject before an aside between dashes, with the aside: "insiders — all of them new — said"."""
    for opening in range(closing - 1, max(0, closing - LONGEST_ASIDE), -1):
        if words[opening].has("dash"):
            source = phrase_before(words, opening)
            return None if source is None else (source[0], closing)
    return None


def _past_adjuncts(words: Sequence[Word], end: int) -> int:
    """Step left over "has also", "on Tuesday", "last week", "earlier in the day"."""
    while end > 0:
        word = words[end - 1]
        if word.has("time") and not word.has("adverb") and _dates(words, end) < end:
            end = _dates(words, end)
        elif word.has("adverb") or word.has("auxiliary"):
            end -= 1
        else:
            break
    return end


def _dates(words: Sequence[Word], end: int) -> int:
    """Where a date that ends at `end` begins."""
    start = end
    while start > 0 and (
        words[start - 1].has("time") or words[start - 1].has("number") or words[start - 1].lower == "the"
    ):
        start -= 1
    if start > 0 and words[start - 1].lower in ("on", "in"):
        start -= 1
    if start > 0 and words[start - 1].lower in ("early", "earlier", "late", "later"):
        start -= 1
    return start if start > 0 else end


def _past_aside(words: Sequence[Word], comma: int) -> Range | None:
    """The subject before ", 67, of Leeds, who chairs the group," with that aside as its tail."""
    source = phrase_before(words, comma)
    if source is not None and (source[0] > 0 or not is_source(words, source)):
        source = None
    for opening in range(comma - 1, max(0, comma - LONGEST_ASIDE), -1):
        word = words[opening]
        if word.has("ender") or word.has("quote"):
            break
        if word.lower != ",":
            continue
        aside = words[opening + 1 : comma]
        lone = all(w.has("number") or w.has("adverb") or w.has("aside") for w in aside)
        if not (lone or opens_aside(words, opening + 1) or len(aside) <= 6):
            continue
        found = phrase_before(words, opening)
        if found is not None and is_source(words, found):
            source = (found[0], found[1] if lone else comma)
            if not lone and not _is_within_aside(words, found[0]):
                break
    return source


def _is_within_aside(words: Sequence[Word], start: int) -> bool:
    """Whether a phrase that follows a comma is itself an apposition of something further left."""
    return start > 1 and words[start - 1].lower == "," and opens_aside(words, start)


def _shared_subject(words: Sequence[Word], cue: Cue, earlier: Sequence[Testimony]) -> Range | None:
    """The source of a cue without a subject: the cue's before it, or the subject of the main clause."""
    if earlier:
        return earlier[-1].source
    start = clause_start(words, cue.first)
    found = phrase_after(words, start, asides=False) if start < cue.first else None
    if found is None or found[0] != start or words[start].has("preposition"):
        return None
    source = (start, min(found[1], head_of(words, found) + 1))
    return source if source[1] < cue.first and is_source(words, source) else None


def _past_hearer(words: Sequence[Word], after: int) -> int:
    """Step over whom the words were told: "told **the BBC** that"."""
    if after < len(words) and words[after].has("reflexive"):
        return after + 1
    hearer = phrase_after(words, after, asides=False)
    return hearer[1] if hearer is not None else after


def _is_trailing(words: Sequence[Word], source: Range, after: int) -> bool:
    """Whether "X said" follows its content: something stands before it, and nothing behind but adjuncts."""
    return source[0] > 0 and _ends_content(words, source[0]) and _only_adjuncts(words, after)


def _only_adjuncts(words: Sequence[Word], after: int) -> bool:
    """Whether nothing but where, when and to whom follows up to the next stop."""
    for index in range(after, len(words)):
        word = words[index]
        if word.has("quote") or word.lower == "that":
            return False
        if word.has("punctuation") and word.lower != "(":
            return word.lower != ":"
        if index == after and not _begins_adjunct(word):
            return False
    return True


def _begins_adjunct(word: Word) -> bool:
    return word.has("preposition", "time", "adverb", "reflexive", "subordinator")


def _interrupts(words: Sequence[Word], after: int, left: Range) -> bool:
    """Whether ", X said," stands inside its content: "the toll, X said, was 40"."""
    while after < len(words) and words[after].lower != ",":
        after += 1
    return _goes_on(words, after, left)


def clause_start(words: Sequence[Word], end: int) -> int:
    """Where the clauses that a following cue covers begin: behind a semicolon or its own bracket."""
    depth = 0
    for index in range(end - 1, -1, -1):
        depth += (words[index].lower == ")") - (words[index].lower == "(")
        if words[index].lower == ";" or depth < 0:
            return index + 1
    return 0


def is_source(words: Sequence[Word], source: Range) -> bool:
    """Whether a noun phrase can vouch: a pronoun, a name, or a head noun of people, bodies and documents."""
    first = words[source[0]]
    if first.has("pronoun") or (first.has("relative") and source[1] == source[0] + 1):
        return first.lower not in ("you", "i", "we")
    head = head_of(words, source)
    if first.has("quantifier") or any(word.has("number") for word in words[source[0] : head + 1]):
        return True
    word = words[head]
    if word.capital and (head > 0 or not word.classes):
        return True
    return is_source_noun(word) or word.lower == ")"


def may_speak(words: Sequence[Word], source: Range) -> bool:
    """Whether a phrase without a known head may be the subject of "said" all the same."""
    return not words[source[0]].has("pronoun") and not words[head_of(words, source)].has(
        "punctuation", "mark"
    )


def _may_find(words: Sequence[Word], source: Range, after: int) -> bool:
    """Whether "found" or "gave" is a measurement: by a body or a document, or with a that-clause."""
    if _has_that(words, after):
        return True
    return any(
        word.acronym or SOURCE_NOUNS.get(word.lower, frozenset()) & {"evidence", "body"}
        for word in words[slice(*source)]
    )
