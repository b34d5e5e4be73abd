"""Which columns does a table of claims, citations, decisions, sources or agreement have?

One description of each noun. The header of a table, the JSON Schema that ships with the
package (`schemas.py`) and the check of docs/columns.md are all made from it. A column may
be added; one whose meaning changes raises `SCHEMA_VERSION`.

Pure. Callers: `columns.py`, `schemas.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal, get_args

from factcheck.model import (
    AttributionType,
    Band,
    Hedge,
    Kind,
    Move,
    Polarity,
    RelationLabel,
    Reliability,
    Scope,
    StandingStatus,
    Status,
)

ColumnKind = Literal["text", "number", "score", "count", "flag"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, what stands in it, of which kind, and whether it may be empty.

    A `number` is exact: a JSON string; a `score` a JSON number of six places at most. `words` are
    the only ones that may stand in it.
    """

    name: str
    says: str
    kind: ColumnKind = "text"
    words: tuple[str, ...] = ()
    empty: bool = True


@dataclass(frozen=True, slots=True)
class Noun:
    """A table: its name, which is also the key of the list in JSON, and its columns in order."""

    name: str
    columns: tuple[Column, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The header."""
        return tuple(column.name for column in self.columns)


def _id(name: str, says: str) -> Column:
    return Column(name, says, empty=False)


def _word(name: str, says: str, words: object, *, empty: bool = True) -> Column:
    return Column(name, says, words=get_args(words), empty=empty)


def _perhaps(columns: Sequence[Column]) -> Sequence[Column]:
    """The same columns, each of which may be empty."""
    return [replace(column, empty=True) for column in columns]


QUANTITY = (
    Column("counted", "the thing that the number counts, in the words of the text"),
    Column("low", "the least value stated; nothing where the number is open below", "number"),
    Column("high", "the greatest value stated; nothing where it is open above", "number"),
    Column("point", "the figure itself; nothing where only a bound or a range is stated", "number"),
    _word("hedge", "the word that loosens or bounds the number", Hedge, empty=False),
    Column("low_open", "whether the lower bound itself is excluded (over 1,500)", "flag", empty=False),
    Column("high_open", "whether the upper bound itself is excluded (under 300)", "flag", empty=False),
    Column("grain", "the place value of the last digit that the writer stood behind", "number"),
    _word("kind", "what kind of number it is", Kind, empty=False),
    Column("unit", "the unit of a measure, a share or an amount of money"),
)
_TERMS = (
    Column("measure", "what is counted, in a word that somebody declared"),
    Column("place", "where, if somebody declared it"),
    Column("period", "when, if somebody declared it, in EDTF"),
)
_DATE = Column("date", "when, as exactly as known, in EDTF: 2019-12-16, 2019-12, 2019, 2019-12~")
_MODEL = Column("model", "the name of the model that judged", empty=False)

AGREEMENT_FIGURES = (
    _word("band", "the verdict of the evidence in words; see `agreement.md`", Band),
    Column("score", "from 0 to 1; nothing without independent evidence", "score"),
    Column("support", "the share of the evidence that speaks for the claim", "score"),
    Column("conflict", "the share that speaks against it", "score"),
    Column("unknown", "the share that is open; the three add up to 1", "score"),
    Column("independent", "how many independent origins speak to the claim", "count"),
    Column("corroborates", "how many of them support it", "count"),
    Column("compatible", "how many neither confirm it nor rule it out", "count"),
    Column("conflicts", "how many conflict with it", "count"),
)

CLAIMS = Noun(
    "claims",
    (
        _id("id", "the id of the claim"),
        _id("document", "the id of the document that prints it"),
        Column("title", "the title of the document"),
        Column("outlet", "who published the document"),
        _DATE,
        Column("url", "the address of the document"),
        Column(
            "start",
            "where the number begins in the text of the document, in code points",
            "count",
            empty=False,
        ),
        Column("end", "where it ends", "count", empty=False),
        Column("surface", "the number exactly as printed", empty=False),
        Column("phrase", "the number with its hedge and what it counts", empty=False),
        *QUANTITY,
        *_TERMS,
        Column("source", "who vouches for the number, under the name it is filed by"),
        Column("credited", "who is credited, in the words of the text"),
        _word(
            "attribution_type",
            "how the source is named; `none` is the article's own voice",
            AttributionType,
            empty=False,
        ),
        _word(
            "polarity",
            "whether the source states the number, denies it, or means to reach it",
            Polarity,
            empty=False,
        ),
        *AGREEMENT_FIGURES,
        Column("citations", "how many citations are attached", "count", empty=False),
        _word("status", "where its review stands", Status, empty=False),
        Column("verdict", "what the review says, in a word of the ledger's scale"),
        Column("assignee", "who is to check it"),
    ),
)
CITATIONS = Noun(
    "citations",
    (
        _id("id", "the id of the citation"),
        _id("claim", "the id of the claim that it is attached to"),
        Column("source", "who vouches for its figure", empty=False),
        Column("outlet", "who published it"),
        _DATE,
        Column("url", "where it can be read"),
        Column("passage", "the words that hold the figure", empty=False),
        *_perhaps(QUANTITY),
        _word("scope", "what its count is to the claim's", Scope, empty=False),
        Column(
            "derived_from",
            "ids of citations, or names of sources, that it was taken from, between semicolons",
        ),
        _word(
            "reliability",
            "of the source, from `A`, reliable, to `E`, unreliable; `F`, cannot be judged",
            Reliability,
            empty=False,
        ),
        Column("party", "whether the source is a party to the dispute", "flag", empty=False),
        *_TERMS,
        Column("note", "what else was said about it"),
        _word("stance", "what the person who attached it says of it", RelationLabel),
        Column("stance_by", "who that is"),
        _word("relation", "how its number stands to the claim's, as computed", RelationLabel, empty=False),
        Column("s", "the computed strength, from -1 to 1; nothing where incomparable", "score"),
        Column("factor", "of a conflict, how many times the nearest stated bounds are apart", "number"),
        Column("reason", "the sentence that says so", empty=False),
        Column("origin", "who produced the figure", empty=False),
        _word("status", "whether it counts as evidence of its own, or why not", StandingStatus, empty=False),
        Column("counts", "whether it counts", "flag", empty=False),
        Column("weight", "how much it weighs", "score", empty=False),
        Column("contribution", "what it adds: negative against the claim", "score", empty=False),
    ),
)
SOURCES = Noun(
    "sources",
    (
        _id("id", "the id of the source"),
        Column("name", "the name that it is filed under", empty=False),
        Column("kind", "what it is: agency, monitor, ministry, paper, person"),
        Column("aliases", "its other names, between semicolons"),
        _word("reliability", "from `A`, reliable, to `E`, unreliable; `F`, cannot be judged", Reliability),
        Column("party", "whether it is a party to the dispute", "flag", empty=False),
        Column("affiliations", "the ids of the sources that speak as one with it, between semicolons"),
    ),
)
AGREEMENT = Noun(
    "agreement",
    (
        _id("claim", "the id of the claim"),
        *AGREEMENT_FIGURES,
        Column("citations", "how many citations there are", "count", empty=False),
        Column("reasons", "the sentences that say why", empty=False),
        Column("pooled_low", "the least of the independent figures", "number"),
        Column("pooled_high", "the greatest of them", "number"),
        Column("pooled_median", "the one in the middle", "number"),
        Column("pooled_floor", "the highest of the floors", "number"),
        Column("pooled_ceiling", "the lowest of the ceilings", "number"),
        Column("pooled_headline", "one figure for all, only where they lie within a factor of 2", "number"),
        _MODEL,
    ),
)
DECISIONS = Noun(
    "decisions",
    (
        _id("id", "the id of the decision"),
        _id("claim", "the id of the claim"),
        _word("move", "what was done", Move, empty=False),
        Column("by", "by whom", empty=False),
        Column("at", "when, in UTC", empty=False),
        Column("follows", "the ids of the decisions that it follows, between semicolons"),
        Column("verdict", "the verdict, where one was given"),
        Column("because", "the reason, the question, the answer or the note"),
        Column("assignee", "who is to check it"),
        Column("blind", "whether the verdict was given without seeing those of others", "flag", empty=False),
        Column("self_signed", "whether whoever gave the verdict signed it, too", "flag", empty=False),
        _word("saw_band", "the band that its maker saw", Band),
        Column("saw_score", "the score that its maker saw", "score"),
        Column("saw_model", "the model that gave them"),
        Column("said", "of a correction, what was said"),
        Column("right", "what is right"),
        Column("where", "where the correction is published"),
    ),
)
EVENTS = Noun(
    "events",
    (
        _id("ledger", "the id of the ledger that the change was made in"),
        Column("seq", "its number in the chain of that ledger", "count", empty=False),
        Column("at", "when, in UTC", empty=False),
        Column("who", "by whom; declared, not proven", empty=False),
        Column("version", "with which version of the program", empty=False),
        Column("verb", "what was done", empty=False),
        Column("subject", "to which record", empty=False),
        Column("content", "what it states, as canonical JSON", empty=False),
        Column("previous", "the hash of the event before it", empty=False),
        Column("hash", "its own hash, over all the other columns", empty=False),
    ),
)
NOUNS = (CLAIMS, CITATIONS, DECISIONS, SOURCES, AGREEMENT, EVENTS)
