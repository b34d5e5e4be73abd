"""Figures that a text reckons with must come out as it says; hedges and rounding are respected."""

import pytest

from tests.agreement.articles import all_of, found

FAILS = [
    # shares
    ("The poll asked 1,600 drivers. Of them, 400, or 40%, use a phone.", "25%", "640"),
    ("Of 600 homes inspected, 240 (30%) had mould.", "40%", "180"),
    ("A quarter of the school's 800 pupils, 300, stayed at home.", "37.5%", "200"),
    ("The slide killed 25 skiers. One-fifth of those killed, ten people, were guides.", "40%", "5"),
    ("Half of the 600 staff, about 200 people, will go.", "33.3%", "300"),
    # rates
    ("It has 5,000 inhabitants and saw 20 cases of mumps, a rate of 400 per 10,000.", "40 per 10,000", "200"),
    ("The shop sold 300 bikes in 30 days, an average of 12 a day.", "10 a day", "360"),
    # changes
    ("The number of members doubled from 1,200 to 1,900.", "1.58 times", "2,400"),
    ("Sales more than tripled from 120 in May to 300 in June.", "2.5 times", "more than 360"),
    ("Rents rose by 10%, from 800 euros to 960 euros.", "20%", "€880"),
    ("Output fell by half, from 900 tonnes to 600 tonnes.", "33.3%", "450 tonnes"),
    ("The fair drew 52,000 guests, 10,000 more than the 45,000 of the year before.", "7,000", "55,000"),
    ("Turnout was 62%, up 9 points from 58%.", "4 points", "67%"),
    ("The army said 14 men died on Friday, bringing the toll from 50 to 60.", "10", "64"),
    # totals
    ("The ferry carried 120 people: 70 adults and 40 children.", "110", "“120 people”"),
    ("All 48 crew are safe. The crew were 31 Finns, twelve Danes and nine Swedes.", "52", "48"),
    ("Of the 40 passengers, 12 were hurt and the other 30 were unhurt.", "42", "40"),
    ("A bus took 91 people, including 50 women and 60 children, to safety.", "110", "91"),
    ("In the vote 60% were for the bridge and 55% against it.", "115%", "more than all"),
]


@pytest.mark.parametrize(("text", "given", "needed"), FAILS)
def test_what_does_not_come_out_fails_and_says_what_would_be_true(text: str, given: str, needed: str) -> None:
    (finding,) = all_of(text)
    assert (finding.code, finding.verdict, finding.severity) == ("arithmetic", "fails", "error")
    assert given in finding.sentence
    assert needed in finding.sentence
    assert len(finding.claims) == len(finding.spans) >= 2


@pytest.mark.parametrize(
    "text",
    [
        "The poll asked 1,600 drivers. Of them, 400, or 25%, use a phone.",
        "The poll asked 1,600 drivers. In another one 400, or 40%, of the cyclists use one.",
        "Of the 2,950 homes inspected, about 900 (31%) had mould.",
        "A third of the 100 seats, 33, went to the Greens.",
        "The seats went in equal shares: 33% to the Reds, 33% to the Blues and 33% to the Greens.",
        "The poll asked 1,600 drivers and 900 cyclists. Of those, 400, or 40%, use a phone.",
        "The league has 20 clubs: 3 are from Corr and 2 from Tarn.",
        "It has 5,000 inhabitants and saw 20 cases of mumps, a rate of 40 per 10,000.",
        "The number of members nearly doubled from 1,200 to 2,300.",
        "Rents rose by 20%, from £50 million to £59.6 million.",
        "Men earned £556, up 2%, compared with £459 for women.",
        "The share fell from 6% to 4.5%, a drop of 2 percentage points.",
        "The share fell by 5%, from 40% to 35%.",
        "It closed 52 shops, 16 more than last year, and 300 people marched.",
        "It now has 52 clubs, at least 15 more than the 36 it had.",
        "The ferry carried 120 people: 70 adults and 50 children.",
        "The ferry carried about 120 people: 70 adults and 45 children.",
        "The ferry carried 120 people, among them 70 adults and 40 children.",
        "It happened in two towns: 12 died in Tarn and 15 in Corr.",
        "Of the 40 passengers, 12 were hurt and the other 28 were unhurt.",
        "In the vote 60% were for the bridge and 40% against it.",
        "In the vote 60.5% were for the bridge and 39.6% against it.",
        "The ministry denied that 400 of the 1,600 drivers, or 40%, use a phone.",
    ],
)
def test_what_may_be_true_as_worded_is_no_finding(text: str) -> None:
    assert found(text) == []


def test_a_floor_that_would_have_to_be_higher_is_short_and_says_how_high() -> None:
    (finding,) = all_of(
        "It closed at least 118 shops, and that is at least 40 more than the 79 it closed before."
    )
    assert (finding.verdict, finding.severity) == ("short", "warning")
    assert "only 39 more" in finding.sentence
    assert "at least 119" in finding.sentence


def test_spans_are_in_the_order_of_the_text_and_each_triple_is_told_once() -> None:
    text = "A quarter, or 300 of the 800 pupils, stayed at home. A quarter of the 800 pupils, 300, were ill."
    assert found(text) == [
        ("arithmetic", "A quarter", "300", "800"),
        ("arithmetic", "A quarter", "800", "300"),
    ]
