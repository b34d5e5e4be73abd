"""What does an article say? Spans, quantities, attributions, claims, notices, documents.

Numbers are `Decimal`, spans are code points of the canonical text, and every value
holds its invariants from birth. To change one, make another (`dataclasses.replace`).
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Hedge = Literal[
    "exact", "about", "over", "at_least", "nearly", "up_to", "under", "range", "about_range", "vague"
]
Kind = Literal["count", "percent", "money", "duration", "ratio", "ordinal", "measure", "other"]
AttributionType = Literal["named", "pronoun", "anonymous", "nested", "none"]
Polarity = Literal["asserted", "denied", "intended"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open `[start, end)` in code points of the canonical text; never empty."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"not a span: [{self.start}, {self.end})")

    def of(self, text: str) -> str:
        """The surface: exactly the characters that the span covers."""
        return text[self.start : self.end]

    def meets(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether the other lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Quantity:
    """A stated number, its bounds kept as printed (DESIGN: reading numbers).

    A bound that is None is open-ended; `low_open`/`high_open` say that a stated bound
    itself is excluded ("over 1,500": low 1500, open). All three None: a score such as
    "3-6". `grain` is the place value of the last digit that the writer stood behind,
    in the same unit as `point` (1,500 -> 100; 2.7 million -> 100000). Percent are
    printed figures (85% -> 85), fractions are decimals (one in five -> 0.2).
    """

    low: Decimal | None
    high: Decimal | None
    point: Decimal | None
    hedge: Hedge = "exact"
    low_open: bool = False
    high_open: bool = False
    grain: Decimal | None = None
    kind: Kind = "count"
    unit: str | None = None
    counted: str | None = None

    def __post_init__(self) -> None:
        for value in (self.low, self.high, self.point, self.grain):
            if value is not None and not value.is_finite():
                raise ValueError(f"not a finite number: {value}")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"bounds out of order: {self.low} > {self.high}")


@dataclass(frozen=True, slots=True)
class Credit:
    """One outer reporter in a nested attribution: who passed the figure on, by which cue."""

    source: str
    source_span: Span | None = None
    cue: str | None = None
    cue_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who vouches for a number: a source and the cue that credits it, or the text's own voice.

    `type` none means the article's own voice, and then there is no source. `via` is the
    chain of outer reporters of a nested attribution, outermost first. `canonical` is the
    name to file the source under (a pronoun's referent; the title and article dropped).
    """

    type: AttributionType = "none"
    source: str | None = None
    source_span: Span | None = None
    cue: str | None = None
    cue_span: Span | None = None
    canonical: str | None = None
    via: tuple[Credit, ...] = ()
    inherited: bool = False
    quoted: bool = False
    polarity: Polarity = "asserted"


@dataclass(frozen=True, slots=True)
class Worth:
    """How much a claim is worth checking: a figure from 0 to 1, and the reasons, the weightiest first."""

    score: float
    reasons: tuple[str, ...]

    def __post_init__(self) -> None:
        if not 0 <= self.score <= 1:
            raise ValueError(f"no score from 0 to 1: {self.score}")


@dataclass(frozen=True, slots=True)
class Claim:
    """One quantity, said of one thing, credited to one source, at one place of a document.

    `span` covers the number as the reading needs it ("1,500", "2.7 million", "85%"),
    `phrase_span` the hedge, the number and what is counted ("over 1,500 peaceful
    protesters"). `measure` is what a person declared to be counted ("killed"), if anyone did,
    `place` and `period` (EDTF) where and when. `worth` is derived from the rest, where somebody
    asked for it; it is never stored.
    """

    id: str
    span: Span
    surface: str
    phrase_span: Span
    phrase: str
    sentence_span: Span
    quantity: Quantity
    attribution: Attribution
    measure: str | None = None
    place: str | None = None
    period: str | None = None
    worth: Worth | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that extraction declined to take as a claim, where, and why."""

    span: Span
    code: str
    reason: str
    readings: tuple[Quantity, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """One text as stored, never edited. `sha256` is that of the text's UTF-8 bytes.

    `media_type` says how the text is to be read: "text/plain" or "text/markdown".
    """

    id: str
    text: str
    sha256: str
    path: str | None = None
    title: str | None = None
    publisher: str | None = None
    date: str | None = None
    url: str | None = None
    media_type: str = "text/plain"


@dataclass(frozen=True, slots=True)
class Extract:
    """What one document says: its claims and its notices, both in order of their spans."""

    document: Document
    claims: tuple[Claim, ...]
    notices: tuple[Notice, ...]
