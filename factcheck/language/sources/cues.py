"""Which words of a statement credit something to somebody?

Finds the words of `cue_words`, and judges by their neighbours whether a form is a verb
where it stands ("a report", "an estimated 300"), and in which role. Who speaks, and how
far, is not asked here.

Pure. Callers: subjects, constructions.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Literal, cast

from factcheck.language.sources.cue_words import CUES, CueKind, CueWord, Form
from factcheck.language.sources.heads import head_of, is_contracted, is_participle, is_plural, kinds_of
from factcheck.language.sources.noun_phrases import phrase_before
from factcheck.language.sources.owners import is_owned_or_made
from factcheck.language.sources.words import Word
from factcheck.model import Polarity

Role = Literal["finite", "gerund", "passive", "infinitive", "phrase", "noun"]


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue where it stands: words `[first, after)` of the statement, and its grammatical role."""

    first: int
    after: int
    kind: CueKind
    role: Role
    polarity: Polarity


def cues(words: Sequence[Word]) -> Iterator[Cue]:
    """The cues of a statement, in order."""
    after = 0
    for index in [index for index, word in enumerate(words) if word.lower in CUES]:
        if index < after or (words[index].capital and _is_part_of_name(words, index)):
            continue
        found = _cue_at(words, index)
        if found is not None:
            yield found
            after = found.after


def _is_part_of_name(words: Sequence[Word], index: int) -> bool:
    """Whether a capital makes a cue's word part of a name: "United **States**"."""
    if index == 0 or _is_titled(words):
        return False
    prior = words[index - 1]
    if prior.lower == ",":
        return index + 1 < len(words) and words[index + 1].capital
    return not prior.has("punctuation", "mark", "quote", "dash")


def _is_titled(words: Sequence[Word]) -> bool:
    """Whether a statement is a headline that capitalises its words: "Study Finds 12 Tests Wrong"."""
    plain = [word.capital for word in words if word.lower[0].isalpha() and not word.classes]
    return len(plain) > 2 and all(plain)


def _cue_at(words: Sequence[Word], index: int) -> Cue | None:
    for entry in CUES[words[index].lower]:
        after = index + len(entry.words)
        if len(entry.words) > 1 and not _stands(words, index, entry.words):
            continue
        role = _role(words, index, after, entry)
        if role is not None and not _says_nothing(words, index, after):
            return Cue(index, after, entry.kind, role, entry.polarity)
    return None


def _says_nothing(words: Sequence[Word], index: int, after: int) -> bool:
    """Whether nothing is said here: "would not say **so**", "it is demanding **and** dull"."""
    if after >= len(words):
        return False
    following = words[after]
    if following.lower == "so":
        return after + 1 == len(words) or words[after + 1].lower != "far"
    adjective = words[index].lower.endswith("ing") and index > 0 and words[index - 1].has("be")
    return adjective and following.has("conjunction", "ender")


def _stands(words: Sequence[Word], index: int, phrase: tuple[str, ...]) -> bool:
    """Whether these words stand at `index`."""
    return len(words) >= index + len(phrase) and all(
        words[index + place].lower == word for place, word in enumerate(phrase)
    )


# what the forms of a verb are where it opens a statement, behind a date, behind "who's"
_OPENING: dict[Form, Role] = {"past": "finite", "third": "finite", "gerund": "gerund"}
_DATED: dict[Form, Role] = {"past": "finite", "gerund": "gerund"}
_CONTRACTED: dict[Form, Role] = {"past": "finite", "gerund": "finite"}


def _role(words: Sequence[Word], index: int, after: int, entry: CueWord) -> Role | None:
    """What an entry does where it stands; None if it credits nobody there."""
    if entry.form == "phrase":
        return "phrase" if _takes_source(words, after, entry.kind) else None
    if entry.form == "noun":
        return "noun" if is_owned_or_made(words, index, after) else None
    before = previous(words, index)
    return _role_of_verb(words, index, after, entry, before) if before >= 0 else _OPENING.get(entry.form)


def _role_of_verb(words: Sequence[Word], index: int, after: int, entry: CueWord, before: int) -> Role | None:
    """What a verb does behind the word at `before`: "is saying", "was counted by", "an estimated 300"."""
    prior, role = words[before], cast(Role | None, "finite")
    if _ends_date(words, before):
        role = _DATED.get(entry.form)
    elif is_contracted(words, before):
        role = _CONTRACTED.get(entry.form)
    elif prior.has("article", "possessive", "genitive"):
        role = None
    elif entry.form == "gerund":
        role = "finite" if prior.has("be") else "gerund"
    elif prior.has("be") or _is_set_aside(words, after, entry, prior):
        role = "passive" if entry.form == "past" else None
    elif entry.form != "past":
        role = _role_of_present(words, index, after, entry, prior)
    elif _is_modifier(words, after, entry, prior):
        role = None
    return role


def _is_set_aside(words: Sequence[Word], after: int, entry: CueWord, prior: Word) -> bool:
    """Whether a form opens an aside on a figure: "the toll, **put at** 12 by the army,"."""
    return (
        entry.kind == "finding" and prior.lower == "," and after < len(words) and words[after].lower == "at"
    )


def _ends_date(words: Sequence[Word], index: int) -> bool:
    """Whether the number at `index` is the end of a date: "in May **2015**"."""
    word = words[index]
    year = len(word.lower) == 4 and word.lower.isdecimal() and word.lower[0] in "12"
    return word.has("number") and index > 0 and (year or words[index - 1].has("time"))


_ALWAYS_VERBS = ("saying", "address", "remark", "belief")


def _is_modifier(words: Sequence[Word], after: int, entry: CueWord, prior: Word) -> bool:
    """Whether a past form only modifies: "60 pledged delegates", "as asked", "cases recorded in May"."""
    if prior.has("preposition", "subordinator") and not prior.has("relative") and prior.lower != "as":
        return True
    following = words[after].lower if after < len(words) else ""
    if prior.lower == "," and following in ("to", "at", "as"):
        return True  # "Maria, estimated to have killed"
    if entry.kind in _ALWAYS_VERBS or prior.capital or kinds_of(prior) & {"person", "body"}:
        return False
    if prior.classes and not prior.has("number"):
        return False
    return prior.has("number") or following in ("in", "on", "at", "from")


def _role_of_present(
    words: Sequence[Word], index: int, after: int, entry: CueWord, prior: Word
) -> Role | None:
    """Tell "officials report two deaths" from "a UN report", "the paper reports 3" from "media reports"."""
    if prior.lower == "to":
        return "infinitive"
    if prior.has("preposition", "number"):
        return None
    if entry.form == "base":
        if prior.lower == "," and after < len(words) and words[after].lower == ",":
            return None  # "it took, say, five years"
        led = prior.has("auxiliary", "plural", "mark", "quote", "conjunction", "punctuation")
        led = led or (prior.has("relative") and not entry.noun)  # "polls that show", but "that claim"
        shows = (entry.kind == "finding" or not entry.noun) and _has_plural_head(words, index)
        return "finite" if led or shows or is_plural(prior) else None
    if entry.kind == "plan" and _intends(words, after, prior):
        return "finite"
    return (
        None if entry.noun and not prior.has("pronoun") and _reads_as_noun(words, after, prior) else "finite"
    )


def _intends(words: Sequence[Word], after: int, prior: Word) -> bool:
    """Whether a form in -s is what somebody does: "the council **plans to** build", no verb behind it."""
    if after >= len(words) or words[after].lower != "to" or is_plural(prior):
        return False
    if not prior.capital and not _is_definite_source(words, after - 1):
        return False  # "unpaid wages and government plans to cut"
    clause = takewhile(lambda word: not word.has("punctuation", "relative", "subordinator"), words[after:])
    return not any(word.has("finite") for word in clause)


def _is_definite_source(words: Sequence[Word], end: int) -> bool:
    """Whether the phrase before a verb is somebody with an article or the like: "**the council** plans"."""
    phrase = phrase_before(words, end)
    if phrase is None or not words[phrase[0]].has("determiner", "possessive"):
        return False
    return bool(kinds_of(words[end - 1]) & {"person", "body", "office"})


def _has_plural_head(words: Sequence[Word], end: int) -> bool:
    """Whether a phrase before a verb is plural and its last word is not: "polls in Ohio", "data from it"."""
    phrase = phrase_before(words, end)
    head = words[head_of(words, phrase)] if phrase is not None else None
    return head is not None and (is_plural(head) or head.has("plural"))


def _announces(words: Sequence[Word], after: int) -> bool:
    """Whether a colon at the very end, or before a quotation, announces what is said."""
    return (
        after < len(words)
        and words[after].lower == ":"
        and (after + 1 == len(words) or words[after + 1].has("quote"))
    )


_AFTER_VERB = ("determiner", "pronoun", "number", "mark", "quantifier", "adverb", "quote", "subordinator")


def _reads_as_noun(words: Sequence[Word], after: int, prior: Word) -> bool:
    """Whether the neighbours make a form in -s a noun: "the lewd jokes and", "media reports said"."""
    if prior.has("punctuation", "quote"):
        return False
    if prior.has("quantifier", "determiner") or (is_plural(prior) and not prior.capital):
        return True
    if is_participle(prior):
        return True  # "classified emails that"
    if after >= len(words) or words[after].has("punctuation"):
        return not prior.capital and not _announces(words, after)
    following = words[min(after + (words[after].lower == "at"), len(words) - 1)]  # "estimates at 12"
    named = following.capital and not words[after - 1].acronym  # of "RED STATES VOTE", capitals tell nothing
    return not (named or following.has(*_AFTER_VERB))


def _takes_source(words: Sequence[Word], after: int, kind: CueKind) -> bool:
    """Whether what follows a phrase can be a source: no rate ("per day"), no place ("in March")."""
    if after >= len(words):
        return False
    if kind == "name":
        return words[after].capital or words[after].has("article")
    return kind != "poll" or _is_poll(words, after)


def _is_poll(words: Sequence[Word], start: int) -> bool:
    """Whether a poll is named: "a new poll", "polls from Marist" - not "polls", "recent polls"."""
    for index in range(start, min(start + 12, len(words))):
        word = words[index]
        averaged = word.lower == "of" and words[index - 1].lower in ("average", "averages")
        if word.has("punctuation", "finite", "preposition", "quote") and not averaged:
            return False
        if "poll" in kinds_of(word):
            vague = index == start or (is_plural(word) and index == start + 1)
            return not vague or (is_plural(word) and _is_made(words, index + 1))
    return False


def _is_made(words: Sequence[Word], index: int) -> bool:
    """Whether it is told here who made something, or when: "from Marist", "taken in May"."""
    if index + 1 >= len(words):
        return False
    made = words[index].lower in ("from", "by") and words[index + 1].capital
    return made or is_participle(words[index])


def previous(words: Sequence[Word], index: int) -> int:
    """The index of the last word before `index` that is no adverb; -1 if there is none."""
    index -= 1
    while index >= 0 and words[index].has("adverb"):
        index -= 1
    return index
