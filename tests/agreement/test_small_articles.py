"""Small articles of our own on floods, elections, budgets and vaccines, and all that they give."""

import pytest

from tests.agreement.articles import all_of, found

ARTICLES: list[tuple[str, str, list[str]]] = [
    (
        "passive + reversed order: plain first, credited later",
        "Four hundred ballots were thrown away in Orrin.\n\nAccording to the election "
        "board, nearly 400 ballots were thrown away in Orrin, most of them for want of a "
        "stamp.\n",
        [],
    ),
    (
        "gains hedge",
        "The flood destroyed 2,300 homes.\n\nSome 2,300 homes were destroyed, the mayor said later.\n",
        [],
    ),
    (
        "openly revised",
        "At first 40 people were reported missing, police said.\n\nPolice later raised the number to 52.\n",
        [],
    ),
    (
        "sum of parts off",
        "The budget sets aside $400 million: $150 million for roads, $120 million for "
        "schools and $90 million for clinics.\n",
        ["arithmetic"],
    ),
    (
        "sum of parts right",
        "The budget sets aside $360 million: $150 million for roads, $120 million for "
        "schools and $90 million for clinics.\n",
        [],
    ),
    (
        "percent of total wrong",
        "Of the 1,200 nurses who were asked, 480, or 60 percent, had been vaccinated.\n",
        ["arithmetic"],
    ),
    (
        "percent of total right",
        "Of the 1,200 nurses who were asked, 480, or 40 percent, had been vaccinated.\n",
        [],
    ),
    ("doubled wrong", "Cases of measles doubled from 210 to 380 within a month.\n", ["arithmetic"]),
    ("doubled ok", "Cases of measles doubled from 190 to 380 within a month.\n", []),
    ("doubled about ok", "Cases of measles roughly doubled from 190 to 365 within a month.\n", []),
    ("tripled", "Turnout in the district tripled, from 1,100 voters to 3,300.\n", []),
    (
        "series falls same source",
        "By Monday the coast guard had counted 31 dead.\n\nOn Wednesday the coast guard "
        "put the number of dead at 27.\n",
        ["series-falls"],
    ),
    (
        "series floor",
        "The union said more than 900 workers had walked out by Tuesday.\n\nOn Friday the "
        "union said at least 750 workers had walked out.\n",
        ["series-floor-lowered"],
    ),
    (
        "counted thing",
        "The ministry counted 640 refugees in the camp at Sull.\n\nThe 640 children in the "
        "camp at Sull need schools, it said.\n",
        ["drift-counted"],
    ),
    ("comparative wrong", "The party won 52 seats, 12 more than the 43 it had before.\n", ["arithmetic"]),
    ("comparative right", "The party won 52 seats, nine more than the 43 it had before.\n", []),
    (
        "rate wrong",
        "The clinic recorded 30 deaths among 1,500 patients, a rate of 5 percent.\n",
        ["arithmetic"],
    ),
    ("rate right", "The clinic recorded 30 deaths among 1,500 patients, a rate of 2 percent.\n", []),
    (
        "rise percent wrong",
        "The city's debt rose by 25 percent, from $80 million to $120 million.\n",
        ["arithmetic"],
    ),
    ("rise percent right", "The city's debt rose by 50 percent, from $80 million to $120 million.\n", []),
    (
        "two events same number",
        "A fire killed 14 people in Sull on Friday, police said.\n\nIn Orrin, 14 people "
        "were elected to the council.\n",
        [],
    ),
    (
        "doubt lost",
        "As many as 70 miners are feared trapped, the owner said.\n\nThe 70 trapped miners "
        "have not been heard from since.\n",
        ["drift-hedge", "drift-source"],
    ),
    ("cut from to by", "The council cut the number of buses from 64 to 48, a reduction of a quarter.\n", []),
    (
        "cut wrong",
        "The council cut the number of buses from 64 to 48, a reduction of a third.\n",
        ["arithmetic"],
    ),
    ("share words", "Three of the twelve wells, or one in four, were poisoned.\n", []),
    ("share words wrong", "Three of the twelve wells, or one in three, were poisoned.\n", ["arithmetic"]),
    (
        "quote and paraphrase",
        "“We lost 18 boats,” said Ana Torv, the harbour master.\n\nTorv said that 18 boats had been lost.\n",
        [],
    ),
    (
        "later more precise",
        "About 300 pupils fell ill, the school said.\n\nTests confirmed that 287 pupils "
        "had fallen ill, the health office said.\n",
        [],
    ),
    ("of which", "In all 75 soldiers deserted, 40 of them in March and 35 in April.\n", []),
    ("of which wrong", "In all 75 soldiers deserted, 40 of them in March and 45 in April.\n", ["arithmetic"]),
    ("majority", "The motion passed by 61 votes to 38, a margin of 23.\n", []),
    ("different years", "In 2021 the town counted 3,100 births. In 2022 it counted 2,900 births.\n", []),
    ("different sources", "Police counted 800 marchers. Organisers counted 2,000 marchers.\n", []),
    ("per head", "The grant of $2 million comes to $400 for each of the 5,000 farmers.\n", []),
]


@pytest.mark.parametrize(("text", "codes"), [row[1:] for row in ARTICLES], ids=[row[0] for row in ARTICLES])
def test_an_article_gives_these_findings(text: str, codes: list[str]) -> None:
    assert sorted(code for code, *_ in found(text)) == codes
    for finding in all_of(text):
        assert finding.sentence.endswith(".")
        assert finding.settle.endswith((".", "?"))
