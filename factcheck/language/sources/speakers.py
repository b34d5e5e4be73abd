"""Who is speaking, where the statement itself does not say?

A quotation that stands alone is the last speaker's who is named beside it; a turn in a
transcript is its label's ("SENATOR HOLT: ..."); a headline may put its source before a
colon ("Amnesty: 304 killed"), but a topic there ("Measles: 38 new cases") vouches for
nothing.

Pure. Callers: attributions.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.language.lexicon import table, word_list
from factcheck.language.sources.heads import SOURCE_NOUNS
from factcheck.language.sources.marks import credit_line
from factcheck.language.sources.testimony import Testimony
from factcheck.language.statements import Statement
from factcheck.model import Span

_BODIES = frozenset(row["name"] for row in table("bodies"))
_TITLES = frozenset(row["title"] for row in table("titles"))
_DASHES = "-–—"
LONGEST_SPEECH = 40  # statements or paragraphs that a speech or a list is followed back
SHORTEST_TURN = 12  # characters behind a label; less is a table ("Clinton: 547")
SPEAKERS_OF_A_TRANSCRIPT = 3  # labelled paragraphs from which on a turn may run over several

# "SENATOR HOLT:", "Q:", '"RUIZ: I went' of a quoted transcript, "Study:" but not "He said:"
_LABEL = re.compile(r"[\"\u201c]?([A-Z][\w.'\u2019-]*(?: [A-Z(][\w.'\u2019)-]*){0,5}):(?=\s)")


@dataclass(frozen=True, slots=True)
class Label:
    """A speaker's label at the head of a paragraph: the name and the colon behind it."""

    paragraph: int
    name: Span
    colon: Span


def labels(text: str, paragraphs: Sequence[Span]) -> tuple[Label, ...]:
    """The labels that name a speaker, in order."""
    found: list[tuple[int, re.Match[str]]] = []
    for index, paragraph in enumerate(paragraphs):
        match = _LABEL.match(text, paragraph.start, min(paragraph.end, paragraph.start + 80))
        if match is not None and paragraph.end - match.end() >= SHORTEST_TURN:
            found.append((index, match))
    repeated = Counter(match.group(1) for _, match in found)
    return tuple(
        Label(index, Span(*match.span(1)), Span(match.end() - 1, match.end()))
        for index, match in found
        if repeated[match.group(1)] > 1 or _names_speaker(match.group(1))
    )


def _names_speaker(name: str) -> bool:
    """Whether a label that stands only once names somebody who vouches."""
    first, *others = name.split()
    if name.rsplit(maxsplit=1)[-1].lower() in word_list("no speakers"):
        return False
    if name in _BODIES or first.rstrip(".").lower() in _TITLES:
        return True
    if others and name.isupper():
        return True
    return name.rsplit(maxsplit=1)[-1].lower() in SOURCE_NOUNS


def nearby_speaker(statements: Sequence[Statement], place: int) -> tuple[Statement, Testimony, bool] | None:
    """Who speaks the quotation that stands alone at `place` of a paragraph, and whether by inheritance."""
    following = statements[place + 1] if place + 1 < len(statements) else None
    if following is not None and _asks(statements[place]) and _opens_with_speaker(following):
        return following, following.testimonies[0], False
    for back in range(place - 1, max(-1, place - LONGEST_SPEECH), -1):
        if statements[back].testimonies:
            return statements[back], _speaking(statements[back]), True
    if following is not None and _opens_with_speaker(following):
        return following, following.testimonies[0], False
    return None


def speaker_below(following: Statement) -> Testimony | None:
    """Whom a line below a quotation credits with it, if the line does nothing else: "— Ann Cole"."""
    if following.text[following.span.start] not in _DASHES:
        return None
    return credit_line(following.words)


def last_speaker(statements: Sequence[Statement]) -> tuple[Statement, Testimony, bool] | None:
    """The last one who speaks in a paragraph; whoever goes on in the next one inherits."""
    for statement in reversed(statements[-LONGEST_SPEECH:]):
        if statement.testimonies:
            return statement, _speaking(statement), True
    return None


def _speaking(statement: Statement) -> Testimony:
    """Of a statement's testimonies the one that covers a quotation; otherwise the first."""
    quotes = [index for index, word in enumerate(statement.words) if word.has("quote")]
    for testimony in reversed(statement.testimonies):
        if any(testimony.covers(index) for index in quotes):
            return testimony
    return statement.testimonies[0]


def _asks(statement: Statement) -> bool:
    return statement.text[statement.span.end - 2] in "?!"


def _opens_with_speaker(statement: Statement) -> bool:
    """Whether a statement begins with its source: "Ahmed Saleh was speaking from Taiz."."""
    if not statement.testimonies:
        return False
    first = statement.testimonies[0]
    return first.source[0] == 0 and first.cue[0] <= first.source[1] + 3
