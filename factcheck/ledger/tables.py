"""Which tables hold records, and which of their columns may quote a text under check?

One `Table` for each kind of record. `facts` is what an audit event says of a row: every
column as stored, except that the columns that may quote somebody appear only as one
hash. So an event proves what was recorded, and a text that must be redacted is not
kept alive by the log.

Pure. Callers: `store`, which writes the facts, and `audit`, which compares with them.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from json import encoder

Stored = str | int | float | None

_JSON = json.JSONEncoder(ensure_ascii=True, sort_keys=True, separators=(",", ":"), allow_nan=False)


@dataclass(frozen=True, slots=True)
class Table:
    """One kind of record: where it is stored, under which key, in which columns.

    A row has the values of the columns `stated`, then those of the columns `quoted`, which may
    hold words of a text. `entry`, the order of recording, is in neither. `spelled` is what an event
    says of a row, in the order in which it is spelled, each with its place among `stated` and the hash.
    """

    name: str
    stated: tuple[str, ...]
    quoted: tuple[str, ...] = ()
    key: tuple[str, ...] = ("id",)
    spelled: tuple[tuple[str, int], ...] = field(init=False)

    def __post_init__(self) -> None:
        said = (*self.stated, "texts") if self.quoted else self.stated
        object.__setattr__(self, "spelled", tuple(sorted((name, place) for place, name in enumerate(said))))

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of a row, in order."""
        return self.stated + self.quoted

    @property
    def insertion(self) -> str:
        """The statement that appends one row."""
        names, places = ", ".join(self.columns), ", ".join("?" * len(self.columns))
        return f"INSERT INTO {self.name} ({names}) VALUES ({places})"  # noqa: S608 - names of ours

    @property
    def selection(self) -> str:
        """The statement that reads one row by its key."""
        names, where = ", ".join(self.columns), " AND ".join(f"{name} = ?" for name in self.key)
        return f"SELECT {names} FROM {self.name} WHERE {where}"  # noqa: S608 - names of ours

    def facts(self, row: Sequence[Stored]) -> dict[str, Stored]:
        """What an event says of this row: what is stated and not empty, and one hash of what is quoted."""
        stated = len(self.stated)
        said = (*row[:stated], digest(row[stated:])) if self.quoted else row
        return {name: value for name, place in self.spelled if (value := said[place]) is not None}


def canonical(content: Mapping[str, object] | Sequence[object]) -> str:
    """The one spelling of this content as JSON: sorted keys, no blanks, ASCII, no NaN."""
    return "".join(_spelled(content, 0))


def digest(content: Mapping[str, object] | Sequence[object]) -> str:
    """The SHA-256 of the canonical JSON, as 64 hexadecimal digits."""
    return hashlib.sha256(canonical(content).encode("ascii")).hexdigest()


def _speller() -> Callable[[object, int], Iterable[str]]:
    """What `_JSON` does, without being set up anew for each of a million small contents."""
    make = getattr(encoder, "c_make_encoder", None)
    if make is None:  # a Python that is not written in C
        return lambda content, _: _JSON.iterencode(content)
    quoted = encoder.encode_basestring_ascii
    made: Callable[[object, int], Iterable[str]] = make(
        None, _JSON.default, quoted, None, ":", ",", _JSON.sort_keys, _JSON.skipkeys, _JSON.allow_nan
    )
    return made


_spelled = _speller()

QUANTITY = ("low", "high", "point", "grain", "low_open", "high_open", "hedge", "kind")

SOURCES = Table("sources", ("id", "name", "kind", "reliability", "party"))
ALIASES = Table("aliases", ("source", "alias"), key=("source", "alias"))
AFFILIATIONS = Table("affiliations", ("one", "other"), key=("one", "other"))
DOCUMENTS = Table(
    "documents",
    (
        *("id", "sha256", "path", "publisher", "date", "url", "media_type"),
        *("characters", "recorded_at", "recorded_by", "reader"),
    ),
    quoted=("title",),
)
CLAIMS = Table(
    "claims",
    (
        *("id", "document", "span_start", "span_end", "phrase_start", "phrase_end"),
        *("sentence_start", "sentence_end", *QUANTITY),
        *("attribution", "credited_start", "credited_end", "cue_start", "cue_end"),
        *("inherited", "quoted", "polarity", "source"),
    ),
    quoted=("surface", "phrase", "unit", "counted", "credited", "cue", "canonical", "via", "measure"),
)
CITATIONS = Table(
    "citations",
    (
        *("id", "claim", "source", "outlet", "date", "url", *QUANTITY),
        *("scope", "derived_from", "reliability", "party", "stance", "stance_by"),
    ),
    quoted=("passage", "unit", "counted", "measure", "note", "stance_reason"),
)
SETTINGS = Table("settings", ("id", "name", "value", "set_at", "set_by"), quoted=("reason",))
MEASURANDS = Table(
    "measurands",
    ("id", "claim", "citation", "declared_at", "declared_by"),
    quoted=("measure", "place", "period"),
)
DERIVATIONS = Table(
    "derivations",
    ("id", "claim", "citation", "accepted", "decided_at", "decided_by"),
    quoted=("parent", "reason"),
)
REVISIONS = Table(
    "revisions",
    ("id", "noun", "subject", "follows", "withdrawn", "facts", "revised_at", "revised_by"),
    quoted=("words", "reason"),
)
DECISIONS = Table(
    "decisions",
    (
        *("id", "claim", "move", "follows", "decided_at", "decided_by", "assignee"),
        *("blind", "self_signed", "band", "score", "model", "evidence"),
    ),
    quoted=("verdict", "because", "correction"),
)
SCALES = Table("scales", ("id", "set_at", "set_by"), quoted=("steps", "reason"))
JUDGEMENTS = Table(
    "judgements", ("id", "noun", "one", "other", "same", "judged_at", "judged_by"), quoted=("reason",)
)
ORIGINALS = Table("originals", ("document", "sha256", "made"), quoted=("author", "places"), key=("document",))
ANCHORS = Table(
    "anchors",
    ("id", "citation", "sha256", "path", "locator", "archive", "anchored_at", "anchored_by"),
    quoted=("prefix", "suffix"),
)
VARIANTS = Table(
    "variants",
    ("ledger", "noun", "subject", "stated_at", "facts"),
    quoted=("words",),
    key=("ledger", "noun", "subject"),
)
AGREEMENTS = Table(
    "agreements",
    (
        *("entry", "claim", "band", "score", "support", "conflict", "unknown"),
        *("independent", "corroborates", "compatible", "conflicts", "citations", "model"),
    ),
    quoted=("reasons",),
    key=("claim",),
)

STATES = Table(
    "states",
    (
        *("entry", "claim", "withdrawn", "revised", "source", "kind"),
        *("status", "verdict", "assignee", "disputed", "since"),
    ),
    key=("claim",),
)

RECORDS = (
    *(SOURCES, ALIASES, AFFILIATIONS, DOCUMENTS, CLAIMS, CITATIONS, SETTINGS, MEASURANDS, DERIVATIONS),
    *(REVISIONS, DECISIONS, SCALES, JUDGEMENTS, ORIGINALS, ANCHORS, VARIANTS),
)
AUDITED = {table.name: table for table in (*RECORDS, AGREEMENTS)}
