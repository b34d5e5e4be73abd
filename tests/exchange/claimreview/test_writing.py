import json
from dataclasses import replace
from decimal import Decimal
from html.parser import HTMLParser
from typing import Any

import extruct
import pytest
from hypothesis import given, settings

from factcheck.errors import AskedWrongly
from factcheck.exchange.claimreview.reading import ReviewedClaim, read_claimreviews
from factcheck.exchange.claimreview.writing import Desk, claimreview_shape, json_ld, json_number
from factcheck.model import DEFAULT_SCALE, Dossier, Scale, ScaleStep, State
from tests import factories as make
from tests.exchange.values import NASTY, TEXT
from tests.worked import worked

DESK = Desk("The Marn Desk", "https://desk.example")
PAGE = "https://desk.example/checks/c1a2m3n4p5"
SIGNED = State("signed off", "mixed", signed_by="rui", signed_at="2024-06-03T10:00:00Z")


def signed(dossier: Dossier | None = None, **changes: Any) -> Dossier:
    return replace(dossier or worked(), **{"state": SIGNED, **changes})


def review(dossier: Dossier | None = None, scale: Scale = DEFAULT_SCALE, **changes: Any) -> dict[str, Any]:
    return claimreview_shape(signed(dossier, **changes), scale, DESK, PAGE)


def test_a_review_has_what_google_requires_and_recommends() -> None:
    shape = review()
    for required in ("claimReviewed", "reviewRating", "url"):
        assert shape[required]
    assert shape["reviewRating"]["alternateName"] == "mixed"
    assert shape["author"] == {
        "@type": "Organization",
        "name": "The Marn Desk",
        "url": "https://desk.example",
    }
    assert shape["itemReviewed"]["@type"] == "Claim"
    assert shape["itemReviewed"]["author"]["name"] == "Marn Relief Council"
    assert shape["itemReviewed"]["datePublished"] == "2024-05-17"
    assert shape["datePublished"] == "2024-06-03"


def test_the_outlet_stands_in_the_appearance_and_never_makes_the_claim_of_another() -> None:
    shape = review()["itemReviewed"]
    assert shape["appearance"] == [
        {
            "@type": "CreativeWork",
            "url": "https://courier.example/marn",
            "headline": "The night of the flood",
            "datePublished": "2024-05-17",
            "publisher": {"@type": "Organization", "name": "The Marn Courier"},
        }
    ]
    assert "Courier" not in json.dumps(shape["author"])


def test_what_an_article_says_in_its_own_voice_is_claimed_by_its_outlet() -> None:
    shape = review(make.dossier(claim=make.claim(source=None), source=None))
    assert shape["itemReviewed"]["author"]["name"] == "The Marn Courier"


def test_the_explanation_is_what_the_agreement_says() -> None:
    rating = review()["reviewRating"]
    reasons = worked().agreement.reasons
    assert rating["ratingExplanation"] == f"{reasons[-1]} {reasons[0]}"


@pytest.mark.parametrize(
    ("verdict", "rating"),
    [
        ("true", {"ratingValue": 5, "bestRating": 5, "worstRating": 1}),
        ("false", {"ratingValue": 1, "bestRating": 5, "worstRating": 1}),
        ("unverifiable", {}),
    ],
)
def test_a_verdict_is_rated_on_its_scale(verdict: str, rating: dict[str, int]) -> None:
    told = review(state=replace(SIGNED, verdict=verdict))["reviewRating"]
    assert told["alternateName"] == verdict
    assert {key: value for key, value in told.items() if key.endswith(("Value", "Rating"))} == rating


def test_a_scale_that_begins_below_one_is_moved_up_for_google() -> None:
    scale = (
        ScaleStep("holds", 2, Decimal(1), "x"),
        ScaleStep("half", 1, Decimal("0.5"), "x"),
        ScaleStep("fails", 0, Decimal(0), "x"),
    )
    told = review(scale=scale, state=replace(SIGNED, verdict="half"))["reviewRating"]
    assert (told["worstRating"], told["ratingValue"], told["bestRating"]) == (1, 1.5, 2)


FIGURES = [
    (make.over(1500), {"minValue": 1500}),
    (make.at_least(17), {"minValue": 17}),
    (make.up_to(300), {"maxValue": 300}),
    (make.exactly("4.1"), {"value": 4.1}),
    (make.between(30, 40), {"minValue": 30, "maxValue": 40}),
    (make.quantity(2658, 3290, 2975, hedge="range"), {"value": 2975, "minValue": 2658, "maxValue": 3290}),
]


@pytest.mark.parametrize(("quantity", "figures"), FIGURES)
def test_the_number_is_an_observation(quantity: Any, figures: dict[str, Any]) -> None:
    about = review(make.dossier(claim=make.claim(quantity=quantity, measure="evacuated", period="2024-05")))
    shape = about["itemReviewed"]["about"]
    assert {key: value for key, value in shape.items() if "alue" in key} == figures
    assert shape["@type"] == "Observation"
    assert (shape["measuredProperty"], shape["observationDate"]) == ("evacuated", "2024-05")
    assert shape["name"] == "More than 1,200 villagers"


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("1500", 1500),
        ("-0.05", -0.05),
        ("1E+3", 1000),
        ("0.10000000000000000000001", "0.10000000000000000000001"),
        ("9007199254740993", "9007199254740993"),
        ("1E+400", "1" + "0" * 400),
    ],
)
def test_a_number_is_a_number_only_where_that_is_exact(value: str, told: object) -> None:
    assert json_number(Decimal(value)) == told


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"state": None}, "no verdict on it is signed off (it is open)"),
        ({"state": State("checked", "mixed")}, "no verdict on it is signed off (it is checked)"),
        ({"state": State("signed off", None)}, "no verdict on it is signed off"),
        ({"withdrawn": True}, "the claim was withdrawn"),
        ({"redacted": True}, "the claim was redacted"),
    ],
)
def test_without_a_verdict_nothing_is_invented(changes: dict[str, Any], says: str) -> None:
    with pytest.raises(AskedWrongly) as caught:
        review(**changes)
    assert says in caught.value.message
    assert caught.value.hint


def test_what_is_reviewed_is_short() -> None:
    short = "Some 300 people fled."
    long = "Of those who lived in the lower town before the river rose, over 300\nfled to the hills above."
    for text, phrase, shown in (
        (short, "Some 300 people", short),
        (long, "over 300", "…in the lower town before the river rose, over 300 fled to the hills above."),
        (long, "Of those", "Of those who lived in the lower town before the river rose, over 300 fled…"),
    ):
        claim = make.claim(text, phrase.split()[1], phrase, sentence=text, source=None)
        told = review(make.dossier(claim=claim, document=make.document(text)))
        assert told["claimReviewed"] == shown
        assert len(shown) <= 75


def hostile(words: str) -> Dossier:
    """A dossier with these words wherever a text can stand."""
    text = f"{words}\nover 1,500 people, {words}, fled.\n"
    claim = make.claim(text, "1,500", "over 1,500 people", sentence=text, source=None, measure=words)
    document = make.document(text, title=words, publisher=words)
    return signed(make.dossier(claim=claim, document=document, source=words))


@settings(max_examples=80, deadline=None)
@given(NASTY | TEXT)
def test_extruct_reads_back_what_stands_in_a_page(words: str) -> None:
    shape = claimreview_shape(hostile(words), DEFAULT_SCALE, DESK, PAGE)
    page = (
        f'<html><head><script type="application/ld+json">{json_ld(shape)}</script></head><body></body></html>'
    )
    found = extruct.extract(page, base_url=PAGE, syntaxes=["json-ld"])["json-ld"]
    assert found == [json.loads(json_ld(shape))] == [shape]


@given(NASTY | TEXT)
def test_no_text_opens_or_closes_an_element(words: str) -> None:
    seen: list[str] = []

    class Parser(HTMLParser):
        def handle_starttag(self, tag: str, attrs: object) -> None:
            seen.append(tag)

        def handle_endtag(self, tag: str) -> None:
            seen.append("/" + tag)

    shape = claimreview_shape(hostile(words), DEFAULT_SCALE, DESK, PAGE)
    Parser().feed(f"<script>{json_ld(shape)}</script>")
    assert seen == ["script", "/script"]


@settings(max_examples=50, deadline=None)
@given(NASTY)
def test_our_own_reviews_read_back(words: str) -> None:
    shape = claimreview_shape(hostile(words), DEFAULT_SCALE, DESK, PAGE)
    (read,) = read_claimreviews(json_ld(shape).encode(), "review.json")
    assert isinstance(read, ReviewedClaim)
    assert (read.reviewer, read.url, read.reviewed) == ("The Marn Desk", PAGE, "2024-06-03")
    assert (read.rating.label, read.rating.value) == ("mixed", 3)
    assert read.claimants == tuple(filter(None, [words.strip()]))
    assert read.appearances[0].url == "https://courier.example/marn"
