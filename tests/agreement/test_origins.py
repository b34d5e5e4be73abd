"""Which citations count, and the sentence that says why."""

import pytest

from factcheck.agreement.origins import stand, weight_of
from factcheck.model import Citation, Stance
from tests.agreement.worlds import cited
from tests.factories import exactly, over

OWN = "Claimant"
CASES: list[tuple[str, list[Citation], list[str]]] = [
    (
        "two sources",
        [cited("a", "Ministry"), cited("b", "Church")],
        ["independent", "independent"],
    ),
    (
        "a paper that repeats an agency, with another figure and later",
        [
            cited("a", "Agency", date="2023-01-01"),
            cited("b", "Daily", "a", said=over(900), date="2023-05-05"),
        ],
        ["independent", "echo"],
    ),
    (
        "two papers on an agency that is not cited: the later one stands for it",
        [cited("a", "Daily", "Agency", date="2023-01-02"), cited("b", "Blog", "Agency", date="2023-01-01")],
        ["independent", "echo"],
    ),
    (
        "a later figure of the same source",
        [cited("a", "Ministry", date="2023-01-01"), cited("b", "ministry", date="2023-02-01")],
        ["superseded", "independent"],
    ),
    (
        "a later count of a part leaves the count of the whole",
        [cited("a", "Ministry", date="2023-01-01"), cited("b", "Ministry", date="2023-02-01", scope="part")],
        ["independent", "echo"],
    ),
    (
        "a copy of the same before a primary part",
        [cited("a", "Ministry", scope="part"), cited("b", "Daily", "a")],
        ["echo", "independent"],
    ),
    (
        "an undated figure gives way to a dated one",
        [cited("a", "Ministry"), cited("b", "Ministry", date="2020")],
        ["superseded", "independent"],
    ),
    (
        "no dates at all: the lesser id",
        [cited("b", "Ministry"), cited("a", "Ministry")],
        ["echo", "independent"],
    ),
    (
        "the claimant, a repeat, and a repeat by name",
        [cited("a", OWN), cited("b", "Daily", "a"), cited("c", "Blog", "claimant")],
        ["own source", "echo", "echo"],
    ),
    (
        "an affiliate of an affiliate, and who repeats it",
        [cited("a", "Youth Wing"), cited("b", "Daily", "a"), cited("c", "Office Abroad")],
        ["affiliate", "echo", "affiliate"],
    ),
    (
        "a mixture with the claimant in it",
        [cited("a", OWN), cited("b", "Agency"), cited("c", "Daily", "a", "b")],
        ["own source", "independent", "mixed"],
    ),
    (
        "a mixture of the claimant and its affiliate is theirs",
        [cited("a", "Daily", OWN, "Youth Wing")],
        ["echo"],
    ),
    (
        "a circle, the later one stands for it",
        [cited("a", "Daily", "b", date="2023-01-01"), cited("b", "Blog", "a", date="2023-01-02")],
        ["echo", "independent"],
    ),
    (
        "a circle with the claimant",
        [cited("a", OWN, "b"), cited("b", "Blog", "a"), cited("c", "Post", "b")],
        ["own source", "own source", "echo"],
    ),
    (
        "a publisher that adopts another's figure, and late copies of its own",
        [
            cited("a", "Government", date="2023-01-01"),
            cited("b", "Institute", date="2023-03-01"),
            cited("c", "Government", "b", date="2023-04-01"),
            cited("d", "Daily", "a", date="2023-09-01"),
            cited("e", "Blog", "d"),
        ],
        ["withdrawn", "independent", "echo", "withdrawn", "withdrawn"],
    ),
    (
        "a publisher that goes back to a figure of its own",
        [
            cited("a", "Government", date="2023-01-01"),
            cited("c", "Government", "Institute", date="2023-04-01"),
            cited("d", "Government", date="2023-05-01"),
        ],
        ["withdrawn", "independent", "independent"],
    ),
    (
        "an adopted count of a part withdraws no count of the whole",
        [
            cited("a", "Government", date="2023-01-01"),
            cited("c", "Government", "Institute", date="2023-04-01", scope="part"),
        ],
        ["independent", "independent"],
    ),
    (
        "a circle in which a publisher takes over another's figure",
        [
            cited("a", "Alpha", "c", date="2023-01-01"),
            cited("b", "Beta", scope="part"),
            cited("c", "Beta", "a", date="2023-02-01", scope="part"),
        ],
        ["independent", "withdrawn", "echo"],
    ),
    (
        "another scope, and no number",
        [cited("a", "Ministry", scope="different"), cited("b", "Church", said=None), cited("c", "Ministry")],
        ["incomparable", "incomparable", "independent"],
    ),
    (
        "a denial without a number is shown, whatever stance was taken",
        [
            cited("a", "Ministry", said=None, stance=Stance("conflicts", "it denies the toll", "rk")),
            cited("b", "Church", said=None, stance=Stance("conflicts", " ", "rk")),
        ],
        ["incomparable", "incomparable"],
    ),
    (
        "a stance does not make the claimant count",
        [cited("a", OWN, stance=Stance("conflicts", "it took the figure back", "rk"))],
        ["own source"],
    ),
]


@pytest.mark.parametrize(("example", "citations", "statuses"), CASES, ids=[row[0] for row in CASES])
def test_each_citation_has_its_standing(example: str, citations: list[Citation], statuses: list[str]) -> None:
    affiliations = [("Youth Wing", OWN), ("Office Abroad", "youth wing")]
    standings = stand(citations, OWN, affiliations)
    assert [standing.status for standing in standings] == statuses
    assert [standing.counted for standing in standings] == [status == "independent" for status in statuses]


REASONS: list[tuple[list[Citation], str]] = [
    ([cited("a", "Ministry")], "Counts for Ministry."),
    (
        [cited("a", "Ministry"), cited("b", "Daily", "a")],
        "Counts for Ministry; no other citation of this origin does.",
    ),
    (
        [cited("a", "Daily", "Agency")],
        "Counts for Agency, whose own figure is not among those that count: Daily repeats it.",
    ),
    (
        [cited("a", "Daily", "b"), cited("b", "Blog", "a")],
        "Counts once for Daily: the sources that take this figure from each other are one origin.",
    ),
    (
        [cited("a", "Ministry", date="2023"), cited("b", "Ministry", said=over(40), date="2024-05-06")],
        "Superseded by a later figure of Ministry, “over 40” (2024-05-06).",
    ),
    (
        [cited("a", "Daily", "b"), cited("b", "Ministry", said=exactly(40))],
        "Takes its figure from Ministry; that origin counts once, by “40”.",
    ),
    (
        [
            cited("a", "Daily", "Agency", date="2023"),
            cited("b", "Blog", "Agency", said=exactly(40), date="2024"),
        ],
        "Takes its figure from Agency; that origin counts once, by “40” (Blog, 2024).",
    ),
    ([cited("b", "Ministry"), cited("a", "ministry")], "The origin Ministry counts once, by “700”."),
    (
        [cited("a", OWN)],
        "Comes from the claim's own source, Claimant: this checks the attribution, not the number.",
    ),
    (
        [cited("a", "Daily", OWN)],
        "Takes its figure from Claimant, the claim's own source: "
        "this checks the attribution, not the number.",
    ),
    (
        [cited("a", "Youth Wing")],
        "Comes from Youth Wing, an affiliate of the claim's own source, Claimant: "
        "this checks the attribution, not the number.",
    ),
    (
        [cited("a", "Daily", "Youth Wing")],
        "Takes its figure from Youth Wing, an affiliate of the claim's own source, Claimant: "
        "this checks the attribution, not the number.",
    ),
    (
        [cited("a", "Daily", "Agency", "Church")],
        "Mixes the figures of Agency and Church, so it counts for neither.",
    ),
    (
        [cited("a", "Daily", "Agency", "Church", "Ministry")],
        "Mixes the figures of Agency, Church and Ministry, so it counts for none of them.",
    ),
    (
        [cited("a", "Ministry", date="2023"), cited("b", "Ministry", "Institute", date="2024-02")],
        "Withdrawn: Ministry adopted the figure of Institute on 2024-02.",
    ),
    (
        [cited("a", "Ministry", said=None)],
        "Counts on no side: it gives no number that could be compared.",
    ),
]


@pytest.mark.parametrize(("citations", "reason"), REASONS, ids=[row[1][:50] for row in REASONS])
def test_a_standing_says_its_reason(citations: list[Citation], reason: str) -> None:
    assert stand(citations, OWN, [("Youth Wing", OWN)])[0].reason == reason


def test_without_an_own_source_nobody_is_in_its_family() -> None:
    [standing] = stand([cited("a", "Ministry")], None, [("Ministry", "Government")])
    assert standing.counted


@pytest.mark.parametrize(
    ("reliability", "party", "weight"),
    [
        ("A", False, 1 / 0.6),
        ("B", False, 0.8 / 0.6),
        ("C", False, 1),
        ("F", False, 1),
        ("E", False, 1 / 3),
        ("C", True, 0.5),
    ],
)
def test_a_weight_is_declared(reliability: str, party: bool, weight: float) -> None:
    citation = cited("a", "Ministry", reliability=reliability, party=party)
    assert weight_of(citation) == pytest.approx(weight)
    assert stand([citation], None)[0].weight == pytest.approx(weight)


def test_what_cannot_be_compared_counts_on_no_side() -> None:
    standings = stand([cited("a", "Ministry"), cited("b", "Ministry")], None, incomparable={0})
    assert [standing.status for standing in standings] == ["incomparable", "independent"]
