"""Which things does factcheck speak of?

The nouns of the product as frozen values, each with the invariants that hold at
birth. A value knows nothing of files, SQL or screens. Numbers are `Decimal`; a
`float` only ever scores. Used by every layer above; imports nothing of ours.
"""

from factcheck.model.amendments import AmendedNoun, Amendment, Change, Compared, Difference
from factcheck.model.claims import (
    Attribution,
    AttributionType,
    Claim,
    Credit,
    Document,
    Extract,
    Hedge,
    Kind,
    Notice,
    Polarity,
    Quantity,
    Span,
    Worth,
)
from factcheck.model.dates import Dated, is_date, order_of, parse_date
from factcheck.model.dossiers import Dossier
from factcheck.model.evidence import (
    Anchor,
    Citation,
    Rechecked,
    RelationLabel,
    Reliability,
    Scope,
    Source,
    Stance,
)
from factcheck.model.identity import identify
from factcheck.model.judgements import (
    Agreement,
    Band,
    Direction,
    Event,
    Judged,
    Pooled,
    Relation,
    Setting,
    Standing,
    StandingStatus,
)
from factcheck.model.reviews import (
    DEFAULT_SCALE,
    Correction,
    Decision,
    Move,
    Scale,
    ScaleStep,
    Seen,
    State,
    Status,
)

__all__ = [
    "DEFAULT_SCALE",
    "Agreement",
    "AmendedNoun",
    "Amendment",
    "Anchor",
    "Attribution",
    "AttributionType",
    "Band",
    "Change",
    "Citation",
    "Claim",
    "Compared",
    "Correction",
    "Credit",
    "Dated",
    "Decision",
    "Difference",
    "Direction",
    "Document",
    "Dossier",
    "Event",
    "Extract",
    "Hedge",
    "Judged",
    "Kind",
    "Move",
    "Notice",
    "Polarity",
    "Pooled",
    "Quantity",
    "Rechecked",
    "Relation",
    "RelationLabel",
    "Reliability",
    "Scale",
    "ScaleStep",
    "Scope",
    "Seen",
    "Setting",
    "Source",
    "Span",
    "Stance",
    "Standing",
    "StandingStatus",
    "State",
    "Status",
    "Worth",
    "identify",
    "is_date",
    "order_of",
    "parse_date",
]
