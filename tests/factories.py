"""Values with valid defaults for every test; a test names only what it is about."""

from decimal import Decimal
from typing import Any

from factcheck.model import (
    Agreement,
    Attribution,
    Citation,
    Claim,
    Document,
    Dossier,
    Extract,
    Judged,
    Notice,
    Pooled,
    Quantity,
    Relation,
    Span,
    Standing,
    StandingStatus,
)

ARTICLE = (
    "Flood in the Marn valley\n"
    "\n"
    "More than 1,200 villagers were led to safety, according to the Marn Relief Council.\n"
    "The ministry put the damage at 4.5 million euros.\n"
    "At least 17 bridges are closed.\n"
)


def decimal(value: str | int | None) -> Decimal | None:
    return None if value is None else Decimal(value)


def quantity(
    low: str | int | None = 1200,
    high: str | int | None = None,
    point: str | int | None = None,
    **others: Any,
) -> Quantity:
    """`quantity(7, 7, 7)`; without arguments, over 1,200."""
    if (low, high, point) == (1200, None, None):
        others = {"hedge": "over", "low_open": True, **others}
        point = 1200
    return Quantity(low=decimal(low), high=decimal(high), point=decimal(point), **others)


def exactly(value: str | int, **others: Any) -> Quantity:
    return quantity(value, value, value, **others)


def over(value: str | int, **others: Any) -> Quantity:
    return quantity(value, None, value, hedge="over", low_open=True, **others)


def at_least(value: str | int, **others: Any) -> Quantity:
    return quantity(value, None, None, hedge="at_least", **others)


def up_to(value: str | int, **others: Any) -> Quantity:
    return quantity(None, value, None, hedge="up_to", **others)


def between(low: str | int, high: str | int, **others: Any) -> Quantity:
    return quantity(low, high, None, hedge="range", **others)


def about(value: str | int, **others: Any) -> Quantity:
    return exactly(value, hedge="about", **others)


def span_of(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def document(text: str = ARTICLE, **others: Any) -> Document:
    given = {
        "id": "marn0valley",
        "sha256": "0" * 64,
        "path": "marn.txt",
        "title": "Flood in the Marn valley",
        "publisher": "The Marn Courier",
        "date": "2024-05-17",
        "url": "https://courier.example/marn",
    }
    return Document(text=text, **{**given, **others})


def claim(
    text: str = ARTICLE,
    surface: str = "1,200",
    phrase: str = "More than 1,200 villagers",
    sentence: str | None = None,
    source: str | None = "the Marn Relief Council",
    **others: Any,
) -> Claim:
    """The claim with these words in the text; `sentence` defaults to the line around the phrase."""
    where = span_of(text, phrase)
    line = Span(text.rfind("\n", 0, where.start) + 1, (text + "\n").index("\n", where.end))
    number = Span(where.start + phrase.index(surface), where.start + phrase.index(surface) + len(surface))
    credit = Attribution()
    if source is not None:
        credit = Attribution(
            type="named",
            source=source,
            source_span=span_of(text, source),
            canonical=source.removeprefix("the "),
        )
    given = {
        "id": "c1a2m3n4p5",
        "quantity": quantity(counted="villagers"),
        "attribution": credit,
    }
    return Claim(
        span=number,
        surface=surface,
        phrase_span=where,
        phrase=phrase,
        sentence_span=line if sentence is None else span_of(text, sentence),
        **{**given, **others},
    )


def extract(text: str = ARTICLE) -> Extract:
    """Three claims, one of them in the article's own voice, and a notice."""
    claims = (
        claim(text),
        claim(
            text,
            "4.5 million",
            "4.5 million euros",
            source="The ministry",
            id="d1a2m3n4p5",
            quantity=exactly(4500000, kind="money", unit="EUR", counted="euros", grain=Decimal(100000)),
        ),
        claim(
            text,
            "17",
            "At least 17 bridges",
            source=None,
            id="e1a2m3n4p5",
            quantity=at_least(17, counted="bridges"),
        ),
    )
    return Extract(document(text), claims, (Notice(Span(0, 5), "heading-number", "a label, no count"),))


def citation(name: str = "The Daily Marn", passage: str = "about 1,200 people", **others: Any) -> Citation:
    given = {
        "id": "t1" + format(sum(map(ord, name + passage)), "08d"),
        "quantity": about(1200),
        "date": "2024-05-18",
    }
    return Citation(source=name, passage=passage, **{**given, **others})


def judged(
    cited: Citation | None = None,
    label: str = "compatible",
    status: StandingStatus = "independent",
    origin: str | None = None,
    **others: Any,
) -> Judged:
    cited = cited or citation()
    counted = others.pop("counted", status == "independent")
    factor = others.pop("factor", None)
    direction = others.pop("direction", None)
    known = {"corroborates": 1.0, "compatible": 0.0, "conflicts": -1.0}.get(label)
    relation = Relation(
        label=label,  # type: ignore[arg-type]
        reason=others.pop("reason", f"{cited.passage} {label} in this test."),
        s=known,
        factor=decimal(factor),
        direction=direction,
    )
    standing = Standing(
        status=status,
        origin=origin or cited.source,
        counted=counted,
        weight=0.6 if counted else 0.0,
        reason=others.pop("why", f"{status} in this test."),
    )
    return Judged(cited, relation, standing, **others)


def agreement(**others: Any) -> Agreement:
    given: dict[str, Any] = {
        "band": "not ruled out",
        "score": 0.5,
        "support": 0.0,
        "conflict": 0.0,
        "unknown": 1.0,
        "independent": 1,
        "corroborates": 0,
        "compatible": 1,
        "conflicts": 0,
        "citations": 1,
        "reasons": ("The one independent origin neither confirms nor rules out the claim.",),
    }
    return Agreement(**{**given, **others})


def dossier(*citations: Judged, **others: Any) -> Dossier:
    given: dict[str, Any] = {
        "claim": claim(),
        "document": document(),
        "source": "Marn Relief Council",
        "agreement": agreement(),
        "pooled": Pooled(),
    }
    return Dossier(citations=citations or (judged(),), **{**given, **others})
