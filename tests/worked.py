"""A dossier of the size of the worked case: 34 citations that come down to 8 origins.

The valley, its people and its papers are invented.
"""

from decimal import Decimal

from factcheck.model import Dossier, Event, Judged, Pooled, Quantity, RelationLabel, Stance, StandingStatus
from tests import factories as make

TEXT = (
    "The night of the flood\n\nBy morning more than 1,500 villagers had been led to safety, "
    "according to volunteers of the Marn Relief Council, and the river was still rising.\n"
)
CLAIM = make.claim(
    TEXT,
    "1,500",
    "more than 1,500 villagers",
    source="volunteers of the Marn Relief Council",
    quantity=make.over(1500, counted="villagers"),
    measure="evacuated",
)

# origin, relation of its counted citation, citations: (status, source, quantity, passage, date)
Row = tuple[StandingStatus, str, Quantity, str, str | None]
ORIGINS: tuple[tuple[str, RelationLabel, tuple[Row, ...]], ...] = (
    (
        "two duty officers of Civil Defence, via Valley Wire",
        "corroborates",
        (
            ("independent", "Valley Wire", make.about(1500), "about 1,500 people were moved", "2024-05-20"),
            ("echo", "The Daily Marn", make.about(1500), "about 1,500", "2024-05-20"),
            ("echo", "Radio Tell", make.about(1500), "some 1,500 people", "2024-05-20"),
            ("echo", "Hill & Dale", make.over(1500), "more than 1,500", "2024-05-21"),
            ("echo", "Marn Morgenblad", make.about(1500), "rond 1.500 mensen", "2024-05-21"),
            ("echo", "The Ferryman", make.about(1500), "about 1,500 villagers", "2024-05"),
        ),
    ),
    (
        "Ministry of the Interior",
        "conflicts",
        (
            (
                "independent",
                "Ministry of the Interior",
                make.exactly(230),
                "230 people were moved",
                "2024-06-01",
            ),
            ("echo", "State Gazette", make.exactly(230), "230", "2024-06-01"),
            ("echo", "National Radio", make.exactly(230), "230 persons", "2024-06-02"),
            ("superseded", "Ministry of the Interior", make.between(200, 225), "200 to 225", "2024-05-30"),
        ),
    ),
    (
        "River Watch International",
        "compatible",
        (
            ("independent", "River Watch International", make.at_least(304), "at least 304", "2024-05-23"),
            ("echo", "Borough Times", make.at_least(304), "at least 304 people", "2024-05-23"),
            ("echo", "Kurier am Fluss", make.exactly(304), "304 Menschen", "2024-05-24"),
            ("echo", "Office for Relief", make.at_least(208), "at least 208", "2024-05-21"),
            ("superseded", "River Watch International", make.at_least(143), "at least 143", "2024-05-19"),
            ("superseded", "River Watch International", make.at_least(208), "at least 208", "2024-05-21"),
        ),
    ),
    (
        "Lower Marn parish",
        "compatible",
        (
            (
                "independent",
                "Lower Marn parish",
                make.at_least(48),
                "at least 48 households' worth",
                "2024-05-18",
            ),
        ),
    ),
    (
        "Radio Marn",
        "compatible",
        (("independent", "Radio Marn", make.exactly(138), "138, in the lower town alone", "2024-05-18"),),
    ),
    (
        "the bishop's office",
        "compatible",
        (
            ("independent", "the bishop's office", make.over(600), "more than 600", "2024-06"),
            ("superseded", "the bishop's office", make.at_least(366), "at least 366", "2024-05-23"),
        ),
    ),
    (
        "a panel of engineers",
        "compatible",
        (("independent", "a panel of engineers", make.at_least(400), "at least 400", "2024-06-01"),),
    ),
    (
        "Government of Tell",
        "compatible",
        (
            ("independent", "Government of Tell", make.over(1000), "could be over 1,000", "2024-05-22"),
            (
                "superseded",
                "Prime Minister of Tell",
                make.quantity(2000, hedge="vague"),
                "thousands and thousands",
                "2024-05-20",
            ),
        ),
    ),
    (
        "Marn Relief Council",
        "compatible",
        (
            ("own source", "Marn Relief Council", make.over(1000), "over 1,000", "2024-05-17"),
            ("own source", "Marn Relief Council", make.exactly(1029), "1,029", "2024-05-18"),
            ("own source", "Marn Relief Council", make.over(1500), "over 1,500", "2024-05-19"),
            ("own source", "The Volunteer", make.at_least(1500), "at least 1500", None),
            ("own source", "Friends of Marn", make.over(1500), "over 1,500", "2024-05-20"),
            ("own source", "marn-relief.example", make.over(1500), "over 1500", "2024-09"),
            ("own source", "Relief Today", make.over(1000), "over 1,000", "2024-05-18"),
            ("own source", "The Weir", make.over(1500), "over 1,500", "2024-05-21"),
            ("own source", "Solidarity Notes", make.over(1500), "over 1,500", "2024-05-21"),
            ("affiliate", "Union of Relief Councils", make.over(1500), "over 1,500", "2024-05-30"),
        ),
    ),
    (
        "Civil Defence + Marn Relief Council",
        "compatible",
        (
            (
                "mixed",
                "Union of Relief Councils",
                make.over(1500),
                "Civil Defence confirms 1,500",
                "2024-05-21",
            ),
        ),
    ),
)
REASONS: dict[RelationLabel, str] = {
    "corroborates": "Corroborates: “{0}” puts forward a figure within “over 1,500”.",
    "compatible": "Not ruled out: “{0}” leaves room for “over 1,500”, but does not reach it.",
    "conflicts": "Conflicts: “{0}” is at least 6.5 times lower than “over 1,500”.",
    "incomparable": "Cannot be compared: “{0}” has another unit.",
}
AGREEMENT = make.agreement(
    band="contested",
    score=0.5,
    support=0.1875,
    conflict=0.1875,
    unknown=0.625,
    independent=8,
    corroborates=1,
    compatible=6,
    conflicts=1,
    citations=34,
    reasons=(
        "Valley Wire, for two duty officers of Civil Defence, says about 1,500, which supports the claim.",
        "The Ministry of the Interior says 230, at least 6.5 times lower.",
        "Six other origins give floors that neither confirm the claim nor rule it out.",
    ),
)
POOLED = Pooled(low=Decimal(138), high=Decimal(1500), median=Decimal(230), floor=Decimal(1000))


def worked() -> Dossier:
    """The whole dossier, in a fixed order."""
    citations = [
        _judged(f"t{number:09d}", origin, label, row)
        for number, (origin, label, row) in enumerate(
            ((origin, label, row) for origin, label, rows in ORIGINS for row in rows), start=1
        )
    ]
    return make.dossier(
        *citations,
        claim=CLAIM,
        document=make.document(TEXT, title="The night of the flood", path="flood.txt"),
        source="Marn Relief Council",
        agreement=AGREEMENT,
        pooled=POOLED,
        history=tuple(_event(number) for number in range(1, 8)),
    )


def _judged(identifier: str, origin: str, label: RelationLabel, row: Row) -> Judged:
    status, source, quantity, passage, date = row
    stance = None
    if source == "Lower Marn parish":
        stance = Stance("compatible", "households, not people", "rui")
    cited = make.citation(
        source,
        passage,
        id=identifier,
        quantity=quantity,
        date=date,
        scope="part" if source == "Radio Marn" else "same",
        url="https://paper.example/" + identifier,
        stance=stance,
    )
    reason = REASONS[label].format(passage)
    factor = "6.5" if label == "conflicts" else None
    return make.judged(
        cited, label, status, origin, reason=reason, factor=factor, direction=factor and "lower"
    )


def _event(number: int) -> Event:
    verb = "record" if number == 1 else "cite"
    at = f"2024-06-02T09:{number:02d}:00Z"
    return Event("ledger", number, at, "rui", "0.1", verb, CLAIM.id, "{}", "", f"{number:064x}")
