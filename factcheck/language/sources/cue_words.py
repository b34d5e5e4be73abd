"""Which words can credit a number to somebody?

A cue is a verb in one of its forms ("said", "has estimated", "saying"), a phrase that
takes the source as its object ("according to"), or a noun that has an owner or a maker
("the union's claim that", "estimates by the union"). All of them are rows of tables; this
module inflects them. Whether a word is a cue where it stands is judged in `cues`.

Callers: cues, statements, source_readings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, cast, get_args

from factcheck.language.lexicon import table
from factcheck.model import Polarity

CueKind = Literal[
    "saying",
    "speech",
    "remark",
    "address",
    "finding",
    "belief",
    "clause",
    "plan",
    "denial",
    "rejection",
    "any",
    "name",
    "poll",
    "origin",
    "noun",
]
Form = Literal["base", "third", "past", "gerund", "phrase", "noun"]


@dataclass(frozen=True, slots=True)
class CueWord:
    """One entry of the lexicon: the words of one form of a cue, and the row that it comes from."""

    words: tuple[str, ...]
    kind: CueKind
    form: Form
    polarity: Polarity
    noun: bool
    table: str
    example: str


_DOUBLING = frozenset(
    ["put", "set", "bid", "dub", "log", "peg", "quip", "slam", "admit", "commit", "refer", "plan"]
)
_SIBILANTS = ("sh", "ch", "ss", "o")


def _inflect(verb: str, irregular: str) -> Iterator[tuple[Form, str]]:
    """The forms of a verb; the endings go on its first word ("points out")."""
    head, space, rest = verb.partition(" ")
    tail = space + rest
    to_ies = head.endswith("y") and head[-2] not in "aeou"
    mute = head.endswith("e") and not head.endswith("ee")
    stem = head[:-1] if mute else head + head[-1] if head in _DOUBLING else head
    regular = head[:-1] + "ied" if to_ies else head + "d" if head.endswith("e") else stem + "ed"
    yield "base", verb
    yield (
        "third",
        (head[:-1] + "ies" if to_ies else head + ("es" if head.endswith(_SIBILANTS) else "s")) + tail,
    )
    yield "gerund", stem + "ing" + tail
    for past in irregular.split(","):
        yield "past", past if " " in past else (past or regular) + tail


def _entries() -> Iterator[CueWord]:
    for row in table("cue_verbs"):
        kind, polarity = cast(CueKind, row["kind"]), cast(Polarity, row["polarity"])
        for form, surface in _inflect(row["verb"], row["past"]):
            noun = row["noun"] == "yes"
            yield CueWord(tuple(surface.split()), kind, form, polarity, noun, "cue_verbs", row["example"])
    for row in table("cue_phrases"):
        parts, kind = tuple(row["phrase"].split()), cast(CueKind, row["object"])
        yield CueWord(parts, kind, "phrase", "asserted", False, "cue_phrases", row["example"])
    for row in table("cue_nouns"):
        polarity = cast(Polarity, row["polarity"])
        yield CueWord((row["noun"],), "noun", "noun", polarity, False, "cue_nouns", row["example"])


def _lexicon() -> dict[str, tuple[CueWord, ...]]:
    """Every form of every cue by its first word, the longest first."""
    by_first: dict[str, list[CueWord]] = {}
    for entry in _entries():
        assert entry.kind in get_args(CueKind), f"cue of an unknown kind: {entry}"
        by_first.setdefault(entry.words[0], []).append(entry)
    return {
        first: tuple(sorted(found, key=lambda cue: (-len(cue.words), cue.form != "phrase")))
        for first, found in by_first.items()
    }


CUES = _lexicon()


def may_hold_cue(text: str) -> bool:
    """Whether a stretch of text has the words of any cue, whatever stands between them."""
    found = frozenset(_LETTERS.findall(text.lower()))
    if not found.isdisjoint(_ALONE):
        return True
    return any(found.issuperset(words) for first in found & _TOGETHER.keys() for words in _TOGETHER[first])


def _telling_words() -> tuple[frozenset[str], dict[str, list[tuple[str, ...]]]]:
    """The words that may credit by themselves, and those that need others beside them, by their first.

    Of a phrase the longest word tells (no "in" or "as"), of polls their nouns do.
    """
    alone = {row["noun"] for row in table("source_nouns") if "poll" in row["kinds"]}
    together: dict[str, list[tuple[str, ...]]] = {}
    for entry in (entry for found in CUES.values() for entry in found if entry.kind != "poll"):
        if entry.form == "phrase":
            alone.add(max(entry.words, key=len))
        elif len(entry.words) == 1:
            alone.add(entry.words[0])
        else:
            together.setdefault(entry.words[0], []).append(entry.words)
    return frozenset(alone), together


_LETTERS = re.compile(r"[a-z]+")
_ALONE, _TOGETHER = _telling_words()
