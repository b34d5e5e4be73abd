"""Whom does "she", "they" or "the ministry" stand for?

The last fitting source is sought backwards, statement by statement: "he" and "she" need a
person, whose given name may not speak against it; "it" and "they" a body or a group; a
description ("the ministry") an earlier phrase with the same noun. Where nothing fits, the
phrase itself stays the name, and nobody is guessed.

Pure. Callers: attributions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from factcheck.language.sources.heads import SOURCE_NOUNS, Range, kinds_of
from factcheck.language.sources.names import GIVEN_NAMES, TITLES, canonical_name, represented, source_type
from factcheck.language.sources.noun_phrases import phrase_after, phrase_before, without_verb
from factcheck.language.sources.words import CLOSED_CLASSES, Word
from factcheck.language.statements import Statement

LONGEST_GIVEN = 80  # characters of the given names before a surname
MENTIONS = 40  # of one surname that are looked at, the nearest first
CANDIDATES = 4  # mentions of one noun in a statement that are tried


def described_noun(named: Sequence[Word]) -> str | None:
    """The noun of a bare description that may point back ("the ministry"), or None."""
    if len(named) != 2 or not named[0].has("determiner") or named[0].lower in ("a", "an"):
        return None
    return named[1].lower if kinds_of(named[1]) and not named[1].has("plural") else None


def refers(named: Sequence[Word]) -> bool:
    """Whether a phrase is a pronoun, a bare description, or who speaks for one: its name stands elsewhere."""
    return (len(named) == 1 and named[0].has("pronoun", "relative")) or _noun_of(named) is not None


def _noun_of(named: Sequence[Word]) -> str | None:
    """The noun that an earlier phrase may name: of "the ministry", of "a ministry spokesman"."""
    body = represented(named)
    if len(body) == 1 and not body[0].capital and kinds_of(body[0]):
        return body[0].lower
    return described_noun(named)


def full_name(name: str, before: str) -> str | None:
    """The full name that ends in this surname, if the text before knows exactly one."""
    if not _SURNAME.fullmatch(name) or name.lower() in CLOSED_CLASSES:
        return None
    found: set[str] = set()
    place = len(before)
    for _ in range(MENTIONS):
        place = before.rfind(name, 0, place)
        if place < 0:
            break
        given = _given_before(before, place)
        after = before[place + len(name) : place + len(name) + 1]
        if given and not (after.isalnum() or after == "_"):
            found.add(given + name)
    return found.pop() if len(found) == 1 else None


def _given_before(text: str, place: int) -> str:
    """The given names that end right before a place, "" if none does."""
    first = max(0, place - LONGEST_GIVEN)
    word = text[text.rfind(" ", first, max(0, place - 1)) + 1 : place]
    if word == word.lower():
        return ""  # "said Barden": most mentions, and quickly told
    given = _GIVEN.search(text, first, place)
    return given.group() if given and _may_be_given(given.group().split()[0].lower()) else ""


def _may_be_given(name: str) -> bool:
    return name not in TITLES and name not in CLOSED_CLASSES and name not in SOURCE_NOUNS


_SURNAME = re.compile(r"[A-Z][\w'\u2019-]+")
_GIVEN = re.compile(r"\b(?:[A-Z][\w'\u2019-]+ (?:[A-Z]\. )?){1,2}\Z")


def antecedent(
    named: Sequence[Word], statement: Statement, index: int, earlier: Iterable[Statement]
) -> str | None:
    """The name that a pronoun or a bare description stands for, or None.

    `index` is where it stands in its statement; `earlier` are the statements before, the nearest first.
    """
    if len(named) == 1 and named[0].has("relative"):
        return _of_relative(statement, index)
    if len(named) == 1 and named[0].has("pronoun"):
        fits = _persons if named[0].lower in ("he", "she") else _bodies
        return _first(fits(named[0].lower, statement, index, earlier))
    noun = _noun_of(named)
    return None if noun is None else _first(_described(noun, statement, index, earlier))


def _first(names: Iterator[str]) -> str | None:
    return next(names, None)


def _of_relative(statement: Statement, index: int) -> str | None:
    """The antecedent of "who" or "which": the phrase right before it."""
    words = statement.words
    end = index - 1 if words[index - 1].lower == "," else index
    vouching = (testimony.source for testimony in statement.testimonies if testimony.source[1] == end)
    phrase = next(vouching, None) or (phrase_before(words, end) if end > 0 else None)
    if phrase is None:
        return None
    return canonical_name(statement.text, words[slice(*without_verb(words, phrase))])


def _stretches(
    statement: Statement, index: int, earlier: Iterable[Statement]
) -> Iterator[tuple[Statement, int]]:
    """The statements to search, the nearest first, with how many of their words stand before the anaphor."""
    yield statement, index
    for before in earlier:
        yield before, len(before.words)


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody who is mentioned in a statement: where the mention ends, the name, and its words."""

    end: int
    name: str
    named: Sequence[Word]


def _persons(pronoun: str, statement: Statement, index: int, earlier: Iterable[Statement]) -> Iterator[str]:
    """The persons named before, sources first, none whose given name speaks against the pronoun."""
    for here, limit in _stretches(statement, index, earlier):
        for person in here.once(_people):
            if person.end <= limit and _pronoun_of(person.named) in (pronoun, None):
                yield person.name


def _people(statement: Statement) -> tuple[Mention, ...]:
    """The persons that a statement names, those who vouch first."""
    sources = (testimony.source for testimony in statement.testimonies)
    return tuple(
        Mention(end, canonical_name(statement.text, named), named)
        for start, end in (*sources, *_names_in(statement.words))
        if _is_person(named := statement.words[start:end])
    )


def _names_in(words: Sequence[Word]) -> Iterator[Range]:
    """The runs of capitals in a statement, with the titles before them."""
    start = 0
    while start < len(words):
        end = start
        while (
            end < len(words)
            and words[end].capital
            and not words[end].has("determiner", "preposition", "pronoun")
        ):
            end += 1
        if end > start + 1:
            yield start, end
        start = max(end, start + 1)


def _is_person(named: Sequence[Word]) -> bool:
    """Whether a phrase names a person: by a title, a given name, or capitals without a noun of a body."""
    if source_type(named) != "named":
        return False
    if any(word.lower.rstrip(".") in TITLES or word.lower in GIVEN_NAMES for word in named):
        return True
    if any(kinds_of(word) & {"body", "evidence", "poll"} or word.acronym for word in named):
        return False
    return not named[0].has("determiner") and sum(word.capital for word in named[:3]) >= 1


def _pronoun_of(named: Sequence[Word]) -> str | None:
    found = (GIVEN_NAMES.get(word.lower.rstrip(".")) for word in named)
    return next((pronoun for pronoun in found if pronoun is not None), None)


def _bodies(pronoun: str, statement: Statement, index: int, earlier: Iterable[Statement]) -> Iterator[str]:
    """The bodies and groups that vouched or were spoken of before; no person by name."""
    before = iter(earlier)
    for here, limit in _stretches(statement, index, before):
        subject = here.once(_subject)
        for body in (*here.once(_sources), *(() if subject is None else (subject,))):
            if body.end <= limit and _may_be(pronoun, body.named):
                yield _told_more(body, here, before) or body.name


def _told_more(body: Mention, here: Statement, before: Iterator[Statement]) -> str | None:
    """What a body that is only described where it is mentioned ("the institute") is called before that."""
    noun = described_noun(body.named)
    return None if noun is None else _first(_described(noun, here, body.end - 1, before))


def _sources(statement: Statement) -> tuple[Mention, ...]:
    """Those who vouch in a statement, the last first."""
    return tuple(
        Mention(end, canonical_name(statement.text, named), named)
        for start, end in (testimony.source for testimony in reversed(statement.testimonies))
        if not (named := statement.words[start:end])[0].has("pronoun", "relative")
    )


def _subject(statement: Statement) -> Mention | None:
    """The body or the group that a statement begins with."""
    phrase = phrase_after(statement.words, 0, asides=False)
    if phrase is None:
        return None
    named = statement.words[slice(*phrase)]
    known = any(kinds_of(word) or word.acronym for word in named)
    return Mention(phrase[1], canonical_name(statement.text, named), named) if known else None


def _may_be(pronoun: str, named: Sequence[Word]) -> bool:
    """Whether "it" or "they" may stand for a source: no pronoun, no single person; "it" no plural."""
    if named[0].has("pronoun", "relative"):
        return False
    plural = any("person" in kinds_of(word) and word.lower.endswith("s") for word in named)
    if pronoun == "it":
        return not plural and not (_is_person(named) and _pronoun_of(named) is not None)
    return plural or not (_is_person(named) and _pronoun_of(named) is not None)


def _described(noun: str, statement: Statement, index: int, earlier: Iterable[Statement]) -> Iterator[str]:
    """The earlier phrases with that noun that say more: "the Vietnamese health **ministry**"."""
    for here, limit in _stretches(statement, index, earlier):
        yield from here.once(_descriptions, noun, limit)


def _descriptions(statement: Statement, noun: str, limit: int) -> tuple[str, ...]:
    """What a statement calls that noun before a limit, the last first; no bare description."""
    places = [place for place in range(limit) if statement.words[place].lower == noun]
    phrases = (_around(statement.words, place) for place in reversed(places[-CANDIDATES:]))
    named = (statement.words[slice(*phrase)] for phrase in phrases if phrase is not None)
    return tuple(canonical_name(statement.text, words) for words in named if _says_more(words))


def _says_more(words: Sequence[Word]) -> bool:
    """Whether a phrase tells which one it is: not "the ministry", not "be president"."""
    counted = any(word.has("number") for word in words)  # of "killed 200 government soldiers"
    verbal = words[0].has("finite", "be")
    return len(words) > 1 and not counted and not verbal and described_noun(words) is None


def _around(words: Sequence[Word], place: int) -> Range | None:
    """The phrase that a noun heads, with what a body is of: "the **Ministry** of Health"."""
    phrase = phrase_before(words, place + 1)
    if phrase is None or (place + 1 < len(words) and "person" in kinds_of(words[place + 1])):
        return None  # "council workers"
    start, end = phrase
    start = max(
        (index + 1 for index in range(start, place) if words[index].lower in ("by", "to")), default=start
    )
    named = place + 2 < len(words) and words[place + 1].lower == "of" and words[place + 2].capital
    behind = (
        phrase_after(words, place + 2, asides=False) if named and "body" in kinds_of(words[place]) else None
    )
    return start, behind[1] if behind else end
