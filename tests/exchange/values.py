"""Values with the nastiest text, for the properties that exports and imports owe."""

import hashlib
from typing import Any, get_args

from hypothesis import strategies as st

from factcheck.exchange.transfer.records import (
    Attached,
    Declared,
    Derived,
    Filed,
    Made,
    Placed,
    Record,
    Scaled,
)
from factcheck.ledger.judgements import Judgement
from factcheck.ledger.originals import Original, StoredPlace
from factcheck.model import (
    Anchor,
    Attribution,
    AttributionType,
    Citation,
    Claim,
    Credit,
    Decision,
    Document,
    Hedge,
    Kind,
    Polarity,
    Quantity,
    RelationLabel,
    Reliability,
    ScaleStep,
    Scope,
    Seen,
    Setting,
    Source,
    Span,
    Stance,
)

# Lone surrogates are no text: a ledger refuses them, and two in a row are one character in JSON.
ANY = st.text(alphabet=st.characters(exclude_categories=("Cs",)), max_size=40)
NASTY = st.sampled_from(
    [
        "=cmd|' /C calc'!A0",
        "'=A1",
        "''",
        "-12",
        "+1;=A1",
        "\u202eelpoep 005,1",
        "one\r\ntwo\nthree\rfour",
        "\t@SUM(A1)",
        'say "so", he said',
        "😀 1,500 \U000e0041",
        "\x00\x07\x1b[31m\x7f\x85\u2028",
        "C:\\new\\u0041",
        "</script><!--",
        "a" * 3000,
        "_x000D_ &amp; <b>",
        "＝1",
        "قُتل ١٥٠٠ شخص",
    ]
)
TEXT = ANY | NASTY
WORDS = TEXT.filter(lambda text: text.strip() != "")
MAYBE = st.none() | TEXT
DATES = st.none() | st.sampled_from(
    ["2019", "2019-12", "2019-12-16", "2019-12~", "201X", "2019-11/..", "2019?"]
)
ID = st.text(alphabet="0123456789abcdefghjkmnpqrstvwxyz", min_size=10, max_size=10)
NUMBERS = st.none() | st.decimals(allow_nan=False, allow_infinity=False).filter(
    lambda number: abs(number.adjusted()) < 900
)
AT = st.sampled_from(["2024-05-18T12:00:00Z", "2026-01-01T00:00:00Z"])


def one_of(literal: Any) -> st.SearchStrategy[Any]:
    return st.sampled_from(get_args(literal))


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    low, high = draw(NUMBERS), draw(NUMBERS)
    if low is not None and high is not None and low > high:
        low, high = high, low
    return Quantity(
        low,
        high,
        draw(NUMBERS),
        draw(one_of(Hedge)),
        draw(st.booleans()),
        draw(st.booleans()),
        draw(NUMBERS),
        draw(one_of(Kind)),
        draw(MAYBE),
        draw(MAYBE),
    )


@st.composite
def spans(draw: st.DrawFn, longest: int = 10_000) -> Span:
    start = draw(st.integers(0, longest - 1))
    return Span(start, draw(st.integers(start + 1, longest)))


CREDITS = st.builds(Credit, TEXT, st.none() | spans(), MAYBE, st.none() | spans())
ATTRIBUTIONS = st.builds(
    Attribution,
    type=one_of(AttributionType),
    source=MAYBE,
    source_span=st.none() | spans(),
    cue=MAYBE,
    cue_span=st.none() | spans(),
    canonical=MAYBE,
    via=st.lists(CREDITS, max_size=2).map(tuple),
    inherited=st.booleans(),
    quoted=st.booleans(),
    polarity=one_of(Polarity),
)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    text = draw(TEXT.filter(bool))
    return Document(
        id=draw(ID),
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        path=draw(MAYBE),
        title=draw(MAYBE),
        publisher=draw(MAYBE),
        date=draw(DATES),
        url=draw(MAYBE),
        media_type=draw(st.sampled_from(["text/plain", "text/markdown"])),
    )


@st.composite
def claims(draw: st.DrawFn, text: str) -> Claim:
    span, phrase = draw(spans(len(text))), draw(spans(len(text)))
    return Claim(
        id=draw(ID),
        span=span,
        surface=span.of(text),
        phrase_span=phrase,
        phrase=phrase.of(text),
        sentence_span=draw(spans(len(text))),
        quantity=draw(quantities()),
        attribution=draw(ATTRIBUTIONS),
        measure=draw(MAYBE),
        place=draw(MAYBE),
        period=draw(DATES),
    )


STANCES = st.none() | st.builds(Stance, one_of(RelationLabel), TEXT, TEXT)
CITATIONS = st.builds(
    Citation,
    id=ID,
    source=WORDS,
    passage=WORDS,
    quantity=st.none() | quantities(),
    outlet=MAYBE,
    date=DATES,
    url=MAYBE,
    scope=one_of(Scope),
    derived_from=st.lists(TEXT, max_size=2).map(tuple),
    reliability=one_of(Reliability),
    party=st.booleans(),
    measure=MAYBE,
    note=MAYBE,
    stance=STANCES,
    place=MAYBE,
    period=DATES,
)
SOURCES = st.builds(
    Source,
    id=ID,
    name=WORDS,
    kind=MAYBE,
    aliases=st.lists(TEXT, max_size=2).map(tuple),
    reliability=st.none() | one_of(Reliability),
    party=st.booleans(),
    affiliations=st.lists(ID, max_size=2).map(tuple),
)
SETTINGS = st.builds(Setting, TEXT, NUMBERS.filter(lambda number: number is not None), TEXT, TEXT, AT)
STEPS = st.builds(ScaleStep, TEXT, st.none() | st.integers(-9, 9), NUMBERS, TEXT)
PLACES = st.builds(StoredPlace, spans(), TEXT, st.integers(0, 99), TEXT, st.none() | st.integers(0, 99))
ORIGINALS = st.builds(Original, TEXT, TEXT, MAYBE, st.lists(PLACES, max_size=2).map(tuple))
ANCHORS = st.builds(Anchor, MAYBE, MAYBE, MAYBE, MAYBE, MAYBE, MAYBE)
JUDGEMENTS = st.builds(
    Judgement, ID, st.sampled_from(["claim", "source"]), ID, ID, st.booleans(), AT, TEXT, TEXT
)
SEEN = st.builds(Seen, st.just("contested"), st.none() | st.floats(0, 1), TEXT, TEXT)


@st.composite
def ledgers(draw: st.DrawFn) -> list[Record]:
    """The records of a small ledger, in the order in which they travel."""
    records: list[Record] = [*draw(st.lists(SETTINGS, max_size=1))]
    records += draw(st.lists(st.builds(Scaled, st.lists(STEPS, max_size=2).map(tuple)), max_size=1))
    records += draw(st.lists(SOURCES, max_size=2))
    for document in draw(st.lists(documents(), max_size=2)):
        records.append(document)
        records += draw(st.lists(st.builds(Made, st.just(document.id), ORIGINALS), max_size=1))
        for claim in draw(st.lists(claims(document.text), max_size=2)):
            records += [Filed(document.id, draw(st.none() | ID), claim), *_said_of(draw, claim.id)]
    return records + draw(st.lists(JUDGEMENTS, max_size=1))


def _said_of(draw: st.DrawFn, claim_id: str) -> list[Record]:
    said = st.one_of(
        st.builds(Attached, st.just(claim_id), CITATIONS),
        st.builds(Placed, st.just(claim_id), ID, ANCHORS),
        st.builds(Declared, st.just(claim_id), st.none() | ID, MAYBE, MAYBE, MAYBE, TEXT, AT),
        st.builds(Derived, st.just(claim_id), ID, TEXT, st.booleans(), TEXT, TEXT, AT),
        st.builds(
            Decision, st.just(claim_id), st.just("decide"), WORDS, AT, verdict=TEXT, because=MAYBE, saw=SEEN
        ),
    )
    return draw(st.lists(said, max_size=3))
