"""Which tables hold records, and which of their columns may quote a text under check?

One `Table` for each kind of record, its columns in the order of `schema`. `facts` is
what an audit event says of a row: every column as stored, except that the columns
that may quote somebody (`textual`) appear only as one hash. So an event proves what
was recorded, and a text that must be redacted is not kept alive by the log.

Pure. Callers: `store`, which writes the facts, and `audit`, which compares with them.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Stored = str | int | float | None


@dataclass(frozen=True, slots=True)
class Table:
    """One kind of record: where it is stored, under which key, and what of it is quoted text.

    `entry`, the order of recording, comes before the columns and is not among them.
    """

    name: str
    columns: tuple[str, ...]
    key: tuple[str, ...] = ("id",)
    textual: tuple[str, ...] = ()

    @property
    def insertion(self) -> str:
        """The statement that appends one row, its values in the order of the columns."""
        names, places = ", ".join(self.columns), ", ".join("?" * len(self.columns))
        return f"INSERT INTO {self.name} ({names}) VALUES ({places})"  # noqa: S608 - names of ours

    @property
    def selection(self) -> str:
        """The statement that reads one row by its key."""
        names, where = ", ".join(self.columns), " AND ".join(f"{name} = ?" for name in self.key)
        return f"SELECT {names} FROM {self.name} WHERE {where}"  # noqa: S608 - names of ours

    def facts(self, row: Sequence[Stored]) -> dict[str, Stored]:
        """What an event says of this row: its columns but for empty and textual ones, and a hash of those."""
        stated = dict(zip(self.columns, row, strict=True))
        quoted = [stated.pop(name) for name in self.textual]
        facts: dict[str, Stored] = {name: value for name, value in stated.items() if value is not None}
        if self.textual:
            facts["texts"] = digest(quoted)
        return facts


def canonical(content: Mapping[str, object] | Sequence[object]) -> str:
    """The one spelling of this content as JSON: sorted keys, no blanks, ASCII, no NaN."""
    return json.dumps(content, ensure_ascii=True, sort_keys=True, separators=(",", ":"), allow_nan=False)


def digest(content: Mapping[str, object] | Sequence[object]) -> str:
    """The SHA-256 of the canonical JSON, as 64 hexadecimal digits."""
    return hashlib.sha256(canonical(content).encode("ascii")).hexdigest()


QUANTITY = ("low", "high", "point", "grain", "low_open", "high_open", "hedge", "kind", "unit", "counted")

SOURCES = Table("sources", ("id", "name", "kind", "reliability", "party"))
ALIASES = Table("aliases", ("source", "alias"), key=("source", "alias"))
AFFILIATIONS = Table("affiliations", ("one", "other"), key=("one", "other"))
DOCUMENTS = Table(
    "documents",
    (
        *("id", "sha256", "path", "title", "publisher", "date", "url", "media_type"),
        *("characters", "recorded_at", "recorded_by", "reader"),
    ),
    textual=("title",),
)
CLAIMS = Table(
    "claims",
    (
        *("id", "document", "span_start", "span_end", "surface", "phrase_start", "phrase_end", "phrase"),
        *("sentence_start", "sentence_end", *QUANTITY),
        *("attribution", "credited", "credited_start", "credited_end", "cue", "cue_start", "cue_end"),
        *("canonical", "via", "inherited", "quoted", "polarity", "source", "measure"),
    ),
    textual=("surface", "phrase", "unit", "counted", "credited", "cue", "canonical", "via", "measure"),
)
CITATIONS = Table(
    "citations",
    (
        *("id", "claim", "source", "outlet", "date", "url", "passage", *QUANTITY, "scope", "derived_from"),
        *("reliability", "party", "measure", "note", "stance", "stance_reason", "stance_by"),
    ),
    textual=("passage", "unit", "counted", "measure", "note", "stance_reason"),
)
AGREEMENTS = Table(
    "agreements",
    (
        *("entry", "claim", "band", "score", "support", "conflict", "unknown", "independent"),
        *("corroborates", "compatible", "conflicts", "citations", "reasons", "model"),
    ),
    key=("claim",),
    textual=("reasons",),
)

RECORDS = (SOURCES, ALIASES, AFFILIATIONS, DOCUMENTS, CLAIMS, CITATIONS)
AUDITED = {table.name: table for table in (*RECORDS, AGREEMENTS)}
