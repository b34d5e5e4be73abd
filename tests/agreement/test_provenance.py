"""Where figures come from, through chains, mixtures and circles."""

import pytest

from factcheck.agreement.provenance import date_key, name_key, precedence, trace
from factcheck.model import Citation
from tests.agreement.worlds import cited

NOBODY: frozenset[str] = frozenset()
ORIGINS: list[tuple[list[Citation], list[tuple[str, ...]], str]] = [
    ([cited("a", "Ministry")], [("ministry",)], "a root"),
    (
        [cited("a", "Ministry"), cited("b", "Daily", "a"), cited("c", "Blog", "b")],
        [("ministry",)] * 3,
        "a chain",
    ),
    ([cited("a", "Daily", "Wire Service")], [("wire service",)], "an uncited parent is an origin"),
    (
        [cited("a", "Daily", "b"), cited("b", "Blog", "c"), cited("c", "Post", "a")],
        [("daily",)] * 3,
        "a circle",
    ),
    ([cited("a", "Daily", "a")], [("daily",)], "a citation of itself"),
    (
        [cited("a", "Daily", "b", "Ministry"), cited("b", "Blog", "a"), cited("c", "Post", "b")],
        [("ministry",)] * 3,
        "a circle with a way out",
    ),
    (
        [
            cited("a", "Ministry"),
            cited("b", "Church"),
            cited("c", "Daily", "a", "b"),
            cited("d", "Blog", "c"),
        ],
        [("ministry",), ("church",), ("church", "ministry"), ("church", "ministry")],
        "a mixture, and a repeat of it",
    ),
    (
        [cited("a", "Agency", "Officials"), cited("b", "Daily", "agency")],
        [("officials",), ("officials",)],
        "a parent by the name of a source that is cited",
    ),
    (
        [cited("a", "The  Ministry"), cited("b", "Daily", "the ministry")],
        [("the ministry",)] * 2,
        "spelling aside",
    ),
]


@pytest.mark.parametrize(("citations", "origins", "example"), ORIGINS, ids=[row[2] for row in ORIGINS])
def test_a_figure_is_followed_to_its_origins(
    citations: list[Citation], origins: list[tuple[str, ...]], example: str
) -> None:
    assert list(trace(citations, NOBODY).origins) == origins


def test_a_source_named_as_parent_is_cited_for_what_it_had_last_said_by_then() -> None:
    government = [
        cited("a", "Government", date="2021-01"),
        cited("b", "Government", "Institute", date="2022-01"),
    ]
    for date, origin in (
        ("2021-06", "government"),
        ("2022-06", "institute"),
        ("2020", "government"),
        (None, "institute"),
    ):
        found = trace([*government, cited("c", "Daily", "Government", date=date)], NOBODY)
        assert found.origins[2] == (origin,)


def test_a_circle_that_holds_the_own_source_is_its_own_even_with_a_way_out() -> None:
    citations = [cited("a", "Claimant", "b"), cited("b", "Daily", "a", "Ministry"), cited("c", "Blog", "b")]
    found = trace(citations, frozenset({"claimant"}))
    assert found.origins == (("claimant",),) * 3
    assert found.loop == (True, True, False)


def test_a_chain_and_a_ring_of_ten_thousand_end() -> None:
    size = 10_000
    chain = [cited(f"c{i:05}", f"S{i}", *([f"c{i - 1:05}"] if i else [])) for i in range(size)]
    ring = [cited(f"c{i:05}", f"S{i}", f"c{(i - 1) % size:05}") for i in range(size)]
    assert set(trace(chain, NOBODY).origins) == {("s0",)}
    assert set(trace(ring, NOBODY).origins) == {("s0",)}


def test_a_mixture_of_many_is_told_apart_up_to_a_limit() -> None:
    [origins] = trace([cited("a", "Daily", *(f"Source {i}" for i in range(30)))], NOBODY).origins
    assert len(origins) == 8


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("2023-04-01", "2023-04-02"),
        ("2023-04", "2023-04-01"),
        ("2023", "2023-01"),
        (None, "1999"),
        ("last spring", "1999"),
        ("2023-04~", "2023-04-01"),
        ("2023-12-31", "2024"),
    ],
)
def test_a_partly_known_date_comes_before_the_days_that_it_may_mean(earlier: str | None, later: str) -> None:
    assert date_key(earlier) < date_key(later)


def test_of_one_origin_the_rules_choose_in_order() -> None:
    best_first = [
        cited("b", "S", date="2023-04-02"),
        cited("c", "S", date="2023-04-02"),
        cited("d", "S", date="2023-04"),
        cited("a", "S"),
        cited("e", "S", "x", date="2024"),
        cited("f", "S", date="2025", scope="part"),
    ]
    assert sorted(best_first, key=precedence) == best_first


def test_names_differ_by_neither_case_nor_blanks() -> None:
    assert name_key(" The  MINISTRY ") == name_key("the ministry") != name_key("ministry")
