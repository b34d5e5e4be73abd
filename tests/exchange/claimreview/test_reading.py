import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import Unreadable
from factcheck.exchange.claimreview.reading import (
    Appearance,
    Rating,
    ReviewedClaim,
    claim_row,
    read_claimreviews,
)
from factcheck.exchange.problems import RowProblem
from factcheck.exchange.sheets.rows import ClaimRow

REVIEW: dict[str, Any] = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "url": "https://desk.example/42",
    "claimReviewed": "At least 1,200 people were moved",
    "datePublished": "2024-06-01T08:00:00+02:00",
    "author": {"@type": "Organization", "name": "The Other Desk"},
    "itemReviewed": {
        "@type": "Claim",
        "author": {"@type": "Person", "name": "A. Minister"},
        "datePublished": "2024-05-17",
        "firstAppearance": {
            "@type": "NewsArticle",
            "url": "https://courier.example/1",
            "publisher": {"name": "The Marn Courier"},
            "datePublished": "2024-05-17",
        },
        "appearance": ["https://b.example/2", {"url": "https://c.example/3"}],
    },
    "reviewRating": {
        "@type": "Rating",
        "ratingValue": "2",
        "bestRating": 5,
        "worstRating": 1,
        "alternateName": "Mostly false",
    },
}
READ = ReviewedClaim(
    where="x.json: the object",
    claim="At least 1,200 people were moved",
    claimants=("A. Minister",),
    claimed="2024-05-17",
    appearances=(
        Appearance("https://courier.example/1", "The Marn Courier", "2024-05-17"),
        Appearance("https://b.example/2"),
        Appearance("https://c.example/3"),
    ),
    reviewer="The Other Desk",
    url="https://desk.example/42",
    reviewed="2024-06-01",
    rating=Rating("Mostly false", Decimal(2), Decimal(5), Decimal(1)),
)


def read(value: Any) -> list[ReviewedClaim | RowProblem]:
    return list(read_claimreviews(json.dumps(value).encode(), "x.json"))


def one(value: Any) -> ReviewedClaim:
    (found,) = read(value)
    assert isinstance(found, ReviewedClaim)
    return found


def changed(**changes: Any) -> dict[str, Any]:
    return {**REVIEW, **changes}


def test_a_review_is_read() -> None:
    assert one(REVIEW) == READ


@pytest.mark.parametrize(
    ("packed", "where"),
    [
        ([7, REVIEW], "[1]"),
        ({"@context": "x", "@graph": [{"@type": "WebSite"}, REVIEW]}, "@graph[1]"),
        (
            {"@type": "DataFeed", "dataFeedElement": [{"@type": "DataFeedItem", "item": [REVIEW]}]},
            "dataFeedElement[0].item[0]",
        ),
        ({"@type": "WebPage", "mainEntity": REVIEW}, "mainEntity"),
        (changed(**{"@type": ["Review", "http://schema.org/ClaimReview"]}), "the object"),
        (changed(**{"@type": "schema:ClaimReview"}), "the object"),
    ],
)
def test_a_review_is_found_however_it_is_packed(packed: Any, where: str) -> None:
    found = one(packed)
    assert found.where == f"x.json: {where}"
    assert found.rating == READ.rating


def test_things_of_a_graph_are_looked_up_by_their_names() -> None:
    graph = {
        "@graph": [
            changed(author={"@id": "#desk"}, itemReviewed=[{"@id": "#claim"}]),
            {"@id": "#desk", "@type": "Organization", "name": "The Other Desk"},
            {"@id": "#claim", **REVIEW["itemReviewed"], "author": {"@id": "#nobody"}},
        ]
    }
    found = one(graph)
    assert found.reviewer == "The Other Desk"
    assert found.appearances == READ.appearances
    assert found.claimants == ()


def test_the_older_shape_is_read() -> None:
    work = {
        "@type": "CreativeWork",
        "author": "A. Minister",
        "url": "https://b.example/2",
        "sameAs": ["https://b.example/2"],
    }
    found = one(changed(itemReviewed=work))
    assert found.claimants == ("A. Minister",)
    assert found.appearances == (Appearance("https://b.example/2"),)


@pytest.mark.parametrize("value", ["False", "", True, None, "1e999999", "9" * 2000, {"x": 1}, "NaN"])
def test_a_value_that_is_no_number_is_none(value: Any) -> None:
    assert one(changed(reviewRating={"ratingValue": value})).rating.value is None


@pytest.mark.parametrize(
    ("changes", "what"),
    [
        ({"claimReviewed": "", "itemReviewed": {}}, "claimReviewed: is missing"),
        ({"claimReviewed": 7}, "claimReviewed: must be text"),
        ({"datePublished": "June 1, 2024"}, "datePublished: 'June 1, 2024' is no date"),
        ({"itemReviewed": {"datePublished": "2024-02-30"}}, "datePublished: '2024-02-30' is no date"),
    ],
)
def test_what_cannot_be_used_is_a_problem_and_hides_no_other(changes: dict[str, Any], what: str) -> None:
    problem, good = read([changed(**changes), REVIEW])
    assert isinstance(problem, RowProblem)
    assert problem.where == "x.json: [0]"
    assert problem.what.startswith(what)
    assert isinstance(good, ReviewedClaim)


@pytest.mark.parametrize(
    "content",
    [b"{}", b"[]", b"7", b"", b"{", b'{"@type": "Review"}', b"\xff", b'{"a": 1, "a": 2}', b"[" * 9999],
)
def test_what_holds_no_review_is_refused(content: bytes) -> None:
    with pytest.raises(Unreadable) as caught:
        list(read_claimreviews(content, "x.json"))
    assert caught.value.message.startswith("x.json")


def test_a_reviewed_claim_is_one_to_be_checked() -> None:
    assert claim_row(READ) == ClaimRow(
        where="x.json: the object",
        phrase="At least 1,200 people were moved",
        source="A. Minister",
        outlet="The Marn Courier",
        date="2024-05-17",
        url="https://courier.example/1",
    )


@pytest.mark.parametrize(
    ("changes", "what"),
    [
        ({"claimReviewed": "The dam broke"}, "claimReviewed: no number in 'The dam broke'"),
        ({"itemReviewed": {"author": ["A", "B"]}}, "claimed by 2: A, B"),
    ],
)
def test_a_claim_that_is_none_for_us_is_a_problem(changes: dict[str, Any], what: str) -> None:
    problem = claim_row(one(changed(**changes)))
    assert isinstance(problem, RowProblem)
    assert problem.what == what


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.just("ClaimReview") | st.just("#a"),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["@type", "@id", "@graph", "author", "itemReviewed", "claimReviewed", "name", "appearance"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(JSON)
def test_whatever_it_is_given_it_answers_with_values(value: Any) -> None:
    try:
        found = read({"@type": "ClaimReview", "x": value, **(value if isinstance(value, dict) else {})})
    except Unreadable:
        return
    assert all(isinstance(item, ReviewedClaim | RowProblem) for item in found)
