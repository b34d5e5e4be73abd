"""Which things does factcheck speak of?

The nouns of the product as frozen values, each with the invariants that hold at
birth. A value knows nothing of files, SQL or screens. To change one, make another
(`dataclasses.replace`). Numbers are `Decimal`; a `float` only ever scores.

Used by every layer above; imports nothing of ours.
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
Scope = Literal["same", "part", "whole", "different"]
RelationLabel = Literal["corroborates", "compatible", "conflicts", "incomparable"]
Direction = Literal["higher", "lower"]
Reliability = Literal["A", "B", "C", "D", "E", "F"]
StandingStatus = Literal[
    "independent", "echo", "superseded", "own source", "affiliate", "mixed", "withdrawn", "incomparable"
]
Band = Literal[
    "corroborated",
    "single-source support",
    "contested",
    "contradicted",
    "disputed by one source",
    "not ruled out",
    "no independent evidence",
]


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
class Claim:
    """One quantity, said of one thing, credited to one source, at one place of a document.

    `span` covers the number as the reading needs it ("1,500", "2.7 million", "85%"),
    `phrase_span` the hedge, the number and what is counted ("over 1,500 peaceful
    protesters"). `measure` is what a person declared to be counted ("killed"), if anyone did.
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


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that extraction declined to take as a claim, where, and why."""

    span: Span
    code: str
    reason: str
    readings: tuple[Quantity, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """One text as stored, never edited. `sha256` is that of the text's UTF-8 bytes."""

    id: str
    text: str
    sha256: str
    path: str | None = None
    title: str | None = None
    publisher: str | None = None
    date: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Extract:
    """What one document says: its claims and its notices, both in order of their spans."""

    document: Document
    claims: tuple[Claim, ...]
    notices: tuple[Notice, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """Whoever vouches for numbers. `affiliations` are ids of sources that speak as one with it."""

    id: str
    name: str
    kind: str | None = None
    aliases: tuple[str, ...] = ()
    reliability: Reliability | None = None
    party: bool = False
    affiliations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stance:
    """What the person who attached a citation says of it, beside the computed relation."""

    label: RelationLabel
    reason: str
    by: str


@dataclass(frozen=True, slots=True)
class Citation:
    """Evidence that a person attached to a claim.

    `source` vouches for the figure (the canonical name that origins are compared by),
    `outlet` printed it. `derived_from` names what the figure was taken from: ids of other
    citations of the same claim, or names of sources that are not cited themselves.
    `date` is ISO 8601, as exact as known ("2019-12-16", "2019-12", "2019").
    """

    id: str
    source: str
    passage: str
    quantity: Quantity | None
    outlet: str | None = None
    date: str | None = None
    url: str | None = None
    scope: Scope = "same"
    derived_from: tuple[str, ...] = ()
    reliability: Reliability = "F"
    party: bool = False
    measure: str | None = None
    note: str | None = None
    stance: Stance | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """How a claim and one citation stand to each other, with the sentence that says so.

    `possibility` (can both be true?) and `necessity` (does the citation make the claim
    true?) are in [0, 1], `s = possibility + necessity - 1` in [-1, 1]; all None when
    incomparable. `factor` is the ratio of the nearest stated bounds of a conflict,
    rounded down to one decimal; None where no ratio exists.
    """

    label: RelationLabel
    reason: str
    s: float | None = None
    possibility: float | None = None
    necessity: float | None = None
    factor: Decimal | None = None
    direction: Direction | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether one citation counts, as which origin's word, with what weight, and why."""

    status: StandingStatus
    origin: str
    counted: bool
    weight: float
    reason: str


@dataclass(frozen=True, slots=True)
class Judged:
    """One citation with its relation to the claim and its standing among the others."""

    citation: Citation
    relation: Relation
    standing: Standing
    contribution: float = 0.0


@dataclass(frozen=True, slots=True)
class Agreement:
    """The score of a claim: never shown without its band and its reasons.

    `support + conflict + unknown == 1`; `score` is None when no independent citation
    counts. The counts are of independent origins, not of citations.
    """

    band: Band
    score: float | None
    support: float
    conflict: float
    unknown: float
    independent: int
    corroborates: int
    compatible: int
    conflicts: int
    citations: int
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pooled:
    """What the independent figures say together. `headline` only where they lie within a factor of 2.

    `mean`, `i2` and `tau` only from three independent estimates with stated intervals on.
    """

    low: Decimal | None = None
    high: Decimal | None = None
    median: Decimal | None = None
    floor: Decimal | None = None
    ceiling: Decimal | None = None
    headline: Decimal | None = None
    mean: float | None = None
    i2: float | None = None
    tau: float | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """One entry of the audit log: who did what to which record, when, chained by hash."""

    ledger: str
    seq: int
    at: str
    who: str
    version: str
    verb: str
    subject: str
    content: str
    previous: str
    hash: str


@dataclass(frozen=True, slots=True)
class Dossier:
    """A claim with everything that is known of it: what every renderer is given.

    `source` is the canonical name of the attributed source, None for the document's own voice.
    """

    claim: Claim
    document: Document
    source: str | None
    citations: tuple[Judged, ...]
    agreement: Agreement
    pooled: Pooled
    history: tuple[Event, ...] = ()
