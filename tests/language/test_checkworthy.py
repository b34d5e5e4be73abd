"""What is worth checking first, and why."""

import pytest

from factcheck import extract
from factcheck.language.checkworthy import SIGNS, WEIGHTS, ranked, signs, worth
from factcheck.language.claims import extract as read
from factcheck.language.lexicon import table
from factcheck.model import Document, Worth
from factcheck.reading.files import make_document

FAR = "The council met on the hill.\n\n" * 12  # so that what follows is no opening


def article(text: str) -> Document:
    return make_document(FAR + text)


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("The slide left 14 villagers dead.", "harm"),
        ("Police arrested 40 fans.", "harm"),
        ("The clinic counted 40 new cases of measles.", "harm"),
        ("The toll stands at 31.", "total"),
        ("Some 12% of voters stayed home.", "percent"),
        ("The bridge cost $4 million.", "money"),
        ("It drew 12,000 visitors.", "large"),
        ("It drew 300 visitors.", "counted"),
        ("It drew 300.", "figures"),
        ("The navy said 14 boats were lost.", "named"),
        ("The girl, aged 12, was found.", "age"),
        ("A 12-year-old boy was found.", "age"),
        ("There was one case.", "one"),
        ("The walk took 12 weeks.", "duration"),
        ("Sales rose over the past 12 months.", "period"),
        ("It lies 20 miles (32 km) away.", "aside"),
        ("It drew 300 visitors, up from 250.", "compared"),
        ("The plan would save 60 jobs.", "unreal"),
    ],
)
def test_a_sign_is_shown_by_its_example(text: str, sign: str) -> None:
    document = article(text)
    assert sign in signs(read(document).claims[-1], document)


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("It drew 300 visitors, who saw a dead language.", "percent"),
        ("It drew twelve visitors.", "figures"),
        ("It drew 300 visitors.", "large"),
        ("The walk took 12 weeks.", "period"),
        ("The walk took 12 weeks.", "age"),
        ("Some said 14 boats were lost.", "opening"),
        ("It drew 300 visitors.", "headline"),
    ],
)
def test_a_sign_is_not_shown_by_its_neighbours(text: str, sign: str) -> None:
    document = article(text)
    assert sign not in signs(read(document).claims[-1], document)


def test_a_number_in_the_title_is_in_the_headline_and_in_the_opening() -> None:
    document = make_document("Flood closes 17 bridges\n\n" + FAR)
    assert {"headline", "opening"} <= set(signs(read(document).claims[0], document))


def test_every_sign_has_a_weight_and_a_reason_and_every_weight_a_sign() -> None:
    assert {"any", *SIGNS} == set(WEIGHTS)
    assert all(row["reason"] and row["example"] for row in table("checkworthy"))


def test_what_speaks_against_a_claim_says_only() -> None:
    against = [row["reason"] for row in table("checkworthy") if float(row["weight"]) < 0]
    assert against
    assert [reason for reason in against if not reason.startswith("only ")] == []


def test_the_weightiest_reason_comes_first() -> None:
    document = article("The navy said 14 sailors were killed.")
    assert worth(read(document).claims[0], document).reasons[0] == "people killed, hurt, ill or held"


def test_the_dead_rank_before_an_age_and_equal_claims_in_the_order_of_the_text() -> None:
    text = "A 12-year-old boy ran. Over 3,000 people were killed. It drew 300 visitors. It drew 400 visitors."
    surfaces = [claim.surface for claim in ranked(read(article(text))).claims]
    assert surfaces[0] == "3,000"
    assert surfaces[1:3] == ["300", "400"]
    assert surfaces[-1] not in ("3,000", "300", "400")


@pytest.mark.parametrize(
    "text", ["0", "-5", "one", "9" * 200, "Over 1,500 killed", "would " * 40 + "cost $4 million"]
)
def test_a_score_lies_within_0_and_1_whatever_the_text(text: str) -> None:
    for claim in extract(text).claims:
        assert claim.worth is not None
        assert 0 <= claim.worth.score <= 1


@pytest.mark.parametrize("score", [-0.01, 1.01, float("nan")])
def test_a_worth_outside_0_and_1_is_none(score: float) -> None:
    with pytest.raises(ValueError, match="no score"):
        Worth(score, ())
