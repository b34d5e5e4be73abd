"""A later mention that asserts more is found; one that asserts less, or another fact, is not."""

import pytest

from factcheck.agreement.consistency.drift import asserts_more
from tests import factories as make
from tests.agreement.articles import all_of, found

APART = "\n\nNothing else was known on Friday.\n\n"
HEDGE, SOURCE, COUNTED, PERIOD = "drift-hedge", "drift-source", "drift-counted", "drift-period"


@pytest.mark.parametrize(
    ("first", "later", "codes"),
    [
        (
            "Nearly 400 jockeys have signed the petition.",
            "The petition that 400 jockeys signed is on its way.",
            [HEDGE],
        ),
        (
            "Around 250 lorries were turned back at the border, customs officers said.",
            "Customs officers said 250 lorries were turned back at the border.",
            [HEDGE],
        ),
        (
            "As many as 90 divers took part in the search, according to the coastguard.",
            "The coastguard said 90 divers took part in the search for the trawler.",
            [HEDGE],
        ),
        (
            "About 250 lorries were turned back at the border.",
            "More than 250 lorries were turned back at the border.",
            [HEDGE],
        ),
        (
            "At least 75 climbers are stranded on the ridge, the rescue service said.",
            "The 75 climbers stranded on the ridge have food for two days.",
            [HEDGE, SOURCE],
        ),
        (
            "A blaze tore through 18 barns near Lund, the sheriff said.",
            "Insurers must now pay for the 18 barns.",
            [SOURCE],
        ),
        (
            "An estimated 3,000 litres of oil leaked into the harbour, the port authority said.",
            "The harbour will take long to recover from the 3,000 litres of oil that leaked.",
            [HEDGE, SOURCE],
        ),
        (
            "The charity says 4,200 people sleep rough in the capital.",
            "The charity says 4,200 children sleep rough in the capital, and asks for beds.",
            [COUNTED],
        ),
        (
            "The agency said the hotline took 1,800 calls a day in March.",
            "The agency said the hotline took 1,800 calls a week in March.",
            [PERIOD],
        ),
        (
            "The clinic said it had treated 60 hikers for frostbite this month.",
            "The clinic said it had treated 60 hikers for frostbite this week.",
            [PERIOD],
        ),
    ],
)
def test_what_a_later_mention_has_lost_is_found(first: str, later: str, codes: list[str]) -> None:
    findings = all_of(first + APART + later)
    assert [finding.code for finding in findings] == codes
    for finding in findings:
        assert len(finding.spans) == 2
        assert finding.spans[0] < finding.spans[1]
        assert finding.sentence.count("“") >= 2


@pytest.mark.parametrize(
    ("first", "later", "why"),
    [
        ("The mayor said 90 trees would be felled.", "At least 90 trees will be felled, she said.", "gained"),
        ("Over 300 boats were sunk.", "At least 300 boats were sunk in the storm.", "weaker"),
        ("Over 300 boats were sunk.", "About 300 boats were sunk in the storm.", "weaker"),
        (
            "At least 60 people died in the flood, police said.",
            "On Sunday police revised the toll of the flood to 60 dead.",
            "openly revised",
        ),
        ("Some 500 nurses marched in Leeds.", "In York, 500 nurses marched as well.", "other place"),
        ("In 2018 about 40 pubs closed.", "In 2019 the firm saw 40 pubs closed.", "other year"),
        ("About 45 houses burnt down.", "The city sent 45 engines.", "other thing"),
        (
            "Some 80 villagers were killed in the raid.",
            "Of those who fled the raid 80 villagers were injured.",
            "other happening",
        ),
        (
            "Some 80 villagers were killed in the raid.",
            "A further 80 villagers were killed in the raid at dawn.",
            "says so itself",
        ),
        ("About two sheep strayed.", "By noon one sheep had strayed into the road.", "other figure"),
        (
            "The ministry said 1,100 homes had lost power.",
            "The grid operator said that 1,100 homes had lost power.",
            "another source agrees",
        ),
        (
            "The ministry denied that about 12 children had died of measles.",
            "Later 12 children were said to have died of measles.",
            "a denial vouches for nothing",
        ),
        (
            "“We saw 75 patients,” said Dr Ines Corr.",
            "“I will not forget those 75 patients,” said Dr Corr.",
            "a re-mention within her own words",
        ),
    ],
)
def test_saying_no_more_or_something_else_is_no_drift(first: str, later: str, why: str) -> None:
    assert found(first + APART + later) == [], why


def test_a_headline_is_held_against_the_body() -> None:
    body = "About 40,000 bees have died in an orchard, the keeper said. It rained."
    text = f"40,000 Bees Dead in Orchard\n\n{body}"
    hedge, source = all_of(text)
    assert [span.of(text) for span in hedge.spans] == ["40,000", "40,000"]
    assert (hedge.code, source.code) == (HEDGE, SOURCE)
    assert "the headline" in hedge.sentence
    assert source.severity == "note"


def test_a_loss_is_told_once_however_often_it_is_repeated() -> None:
    first = "Nearly 400 jockeys have signed the petition."
    later = "The petition that 400 jockeys signed is on its way."
    assert found(first + APART + later + APART + later) == [(HEDGE, "400", "400")]


def test_a_release_is_the_voice_of_whom_it_credits_in_its_lead() -> None:
    lead = "The economy gained 162,000 jobs in August, the Office of Work reported today."
    body = "The economy gained 162,000 jobs in August, after a quiet spring."
    assert found(f"{lead}{APART}{body}") == [(SOURCE, "162,000", "162,000")]
    assert found(f"{lead}\n\nThis news release presents the figures.\n\n{body}") == []


@pytest.mark.parametrize(
    ("earlier", "later", "more"),
    [
        (make.about(900), make.exactly(900), True),
        (make.about(900), make.over(900), True),
        (make.at_least(900), make.over(900), True),
        (make.up_to(900), make.about(900), True),
        (make.over(900), make.up_to(900), True),
        (make.exactly(900), make.over(900), False),
        (make.over(900), make.at_least(900), False),
        (make.up_to(900), make.up_to(900), False),
    ],
)
def test_wordings_of_one_figure_are_ordered_by_what_they_assert(earlier, later, more) -> None:
    assert asserts_more(earlier, later) is more
